"""What a line denies: "does not answer tickets" asks for no answering, "not only" denies nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .engine import PatternSet

if TYPE_CHECKING:
    from advisor.rubrics.models.numbers import Vocabulary

    from .language import Language

Slots = Sequence[tuple[Sequence[str], Sequence[str]]]


Stretches = list[tuple[int, int]]
_MOST = 8  # denials in one line; who denies more says nothing else
# Denials and idioms looked at in one line: each look reads the rest of the line, so that both must end.
_LOOKS = 2 * _MOST


class Negation:
    """How far denials reach. Safe to share between threads."""

    def __init__(self, language: Language, words: Vocabulary, also: Sequence[str] = ()) -> None:
        """``also``: patterns that deny in these lines beside the vocabulary's."""
        self.match = (*words.negation, *also)
        self._denials = PatternSet(language, [(self.match, ())])
        self._scope = PatternSet(language, [(words.not_negation, ()), (words.negation_ends, ())])

    def stretches(self, shadow: bytes, span: tuple[int, int] | None) -> Stretches:
        """Return what a line denies, from ``span``, its first denial, on: from "won't" to the end of the clause."""
        found: Stretches = []
        base = 0  # what stands before is settled
        for _ in range(_LOOKS):
            if span is None or len(found) == _MOST:
                break
            start, end = span
            idiom = self._scope.spans(shadow[base:]).get(0)
            begins, stops = (base + idiom[0], base + idiom[1]) if idiom else (-1, -1)
            if begins <= start < stops or start <= begins < end:
                base = max(stops, end)
            else:
                clause = self._scope.spans(shadow[end:]).get(1)
                base = end + clause[0] if clause else len(shadow)
                found.append((start, base))
            more = self._denials.spans(shadow[base:]).get(0)
            span = (base + more[0], base + more[1]) if more else None
        return found


def denied(stretches: Stretches, at: int) -> bool:
    """Return whether a place stands in one of the stretches."""
    return any(start <= at < stop for start, stop in stretches)


class Affirmed:
    """Numbered slots that match where a line does not deny them. Safe to share between threads."""

    def __init__(self, language: Language, words: Vocabulary, slots: Slots, also: Sequence[str] = ()) -> None:
        """``also``: patterns that deny in these lines beside the vocabulary's."""
        self._negation = Negation(language, words, also)
        self._set = PatternSet(language, [(self._negation.match, ()), *slots])

    def spans(self, shadow: bytes) -> dict[int, tuple[int, int]]:
        """Return the slots that match in a folded line, each with the place of a match."""
        found = self._set.spans(shadow)
        away = self._negation.stretches(shadow, found.pop(0, None))
        return {slot - 1: span for slot, span in found.items() if not denied(away, span[0])}

    def denied(self, shadow: bytes) -> Stretches:
        """Return the stretches of a folded line that it denies."""
        return self._negation.stretches(shadow, self._set.spans(shadow).get(0))
