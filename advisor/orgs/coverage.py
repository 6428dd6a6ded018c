"""Judged roles → who covers each practice, each responsibility and the hours outside the office."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import Structures

from .model import RoleDraft
from .result import Coverage, Covering, HoursCover, OrgRole, PracticeCover, ResponsibilityCover
from .vocabulary import several, vocabulary


def _several(draft: RoleDraft) -> bool:
    """Whether a department or group covers, whose people nobody counted: more than one, as far as is known."""
    return draft.headcount is None and several(draft.title, vocabulary())


def coverage_of(roles: Sequence[OrgRole], size: int | None, structures: Structures) -> Coverage:
    """Say who covers each practice, each responsibility, and the hours outside the office."""
    names = {p.practice: p.name for p in load_rubrics().data.practices}
    full = structures.data.numbers.full_time
    practices = []
    for practice in PRACTICES:
        having = [(i, r) for i, r in enumerate(roles) if r.levels[practice] != "none"]
        hours = sum(r.hours_total * r.shares[practice] for _, r in having)
        heads = sum(2 if _several(r.draft) else r.people for _, r in having)
        owned = any(r.levels[practice] in ("most", "all") for _, r in having)
        state = (
            "nobody"
            if not having
            else "overlap"
            if len(having) >= structures.data.numbers.overlap and not owned
            else "single"
            if heads <= 1
            else "covered"
        )
        practices.append(
            PracticeCover(
                practice,
                names[practice],
                tuple(Covering(i, r.levels[practice]) for i, r in having),
                round(hours / full, 2),
                round(hours, 1),
                state,
            )
        )
    held = {
        rule.id: tuple(
            i for i, r in enumerate(roles) if any(rule.id in p.responsibilities for p in r.phrases)
        )
        for rule in structures.data.responsibilities
    }
    responsibilities = tuple(
        ResponsibilityCover(
            rule.id,
            rule.name,
            rule.practice,
            held[rule.id],
            "nobody" if not held[rule.id] else "one" if len(held[rule.id]) == 1 else "shared",
            size is None or size >= rule.from_size,
        )
        for rule in structures.data.responsibilities
    )
    hours_cover = tuple(
        HoursCover(c.id, c.name, tuple(i for i, r in enumerate(roles) if c.id in r.cover))
        for c in structures.data.cover
    )
    return Coverage(tuple(practices), responsibilities, hours_cover)
