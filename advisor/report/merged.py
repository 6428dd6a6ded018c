"""Several parts as one: the conclusion in a sentence, and one plan in which the same thing is asked once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from advisor.orgs.result import OrgMove, OrgRole
from advisor.readiness.model import LATER
from advisor.readiness.steps import PlannedAction
from advisor.rubrics.joint import load_joint
from advisor.rubrics.structures import load_structures
from advisor.wording import joined, lower_first, upper_first

from .held import held_of
from .meeting import Dispute, ads_found, kept_by, seat_of, team_found
from .org_view import OrgView
from .readiness_view import ReadinessView
from .role_view import RoleView
from .team_steps import TeamStep, team_steps

_ORDER = {1: "first", 2: "second", 3: "second", 4: "third"}
_MOST_NAMES = 3


class Action(NamedTuple):
    """One thing to do; ``why`` says which parts of the report ask for it, a sentence each."""

    what: str
    owner: str
    done: str
    why: tuple[str, ...]


class Window(NamedTuple):
    """A window of the plan with its actions in order."""

    name: str
    actions: tuple[Action, ...]


def conclusion(roles: Sequence[RoleView], org: OrgView | None, ready: ReadinessView | None) -> str:
    """Return what all parts come to: readiness decides whether, the team and the roles what."""
    parts = []
    if ready:
        parts.append(ready.headline.rstrip("."))
    if org:
        parts.append(
            org.headline.rstrip(".") if not parts else org.headline[:1].lower() + org.headline[1:].rstrip(".")
        )
    if roles and not org:
        bundled, says = sum(r.analysis.profile.bundled for r in roles), load_joint().says
        said = says.roles_hold[min(bundled, 2)].format(count=bundled, roles=len(roles))
        if len(roles) == 1:
            said = says.role_holds[bundled]
        parts.append(said if parts else upper_first(said))
    return "; ".join(parts) + "."


def names_of(roles: Sequence[RoleView]) -> list[str]:
    """Return a name for each role that tells it from the others: its title, with its number where that is not enough."""
    titles = [role.title for role in roles]
    return (
        [
            f"{title} (role {i})" if titles.count(title) > 1 and title else title or f"Role {i}"
            for i, title in enumerate(titles, 1)
        ]
        if len(roles) > 1
        else [title or "The role" for title in titles]
    )


def _some(names: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    more = len(names) - _MOST_NAMES
    return joined([*names[:_MOST_NAMES], f"{more} more"]) if more > 1 else joined(names)


def plan(
    roles: Sequence[RoleView],
    org: OrgView | None,
    ready: ReadinessView | None,
    disputes: Sequence[Dispute] = (),
) -> tuple[Window, ...]:
    """Return one plan: what to settle, then readiness (its gates decide), then the team, then the roles.

    What two parts ask of the same thing is one action with both reasons; the rubric says what is the same.
    """
    return _Plan(roles, org, ready).made(disputes)


@dataclass(eq=False)
class _Asked:
    """An action while reasons are still added to it."""

    window: str
    what: str
    owner: str
    done: str
    why: list[str]


class _Plan:
    def __init__(self, roles: Sequence[RoleView], org: OrgView | None, ready: ReadinessView | None) -> None:
        self.says, self.ready = load_joint().says, ready
        self.org = org.analysis if org else None
        self.roles = list(zip(names_of(roles), roles, strict=True))
        steps = team_steps(self.org) if self.org else ()
        self.held = held_of(self.org, self.roles, ready)
        stopped = [step for step in steps if self.held and self.held.stops(step)]
        self.waiting = [step.move for step in stopped]
        self.team = [(step, self.of_team(step)) for step in steps if step not in stopped]
        self.ads = list(self.of_ads())
        self.asked: list[_Asked] = []

    def made(self, disputes: Sequence[Dispute]) -> tuple[Window, ...]:
        """Collect everything, then sort it into the windows."""
        if disputes:
            s = self.says
            what = s.settle.format(names=joined([lower_first(d.name) for d in disputes]))
            self.asked.append(_Asked("first", what, s.settle_owner, s.settle_done, [s.settle_why]))
        if self.held and self.ready:
            s = self.says
            why = s.held_why.format(headline=self.ready.headline)
            self.asked.append(_Asked("first", self.held.says, s.ad_owner, s.held_done, [why]))
        names = {str(k): v for k, v in load_structures().data.windows.items()}
        for window in self.ready.windows if self.ready else ():
            names |= {window.id: window.name} if window.id == LATER else {}
            for action in window.actions:
                self.answer(window.id, action)
        self.asked += [asked for _, asked in (*self.team, *self.ads) if asked not in self.asked]
        return tuple(
            Window(name, tuple(Action(a.what, a.owner, a.done, tuple(a.why)) for a in actions))
            for id_, name in names.items()
            if (actions := [a for a in self.asked if a.window == id_])
        )

    def of_team(self, step: TeamStep) -> _Asked:
        why = [self.says.from_team.format(title=lower_first(f.title)) for f in step.findings]
        if not why and self.org:
            why = [self.says.from_step.format(next=self.org.structure.next_name)]
        rule = load_joint().held
        empty = self.held and self.held.empty and any(f.id == rule.vacant for f in step.findings)
        return _Asked(step.window, rule.step if empty else step.what, step.owner, step.done, why)

    def answer(self, window: str, action: PlannedAction) -> None:
        """Place what an answer asks for: as its own action, or with the team's and the ads' steps that ask the same."""
        found, ads = team_found(action.item, self.org), ads_found(action.item, self.roles)
        same = [a for step, a in self.team if {f.finding for f in found} & set(step.findings)]
        of_ads = [(a, set(names)) for names, a in self.ads if {f.role for f in ads if f.moves} & set(names)]
        reason, roles = self.reason(action), list(dict.fromkeys(f.role for f in ads))
        if not same and not of_ads:
            why = [reason, self.says.from_ad.format(roles=_some(roles))] if ads else [reason]
            self.asked.append(_Asked(window, action.what, action.owner_name, action.done, why))
            return
        order = [*load_structures().data.windows, LATER]
        # A step of one ad has that ad's reason already, and no other ad's.
        steps = [
            (a, [reason, self.says.from_ad.format(roles=_some(roles))] if ads else [reason]) for a in same
        ]
        steps += [(a, [reason]) for a, _ in of_ads]
        same += [a for a, _ in of_ads]
        for asked, why in steps:
            asked.why += [each for each in why if each not in asked.why]
            if asked not in self.asked:
                self.asked.append(asked)
        last = same[-1]
        if len(same) == 1:  # several are steps with an order of their own
            last.window = min(window, last.window, key=order.index)
        if any(f.adds for f in found):
            last.what = f"{last.what} {action.what}"
            last.done = f"{last.done} {action.done}"

    def reason(self, action: PlannedAction) -> str:
        if not self.ready or not action.item:
            return self.says.from_pilot
        item = self.ready.result.item(action.item)
        return self.says.from_answer.format(name=item.name, answer=item.label)

    def of_ads(self) -> Iterator[tuple[list[str], _Asked]]:
        """Yield the moves of the job descriptions with their roles; one that the team's map has joins the team's."""
        movers: dict[tuple[str, str, str], list[str]] = {}
        for name, role in self.roles:
            for m in role.moves:
                reason = self.says.from_ad.format(roles=name)
                seat = seat_of(role.title, self.org)
                if seat is not None and m.practice == kept_by(seat):
                    continue  # a dispute: the plan can't move it out and keep it
                if any(self.leaves(w, seat, m.practice) for w in self.waiting):
                    continue
                if (same := self.moved(seat, m.practice)) is None:
                    move = (_ORDER.get(m.order, "third"), lower_first(m.what), lower_first(m.to))
                    movers.setdefault(move, []).append(name)
                elif reason not in same.why:
                    same.why.append(reason)
        for (window, what, to), names in movers.items():
            said = self.says.move.format(role=_some(names), what=what, to=to)
            done = self.says.ad_done if len(names) == 1 else self.says.ads_done
            why = [self.says.from_ad.format(roles=_some(names))]
            yield names, _Asked(window, said, self.says.ad_owner, done, why)

    def moved(self, seat: OrgRole | None, practice: str) -> _Asked | None:
        """Return the team's move of this practice out of the seat."""
        return next((a for step, a in self.team if self.leaves(step.move, seat, practice)), None)

    def leaves(self, move: OrgMove | None, seat: OrgRole | None, practice: str) -> bool:
        """Whether the team's move takes this practice out of the seat."""
        roles = self.org.roles if self.org else ()
        return move is not None and roles[move.role] is seat and move.practice == practice
