"""Where the organisation is, the one step to take, what moves between whom, and who does what at the seams."""

from __future__ import annotations

import math
from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.models.structures import Archetype, NewSeat, OrgSays
from advisor.rubrics.structures import Structures, load_structures
from advisor.wording import figure, lower_first, tenths

from .chart import Seat, layout
from .doubts import key_of, volunteers
from .result import Added, Chart, OrgFinding, OrgMove, OrgRole, Scorecard, SeamRow, Split, Structure
from .vocabulary import vocabulary
from .words import WORD, plain

_STEP_CHECKS = ("org.bundle", "org.around_the_clock")
_OUTSIDE = {"evenings", "nights"}
_OPEN = ("org.nobody", "org.out_of_hours")  # reasons for the next step even where they are but questions


def _dedicated(roles: Sequence[OrgRole], structures: Structures) -> float:
    """Return the full-time posts whose main work is community or moderation."""
    full, most = structures.data.numbers.full_time, structures.data.numbers.most
    return sum(
        r.hours_total / full
        for r in roles
        if r.shares["community"] + r.shares["moderation"] >= most
        and not set(r.hats) - {"community", "moderation"}
    )


def _now(roles: Sequence[OrgRole], structures: Structures) -> tuple[Archetype, float]:
    people = _dedicated(roles, structures)
    fitting = [a for a in structures.data.archetypes if people >= a.people]
    return fitting[-1] if fitting else structures.data.archetypes[0], people


def moves_of(roles: Sequence[OrgRole], structures: Structures) -> tuple[OrgMove, ...]:
    """Say what leaves each seat that holds several practices, in the rubric's order, and where it goes."""
    family_of = load_rubrics().family_of
    leaders, found = vocabulary().leaders, []
    for i, role in enumerate(roles):
        if len(role.hats) < 2:
            continue
        kept = keeps(role)
        for rule in structures.data.moves:
            if rule.practice not in jobs(role) or family_of[rule.practice] == family_of.get(kept):
                continue
            owner = next(
                (
                    r
                    for j, r in enumerate(roles)
                    # Whoever gives the work away, too, can't take it; a founder should not.
                    if j != i
                    and not leaders & {plain(word) for word in WORD.findall(r.draft.title)}
                    and not volunteers(r.draft.title)
                    and r.levels[rule.practice] in ("most", "all")
                    and (len(r.hats) < 2 or family_of[rule.practice] == family_of.get(keeps(r)))
                ),
                None,
            )
            to = owner.label if owner else rule.seat
            found.append(
                OrgMove(rule.order, rule.practice, rule.what, i, to, owner is None, rule.why, rule.window)
            )
    return tuple(sorted(found, key=lambda m: (m.order, m.role)))


def _splits(roles: Sequence[OrgRole], structures: Structures) -> tuple[Split, ...]:
    numbers = structures.data.numbers
    found = []
    for i, role in enumerate(roles):
        held = sorted(jobs(role), key=lambda p: -role.shares[p])
        if len(role.hats) < 2 or (
            role.draft.hours is None and role.draft.title.lower() in vocabulary().leaders
        ):
            continue  # nobody knows how much of a founder's week this work may take
        hours = role.hours_total / role.people
        first = ["community"] if "community" in held else []
        order = first + [p for p in held if p not in first]
        parts = list(numbers.block_days[: len(order)]) + [5.0] * (len(order) - len(numbers.block_days))
        shares = hours_of(hours, parts, numbers.community_hours if first else 0)
        data = structures.data.says
        says = data.split.format(hours=f"{shares[0]:g}") if first else data.split_any
        if role.draft.hours is None:
            says = f"{data.split_assumed.format(hours=f'{hours:g}')} {says}"
        found.append(Split(i, tuple(zip(order, shares, strict=True)), says))
    return tuple(found)


