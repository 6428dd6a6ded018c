"""Short patterns that fire in nearly every line: an automaton over words instead of letters.

The patterns that tell a line's kind are made of the commonest words there are ("you will", "experience in"), so
looking up which of them have a chance saves nothing, and trying them one by one costs more than all the rest.
Here all of them are walked at once, one step a word. States are made when a text first leads to them; there are
as many as the patterns have beginnings in common, whatever the texts. A walk ends where no pattern goes on, so
time is linear in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from . import inflect
from .language import WINDOWS

END = b"$"
_SPACES = bytes(c if chr(c).isalnum() or c == 0x7F else 0x20 for c in range(128)) + b" " * 128
_TOKEN = re.compile(r"\.{2,}|[()|^$?]|<[^<>\s]*>|[^\s()|^$?<>]+")


class _Node:
    """A place in the patterns: where each word leads, what is said when it is reached."""

    __slots__ = ("edges", "gap", "said")

    def __init__(self) -> None:
        self.edges: dict[bytes, list[_Node]] = {}
        self.gap: list[tuple[int, _Node]] = []
        self.said = 0


_Place = tuple[_Node, int]  # a node, and how many words may still be passed over there


class _State:
    """The places that the words read so far may have led to.

    ``next`` has every word that leads on from here; what it leads to is worked out when a text first goes there. Any
    other word leads to ``other``: nowhere, or, inside a window, one word further into it.
    """

    __slots__ = ("next", "other", "places", "said")

    def __init__(self, places: frozenset[_Place]) -> None:
        self.places = places
        self.said = 0
        self.next: dict[bytes, _State] = {}
        self.other: _State | None = None
        for node, _ in places:
            self.said |= node.said
            for word in node.edges:
                self.next[word] = _LATER


_LATER = _State(frozenset())  # stands for a state that is not made yet


class PhraseSet:
    """Numbered slots, each with patterns in the cue language (but without ``word*``); safe to share between threads."""

    def __init__(
        self,
        groups: Mapping[str, Sequence[str]],
        irregular: Mapping[str, Sequence[str]],
        slots: Sequence[Sequence[str]],
    ) -> None:
        self._groups, self._irregular = groups, irregular
        top, root = _Node(), _Node()
        for number, patterns in enumerate(slots):
            for pattern in patterns:
                pieces = _TOKEN.findall(pattern)
                anchored = pieces[0] == "^"
                for node in self._alternatives(pieces[anchored:], [top if anchored else root]):
                    node.said |= 1 << number
        self._states: dict[frozenset[_Place], _State] = {}
        self._top, self._root = self._state([(top, 0)]), self._state([(root, 0)])
        for word in root.edges:
            self._step(self._root, word)

    # --- Building ----------------------------------------------------------------------------------------------------

    def _alternatives(self, pieces: list[str], nodes: list[_Node]) -> list[_Node]:
        options: list[list[str]] = [[]]
        depth = 0
        for piece in pieces:
            depth += (piece == "(") - (piece == ")")
            if piece == "|" and not depth:
                options.append([])
            else:
                options[-1].append(piece)
        single = [o[0] for o in options if len(o) == 1 and o[0][0] not in "<.$"]
        ends: list[_Node] = []
        if single:
            ends.append(self._words_from(single, nodes))
        for option in options:
            if not (len(option) == 1 and option[0] in single):
                ends += self._sequence(option, nodes)
        return ends

    def _sequence(self, pieces: list[str], nodes: list[_Node]) -> list[_Node]:
        i = 0
        while i < len(pieces):
            piece = pieces[i]
            if piece == "(":
                depth, j = 1, i + 1
                while depth:
                    depth += (pieces[j] == "(") - (pieces[j] == ")")
                    j += 1
                after = self._alternatives(pieces[i + 1 : j - 1], nodes)
            elif piece.startswith(".."):
                after, j = [_Node()], i + 1
                for node in nodes:
                    node.gap.append((WINDOWS[piece], after[0]))
            elif piece.startswith("<"):
                after, j = self._group(piece[1:-1], nodes), i + 1
            else:
                after, j = [self._words_from([piece], nodes)], i + 1
            if j < len(pieces) and pieces[j] == "?":
                after, j = after + nodes, j + 1
            nodes, i = after, j
        return nodes

    def _group(self, name: str, nodes: list[_Node]) -> list[_Node]:
        pieces: list[str] = []
        for pattern in self._groups[name]:
            pieces += ["|", *_TOKEN.findall(pattern)]
        return self._alternatives(pieces[1:], nodes)

    def _words_from(self, pieces: Iterable[str], nodes: list[_Node]) -> _Node:
        """Lead from ``nodes`` to a new node by any of the words, in all the forms that they stand for."""
        end = _Node()
        for piece in pieces:
            for words in self._forms(piece):
                for node in nodes:
                    here = node
                    for word in words[:-1]:
                        onward = _Node()
                        here.edges.setdefault(word, []).append(onward)
                        here = onward
                    here.edges.setdefault(words[-1], []).append(end)
        return end

    def _forms(self, piece: str) -> list[list[bytes]]:
        if piece == "$":
            return [[END]]
        if piece.endswith("*"):
            raise ValueError(f"“{piece}”: the patterns of kinds take whole words")
        *heads, last = piece.removeprefix("=").split("-")
        found = [last] if piece.startswith("=") else inflect.forms(last, self._irregular)
        spaced = [_split(" ".join([*heads, form])) for form in found]
        return spaced + ([_split("".join([*heads, form])) for form in found] if heads else [])

    # --- Reading -------------------------------------------------------------------------------------------------------

    def _state(self, places: Iterable[_Place]) -> _State:
        whole: set[_Place] = set()
        stack = list(places)
        while stack:
            place = stack.pop()
            if place not in whole:
                whole.add(place)
                stack += [(end, n) for n, end in place[0].gap]
        key = frozenset(whole)
        state = self._states.get(key)
        if state is None:
            state = _State(key)
            if within := [(node, left - 1) for node, left in key if left]:
                state.other = self._state(within)
                state.next.setdefault(END, _LATER)  # the end of the line is no word to pass over
            state = self._states.setdefault(key, state)
        return state

    def _step(self, state: _State, word: bytes) -> _State:
        """Return where ``word``, one of ``state.next``, leads: the slow way, taken once for each state and word."""
        places: list[_Place] = []
        for node, left in state.places:
            places += [(end, 0) for end in node.edges.get(word, ())]
            if left and word != END:
                places.append((node, left - 1))
        found = state.next[word] = self._state(places)
        return found

    def said(self, line: bytes) -> int:
        """Return the slots that match in ``line`` (see :func:`spaced`), as bits."""
        words = line.split()
        if not words:
            return 0
        words += (END, END)
        root = self._root.next.get
        said = self._walk(self._top, words, 0)
        for i, word in enumerate(words, 1):
            state = root(word)
            if state is not None:
                said |= state.said
                # One look ahead: most beginnings go no further.
                if words[i] in state.next or state.other is not None:
                    said |= self._walk(state, words, i)
        return said

    def _walk(self, state: _State, words: list[bytes], at: int) -> int:
        said = 0
        while True:
            word = words[at]
            onward = state.next.get(word, state.other)
            if onward is None:
                return said
            if onward is _LATER:
                onward = self._step(state, word)
            state = onward
            said |= state.said
            at += 1


def spaced(shadow: bytes) -> bytes:
    """Return a shadow (see :func:`advisor.matching.fold.fold`) with a space for everything that is no part of a word."""
    return shadow.translate(_SPACES)


def _split(text: str) -> list[bytes]:
    return spaced(text.encode("ascii")).split()
