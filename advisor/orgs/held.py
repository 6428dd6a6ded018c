"""People with what they do in brackets behind their names: "Lena (community manager, 30h)", "Bo & Cy (support agents)"."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences
from advisor.wording import joined

from .assemble import Builder
from .lines import Line
from .mentions import Mention, mentions
from .model import Span
from .people import NAMES, ONE_NAME
from .verbs import names_work
from .vocabulary import several
from .words import SHARE, names_in

_HELD = re.compile(rf"({NAMES.pattern}|me|myself)\s?\(([^()\n]{{2,80}})\)")
# The last of a row may tell it otherwise: "and Ben, a student who cuts videos".
_APPOSED = re.compile(rf"({ONE_NAME.pattern}),\s(?:an?|our|the)\s")
_WHO = re.compile(rf"({ONE_NAME.pattern}),\s(?:an?|our|the)\s[\w -]{{2,40}}?,?\s(?:who|that)\s(?:also\s)?")
# Others in the row who are counted: "3x support (shift)"
_COUNTED = re.compile(r"\d{1,3}\s?[x×]\s[^,;()\n]{2,40}(?:\([^()\n]{1,60}\))?(?=\s*(?:[,;.]|$))")
_BEFORE_WORK = re.compile(
    rf"({ONE_NAME.pattern})(?:\s?\([^()\n]{{1,40}}\)|,?\s{SHARE})?\s*(?:[,:]|\s[–—-])\s+(?:our\s+|the\s+)?(?=\w)"
)
_ENDS = re.compile(r"\s*(?:$|[,;.(+&/]|and\b)")
# Between two of them in a row, and behind the last: a full stop, and nothing more.
_NEXT, _LAST = re.compile(r"\s*(?:[,;/|]|,?\s*(?:and|&)(?=\s))\s*"), re.compile(r"[\s.]*\Z")
# What may stand before a row: "Our team:", "We are", "The team is".
_DOES = re.compile(r"\s(?:who|that)\s")  # "and an intern who moderates"
_OPENS = re.compile(r"[^():\n]{0,60}?(?::|\b(?:are|is|have)|(?<=[Ii]t)['’]s)\s+")
_PART = re.compile(r"[^,;]+")


class Held(NamedTuple):
    """Names, where their bracket ends, and the role in it; where it tells only work, None and the work."""

    names: tuple[str, ...]
    end: int
    mention: Mention | None
    work: str


def held_at(build: Builder, start: int, end: int) -> Held | None:
    """Return whom ``text[start:end]`` begins with, if their bracket names one role or one kind of work."""
    words = build.words
    kin = words.kin.match(build.text, start, end)  # "my sister Ruth (bookings)"
    found = _HELD.match(build.text, kin.end() if kin else start, end)
    mine = found is not None and found[1] in ("me", "myself")
    names = (words.data.writer,) if mine else names_in(found[1]) if found else ()
    if not found or not (mine or all(map(build.people.is_name, names))):
        return None
    named = mentions(build.text, *found.span(2), words)
    parts = [p[0].strip() for p in _PART.finditer(found[2])]
    known = (words.functions, words.places, words.also_work)
    works = [p for p in parts if p in words.data.departments or any(one.fullmatch(p) for one in known)]
    works = works or [
        p for p in parts if p[0].islower() and not named and names_work(p, 0, words)
    ]  # "(support tickets)"
    if works and len(named) == 1 and " " not in named[0].title:
        named = []  # "(socials, contractor)"
    if len(named) + bool(works) != 1 or (named and several(named[0].title, words) is not (len(names) > 1)):
        return None
    return Held(names, found.end(), named[0] if named else None, ", ".join(works))


def rows_of(build: Builder, line: Line) -> list[Line]:
    """Cut "Our team: Lena (community manager, 30h), Tim (social media)" into what opens it and a line for each.

    One sentence of a line may be such a row; any other line stays whole.
    """
    rows = _row(build, line)
    if len(rows) > 1:
        return rows
    sections = load_rubrics().sections
    for start, end in [*sentences(build.text, line.start, line.end, sections)][1:]:
        rows = _row(build, line.part(build.text, start, end))
        if len(rows) > 1:
            before = line.part(build.text, line.start, start)
            after = rows_of(build, line.part(build.text, end, line.end)) if end < line.end else []
            return [before, *rows, *after]
    return [line]


def _ends(build: Builder, at: int, end: int) -> int:
    """Return where a part of a row ends that begins at ``at``: somebody and their bracket, or a count of others; else 0."""
    held = held_at(build, at, end)
    if held:
        return held.end
    counted = _COUNTED.match(build.text, at, end)
    if counted:
        return counted.end()
    named = mentions(build.text, at, end, build.words)[:1]
    return named[0].after if named and named[0].before == at else 0


def _row(build: Builder, line: Line) -> list[Line]:
    if not _HELD.search(build.text, line.content, line.end):
        return [line]
    text, opens = build.text, _OPENS.match(build.text, line.content, line.end)
    for at in dict.fromkeys((line.content, opens.end() if opens else line.content)):
        starts, here = [at], _ends(build, at, line.end)
        while here and (onward := _NEXT.match(text, here, line.end)):
            starts.append(onward.end())
            here = _ends(build, onward.end(), line.end)
        apart = _APPOSED.match(text, starts[-1], line.end)
        ends = here and (_LAST.match(text, here, line.end) or _DOES.match(text, here, line.end))
        if not any(held_at(build, start, line.end) for start in starts):
            continue
        if len(starts) < 2 or not (ends or (apart and build.people.is_name(apart[1]))):
            continue
        cuts = [line.start, *starts] if at > line.content else [line.start, *starts[1:]]
        rows = []
        for start, stop in itertools.pairwise([*cuts, line.end]):
            stop -= 4 if text[start:stop].rstrip().endswith(" and") else 0  # noqa: PLW2901
            listed = start >= at or (line.start == start and at == line.content)
            listed &= not (stop == line.end and _DOES.match(text, here, line.end))
            rows.append(line.part(text, start, stop, ".,;/|&", bullet=listed))
        return rows
    return [line]


def works_at(build: Builder, start: int, end: int) -> tuple[str, int] | None:
    """Return whom a line names before their work and nothing else, and where that begins: "Mike (80%), support"."""
    words, found = build.words, _BEFORE_WORK.match(build.text, start, end)
    if not found or not build.people.is_name(found[1]):
        return None
    known = (words.functions, words.places, words.tools, words.also_work)
    work = next((w for pattern in known if (w := pattern.match(build.text, found.end(), end))), None)
    return (found[1], found.end()) if work and _ENDS.match(build.text, work.end(), end) else None


def take_held(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a bullet that begins with people and what they do, in brackets or behind "who"; return whether it is one."""
    held = held_at(build, start, span.end)
    who = _WHO.match(build.text, start, span.end)
    if held is None and who and build.people.is_name(who[1]):
        named = mentions(build.text, who.end(1), who.end(), build.words)[:1]
        if named:
            build.open(named[0], span, who.end(), who[1], above, listed=True)
        else:
            build.person((who[1],), span, who.end(), "", above)
        return True
    if held is None and (working := works_at(build, start, span.end)):
        build.person((working[0],), span, working[1], "", above)
        return True
    if held is None:
        return False
    if held.mention is None:
        build.person(held.names, span, held.end, held.work, above)
        return True
    number = held.mention.number or (float(len(held.names)) if len(held.names) > 1 else None)
    mention = held.mention._replace(number=number)
    build.open(mention, span, mention.after, joined(held.names), above, listed=True)
    return True
