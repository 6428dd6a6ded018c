"""What leaves a seat that holds too much, in which order and to whom, and how its week is split until then."""

from __future__ import annotations

import math
from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.models.structures import MoveRule
from advisor.rubrics.structures import Structures
from advisor.wording import joined

from .doubts import supplied, volunteers
from .result import EmptySeat, OrgMove, OrgRole, Split
from .vacant import empty_for
from .vocabulary import vocabulary
from .words import WORD, plain

_FAR_MORE = 2.5  # times the title's work: the seat is another one


def jobs(role: OrgRole) -> list[str]:
    """Return the practices of a role's hats: what a seat holds beside them belongs to one of them."""
    family_of = load_rubrics().family_of
    return [p for p in PRACTICES if role.levels[p] != "none" and family_of[p] in role.hats]


def keeps(role: OrgRole) -> str:
    """Return the practice that a seat keeps when the others leave it: the title's, unless there is next to none of it
    or another one is most of the work and far more of it."""
    titled, most = role.title_practice, role.primary
    if role.levels.get(titled, "none") == "none":
        return most
    outweighed = (
        role.levels.get(most) in ("most", "all") and role.shares[most] > _FAR_MORE * role.shares[titled]
    )
    return most if outweighed else titled


def moves_of(
    roles: Sequence[OrgRole], empty: Sequence[EmptySeat], structures: Structures
) -> tuple[OrgMove, ...]:
    """Say what leaves each seat that holds several practices, in the rubric's order, and where it goes: to a seat that
    has most of it, else to an ``empty`` one, else to a new one."""
    family_of = load_rubrics().family_of
    found = []
    for i, role in enumerate(roles):
        if len(role.hats) < 2:
            continue
        kept = keeps(role)
        for rule in structures.data.moves:
            if rule.practice not in jobs(role) or family_of[rule.practice] == family_of.get(kept):
                continue
            owner = _owner(rule, i, roles)
            vacant = "" if owner else empty_for(rule.practice, empty)
            to = owner.label if owner else vacant or rule.seat
            found.append(
                OrgMove(
                    rule.order,
                    rule.practice,
                    rule.what,
                    i,
                    to,
                    owner is None,
                    rule.why,
                    rule.window,
                    bool(vacant),
                )
            )
    return tuple(sorted(found, key=lambda m: (m.order, m.role)))


def _owner(rule: MoveRule, giver: int, roles: Sequence[OrgRole]) -> OrgRole | None:
    """Return who takes what leaves seat ``giver``, None where nobody has most of it already.

    A rule for hands looks for those who do such work, not for their head or a supplier; others take the first.
    """
    family_of, leaders = load_rubrics().family_of, vocabulary().leaders
    fit = [
        i
        for i, r in enumerate(roles)
        # Whoever gives the work away, too, can't take it; a founder should not.
        if i != giver
        and not leaders & {plain(word) for word in WORD.findall(r.draft.title)}
        and not volunteers(r.draft.title)
        and r.levels[rule.practice] in ("most", "all")
        and (len(r.hats) < 2 or family_of[rule.practice] == family_of.get(keeps(r)))
    ]
    if rule.hands:
        bosses = {roles[i].manager for i in fit}
        fit.sort(key=lambda i: (supplied(roles[i].draft), i in bosses, -roles[i].hours_total))
    return roles[fit[0]] if fit else None


def splits_of(roles: Sequence[OrgRole], structures: Structures) -> tuple[Split, ...]:
    numbers = structures.data.numbers
    names: dict[str, str] = {p.practice: p.name.lower() for p in load_rubrics().data.practices}
    found = []
    for i, role in enumerate(roles):
        held = jobs(role)
        if len(role.hats) < 2 or (
            role.draft.hours is None and role.draft.title.lower() in vocabulary().leaders
        ):
            continue  # nobody knows how much of a founder's week this work may take
        hours = role.hours_total / role.people
        kept = keeps(role)
        order = sorted(held, key=lambda p: (p != kept, -role.shares[p]))
        parts = list(numbers.block_days[: len(order)]) + [5.0] * (len(order) - len(numbers.block_days))
        least = min(numbers.community_hours, numbers.community_most / 100 * hours)
        shares = dict(zip(order, hours_of(hours, parts, least if kept == "community" else 0), strict=True))
        data = structures.data.says
        members = shares.get("community")
        says = data.split.format(hours=f"{members:g}") if members else data.split_any
        if within := [names[p] for p in PRACTICES if role.levels[p] != "none" and p not in held]:
            said = data.split_within.format(names=joined(within), first=names[order[0]])
            says = f"{said} {says}"
        if role.draft.hours is None:
            says = f"{data.split_assumed.format(hours=f'{hours:g}')} {says}"
        found.append(Split(i, tuple(shares.items()), says))
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
