"""Every pattern of the rubrics in one set: a line in, what it says out.

A line is scanned once. Only cues and marks that fired are located, and only where their place matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .engine import PatternSet
from .fold import fold

if TYPE_CHECKING:
    from advisor.matching.language import Language
    from advisor.rubrics.loader import Rubrics


class Hit(NamedTuple):
    """A cue or mark found in a line: its id and where, in characters of the line."""

    id: str
    start: int
    end: int


class LineHits(NamedTuple):
    """What one line says: practice cues, points by kind, marks, contrast poles and false-friend patterns."""

    cues: list[Hit]
    kinds: list[tuple[str, float]]
    marks: list[Hit]
    poles: list[tuple[str, int]]
    friends: list[tuple[str, int]]


_CUE, _KIND, _MARK, _POLE, _FRIEND, _UNLESS, _NEGATION = range(7)
_NOTHING = LineHits([], [], [], [], [])


def joined(language: Language, patterns: Sequence[str]) -> str:
    """Return one expression that matches any of ``patterns``."""
    expressions = [language.expression(p) for p in patterns]
    return expressions[0] if len(expressions) == 1 else "(?:" + "|".join(expressions) + ")"


class Matcher:
    """The compiled rubrics. Thread-safe: it is never changed after it is built."""

    def __init__(self, rubrics: Rubrics) -> None:
        self._language = rubrics.language
        self._expressions: list[str] = []
        # For each expression: what it is, the id it stands for, the index of its "unless" (or -1), a number.
        self._slots: list[tuple[int, str, int, float]] = []
        data = rubrics.data
        for practice in data.practices:
            for cue in practice.cues:
                self._add(_CUE, cue.id, cue.match, cue.unless)
        for kind in data.kinds.cues:
            self._add(_KIND, kind.kind, kind.match, kind.unless, kind.points)
        for mark in data.marks:
            self._add(_MARK, mark.id, mark.match, mark.unless)
        for contrast in data.contrasts:
            for pole, side in ((contrast.community, 1), (contrast.social, -1)):
                if pole.match:
                    self._add(_POLE, contrast.id, pole.match, pole.unless, side)
        for friend in data.false_friends:
            for number, pattern in enumerate(friend.match):
                self._add(_FRIEND, friend.id, (pattern,), (), number)
        words = data.vocabulary
        self._negation = self._add(_NEGATION, "negation", words.negation, ())
        self._set = PatternSet(self._expressions)
        self._scope = PatternSet([joined(self._language, words.not_negation), joined(self._language, words.negation_ends)])

    def _add(self, what: int, id_: str, match: Sequence[str], unless: Sequence[str], number: float = 0) -> int:
        index = len(self._slots)
        self._slots.append((what, id_, -1, number))
        self._expressions.append(joined(self._language, match))
        if unless:
            self._slots[index] = (what, id_, len(self._slots), number)
            self._slots.append((_UNLESS, id_, -1, 0))
            self._expressions.append(joined(self._language, unless))
        return index

    def line(self, shadow: bytes) -> LineHits:
        """Return what the line with this shadow says. Negated cues and marks are left out."""
        fired = self._set.fired(shadow)
        if not fired:
            return _NOTHING
        hits = LineHits([], [], [], [], [])
        negated = self._negated(shadow) if self._negation in fired else None
        for index in fired:
            what, id_, unless, number = self._slots[index]
            if unless >= 0 and unless in fired:
                continue
            if what == _CUE:
                start, end = self._set.locate(index, shadow)
                if negated is None or not negated[0] <= start < negated[1]:
                    hits.cues.append(Hit(id_, start, end))
            elif what == _KIND:
                hits.kinds.append((id_, number))
            elif what == _MARK:
                start, end = self._set.locate(index, shadow)
                if negated is None or not negated[0] <= start < negated[1]:
                    hits.marks.append(Hit(id_, start, end))
            elif what == _POLE and negated is None:
                hits.poles.append((id_, int(number)))
            elif what == _FRIEND:
                hits.friends.append((id_, int(number)))
        return hits

    def _negated(self, shadow: bytes) -> tuple[int, int] | None:
        """Return the stretch of the line that its negation covers: from "won't" to the end of the clause."""
        start, end = self._set.locate(self._negation, shadow)
        fired = self._scope.fired(shadow)
        if 0 in fired:
            idiom = self._scope.locate(0, shadow)
            if idiom[0] <= start < idiom[1] or start <= idiom[0] < end:
                return None
        if 1 in fired:
            tail = shadow[end:]
            if 1 in self._scope.fired(tail):
                return start, end + self._scope.locate(1, tail)[0]
        return start, len(shadow)


class TitleReader:
    """Title rules in order: the first that matches says which practice a title promises."""

    def __init__(self, rubrics: Rubrics) -> None:
        language = rubrics.language
        self._rules = rubrics.data.titles
        self._match = PatternSet([joined(language, r.match) for r in self._rules])
        self._unless = PatternSet([joined(language, r.unless or ("zzzunlikely",)) for r in self._rules])

    def read(self, title: str) -> tuple[str, str]:
        """Return the practice (or ``outside``, ``unclear``) and the rule's id, or ``unclear`` and ""."""
        shadow = fold(title)
        unless = set(self._unless.fired(shadow))
        for index in sorted(self._match.fired(shadow)):
            if index not in unless:
                rule = self._rules[index]
                return rule.practice, rule.id
        return "unclear", ""