def hours_of(hours: float, parts: Sequence[float], least: float) -> list[float]:
    """Divide the hours of a week by ``parts``, none without time: their sum is ``hours``.

    The first gets ``least`` hours if that leaves the others one each (half of the hours where they are very few).
    """
    others = len(parts) - 1
    if not others:
        return [hours]
    # Whole hours where there are enough of them, else tenths.
    unit = 1.0 if hours >= 2 * len(parts) else 0.1
    least_each = min(unit, hours / (2 * len(parts)))
    first = min(max(hours * parts[0] / sum(parts), least, least_each), hours - others * least_each)
    shares = [math.floor(first / unit + 1e-9) * unit]
    rest = hours - shares[0]
    for i, part in enumerate(parts[1:-1], 1):
        behind = (others - i) * least_each
        own = min(max(rest * part / sum(parts[i:]), least_each), rest - behind)
        shares.append(math.floor(own / unit + 1e-9) * unit)
        rest -= shares[-1]
    return [round(share, 2) for share in (*shares, rest)]


def _owner(roles: Sequence[OrgRole], practice: str, structures: Structures) -> str:
    """Return the seat that does most of a practice, "" for none; one that only signs off does none where others do."""

    # Volunteers answer for work only where nobody is employed for it.
    def rank(role: OrgRole) -> tuple[bool, bool, bool, float]:
        does = not _signs(role, practice, structures)
        share = role.shares[practice] * (role.people**0.1)
        return role.shares[practice] > 0, does, not volunteers(role.draft.title), share

    best = max(roles, key=rank, default=None)
    return best.label if best and best.shares[practice] > 0 else ""


def _signs(role: OrgRole, practice: str, structures: Structures) -> bool:
    """Whether all that a role has to do with a practice is to sign it off."""
    said = [structures.own_posts(p.text) for p in role.phrases if practice in p.practices]
    return bool(said) and all(said)


def _letters(said: Sequence[str]) -> str:
    """Join what one person is at a seam: who answers for it and does it need not also be asked or told."""
    letters = {letter for each in said for letter in each.split("/")}
    strong = [letter for letter in ("A", "R") if letter in letters]
    return "/".join(strong or [letter for letter in ("C", "I") if letter in letters][:1])


def _seams(roles: Sequence[OrgRole], structures: Structures) -> tuple[SeamRow, ...]:
    gap = structures.data.says.gap
    names = {p.practice: p.name for p in load_rubrics().data.practices}
    rows = []
    for seam in structures.data.seams:
        parts: dict[str, list[str]] = {}
        for practice in PRACTICES:
            letters = getattr(seam, practice)
            if letters:
                owner = _owner(roles, practice, structures)
                if practice == "trust_safety" and not owner:
                    practice, owner = "moderation", _owner(roles, "moderation", structures)  # noqa: PLW2901
                signer = next((r.label for r in roles if _signs(r, practice, structures)), owner)
                if practice == seam.signed and signer != owner:
                    parts.setdefault(signer, []).append("A")
                    letters = letters.replace("A/", "")
                parts.setdefault(owner or f"{names[practice]}: {gap}", []).append(letters)
        if seam.sponsor:
            parts.setdefault("Sponsor", []).append(seam.sponsor)
        rows.append(SeamRow(seam.work, tuple((who, _letters(said)) for who, said in parts.items())))
    return tuple(rows)


def jobs(role: OrgRole) -> list[str]:
    """Return the practices of a role's hats: what a seat holds beside them belongs to one of them."""
    family_of = load_rubrics().family_of
    return [p for p in PRACTICES if role.levels[p] != "none" and family_of[p] in role.hats]


def keeps(role: OrgRole) -> str:
    """Return the practice that a seat keeps when the others leave it: the title's, if there is any of it."""
    return role.title_practice if role.levels.get(role.title_practice, "none") != "none" else role.primary


def _scorecards(roles: Sequence[OrgRole]) -> tuple[Scorecard, ...]:
    measures = {str(p.practice): p.measures for p in load_rubrics().data.practices}
    return tuple(
        Scorecard(i, tuple(measures[keeps(role)][:3]))
        for i, role in enumerate(roles)
        if keeps(role) in PRACTICES
    )


def _people(role: OrgRole) -> str:
    says = load_structures().data.says
    return (
        f"{figure(role.people)} {says.posts if role.people % 1 else says.people}" if role.people != 1 else ""
    )


