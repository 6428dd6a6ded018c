"""What stays of a line's practices beside its clearest one, once all of the line's points are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .model import Line
from .profile import sums_of
from .words import is_words

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics


def without_other(lines: Iterable[Line]) -> list[Line]:
    """Leave another function out of each duty that asks for a practice: where the ad isn't mostly about other functions,
    such words name what the work touches (right in a quarter of 1,300 such lines)."""
    return [_without_other(line) for line in lines]


def _without_other(line: Line) -> Line:
    if line.kind != "duty" or len(line.practices) < 2 or "other" not in line.practices:
        return line
    return line._replace(practices=tuple(p for p in line.practices if p != "other"))


def sure(lines: Sequence[Line], rubrics: Rubrics) -> list[Line]:
    """Leave each practice out of a line that has too few points there for what it is beside: a clearer one in the line,
    unless a strong cue of it has words of its own, or an ad that hardly asks for it.
    """
    scoring = rubrics.data.scoring
    rare = {t.practice for t in sums_of(lines, rubrics) if t.share < scoring.sure_share} - {"other"}

    def kept(line: Line) -> Line:
        doubted = [(i, p) for i, p in enumerate(line.practices) if p != "other" and (i or p in rare)]
        unsure = {
            p
            for i, p in doubted
            if _points(line, p) < scoring.sure_points
            and (p in rare or not _apart(line, p, line.practices[:i], scoring.strengths["strong"]))
        }
        if not unsure:
            return line
        return line._replace(practices=tuple(p for p in line.practices if p not in unsure))

    return [kept(line) for line in lines]


def _points(line: Line, practice: str) -> float:
    return round(sum(s.contribution for s in line.signals if s.practice == practice), 2)


def _apart(line: Line, practice: str, clearer: Sequence[str], strong: float) -> bool:
    """Whether a strong cue of ``practice`` stands where no cue of a clearer one does."""
    cues = [s for s in line.signals if s.contribution > 0 and not is_words(s)]
    taken = [s for s in cues if s.practice in clearer]
    return any(
        s.practice == practice
        and s.contribution >= strong
        and not any(t.start < s.end and s.start < t.end for t in taken)
        for s in cues
    )
