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

    ``next`` has every word that leads on from here; what it leads to is None until a text first goes there. Any
    other word leads to ``other``: nowhere, or, inside a window, one word further into it.
    """

    __slots__ = ("next", "other", "places", "said")

    def __init__(self, places: frozenset[_Place]) -> None:
        self.places = places
        self.said = 0
        self.next: dict[bytes, _State | None] = {}
        self.other: _State | None = None
        for node, _ in places:
            self.said |= node.said
            for word in node.edges:
                self.next[word] = None


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
                tokens = _TOKEN.findall(pattern)
                anchored = tokens[0] == "^"
                for node in self._alternatives(tokens[anchored:], [top if anchored else root]):
                    node.said |= 1 << number
        self._states: dict[frozenset[_Place], _State] = {}
        self._top, self._root = self._state([(top, 0)]), self._state([(root, 0)])
        for word in root.edges:
            self._step(self._root, word)

    # --- Building ----------------------------------------------------------------------------------------------------

    def _alternatives(self, tokens: list[str], nodes: list[_Node]) -> list[_Node]:
        options: list[list[str]] = [[]]
        depth = 0
        for token in tokens:
            depth += (token == "(") - (token == ")")
            if token == "|" and not depth:
                options.append([])
            else:
                options[-1].append(token)
        single = [o[0] for o in options if len(o) == 1 and o[0][0] not in "<.$"]
        ends: list[_Node] = []
        if single:
            ends.append(self._words_from(single, nodes))
        for option in options:
            if not (len(option) == 1 and option[0] in single):
                ends += self._sequence(option, nodes)
        return ends

    def _sequence(self, tokens: list[str], nodes: list[_Node]) -> list[_Node]:
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if token == "(":
                depth, j = 1, i + 1
                while depth:
                    depth += (tokens[j] == "(") - (tokens[j] == ")")
                    j += 1
                after = self._alternatives(tokens[i + 1 : j - 1], nodes)
            elif token.startswith(".."):
                after, j = [_Node()], i + 1
                for node in nodes:
                    node.gap.append((WINDOWS[token], after[0]))
            elif token.startswith("<"):
                after, j = self._group(token[1:-1], nodes), i + 1
            else:
                after, j = [self._words_from([token], nodes)], i + 1
            if j < len(tokens) and tokens[j] == "?":
                after, j = after + nodes, j + 1
            nodes, i = after, j
        return nodes

    def _group(self, name: str, nodes: list[_Node]) -> list[_Node]:
        tokens: list[str] = []
        for pattern in self._groups[name]:
            tokens += ["|", *_TOKEN.findall(pattern)]
        return self._alternatives(tokens[1:], nodes)

    def _words_from(self, tokens: Iterable[str], nodes: list[_Node]) -> _Node:
        """Lead from ``nodes`` to a new node by any of the words, in all the forms that they stand for."""
        end = _Node()
        for token in tokens:
            for words in self._forms(token):
                for node in nodes:
                    here = node
                    for word in words[:-1]:
                        onward = _Node()
                        here.edges.setdefault(word, []).append(onward)
                        here = onward
                    here.edges.setdefault(words[-1], []).append(end)
        return end

    def _forms(self, token: str) -> list[list[bytes]]:
        if token == "$":
            return [[END]]
        if token.endswith("*"):
            raise ValueError(f"“{token}”: the patterns of kinds take whole words")
        *heads, last = token.removeprefix("=").split("-")
        found = [last] if token.startswith("=") else inflect.forms(last, self._irregular)
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
                state.next.setdefault(END, None)  # the end of the line is no word to pass over
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

    def said(self, shadow: bytes) -> int:
        """Return the slots that match in ``shadow`` (one folded line), as bits."""
        words = shadow.translate(_SPACES).split()
        if not words:
            return 0
        words.append(END)
        step, root, last = self._step, self._root.next.get, len(words)
        said, state, at, here = 0, self._top, 0, 0
        while True:
            while at < last:
                word = words[at]
                onward = state.next.get(word, state.other)
                if onward is None:
                    if word not in state.next:
                        break
                    onward = step(state, word)
                state = onward
                said |= state.said
                at += 1
            # The next word that a pattern begins with.
            for here in range(here, last):  # noqa: B020
                found = root(words[here])
                if found is not None:
                    break
            else:
                return said
            state = found
            said |= state.said
            here += 1
            at = here


def _split(text: str) -> list[bytes]:
    return text.encode("ascii").translate(_SPACES).split()
