"""What a line denies: "does not answer tickets" asks for no answering, "not only" denies nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .engine import PatternSet

if TYPE_CHECKING:
    from advisor.rubrics.models.numbers import Vocabulary

    from .language import Language

Slots = Sequence[tuple[Sequence[str], Sequence[str]]]


class Negation:
    """How far a denial reaches. Safe to share between threads."""

    def __init__(self, language: Language, words: Vocabulary) -> None:
        self._scope = PatternSet(language, [(words.not_negation, ()), (words.negation_ends, ())])

    def stretch(self, shadow: bytes, span: tuple[int, int] | None) -> tuple[int, int]:
        """Return what the denial at ``span`` covers: from "won't" to the end of the clause; (0, 0) for none."""
        if span is None:
            return 0, 0
        start, end = span
        idiom = self._scope.spans(shadow).get(0)
        if idiom is not None and (idiom[0] <= start < idiom[1] or start <= idiom[0] < end):
            return 0, 0
        clause = self._scope.spans(shadow[end:]).get(1)
        return start, end + clause[0] if clause else len(shadow)


class Affirmed:
    """Numbered slots that match where a line does not deny them. Safe to share between threads."""

    def __init__(self, language: Language, words: Vocabulary, slots: Slots, also: Sequence[str] = ()) -> None:
        """``also``: patterns that deny in these lines beside the vocabulary's."""
        self._negation = Negation(language, words)
        self._set = PatternSet(language, [((*words.negation, *also), ()), *slots])

    def spans(self, shadow: bytes) -> dict[int, tuple[int, int]]:
        """Return the slots that match in a folded line, each with the place of a match."""
        found = self._set.spans(shadow)
        start, stop = self._negation.stretch(shadow, found.pop(0, None))
        return {slot - 1: span for slot, span in found.items() if not start <= span[0] < stop}

    def denied(self, shadow: bytes) -> tuple[int, int]:
        """Return the stretch of a folded line that it denies; (0, 0) for none."""
        return self._negation.stretch(shadow, self._set.spans(shadow).get(0))
