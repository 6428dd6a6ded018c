"""Where the organisation is, the one step to take, what moves between whom, and who does what at the seams."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.models.structures import Archetype, NewSeat, OrgSays
from advisor.rubrics.structures import Structures
from advisor.wording import lower_first, tenths

from .chart import layout
from .doubts import supplied, volunteers
from .model import Fact
from .moves import keeps, moves_of, splits_of
from .picture import seats_after, seats_of, told
from .result import Added, Chart, EmptySeat, OrgFinding, OrgMove, OrgRole, Scorecard, Structure
from .seams import seams_of
from .vacant import empty_for, empty_seats

_STEP_CHECKS = ("org.bundle", "org.around_the_clock")
_OUTSIDE = {"evenings", "nights"}
_OPEN = ("org.nobody", "org.out_of_hours")  # reasons for the next step even where they are but questions


def _dedicated(roles: Sequence[OrgRole], structures: Structures) -> float:
    """Return the organisation's own full-time posts whose main work is community or moderation."""
    full, most = structures.data.numbers.full_time, structures.data.numbers.most
    return sum(
        r.hours_total / full
        for r in roles
        if r.shares["community"] + r.shares["moderation"] >= most
        and not set(r.hats) - {"community", "moderation"}
        and not supplied(r.draft)
        and not volunteers(r.draft.title)
    )


def _now(roles: Sequence[OrgRole], structures: Structures) -> tuple[Archetype, float]:
    people = _dedicated(roles, structures)
    fitting = [a for a in structures.data.archetypes if people >= a.people]
    return fitting[-1] if fitting else structures.data.archetypes[0], people


def _scorecards(roles: Sequence[OrgRole]) -> tuple[Scorecard, ...]:
    measures = {str(p.practice): p.measures for p in load_rubrics().data.practices}
    return tuple(
        Scorecard(i, tuple(measures[keeps(role)][:3]))
        for i, role in enumerate(roles)
        if keeps(role) in PRACTICES
    )


def _added(seat: NewSeat, roles: Sequence[OrgRole], empty: Sequence[EmptySeat]) -> Added:
    """Return the seat that a step makes or fills, or whoever has it already and needs more hours for it."""
    employed = [r for r in roles if seat.unless_owned and not volunteers(r.draft.title)]
    if owner := next((r for r in employed if r.levels[seat.practice] in ("most", "all")), None):
        return Added(owner.label, seat.practice, new=False)
    vacant = empty_for(seat.practice, empty)
    return Added(vacant or seat.seat, seat.practice, new=True, vacant=bool(vacant))


def _made(seat: NewSeat, roles: Sequence[OrgRole], moves: Sequence[OrgMove]) -> bool:
    """Whether the moves make the seat of a step: a new one, or one that keeps this work when the rest has left."""
    return any(m.new and m.practice == seat.practice for m in moves) or (
        seat.unless_owned and any(keeps(roles[m.role]) == seat.practice for m in moves)
    )


def _step(what: str, adds: Sequence[Added], says: OrgSays) -> str:
    """Say what the step is: the one of the structure, or to fill the seat for it that is empty."""
    if adds and all(add.vacant for add in adds):
        return says.step_fill.format(seat=adds[0].seat)
    return says.step.format(next=lower_first(what))


def structure_of(
    roles: Sequence[OrgRole],
    facts: Sequence[Fact],
    findings: Sequence[OrgFinding],
    size: int | None,
    structures: Structures,
) -> Structure:
    """Return the structure: now, next, and how to get there."""
    data = structures.data
    now, people = _now(roles, structures)
    after = data.archetypes[min(data.archetypes.index(now) + 1, len(data.archetypes) - 1)]
    small = size is not None and size <= data.numbers.small
    open_ = not small and any(f.id in _OPEN for f in findings)
    pressing = open_ or any(f.id in _STEP_CHECKS and f.severity != "advice" for f in findings)
    near = people >= data.numbers.near * after.people or now.people < 1
    goes = after is not now and pressing and near and not (small and now is data.archetypes[0])
    empty = empty_seats(facts, {r.label for r in roles}, structures)
    moves = moves_of(roles, empty, structures)
    seats = seats_of(roles, empty)
    covered = now.next_covered if any(_OUTSIDE & set(r.cover) for r in roles) else None
    adds = [_added(a, roles, empty) for a in now.adds if goes and not covered and not _made(a, roles, moves)]
    target = after if goes else now
    changed = seats_after(roles, moves, seats, adds, data.says)
    posts, title = tenths(people), data.says.after_step if goes else data.says.after_moves
    before: Chart = layout(seats, told("Today", seats))
    return Structure(
        now.id,
        now.name,
        data.says.now.format(posts=posts, noun="post" if posts == "1" else "posts", roles=now.roles),
        target.id,
        target.name,
        _step(covered or now.next, adds, data.says) if goes else data.says.stay.format(name=now.name),
        target.cover,
        target.mind,
        now.up,
        moves,
        tuple(adds),
        splits_of(roles, structures),
        seams_of(roles, empty, structures),
        data.says.letters,
        tuple((r.to, r.good, r.mind) for r in data.reporting),
        _scorecards(roles),
        before,
        layout(changed, told(title, changed)),
        title,
        empty,
    )
