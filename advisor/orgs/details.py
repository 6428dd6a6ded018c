"""What a role's own words say beside its duties: who it reports to, hours, measures, places and tools."""

from __future__ import annotations

import re
from typing import NamedTuple

from .doubts import key_of
from .mentions import mentions
from .parts import hours_of_parts, percents
from .people import FULL, TWO_NAMES
from .share import Share, share_in
from .terms import Vocabulary
from .words import ABOUT, plain

# "Agents under Rosa: …", "seven part-timers under Rosa Marin handle …"
_UNDER = re.compile(rf"\bunder\s+([A-Z][\w'’-]+(?=\s*(?:[:.,;)]|$))|{TWO_NAMES}(?=\s*(?:[:.,;)]|$)|\s[a-z]))")
ONE_BEFORE = frozenset(("her", "him"))  # whoever was told of before
_PRONOUNS = frozenset(("her", "him", "them", "me", "us", "you", "it"))
_HALF = re.compile(
    r"\b(?:half[- ]time|half a post|(?<!by )(?<!to )(?<![+&-])50\s?%(?!\s+(?:of|more|less|fewer)\b))",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:part[- ]time|(?-i:PT))\b", re.IGNORECASE)
_PIECE = re.compile(
    r"[,;:]|\s(?=(?:but|while|although|since|until)\b)|\.(?=\s|$)|\band\b(?=\s+(?:reports?|is|are|runs?|answers|posts|the)\b)|[()]"
)
_STOP = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.;]\s")
_LINK = re.compile(r"[\s:=–—-]*(?:(?:is|are|the|our|by|on|to|of)\s+)*", re.IGNORECASE)
_NAME_AND = re.compile(rf"({FULL})\s+and\s+(?:also\s+)?([a-z]\w+)")
_THEIR_BOSS = re.compile(
    r"(?:\s?\([^()\n]{1,40}\))?,?\s+who\s+(?:in\s+turn\s+)?(?:reports?|answers?)\s+(?:in\s*)?to\s+[^,.;:\n]{2,60}",
    re.IGNORECASE,
)
_ALSO_DOES = frozenset(("has", "have", "does", "also"))
LONGEST_MANAGER = 60
_TOO = re.compile(
    r"\s(?:(?:as\swell|too|also|directly)|(?:in|on|at|during|besides)\s(?:her|his|their|the|our|addition|parallel)\b.*)\Z"
)
_OF_ONE_DUTY = re.compile(
    r"\w[^.;\n]{6,}\b(?:and|but|,)\s+also\s+(?!works?\b)\w[^.;\n]*,?\s*\Z", re.IGNORECASE
)
_ABOUT = re.compile(rf"(?<!\w)(?:for\s+)?(?:{ABOUT}|for\s+)\Z", re.IGNORECASE)
_NEAR = 240  # characters before hours in which the duty stands that they are told of
_MEASURES = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_MOST_MEASURES = 8


class Details(NamedTuple):
    """What was found; "" and None for what is not stated. ``stretches`` are those parts of the text, no duties."""

    reports_to: str
    hours: float | None
    part_time: bool
    half_time: bool
    measures: tuple[str, ...]
    places: tuple[str, ...]
    tools: tuple[str, ...]
    stretches: tuple[tuple[int, int], ...]
    part_hours: str = ""  # hours that are told of one duty alone, as written
    posts: float | None = None  # "0.5 FTE"


def _clause_end(text: str, start: int, end: int) -> int:
    found = _PIECE.search(text, start, end)
    return found.start() if found else end


def _names(pattern: re.Pattern[str], text: str, known: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known[" ".join(m[0].lower().split())] for m in pattern.finditer(text)))


