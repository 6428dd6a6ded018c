"""What is wrong or open in a team: named checks; thresholds, words and severities are the rubric's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import Structures
from advisor.wording import figure, joined, number_word

from .doubts import supplied, volunteers
from .gaps import quotable, undenied
from .moves import jobs
from .result import Coverage, OrgFinding, OrgRole
from .told import Case, told_by
from .vacant import title_of

_MOST_TOLD = 3
SEVERITIES = ("blocking", "serious", "advice")


class Facts(NamedTuple):
    """What the checks look at. ``names``: practice → its name; ``said`` are facts told of the whole organisation;
    ``unread`` are sentences that no role was given, each with the practices that it names; ``empty`` what tells of seats without anybody, ``leaving`` of people who go soon;
    ``gaps`` the practices of which the text says that nobody does them, with its words.
    """

    roles: Sequence[OrgRole]
    coverage: Coverage
    size: int | None
    said: Sequence[str]
    names: dict[str, str]
    structures: Structures
    unread: Sequence[tuple[str, tuple[str, ...]]] = ()
    empty: Sequence[str] = ()
    leaving: Sequence[str] = ()
    gaps: Mapping[str, str] = MappingProxyType({})


def _quotes(role: OrgRole, practices: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """Return up to ``most`` phrases of these practices, those of no other practice before the rest."""
    fit = [p for p in role.phrases if set(p.practices) & set(practices)]
    return tuple(p.text for p in sorted(fit, key=lambda p: bool(set(p.practices) - set(practices))))[:most]


def _uncovered_practice(f: Facts) -> Iterator[Case]:
    for p in f.coverage.practices:
        # Not every organisation needs trust and safety; one that says that it has nobody for it does.
        if p.state == "nobody" and (p.practice != "trust_safety" or p.practice in f.gaps):
            words = next((text for text, practices in f.unread if p.practice in practices), "")
            open_ = f.structures.data.says.unread.format(words=words) if words else ""
            said = f.gaps.get(p.practice, "")
            evidence = (said,) if said else ()
            fill = {"practice": p.name.lower()}
            yield Case(f"practice.{p.practice}", (), fill, evidence, unsaid=not said, aside=open_)


def _uncovered_responsibility(f: Facts) -> Iterator[Case]:
    # Where titles are all that is told of a practice, nothing tells which of its work is left out.
    told = {p for role in f.roles for phrase in role.phrases for p in phrase.practices}
    missing = [
        r.name.lower()
        for r in f.coverage.responsibilities
        if r.state == "nobody" and r.asked and r.practice in told
    ]
    if missing:
        fill = {"names": ", ".join(missing), "count": number_word(len(missing))}
        yield Case("responsibilities", (), fill, many=len(missing) > _MOST_TOLD)


def _jobs_named(held: Sequence[str], f: Facts) -> list[str]:
    """Return the names of jobs; two practices of one family are one job: "moderation with trust and safety"."""
    family_of, found = load_rubrics().family_of, dict[str | None, str]()
    for practice in held:
        family, name = family_of[practice], f.names[practice].lower()
        one = found.get(family, "")
        found[family] = f.structures.data.says.one_family.format(one=one, other=name) if one else name
    return list(found.values())


def _bundled_seat(f: Facts) -> Iterator[Case]:
    for i, role in enumerate(f.roles):
        if len(role.hats) >= 2:
            held = jobs(role)
            names = joined(_jobs_named(held, f))
            evidence = tuple(q for p in held for q in _quotes(role, [p], 1))
            yield Case(
                f"bundle.{i}",
                (i,),
                {"role": role.label, "practices": names, "count": str(len(role.hats))},
                evidence,
            )


def _single_point(f: Facts) -> Iterator[Case]:
    alone: dict[int, list[str]] = {}
    for p in f.coverage.practices:
        if p.state == "single":
            alone.setdefault(p.roles[0].role, []).append(p.name.lower())
    if alone:
        # One finding for all of them: each seat with what stops when it is empty.
        seats = joined([f"{joined(names)} (“{f.roles[i].label}”)" for i, names in alone.items()])
        practices = [name for names in alone.values() for name in names]
        fill = {"practices": joined(practices), "names": seats, "count": str(len(practices))}
        yield Case("single", tuple(alone), fill, many=len(alone) > 1)


def _overlap(f: Facts) -> Iterator[Case]:
    for p in f.coverage.practices:
        if p.state == "overlap":
            names = [f.roles[c.role].label for c in p.roles]
            fill = {"count": str(len(names)), "practice": p.name.lower(), "roles": joined(names)}
            yield Case(f"overlap.{p.practice}", tuple(c.role for c in p.roles), fill)


def _reach_only(f: Facts) -> Iterator[Case]:
    for i, role in enumerate(f.roles):
        if (
            role.levels["community"] != "none"
            and "reach" in role.yardsticks
            and "community" not in role.yardsticks
        ):
            names = joined([m for m in role.draft.measures if "reach" in f.structures.yardsticks(m)])
            yield Case("yardstick", (i,), {"role": role.label, "names": names}, role.draft.measures[:3])


def _watches(role: OrgRole) -> bool:
    return any(role.levels[p] != "none" for p in ("moderation", "trust_safety", "community"))


def _around_the_clock(f: Facts) -> Iterator[Case]:
    n = f.structures.data.numbers
    said = [i for i, r in enumerate(f.roles) if "always" in r.cover and _watches(r)]
    told = [s for s in f.said if "always" in f.structures.cover(s)]
    if not said and not told:
        return
    posts = sum(r.hours_total for r in f.roles if _watches(r)) / n.full_time
    needed = n.week / n.full_time
    if posts < needed:
        fill = {
            "people": f"{posts:.1f}",
            "needed": f"{needed:.1f}",
            "with_leave": f"{needed * n.leave:.1f}",
            "hours": f"{n.week:g}",
            "full_time": f"{n.full_time:g}",
        }
        yield Case("hours", tuple(said), fill, tuple(told[:2]))


def _denied_hours(f: Facts) -> bool:
    """Whether a duty says of such hours that nobody is there."""
    duties = [p.text for r in f.roles for p in r.phrases]
    return any(f.structures.speaks_of_hours(d) and undenied(d, f.structures) for d in duties)


def _out_of_hours(f: Facts) -> Iterator[Case]:
    space = any(r.levels["community"] != "none" or r.levels["moderation"] != "none" for r in f.roles)
    outside = [h for h in f.coverage.hours if h.id in ("evenings", "weekends", "nights")]
    said = [s for s in f.said if f.structures.speaks_of_hours(s)]
    # Where somebody is there at one of these hours, the others are open only if the text says so.
    denied = {id_ for s in said for id_ in f.structures.cover(undenied(s, f.structures))}
    missing = [h.name.lower() for h in outside if h.id in denied and not h.roles]
    if space and not any(h.roles for h in outside):
        fill = {"names": f.structures.data.says.outside}
        yield Case("hours", (), fill, tuple(said[:2]), unsaid=not said and not _denied_hours(f))
    elif space and missing:
        yield Case("hours", (), {"names": joined(missing)}, tuple(said[:2]))


def _moderators_without(f: Facts) -> Iterator[Case]:
    moderators = [i for i, r in enumerate(f.roles) if r.levels["moderation"] in ("most", "all")]
    if not moderators:
        return
    held = {r.id for r in f.coverage.responsibilities if r.state != "nobody"}
    missing = [name for id_, name in f.structures.data.says.moderators_need.items() if id_ not in held]
    if missing:
        titles = joined([f.roles[i].label for i in moderators])
        yield Case("moderators", tuple(moderators), {"role": titles, "names": joined(missing)})


def _no_route(f: Facts) -> Iterator[Case]:
    community = [i for i, r in enumerate(f.roles) if r.levels["community"] != "none"]
    insight = any(r.id == "insight" and r.state != "nobody" for r in f.coverage.responsibilities)
    if community and not insight:
        yield Case("insight", tuple(community), {})


def _told(f: Facts, texts: Iterable[str]) -> str:
    """Quote the first of several different texts, and say how many more there are."""
    all_ = list(dict.fromkeys(texts))
    names = "; ".join(f"“{text}”" for text in all_[:_MOST_TOLD])
    left = len(all_) - _MOST_TOLD
    return f.structures.data.says.and_more.format(names=names, count=left) if left > 0 else names


def _unread(f: Facts) -> Iterator[Case]:
    if f.unread:
        yield Case("unread", (), {"names": _told(f, (text for text, _ in f.unread))})


def _vacant_seat(f: Facts) -> Iterator[Case]:
    if f.empty:
        said = [quotable(text).rstrip(" .") for text in f.empty]
        fill = {"names": _told(f, said), "seats": _told(f, (title_of(text) or text for text in said))}
        yield Case("vacant", (), fill)


def _soon_empty(f: Facts) -> Iterator[Case]:
    if f.leaving:
        yield Case("leaving", (), {"names": _told(f, (quotable(text).rstrip(" .") for text in f.leaving))})


def _wide_span(f: Facts) -> Iterator[Case]:
    limit = f.structures.data.numbers.span
    for i, role in enumerate(f.roles):
        below = [r for r in f.roles if r.manager == i and not volunteers(r.draft.title)]
        # A supplier's people have leads of their own.
        people = sum(1 if supplied(r.draft) else r.people for r in below)
        leads = max(role.people, 1)
        if people / leads > limit:
            fill = {"count": figure(round(people / leads)), "role": role.label, "limit": str(limit)}
            yield Case(f"span.{i}", (i,), fill, many=leads > 1)


def _title_work(f: Facts) -> Iterator[Case]:
    for i, role in enumerate(f.roles):
        known = role.title_practice in PRACTICES and role.primary in PRACTICES
        if known and role.shares[role.title_practice] < f.structures.data.numbers.some:
            fill = {
                "role": role.label,
                "practice": f.names[role.title_practice].lower(),
                "practices": f.names[role.primary].lower(),
            }
            yield Case(f"title.{i}", (i,), fill, _quotes(role, [role.primary]))


CHECKS: dict[str, Callable[[Facts], Iterator[Case]]] = {
    "uncovered-practice": _uncovered_practice,
    "uncovered-responsibility": _uncovered_responsibility,
    "bundled-seat": _bundled_seat,
    "single-point": _single_point,
    "overlap": _overlap,
    "reach-only": _reach_only,
    "around-the-clock": _around_the_clock,
    "out-of-hours": _out_of_hours,
    "moderators-without": _moderators_without,
    "no-route": _no_route,
    "unread": _unread,
    "vacant-seat": _vacant_seat,
    "soon-empty": _soon_empty,
    "wide-span": _wide_span,
    "title-work": _title_work,
}


def findings_of(facts: Facts) -> tuple[OrgFinding, ...]:
    """Return every finding, the most severe first; within a severity in the order of the rubric."""
    data = facts.structures.data
    small = facts.size is not None and facts.size <= data.numbers.small
    found = [
        told_by(rule, case, facts.roles, small=small)
        for rule in data.findings
        for case in CHECKS[rule.check](facts)
    ]
    return tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity)))
