"""Drafts → judged roles: what each one's work is, how much of it, and how many jobs that makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from advisor.practices import ALL_WORK
from advisor.roles.analyze import analyze_role
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import FAMILIES, PRACTICES
from advisor.rubrics.models.structures import OrgNumbers
from advisor.rubrics.structures import Structures

from .doubts import key_of, volunteers
from .hours import cover_of
from .model import RoleDraft
from .parts import part_of, weights
from .phrases import beside_work, listed, named_in, titled
from .result import OrgRole, Phrase
from .vocabulary import vocabulary

_MOST_MEASURES = 8
_PAIR = 2


class _Said(NamedTuple):
    """What a draft's words say: its title, each duty, the title's practice, the measures, and whether it is another
    profession."""

    title: str
    phrases: tuple[Phrase, ...]
    practice: str
    measures: tuple[str, ...]
    outside: bool


def _said(draft: RoleDraft, structures: Structures) -> _Said:
    """Read a whole job description line by line, and each duty that is listed on its own words."""
    phrases: list[Phrase] = []
    title, measures, outside = draft.title, draft.measures, False
    practice = titled(title)
    if draft.text:
        whole = analyze_role(draft.text, title=draft.title or None)
        asked = [(whole.quote(i), x) for i, x in enumerate(whole.lines)]
        phrases += [
            Phrase(text, x.practices, structures.responsibilities(text)) for text, x in asked if x.is_work
        ]
        title = whole.title
        practice, outside = whole.title_practice, whole.profile.primary == "outside"
        measures = measures or tuple(text for text, x in asked if x.kind == "measure")[:_MOST_MEASURES]
    return _Said(title, (*phrases, *listed(draft, structures)), practice, measures, outside)


def _shares(phrases: Sequence[Phrase], titled: str) -> dict[str, float]:
    """Divide the work. What nothing recognises is other work, unless the title is one of the practices: then it is as
    likely a part of that."""
    totals: dict[str, float] = dict.fromkeys(ALL_WORK, 0.0)
    parts = [part_of(phrase.text, vocabulary())[0] for phrase in phrases]
    heavy = weights(parts)
    if titled not in PRACTICES and any(p.practices for p in phrases):
        totals["other"] += sum(
            n for p, n in zip(phrases, heavy, strict=True) if not (p.practices or beside_work(p.text))
        )
    for phrase, weight, part in zip(phrases, heavy, parts, strict=True):
        for practice in phrase.practices:
            totals[practice] += weight / len(phrase.practices)
        if (
            part and not phrase.practices and titled in PRACTICES
        ):  # "30% content" of a community manager's week
            totals[titled] += weight
    whole = sum(totals.values())
    return {p: round(n / whole, 4) if whole else 0.0 for p, n in totals.items()}


def assumed_hours(draft: RoleDraft, numbers: OrgNumbers) -> float:
    """Return the hours a week of somebody whose hours are not stated."""
    title = draft.title.lower()
    if volunteers(title):
        return numbers.volunteer_hours
    return numbers.part_time_hours if "part-time" in title or "part time" in title else numbers.full_time


def _labels(drafts: Sequence[RoleDraft], structures: Structures) -> list[str]:
    """Return a label for each seat that tells it from the others: its title, with a name or a number where seats share it."""
    says, found = structures.data.says, list[str]()
    titles = [draft.title.lower() for draft in drafts]
    for i, draft in enumerate(drafts):
        label = draft.title
        if titles.count(titles[i]) > 1:
            label = says.named if draft.name else says.numbered
            nth = titles[: i + 1].count(titles[i])
            label = label.format(title=draft.title, name=draft.name.strip(" ()"), number=nth)
            if label in found:  # the same person in two seats of one title
                label = says.numbered.format(title=label, number=nth)
        found.append(label)
    return found


def _work(draft: RoleDraft, said: _Said, structures: Structures) -> dict[str, float]:
    """Return the shares of a role's work, by its phrases or else by its title."""
    if said.outside:  # the community of a block of flats is another profession's
        return {**dict.fromkeys(ALL_WORK, 0.0), "other": 1.0}
    shares = _shares(said.phrases, said.practice)
    if any(p.practices for p in said.phrases):
        return shares
    # Nothing says what it does: its title is taken at its word.
    functions = vocabulary().functions.search(draft.title)
    both = named_in(functions[0], structures) if functions else ()  # "Head of Community & Support"
    meant = both if len(both) > 1 or said.practice not in PRACTICES else (said.practice,)
    shares = {**shares, **{p: round(1 / len(meant), 4) for p in meant if p in PRACTICES}}
    if said.practice == "outside" and not any(shares.values()):
        shares["other"] = 1.0  # a title of another profession, and no work of the five
    return shares


