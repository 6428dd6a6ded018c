"""Every pattern of the rubrics in one set: a line in, what it says out.

A line is scanned once; what fired is located.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .engine import PatternSet
from .fold import fold
from .negation import Negation, Stretches, denied

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics


class Hit(NamedTuple):
    """A cue or mark found in a line: its id and where, in characters of the line."""

    id: str
    start: int
    end: int


class LineHits(NamedTuple):
    """What one line says: practice cues, marks, contrast poles and false-friend patterns (id and number).

    ``denied``: the stretches that it denies, in characters of the line.
    """

    cues: list[Hit]
    marks: list[Hit]
    poles: list[tuple[str, int]]
    friends: list[tuple[str, int]]
    denied: Stretches


_CUE, _POLE, _MARK, _FRIEND = range(4)
_MOST_REMEMBERED = 8192
NOTHING = LineHits([], [], [], [], [])


class Matcher:
    """The compiled rubrics: all patterns, and those that context is read for.

    Remembers what the latest lines said, by a hash and never the text itself: who types sees mostly old lines read
    again. Thread-safe: what a reader sees never changes.
    """

    def __init__(self, rubrics: Rubrics) -> None:
        data, language, words = rubrics.data, rubrics.language, rubrics.data.vocabulary
        slots: list[tuple[Sequence[str], Sequence[str]]] = [(words.negation, ())]

        def poles(*, context: bool) -> None:
            for contrast in data.contrasts:
                for pole, side in ((contrast.community, 1), (contrast.social, -1)):
                    if pole.match and contrast.context is context:
                        self._says.append((_POLE, contrast.id, side))
                        slots.append((pole.match, pole.unless))

        self._remembered: dict[tuple[int, int, bool], LineHits] = {}
        # First what every line may say, whatever its kind, …
        self._says: list[tuple[int, str, int]] = [(_MARK, "", 0)]
        for mark in data.marks:
            self._says.append((_MARK, mark.id, 0))
            slots.append((mark.match, mark.unless))
        for friend in data.false_friends:
            for number, pattern in enumerate(friend.match):
                self._says.append((_FRIEND, friend.id, number))
                slots.append(((pattern,), ()))
        poles(context=True)
        self._context = PatternSet(language, slots)
        # … then what only lines about the work or the person may.
        for practice in data.practices:
            for cue in practice.cues:
                self._says.append((_CUE, cue.id, 0))
                slots.append((cue.match, cue.unless))
        poles(context=False)
        self._set = PatternSet(language, slots)
        self._negation = Negation(language, words)

    def line(self, shadow: bytes, kind: str = "duty") -> LineHits:
        """Return what the line with this shadow says. Context asks for nothing; what is negated is left out."""
        context = kind == "context"
        key = hash(shadow), len(shadow), context
        hits = self._remembered.get(key)
        if hits is None:
            hits = self._read(shadow, context=context)
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = hits
        return hits

    def knows(self, word: str) -> bool:
        """Whether any pattern asks for this word."""
        return self._set.knows(fold(word))

    def _read(self, shadow: bytes, *, context: bool) -> LineHits:
        spans = (self._context if context else self._set).spans(shadow)
        away = self._negation.stretches(shadow, spans.pop(0, None))
        hits = LineHits([], [], [], [], away)
        for index, span in spans.items():
            what, id_, number = self._says[index]
            if what == _FRIEND:
                hits.friends.append((id_, number))
            elif not denied(away, span[0]):
                if what == _CUE:
                    hits.cues.append(Hit(id_, *span))
                elif what == _MARK:
                    hits.marks.append(Hit(id_, *span))
                else:
                    hits.poles.append((id_, number))
        return hits


class TitleRead(NamedTuple):
    """What a title promises: a practice, ``outside`` or ``unclear``; by which rule; how much it counts, 0 to 1."""

    practice: str
    rule: str
    weight: float


class TitleReader:
    """Title rules in order: the first that matches says which practice a title promises."""

    def __init__(self, rubrics: Rubrics) -> None:
        self._rules = rubrics.data.titles
        self._set = PatternSet(rubrics.language, [(r.match, r.unless) for r in self._rules])
        self._job = PatternSet(rubrics.language, [(rubrics.data.job_words, ())])
        self.around = rubrics.data.around

    def names_job(self, line: str) -> bool:
        """Whether ``line`` has a word by which a short line looks like a title: manager, nurse, intern."""
        return bool(self._job.slots(fold(line)))

    def read(self, title: str) -> TitleRead:
        """Return what the title promises; a title that no rule knows is ``unclear`` and counts nothing."""
        found = self._set.slots(fold(title.replace(" & ", " and ")))
        if not found:
            return TitleRead("unclear", "", 0.0)
        rule = self._rules[min(found)]
        return TitleRead(rule.practice, rule.id, rule.weight)
