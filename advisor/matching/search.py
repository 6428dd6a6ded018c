"""How one pattern is searched for in a line of word codes: always in time linear in the line.

Python's own engine tries one way after the other, which is quick where there are few: a line has a dozen codes.
Where a pattern may be walked in more than a few ways from one place, RE2, which takes all ways at once, searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

import re2

from .tree import Choice, Node, Words

# So many ways at most are tried from each word of a line. Measured on job ads: nine searches of ten are for patterns
# below it, four times as quick as RE2.
MOST_WAYS = 64
_WIDTH = 3  # bytes a code takes in UTF-8
_UNANCHORED = re2._Anchor.UNANCHORED  # noqa: SLF001 - see _by_re2


class Place(Protocol):
    """Where a pattern stands in a line, in words: start and end."""

    def span(self) -> tuple[int, int]: ...


class Span(NamedTuple):
    """A place that was worked out."""

    start: int
    end: int

    def span(self) -> tuple[int, int]:
        return self.start, self.end


Search = Callable[[str], Place | None]


def searcher(node: Node, expression: str) -> Search:
    """Return what searches a line for the first place of ``expression``, which says what ``node`` means."""
    return re.compile(expression).search if ways(node) <= MOST_WAYS else _by_re2(expression)


def ways(node: Node) -> int:
    """Return in how many ways a pattern may be walked from one place at most."""
    if isinstance(node, Words):
        return 1
    if isinstance(node, Choice):
        return sum(map(ways, node.options))
    total = 1
    for piece in node.pieces:
        total *= piece.window + 1 if piece.node is None else ways(piece.node) + piece.optional
    return total


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    return options


_OPTIONS = _options()


def _by_re2(expression: str) -> Search:
    # The wrapper's own search() builds a generator and a match object; this is what it calls, twice as fast.
    match = re2.compile(expression, _OPTIONS)._regexp.Match  # noqa: SLF001

    def search(line: str) -> Place | None:
        codes = line.encode()
        start, end = match(_UNANCHORED, codes, 0, len(codes))[0]
        return None if start < 0 else Span(start // _WIDTH, end // _WIDTH)

    return search
