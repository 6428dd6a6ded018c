"""Profile and marks → findings, by the rules of ``rubrics/findings.yaml``. No finding without a next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advisor.rubrics.models import PRACTICES, Branch, FalseFriend, FindingRule, When
from advisor.wording import joined, number_word

from .model import Finding, Line, Profile
from .spoken import spoken

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import LeadKind

_GRAVITY = {"blocking": 0, "serious": 1, "advice": 2}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules may ask about. ``evidence`` maps a cue, mark or false friend to its lines.

    A mark found in the title only has no lines; it is in ``evidence`` with an empty tuple. ``established``: the title
    is one that its trade knows though it names no practice. ``found`` maps a mark to the words of the ad or its title.
    ``others``: titles of further ads in the text. ``branch``: that of the primary practice, if it is one.
    """

    profile: Profile
    title: str
    title_practice: str
    org_size: int | None
    lines: tuple[Line, ...]
    evidence: dict[str, tuple[int, ...]]
    friend: FalseFriend | None = None
    foreign: bool = False
    established: bool = False
    found: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    branch: Branch | None = None

    def jobs(self, rubrics: Rubrics) -> tuple[str, ...]:
        """Return the families present that are jobs: with two duties, or present by duties alone.

        A measure names no work, and leading the people of other practices is a head's own work.
        """
        led = set(self.evidence.get("mark.leads-people", ())) if "mark.head-title" in self.evidence else set()
        family_of, primary = rubrics.family_of, self.profile.primary
        kept = []
        for family in self.profile.present:
            asks = [
                (i, line)
                for i, line in enumerate(self.lines)
                if line.is_work and any(family_of[p] == family for p in line.practices)
            ]
            duties = [i for i, line in asks if line.kind == "duty" and i not in led]
            if family == family_of.get(primary) or len(duties) >= 2 or len(duties) == len(asks):
                kept.append(family)
        return tuple(kept)

    def leader(self, family: str, rubrics: Rubrics) -> str:
        """Return the practice of ``family`` that has the lines: the primary one, or that with most of the work."""
        own = [p for p in PRACTICES if rubrics.family_of[p] == family]
        if self.profile.primary in own:
            return self.profile.primary
        return max(own, key=lambda p: (self.profile.shares.get(p, 0.0), p == family))

    def small(self, rubrics: Rubrics) -> bool:
        """Tell whether the organisation is so small that one person may wear two hats; False when not stated."""
        return self.org_size is not None and self.org_size <= rubrics.data.scoring.small_org

    def rivals(self, rubrics: Rubrics) -> tuple[str, ...]:
        """Return the practices, of other families that are present, with about as much of the work as the primary.

        None where the primary's own family is not present: it stands on skills alone.
        """
        shares, family_of = self.profile.shares, rubrics.family_of
        primary = self.profile.primary
        present = self.jobs(rubrics)
        if family_of[primary] not in present:
            return ()
        return tuple(
            p
            for p in sorted(PRACTICES, key=lambda p: -shares[p])
            if abs(shares[p] - shares[primary]) <= rubrics.data.advice.tie
            and family_of[p] != family_of[primary]
            and family_of[p] in present
        )

    def hats(self, rubrics: Rubrics) -> tuple[str, ...]:
        """Return the primary practice and the largest practice of another family that is present, if there is one."""
        shares, family_of = self.profile.shares, rubrics.family_of
        primary, present = self.profile.primary, self.jobs(rubrics)
        others = [p for p in PRACTICES if family_of[p] != family_of[primary] and family_of[p] in present]
        return (primary, *sorted(others, key=lambda p: -shares[p])[:1])

    def lead(self, rubrics: Rubrics) -> LeadKind:
        """Say how large the primary practice is: ``tied`` with others, ``most`` of the work, the largest ``part``, or the
        first of the five ``beside`` more work of other functions.
        """
        if self.rivals(rubrics):
            return "tied"
        shares = self.profile.shares
        share = shares[self.profile.primary]
        return "most" if share >= 0.5 else "beside" if shares["other"] > share else "part"

    def strong_practices(self, least: int) -> int:
        """Count the practices (of five) that hold at least ``least`` duty lines."""
        return sum(1 for s in self.profile.sums if s.practice != "other" and s.duties + s.measures >= least)


def holds(when: When, facts: Facts, rubrics: Rubrics) -> bool:
    """Tell whether every condition that ``when`` gives holds."""
    return all(_conditions(when, facts, rubrics))


