"""Which branch of its practice a role belongs to: support that looks after accounts is no help desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Branch

    from .model import Line


def branch_of(practice: str, lines: Sequence[Line], rubrics: Rubrics) -> Branch | None:
    """Return the branch of ``practice`` whose cues stand in enough of its lines, and in more than those of its
    neighbours; None where the practice's own words fit best, or where it is none of the five.
    """
    if practice not in rubrics.practices:
        return None
    asks = [
        {s.cue for s in line.signals if s.contribution > 0}
        for line in lines
        if line.is_work and practice in line.practices
    ]
    for branch in rubrics.practices[practice].branches:
        own = sum(not cues.isdisjoint(branch.uses) for cues in asks)
        beside = sum(not cues.isdisjoint(branch.outnumbers) for cues in asks)
        if own >= max(branch.lines, branch.share * len(asks)) and own > beside:
            return branch
    return None
