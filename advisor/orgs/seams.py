"""Who does what where the work of two practices meets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import Structures

from .doubts import leads, supplied, volunteers
from .result import EmptySeat, OrgRole, SeamRow
from .vacant import empty_for

_BOTH = "A/R"


class _Party(NamedTuple):
    """Who does a practice and who answers for it, as they are called in the map; ``signs``: whoever only signs it off;
    ``unpaid``: volunteers do it, beside people who are employed."""

    does: str
    answers: str
    signs: str
    unpaid: bool = False


def _owner(roles: Sequence[OrgRole], practice: str, structures: Structures) -> OrgRole | None:
    """Return the seat that does most of a practice, if any; one that only signs off does none where others do."""

    mostly = [role.levels[practice] in ("most", "all") for role in roles]
    managers = {role.manager for role, most in zip(roles, mostly, strict=True) if most}
    # Who leads those who do it, and not those who lead them.
    direct = {r.manager for i, r in enumerate(roles) if mostly[i] and i not in managers}

    # Volunteers do the work only where nobody is employed for it.
    def rank(i: int) -> tuple[bool, bool, bool, bool, float]:
        role = roles[i]
        does = not _signs(role, practice, structures)
        share = role.shares[practice] * (role.people**0.1)
        over = mostly[i] and i in direct
        return role.shares[practice] > 0, does, not volunteers(role.draft.title), over, share

    best = max(range(len(roles)), key=rank, default=None)
    return roles[best] if best is not None and roles[best].shares[practice] > 0 else None


def _signs(role: OrgRole, practice: str, structures: Structures) -> bool:
    """Whether all that a role has to do with a practice is to sign it off."""
    said = [structures.own_posts(p.text) for p in role.phrases if practice in p.practices]
    return bool(said) and all(said)


def _leads(role: OrgRole, roles: Sequence[OrgRole]) -> bool:
    return leads(role.draft.title) or any(r.manager == roles.index(role) for r in roles)


def _above(role: OrgRole, roles: Sequence[OrgRole]) -> str:
    return roles[role.manager].label if role.manager is not None else role.draft.reports_to


def _party(
    practice: str, roles: Sequence[OrgRole], empty: Sequence[EmptySeat], structures: Structures
) -> _Party:
    says = structures.data.says
    owner = _owner(roles, practice, structures)
    if practice == "trust_safety" and owner is None and not empty_for(practice, empty):
        # Moderators meet the harm first; a junior one can't answer for it.
        party, owner = _party("moderation", roles, empty, structures), _owner(roles, "moderation", structures)
        above = _above(owner, roles) if owner and not _leads(owner, roles) else ""
        return party._replace(answers=above or party.answers)
    vacant = empty_for(practice, empty)
    name = next(p.name for p in load_rubrics().data.practices if p.practice == practice)
    nobody = says.empty_label.format(title=vacant) if vacant else f"{name}: {says.gap}"
    if owner is None:
        return _Party(nobody, nobody, "")
    signer = next((r.label for r in roles if _signs(r, practice, structures) and r is not owner), "")
    # Volunteers answer for it only where nobody is employed.
    unpaid = volunteers(owner.draft.title) and not all(volunteers(r.draft.title) for r in roles)
    return _Party(
        owner.label,
        nobody if unpaid else _answers(owner, practice, roles, structures, nobody),
        signer,
        unpaid,
    )


def _answers(
    owner: OrgRole, practice: str, roles: Sequence[OrgRole], structures: Structures, nobody: str
) -> str:
    """Return who answers for what ``owner`` does: somebody of the house, where that is a supplier."""
    inside = [role for role in roles if not supplied(role.draft)]
    if owner in inside or not inside:
        return owner.label
    other = _owner(inside, practice, structures)
    return (other.label if other else _above(owner, roles)) or nobody


def _letters(said: Sequence[str]) -> str:
    """Join what one person is at a seam: who answers for it and does it need not also be asked or told."""
    letters = {letter for each in said for letter in each.split("/")}
    strong = [letter for letter in ("A", "R") if letter in letters]
    return "/".join(strong or [letter for letter in ("C", "I") if letter in letters][:1])


def seams_of(
    roles: Sequence[OrgRole], empty: Sequence[EmptySeat], structures: Structures
) -> tuple[SeamRow, ...]:
    """Return for each work at a border who answers for it, who does it, who is asked and who is told."""
    party = {practice: _party(practice, roles, empty, structures) for practice in PRACTICES}
    rows = []
    for seam in structures.data.seams:
        parts: dict[str, list[str]] = {}
        for practice in PRACTICES:
            letters, one = getattr(seam, practice), party[practice]
            does = one.answers if seam.employed and one.unpaid else one.does
            answers = one.signs if practice == seam.signed and one.signs else one.answers
            if letters == "A":
                parts.setdefault(answers, []).append("A")
            elif letters == _BOTH:
                parts.setdefault(answers, []).append("A")
                parts.setdefault(does, []).append("R")
            elif letters:
                parts.setdefault(does, []).append(letters)
        if seam.sponsor:
            parts.setdefault("Sponsor", []).append(seam.sponsor)
        rows.append(SeamRow(seam.work, tuple((who, _letters(said)) for who, said in parts.items())))
    return tuple(rows)