def _conditions(when: When, facts: Facts, rubrics: Rubrics) -> Iterator[bool]:
    """Yield each condition that ``when`` gives, true or false; a condition that is not given is not asked."""
    profile, evidence = facts.profile, facts.evidence
    if when.families_at_least is not None:
        yield len(facts.jobs(rubrics)) >= when.families_at_least
    if when.families_at_most is not None:
        yield len(facts.jobs(rubrics)) <= when.families_at_most
    if when.practices_at_least is not None:
        yield facts.strong_practices(rubrics.data.scoring.practice_lines) >= when.practices_at_least
    if when.primary:
        yield profile.primary in when.primary
    if when.not_primary:
        yield profile.primary not in when.not_primary
    if when.present:
        yield any(f in profile.present for f in when.present)
    if when.absent:
        yield not any(f in profile.present for f in when.absent)
    if when.practice_lines:
        yield any(s.duties and s.practice in when.practice_lines for s in profile.sums)
    if when.no_lines:
        yield not any(s.duties and s.practice in when.no_lines for s in profile.sums)
    for practice, share in when.share_at_least.items():
        yield profile.shares[practice] >= share
    if when.title:
        yield facts.title_practice in when.title
    if when.mismatch is not None:
        yield profile.mismatch is when.mismatch
    if when.bundled is not None:
        yield profile.bundled is when.bundled
    if when.duties_at_least is not None:
        yield profile.duties >= when.duties_at_least
    if when.has_measures is not None:
        yield any(line.kind == "measure" for line in facts.lines) is when.has_measures
    if when.several_ads is not None:
        yield bool(facts.others) is when.several_ads
    if when.friend is not None:
        yield (facts.friend is not None) is when.friend
    if when.has:
        yield sum(e in evidence for e in when.has) >= when.has_at_least
    if when.has_all:
        yield all(e in evidence for e in when.has_all)
    if when.lacks:
        yield not any(e in evidence for e in when.lacks)
    if when.any_of:
        yield any(holds(w, facts, rubrics) for w in when.any_of)


def _named(when: When, rubrics: Rubrics) -> Iterator[str]:
    """Yield the evidence that ``when`` rests on, itself and below."""
    yield from when.has
    yield from when.has_all
    if when.friend:
        yield from (f.id for f in rubrics.data.false_friends)
    for other in when.any_of:
        yield from _named(other, rubrics)


def evidence_of(when: When, facts: Facts, rubrics: Rubrics) -> set[int]:
    """Return the lines of the cues, marks and false friends that ``when`` names."""
    return {i for id_ in _named(when, rubrics) for i in facts.evidence.get(id_, ())}


def _asked(when: When) -> Iterator[str]:
    """Yield the practices whose own lines or share ``when`` asks about."""
    yield from when.practice_lines
    yield from when.share_at_least
    for other in when.any_of:
        yield from _asked(other)


def _lines(rule: FindingRule, facts: Facts, rubrics: Rubrics) -> tuple[int, ...]:
    """Return the lines that a finding quotes, in the order of the ad."""
    found = evidence_of(rule.when, facts, rubrics) if "marks" in rule.lines else set()
    present = set(facts.jobs(rubrics)) if "families" in rule.lines else set()
    asked = set(_asked(rule.when))
    for i, line in enumerate(facts.lines):
        if not line.is_work:
            continue
        if any(i in facts.evidence.get(mark, ()) for mark in rule.spares):
            continue
        if present & {rubrics.family_of[p] for p in line.practices}:
            found.add(i)
        # A line of this job that touches another department's is no evidence for what belongs there.
        wanted = asked & set(line.practices) - (
            {"other"} if facts.profile.primary in line.practices else set()
        )
        if "practices" in rule.lines and wanted:
            found.add(i)
        if "measures" in rule.lines and line.kind == "measure":
            found.add(i)
        if "primary" in rule.lines and facts.profile.primary in line.practices:
            found.add(i)
    return tuple(sorted(found))


def findings_of(facts: Facts, rubrics: Rubrics) -> tuple[Finding, ...]:
    """Return the findings, most severe first; in a small organisation some are softened."""
    small = facts.small(rubrics)
    raised = [rule for rule in rubrics.data.findings if holds(rule.when, facts, rubrics)]
    replaced = {id_ for rule in raised for id_ in rule.replaces}
    words = _words(facts, rubrics)
    found: list[Finding] = []
    for rule in raised:
        if rule.id in replaced:
            continue
        softened = small and rule.small is not None and not set(rule.small_unless) & set(facts.evidence)
        said = dict.fromkeys(w for id_ in _named(rule.when, rubrics) for w in facts.found.get(id_, ()))
        words["found"] = joined([f"“{w}”" for w in said])
        next_step = rule.small_next_step if softened and rule.small_next_step else rule.next_step
        found.append(
            Finding(
                id=rule.id,
                severity=rule.small if softened and rule.small else rule.severity,
                title=rule.title.format(**words),
                why=rule.why.format(**words),
                sources=rule.sources,
                lines=_lines(rule, facts, rubrics),
                next_step=next_step.format(**words),
                softened=softened,
            )
        )
    return tuple(sorted(found, key=lambda f: _GRAVITY[f.severity]))


def _words(facts: Facts, rubrics: Rubrics) -> dict[str, str]:
    """The words that a finding's text may use in braces."""
    present: Sequence[str] = facts.jobs(rubrics)
    names = [rubrics.practices[facts.leader(f, rubrics)].name for f in present]  # type: ignore[index]
    primary = facts.profile.primary
    known = primary in rubrics.practices
    work = rubrics.practices[primary].name.lower() if known else "work of another profession"  # type: ignore[index]
    return {
        "title": spoken(facts.title, rubrics) if facts.title else "this role",
        "count": number_word(len(present)),
        "Count": number_word(len(present)).capitalize(),
        "families": joined([n.lower() for n in names]),
        "primary": work,
        "hats": joined([rubrics.practices[p].name.lower() for p in facts.hats(rubrics)]) if known else "",  # type: ignore[index]
        "friend": facts.friend.name if facts.friend else "",
        "others": joined([f"“{t}”" for t in facts.others]),
        "size": str(facts.org_size or ""),
    }
