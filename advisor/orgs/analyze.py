"""The way through: a description of a team, or roles → one frozen result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from advisor.errors import InputError
from advisor.roles.analyze import check_org_size
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.structures import Structures, load_structures
from advisor.wording import counted, figure, upper_first

from .coverage import coverage_of
from .findings import Facts, findings_of
from .gaps import gaps_of, unread_of
from .judge import judged
from .model import MOST_ROLES, OrgReading, RoleDraft, draft_from
from .read import ad_draft, read_org
from .result import OrgAnalysis, OrgFinding, OrgRole
from .structure import structure_of


def reading_of(given: str | OrgReading | Sequence[RoleDraft | Mapping[str, Any]]) -> OrgReading:
    """Return what was given as a reading: text is read, roles are checked. Raises InputError."""
    if isinstance(given, OrgReading):
        return given
    if isinstance(given, str):
        return read_org(given)
    drafts = tuple(d if isinstance(d, RoleDraft) else draft_from(d, i) for i, d in enumerate(given, 1))
    # Nothing but a whole job description: it says itself what its title, places, tools and hours are.
    drafts = tuple(ad_draft(d.text) if d == RoleDraft("", text=d.text) else d for d in drafts)
    if not drafts:
        raise InputError("no-role", "There is no role.", "Give at least one, with a title and what it does.")
    if len(drafts) > MOST_ROLES:
        raise InputError(
            "too-many-roles",
            f"{len(drafts)} roles; one map holds {MOST_ROLES}.",
            "Map one department at a time.",
        )
    return OrgReading("", "form", drafts)


def analyze_org(
    text_or_roles: str | OrgReading | Sequence[RoleDraft | Mapping[str, Any]],
    *,
    org_size: int | None = None,
    structures: Structures | None = None,
) -> OrgAnalysis:
    """Map a team: who covers what, what nobody covers, and the structure to move to.

    Takes a description as text, a reading (perhaps corrected), or roles: drafts or mappings with title, duties or
    text, and maybe headcount, hours, reports_to, measures, places, tools, name. ``org_size``: people in the
    organisation, taken from the text when None. Raises :class:`advisor.errors.InputError`.
    """
    check_org_size(org_size)
    structures = structures or load_structures()
    reading = reading_of(text_or_roles)
    size = org_size or reading.org_size
    roles = judged(reading.roles, structures)
    coverage = coverage_of(roles, size, structures)
    names = {str(p.practice): p.name for p in load_rubrics().data.practices}
    said = [fact.text for fact in reading.facts if fact.kind not in ("vacancy", "mail")]
    empty, leaving = (
        [fact.text for fact in reading.facts if fact.kind == kind] for kind in ("vacancy", "absence")
    )
    unread, gaps = unread_of(reading, structures), gaps_of(reading, structures)
    findings = findings_of(
        Facts(roles, coverage, size, said, names, structures, unread, empty, leaving, gaps)
    )
    structure = structure_of(roles, reading.facts, findings, size, structures)
    headline, subline = _verdict(roles, findings, structure.now_name, structures)
    sources = [s for f in findings for s in f.sources]
    sources += [
        s for a in structures.data.archetypes if a.id in (structure.now, structure.next) for s in a.sources
    ]
    sources += [s for r in structures.data.reporting for s in r.sources]
    return OrgAnalysis(
        structures.version,
        size,
        headline,
        subline,
        reading,
        roles,
        coverage,
        findings,
        structure,
        tuple(dict.fromkeys(sources)),
    )


def _noun(roles: Sequence[OrgRole], people: float, structures: Structures) -> str:
    """Return what the headcounts count: people, or posts where parts of one are among them."""
    if any(r.people % 1 for r in roles):
        return structures.data.says.posts
    return "person" if people == 1 else structures.data.says.people


def _verdict(
    roles: Sequence[OrgRole], findings: Sequence[OrgFinding], where: str, structures: Structures
) -> tuple[str, str]:
    says = structures.data.says
    # One finding a role: the seat that holds too much says it all.
    told: list[tuple[int, ...]] = []
    briefs: list[str] = []
    for f in findings:
        if (f.severity == "advice" and not f.softened) or (f.roles and f.roles in told) or f.brief in briefs:
            continue
        told.append(f.roles)
        briefs.append(f.brief)
    briefs = briefs or [f.brief for f in findings][:1]
    if not briefs:
        headline = says.headline_none
    elif len(briefs) == 1:
        headline = says.headline_one.format(first=briefs[0])
    else:
        headline = says.headline_two.format(first=briefs[0], second=briefs[1])
    people = sum(r.people for r in roles)
    subline = says.subline.format(
        roles=counted(len(roles), "role"),
        people=f"{figure(people)} {_noun(roles, people, structures)}",
        where=where[:1].lower() + where[1:],
    )
    return upper_first(headline), subline
