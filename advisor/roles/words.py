"""What a line's single words and the rest of its ad add to its practices' points, as ``practice_words.yaml`` says.

Cues know what they were written for; the words were estimated from labelled ads, and know a little of everything. They
outvote a medium cue where the line speaks of something else, but no strong one by themselves, and read lines that no cue
reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from advisor.practices import ALL_WORK

from .model import Line, Signal
from .profile import sums_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Practice

WORDS_ID = "words.{}"
_Points = tuple[float, ...]


def is_words(signal: Signal) -> bool:
    """Whether the signal is not of a cue, but of the line's single words; its id is ``words.`` and the practice."""
    return signal.cue == WORDS_ID.format(signal.practice)


def practices_by_cues(line: Line, threshold: float) -> list[str]:
    """Return what a line asks for without its single words, most points first."""
    sums: dict[str, float] = {}
    for signal in line.signals:
        if not is_words(signal):
            sums[signal.practice] = sums.get(signal.practice, 0.0) + signal.contribution
    asked = sorted((p for p, n in sums.items() if n >= threshold), key=lambda p: -sums[p])
    return [p for p in asked if p != "other" or len(asked) == 1 or p in line.practices]


class PracticeWords:
    """The compiled ``practice_words.yaml``."""

    def __init__(self, rubrics: Rubrics) -> None:
        def points(given: Mapping[Practice, float]) -> _Points:
            return tuple(given.get(practice, 0.0) for practice in ALL_WORK)

        file = rubrics.data.practice_words
        self._rubrics = rubrics
        self._threshold = rubrics.data.scoring.line_threshold
        self._nothing, self._least = points({}), -file.takes
        self._words = {word.encode(): points(given) for word, given in file.words.items()}
        self._kinds = {kind: points(given) for kind, given in file.kinds.items()}
        self._shares = {practice: points(given) for practice, given in file.shares.items()}

    def read(self, lines: Sequence[Line], said: Sequence[bytes]) -> list[Line]:
        """Add the words' points to each line of work that has known words.

        ``said``: each line's words in lower case, with spaces for all else.
        """
        duties = [line for line in lines if line.is_work]
        known = sum(1 for line in duties if line.practices) / len(duties) if duties else 0.0
        ad = self._nothing
        for total in sums_of(lines, self._rubrics):
            given = self._shares.get(total.practice, self._nothing)  # type: ignore[call-overload]
            ad = tuple(n + known * total.share * more for n, more in zip(ad, given, strict=True))
        return [
            self._line(line, words, ad) if line.kind != "context" else line
            for line, words in zip(lines, said, strict=True)
        ]

    def _line(self, line: Line, said: bytes, ad: _Points) -> Line:
        points_of = self._words
        known = {word: points_of[word] for word in said.split() if word in points_of}
        if not known:
            return line
        part = 1 / sqrt(len(known))
        place = self._kinds.get(line.kind, self._nothing)  # type: ignore[call-overload]
        signals = list(line.signals)
        sums: dict[str, float] = {}
        for signal in signals:
            sums[signal.practice] = sums.get(signal.practice, 0.0) + signal.contribution
        by_cues = {signal.practice for signal in signals if signal.contribution > 0}
        own_sums = map(sum, zip(*known.values(), strict=True))
        for i, (practice, own) in enumerate(zip(ALL_WORK, own_sums, strict=True)):
            points = max(round(ad[i] + place[i] + part * own, 2), self._least)
            total = sums.get(practice, 0.0) + points
            alone = practice not in by_cues
            if not points or (alone and (line.practices or own <= 0 or total < self._threshold)):
                continue  # words alone read only what no cue has read, and only what they speak for
            sums[practice] = total
            best = max if points > 0 else min
            most = best(known, key=lambda word: known[word][i])
            start = line.start + b" ".join((b"", said, b"")).index(b" %b " % most)
            signals.append(Signal(WORDS_ID.format(practice), start, start + len(most), practice, points))
        practices = sorted((p for p, n in sums.items() if n >= self._threshold), key=lambda p: -sums[p])
        return line._replace(practices=tuple(practices), signals=tuple(signals))
