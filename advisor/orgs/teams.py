"""Those who are listed by name below the name of a team: "Support team:" over "Hannah (lead)", "Tom", "Ben (50%)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.matching.fold import fold
from advisor.rubrics.loader import load_rubrics

from .people import FULL, PeopleReader
from .terms import Vocabulary
from .words import plain

_MEMBER = re.compile(
    rf"({FULL})(\s*\([^()\n]{{1,60}}\))?(?:\s*[,:–—]\s+(?=\S)|\s+-\s+(?=\S)|\s*[,;.]?\s*$)", re.MULTILINE
)
_LEAD = re.compile(
    rf"(?P<name>{FULL})(?:(?:\s?\(|,\s|\s[–—-]\s)\s*(?P<lead>\w+)\)?|\s(?P<leads>leads))\s*\.?"
)
_LEAD_FIRST = re.compile(rf"(?P<lead>\w+)\s*(?::|=|\s[–—-])\s*(?P<name>{FULL})\s*\.?")
_FIGURE = re.compile(r"\d")


class Member(NamedTuple):
    """Somebody below a team: ``does`` is where the line goes on behind the name; ``bare``: it says no more of them."""

    name: str
    does: int
    bare: bool


def member_at(text: str, start: int, end: int, people: PeopleReader) -> Member | None:
    """Return whom a line below a team's name begins with, if it is somebody by name and a mark or nothing follows."""
    found = _MEMBER.match(text, start, end)
    if found is None or not people.is_name(found[1]):
        return None
    bracket = found[2] or ""
    bare = found.end() >= end and not _FIGURE.search(bracket)  # "Hannah (lead)"
    return Member(found[1], found.end(), bare)


def lead_at(text: str, start: int, end: int, people: PeopleReader) -> tuple[str, str, int] | None:
    """Return the name, the word for a lead and where it begins, of a line that says no more: "Jonas (lead)", "Lead: Jonas"."""
    found = _LEAD.fullmatch(text, start, end) or _LEAD_FIRST.fullmatch(text, start, end)
    if found is None or not people.is_name(found["name"]):
        return None
    if found.re is _LEAD and found["leads"]:  # "Priya leads"
        return found["name"], "lead", found.start("leads")
    known = plain(found["lead"]) in people.words.data.leads_it
    return (found["name"], found["lead"], found.start("lead")) if known else None


def lead_title(heading: str, lead: str, words: Vocabulary) -> str:
    """Return what the lead of a team is called: "Support lead" for "Support team"."""
    whole, _, last = heading.rpartition(" ")
    team = whole if whole and plain(last) in words.groups else heading
    return words.data.lead_of.format(team=team, lead=lead.lower())


def work_of(heading: str, words: Vocabulary) -> str:
    """Return the work that a team's name tells ("Support team"), or ""."""
    if heading.lower().strip() in words.data.about_members or ": " in heading:
        return ""  # "People & roles", "Board: 7 elected members"
    function = words.functions.search(heading)
    if function:
        return function[0]
    return heading if load_rubrics().matcher.line(fold(heading)).cues else ""
