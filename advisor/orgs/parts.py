"""Which part of somebody's week a duty takes, where its words tell: "50% social media", "20 hours on community"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .share import DAYS_A_WEEK, full_time
from .terms import Vocabulary
from .words import ABOUT

_OF_TIME = (
    r"(?:\s+of\s+(?:(?:her|his|their|my|our|the|its)\s+)?(?:time|week|hours|work|job|role|capacity|post))"
)
_PERCENT = re.compile(rf"(?<![\w.,])(\d{{1,3}})\s?%{_OF_TIME}?", re.IGNORECASE)
_AT_START = re.compile(
    rf"\W*+(?:[a-z]+\s+)?{ABOUT}?(\d{{1,3}})\s?%{_OF_TIME}?(?!\s+of\b)(?:\s+(?:on|for|in|to|is|goes\s+(?:in)?to)\b)?[\s:–-]*(?=\w)",
    re.IGNORECASE,
)
_AT_END = re.compile(r"[\s,(:–-]+(\d{1,3})\s?%\)?\s*\Z")
_WHOLE = (90, 105)  # percent that parts of one post add up to


def percents(text: str, start: int, end: int) -> bool:
    """Whether the percentages of ``text[start:end]`` are the parts of one post: two or more that make a whole."""
    told = [int(found[1]) for found in _PERCENT.finditer(text, start, end)]
    return len(told) > 1 and _WHOLE[0] <= sum(told) <= _WHOLE[1]


def hours_of_parts(text: str, start: int, end: int, words: Vocabulary, least: int = 2) -> float | None:
    """Return the hours a week that several parts add up to: "20 hours on community and 8 hours on support" are 28."""
    found = list(words.part_of_week.finditer(text, start, end))
    if len(found) < least:
        return None
    return sum(_hours(m, words) for m in found)


def _hours(found: re.Match[str], words: Vocabulary) -> float:
    number = words.number(found["number"])
    return number * full_time() / DAYS_A_WEEK if found["days"] else number


def part_of(duty: str, words: Vocabulary) -> tuple[float | None, str]:
    """Return the part of a full week that a duty says it takes, 0 to 1, or None; and the duty without it."""
    for pattern in (_AT_START, _AT_END):
        found = pattern.match(duty) if pattern is _AT_START else pattern.search(duty)
        if found and 0 < int(found[1]) <= 100:
            return int(found[1]) / 100, (duty[: found.start()] + duty[found.end() :]).strip()
    timed = words.part_of_week.search(duty)
    if timed is None or len(duty[: timed.start()].split()) > 1:
        return None, duty
    return _hours(timed, words) / full_time(), duty[timed.end() :].strip()


def weights(duties: Sequence[float | None]) -> list[float]:
    """Return how much each duty weighs, 1 on average, by the parts that are told; the others share what remains."""
    told = sum(part for part in duties if part is not None)
    others = sum(part is None for part in duties)
    if not told:
        return [1.0] * len(duties)
    rest = max(1 - told, 0) / others if others else 0.0
    whole = told + rest * others
    return [len(duties) * (rest if part is None else part) / whole for part in duties]
