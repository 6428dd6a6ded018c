"""When somebody is there, as a table or a form tells it: "Mon-Fri 9-17", "7 days, 8-20", "evenings"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.rubrics.structures import Structures, load_structures

from .terms import Vocabulary
from .vocabulary import vocabulary
from .words import WORD

_TIME = r"(\d{1,2})([:.]\d\d)?\s*(am|pm|h)?(?![a-z])"
_RANGE = re.compile(rf"(?<![\d.,:]){_TIME}\s*(?:-|–|—|to|until|till)\s*{_TIME}(?![\d%:])", re.IGNORECASE)
_NOON, _DAY = 12, 24
_A_WEEK = re.compile(r"\b(?:per|a)\s+week\b|\bweekly\b|/\s?w(?:ee)?k\b", re.IGNORECASE)
_DAILY = re.compile(r"\b(?:daily|each|(?:every|a|per)\s+day)\b|/\s?day\b", re.IGNORECASE)
_ALONE = re.compile(r"\bdaily\b", re.IGNORECASE)  # it says how often, and names no weekend
_HOURS_BEHIND = re.compile(r"\s*(?:h|hrs?|hours?)\b", re.IGNORECASE)
# Figures that are no hours a week: "24/7", "7 days", "3 evenings", "9:30", "6pm", "from 6".
_OTHER_FIGURES = re.compile(
    r"\b\d{1,2}\s*/\s*[567]\b|\b\d{1,3}[\s-]*(?:days?|evenings?|nights?|weekends?|mornings?|afternoons?|shifts?)\b"
    r"|\b\d{1,2}[:.]\d\d(?!\d)\s*(?:[ap]m)?|\b\d{1,2}\s*[ap]m\b|\b(?:from|until|till|to|after|before|by|at|since)\s+\d{1,2}\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(\d[\w:.]*(?:\s[ap]m)?)\s+and\s+(\d[\w:.]*(?:\s[ap]m)?)", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z]{2,4}")  # CET
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_HOURS = re.compile(
    r"(?P<figure>(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:h|hrs?|hours?)\b)?(?:\s*(?:(?:/|per\b|a\b)\s*(?:week|wk)\b|weekly\b))?"
    r"(?!\s*(?:[x×%/\d]|fte\b|people\b|persons?\b))",
    re.IGNORECASE,
)


def _hour(said: str, half: str | None) -> int:
    hour = int(said)
    if half and half.lower() == "pm" and hour < _NOON:
        hour += _NOON
    return 0 if half and half.lower() == "am" and hour == _NOON else hour


def _times(found: re.Match[str]) -> tuple[int, int]:
    """Return when a range begins and ends; "9-5", of which neither hour can be of the afternoon alone, ends in it."""
    start, end = _hour(found[1], found[3]), _hour(found[4], found[6])
    told = (found[6] or "").lower() in ("am", "pm")
    return start, end + _NOON if end <= start <= _NOON and not told else end


def _on_a_clock(minutes: str | None, half: str | None) -> bool:
    return (minutes or "").startswith(":") or (half or "").lower() in ("am", "pm")


def ranges_in(text: str, *, clock: bool = False) -> list[tuple[int, int]]:
    """Return the times of day that ``text`` gives, as hours from 0 to 24; what can be no time of day is left out.

    ``clock``: only those of which both ends are written as on a clock, "16:00–22:00", "2 pm to 10 pm".
    """
    told = [m for m in _RANGE.finditer(_BETWEEN.sub(r"\1–\2", text)) if (m[1], m[3]) != (m[4], m[6])]
    found = [_times(m) for m in told if not clock or (_on_a_clock(m[2], m[3]) and _on_a_clock(m[5], m[6]))]
    return [(start, end) for start, end in found if start != end and max(start, end) <= _DAY]


def _clear(found: re.Match[str]) -> bool:
    """Whether a range can only be of times: "9:30-17", "9am to 5pm", "9-5"; not "15-20"."""
    return bool(found[2] or found[5] or found[3] or found[6]) or int(found[4]) < int(found[1])


def _a_week(found: re.Match[str]) -> bool:
    """Whether a range counts hours: "15-20 h", "30-40"."""
    behind = (found[6] or "").lower() == "h" and not found[3]
    return bool(behind or _HOURS_BEHIND.match(found.string, found.end())) or max(_times(found)) > _DAY


def hours_and_times(cell: str, head: str = "", words: Vocabulary | None = None) -> tuple[str, str]:
    """Cut a cell under ``head`` into hours a week and when somebody is there: "20 h, Tue-Thu" → "20", "Tue-Thu".

    What is neither for sure comes back whole as the first.
    """
    words = words or vocabulary()
    ranges = list(_RANGE.finditer(cell))
    named = words.times.search(cell) or words.weekday.search(cell) or load_structures().speaks_of_hours(cell)
    if not (named or ranges) or any(_a_week(m) for m in ranges) or (ranges and _A_WEEK.search(head)):
        return cell, ""
    rest = _OTHER_FIGURES.sub(lambda m: "_" * len(m[0]), _RANGE.sub(lambda m: "_" * len(m[0]), cell))
    figures = _FIGURE.findall(rest)
    if not figures:
        return ("", cell) if named or all(map(_clear, ranges)) else (cell, "")
    hours = _HOURS.search(rest)
    if len(figures) > 1 or hours is None or hours["figure"] != figures[0] or _DAILY.search(cell):
        return cell, ""
    told = f"{cell[: hours.start()].rstrip(' ,;(')} {cell[hours.end() :].lstrip(' ,;')}".strip(" ,;:")
    return hours["figure"], told.strip("()") if told[:1] == "(" or "(" not in told else told


def only_times(said: str, words: Vocabulary) -> bool:
    """Whether a stretch tells when somebody is there and nothing else: "7 days 8-8", "shifts 06:00–22:00 CET"."""
    said = _BETWEEN.sub(r"\1–\2", said)
    rest, ranges = _RANGE.subn(" ", said)
    rest = _OTHER_FIGURES.sub(" ", words.times.sub(" ", words.weekday.sub(" ", rest)))
    named = ranges or load_structures().speaks_of_hours(said)
    return bool(named) and all(
        word.lower() in words.data.beside_times or _ZONE.fullmatch(word) for word in WORD.findall(rest)
    )


def cover_of(duties: Iterable[str], whole: str, structures: Structures) -> tuple[str, ...]:
    """Return the ids of the hours that a role's words name; a duty that only tells hours is read for all times, any
    other for those that can be nothing else."""
    held = set(structures.cover(whole))
    lead = vocabulary().data.hours_as_duty.partition("{")[0].strip().lower()
    for duty in duties:
        only_hours = duty.lower().startswith(lead)
        said = duty[len(lead) :] if only_hours else duty
        times = ranges_in(said, clock=not only_hours)
        if only_hours:
            every_day = times and not vocabulary().weekday.search(said)
            held |= set(structures.cover_told(said if every_day else _ALONE.sub(" ", said)))
        for start, end in times:
            last = end if end > start else end + _DAY
            held |= {c.id for c in structures.data.cover if c.until is not None and last >= c.until}
    return tuple(c.id for c in structures.data.cover if c.id in held)
