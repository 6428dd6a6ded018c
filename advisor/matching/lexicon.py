"""Lines as strings of word codes, and patterns as regular expressions over those codes.

Every word that any pattern names gets a character of its own; all others share one. A line of a hundred letters
becomes a dozen characters, and a group of fifty words one character class: a search takes about half a microsecond.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from .language import FIGURE, MONEY, NUMBERS, SALARY, THOUSANDS
from .tree import Choice, Node, Series, Words

# The first code; all codes take three bytes in UTF-8, which keeps places easy to reckon (see search.py). Surrogates are
# left out.
_FIRST, _GAP, _AFTER, _LAST = 0x0800, 0xD800, 0xE000, 0xFFFD
_FIRST_WORD = 1 + len(NUMBERS)  # after the code of unknown words and those of numbers
# Which kinds of numbers fit a place for one kind.
_FIT = {FIGURE: NUMBERS, THOUSANDS: (THOUSANDS, SALARY), MONEY: (MONEY, SALARY), SALARY: (SALARY,)}


def _code(number: int) -> str:
    code = _FIRST + number
    if code >= _GAP:
        code += _AFTER - _GAP
    if code > _LAST:
        raise OverflowError("the rubrics name more than 60,000 different words")
    return chr(code)


def words_in(node: Node) -> Iterable[Words]:
    """Yield every place for a word in a tree."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, Choice):
        for option in node.options:
            yield from words_in(option)
    else:
        for piece in node.pieces:
            if piece.node is not None:
                yield from words_in(piece.node)


class Lexicon:
    """Codes for the words and stems of all patterns of a set."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        words, stems = set[str](), set[str]()
        for node in nodes:
            for place in words_in(node):
                words |= place.words
                stems |= place.stems
        words -= set(NUMBERS)
        # Sorted, so that the forms of a word and the words of a stem lie side by side and make short ranges.
        self.unknown = _code(0)
        self.numbers = {kind: _code(i) for i, kind in enumerate(NUMBERS, 1)}
        self._sorted_words, self._sorted_stems = sorted(words), sorted(stems)
        self.words = {word: _code(i) for i, word in enumerate(self._sorted_words, _FIRST_WORD)}
        self.stems = {stem: _code(i) for i, stem in enumerate(self._sorted_stems, _FIRST_WORD + len(words))}
        figures = {code for word, code in self.words.items() if word[0].isdigit()}
        self._fit = {kind: {self.numbers[k] for k in fits} for kind, fits in _FIT.items()}
        self._fit[FIGURE] |= figures
        self._below = {stem: self._beginning(stem) for stem in stems}

    def _beginning(self, stem: str) -> set[str]:
        """Return the codes of the words and stems that begin with ``stem``: neighbours, since all are sorted."""
        codes: set[str] = set()
        for known in (self._sorted_words, self._sorted_stems):
            start, end = bisect_left(known, stem), bisect_left(known, stem + "~")
            codes.update(
                (self.words if known is self._sorted_words else self.stems)[w] for w in known[start:end]
            )
        return codes

    def codes(self, place: Words) -> set[str]:
        """Return the codes of all words that fit a place."""
        codes = {self.words[w] for w in place.words.difference(NUMBERS)}
        for kind in place.words.intersection(NUMBERS):
            codes |= self._fit[kind]
        for stem in place.stems:
            codes |= self._below[stem]
        return codes

    def _class(self, place: Words) -> str:
        codes = self.codes(place)
        if len(codes) == 1:
            return codes.pop()
        ranges: list[list[int]] = []
        for code in sorted(map(ord, codes)):
            if ranges and code == ranges[-1][1] + 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
        return "[" + "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges) + "]"

    def expression(self, node: Node) -> str:
        """Return the regular expression of a tree over the codes of words, for Python's engine as for RE2."""
        if isinstance(node, Words):
            return self._class(node)
        if isinstance(node, Choice):
            return "(?:" + "|".join(self.expression(option) for option in node.options) + ")"
        return self._sequence(node)

    def _sequence(self, node: Series) -> str:
        out = ["^"] if node.start else []
        for piece in node.pieces:
            if piece.node is None:
                out.append(f".{{0,{piece.window}}}?")
            else:
                expression = self.expression(piece.node)
                if piece.optional:
                    # "(of our)?": all of it may be missing, not its last word alone.
                    expression = f"(?:{expression})?"
                out.append(expression)
        return "".join(out) + ("$" if node.end else "")
