"""A case that a check found, told in the rubric's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from advisor.rubrics.models.structures import FILLS, OrgFindingRule, OrgFindingSays
from advisor.wording import upper_first

from .doubts import volunteers
from .result import OrgFinding, OrgRole


class Case(NamedTuple):
    """One time that a check applies: what it is about, roles, words to fill in, whether it is told of several roles, and
    whether it rests on nothing but what was left unsaid. ``aside`` is one more sentence behind why it matters."""

    topic: str
    roles: tuple[int, ...]
    fill: dict[str, str]
    evidence: tuple[str, ...] = ()
    many: bool = False
    unsaid: bool = False
    aside: str = ""


def _owner(rule: OrgFindingRule, roles: Sequence[OrgRole]) -> str:
    """Return who is to do it: the one role whose title and main work are the practice that the rule names."""
    main = [
        r
        for r in roles
        if r.title_practice == rule.owner_practice and r.levels[r.title_practice] in ("most", "all")
    ]
    return main[0].label if len(main) == 1 and not volunteers(main[0].draft.title) else rule.owner


def told_by(rule: OrgFindingRule, case: Case, roles: Sequence[OrgRole], *, small: bool) -> OrgFinding:
    """Return the finding that a rule makes of a case; ``small``: in a small organisation."""
    fill = dict.fromkeys(FILLS, "") | case.fill

    def said(text: str) -> str:
        return upper_first(text.format(**fill))

    severity = rule.small if small else rule.severity
    says: OrgFindingSays = rule
    if case.unsaid and rule.unsaid:
        severity, says = rule.unsaid.severity, rule.unsaid
    title, brief, next_step = says.title, says.brief, says.next_step
    if case.many:
        title, brief = rule.title_many or title, rule.brief_many or brief
        next_step = rule.next_step_many or next_step
    return OrgFinding(
        rule.id,
        case.topic,
        severity,
        said(title),
        brief.format(**fill),
        said(says.why) + case.aside,
        said(next_step),
        rule.window,
        _owner(rule, roles),
        rule.done,
        rule.sources,
        case.roles,
        case.evidence,
        small and severity != rule.severity and not case.unsaid,
    )
