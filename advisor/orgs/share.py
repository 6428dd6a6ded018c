"""How much of a week somebody works, as their own words tell it: "20 hours", "three days a week", "60%", "0.5 FTE"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from advisor.rubrics.structures import load_structures

from .terms import Vocabulary
from .words import ABOUT

DAYS_A_WEEK, WHOLE_WEEK = 5, 7
_HOURS = re.compile(
    r"(?<![\w.,])(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:-\s*)?(?:h|hrs?|hours?)\s*(?:/|a|per|each|every)?\s*(?:week|wk)\b(?:\s+each\b)?",
    re.IGNORECASE,
)
# "Hours: 24 per week"
_HOURS_FIELD = re.compile(
    r"^[*_ \t-]*(?:weekly\s+|working\s+)?hours(?:\s+(?:a|per)\s+week)?\s*:[*_ \t]*(\d{1,2}(?:[.,]\d{1,2})?)(?!\s*(?:[-–:%]|to\b)|[\d.,]*\d)",
    re.IGNORECASE | re.MULTILINE,
)
_BARE_HOURS = re.compile(
    r"\b(?:works?|working)\s+(?:for\s+)?(\d{1,2})\s*(?:h|hrs?|hours?)(?=\s*(?:$|[.,;)]|and\b|as\b))|(?<!\w)(\d{1,3})\s*(?:h|hrs?|hours?)\s*(?:each\b|\)|(?=:))",
    re.IGNORECASE,
)
# What stands by itself between two marks: ", 20 hours", "– 0.5 FTE –", "(0.8 FTE each)".
_OPENS = rf"(?:[,;(|–—]\s*|(?<=\s)-\s+)(?:{ABOUT}|(?:for|at)\s+)?"
_CLOSES = r"(?=\s*(?:$|[,;:|)–—\n]|\.(?!\d)|-\s))"
_HOURS_ALONE = re.compile(
    rf"{_OPENS}(\d{{1,2}}(?:[.,]\d{{1,2}})?)\s?(?:h|hrs?|hours?)\.?{_CLOSES}", re.IGNORECASE
)
# "(Bo, 60%)", "an 80% post", "works 60%": part of a week.
_PERCENT = re.compile(
    r"\((?:[^()\n]{1,40},\s*)?(\d{2})\s?%(?:,[^()\n]{1,40})?\)"
    r"|(?<![\d.,])(\d{2})\s?%\s+(?:post|position|fte|contract|role|of\s+(?:a\s+)?full[- ]time)\b"
    r"|(?<![\d.,])(\d{2})\s?%\s+of\s+(?:her|his|their|my|the)\s+(?:time|week|hours)\b"
    r"|\b(?:works?|working)\s+(?:at\s+)?(\d{2})\s?%(?!\s+(?!and\b|as\b|from\b|but\b)\w)"
    # "Mike 20%, Ana 50%", but "CSAT 81%"
    r"|(?-i:(?<![^\W\d_])[A-ZÀ-Þ][a-zß-ÿ]{1,20})\s(\d{2})\s?%(?=\s*(?:[,;.:]|\s[–—-]|$))"
    r"|(?:[,–—]|\s-)\s+(\d{2})\s?%(?=\s*(?:[:–—.,;]|-\s|$))",
    re.IGNORECASE | re.MULTILINE,
)
_POSTS = re.compile(
    rf"(?:{_OPENS}|\b(?:is|at|works?|working|on)\s+)(\d{{1,3}}(?:[.,]\d{{1,2}})?(?=\s?FTE)|\d{{0,2}}[.,]\d{{1,2}})\s?(?:FTEs?|posts?)\b(\s+each\b)?(?:\s+in\s+(?:total|all)\b)?{_CLOSES}"
    r"|\((0[.,]\d{1,2}|1[.,]0)\)",
    re.IGNORECASE,
)


class Share(NamedTuple):
    """``hours`` a week of each person, ``posts`` full-time posts in all; None for what is not told.

    ``hours_at`` and ``posts_at`` are where that stands.
    """

    hours: float | None = None
    posts: float | None = None
    hours_at: tuple[int, int] | None = None
    posts_at: tuple[int, int] | None = None


_APART = re.compile(
    r"[\s,]*(?:and)?\s*", re.IGNORECASE
)  # what else stands between two days makes them a range


def _days(said: str, words: Vocabulary) -> int:
    """Return how many days of the week are named: "Monday and Friday" are two, "Tuesday to Thursday" three."""
    days, count, before = words.data.weekdays, 0, None
    for day in words.weekday.finditer(said):
        at = days.index(day[0].lower().removesuffix("s"))
        apart = before is None or _APART.fullmatch(said, before[1], day.start())
        count += 1 if apart or before is None else (at - before[0]) % len(days)
        before = at, day.end()
    return count


def full_time() -> float:
    """Return the hours a week of a full-time post."""
    return load_structures().data.numbers.full_time


def hours_with_some(people: float, some: float, hours: float | None) -> float:
    """Return the hours a week of one of ``people`` on average of whom ``some`` work part-time, ``hours`` or the usual."""
    part = hours or load_structures().data.numbers.part_time_hours
    return round(full_time() - min(some, people) / people * (full_time() - part), 1)


def _hours(
    text: str, start: int, end: int, others: Sequence[tuple[int, int]], words: Vocabulary
) -> tuple[float, re.Match[str], int] | None:
    """Return the hours a week, the match that tells them, and the group of it that begins with the figure."""
    full = full_time()
    for pattern in (_HOURS, _HOURS_FIELD, _BARE_HOURS, _HOURS_ALONE):
        for found in pattern.finditer(text, start, end):
            group = found.lastindex or 1
            if not any(a <= found.start(group) < b for a, b in others):  # "judged on replies, 4 hours"
                return float(found[group].replace(",", ".")), found, group
    days = words.days.search(text, start, end)
    if days and days["hours"]:  # "four hours a week"
        return words.number(days[1]), days, 0
    if days and words.number(days[1]) < WHOLE_WEEK:  # "seven days a week" tells when, not how much
        return words.number(days[1]) * full / DAYS_A_WEEK, days, 0
    percent = _PERCENT.search(text, start, end)
    known = (words.places, words.tools, words.functions)
    if percent and not any(
        pattern.match(percent[0]) for pattern in known
    ):  # "Instagram 50%" is a part of a seat
        return full * int(percent[percent.lastindex or 0]) / 100, percent, 0
    if weekdays := words.weekdays.search(text, start, end):
        return _days(weekdays[0], words) * full / DAYS_A_WEEK, weekdays, 0
    return None


def share_in(text: str, start: int, end: int, others: Sequence[tuple[int, int]], words: Vocabulary) -> Share:
    """Read what ``text[start:end]`` tells of one seat; ``others`` are stretches that say something else."""
    found, posts = _hours(text, start, end, others, words), _POSTS.search(text, start, end)
    share = Share()
    if found:
        share = Share(found[0], hours_at=(found[1].start(found[2]), found[1].end()))
    if posts is None or words.manages.search(text, start, posts.start()):  # "leads Support (8 FTE)"
        return share
    figure = 3 if posts[3] else 1
    begins = posts.start() if text[posts.start()].isalpha() else posts.start(figure)  # "is 0.6 FTE"
    told, at = float(posts[figure].replace(",", ".")), (begins, posts.end())
    if posts[2]:  # "(0.5 FTE each)"
        return share if share.hours is not None else share._replace(hours=told * full_time(), hours_at=at)
    counts = told and (share.hours is None or told > 1)  # "0.5 FTE, 20 hours": the hours tell it already
    return share._replace(posts=told if counts else None, posts_at=at)
