"""What a line's single words and the rest of its ad add to its practices' points, as ``practice_words.yaml`` says.

Cues know what they were written for; the words were estimated from labelled ads, and know a little of everything. They
outvote a doubtful cue where the line speaks of something else, never a strong one, and read lines that no cue reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from .model import Line, Signal
from .profile import ALL, sums_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Practice

_WORDS = "words."
_Points = tuple[float, ...]


def is_words(signal: Signal) -> bool:
    """Whether the signal is not of a cue, but of the line's single words; its id is ``words.`` and the practice."""
    return signal.cue.startswith(_WORDS)


class PracticeWords:
    """The compiled ``practice_words.yaml``."""

    def __init__(self, rubrics: Rubrics) -> None:
        def points(given: Mapping[Practice, float]) -> _Points:
            return tuple(given.get(practice, 0.0) for practice in ALL)

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
        ad = self._nothing
        for total in sums_of(lines, self._rubrics):
            given = self._shares.get(total.practice, self._nothing)  # type: ignore[call-overload]
            ad = tuple(n + total.share * more for n, more in zip(ad, given, strict=True))
        return [
            self._line(line, words, ad) if line.kind != "context" else line
            for line, words in zip(lines, said, strict=True)
        ]

    def _line(self, line: Line, said: bytes, ad: _Points) -> Line:
        known = {word: self._words[word] for word in dict.fromkeys(said.split()) if word in self._words}
        if not known:
            return line
        part = 1 / sqrt(len(known))
        place = self._kinds.get(line.kind, self._nothing)  # type: ignore[call-overload]
        signals = list(line.signals)
        sums: dict[str, float] = {}
        for signal in signals:
            sums[signal.practice] = sums.get(signal.practice, 0.0) + signal.contribution
        for i, practice in enumerate(ALL):
            points = ad[i] + place[i] + part * sum(given[i] for given in known.values())
            points = max(round(points, 2), self._least)
            total = sums.get(practice, 0.0) + points
            if not points or (practice not in sums and (line.practices or total < self._threshold)):
                continue  # words alone read only what no cue has read
            sums[practice] = total
            most = max(known, key=lambda word: known[word][i])
            start = line.start + b" ".join((b"", said, b"")).index(b" %b " % most)
            signals.append(Signal(_WORDS + practice, start, start + len(most), practice, points))
        practices = sorted((p for p, n in sums.items() if n >= self._threshold), key=lambda p: -sums[p])
        return line._replace(practices=tuple(practices), signals=tuple(signals))
