"""Lines that stand for cells: a field with its value, and the rows of a table that lost its borders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from advisor.text.lost_ends import BULLETS, SHY
from advisor.text.markup import MARKER

_MARKS = BULLETS + SHY
ROW = "|"  # the mark of an item that is a row of a table
# "Location: Leeds", "**Location:** Leeds", "Location – Leeds", and cells with a tab or a bar between them. A longer
# stretch before a colon or a dash is a sentence or a heading.
_FIELD = re.compile(r"[^:\n]{1,40}+:[*_]*+\s++\S|[\w/]++(?: [\w/]++)? [–—-] \S")
_BETWEEN = re.compile(r"\S(?:\t++| \| )\S")


def is_field(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] gives the value of something ("Location: Leeds", two cells): it heads nothing."""
    return _FIELD.match(text, start, end) is not None or _BETWEEN.search(text, start, end) is not None


_CELL_END = re.compile(r"\t+| \| ")
_NUMBER = re.compile(r"\d{1,3}(?:[.)]|\s?%)?\s*+")
_LABEL = re.compile(r"[^\W\d_]{2}")  # a word, not a mark before an item
_BORDER = " \t|"
_WORDY = 4  # words in the first cell of a row that is an item of its own; fewer name a field
_FEWEST_LABELLED = 3  # rows of two cells, label and work; fewer are fields


class Row(NamedTuple):
    """One line of a table, read as an item of a list. start, end: offsets in its line, without number and borders.

    labelled: a label and what it stands for ("Forum | Host the user group calls"), as fields have it, too.
    """

    cells: int
    start: int
    end: int
    labelled: bool = False


def rows(raws: Sequence[str]) -> dict[int, Row]:
    """The lines that are rows of a table of work, by their number: two or more in a row with as many cells.

    A row begins with a number or a share, or its first cell says something in a few words ("Host the user group calls"), or any
    does, of three or more ("Forum | Host the user group calls | 40%"). Of two cells the last one may do so where three
    rows or more agree.
    """
    found: dict[int, Row] = {}
    lines = [(i, _row(raw)) for i, raw in enumerate(raws) if raw.strip()]
    for _, run in groupby(lines, key=lambda line: line[1] and (line[1].cells, line[1].labelled)):
        alike = [(i, row) for i, row in run if row]
        if len(alike) >= 2 and (len(alike) >= _FEWEST_LABELLED or not alike[0][1].labelled):
            found.update(alike)
    return found


def _row(raw: str) -> Row | None:
    start = len(raw) - len(raw.lstrip(_BORDER))
    end = len(raw.rstrip(_BORDER))
    cells = list(_CELL_END.finditer(raw, start, end))
    if not cells or raw[start] in _MARKS:
        return None
    # An empty cell is a cell, too, be it the last one: "| Publish daily | 30% | |".
    whole = raw[start:].rstrip(" \r\n")
    whole = whole.removesuffix("|")
    count = whole.count("\t") or len(_CELL_END.findall(whole))
    number = _NUMBER.fullmatch(raw, start, cells[0].start())
    if number is not None:
        return Row(count, cells[0].end(), end)
    if (
        listed := MARKER.match(raw, start, end)
    ) is not None:  # "– Host\tthe calls": an item, as without the tab
        start = listed.end()
    said = _CELL_END.split(raw[start:end])
    wordy = [len(cell.split()) >= _WORDY for cell in said]
    labelled = len(said) == 2 and not wordy[0]
    if not any(wordy) or (labelled and _LABEL.search(said[0]) is None):
        return None
    return Row(count, start, end, labelled)
