"""Many patterns, one look: the words of a line say which patterns have a chance, RE2 says which match and where.

One automaton over all patterns (an ``RE2::Set``) is the obvious way and was measured: with windows in the patterns
it meets new states in nearly every new line, 80 µs a line, and only pays on lines it has seen. Looking the line's
words up first costs a few microseconds whatever the line. Time is linear in the line whatever the patterns: words
are looked up once, and RE2 never backtracks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from functools import reduce
from itertools import chain
from operator import itemgetter, or_
from typing import NamedTuple

import re2

from .language import FIGURE, MONEY, SALARY, STEM_LEAST, THOUSANDS, Language
from .lexicon import WIDTH, Lexicon
from .tree import Parsed, Words

# A word of a folded line; a number takes its thousands, decimals and its currency's sign with it.
_TOKEN = re.compile(
    rb"[a-z][a-z0-9\x7f]*(?:'[a-z]+)?"  # nearly all: first, to be quick
    rb"|(?:\$ ?(?=[0-9]))?(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9a-z\x7f])|(?:[0-9]+[.,](?=[0-9]))*[a-z0-9\x7f]+)"
    rb"(?:'[a-z]+|(?:(?<=[0-9])|(?<=[0-9]k)) ?\$(?! ?[0-9]))?"
)
_NINE, _SIGN, _POSSESSIVE = ord("9"), ord("$"), b"'s"
# From 10,000 to 999,999, as 60k, 60,000, 60 000, 60000.00 or 3,60,000; a 401k is a pension.
_THOUSANDS = re.compile(
    rb"\$? ?(?!40[13]k|457)(?:[1-9][0-9]{1,2}(?:(?:[.,][0-9])?k|[., ]?[0-9]{3})|[1-9][0-9]?,[0-9]{2},[0-9]{3})"
    rb"(?:[.,][0-9]{2})? ?\$?"
)
_UNANCHORED = re2._Anchor.UNANCHORED  # noqa: SLF001 - see _compile


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    return options


_OPTIONS = _options()


class _Word(NamedTuple):
    """What a word in a line brings."""

    code: bytes
    bits: int  # the needs that it meets
    patterns: tuple[tuple[int, tuple[int, ...]], ...]  # what else is needed, as bits, and by which patterns
    sure: tuple[int, ...]  # the patterns that this one word is


_code, _bits, _patterns, _sure = itemgetter(0), itemgetter(1), itemgetter(2), itemgetter(3)


class PatternSet:
    """Numbered slots: each matches where one of its patterns does, unless one of its exceptions matches too.

    Safe to share between threads.
    """

    def __init__(self, language: Language, slots: Sequence[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._slot: list[int] = []
        self._compiled: dict[int, Callable[..., list[tuple[int, int]]]] = {}
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
        self._unknown = _Word(self._lexicon.unknown.encode(), 0, (), ())
        # For each slot its exceptions by their most telling words: what else is needed, and the exception's number.
        self._unless: list[dict[bytes, list[tuple[int, int]]]] = [{} for _ in slots]
        for number in sorted(exceptions):
            codes, needed = index.look_up(number)
            for code in codes:
                self._unless[self._slot[number]].setdefault(code.encode(), []).append((needed, number))

    def _compile(self, number: int) -> Callable[..., list[tuple[int, int]]]:
        # On first use: most patterns never get a chance in a short session. Two threads may both do it; no harm.
        compiled = re2.compile(self._lexicon.expression(self._parsed[number].node), _OPTIONS)
        # The wrapper's own search() builds a generator and a match object; this is what it calls, twice as fast.
        search: Callable[..., list[tuple[int, int]]] = compiled._regexp.Match  # noqa: SLF001
        self._compiled[number] = search
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
        places = [match.span() for match in _TOKEN.finditer(shadow)]
        return {slot: (places[a // WIDTH][0], places[b // WIDTH - 1][1]) for slot, (a, b) in found.items()}

    def slots(self, shadow: bytes) -> dict[int, tuple[int, int]]:
        """Return the same slots, with places in the line as codes: for those who only ask which."""
        tokens = _TOKEN.findall(shadow)
        known = map(self._words.get, tokens)
        words = [word or self._other(token) for word, token in zip(known, tokens, strict=True)]
        slots, compiled, found = self._slot, self._compiled, dict[int, tuple[int, int]]()
        # Patterns of a single word: the look-up is the match.
        for i, sure in enumerate(map(_sure, words)):
            for number in sure:
                found.setdefault(slots[number], (i * WIDTH, (i + 1) * WIDTH))
        # The others are tried where the line meets all their needs.
        unmet = self._every ^ reduce(or_, map(_bits, words), 0)
        looked_up = chain.from_iterable(map(_patterns, words))
        chances = {n for needed, numbers in looked_up if not needed & unmet for n in numbers}
        if not chances and not found:
            return found
        coded = b"".join(map(_code, words))
        length = len(coded)
        for number in sorted(chances):
            slot = slots[number]
            if slot not in found:
                search = compiled.get(number) or self._compile(number)
                span = search(_UNANCHORED, coded, 0, length)[0]
                if span[0] >= 0:
                    found[slot] = span
        codes = set(map(_code, words))
        for slot in [slot for slot in found if self._unless[slot]]:
            unless = self._unless[slot]
            for needed, number in chain.from_iterable(unless[code] for code in codes & unless.keys()):
                if not needed & unmet:
                    search = compiled.get(number) or self._compile(number)
                    if search(_UNANCHORED, coded, 0, length)[0][0] >= 0:
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
        self._bits = {need: 1 << i for i, (need, _) in enumerate(asked.most_common())}
        self.every = (1 << len(asked)) - 1
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
            looked_up = tuple((needed, tuple(numbers)) for needed, numbers in patterns.get(code, {}).items())
            return _Word(code.encode(), bits.get(code, 0), looked_up, tuple(sure.get(code, ())))

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