def manager_in(text: str, start: int, end: int, words: Vocabulary) -> tuple[str, int, int] | None:
    """Return who is reported to, and the stretch that says so."""
    found = words.reports.search(text, start, end)
    if found is None:
        under = _UNDER.search(text, start, end)
        return (under[1], under.start(), under.end()) if under else None
    newline = text.find("\n", found.end(), end)  # of a whole job description
    end = newline if newline >= 0 else end
    link = _LINK.match(text, found.end(), end)
    at = link.end() if link else found.end()
    named = mentions(text, at, min(end, at + LONGEST_MANAGER), words)
    if named and named[0].start - at < 12 and not _STOP.search(text, at, named[0].start):
        theirs = _THEIR_BOSS.match(text, named[0].after, end)  # "led by a manager who reports to the COO"
        return named[0].title, found.start(), theirs.end() if theirs else named[0].end
    stop = _clause_end(text, at, min(end, at + LONGEST_MANAGER))
    goes_on = _NAME_AND.match(text, at, stop)
    if goes_on and plain(goes_on[2]) in words.verbs | words.person_verbs | _ALSO_DOES:
        stop = goes_on.end(1)  # "reports to Tim Bell and moderates the forum"
    name = _TOO.sub("", " ".join(text[at:stop].split()))
    if name.lower() == "me":
        name = words.data.writer
    elif name.lower() in _PRONOUNS - ONE_BEFORE:
        name = ""  # "reports to them": nobody can tell who
    theirs = _THEIR_BOSS.match(text, stop, end)
    return (name, found.start(), theirs.end() if theirs else stop) if stop > at else None


def measures_in(said: str) -> list[str]:
    """Return the measures that a stretch lists, at most eight: "reach, sign-ups and open rate"."""
    parts = (part.strip(" .") for part in _MEASURES.split(" ".join(said.split())))
    return [part for part in parts if part][:_MOST_MEASURES]


def details(text: str, start: int, end: int, words: Vocabulary, own: tuple[str, ...] = ()) -> Details:
    """Read ``text[start:end]``, the words about one role, which is called by any of ``own``."""
    stretches: list[tuple[int, int]] = []
    manager = manager_in(text, start, end, words)
    while manager:
        stretches.append(manager[1:])
        if key_of(manager[0]) not in map(key_of, own):
            break
        manager = manager_in(text, manager[1] + 1, end, words)  # "is led by Carla, who reports to the CEO"
    measures: list[str] = []
    for match in words.measured.finditer(text, start, end):
        if any(a <= match.start() < b for a, b in stretches):
            continue
        link = _LINK.match(text, match.end(), end)
        at = link.end() if link else match.end()
        stop = min((i for i in (text.find(c, at, end) for c in ".;\n(") if i >= 0), default=end)
        said = " ".join(text[at:stop].split())
        parts = measures_in(said)
        if parts and len(said) < 160:
            measures += parts
            stretches.append((match.start(), stop))
    piece = text[start:end]
    parted = percents(text, start, end)
    in_parts = hours_of_parts(text, start, end, words)
    told_in_parts = parted or in_parts is not None
    share = Share(hours=in_parts) if told_in_parts else share_in(text, start, end, stretches, words)
    hours, part_hours = share.hours, ""
    stretches += [share.posts_at] if share.posts_at else []
    if share.hours_at:
        near = max(start, share.hours_at[0] - _NEAR)
        about = _ABOUT.search(text, near, share.hours_at[0])
        told = (about.start() if about else share.hours_at[0], share.hours_at[1])
        stretches.append(told)
        if _OF_ONE_DUTY.search(text, near, told[0]):
            # "posts daily and also looks after the group, one day a week": the group's hours only
            hours, part_hours = None, " ".join(text[slice(*told)].split())
    return Details(
        reports_to=manager[0] if manager else "",
        hours=hours,
        part_time=bool(_PART.search(piece)),
        half_time=not told_in_parts and bool(_HALF.search(piece)),
        measures=tuple(dict.fromkeys(measures)),
        places=_names(words.places, piece, {p.name.lower(): p.name for p in words.data.places}),
        tools=_names(words.tools, piece, {t.name.lower(): t.name for t in words.data.tools}),
        stretches=tuple(stretches),
        part_hours=part_hours,
        posts=share.posts,
    )
