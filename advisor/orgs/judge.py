"""Drafts → judged roles → who covers what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from advisor.matching.negation import denied
from advisor.roles.analyze import analyze_role
from advisor.roles.words import is_words, practices_by_cues
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import FAMILIES, PRACTICES
from advisor.rubrics.models.structures import OrgNumbers
from advisor.rubrics.structures import Structures

from .doubts import key_of, volunteers
from .hours import cover_of
from .model import RoleDraft
from .parts import part_of, weights
from .result import Coverage, Covering, HoursCover, OrgRole, Phrase, PracticeCover, ResponsibilityCover
from .vocabulary import several, vocabulary
from .words import WORD, plain

ALL: tuple[str, ...] = (*PRACTICES, "other")
_MOST_MEASURES = 8
_PAIR = 2


def _named(phrase: str, structures: Structures) -> tuple[str, ...]:
    """Return what a bare place, tool or function stands for: "Instagram" is publishing, "the Discord" a members' space."""
    words = vocabulary()
    if only := words.only_function.fullmatch(phrase):  # "Community & social", "does all the social stuff"
        meant = {name.lower(): practice for name, practice in words.data.functions.items()}
        return tuple(
            dict.fromkeys(
                meant[" ".join(m[0].lower().split())] for m in words.function.finditer(only["what"])
            )
        )
    known = {n.name.lower(): n.practice for n in (*words.data.places, *words.data.tools)}
    away = structures.denied(phrase)
    found = [
        m[0] for p in (words.places, words.tools) for m in p.finditer(phrase) if not denied(away, m.start())
    ]
    return tuple(dict.fromkeys(known[" ".join(f.lower().split())] for f in found))


def titled(title: str) -> str:
    """Return the practice that a title promises, other for another profession, "" for none."""
    return load_rubrics().titles.read(title).practice


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
            Phrase(text, x.practices, structures.responsibilities(text))
            for text, x in asked
            if x.kind in ("duty", "measure")
        ]
        title = whole.title
        practice, outside = whole.title_practice, whole.profile.primary == "outside"
        measures = measures or tuple(text for text, x in asked if x.kind == "measure")[:_MOST_MEASURES]
    return _Said(title, (*phrases, *listed(draft, structures)), practice, measures, outside)


def listed(draft: RoleDraft, structures: Structures) -> list[Phrase]:
    """Read the duties of a list: where no cue says what a duty is, its responsibility or a bare place does."""
    if not draft.duties:
        return []
    practice_of: dict[str, str] = {r.id: r.practice for r in structures.data.responsibilities}
    text, starts = f"{draft.title}\n\nResponsibilities\n", []
    bare = [part_of(duty, vocabulary())[1] for duty in draft.duties]
    for duty in bare:
        starts.append(len(text))
        text += f"- {duty}\n"
    practices: list[list[str]] = [[] for _ in draft.duties]
    away = [structures.denied(duty) for duty in bare]
    threshold = load_rubrics().data.scoring.line_threshold
    for line in analyze_role(text, title=draft.title[:200] or None).lines:
        if line.start >= starts[0]:
            k = bisect_right(starts, line.start) - 1
            begin = starts[k] + len("- ")
            said = {
                s.practice for s in line.signals if not is_words(s) and not denied(away[k], s.start - begin)
            }
            asked = practices_by_cues(
                line, threshold
            )  # a few words of a list are too few to weigh one by one
            practices[k] += [p for p in asked if p in said and p not in practices[k]]
    found = []
    for whole, duty, of_lines in zip(draft.duties, bare, practices, strict=True):
        held, names = structures.responsibilities(duty), of_lines
        if structures.own_posts(duty):
            held = tuple(r for r in held if practice_of[r] != "moderation") or ("publishing",)
            names = list(
                dict.fromkeys(("social_media", *(p for p in names if p not in ("moderation", "other"))))
            )
        if not any(p != "other" for p in names):
            names = [practice_of[r] for r in held] or [*_named(duty, structures), *names]
        elif "moderation" not in names or vocabulary().only_function.fullmatch(duty):
            # Watching the Discord is moderation; the place adds nothing to it. "Support and moderation" are two.
            names = [*names, *_named(duty, structures)]
        found.append(Phrase(whole, tuple(dict.fromkeys(names)), held))
    return found


