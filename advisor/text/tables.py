"""Lines that stand for cells: a field with its value, and the rows of a table that lost its borders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from advisor.text.view import BULLETS

ROW = "|"  # the mark of an item that is a row of a table
# "Location: Leeds", "**Location:** Leeds", "Location – Leeds", and cells with a tab or a bar between them. A longer
# stretch before a colon or a dash is a sentence or a heading.
_FIELD = re.compile(r"[^:\n]{1,40}+:[*_]*+\s++\S|[\w/]++(?: [\w/]++)? [–—-] \S")
_BETWEEN = re.compile(r"\S(?:\t++| \| )\S")


def is_field(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] gives the value of something ("Location: Leeds", two cells): it heads nothing."""
    return _FIELD.match(text, start, end) is not None or _BETWEEN.search(text, start, end) is not None


_CELL_END = re.compile(r"\t+| \| ")
_NUMBER = re.compile(r"\d{1,3}[.)]?\s*+")
_BORDER = " \t|"
_WORDY = 4  # words in the first cell of a row that is an item of its own; fewer name a field


class Row(NamedTuple):
    """One line of a table, read as an item of a list. start, end: offsets in its line, without number and borders."""

    cells: int
    start: int
    end: int


def rows(raws: Sequence[str]) -> dict[int, Row]:
    """The lines that are rows of a table of work, by their number: two or more in a row with as many cells.

    A row begins with a number, or its first cell says something in a few words ("Host the user group calls"), or its
    last one does, of three or more ("Forum | 40% | Host the user group calls").
    """
    found: dict[int, Row] = {}
    for (i, row), (j, other) in pairwise((i, _row(raw)) for i, raw in enumerate(raws) if raw.strip()):
        if row and other and row.cells == other.cells:
            found[i], found[j] = row, other
    return found


def _row(raw: str) -> Row | None:
    start = len(raw) - len(raw.lstrip(_BORDER))
    end = len(raw.rstrip(_BORDER))
    cells = list(_CELL_END.finditer(raw, start, end))
    if not cells or raw[start] in BULLETS:
        return None
    # An empty cell is a cell, too, be it the last one: "| Publish daily | 30% | |".
    whole = raw[start:].rstrip(" \r\n")
    whole = whole.removesuffix("|")
    count = whole.count("\t") or len(_CELL_END.findall(whole))
    number = _NUMBER.fullmatch(raw, start, cells[0].start())
    if number is not None:
        return Row(count, cells[0].end(), end)
    first, last = raw[start : cells[0].start()], raw[cells[-1].end() : end]
    wordy = len(first.split()) >= _WORDY or (len(cells) > 1 and len(last.split()) >= _WORDY)
    return Row(count, start, end) if wordy else None
