"""Lines that are rows: what parts their cells, and what each column holds."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from typing import NamedTuple

from advisor.text.markup import without_markdown

from .mentions import mentions
from .model import Span
from .people import ONE_NAME, PeopleReader
from .terms import Vocabulary
from .words import plain

_SLASH = " / "  # three lines or more: "Support / 4 people / tickets"
_DELIMITERS = ("\t", "|", _SLASH, ";", ",")
RULED = re.compile(r"[\s|:+=-]+")  # the line under a table's head
NUMBER = re.compile(
    r"\s*(?:[x×]\s*)?(\d{1,12}(?:[.,]\d{1,2})?)\s*(?:[x×]|fte|h|hrs?|hours?|people|persons|%|/|a|per|week|wk|days?|each|\s)*\s*",
    re.IGNORECASE,
)
_POST = re.compile(r"\s*(?:0[.,]\d{1,2}|1(?:[.,]0{1,2})?)\s*")
# "R/A", "x", "–": who does a task, or doesn't
_MARK = re.compile(r"[RACIS](?:\s?[/,+&]?\s?[RACIS]){0,3}|[xX×✓✔●○•yYnN]|yes|no|[-–—?/]|")
_ALL_MARKS = 0.9  # of a table's cells, but for its first row and column
_MOSTLY = 0.6  # of a column's cells are figures: it counts people
_NO_PEOPLE = re.compile(r"%|\b(?:h|hrs?|hours?|week|wk)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
WIDEST = 100_000  # characters; a longer line is no row


class Row(NamedTuple):
    """One row: its cells and the stretch of the text that it stands in."""

    cells: list[str]
    span: Span


def cells_of(line: str, delimiter: str) -> list[str]:
    """Cut one line; quoted cells keep their delimiters, a Markdown row loses its outer pipes."""
    if delimiter == "|":
        line = line.strip().removeprefix("|").removesuffix("|")
        return [without_markdown(c.strip()) for c in line.split("|")]
    if len(line) > WIDEST:
        return [line]
    if delimiter == _SLASH:
        return [without_markdown(c.strip()) for c in line.split(delimiter)]
    return [
        without_markdown(c.strip())
        for c in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    ]


def head_of(cell: str) -> str:
    """Return a column's head as the rubric writes it."""
    return " ".join(plain(word) for word in cell.replace("_", " ").strip("*:?. ").split())


def delimiter_of(lines: Sequence[str], words: Vocabulary) -> str:
    """Return what parts these lines into columns, or "" when they are no table.

    Tabs and pipes part any two lines alike; commas and semicolons only under a head whose columns are known.
    """
    for delimiter in _DELIMITERS:
        counts = [len(cells_of(line, delimiter)) for line in lines if not RULED.fullmatch(line)]
        if len(counts) < 2 or counts[0] < 2:
            continue
        known = sum(head_of(c) in words.columns for c in cells_of(lines[0], delimiter))
        plain_rows = delimiter in "\t|" and sum(n >= 2 for n in counts) >= 0.6 * len(counts)
        if (
            known >= 2
            or plain_rows
            or all_marks([cells_of(line, delimiter) for line in lines])
            or (delimiter == _SLASH and _all_rows(lines, counts, words))
        ):
            return delimiter
    return ""


def all_marks(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows below the first hold marks and little else behind their first cell."""
    wide = len(rows) > 2 and len(rows[0]) > 2 and all(1 < len(row) <= len(rows[0]) for row in rows)
    cells = [cell.strip() for row in rows[1:] for cell in row[1:]] if wide else []
    marks = [cell for cell in cells if _MARK.fullmatch(cell)]
    return any(marks) and len(marks) >= _ALL_MARKS * len(cells)


def _all_rows(lines: Sequence[str], counts: Sequence[int], words: Vocabulary) -> bool:
    """Whether three lines or more all have cells, and all begin with a role's name or a function and no colon."""
    first = [line.split(_SLASH, 1)[0] for line in lines]
    return (
        len(lines) == len(counts) > 2
        and min(counts) > 1
        and all(":" not in c and (words.functions.match(c) or mentions(c, 0, len(c), words)) for c in first)
    )


def _settled(known: dict[int, str]) -> dict[int, str]:
    """Return what columns hold beside each other: the first of a kind counts, and "Who" is a name beside a title.

    "Lead" is a name beside who is above, else who is above. Where no column tells titles, who it is or else the team stands for them.
    """
    at = dict[str, int]()
    for i, key in sorted(known.items()):
        at.setdefault(key, i)
    if "title" not in at and (stand := [at[key] for key in ("who", "team") if key in at]):
        at["title"] = min(stand)
    if "name" not in at and "who" in at and at["who"] != at["title"]:
        at["name"] = at["who"]
    if "lead" in at:
        holds = "reports_to" in at and not {"name", "first_name", "last_name"} & at.keys()
        at.setdefault("name" if holds else "reports_to", at["lead"])
    return {i: key for key, i in at.items() if key not in ("who", "team", "lead")}


def columns_of(head: list[str], rows: Sequence[Row], words: Vocabulary) -> tuple[dict[int, str], bool]:
    """Return what each column holds, and whether the first row is a head."""
    known = {i: words.columns[head_of(c)] for i, c in enumerate(head) if head_of(c) in words.columns}
    # "Name | Community | Support" over how many hours
    works = [words.functions.match(c.strip()) for i, c in enumerate(head) if i not in known]
    if len(known) >= 2 or (known and (len(head) == 1 or (len(works) > 1 and all(works)))):
        return _settled(known), True
    width = max(len(r.cells) for r in rows)
    titled = [
        sum(
            bool(mentions(r.cells[i], 0, len(r.cells[i]), words))
            for r in rows
            if i < len(r.cells) and len(r.cells[i]) < 60
        )
        for i in range(width)
    ]
    filled = [[r.cells[i] for r in rows if i < len(r.cells) and r.cells[i]] for i in range(width)]
    figures = [[c for c in cells if NUMBER.fullmatch(c)] for cells in filled]
    numbers = {i for i in range(width) if filled[i] and len(figures[i]) >= _MOSTLY * len(filled[i])}
    length = [sum(len(r.cells[i]) for r in rows if i < len(r.cells)) for i in range(width)]
    first = max(range(width), key=lambda i: titled[i])
    longest = max(
        (i for i in range(width) if i != first and i not in numbers), key=lambda i: length[i], default=first
    )
    columns = {first: "title"} | ({longest: "duties"} if longest != first else {})
    people = PeopleReader("", words)
    for i in range(width):
        if i != first and filled[i] and all(ONE_NAME.fullmatch(c) and people.is_name(c) for c in filled[i]):
            columns = {first: "title", i: "name"} | {
                k: key for k, key in columns.items() if k not in (first, i)
            }
            break
    for i in numbers - columns.keys():
        counts = [c for c in figures[i] if not _NO_PEOPLE.search(c)]
        if "name" in columns.values():  # a figure beside one person is no number of people
            posts = all(_POST.fullmatch(c) for c in figures[i])
            columns[i] = "share" if posts else "hours"
        elif len(counts) >= _MOSTLY * len(filled[i]):
            columns[i] = "headcount"
    return columns, False
