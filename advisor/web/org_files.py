"""Job descriptions and answer files that a team's report takes in, beside the map.

A browser empties its file fields when a page comes back with an error, so what could be read travels in the page as
text, each file with a tick that takes it out again. Nothing is stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from flask import Request

from advisor.errors import InputError
from advisor.readiness.assess import assess_readiness
from advisor.readiness.gather import placing, read_answer_files
from advisor.readiness.model import Readiness
from advisor.report.model import check_role_count
from advisor.roles.analyze import analyze_role
from advisor.roles.model import RoleAnalysis
from advisor.text.extract import extract


class File(NamedTuple):
    """A file that was read: its name on one line, and its text."""

    name: str
    text: str

    @property
    def value(self) -> str:
        """The file as one field of a form; :func:`added` reads it back."""
        return f"{self.name}\n{self.text}"


class Added(NamedTuple):
    """What was sent along. ``problem`` is the first thing that stands in the way of a report; the rest is kept."""

    roles: tuple[File, ...] = ()
    answers: tuple[File, ...] = ()
    problem: InputError | None = None

    def parts(self, org_size: int | None) -> tuple[list[RoleAnalysis], Readiness | None]:
        """Return the roles read and the answers judged. Raises InputError."""
        if self.problem:
            raise self.problem
        ready = None
        if self.answers:
            given = read_answer_files([(file.name, file.text.encode()) for file in self.answers])
            with placing(given.origins):
                ready = assess_readiness(
                    given.respondents, context=given.context, staffing=given.staffing, blanks=True
                )
        return [analyze_role(file.text, org_size=org_size) for file in self.roles], ready


def _ad(name: str, data: bytes) -> str:
    try:
        return extract(data, filename=name).text
    except InputError as error:
        raise InputError(error.code, f"“{name}”: {error.message}", error.next_step, error.status) from error


def _answers(name: str, data: bytes) -> str:
    read_answer_files([(name, data)])
    return data.decode(json.detect_encoding(data), "replace")


def _files(
    request: Request, field: str, read: Callable[[str, bytes], str]
) -> tuple[list[File], InputError | None]:
    """Return a field's files, those that came along first, and what is wrong with the first that can't be read."""
    found, problem = [], None
    for value in request.form.getlist(f"kept_{field}"):
        name, _, text = value.replace("\r\n", "\n").partition("\n")
        found.append(File(name, text))
    chosen = [file for file in request.files.getlist(field) if file.filename]
    if field == "roles":
        try:
            check_role_count(len(found) + len(chosen))
        except InputError as error:
            return found, error
    for file in chosen:
        name = " ".join((file.filename or "").split())
        try:
            found.append(File(name, read(name, file.read())))
        except InputError as error:
            problem = problem or error
    return found, problem


def added(request: Request) -> Added:
    """Read the files of a request: fields ``roles`` and ``answers``, and those that the page before kept."""
    roles, no_role = _files(request, "roles", _ad)
    answers, no_answer = _files(request, "answers", _answers)
    return Added(tuple(roles), tuple(answers), no_role or no_answer)
