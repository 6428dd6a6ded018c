"""Forms and staff pages, which tell a name before a title: "Name: Anna" over "Title: Host", or the name alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from .cells import Row
from .lines import Line, title_line
from .mentions import Mention
from .model import Span
from .people import ONE, PeopleReader
from .terms import Vocabulary
from .words import first_name, plain

_FIELD = re.compile(r"[*_]{0,3}([^\W\d_][\w /-]{1,24}?)[*_]{0,3}:[*_]{0,3}\s*")
_ALONE = re.compile(rf"({ONE}(?:\s{ONE}){{1,2}})(?:\s*\([^()\n]{{1,40}}\))?")
_FEWEST_CARDS = 2
_NAMES = ("name", "first_name", "who")


def form_at(text: str, lines: Sequence[Line], words: Vocabulary, *, first: bool) -> tuple[list[Row], int]:
    """Return the form with which ``lines`` begin as a table's head and its one row, and how many lines it takes.

    It begins with somebody's name and has a title or, ``first`` in its block, duties; it ends where a field comes again. No form: no rows, no lines.
    """
    heads: list[str] = []
    cells: list[str] = []
    taken: list[Line] = []
    for line in itertools.takewhile(lambda one: one.text, lines):
        field = _FIELD.match(text, line.content, line.end)
        if field is None or plain(field[1]) not in words.columns or plain(field[1]) in map(plain, heads):
            break
        heads.append(field[1])
        cells.append(text[field.end() : line.end].strip())
        taken.append(line)
    kinds = [words.columns[plain(head)] for head in heads]
    if not kinds or kinds[0] not in _NAMES or not {"title", "duties" if first else "title"} & set(kinds):
        return [], 0
    if "title" not in kinds:
        heads[0] = "who"  # then the name stands for it
    whole = Span(taken[0].start, taken[-1].end)
    return [Row(heads, Span(whole.start, whole.start)), Row(cells, whole)], len(taken)


def tells_cards(text: str, lines: Sequence[Line], people: PeopleReader) -> bool:
    """Whether two people or more stand alone, each in the line over a title: no firm's name does that twice."""
    pairs = (_card(text, *two, people) for two in itertools.pairwise(one for one in lines if one.text))
    return sum(card is not None for card in pairs) >= _FEWEST_CARDS


def card_at(
    text: str, lines: Sequence[Line], people: PeopleReader, *, among: bool
) -> tuple[str, Mention, int] | None:
    """Return whose name ``lines[0]`` is over their title, that title and where its line goes on; None for other lines.

    It stands ``among`` others, or a later line begins with the first name: so it is no firm's name over its first seat.
    """
    below_it = next((one for one in lines[1:] if one.text), None)
    card = _card(text, lines[0], below_it, people) if below_it else None
    if card is None or below_it is None or among:
        return card
    first, below = first_name(card[0]), text[below_it.end :].splitlines()
    again = any(said.split(None, 1)[:1] == [first] for said in below)
    return card if again else None


def _card(text: str, line: Line, below: Line, people: PeopleReader) -> tuple[str, Mention, int] | None:
    """Return whose name ``line`` is over their title, with what :func:`card_at` does."""
    alone = _ALONE.fullmatch(text, line.content, line.end)
    if alone is None or not people.is_name(alone[1]):
        return None
    titled = title_line(text, below, people.words)
    if titled is None or titled[0].before > below.content or titled[0].number is not None:
        return None
    return alone[1], *titled
