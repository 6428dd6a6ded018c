"""When somebody is there, as a table or a form tells it: "Mon-Fri 9-17", "7 days, 8-20", "evenings"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.rubrics.structures import Structures, load_structures

from .words import Vocabulary, vocabulary

_TIME = r"(\d{1,2})(?:[:.]\d\d)?\s*(am|pm|h)?"
_RANGE = re.compile(rf"(?<![\d.,:]){_TIME}\s*(?:-|–|—|to|until|till)\s*{_TIME}(?![\d%:])", re.IGNORECASE)
_NOON, _DAY = 12, 24


def _hour(said: str, half: str | None) -> int:
    hour = int(said)
    if half and half.lower() == "pm" and hour < _NOON:
        hour += _NOON
    return hour


def ranges_in(text: str) -> list[tuple[int, int]]:
    """Return the times of day that ``text`` gives, as hours from 0 to 24; what can be no time of day is left out."""
    found = [(_hour(m[1], m[2]), _hour(m[3], m[4])) for m in _RANGE.finditer(text)]
    return [(start, end) for start, end in found if start != end and max(start, end) <= _DAY]


def told_hours(cell: str, words: Vocabulary | None = None) -> bool:
    """Whether a cell says when somebody is there, not how many hours a week."""
    words = words or vocabulary()
    return bool(
        words.times.search(cell)
        or words.weekday.search(cell)
        or (ranges_in(cell) and not re.search(r"\b(?:h|hrs?|hours?)\b", cell, re.IGNORECASE))
        or load_structures().speaks_of_hours(cell)
    )


def cover_of(duties: Iterable[str], whole: str, structures: Structures) -> tuple[str, ...]:
    """Return the ids of the hours that a role's words name; a duty that only tells hours is read for times, too."""
    held = set(structures.cover(whole))
    lead = vocabulary().data.hours_as_duty.partition("{")[0].strip().lower()
    for duty in duties:
        if not duty.lower().startswith(lead):
            continue
        said = duty[len(lead) :]
        held |= set(structures.cover_told(said))
        for start, end in ranges_in(said):
            last = end if end > start else end + _DAY
            held |= {c.id for c in structures.data.cover if c.until is not None and last >= c.until}
    return tuple(c.id for c in structures.data.cover if c.id in held)
