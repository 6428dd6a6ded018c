"""Where answers, a team's map and job descriptions speak of the same thing: by the rubric, never by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.orgs.doubts import key_of
from advisor.orgs.moves import keeps
from advisor.rubrics.joint import load_joint
from advisor.rubrics.loader import load_rubrics
from advisor.wording import lower_first

if TYPE_CHECKING:
    from advisor.orgs.result import OrgAnalysis, OrgFinding, OrgRole
    from advisor.rubrics.models.joint import JointSays, Meeting, TeamMeeting

    from .org_view import OrgView
    from .readiness_view import ReadinessView
    from .role_view import RoleView


class Dispute(NamedTuple):
    """Where parts disagree: what about, and what stands against what.

    ``item`` is the question whose strong answer a finding calls in question; "" where the map and a job description
    disagree on what a seat is for.
    """

    item: str
    name: str
    says: str


class TeamFound(NamedTuple):
    """A finding about the team that speaks of a question; ``adds``: the answer asks for more than it does."""

    finding: OrgFinding
    adds: bool


class AdFound(NamedTuple):
    """A job description's finding that speaks of a question; ``moves``: the role's moves are what the answer asks."""

    role: str
    title: str
    moves: bool


def _holds(rule: TeamMeeting, finding: OrgFinding, org: OrgAnalysis) -> bool:
    """Tell whether the finding is the rule's, and about what the rule narrows it to."""
    roles = [org.roles[i] for i in finding.roles]
    unnamed = {r.id for r in org.coverage.responsibilities if r.state == "nobody"}
    return (
        finding.id == rule.finding
        and (rule.practice is None or any(r.levels[rule.practice] != "none" for r in roles))
        and (rule.without is None or rule.without in unnamed)
        and (not roles or rule.hats == 2 or any(len(r.hats) >= rule.hats for r in roles))
    )


def team_found(item: str, org: OrgAnalysis | None, level: float | None = None) -> tuple[TeamFound, ...]:
    """Return the team's findings that speak of an item; with ``level`` only those to tell beside that answer."""
    meeting = _meeting(item)
    if meeting is None or org is None:
        return ()
    found: dict[OrgFinding, bool] = {}
    for rule in meeting.team:
        if level is None or level >= rule.level:
            found |= {f: rule.adds for f in org.findings if _holds(rule, f, org)}
    return tuple(TeamFound(f, adds) for f, adds in found.items())


def ads_found(
    item: str, roles: Sequence[tuple[str, RoleView]], level: float | None = None
) -> tuple[AdFound, ...]:
    """Return what job descriptions say of an item; with ``level`` only what to tell beside that answer."""
    meeting = _meeting(item)
    rules = {r.finding: r for r in meeting.ads if level is None or level >= r.level} if meeting else {}
    return tuple(
        AdFound(name, f.title, rules[f.id].moves)
        for name, role in roles
        for f in role.findings
        if f.id in rules
    )


def _meeting(item: str) -> Meeting | None:
    return next((m for m in load_joint().meetings if m.id == item), None)


def disputes_of(
    roles: Sequence[tuple[str, RoleView]], org: OrgView | None, ready: ReadinessView | None
) -> tuple[Dispute, ...]:
    """Return the strengths of the answers that a finding of another part calls in question, then the seats."""
    found = []
    for strength in ready.strengths if ready else ():
        said = _against(
            strength.item, strength.level, roles, org.analysis if org else None, load_joint().says
        )
        if said:
            says = load_joint().says.disputed.format(answer=strength.label, found=" ".join(said))
            found.append(Dispute(strength.item, strength.name, says))
    return (*found, *_seats([role for _, role in roles], org))


def _seats(roles: Sequence[RoleView], org: OrgView | None) -> Iterator[Dispute]:
    """Yield each seat from which its job description would move what the map keeps in it, once."""
    says, told = load_joint().says, set[str]()
    for role in roles:
        seat = seat_of(role.title, org.analysis if org else None)
        if seat is None or kept_by(seat) not in [m.practice for m in role.moves]:
            continue
        if (title := seat.draft.title) in told:
            continue
        told.add(title)
        names = {p.practice: p.name.lower() for p in load_rubrics().data.practices}
        most = names[role.analysis.profile.primary]  # type: ignore[index]
        said = says.seat_disputed.format(kept=names[kept_by(seat)], most=most)  # type: ignore[index]
        yield Dispute("", says.seat.format(role=title), said)


def seat_of(title: str, org: OrgAnalysis | None) -> OrgRole | None:
    """Return the team's role that a job description of this title is for."""
    same = (r for r in org.roles if title and key_of(r.draft.title) == key_of(title)) if org else ()
    return next(iter(same), None)


def kept_by(seat: OrgRole) -> str:
    """Return the practice that stays in a seat, "" where the map saw none of the five."""
    practice = keeps(seat)
    return practice if seat.levels.get(practice, "none") != "none" else ""


def _against(
    item: str, level: float, roles: Sequence[tuple[str, RoleView]], org: OrgAnalysis | None, says: JointSays
) -> list[str]:
    team = [says.team_found.format(title=lower_first(t.finding.title)) for t in team_found(item, org, level)]
    ads = [
        says.ad_found.format(role=ad.role, title=lower_first(ad.title))
        for ad in ads_found(item, roles, level)
    ]
    return team + ads
