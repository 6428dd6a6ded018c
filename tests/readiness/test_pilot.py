"""A pilot comes with conditions, a plan and what lifts it; no other verdict does."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import advisor
from advisor.readiness.model import Readiness
from advisor.report import build_report, to_markdown
from advisor.report.readiness_text import to_text
from tests.readiness.made import FLAGS, IDS, SHIPPED, all_at
from tests.report.made import DATE


def assessed(level: int | str = 3, context: tuple[str, ...] = (), **changes: Any) -> Readiness:
    return advisor.assess_readiness({"Ana": all_at(level, **changes)}, context=context)


def test_a_pilot_by_score_has_conditions_a_plan_and_a_way_up() -> None:
    result = assessed()
    assert result.verdict.band == "pilot"
    assert len(result.conditions) == SHIPPED.data.pilot.most
    assert [w.id for w, _ in result.plan()] == ["first", "second", "third"]
    assert all(a.item == "" for a in result.actions)
    rise = result.rise
    assert rise is not None
    assert (rise.to, "80 of 100" in rise.says) == ("ready", True)
    for face in (to_text(result, SHIPPED), to_markdown(build_report(readiness=result, date=DATE))):
        flat = " ".join(face.split())
        assert all(c.says in flat for c in result.conditions)
        assert rise.raises[0].label in flat


def test_the_lowest_answers_behind_a_gate_are_the_conditions() -> None:
    result = assessed(E1=2, C3=1)
    assert [c.item for c in result.conditions[:2]] == ["C3", "E1"]
    assert SHIPPED.items["C3"].low.done in result.conditions[0].says
    assert SHIPPED.items["E1"].middle.done in result.conditions[1].says
    assert result.actions[0].item == "C3"
    unknown = assessed(4, H1="dont-know").conditions[0]
    assert (unknown.item, SHIPPED.data.says.find_out_done in unknown.says) == ("H1", True)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({i: st.sampled_from((1, 2, 3, 3, 4, "dont-know")) for i in IDS}), st.booleans())
def test_what_lifts_a_pilot_does(answers: dict[str, Any], minors: bool) -> None:
    context = FLAGS if minors else ()
    result = advisor.assess_readiness({"Ana": answers}, context=context)
    if result.verdict.band != "pilot":
        assert (result.rise, result.conditions) == (None, ())
        return
    assert result.rise is not None
    raised = {r.item: r.level for r in result.rise.raises}
    after = advisor.assess_readiness({"Ana": {**answers, **raised}}, context=context)
    assert after.verdict.by_score == "ready"
    assert all(level > (answers[i] if isinstance(answers[i], int) else 0) for i, level in raised.items())
    for item in raised:
        fewer = {**answers, **{i: level for i, level in raised.items() if i != item}}
        assert advisor.assess_readiness({"Ana": fewer}, context=context).verdict.band != "ready"


@pytest.mark.parametrize(("level", "band"), [(4, "ready"), (2, "prepare"), (0, "not_yet")])
def test_other_verdicts_have_neither(level: int, band: str) -> None:
    result = assessed(level)
    assert result.verdict.band == band
    assert (result.conditions, result.rise) == ((), None)
    assert all(a.item for a in result.actions)
