"""Many patterns, one look: the words of a line say which patterns have a chance, a search which match and where.

One automaton over all patterns (an ``RE2::Set``) is the obvious way and was measured: with windows in the patterns
it meets new states in nearly every new line, 80 µs a line, and only pays on lines it has seen. Looking the line's
words up first costs a few microseconds whatever the line. Time is linear in the line whatever the patterns: words
are looked up once, and so is every search (see :mod:`advisor.matching.search`).
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Container, Sequence
from functools import reduce
from itertools import chain
from operator import itemgetter, or_
from typing import NamedTuple

from .language import FIGURE, MONEY, SALARY, STEM_LEAST, THOUSANDS, Language
from .lexicon import Lexicon
from .search import Place, Search, Span, searcher
from .tree import Parsed, Words

# A word of a folded line; a number takes its thousands, decimals and its currency's sign with it.
_TOKEN = re.compile(
    rb"[a-z][a-z0-9\x7f]*(?:'[a-z]+)?"  # nearly all: first, to be quick
    rb"|(?:\$ ?(?=[0-9]))?(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9a-z\x7f])|(?:[0-9]+[.,](?=[0-9]))*[a-z0-9\x7f]+)"
    rb"(?:'[a-z]+|(?:(?<=[0-9])|(?<=[0-9]k)) ?\$(?! ?[0-9]))?"
)
# In most lines words are nothing but letters, which is quicker to see.
_PLAIN, _LETTERS = re.compile(rb"[^0-9'$\x7f]*"), re.compile(rb"[a-z]+")
_BLANKS = bytes(c if c in string.ascii_lowercase.encode() else ord(" ") for c in range(256))
_NINE, _SIGN, _POSSESSIVE = ord("9"), ord("$"), b"'s"
# From 10,000 to 999,999, as 60k, 60,000, 60 000, 60000.00 or 3,60,000; a 401k is a pension.
_THOUSANDS = re.compile(
    rb"\$? ?(?!40[13]k|457)(?:[1-9][0-9]{1,2}(?:(?:[.,][0-9])?k|[., ]?[0-9]{3})|[1-9][0-9]?,[0-9]{2},[0-9]{3})"
    rb"(?:[.,][0-9]{2})? ?\$?"
)


class _Needing(NamedTuple):
    """Patterns looked up by one word that need the same beside it: the rarest first, by its bit in a byte, then all."""

    byte: int
    bit: int
    needed: int  # as bits
    patterns: tuple[int, ...]


class _Word(NamedTuple):
    """What a word in a line brings."""

    code: str
    bits: int  # the needs that it meets
    patterns: tuple[_Needing, ...]
    sure: tuple[int, ...]  # the patterns that this one word is


_ALWAYS = 1  # the bit of what every line meets
_code, _bits, _patterns, _sure = itemgetter(0), itemgetter(1), itemgetter(2), itemgetter(3)


class PatternSet:
    """Numbered slots: each matches where one of its patterns does, unless one of its exceptions matches too.

    Safe to share between threads.
    """

    def __init__(self, language: Language, slots: Sequence[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._slot: list[int] = []
        self._compiled: dict[int, Search] = {}
        self._parsed: list[Parsed] = []
        exceptions: set[int] = set()
        for slot, (match, unless) in enumerate(slots):
            for patterns in (match, unless):
                start = len(self._parsed)
                for pattern in patterns:
                    self._parsed += language.branches(language.parse(pattern).node)
                self._slot += [slot] * (len(self._parsed) - start)
                if patterns is unless:
                    exceptions.update(range(start, len(self._parsed)))
        self._lexicon = Lexicon(one.node for one in self._parsed)
        index = _Index(self._parsed, exceptions, language, self._lexicon)
        self._words, self._stems = index.words, index.stems
        self._numbers = index.numbers
        self._every = index.every
        self._bytes = (self._every.bit_length() + 7) // 8
        self._unknown = _Word(self._lexicon.unknown, 0, (), ())
        # For each slot its exceptions by their most telling words: what else is needed, and the exception's number.
        self._unless: list[dict[str, list[tuple[int, int]]]] = [{} for _ in slots]
        for number in sorted(exceptions):
            codes, needed = index.look_up(number)
            for code in codes:
                self._unless[self._slot[number]].setdefault(code, []).append((needed, number))

    def _compile(self, number: int) -> Search:
        # On first use: most patterns never get a chance in a short session. Two threads may both do it; no harm.
        node = self._parsed[number].node
        search = self._compiled[number] = searcher(node, self._lexicon.expression(node))
        return search

    def _other(self, token: bytes) -> _Word:
        """Look up a word that no pattern names: without its possessive, as a number, by its longest stem."""
        if token.endswith(_POSSESSIVE):
            token = token[:-2]
            if (word := self._words.get(token)) is not None:
                return word
        if token[0] <= _NINE:
            thousands = _THOUSANDS.fullmatch(token)
            if _SIGN in (token[0], token[-1]):
                return self._numbers[SALARY if thousands else MONEY]
            return self._numbers[THOUSANDS if thousands else FIGURE]
        for stem, word in self._stems.get(token[:STEM_LEAST], ()):
            if token.startswith(stem):
                return word
        return self._unknown

    def knows(self, word: bytes) -> bool:
        """Whether any pattern asks for this word, folded; figures count as known."""
        return (self._words.get(word) or self._other(word)) is not self._unknown

    def spans(self, shadow: bytes) -> dict[int, tuple[int, int]]:
        """Return the slots that match in ``shadow``, each with start and end of a place where it does.

        ``shadow`` is one folded line (see :func:`advisor.matching.fold.fold`).
        """
        found = self.slots(shadow)
        if not found:
            return {}
        token = _LETTERS if _PLAIN.fullmatch(shadow) else _TOKEN
        words = [match.span() for match in token.finditer(shadow)]
        places = ((slot, place.span()) for slot, place in found.items())
        return {slot: (words[first][0], words[end - 1][1]) for slot, (first, end) in places}

    def slots(self, shadow: bytes) -> dict[int, Place]:
        """Return the same slots, with places in words: for those who only ask which."""
        tokens = shadow.translate(_BLANKS).split() if _PLAIN.fullmatch(shadow) else _TOKEN.findall(shadow)
        known = map(self._words.get, tokens)
        words = [word or self._other(token) for word, token in zip(known, tokens, strict=True)]
        slots, compiled, found = self._slot, self._compiled, dict[int, Place]()
        # Patterns of a single word: the look-up is the match.
        for i, sure in enumerate(map(_sure, words)):
            for number in sure:
                found.setdefault(slots[number], Span(i, i + 1))
        # The others are tried where the line meets all their needs.
        met = reduce(or_, map(_bits, words), _ALWAYS)
        unmet, met_bytes = self._every ^ met, met.to_bytes(self._bytes, "little")
        chances = {
            number
            for byte, bit, needed, numbers in chain.from_iterable(map(_patterns, words))
            if met_bytes[byte] & bit and not needed & unmet
            for number in numbers
        }
        if not chances and not found:
            return found
        coded = "".join(map(_code, words))
        for number in sorted(chances):
            slot = slots[number]
            if slot not in found:
                search = compiled.get(number) or self._compile(number)
                if place := search(coded):
                    found[slot] = place
        codes, exceptions = set(coded), self._unless
        for slot in [slot for slot in found if not exceptions[slot].keys().isdisjoint(codes)]:
            unless = exceptions[slot]
            for needed, number in chain.from_iterable(unless[code] for code in codes & unless.keys()):
                if not needed & unmet:
                    search = compiled.get(number) or self._compile(number)
                    if search(coded):
                        del found[slot]
                        break
        return found


class _Index:
    """Words, and stems by their first letters (the longest first), with what each brings.

    A pattern is looked up by its most telling need and only then asked for its others; an exception is asked for
    only where its slot has matched.
    """

    def __init__(
        self, parsed: Sequence[Parsed], exceptions: Container[int], language: Language, lexicon: Lexicon
    ) -> None:
        telling = [min(one.needs, key=language.commonness) for one in parsed]
        others = [
            tuple(n for n in one.needs if n is not telling[number]) for number, one in enumerate(parsed)
        ]
        self._telling, self._others, self._codes = telling, others, lexicon.codes
        # The needs asked for most get the lowest bits: most sums then stay small numbers.
        asked = Counter(need for needs in others for need in needs)
        self._bits = {need: _ALWAYS << i for i, (need, _) in enumerate(asked.most_common(), start=1)}
        self.every = (_ALWAYS << (len(asked) + 1)) - 1
        bits: dict[str, int] = {}
        patterns: dict[str, dict[int, list[int]]] = {}
        for need, bit in self._bits.items():
            for code in lexicon.codes(need):
                bits[code] = bits.get(code, 0) | bit
        sure: dict[str, list[int]] = {}
        for number, needs in enumerate(others):
            if number in exceptions:
                continue
            if isinstance(parsed[number].node, Words):
                for code in lexicon.codes(telling[number]):
                    sure.setdefault(code, []).append(number)
            else:
                needed = self._sum(needs)
                for code in lexicon.codes(telling[number]):
                    patterns.setdefault(code, {}).setdefault(needed, []).append(number)

        def word(code: str) -> _Word:
            looked_up = []
            for needed, numbers in patterns.get(code, {}).items():
                byte, bit = divmod(max(needed, _ALWAYS).bit_length() - 1, 8)
                looked_up.append(_Needing(byte, 1 << bit, needed, tuple(numbers)))
            return _Word(code, bits.get(code, 0), tuple(looked_up), tuple(sure.get(code, ())))

        self.numbers = {kind: word(code) for kind, code in lexicon.numbers.items()}
        self.words = {text.encode("ascii"): word(code) for text, code in lexicon.words.items()}
        self.stems: dict[bytes, list[tuple[bytes, _Word]]] = {}
        for stem, code in sorted(lexicon.stems.items(), key=lambda item: -len(item[0])):
            key = stem.encode("ascii")
            self.stems.setdefault(key[:STEM_LEAST], []).append((key, word(code)))

    def _sum(self, needs: Sequence[Words]) -> int:
        total = 0
        for need in needs:
            total |= self._bits[need]
        return total

    def look_up(self, number: int) -> tuple[set[str], int]:
        """Return the codes of the words by which pattern ``number`` is looked up, and the bits of what else it needs."""
        return self._codes(self._telling[number]), self._sum(self._others[number])
