"""Answer files: YAML or JSON in, several combined; out again as a file that a person can fill in.

A file holds {respondents: {name: {A1: 3, …}}, context: […], staffing: {…}}, or one person's answers alone: {name: …,
answers: {A1: 3, …}} or just {A1: 3, …}.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from advisor.errors import InputError
from advisor.rubrics.models.readiness import TOP
from advisor.rubrics.readiness import Questionnaire, load_readiness

from .answers import MAX_RESPONDENTS, clean_name, numbered, unnamed
from .model import DONT_KNOW, NOT_APPLICABLE
from .parse import parsed, refuse

SCHEMA = "advisor.answers/1"
MAX_BYTES = 1 << 20
# Whose answers a blank file holds, until somebody writes a name there.
BLANK_NAME = "Your name"
_FAMILY = SCHEMA.rpartition("/")[0]
_KEYS = {"schema", "rubrics", "name", "respondents", "answers", "context", "staffing"}


class AnswerFile(NamedTuple):
    """What one file holds, not yet checked: :func:`advisor.readiness.gather.gather` takes it from here.

    ``rubrics``: the version that it was answered under, "" where it does not say.
    """

    respondents: dict[str, Any]
    context: list[Any]
    staffing: Any
    rubrics: str = ""


def read_answer_file(data: bytes, *, filename: str | None = None) -> AnswerFile:
    """Read one file, up to 1 MB. Raises :class:`advisor.errors.InputError` with the place of what is wrong."""
    name = f"“{clean_name(filename)[:80]}”" if filename else "The file"
    if len(data) > MAX_BYTES:
        raise refuse(
            name,
            f"has {len(data) / (1 << 20):.1f} MB; answers fit into 1 MB.",
            f"Send at most {MAX_RESPONDENTS} respondents, and nothing but answers.",
            "too-large",
            413,
        )
    if not data.strip():
        raise refuse(name, "is empty.", "Fill in the questionnaire and download the answers.", "empty")
    found = parsed(data, name)
    if not isinstance(found, Mapping):
        raise refuse(
            name,
            "does not hold answers.",
            "It needs lines such as “A1: 3”, or the form that can be downloaded.",
        )
    # What a person types into a file may begin with a capital.
    return _sorted_out({_key(key): value for key, value in found.items()}, name)


def _key(key: Any) -> Any:
    word = key.strip().casefold() if isinstance(key, str) else ""
    return word if word in _KEYS else key


def _sorted_out(found: Mapping[Any, Any], name: str) -> AnswerFile:
    schema = found.get("schema", SCHEMA)
    if "verdict" in found or (isinstance(schema, str) and not schema.startswith(_FAMILY)):
        raise refuse(
            name,
            "is no answer file: it holds a result or something else.",
            "Choose the file that the buttons “Answers, YAML” and “Answers, JSON” give, below the result.",
        )
    if schema != SCHEMA:
        raise refuse(
            name,
            f"says that it is “{str(schema)[:40]}”; this advisor reads “{SCHEMA}”.",
            "Download the answers again here, or read them with the advisor that wrote them.",
        )
    context = found.get("context")
    if context is not None and not isinstance(context, list):
        raise refuse(name, "has a context that is not a list.", "Write such as context: [minors].", "context")
    flags = list(context or [])
    staffing, rubrics = found.get("staffing"), str(found.get("rubrics") or "")[:40]
    if "respondents" in found:
        strange = [str(k)[:40] for k in found if k not in _KEYS - {"name", "answers"}]
        if strange:
            raise refuse(
                name,
                f"has “{strange[0]}” beside the respondents, where it says nothing.",
                "Put it under a respondent’s name, or remove it.",
            )
        return AnswerFile(_respondents(found["respondents"], name), flags, staffing, rubrics)
    answers = found["answers"] if "answers" in found else {k: v for k, v in found.items() if k not in _KEYS}
    given = found.get("name")
    if given is not None and not isinstance(given, str):
        raise refuse(name, "has a name that is not text.", "Put quotes around it.", "respondent")
    return AnswerFile({given or "": answers}, flags, staffing, rubrics)


def _respondents(found: Any, name: str) -> dict[str, Any]:
    """Return answers by name; a list of {name, answers} is fine too."""
    if isinstance(found, Mapping):
        # A number is a name too; who has nothing below the name has answered nothing.
        return {str(key): {} if answers is None else answers for key, answers in found.items()}
    if not isinstance(found, list):
        raise refuse(
            name, "has respondents that are not names with answers.", "Use the form of the download."
        )
    people: list[tuple[str, Any]] = []
    for each in found:
        if not isinstance(each, Mapping) or not isinstance(each.get("name") or "", str):
            raise refuse(
                name, "has a respondent that is not a name with answers.", "Use the form of the download."
            )
        rest = {k: v for k, v in each.items() if k != "name"}
        people.append((each.get("name") or "", rest.get("answers", rest)))
    together = Together()
    for given, answers in people:
        together.add(name, given, answers)
    return together.people()


class Together:
    """Respondents of several files: no name stands twice, the unnamed get numbers. ``taken``: names that are others'."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.first = {name.casefold(): "" for name in taken}
        self.named: dict[str, Any] = {}
        self.unnamed: list[tuple[str, Any]] = []
        self.files: dict[str, str] = {}

    def add(self, file: str, given: str, answers: Any) -> None:
        """Add a respondent. Raises InputError where the name stands already."""
        name = clean_name(given)
        if name in ("", BLANK_NAME) or unnamed(name):
            self.unnamed.append((file, answers))
            return
        if (first := self.first.get(name.casefold())) is not None:
            where = f"both {first} and {file}" if first != file else f"{file} twice"
            raise InputError(
                "duplicate-respondent",
                f"“{name[:80]}” answers in {where}."
                if first
                else f"“{name[:80]}” of {file} has answered already.",
                "Leave one set of answers out, or change the name in one.",
            )
        self.first[name.casefold()] = self.files[name] = file
        self.named[name] = answers

    def people(self) -> dict[str, Any]:
        """Return everybody's answers by name; ``files`` then knows the numbered ones too."""
        found, number = dict(self.named), 0
        for file, answers in self.unnamed:
            number += 1
            while numbered(number).casefold() in self.first:
                number += 1
            name = numbered(number)
            found[name], self.files[name] = answers, file
        return found


