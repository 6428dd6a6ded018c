"""What waits for the verdict on readiness: while it says that nobody should be hired, no other part makes a seat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.rubrics.joint import load_joint
from advisor.wording import joined

if TYPE_CHECKING:
    from .readiness_view import ReadinessView
    from .team_steps import TeamStep


class Held(NamedTuple):
    """``says`` is what waits, in one sentence; ``here`` tells it where the team's step makes a seat, else ""."""

    says: str
    here: str


def holds(ready: ReadinessView | None) -> bool:
    """Whether the verdict is one on which nobody is hired."""
    return ready is not None and ready.band in load_joint().held.bands


def held_of(steps: Sequence[TeamStep], ads: Sequence[str], ready: ReadinessView | None) -> Held | None:
    """Return what waits: the new seats of the team's ``steps``, the empty ones, and ``ads`` by name. None for nothing."""
    rule, says = load_joint().held, load_joint().says
    if ready is None or not holds(ready):
        return None
    seats = dict.fromkeys(step.seat for step in steps if step.seat)
    waits = [says.held_seat.format(seat=seat) for seat in seats]
    if any(f.id == rule.vacant for step in steps for f in step.findings):
        waits.append(says.held_vacant)
    waits += [says.held_ad.format(role=name) for name in ads]
    if not waits:
        return None
    verdict = ready.band_name
    here = says.held_here.format(verdict=verdict) if seats else ""
    return Held(says.held.format(verdict=verdict, waits=joined(waits)), here)
