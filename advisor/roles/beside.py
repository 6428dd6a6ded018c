"""What stays of a line's practices beside its clearest one, once all of the line's points are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .model import Line
from .profile import sums_of

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
    or an ad that hardly asks for it."""
    scoring = rubrics.data.scoring
    rare = {t.practice for t in sums_of(lines, rubrics) if t.share < scoring.sure_share} - {"other"}

    def kept(line: Line) -> Line:
        doubted = [p for i, p in enumerate(line.practices) if p in rare or (i and p != "other")]
        if not doubted:
            return line
        sums = dict.fromkeys(doubted, 0.0)
        for signal in line.signals:
            if signal.practice in sums:
                sums[signal.practice] += signal.contribution
        unsure = {p for p, points in sums.items() if round(points, 2) < scoring.sure_points}
        if not unsure:
            return line
        return line._replace(practices=tuple(p for p in line.practices if p not in unsure))

    return [kept(line) for line in lines]