def _beside_work(phrase: str) -> bool:
    """Whether a phrase tells of a seat and no work: "in two shifts", "one on leave", "Manila", "50%"."""
    words = vocabulary()
    places = [plain(word[0]) in words.qualifiers for word in WORD.finditer(phrase)]
    return words.beside_work.match(phrase) is not None or (bool(places) and all(places))


def _shares(phrases: Sequence[Phrase], titled: str) -> dict[str, float]:
    """Divide the work. What nothing recognises is other work, unless the title is one of the practices: then it is as
    likely a part of that."""
    totals = dict.fromkeys(ALL, 0.0)
    parts = [part_of(phrase.text, vocabulary())[0] for phrase in phrases]
    heavy = weights(parts)
    if titled not in PRACTICES and any(p.practices for p in phrases):
        totals["other"] += sum(
            n for p, n in zip(phrases, heavy, strict=True) if not (p.practices or _beside_work(p.text))
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


def judged(drafts: Sequence[RoleDraft], structures: Structures) -> tuple[OrgRole, ...]:
    """Judge every role by its own words."""
    numbers, rubrics = structures.data.numbers, load_rubrics()
    family = rubrics.family_of
    says = structures.data.says
    read = [_said(draft, structures) for draft in drafts]
    drafts = [
        replace(d, title=said.title or says.untitled.format(number=i), measures=said.measures)
        for i, (d, said) in enumerate(zip(drafts, read, strict=True), 1)
    ]
    places: dict[str, int] = {}
    for i, draft in enumerate(drafts):
        places.setdefault(key_of(draft.title), i)
        if draft.name:
            places.setdefault(key_of(draft.name), i)
            places.setdefault(key_of(draft.name.split()[0]), i)
    found = []
    labels = _labels(drafts, structures)
    for i, (draft, (_, phrases, promised, _, outside)) in enumerate(zip(drafts, read, strict=True)):
        shares = _shares(phrases, promised)
        if outside:  # the community of a block of flats is another profession's
            shares = {**dict.fromkeys(ALL, 0.0), "other": 1.0}
        elif not any(p.practices for p in phrases):
            # Nothing says what it does: its title is taken at its word.
            functions = vocabulary().functions.search(draft.title)
            both = _named(functions[0], structures) if functions else ()  # "Head of Community & Support"
            meant = both if len(both) > 1 or promised not in PRACTICES else (promised,)
            shares = {**shares, **{p: round(1 / len(meant), 4) for p in meant if p in PRACTICES}}
            if promised == "outside" and not any(shares.values()):
                shares["other"] = 1.0  # a title of another profession, and no work of the five
        five: dict[str, float] = {p: shares[p] for p in PRACTICES if shares[p] >= numbers.some}
        best = max(five, key=lambda p: five[p], default="")
        normal = rubrics.data.scoring.contextual.get(promised if promised in five else best, ())  # type: ignore[call-overload]
        levels: dict[str, str] = {
            p: "none"
            if shares[p] < numbers.some
            else "some"
            if shares[p] < numbers.most
            else "most"
            if shares[p] < numbers.all or not all(phrase.practices for phrase in phrases)
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
        if len(hats) == _PAIR and sum(bool(set(p.practices) & set(five)) for p in phrases) == 1:
            hats = tuple(
                f for f in hats if f == family.get(best)
            )  # one duty that meets two practices is one job
        people = draft.headcount or 1.0
        hours = draft.hours if draft.hours is not None else assumed_hours(draft, numbers)
        said = " ; ".join([draft.title, *draft.duties, *(p.text for p in phrases if draft.text)])
        manager = places.get(key_of(draft.reports_to)) if draft.reports_to else None
        found.append(
            OrgRole(
                draft,
                labels[i],
                promised,
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
