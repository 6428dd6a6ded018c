"""Which branch of its practice a role belongs to: support that looks after accounts is no help desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Branch

    from .findings import Facts


def branch_of(facts: Facts, rubrics: Rubrics) -> Branch | None:
    """Return the branch of the primary practice whose cues stand in enough of its lines, and in more than those of its
    neighbours; None where the practice's own words fit best.
    """
    practice = facts.profile.primary
    if practice not in rubrics.practices:
        return None
    lines = [
        {s.cue for s in line.signals if s.contribution > 0}
        for line in facts.lines
        if line.is_work and practice in line.practices
    ]
    for branch in rubrics.practices[practice].branches:
        own = sum(not cues.isdisjoint(branch.uses) for cues in lines)
        beside = sum(not cues.isdisjoint(branch.outnumbers) for cues in lines)
        if own >= max(branch.lines, branch.share * len(lines)) and own > beside:
            return branch
    return None
