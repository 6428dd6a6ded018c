"""Job descriptions and answer files that a team's report takes in, beside the map.

A browser empties its file fields when a page comes back with an error, so what could be read travels in the page as
text, each file with a tick that takes it out again. Nothing is stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
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


class RefusedFilesError(InputError):
    """Several files that can't be used. ``each`` is what is wrong with each of them."""

    def __init__(self, each: Sequence[InputError]) -> None:
        self.each = tuple(each)
        said = f"{len(self.each)} files can’t be used."
        super().__init__("files", said, "Choose others, or go on without them.", self.each[0].status)


def as_one(refused: Sequence[InputError]) -> InputError:
    """Return what is wrong with one file or several as one error that names each."""
    return refused[0] if len(refused) == 1 else RefusedFilesError(refused)


class File(NamedTuple):
    """A file that was read: its name on one line, and its text."""

    name: str
    text: str

    @property
    def value(self) -> str:
        """The file as one field of a form; :func:`added` reads it back."""
        return f"{self.name}\n{self.text}"


class Added(NamedTuple):
    """What was sent along. ``no_roles`` and ``no_answers`` stand in the way of a report; the rest is kept."""

    roles: tuple[File, ...] = ()
    answers: tuple[File, ...] = ()
    no_roles: tuple[InputError, ...] = ()
    no_answers: tuple[InputError, ...] = ()

    ready: Readiness | None = None

    def parts(self, org_size: int | None) -> tuple[list[RoleAnalysis], Readiness | None]:
        """Return the roles read and the answers judged. Raises InputError."""
        if refused := self.no_roles + self.no_answers:
            raise as_one(refused)
        return [analyze_role(file.text, org_size=org_size) for file in self.roles], self.ready


def _judged(files: Sequence[File]) -> Readiness:
    given = read_answer_files([(file.name, file.text.encode()) for file in files])
    with placing(given.origins):
        return assess_readiness(
            given.respondents, context=given.context, staffing=given.staffing, blanks=True
        )


def _text(name: str, data: bytes) -> str:
    try:
        return extract(data, filename=name).text
    except InputError as error:
        raise InputError(error.code, f"“{name}”: {error.message}", error.next_step, error.status) from error


def texts(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
    """Return the text of each (name, bytes). Raises InputError with the name of every file that can't be read."""
    found, refused = [], []
    for name, data in files:
        try:
            found.append((name, _text(name, data)))
        except InputError as error:
            refused.append(error)
    if refused:
        raise as_one(refused)
    return found


def _answers(name: str, data: bytes) -> str:
    read_answer_files([(name, data)])
    return data.decode(json.detect_encoding(data), "replace")


def _files(
    request: Request, field: str, read: Callable[[str, bytes], str]
) -> tuple[tuple[File, ...], tuple[InputError, ...]]:
    """Return a field's files, those that came along first, and what is wrong with each that can't be read."""
    found: list[File] = []
    refused: list[InputError] = []
    for value in request.form.getlist(f"kept_{field}"):
        name, _, text = value.replace("\r\n", "\n").partition("\n")
        found.append(File(name, text))
    chosen = [file for file in request.files.getlist(field) if file.filename]
    if field == "roles":
        try:
            check_role_count(len(found) + len(chosen))
        except InputError as error:
            return tuple(found), (error,)
    for file in chosen:
        name = " ".join((file.filename or "").split())
        try:
            found.append(File(name, read(name, file.read())))
        except InputError as error:
            refused.append(error)
    return tuple(found), tuple(refused)


def added(request: Request) -> Added:
    """Read the files of a request: fields ``roles`` and ``answers``, and those that the page before kept."""
    roles, no_roles = _files(request, "roles", _text)
    answers, no_answers = _files(request, "answers", _answers)
    ready = None
    if answers and not no_answers:
        try:
            ready = _judged(answers)
        except InputError as error:
            no_answers = (error,)
    return Added(roles, answers, no_roles, no_answers, ready)
