"""What is read of an organisation: roles as drafts that people may correct, facts, and what belongs to neither.

Offsets count characters of the text as given. A draft also comes from a form or from JSON; then it has no text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from advisor.errors import InputError

Shape = Literal["prose", "bullets", "table", "ads", "csv", "form", "mixed"]

MOST_ROLES = 200
MOST_FILES = 50
LEAST_PEOPLE = 0.01
MOST_PEOPLE = 10_000
LONGEST_TITLE = 200
LONGEST_DUTIES = 200_000  # characters of one role's duties
HOURS_A_WEEK = 168


class Span(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


class Fact(NamedTuple):
    """Something that is true of the organisation: ``kind`` is size, cover, vacancy, absence (somebody will
    be away soon), nobody, note (a sentence
    that was given to no role) or mail (a greeting, a signature, a mail that is quoted)."""

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """One role as it was read or typed, before it is judged.

    ``headcount``: people, 0.01 to 10,000, None when not stated. ``hours``: a week for each of them, None when not
    stated. ``reports_to``: as written, "" when not stated. ``text``: the role's words, for a whole job description;
    "" when the duties say it all. ``doubts``: what the reading was not sure of, in sentences.
    """

    title: str
    duties: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    headcount: float | None = None
    hours: float | None = None
    reports_to: str = ""
    name: str = ""
    text: str = field(default="", repr=False)
    spans: tuple[Span, ...] = ()
    doubts: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that :func:`draft_from` reads back."""
        return {
            "title": self.title,
            "name": self.name,
            "headcount": self.headcount,
            "hours": self.hours,
            "reports_to": self.reports_to,
            "duties": list(self.duties),
            "measures": list(self.measures),
            "places": list(self.places),
            "tools": list(self.tools),
            "text": self.text,
            "spans": [list(span) for span in self.spans],
            "doubts": list(self.doubts),
        }


@dataclass(frozen=True, slots=True)
class OrgReading:
    """A description of a team, read. Spans of roles, facts and ``left`` together hold all but blanks and pictures."""

    text: str = field(repr=False)
    shape: Shape
    roles: tuple[RoleDraft, ...]
    facts: tuple[Fact, ...] = ()
    left: tuple[Span, ...] = ()
    org_size: int | None = None
    notices: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts and lists, ready for JSON."""
        return {
            "shape": self.shape,
            "roles": [role.to_dict() for role in self.roles],
            "facts": [{"kind": f.kind, "text": f.text, "span": list(f.span)} for f in self.facts],
            "left": [{"span": list(s), "text": self.text[s.start : s.end]} for s in self.left],
            "org_size": self.org_size,
            "notices": list(self.notices),
        }


def _wrong(where: str, message: str, next_step: str) -> InputError:
    return InputError("role", f"{where}: {message}", next_step)


def _number(given: Any, key: str, most: float, where: str, least: float = 0) -> float | None:
    value = given.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            value = float(value.replace(",", ".").strip())
        except ValueError:
            raise _wrong(
                where, f"“{str(value)[:20]}” is no number for {key}.", "Write such as 2 or 0.5."
            ) from None
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not (value and least <= value <= most)
    ):
        low = f"from {least} to" if least else "more than 0 and at most"
        raise _wrong(
            where,
            f"{key} must be {low} {most:,.0f}.",
            "Correct it, or leave it out if it is not known.",
        )
    return float(value)


def _words(given: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = given.get(key) or ()
    if isinstance(value, str):
        value = value.splitlines()
    if not isinstance(value, Sequence) or not all(isinstance(each, str) for each in value):
        raise _wrong(where, f"{key} must be text, or a list of texts.", "Write one a line.")
    found = tuple(" ".join(each.split()) for each in value if each.strip())
    if sum(map(len, found)) > LONGEST_DUTIES:
        raise _wrong(where, f"{key} are longer than {LONGEST_DUTIES:,} characters.", "Shorten them.")
    return found


def _spans(given: Mapping[str, Any], where: str) -> tuple[Span, ...]:
    value = given.get("spans") or ()
    if not isinstance(value, Sequence) or not all(map(_is_span, value)):
        raise _wrong(where, "spans must be pairs of whole numbers.", "Leave them out if they are not known.")
    return tuple(Span(*pair) for pair in value)


def _is_span(given: object) -> bool:
    if not isinstance(given, Sequence) or len(given) != len(Span._fields):
        return False
    return all(isinstance(end, int) and not isinstance(end, bool) for end in given)


KEYS = (
    "title",
    "name",
    "headcount",
    "hours",
    "reports_to",
    "duties",
    "measures",
    "places",
    "tools",
    "text",
    "spans",
    "doubts",
)


def draft_from(given: Mapping[str, Any], number: int) -> RoleDraft:
    """Return a draft from plain values, the ``number``-th of a list (from 1). Raises InputError, located."""
    if not isinstance(given, Mapping):
        raise _wrong(f"Role {number}", "it is no set of keys with values.", f"Use: {', '.join(KEYS[:10])}.")
    title = given.get("title") or ""
    where = f"Role {number}" + (f" (“{title[:40]}”)" if isinstance(title, str) and title else "")
    for key in given:
        if key not in KEYS:
            raise _wrong(where, f"“{str(key)[:40]}” is not known.", f"Use: {', '.join(KEYS[:10])}.")
    for key in ("title", "name", "reports_to", "text"):
        if not isinstance(given.get(key) or "", str):
            raise _wrong(where, f"{key} must be text.", "Put quotes around it.")
    name = " ".join(str(given.get("name") or "").split())[:LONGEST_TITLE]
    title = " ".join(str(title).split()) or name
    if len(title) > LONGEST_TITLE:
        raise _wrong(where, f"its title has {len(title)} characters.", f"Use at most {LONGEST_TITLE}.")
    text = str(given.get("text") or "")
    duties = _words(given, "duties", where)
    if not title and not text.strip():  # a whole job description may bring its own title
        raise _wrong(
            where,
            "it has no title.",
            "Give the title, or the name of whoever does the work; or remove the row.",
        )
    return RoleDraft(
        title=title,
        duties=duties,
        measures=_words(given, "measures", where),
        places=_words(given, "places", where),
        tools=_words(given, "tools", where),
        headcount=_number(given, "headcount", MOST_PEOPLE, where, LEAST_PEOPLE),
        hours=_number(given, "hours", HOURS_A_WEEK, where),
        reports_to=" ".join(str(given.get("reports_to") or "").split())[:LONGEST_TITLE],
        name=name,
        text=text,
        spans=_spans(given, where),
        doubts=_words(given, "doubts", where),
    )
