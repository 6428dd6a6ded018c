"""Where an ad leans, and where one of its lists does: which practices' ambiguous words count there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor.rubrics.models import PRACTICES

from .model import Line

if TYPE_CHECKING:
    from advisor.matching.matcher import TitleRead
    from advisor.rubrics.models import Scoring
    from advisor.text.lines import RawLine

Leans = frozenset[tuple[str, bool]]
"""Practices that the work leans to, each with whether mostly: (p, True) never without (p, False)."""
NOWHERE: Leans = frozenset()

List = tuple[int, int]
"""What stands under one heading or lead-in: the numbers of both, as in :class:`advisor.text.lines.RawLine`."""


def leans_of(lines: Sequence[Line], title: TitleRead, scoring: Scoring) -> Leans:
    """Return where the ad leans by its clear lines and its title."""
    totals: dict[str, float] = {}
    for line in lines:
        weight = scoring.kind_weights[line.kind]  # type: ignore[index]
        for practice in line.practices:
            totals[practice] = totals.get(practice, 0.0) + weight
    if title.practice in PRACTICES:
        totals[title.practice] = totals.get(title.practice, 0.0) + scoring.title_lean * title.weight
    elif title.practice == "outside":
        totals["other"] = totals.get("other", 0.0) + scoring.title_points_outside * title.weight
    whole = sum(totals.values())
    least = scoring.lean_duties * sum(1 for line in lines if line.is_work)
    shares = {p: n / whole for p, n in totals.items() if n and (n >= least or p == "other")}
    return frozenset(
        [(p, False) for p, share in shares.items() if share >= scoring.lean_share[p]]  # type: ignore[index]
        + [(p, True) for p, share in shares.items() if share >= scoring.lean_mostly]
    )


def leans_of_lists(raws: Sequence[RawLine], lines: Sequence[Line], scoring: Scoring) -> dict[List, Leans]:
    """Return where single lists of duties lean by their clear lines, where the duties stand in several lists."""
    lists: dict[List, list[Line]] = {}
    for raw, line in zip(raws, lines, strict=True):
        if line.is_work:
            lists.setdefault(list_of(raw), []).append(line)
    if len(lists) < 2:
        return {}
    found = {}
    for key, members in lists.items():
        counts: dict[str, int] = {}
        for line in members:
            for practice in line.practices:
                counts[practice] = counts.get(practice, 0) + 1
        whole, least = sum(counts.values()), max(scoring.list_lines, scoring.list_part * len(members))
        for practice, n in counts.items():
            if practice != "other" and n >= least and n >= scoring.list_share * whole:
                found[key] = frozenset(((practice, False), (practice, True)))
    return found


def list_of(raw: RawLine) -> List:
    """Return the list that a line stands in."""
    return raw.heading, raw.lead_in
