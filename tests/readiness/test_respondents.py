"""Several respondents: medians, spread, what the median hides; and one answer changed."""

import copy
import time
from typing import Any

import pytest

import advisor
from advisor.errors import InputError
from advisor.readiness.assess import what_if
from tests.readiness.made import IDS, SHIPPED, all_at


@pytest.mark.parametrize(
    ("answers", "combined"),
    [
        ([2, 4], 3),
        ([1, 2], 1.5),
        ([0, 4, 4], 4),
        ([3, "dont-know"], 3),
        ([3, "dont-know", "dont-know"], "dont-know"),
        ([3, "not-applicable", "not-applicable"], 3),
        (["dont-know", "not-applicable"], "dont-know"),
        (["not-applicable", "not-applicable"], "not-applicable"),
    ],
)
def test_answers_are_combined(answers: list[Any], combined: float | str) -> None:
    people = {f"P{n}": all_at(3, D2=a) for n, a in enumerate(answers)}
    found = advisor.assess_readiness(people).item("D2")
    assert found.answer == combined
    assert sum(g.people for g in found.answers) == len(answers)
    if combined == 1.5:
        assert found.label == "Between ‘Dashboard counts’ and ‘Counts and anecdotes’"


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ([0, 3], "Between ‘None’ and ‘Retention, plus stories or a survey’"),
        ([0, 2], "Between ‘None’ and ‘Counts and anecdotes’"),  # the middle is a level, but nobody’s
        ([0, 0, 4, 4], "Between ‘None’ and ‘Baselines, reviewed with members’"),
        ([0, 2, 4], "Counts and anecdotes"),
        ([3, 3], "Retention, plus stories or a survey"),
        ([0, 3, "dont-know"], "Between ‘None’ and ‘Retention, plus stories or a survey’"),
    ],
)
def test_a_middle_that_nobody_gave_is_told_as_what_was_said(answers: list[Any], label: str) -> None:
    people = {f"P{n}": all_at(3, D2=a) for n, a in enumerate(answers)}
    assert advisor.assess_readiness(people).item("D2").label == label


@pytest.mark.parametrize(
    ("answers", "low"), [([1, 3], True), ([0, 4], True), ([2, 2], False), ([2, 3], False), ([1, 2, 4], False)]
)
def test_the_plan_starts_from_what_somebody_said(answers: list[int], low: bool) -> None:
    people = {f"P{n}": all_at(4, C3=a) for n, a in enumerate(answers)}
    (action,) = [a for a in advisor.assess_readiness(people).actions if a.item == "C3"]
    item = SHIPPED.items["C3"]
    assert action.what == (item.low if low else item.middle).do


@pytest.mark.parametrize(("answers", "strong"), [([2, 4], False), ([3, 4], True), ([1, 3, 4], True)])
def test_a_middle_between_weak_and_strong_is_no_strength(answers: list[int], strong: bool) -> None:
    people = {f"P{n}": all_at(3, E1=a) for n, a in enumerate(answers)}
    result = advisor.assess_readiness(people)
    agreed = max(answers) - min(answers) < SHIPPED.data.rules.spread
    assert ("E1" in {s.item for s in result.strengths}) is (strong and agreed)
    assert all(("still" in c.says) is strong for c in result.conditions if c.item == "E1")


@pytest.mark.parametrize(("apart", "found"), [(1, False), (2, True), (4, True)])
def test_two_levels_apart_are_a_finding(apart: int, found: bool) -> None:
    result = advisor.assess_readiness({"Sponsor": all_at(4), "Lead": all_at(4, D2=4 - apart)})
    assert [s.item for s in result.spread] == (["D2"] if found else [])
    assert result.item("D2").spread == apart
    if found:
        spread = result.spread[0]
        assert (spread.low, spread.high, spread.levels) == (4 - apart, 4, apart)
        assert "Lead said" in spread.says
        assert "Sponsor said" in spread.says
        assert [(g.answer, g.names) for g in spread.answers] == [(4 - apart, ("Lead",)), (4, ("Sponsor",))]


def test_the_widest_spread_comes_first_and_a_crowd_is_counted() -> None:
    people = {f"P{n}": all_at(4) for n in range(6)}
    people["Low"] = all_at(4, D2=1, B2=2, D3=2)
    spread = advisor.assess_readiness(people).spread
    assert [s.item for s in spread] == ["D2", "B2", "D3"]
    assert "6 people said" in spread[0].says


def test_somebody_at_a_gate_is_heard_though_the_median_passes() -> None:
    result = advisor.assess_readiness({"A": all_at(3), "B": all_at(3), "C": all_at(3, B1=1)})
    assert result.gates == ()
    assert [(c.kind, c.item) for c in result.cautions] == [("watch", "B1")]
    assert "C put this" in result.cautions[0].says


def test_disagreement_on_whether_it_applies_is_said() -> None:
    result = advisor.assess_readiness({"A": all_at(3), "B": all_at(3, F3="not-applicable")})
    assert [(c.kind, c.item) for c in result.cautions] == [("applies", "F3")]


def test_many_respondents_are_quick_and_too_many_are_refused_at_once() -> None:
    crowd = {f"P{n}": all_at(n % 5) for n in range(500)}
    start = time.perf_counter()
    result = advisor.assess_readiness(crowd)
    assert time.perf_counter() - start < 3
    assert result.item("A1").answer == 2
    with pytest.raises(InputError) as caught:
        advisor.assess_readiness({f"P{n}": {} for n in range(10_000)})
    assert caught.value.code == "too-many-respondents"
    assert "10,000" in caught.value.message


def test_what_if_moves_the_verdict_and_changes_nothing_given() -> None:
    answers = {"Ana": all_at(4, B1=0)}
    kept = copy.deepcopy(answers)
    changed = what_if(answers, "b1", 3)
    assert (changed.before.verdict.band, changed.after.verdict.band) == ("not_yet", "ready")
    assert answers == kept
    assert changed.before == advisor.assess_readiness(answers)
    assert changed.after == advisor.assess_readiness({"Ana": all_at(4, B1=3)})


def test_what_if_changes_everybody_or_one() -> None:
    people = {"Ana": all_at(4, B1=0), "Ben": all_at(4, B1=0)}
    assert what_if(people, "B1", 4).after.item("B1").answer == 4
    one = what_if(people, "B1", 4, respondent="ana")
    assert one.after.item("B1").answer == 2
    assert what_if(people, "B1", "dont-know").after.find_out[0].item == "B1"


@pytest.mark.parametrize(
    ("item", "answer", "respondent", "code"),
    [
        ("B9", 3, None, "unknown-item"),
        ("B1", 5, None, "answer"),
        ("B1", "", None, "answer"),
        ("B1", "perhaps", None, "answer"),
        ("B1", 3, "Cy", "respondent"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(
    item: str, answer: int | str, respondent: str | None, code: str
) -> None:
    with pytest.raises(InputError) as caught:
        what_if({"Ana": all_at(4)}, item, answer, respondent=respondent)
    assert caught.value.code == code


def test_the_result_is_plain_json_and_whole() -> None:
    found = advisor.assess_readiness({"Ana": all_at(2)}, context=["minors"]).to_dict()
    assert found["schema"] == "advisor.readiness/1"
    assert {"score", "verdict", "gates", "sections", "spread", "actions"} <= found.keys()
    assert [i["id"] for i in found["items"]] == list(IDS)
    assert found["verdict"]["band"] == "prepare"
    assert found["context"] == [{"id": "minors", "name": "Children or young people may take part"}]
