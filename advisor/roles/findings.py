"""Profile and marks → findings, by the rules of ``rubrics/findings.yaml``. No finding without a next step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.rubrics.models import FindingRule, When

from .model import Finding, Line, Profile

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics

_GRAVITY = {"blocking": 0, "serious": 1, "advice": 2}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules may ask about. ``evidence`` maps a cue, mark or false friend to its lines.

    A mark found in the title only has no lines; it is in ``evidence`` with an empty tuple.
    """

    profile: Profile
    title: str
    title_practice: str
    org_size: int | None
    lines: tuple[Line, ...]
    evidence: dict[str, tuple[int, ...]]
    friend_name: str = ""

    def strong_practices(self, least: int) -> int:
        """Count the practices (of five) that hold at least ``least`` duty lines."""
        return sum(1 for s in self.profile.sums if s.practice != "other" and s.duties + s.measures >= least)


def holds(when: When, facts: Facts, practice_lines: int) -> bool:
    """Tell whether every condition that ``when`` gives holds."""
    profile, evidence = facts.profile, facts.evidence
    families = len(profile.present)
    measures = any(line.kind == "measure" for line in facts.lines)
    checks: list[bool] = []
    if when.families_at_least is not None:
        checks.append(families >= when.families_at_least)
    if when.families_at_most is not None:
        checks.append(families <= when.families_at_most)
    if when.practices_at_least is not None:
        checks.append(facts.strong_practices(practice_lines) >= when.practices_at_least)
    if when.primary:
        checks.append(profile.primary in when.primary)
    if when.not_primary:
        checks.append(profile.primary not in when.not_primary)
    if when.present:
        checks.append(any(f in profile.present for f in when.present))
    if when.practice_lines:
        checks.append(any(s.duties and s.practice in when.practice_lines for s in profile.sums))
    if when.title:
        checks.append(facts.title_practice in when.title)
    if when.mismatch is not None:
        checks.append(profile.mismatch is when.mismatch)
    if when.bundled is not None:
        checks.append(profile.bundled is when.bundled)
    if when.has:
        checks.append(any(e in evidence for e in when.has))
    if when.has_all:
        checks.append(all(e in evidence for e in when.has_all))
    if when.lacks:
        checks.append(not any(e in evidence for e in when.lacks))
    if when.duties_at_least is not None:
        checks.append(profile.duties >= when.duties_at_least)
    if when.has_measures is not None:
        checks.append(measures is when.has_measures)
    if when.any_of:
        checks.append(any(holds(w, facts, practice_lines) for w in when.any_of))
    return all(checks)


def _named(when: When) -> Iterable[str]:
    yield from when.has
    yield from when.has_all
    for other in when.any_of:
        yield from _named(other)


def _lines(rule: FindingRule, facts: Facts, rubrics: Rubrics) -> tuple[int, ...]:
    """Return the lines that a finding quotes, in the order of the ad."""
    found: set[int] = set()
    family_of = {p.practice: p.family for p in rubrics.data.practices}
    for what in rule.lines:
        if what == "marks":
            for id_ in _named(rule.when):
                found.update(facts.evidence.get(id_, ()))
            continue
        for i, line in enumerate(facts.lines):
            families = {family_of[p] for p in line.practices}  # type: ignore[index]
            if what == "families" and line.kind in ("duty", "measure") and families & set(facts.profile.present):
                found.add(i)
            elif what == "practices" and line.kind == "duty" and set(line.practices) & set(rule.when.practice_lines):
                found.add(i)
            elif what == "measures" and line.kind == "measure":
                found.add(i)
            elif what == "primary" and line.kind == "duty" and facts.profile.primary in line.practices:
                found.add(i)
    return tuple(sorted(found))


def findings_of(facts: Facts, rubrics: Rubrics) -> tuple[Finding, ...]:
    """Return the findings, most severe first; in a small organisation some are softened."""
    small = facts.org_size is not None and facts.org_size <= rubrics.data.scoring.small_org
    least = rubrics.data.scoring.practice_lines
    raised = [rule for rule in rubrics.data.findings if holds(rule.when, facts, least)]
    replaced = {id_ for rule in raised for id_ in rule.replaces}
    words = _words(facts, rubrics)
    found: list[Finding] = []
    for rule in raised:
        if rule.id in replaced:
            continue
        softened = small and rule.small is not None
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
    numbers = ("no", "one", "two", "three", "four", "five")
    present: Sequence[str] = facts.profile.present
    names = [rubrics.practices[f].name for f in present]  # type: ignore[index]
    primary = facts.profile.primary
    job = rubrics.practices[primary].job if primary in rubrics.practices else "work of another profession"  # type: ignore[index]
    return {
        "title": facts.title or "this role",
        "count": numbers[len(present)],
        "Count": numbers[len(present)].capitalize(),
        "families": _and([n.lower() for n in names]),
        "primary": job,
        "friend": facts.friend_name,
        "size": str(facts.org_size or ""),
    }


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""
