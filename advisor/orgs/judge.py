"""Drafts → judged roles → who covers what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from advisor.matching.matcher import TitleReader
from advisor.roles.analyze import analyze_role
from advisor.rubrics.loader import Rubrics, load_rubrics
from advisor.rubrics.models import FAMILIES, PRACTICES
from advisor.rubrics.models.structures import OrgNumbers
from advisor.rubrics.structures import Structures

from .doubts import key_of, volunteers
from .hours import cover_of
from .model import OrgReading, RoleDraft
from .result import Coverage, Covering, HoursCover, OrgRole, Phrase, PracticeCover, ResponsibilityCover
from .words import several, vocabulary

ALL: tuple[str, ...] = (*PRACTICES, "other")
_MOST_MEASURES = 8
_MOST_STRETCHES, _SHORTEST_SENTENCE, _LONGEST_SENTENCE = 50, 12, 240


def _named(phrase: str, structures: Structures) -> tuple[str, ...]:
    """Return what a bare place, tool or function stands for: "Instagram" is publishing, "the Discord" a members' space."""
    words = vocabulary()
    if words.only_function.fullmatch(phrase):  # "Community & social", "does all the social stuff"
        meant = {name.lower(): practice for name, practice in words.data.functions.items()}
        return tuple(
            dict.fromkeys(meant[" ".join(m[0].lower().split())] for m in words.function.finditer(phrase))
        )
    known = {n.name.lower(): n.practice for n in (*words.data.places, *words.data.tools)}
    start, stop = structures.denied(phrase)
    found = [
        m[0] for p in (words.places, words.tools) for m in p.finditer(phrase) if not start <= m.start() < stop
    ]
    return tuple(dict.fromkeys(known[" ".join(f.lower().split())] for f in found))


@lru_cache(maxsize=4)
def _titles(rubrics: Rubrics) -> TitleReader:
    return TitleReader(rubrics)


class _Said(NamedTuple):
    """What a draft's words say: each duty, the title's practice, the measures, and whether it is another profession."""

    phrases: tuple[Phrase, ...]
    titled: str
    measures: tuple[str, ...]
    outside: bool


def _said(draft: RoleDraft, structures: Structures) -> _Said:
    """Read a whole job description line by line, and each duty that is listed on its own words."""
    phrases: list[Phrase] = []
    titled, measures, outside = _titles(load_rubrics()).read(draft.title).practice, draft.measures, False
    if draft.text:
        whole = analyze_role(draft.text, title=draft.title or None)
        asked = [(whole.quote(i), x) for i, x in enumerate(whole.lines)]
        phrases += [
            Phrase(text, x.practices, structures.responsibilities(text))
            for text, x in asked
            if x.kind in ("duty", "measure")
        ]
        titled, outside = whole.title_practice, whole.profile.primary == "outside"
        measures = measures or tuple(text for text, x in asked if x.kind == "measure")[:_MOST_MEASURES]
    return _Said((*phrases, *_listed(draft, structures)), titled, measures, outside)


def _listed(draft: RoleDraft, structures: Structures) -> list[Phrase]:
    """Read the duties of a list: where no cue says what a duty is, its responsibility or a bare place does."""
    if not draft.duties:
        return []
    practice_of: dict[str, str] = {r.id: r.practice for r in structures.data.responsibilities}
    text, starts = f"{draft.title}\n\nResponsibilities\n", []
    for duty in draft.duties:
        starts.append(len(text))
        text += f"- {duty}\n"
    practices: list[list[str]] = [[] for _ in draft.duties]
    denied = [structures.denied(duty) for duty in draft.duties]
    for line in analyze_role(text, title=draft.title[:200] or None).lines:
        if line.start >= starts[0]:
            k = bisect_right(starts, line.start) - 1
            begin, (from_, to) = starts[k] + len("- "), denied[k]
            said = {s.practice for s in line.signals if not from_ <= s.start - begin < to}
            practices[k] += [p for p in line.practices if p in said and p not in practices[k]]
    found = []
    for duty, of_lines in zip(draft.duties, practices, strict=True):
        held, names = structures.responsibilities(duty), of_lines
        if structures.own_posts(duty):
            held = tuple(r for r in held if practice_of[r] != "moderation") or ("publishing",)
            names = list(
                dict.fromkeys(("social_media", *(p for p in names if p not in ("moderation", "other"))))
            )
        if not any(p != "other" for p in names):
            names = [practice_of[r] for r in held] or [*_named(duty, structures), *names]
        elif "moderation" not in names:  # watching the Discord is moderation; the place adds nothing to it
            names = [*names, *_named(duty, structures)]
        found.append(Phrase(duty, tuple(dict.fromkeys(names)), held))
    return found


def unread_of(reading: OrgReading, structures: Structures) -> list[tuple[str, tuple[str, ...]]]:
    """Return the stretches that no role was given and that name work of the five practices, with those practices."""
    stretches = [reading.text[s.start : s.end] for s in reading.left]
    stretches += [fact.text for fact in reading.facts if fact.kind == "note"]
    found: list[tuple[str, tuple[str, ...]]] = []
    for text in (" ".join(stretch.split()).rstrip(" .") for stretch in stretches[:_MOST_STRETCHES]):
        if len(text) > _SHORTEST_SENTENCE and structures.denied(text) == (0, 0):
            (phrase,) = _listed(RoleDraft("", (text[:_LONGEST_SENTENCE],)), structures)
            if practices := tuple(p for p in phrase.practices if p in PRACTICES):
                found.append((text[:_LONGEST_SENTENCE], practices))
    return found


