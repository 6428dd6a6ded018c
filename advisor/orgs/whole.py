"""Blocks of lines that are read as one thing: a table, a form, a card of a staff page."""

from __future__ import annotations

from collections.abc import Sequence

from .assemble import Builder
from .cells import RULED, Row, cells_of, delimiter_of
from .forms import card_at, form_at
from .lines import RULE, Line
from .matrix import matrix_of
from .model import Span
from .tables import drafts
from .terms import Vocabulary


def take_table(text: str, lines: Sequence[Line], words: Vocabulary, build: Builder) -> int:
    """Take a block that is a table; return how many lines it took, 0 when it is none."""
    delimiter = delimiter_of([text[line.start : line.end] for line in lines], words)
    if not delimiter:
        return 0
    spans = [Span(line.start, line.end) for line in lines]
    ruled = [bool(RULED.fullmatch(line.text)) for line in lines]
    rows = [
        Row(cells_of(text[span.start : span.end], delimiter), span)
        for line, span, is_ruled in zip(lines, spans, ruled, strict=True)
        if not is_ruled and not RULE.fullmatch(line.text)
    ]
    build.leave(*(span for span, is_ruled in zip(spans, ruled, strict=True) if is_ruled))
    if matrix := matrix_of(rows, words):
        seats, idle = matrix
        build.table(seats, [], [])
        for span in idle:
            build.nobody(span)
        return len(lines)
    build.table(*drafts(rows, words))
    return len(lines)


def take_form(
    text: str, lines: Sequence[Line], words: Vocabulary, build: Builder, *, first: bool, cards: bool
) -> int:
    """Take the form or card with which ``lines`` begin, ``first`` in their block or not; return how many lines it took."""
    if card := card_at(text, lines, build.people, among=cards):
        name, mention, rest = card
        below = next(i for i, one in enumerate(lines) if i and one.text)
        build.open(mention, Span(lines[0].start, lines[below].end), rest, name, "", listed=True)
        return below + 1
    rows, length = form_at(text, lines, words, first=first)
    if rows:
        build.form(*drafts(rows, words))
    return length
