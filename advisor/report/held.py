"""What waits for the verdict on readiness: while it says that nobody should be hired, no other part makes or fills a seat
for the community. Seats that only take other work off it, such as moderation, don't wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.rubrics.joint import load_joint
from advisor.wording import joined

from .team_steps import TeamStep, team_steps

if TYPE_CHECKING:
    from advisor.orgs.result import OrgAnalysis

    from .readiness_view import ReadinessView
    from .role_view import RoleView


class Held(NamedTuple):
    """``says`` is what waits, in one sentence; ``here`` tells it where the team's step makes or fills a seat, else "".
    ``empty``: an empty seat of the team waits."""

    says: str
    here: str
    empty: bool

    def stops(self, step: TeamStep) -> bool:
        """Whether a step of the team waits."""
        return bool(step.seat) and step.practice in load_joint().held.practices


def holds(ready: ReadinessView | None) -> bool:
    """Whether the verdict is one on which nobody is hired."""
    return ready is not None and ready.band in load_joint().held.bands


def held_of(
    org: OrgAnalysis | None, roles: Sequence[tuple[str, RoleView]], ready: ReadinessView | None
) -> Held | None:
    """Return what waits: new and empty seats of the team, and job descriptions by name. None for nothing."""
    rule, says = load_joint().held, load_joint().says
    if ready is None or not holds(ready):
        return None
    waiting = set(rule.practices)
    steps = [step for step in team_steps(org) if step.seat and step.practice in waiting] if org else []
    empty = [seat.label for seat in org.structure.empty if seat.practice in waiting] if org else []
    seats = dict.fromkeys(step.seat for step in steps if step.seat not in empty)
    waits = [says.held_seat.format(seat=seat) for seat in seats]
    waits += [says.held_empty.format(seat=seat) for seat in empty]
    waits += [says.held_ad.format(role=name) for name, role in roles if waiting & _asked(role)]
    if not waits:
        return None
    verdict = ready.band_name
    here = says.held_here.format(verdict=verdict) if steps or empty else ""
    return Held(says.held.format(verdict=verdict, waits=joined(waits)), here, bool(empty))


def _asked(role: RoleView) -> set[str]:
    """Return the practices that a job description is for, by its title or its lines."""
    profile = role.analysis.profile
    return {profile.primary, role.analysis.title_practice, *profile.present}
