"""What a pattern of the cue language says, as a tree of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MOST_BRANCHES = 24


class Words(NamedTuple):
    """One word of a line: any of these, or any that begins with one of these stems."""

    words: frozenset[str]
    stems: frozenset[str] = frozenset()


def any_of(places: Iterable[Words]) -> Words:
    """Return a place for a word that fits any of ``places``."""
    words, stems = set[str](), set[str]()
    for place in places:
        words |= place.words
        stems |= place.stems
    return Words(frozenset(words), frozenset(stems))


class Choice(NamedTuple):
    """Any of these."""

    options: tuple[Node, ...]


class Piece(NamedTuple):
    """A part of a sequence: ``window`` is 0 for a node that must (or may) be there, else so many words at most."""

    node: Node | None
    optional: bool
    window: int


class Series(NamedTuple):
    """Parts in order; ``start`` and ``end`` tie it to the line's ends."""

    pieces: tuple[Piece, ...]
    start: bool
    end: bool


Node = Words | Choice | Series


class Parsed(NamedTuple):
    """A pattern read: its tree, and what a line must contain for it to have a chance: each need, in one word."""

    node: Node
    needs: tuple[Words, ...]


def branches(node: Node) -> list[Node]:
    """Cut a tree where it chooses between several words, into at most :data:`MOST_BRANCHES` a sequence."""
    if isinstance(node, Choice):
        return [branch for option in node.options for branch in branches(option)]
    if isinstance(node, Words):
        return [node]
    found: list[tuple[Piece, ...]] = [()]
    for piece in node.pieces:
        options = branches(piece.node) if piece.node and not piece.optional else [piece.node]
        if len(found) * len(options) > MOST_BRANCHES:
            options = [piece.node]
        found = [(*before, piece._replace(node=option)) for before in found for option in options]
    return [Series(pieces, node.start, node.end) for pieces in found]
