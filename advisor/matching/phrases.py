"""Short patterns that fire in nearly every line: an automaton over words instead of letters.

The patterns that tell a line's kind are made of the commonest words there are ("you will", "experience in"), so
looking up which of them have a chance saves nothing, and trying them one by one costs more than all the rest.
Here all of them are walked at once, one step a word. States are made when a text first leads to them; there are
as many as the patterns have beginnings in common, whatever the texts. A walk ends where no pattern goes on, so
time is linear in the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .language import NUMBERS, Language, PatternError
from .lexicon import words_in
from .tree import Choice, Node, Words

END = b"$"
_SPACES = bytes(c if chr(c).isalnum() or c == 0x7F else 0x20 for c in range(128)) + b" " * 128
_POSSESSIVE = b"s"


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
    """Numbered slots, each with patterns in the cue language (but without ``word*`` and numbers); safe to share
    between threads.

    A contraction is read as two words ("you .. run" matches "you'll run"), a possessive as its word alone.
    """

    def __init__(self, language: Language, slots: Sequence[Sequence[str]]) -> None:
        top, root = _Node(), _Node()
        for number, patterns in enumerate(slots):
            for pattern in patterns:
                for node in _led(whole_words(language, pattern), [root], (top, root)):
                    node.said |= 1 << number
        self._states: dict[frozenset[_Place], _State] = {}
        self._top, self._root = self._state([(top, 0)]), self._state([(root, 0)])
        for word in root.edges:
            self._step(self._root, word)

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
        words = [word for word in line.split() if word != _POSSESSIVE]
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


def whole_words(language: Language, pattern: str) -> Node:
    """Return a pattern as a tree. Raises :class:`PatternError` where it can't be read or has ``word*`` or a number."""
    tree = language.parse(pattern).node
    if any(words.stems or words.words.intersection(NUMBERS) for words in words_in(tree)):
        raise PatternError("here stands a “word*” or a number", 0, "whole words and groups of whole words")
    return tree


def _led(tree: Node, places: list[_Node], ends: tuple[_Node, _Node]) -> list[_Node]:
    """Lead from ``places`` through a tree of words; return where that leads.

    ``ends``: where a line begins, and where any of its words may be the first of a pattern.
    """
    if isinstance(tree, Words):
        return [_words_from(tree, places)]
    if isinstance(tree, Choice):
        return [after for option in tree.options for after in _led(option, places, ends)]
    if tree.start:
        top, root = ends
        places = [top] if root in places else []
    for piece in tree.pieces:
        if piece.node is None:
            after = _Node()
            for place in places:
                place.gap.append((piece.window, after))
            places = [after]
        else:
            beyond = _led(piece.node, places, ends)
            places = beyond + places if piece.optional else beyond
    if tree.end:
        end = _Node()
        for place in places:
            place.edges.setdefault(END, []).append(end)
        places = [end]
    return places


def _words_from(words: Words, places: list[_Node]) -> _Node:
    """Lead from ``places`` to a new node by any of the words."""
    end = _Node()
    for word in words.words:
        *heads, last = spaced(word.encode("ascii")).split()  # you'll is two
        for place in places:
            here = place
            for head in heads:
                onward = _Node()
                here.edges.setdefault(head, []).append(onward)
                here = onward
            here.edges.setdefault(last, []).append(end)
    return end