def _shares(phrases: Sequence[Phrase]) -> dict[str, float]:
    totals = dict.fromkeys(ALL, 0.0)
    for phrase in phrases:
        for practice in phrase.practices:
            totals[practice] += 1 / len(phrase.practices)
    whole = sum(totals.values())
    return {p: round(n / whole, 4) if whole else 0.0 for p, n in totals.items()}


def assumed_hours(draft: RoleDraft, numbers: OrgNumbers) -> float:
    """Return the hours a week of somebody whose hours are not stated."""
    title = draft.title.lower()
    if volunteers(title):
        return numbers.volunteer_hours
    return numbers.part_time_hours if "part-time" in title or "part time" in title else numbers.full_time


def judged(drafts: Sequence[RoleDraft], structures: Structures) -> tuple[OrgRole, ...]:
    """Judge every role by its own words."""
    numbers, rubrics = structures.data.numbers, load_rubrics()
    family: dict[str, str | None] = {p.practice: p.family for p in rubrics.data.practices}
    places: dict[str, int] = {}
    for i, draft in enumerate(drafts):
        places.setdefault(key_of(draft.title), i)
        if draft.name:
            places.setdefault(key_of(draft.name), i)
            places.setdefault(key_of(draft.name.split()[0]), i)
    found = []
    for i, draft in enumerate(drafts):
        phrases, titled, measures, outside = _said(draft, structures)
        if measures != draft.measures:
            draft = replace(draft, measures=measures)  # noqa: PLW2901
        shares = _shares(phrases)
        if outside:  # the community of a block of flats is another profession's
            shares = {**dict.fromkeys(ALL, 0.0), "other": 1.0}
        elif not any(p.practices for p in phrases):
            # Nothing says what it does: its title is taken at its word.
            functions = vocabulary().functions.search(draft.title)
            both = _named(functions[0], structures) if functions else ()  # "Head of Community & Support"
            meant = both if len(both) > 1 or titled not in PRACTICES else (titled,)
            shares = {**shares, **{p: round(1 / len(meant), 4) for p in meant if p in PRACTICES}}
        five: dict[str, float] = {p: shares[p] for p in PRACTICES if shares[p] >= numbers.some}
        best = max(five, key=lambda p: five[p], default="")
        normal = rubrics.data.scoring.contextual.get(titled if titled in five else best, ())  # type: ignore[call-overload]
        levels: dict[str, str] = {
            p: "none"
            if shares[p] < numbers.some
            else "some"
            if shares[p] < numbers.most
            else "most"
            if shares[p] < numbers.all
            else "all"
            for p in ALL
        }
        hats = tuple(
            f
            for f in FAMILIES
            if any(family[p] == f for p in five)
            and not (
                f in normal
                and sum(any(family.get(p) == f for p in phrase.practices) for phrase in phrases) <= 1
            )
        )
        people = draft.headcount or 1.0
        hours = draft.hours if draft.hours is not None else assumed_hours(draft, numbers)
        said = " ; ".join([draft.title, *draft.duties, *(p.text for p in phrases if draft.text)])
        manager = places.get(key_of(draft.reports_to)) if draft.reports_to else None
        found.append(
            OrgRole(
                draft,
                titled,
                best or ("outside" if shares["other"] else "unclear"),
                shares,
                levels,
                hats,
                phrases,
                tuple(dict.fromkeys(k for m in draft.measures for k in structures.yardsticks(m))),
                cover_of(draft.duties, said, structures),
                people,
                people * hours,
                manager if manager != i else None,
            )
        )
    return tuple(found)


def _several(draft: RoleDraft) -> bool:
    """Whether a department or group covers, whose people nobody counted: more than one, as far as is known."""
    return draft.headcount is None and several(draft.title, vocabulary())


def coverage_of(roles: Sequence[OrgRole], size: int | None, structures: Structures) -> Coverage:
    """Say who covers each practice, each responsibility, and the hours outside the office."""
    names = {p.practice: p.name for p in load_rubrics().data.practices}
    full = structures.data.numbers.full_time
    practices = []
    for practice in PRACTICES:
        having = [(i, r) for i, r in enumerate(roles) if r.levels[practice] != "none"]
        hours = sum(r.hours_total * r.shares[practice] for _, r in having)
        heads = sum(2 if _several(r.draft) else r.people for _, r in having)
        owned = any(r.levels[practice] in ("most", "all") for _, r in having)
        state = (
            "nobody"
            if not having
            else "overlap"
            if len(having) >= structures.data.numbers.overlap and not owned
            else "single"
            if heads <= 1
            else "covered"
        )
        practices.append(
            PracticeCover(
                practice,
                names[practice],
                tuple(Covering(i, r.levels[practice]) for i, r in having),
                round(hours / full, 2),
                round(hours, 1),
                state,
            )
        )
    held = {
        rule.id: tuple(
            i for i, r in enumerate(roles) if any(rule.id in p.responsibilities for p in r.phrases)
        )
        for rule in structures.data.responsibilities
    }
    responsibilities = tuple(
        ResponsibilityCover(
            rule.id,
            rule.name,
            rule.practice,
            held[rule.id],
            "nobody" if not held[rule.id] else "one" if len(held[rule.id]) == 1 else "shared",
            size is None or size >= rule.from_size,
        )
        for rule in structures.data.responsibilities
    )
    hours_cover = tuple(
        HoursCover(c.id, c.name, tuple(i for i, r in enumerate(roles) if c.id in r.cover))
        for c in structures.data.cover
    )
    return Coverage(tuple(practices), responsibilities, hours_cover)
