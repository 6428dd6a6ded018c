"""The seats of a team as places in its picture, today and after the moves."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.models.structures import OrgSays
from advisor.rubrics.structures import load_structures
from advisor.wording import figure, upper_first

from .chart import Seat
from .doubts import key_of
from .result import Added, EmptySeat, OrgMove, OrgRole


def _people(role: OrgRole) -> str:
    says = load_structures().data.says
    return (
        f"{figure(role.people)} {says.posts if role.people % 1 else says.people}" if role.people != 1 else ""
    )


def seats_of(roles: Sequence[OrgRole], empty: Sequence[EmptySeat]) -> list[Seat]:
    """Return the places of today: the roles, then the seats in which nobody sits."""
    short = {p.practice: p.short for p in load_rubrics().data.practices}
    keys = {key_of(r.draft.title): r.label for r in reversed(roles)}
    seats = []
    for role in roles:
        above = roles[role.manager].label if role.manager is not None else role.draft.reports_to
        if role.manager is None and above:
            above = keys.get(key_of(above), upper_first(above))
        held = [short[p] for p in PRACTICES if role.levels[p] != "none"]
        sub = f"{len(role.hats)} jobs" if len(role.hats) > 1 else ", ".join(held[:2])
        kind = "stretched" if len(role.hats) > 1 else "role" if role.phrases else "leader"
        said = " · ".join(filter(None, (sub, _people(role))))
        seats.append(Seat(role.label, said, kind, role.primary, above))
    vacant = load_structures().data.says.vacant
    return seats + [Seat(e.label, f"{short[e.practice]} · {vacant}", "gap", e.practice, "") for e in empty]  # type: ignore[index]


def seats_after(
    roles: Sequence[OrgRole],
    moves: Sequence[OrgMove],
    before: Sequence[Seat],
    adds: Sequence[Added],
    says: OrgSays,
) -> list[Seat]:
    """Return the places when the ``moves`` are made and the step has added its seats."""
    short = {p.practice: p.short for p in load_rubrics().data.practices}
    seats = []
    for role, seat in zip(roles, before, strict=False):  # the empty seats come behind the roles
        gone = {m.practice for m in moves if roles[m.role] is role}
        kept = [p for p in PRACTICES if role.levels[p] != "none" and p not in gone]
        if gone:
            sub = " · ".join(filter(None, (", ".join(short[p] for p in kept[:2]), _people(role))))
            seat = seat._replace(sub=sub, kind="role", practice=kept[0] if kept else role.primary)  # noqa: PLW2901
        seats.append(seat)
    seats += before[len(roles) :]
    filled = {m.to for m in moves if m.vacant} | {a.seat for a in adds if a.vacant}
    seats = [
        s._replace(sub=f"{short[s.practice]} · {says.filled}", kind="new") if s.label in filled else s  # type: ignore[index]
        for s in seats
    ]
    labels = {s.label for s in seats}
    for move in moves:
        if move.new and move.to not in labels:
            above = next(s.above for r, s in zip(roles, before, strict=False) if roles[move.role] is r)
            seats.append(Seat(move.to, f"{short[move.practice]} · {says.new}", "new", move.practice, above))  # type: ignore[index]
            labels.add(move.to)
    for add in adds:
        sub = f"{short[add.practice]} · {says.new if add.new else says.more}"  # type: ignore[index]
        above = next((s.above for r, s in zip(roles, before, strict=False) if r.primary == add.practice), "")
        made = Seat(add.seat, sub, "new", add.practice, above)
        if add.vacant:
            continue
        if add.new:
            seats.append(made)
        else:
            seats = [s._replace(sub=sub, kind="new") if s.label == add.seat else s for s in seats]
    return seats


def told(what: str, seats: Sequence[Seat]) -> str:
    """Say in words what the picture of ``seats`` shows."""
    parts = [
        f"{s.label}{f' ({s.sub})' if s.sub else ''}{f', below {s.above}' if s.above else ''}" for s in seats
    ]
    return f"{what}: {'; '.join(parts)}."