def write_answers(
    respondents: Mapping[str, Mapping[str, Any]],
    *,
    context: Iterable[str] = (),
    staffing: Mapping[str, Any] | None = None,
    format: str = "yaml",  # noqa: A002 - what it is called everywhere
    questionnaire: Questionnaire | None = None,
) -> str:
    """Return an answer file, yaml (with the questions as comments) or json. What is not answered stays blank."""
    questionnaire = questionnaire or load_readiness()
    flags = list(context)
    if format == "json":
        body: dict[str, Any] = {"schema": SCHEMA, "rubrics": questionnaire.version}
        body |= {"context": flags, **({"staffing": dict(staffing)} if staffing else {})}
        people = {n: {i: a[i] for i in questionnaire.items if i in a} for n, a in respondents.items()}
        return json.dumps({**body, "respondents": people}, ensure_ascii=False, indent=2) + "\n"
    lines = [
        "# Answers to the readiness questionnaire.",
        f"# An answer is a level from 0 to {TOP}, {DONT_KNOW} or {NOT_APPLICABLE}.",
        f"schema: {SCHEMA}",
        f"rubrics: {_quoted(questionnaire.version)}",
        f"# What is true of the space: {', '.join(questionnaire.flags)}",
        f"context: [{', '.join(_quoted(f) for f in flags)}]",
    ]
    if staffing:
        lines += ["staffing:", *(f"  {key}: {_quoted(value)}" for key, value in staffing.items())]
    lines.append("respondents:")
    for name, answers in respondents.items():
        lines.append(f"  {_quoted(name)}:")
        for section in questionnaire.data.sections:
            lines.append(f"    # {section.name}")
            for item in questionnaire.of_section(section.id):
                answer = answers.get(item.id)
                said = "" if answer is None else f" {_quoted(answer) if isinstance(answer, str) else answer}"
                lines.append(f"    # {item.question} ({'; '.join(_scale(item.levels))})")
                lines.append(f"    {item.id}:{said}")
    return "\n".join(lines) + "\n"


def _scale(levels: Sequence[str]) -> list[str]:
    return [f"{number} {text}" for number, text in enumerate(levels)]


def _quoted(value: object) -> str:
    """Return a scalar as YAML reads it back: plain words as they are, the rest as JSON, whose strings are YAML's."""
    if isinstance(value, str) and value.replace("-", "").replace("_", "").isalpha() and value.isascii():
        return (
            value
            if value.casefold() not in ("true", "false", "null", "yes", "no", "on", "off")
            else f'"{value}"'
        )
    # Characters that YAML can't hold are gone after this; others need no escape.
    return json.dumps(clean_name(value) if isinstance(value, str) else value, ensure_ascii=False)
