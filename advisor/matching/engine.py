"""Many patterns, one look: the words of a line say which patterns have a chance, RE2 says which match and where.

One automaton over all patterns (an ``RE2::Set``) is the obvious way and was measured: with windows in the patterns
it meets new states in nearly every new line, 80 µs a line, and only pays on lines it has seen. Looking the line's
words up first costs a few microseconds whatever the line. Time is linear in the line whatever the patterns: words
are looked up once, and RE2 never backtracks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

import re2

from .language import FIGURE, STEM_LEAST, Language, Need, Parsed

# What separates words in a shadow becomes a space.
_SPACES = bytes(c if chr(c).isalnum() or c == 0x7F else 0x20 for c in range(128)) + b" " * 128


_FIGURE, _NINE = FIGURE.encode(), ord("9")
_UNANCHORED = re2._Anchor.UNANCHORED


def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # shadows are ASCII bytes
    options.log_errors = False
    options.never_capture = True
    return options


_OPTIONS = _options()


class _Word(NamedTuple):
    """What a word in a line brings: the needs it meets, as bits, and the patterns that are looked up by it."""

    bits: int
    patterns: tuple[tuple[int, int], ...]  # (bits of what else the pattern needs, its number)


class Chances(NamedTuple):
    """Which patterns have a chance in a line: their numbers in order, and the needs that the line meets."""

    numbers: list[int]
    bits: int


class PatternSet:
    """Numbered slots: each matches where one of its patterns does, unless one of its exceptions matches too.

    Safe to share between threads.
    """

    def __init__(self, language: Language, slots: Sequence[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._expressions: list[str] = []
        self._slot: list[int] = []
        self._starts: list[int] = []  # the number of each slot's first pattern, and one past the last
        self._compiled: dict[int, Callable[..., list[tuple[int, int]]]] = {}
        parsed: list[Parsed] = []
        exceptions: set[int] = set()
        for slot, (match, unless) in enumerate(slots):
            self._starts.append(len(parsed))
            for pattern in (*match, *unless):
                parsed.append(language.parse(pattern))
                self._expressions.append(parsed[-1].expression)
                self._slot.append(slot)
            exceptions.update(range(len(parsed) - len(unless), len(parsed)))
        self._starts.append(len(parsed))
        index = _Index(parsed, exceptions, language)
        self._words, self._stems = index.words, index.stems
        # For each slot its exceptions: all bits that one needs, and its number.
        self._unless: list[list[tuple[int, int]]] = [[] for _ in slots]
        for number in sorted(exceptions):
            self._unless[self._slot[number]].append((index.needed(number), number))

    def _compile(self, number: int) -> Callable[..., list[tuple[int, int]]]:
        # On first use: most patterns never get a chance in a short session. Two threads may both do it; no harm.
        compiled = re2.compile(self._expressions[number].encode("ascii"), _OPTIONS)
        # The wrapper's own search() builds a generator and a match object; this is what it calls, twice as fast.
        search: Callable[..., list[tuple[int, int]]] = compiled._regexp.Match
        self._compiled[number] = search
        return search

    def chances(self, shadow: bytes) -> Chances:
        """Look up the words of one folded line (see :func:`advisor.matching.fold.fold`)."""
        known, stems, bits = self._words, self._stems, 0
        looked_up: list[tuple[int, int]] = []
        for token in set(shadow.translate(_SPACES).split()):
            if (word := known.get(token)) is not None:
                bits |= word[0]
                looked_up += word[1]
            if token[0] <= _NINE and (word := known.get(_FIGURE)) is not None:
                bits |= word[0]
                looked_up += word[1]
            if (beginnings := stems.get(token[:STEM_LEAST])) is not None:
                for stem, word in beginnings:
                    if token.startswith(stem):
                        bits |= word[0]
                        looked_up += word[1]
        return Chances(sorted({n for needed, n in looked_up if needed & bits == needed}), bits)

    def spans(
        self, shadow: bytes, chances: Chances | None = None, first: int = 0, end: int | None = None
    ) -> dict[int, tuple[int, int]]:
        """Return the slots from ``first`` up to ``end`` that match in ``shadow``.

        Each comes with start and end of the first match of its first pattern that matches.
        """
        numbers, bits = self.chances(shadow) if chances is None else chances
        low = bisect_left(numbers, self._starts[first]) if first else 0
        high = len(numbers) if end is None else bisect_left(numbers, self._starts[end])
        found: dict[int, tuple[int, int]] = {}
        slots, compiled, length = self._slot, self._compiled, len(shadow)
        for number in numbers[low:high]:
            slot = slots[number]
            if slot not in found:
                search = compiled.get(number) or self._compile(number)
                span = search(_UNANCHORED, shadow, 0, length)[0]
                if span[0] >= 0:
                    found[slot] = span
        for slot in [slot for slot in found if self._unless[slot]]:
            for needed, number in self._unless[slot]:
                if needed & bits == needed:
                    search = compiled.get(number) or self._compile(number)
                    if search(_UNANCHORED, shadow, 0, length)[0][0] >= 0:
                        del found[slot]
                        break
        return found


class _Index:
    """Words, and stems by their first letters, with what each brings.

    A pattern is looked up by its most telling need and only then asked for its others; an exception is asked for
    only where its slot has matched.
    """

    def __init__(self, parsed: Sequence[Parsed], exceptions: Container[int], language: Language) -> None:
        self._parsed = parsed
        telling = [min(one.needs, key=language.commonness) for one in parsed]
        others = [
            one.needs if number in exceptions else tuple(n for n in one.needs if n is not telling[number])
            for number, one in enumerate(parsed)
        ]
        self._bits = {need: 1 << i for i, need in enumerate(dict.fromkeys(n for needs in others for n in needs))}
        bits: dict[tuple[bytes, bool], int] = {}
        patterns: dict[tuple[bytes, bool], list[tuple[int, int]]] = {}
        for need, bit in self._bits.items():
            for key in _keys(need):
                bits[key] = bits.get(key, 0) | bit
        for number, needs in enumerate(others):
            if number not in exceptions:
                for key in _keys(telling[number]):
                    patterns.setdefault(key, []).append((self._sum(needs), number))
        self.words: dict[bytes, _Word] = {}
        self.stems: dict[bytes, list[tuple[bytes, _Word]]] = {}
        for key in bits.keys() | patterns.keys():
            word = _Word(bits.get(key, 0), tuple(patterns.get(key, ())))
            if key[1]:
                self.stems.setdefault(key[0][:STEM_LEAST], []).append((key[0], word))
            else:
                self.words[key[0]] = word

    def _sum(self, needs: Sequence[Need]) -> int:
        total = 0
        for need in needs:
            total |= self._bits[need]
        return total

    def needed(self, number: int) -> int:
        """Return the bits of all that pattern ``number``, an exception, needs."""
        return self._sum(self._parsed[number].needs)


def _keys(need: Need) -> list[tuple[bytes, bool]]:
    return [(w.encode("ascii"), False) for w in need.words] + [(s.encode("ascii"), True) for s in need.stems]
