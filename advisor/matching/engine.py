"""Many patterns, one look: the words of a line say which patterns have a chance, RE2 says which match and where.

One automaton over all patterns (an ``RE2::Set``) is the obvious way and was measured: with windows in the patterns
it meets new states in nearly every new line, 80 µs a line, and only pays on lines it has seen. Looking the line's
words up first costs a few microseconds whatever the line. Time is linear in the line whatever the patterns: words
are looked up once, and RE2 never backtracks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    patterns: tuple[tuple[int, int], ...]  # (all bits that the pattern needs, its number)


def words_of(shadow: bytes) -> set[bytes]:
    """Return the words of a folded line, to be looked up."""
    return set(shadow.translate(_SPACES).split())


class PatternSet:
    """Numbered slots: each matches where one of its patterns does, unless one of its exceptions matches too.

    Safe to share between threads.
    """

    def __init__(self, language: Language, slots: Sequence[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._expressions: list[str] = []
        # For each pattern the slot that it belongs to, and whether it is an exception. Exceptions come after.
        self._slot: list[tuple[int, bool]] = []
        self._compiled: dict[int, Callable[..., list[tuple[int, int]]]] = {}
        parsed: list[Parsed] = []
        for number, (match, unless) in enumerate(slots):
            for pattern, exception in (*((p, False) for p in match), *((p, True) for p in unless)):
                parsed.append(language.parse(pattern))
                self._expressions.append(parsed[-1].expression)
                self._slot.append((number, exception))
        self._words, self._stems = _index(parsed, language)

    def _search(self, number: int, shadow: bytes) -> tuple[int, int]:
        """Return where pattern ``number`` matches first, (-1, -1) for nowhere."""
        search = self._compiled.get(number)
        if search is None:
            # On first use: most patterns never get a chance in a short session. Two threads may both do it; no harm.
            compiled = re2.compile(self._expressions[number].encode("ascii"), _OPTIONS)
            # The wrapper's own search() builds a generator and a match object; this is what it calls, twice as fast.
            search = self._compiled[number] = compiled._regexp.Match
        return search(_UNANCHORED, shadow, 0, len(shadow))[0]

    def _chances(self, words: set[bytes]) -> list[int]:
        """Return the numbers of the patterns all of whose needs these words meet, in order."""
        known, stems, bits = self._words, self._stems, 0
        looked_up: list[tuple[int, int]] = []
        for token in words:
            word = known.get(token)
            if word is not None:
                bits |= word.bits
                looked_up += word.patterns
            if token[0] <= _NINE and (word := known.get(_FIGURE)) is not None:
                bits |= word.bits
                looked_up += word.patterns
            for stem, word in stems.get(token[:STEM_LEAST], ()):
                if token.startswith(stem):
                    bits |= word.bits
                    looked_up += word.patterns
        return sorted({number for needed, number in looked_up if needed & bits == needed})

    def spans(self, shadow: bytes, words: set[bytes] | None = None) -> dict[int, tuple[int, int]]:
        """Return the slots that match in ``shadow``, each with start and end of a match of its first such pattern.

        ``shadow`` is one line, folded (see :func:`advisor.matching.fold.fold`), ``words`` its words if known.
        """
        found: dict[int, tuple[int, int]] = {}
        for number in self._chances(words_of(shadow) if words is None else words):
            slot, exception = self._slot[number]
            if (slot in found) is exception:
                span = self._search(number, shadow)
                if span[0] < 0:
                    continue
                if exception:
                    del found[slot]
                else:
                    found[slot] = span
        return found


def _index(parsed: Sequence[Parsed], language: Language) -> tuple[dict[bytes, _Word], dict[bytes, list[tuple[bytes, _Word]]]]:
    """Return words, and stems by their first letters, with what each brings.

    A pattern is looked up by its most telling need.
    """
    bit_of: dict[Need, int] = {}
    bits: dict[tuple[bytes, bool], int] = {}
    patterns: dict[tuple[bytes, bool], list[tuple[int, int]]] = {}
    for number, one in enumerate(parsed):
        needed = 0
        for need in one.needs:
            bit = bit_of.setdefault(need, 1 << len(bit_of))
            needed |= bit
            for text, stem in (*((w, False) for w in need.words), *((s, True) for s in need.stems)):
                key = (text.encode("ascii"), stem)
                bits[key] = bits.get(key, 0) | bit
        telling = min(one.needs, key=language.commonness)
        for text, stem in (*((w, False) for w in telling.words), *((s, True) for s in telling.stems)):
            patterns.setdefault((text.encode("ascii"), stem), []).append((needed, number))
    whole: dict[bytes, _Word] = {}
    stems: dict[bytes, list[tuple[bytes, _Word]]] = {}
    for (text, stem), value in bits.items():
        word = _Word(value, tuple(patterns.get((text, stem), ())))
        if stem:
            stems.setdefault(text[:STEM_LEAST], []).append((text, word))
        else:
            whole[text] = word
    return whole, stems
