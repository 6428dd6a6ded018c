"""A table of marks: who does which task, as "x" or as the letters of a responsibility chart, R, A, C and I."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cells import Row, all_marks
from .mentions import mentions
from .model import MOST_PEOPLE, RoleDraft, Span
from .people import NAMES, PeopleReader
from .tables import TableRow
from .terms import Vocabulary
from .words import names_in

_DOES = re.compile(r"[ACIS/,+&\s]*R[RACIS/,+&\s]*|[xX×✓✔●•yY]|yes")
_BRACKET = re.compile(r"\s*\(([^()]{1,60})\)\s*\Z")
_FEWEST = 2  # tasks, people and marks


def matrix_of(rows: Sequence[Row], words: Vocabulary) -> tuple[list[TableRow], list[Span]] | None:
    """Return the seats of such a table and the rows whose task nobody does; None where it is another table."""
    head, below = [cell.strip() for cell in rows[0].cells], rows[1:]
    width = len(head)
    if len(below) < _FEWEST or width <= _FEWEST or any(len(row.cells) > width for row in below):
        return None
    marks = sum(_does(cell.strip()) for row in below for cell in row.cells[1:])
    if marks < _FEWEST or not all(head[1:]) or not all_marks([row.cells for row in rows]):
        return None
    first = [row.cells[0].strip() for row in below]
    across, down = _seats(head[1:], words), _seats(first, words)
    if not max(across, down):
        return None
    spans = [row.span for row in below]
    if across >= down:
        done = [[i for i, row in enumerate(below) if _does(_at(row, k))] for k in range(1, width)]
        seats = [
            _seat(who, [first[i] for i in tasks], (rows[0].span, *(spans[i] for i in tasks)), words)
            for who, tasks in zip(head[1:], done, strict=True)
            if tasks
        ]
        idle = [spans[i] for i in range(len(below)) if not any(i in tasks for tasks in done)]
        return seats, idle
    seats = [
        _seat(who, [head[k] for k in range(1, width) if _does(_at(row, k))], (rows[0].span, row.span), words)
        for who, row in zip(first, below, strict=True)
    ]
    return seats, []


def _at(row: Row, column: int) -> str:
    return row.cells[column].strip() if column < len(row.cells) else ""


def _does(cell: str) -> bool:
    return bool(cell) and _DOES.fullmatch(cell) is not None


def _seats(cells: Sequence[str], words: Vocabulary) -> int:
    """Return how many cells name a role, work that stands for whoever does it, or people."""
    people = PeopleReader("", words)
    return sum(
        bool(mentions(cell, 0, len(cell), words))
        or words.functions.fullmatch(_BRACKET.sub("", cell)) is not None
        or (
            (name := NAMES.fullmatch(_BRACKET.sub("", cell))) is not None
            and all(map(people.is_name, names_in(name[0])))
        )
        for cell in cells
    )


def _seat(who: str, tasks: Sequence[str], spans: tuple[Span, ...], words: Vocabulary) -> TableRow:
    """Return the seat that a head names: "Jana (community manager)", "Support (5 FTE)", "Moderators"."""
    bracket, title, name, people = _BRACKET.search(who), who, "", None
    named = mentions(who, 0, len(who), words)
    bare = _BRACKET.sub("", who)
    if bracket and (heads := words.heads_in.match(bracket[1]) or re.match(r"(\d{1,4})\Z", bracket[1])):
        title, people = bare, min(words.number(heads[1]), MOST_PEOPLE)
    elif bracket and named and named[0].start >= bracket.start():
        title, name = bracket[1], bare
    elif named and named[0].number is not None:
        title, people = named[0].title, named[0].number
    return TableRow(
        RoleDraft(title, tuple(tasks), name=name, headcount=people, spans=spans), False, part_time=False
    )