def _levels(shares: Mapping[str, float], phrases: Sequence[Phrase], numbers: OrgNumbers) -> dict[str, str]:
    """Return how much of a role each practice is: none, some, most or all."""

    def level(share: float) -> str:
        if share < numbers.some:
            return "none"
        if share < numbers.most:
            return "some"
        return "most" if share < numbers.all or not all(p.practices for p in phrases) else "all"

    return {p: level(shares[p]) for p in ALL_WORK}


def _hats(five: Mapping[str, float], best: str, promised: str, phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """Return the families of practices that are jobs of their own in a role, whose shares are ``five``."""
    rubrics = load_rubrics()
    family = rubrics.family_of
    normal = rubrics.data.scoring.contextual.get(promised if promised in five else best, ())  # type: ignore[call-overload]

    def once(f: str) -> bool:
        return sum(any(family.get(p) == f for p in phrase.practices) for phrase in phrases) <= 1

    hats = [f for f in FAMILIES if any(family[p] == f for p in five) and not (f in normal and once(f))]
    if len(hats) == _PAIR and sum(bool(set(p.practices) & set(five)) for p in phrases) == 1:
        hats = [f for f in hats if f == family.get(best)]  # one duty that meets two practices is one job
    return tuple(hats)


def _places(drafts: Sequence[RoleDraft]) -> dict[str, int]:
    """Return where each role stands, by its title, its holder's name and first name; the first of each counts."""
    places: dict[str, int] = {}
    for i, draft in enumerate(drafts):
        for called in (draft.title, draft.name, *draft.name.split()[:1]):
            if called:
                places.setdefault(key_of(called), i)
    return places


def judged(drafts: Sequence[RoleDraft], structures: Structures) -> tuple[OrgRole, ...]:
    """Judge every role by its own words."""
    numbers, says = structures.data.numbers, structures.data.says
    read = [_said(draft, structures) for draft in drafts]
    drafts = [
        replace(d, title=said.title or says.untitled.format(number=i), measures=said.measures)
        for i, (d, said) in enumerate(zip(drafts, read, strict=True), 1)
    ]
    places, labels, found = _places(drafts), _labels(drafts, structures), []
    for i, (draft, one) in enumerate(zip(drafts, read, strict=True)):
        shares = _work(draft, one, structures)
        five: dict[str, float] = {p: shares[p] for p in PRACTICES if shares[p] >= numbers.some}
        best = max(five, key=lambda p: five[p], default="")
        people = draft.headcount or 1.0
        hours = draft.hours if draft.hours is not None else assumed_hours(draft, numbers)
        words = " ; ".join([draft.title, *draft.duties, *(p.text for p in one.phrases if draft.text)])
        manager = places.get(key_of(draft.reports_to)) if draft.reports_to else None
        found.append(
            OrgRole(
                draft,
                labels[i],
                one.practice,
                best or ("outside" if shares["other"] else "unclear"),
                shares,
                _levels(shares, one.phrases, numbers),
                _hats(five, best, one.practice, one.phrases),
                one.phrases,
                tuple(dict.fromkeys(k for m in draft.measures for k in structures.yardsticks(m))),
                cover_of(draft.duties, words, structures),
                people,
                people * hours,
                manager if manager != i else None,
            )
        )
    return tuple(found)
