"""Answers that hardly go together are told, and so is one person who finds everything at its best."""

from __future__ import annotations

import pytest

from advisor.report import build_report, to_markdown
from advisor.rubrics.models.readiness import TOP, Tension
from tests.report.made import DATE

from .made import SHIPPED, all_at, judged

MIDDLE = 2


def told(kind: str, *people: dict[str, object]) -> list[str]:
    return [c.says for c in judged(*people).cautions if c.kind == kind]


@pytest.mark.parametrize("rule", SHIPPED.data.tensions, ids=lambda rule: rule.id)
def test_a_tension_is_told_from_its_levels_on(rule: Tension) -> None:
    at = {rule.high: rule.least, rule.low: rule.most}
    assert rule.says in told("tension", all_at(MIDDLE, **at))
    assert rule.says not in told("tension", all_at(MIDDLE, **{**at, rule.low: rule.most + 1}))
    assert rule.says not in told("tension", all_at(MIDDLE, **{**at, rule.high: rule.least - 1}))
    assert rule.says not in told("tension", all_at(MIDDLE, **{**at, rule.low: "dont-know"}))


def test_answers_all_alike_have_no_tension() -> None:
    for level in range(TOP + 1):
        assert told("tension", all_at(level)) == []


def test_both_questions_are_named_on_paper() -> None:
    report = build_report(readiness=judged(all_at(MIDDLE, C1=4, C2=0)), date=DATE)
    assert "**Protected hours and Funding.** Hours are said to be protected" in to_markdown(report)


def test_one_person_who_finds_everything_at_its_best() -> None:
    (said,) = told("spotless", all_at(TOP))
    assert f"to {len(SHIPPED.items)} of {len(SHIPPED.items)} questions" in said
    assert told("spotless", all_at(TOP, A1=3, B1=3, C1=3)) == []
    assert told("spotless", all_at(TOP), all_at(TOP)) == []
