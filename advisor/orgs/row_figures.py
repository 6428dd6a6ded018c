"""The figures of a table's row: people, hours a week, shares of a post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.errors import InputError
from advisor.rubrics.structures import load_structures

from .cells import NUMBER, Row
from .hours import hours_and_times
from .model import HOURS_A_WEEK
from .share import DAYS_A_WEEK, WHOLE_WEEK
from .terms import Vocabulary

ZERO = re.compile(r"0(?:[.,]0+)?(?:\s?(?:fte|h|hrs?|hours?|%))?", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=\d)\s*\([^()]*\)$")  # "24 (18 full-time, 6 part-time)"
_SUM = re.compile(
    r"\d{1,4}(?:\s[a-z-]{1,15})?(?:\s*\+\s*\d{1,4}(?:\s[a-z-]{1,15})?)+", re.IGNORECASE
)  # "3 + 1 agency"
_NUMBERS = re.compile(r"\d+")
_WHOLE = 100  # percent of a post
_LONGEST_WEEK = 60  # hours of one person, beyond which they are those of several
_BARE, SHARE = re.compile(r"\d{0,3}[.,]?\d{1,2}"), re.compile(r"0?[.,]\d{1,2}|1(?:[.,]0{1,2})?")


def figure(
    text: str, most: float, what: str, row: int, notices: list[str], words: Vocabulary
) -> float | None:
    """Return the number in a cell, above 0 and up to ``most``, None where there is none; a notice tells of a cell that is no
    number. Raises InputError for a number that can't be right, as ``what`` of a ``row``.
    """
    text = text.strip()
    if not text or text in "-–?" or ZERO.fullmatch(text):
        return None
    text = _ASIDE.sub("", text)
    if _SUM.fullmatch(text):
        text = str(sum(int(number) for number in _NUMBERS.findall(text)))
    found = NUMBER.fullmatch(text)
    if found is None:
        notices.append(words.data.doubts.cell.format(row=row, words=text[:30]))
        return None
    value = float(found[1].replace(",", "."))
    if not 0 < value <= most:
        raise InputError(
            "table",
            f"Row {row}: “{text[:30]}” is no {what} that can be used.",
            f"Write a number above 0 and up to {most:,.0f}, or leave the cell empty.",
        )
    return value


def week_of(
    cells: dict[str, str], head: str, people: float | None, row: int, notices: list[str], words: Vocabulary
) -> tuple[float | None, str]:
    """Return the hours a week of one person, from a share of a post, days or hours, and the times that stand with them."""
    full = load_structures().data.numbers.full_time
    share = figure(cells.get("share", ""), _WHOLE, "share of a post", row, notices, words)
    if share is not None:
        return share * full if share <= 1 else share * full / _WHOLE, ""  # "0.5" or "50"
    told = cells.get("days", "")
    if NUMBER.fullmatch(told):
        days = figure(told, WHOLE_WEEK, "number of days a week", row, notices, words)
        return days and days * full / DAYS_A_WEEK, ""
    said, times = hours_and_times(cells.get("hours") or told, head, words)  # "Days: Mon-Fri"
    most = HOURS_A_WEEK * max(people or 1, 1)
    hours = figure(said, most, "number of hours a week", row, notices, words)
    if hours is not None and people and people > 1 and hours > _LONGEST_WEEK >= hours / people:
        hours /= people  # of all together
    if hours is not None and hours > HOURS_A_WEEK:
        figure(said, HOURS_A_WEEK, "number of hours a week", row, notices, words)  # refuses it
    return hours, times


def tells_posts(columns: dict[int, str], rows: Sequence[Row]) -> bool:
    """Whether bare figures in the column of hours are shares of a post: some are parts of 1 and none is above ("Time")."""
    at = next((i for i, key in columns.items() if key == "hours"), None)
    cells = [row.cells[at].strip() for row in rows if at is not None and at < len(row.cells)]
    bare = [cell for cell in cells if _BARE.fullmatch(cell)]
    return any(not cell.isdigit() for cell in bare) and all(map(SHARE.fullmatch, bare))