def _seats(roles: Sequence[OrgRole]) -> list[Seat]:
    short = {p.practice: p.short for p in load_rubrics().data.practices}
    keys = {key_of(r.draft.title): r.label for r in reversed(roles)}
    seats = []
    for role in roles:
        above = roles[role.manager].label if role.manager is not None else role.draft.reports_to
        if role.manager is None and above:
            above = keys.get(key_of(above), above[:1].upper() + above[1:])
        held = [short[p] for p in PRACTICES if role.levels[p] != "none"]
        sub = f"{len(role.hats)} jobs" if len(role.hats) > 1 else ", ".join(held[:2])
        kind = "stretched" if len(role.hats) > 1 else "role" if role.phrases else "leader"
        said = " · ".join(filter(None, (sub, _people(role))))
        seats.append(Seat(role.label, said, kind, role.primary, above))
    return seats


def _after(
    roles: Sequence[OrgRole],
    moves: Sequence[OrgMove],
    before: Sequence[Seat],
    adds: Sequence[Added],
    says: OrgSays,
) -> list[Seat]:
    short = {p.practice: p.short for p in load_rubrics().data.practices}
    seats = []
    for role, seat in zip(roles, before, strict=True):
        gone = {m.practice for m in moves if roles[m.role] is role}
        kept = [p for p in PRACTICES if role.levels[p] != "none" and p not in gone]
        if gone:
            sub = " · ".join(filter(None, (", ".join(short[p] for p in kept[:2]), _people(role))))
            seat = seat._replace(sub=sub, kind="role", practice=kept[0] if kept else role.primary)  # noqa: PLW2901
        seats.append(seat)
    labels = {s.label for s in seats}
    for move in moves:
        if move.new and move.to not in labels:
            above = next(s.above for r, s in zip(roles, before, strict=True) if roles[move.role] is r)
            seats.append(Seat(move.to, f"{short[move.practice]} · {says.new}", "new", move.practice, above))  # type: ignore[index]
            labels.add(move.to)
    for add in adds:
        sub = f"{short[add.practice]} · {says.new if add.new else says.more}"  # type: ignore[index]
        above = next((s.above for r, s in zip(roles, before, strict=True) if r.primary == add.practice), "")
        made = Seat(add.seat, sub, "new", add.practice, above)
        if add.new:
            seats.append(made)
        else:
            seats = [s._replace(sub=sub, kind="new") if s.label == add.seat else s for s in seats]
    return seats


def _added(seat: NewSeat, roles: Sequence[OrgRole]) -> Added:
    """Return the seat that a step makes, or whoever has it already and needs more hours for it."""
    owner = next((r for r in roles if seat.unless_owned and r.levels[seat.practice] in ("most", "all")), None)
    return Added(owner.label if owner else seat.seat, seat.practice, owner is None)


def _made(seat: NewSeat, roles: Sequence[OrgRole], moves: Sequence[OrgMove]) -> bool:
    """Whether the moves make the seat of a step: a new one, or one that keeps this work when the rest has left."""
    return any(m.new and m.practice == seat.practice for m in moves) or (
        seat.unless_owned and any(keeps(roles[m.role]) == seat.practice for m in moves)
    )


def _told(what: str, seats: Sequence[Seat]) -> str:
    parts = [
        f"{s.label}{f' ({s.sub})' if s.sub else ''}{f', below {s.above}' if s.above else ''}" for s in seats
    ]
    return f"{what}: {'; '.join(parts)}."


def structure_of(
    roles: Sequence[OrgRole],
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
    moves = moves_of(roles, structures)
    seats = _seats(roles)
    covered = now.next_covered if any(_OUTSIDE & set(r.cover) for r in roles) else None
    adds = [_added(a, roles) for a in now.adds if goes and not covered and not _made(a, roles, moves)]
    target = after if goes else now
    changed = _after(roles, moves, seats, adds, data.says)
    posts, title = tenths(people), data.says.after_step if goes else data.says.after_moves
    before: Chart = layout(seats, _told("Today", seats))
    return Structure(
        now.id,
        now.name,
        data.says.now.format(posts=posts, noun="post" if posts == "1" else "posts", roles=now.roles),
        target.id,
        target.name,
        data.says.step.format(next=lower_first(covered or now.next))
        if goes
        else data.says.stay.format(name=now.name),
        target.cover,
        target.mind,
        now.up,
        moves,
        tuple(adds),
        _splits(roles, structures),
        _seams(roles, structures),
        data.says.letters,
        tuple((r.to, r.good, r.mind) for r in data.reporting),
        _scorecards(roles),
        before,
        layout(changed, _told(title, changed)),
        title,
    )
