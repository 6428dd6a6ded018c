"""What to do: order, windows, owners; and the hours a week with their assumptions."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import advisor
from advisor.errors import InputError
from advisor.readiness.judge import KINDS
from advisor.readiness.model import Readiness
from advisor.readiness.staffing import estimate
from tests.readiness.made import FLAGS, IDS, SHIPPED, all_at


def assessed(context: tuple[str, ...] = (), **changes: Any) -> Readiness:
    return advisor.assess_readiness({"Ana": all_at(4) | changes}, context=context)


def test_actions_follow_gate_weight_and_effort() -> None:
    result = assessed(FLAGS, H1=0, F2=0, C1=0, E4=0, A3=0, D3=0, B4=0, G3=2)
    assert [(a.item, a.gate) for a in result.actions] == [
        ("C1", "hard"),
        ("F2", "launch"),
        ("H1", "soft"),
        ("E4", "conditional"),  # whoever advises on law has F2 before it
        ("B4", None),  # weight 2, small effort
        ("A3", None),  # weight 2, medium effort
        ("D3", None),
        ("G3", None),
    ]
    assert [a.order for a in result.actions] == list(range(1, 9))


def test_what_opens_no_gate_waits_while_the_verdict_does() -> None:
    waits = assessed(C1=0, G3=0)
    assert waits.verdict.band == "not_yet"
    assert [(a.item, a.window) for a in waits.actions] == [("C1", "first"), ("G3", "second")]
    opened = assessed(C1=3, G3=0)
    assert [(a.item, a.window) for a in opened.actions] == [("G3", "first")]


@settings(max_examples=80, deadline=None)
@given(
    st.fixed_dictionaries({i: st.sampled_from((0, 1, 2, 3, 4, "dont-know", "not-applicable")) for i in IDS})
)
def test_plans_keep_their_word(answers: dict[str, Any]) -> None:
    result = advisor.assess_readiness({"Ana": answers}, context=FLAGS)
    skipped = {i for i, a in answers.items() if a == "not-applicable" and SHIPPED.needed(i, FLAGS)}
    low = {i for i, a in answers.items() if a in (0, 1, 2, "dont-know")} | skipped
    own = [a for a in result.actions if a.item]
    assert {a.item for a in own} == low
    assert (len(own) < len(result.actions)) == (result.verdict.band == "pilot")
    assert {s.item for s in result.strengths} == {i for i, a in answers.items() if a in (3, 4)}
    order = [w.id for w in result.windows]
    at = [order.index(a.window) for a in result.actions]
    assert at == sorted(at)
    for owner in SHIPPED.owners:
        mine = [a for a in own if a.owner == owner]
        for window in SHIPPED.data.plan.windows:
            days = [a.days for a in mine if a.window == window.id]
            assert sum(days) <= window.days or len(days) == 1
        if result.verdict.band != "none":
            for window_id in order:
                ranks = [KINDS.index(a.gate) if a.gate else len(KINDS) for a in own if a.window == window_id]
                assert ranks == sorted(ranks)
    assert all(a.owner_name and a.done and a.what for a in result.actions)


def test_nobody_waits_for_somebody_elses_work() -> None:
    weak = assessed(FLAGS, **dict.fromkeys(IDS, 0))
    first = {a.owner for a in weak.actions if a.window == "first"}
    assert {"safety", "legal", "people", "platform", "comms"} <= first


def test_the_plan_says_what_all_of_it_comes_to() -> None:
    middling = advisor.assess_readiness({"Ana": all_at(2)}).outcome
    assert middling.startswith(
        "With all of this done and nothing lost, the answers come to 75 of 100: “Pilot”."
    )
    assert "“Hire”" in middling
    assert assessed(C1=0).outcome.endswith("“Hire”.")
    assert assessed().outcome == ""


def test_without_money_nobody_is_hired() -> None:
    assert assessed(C2=0).verdict.sentence == "Start with a pilot: no money pays for people."
    assert assessed(C2=2).verdict.band == "ready"


def test_hours_that_are_short_are_told_beside_a_verdict_to_begin() -> None:
    many = {"active_members": 5000}
    (told,) = [
        c
        for c in advisor.assess_readiness({"Ana": all_at(4, C1=3)}, staffing=many).cautions
        if c.kind == "hours"
    ]
    assert "You have at most 15 hours for it; you need at least 106 more." in told.says
    waits = advisor.assess_readiness({"Ana": all_at(4, C1=0)}, staffing=many)
    assert "hours" not in {c.kind for c in waits.cautions}


def test_windows_are_told_with_their_actions() -> None:
    plan = assessed(**dict.fromkeys(IDS, 0)).plan()
    assert [w.name for w, _ in plan] == ["0–30 days", "31–60 days", "61–90 days", "After 90 days"]
    assert all(actions for _, actions in plan)
    assert [(w.from_day, w.to_day) for w, _ in plan] == [(0, 30), (31, 60), (61, 90), (91, None)]
    assert assessed().plan() == ()


def test_low_and_middling_answers_get_their_own_advice() -> None:
    item = SHIPPED.items["D2"]
    assert assessed(D2=1).actions[0].what == item.low.do
    assert assessed(D2=2).actions[0].what == item.middle.do
    unknown = assessed(D2="dont-know").actions[0]
    assert unknown.what == f"Find out: {item.question}"
    assert unknown.owner == item.ask


def test_sections_name_their_lowest_answers() -> None:
    section = assessed(B4=0, B2=2, B3=1).sections[1]
    assert section.lowest == ("B4", "B3")
    assert (section.points, section.possible) == (12 + 6 + 3 + 0, 44)
    assert section.percent == 47


@pytest.mark.parametrize(
    ("given_", "low", "high"),
    [
        ({}, 13, 19),  # 10 to 15 hours, a quarter more at the start
        ({"stage": "settled"}, 10, 15),
        ({"stage": "settled", "active_members": 1000}, 20, 29),
        ({"stage": "settled", "active_members": 2000}, 39, 58),  # about one full-time post for 2,000 members
        ({"stage": "settled", "active_members": 2000, "minutes_per_member": 10}, 77, 116),
        ({"stage": "starting", "active_members": 1}, 13, 19),
    ],
)
def test_hours_a_week(given_: dict[str, Any], low: int, high: int) -> None:
    found = estimate(SHIPPED, given_)
    assert (found.hours_low, found.hours_high) == (low, high)
    assert found.full_time_low == round(low / 40, 1)


def test_a_seat_around_the_clock_takes_about_five_people() -> None:
    found = estimate(SHIPPED, {"cover_hours": 168})
    assert found.cover_people == 5.0
    assert "168" in found.cover
    assert estimate(SHIPPED, {"cover_hours": 0}).cover == ""


@pytest.mark.parametrize(
    ("level", "have", "short", "said"),
    [(0, 0, 13, "need 13 a week"), (2, 9, 4, "4 more"), (3, 15, 0, "lower figure"), (4, 40, 0, "cover this")],
)
def test_protected_hours_are_held_against_the_need(level: int, have: int, short: int, said: str) -> None:
    found = assessed(C1=level).staffing
    assert (found.have, found.short) == (have, short)
    assert said in found.gap
    assert assessed(C1="dont-know").staffing.have is None


def test_every_assumption_has_a_value_and_a_source() -> None:
    found = estimate(SHIPPED)
    assert {a.id for a in found.assumptions} >= {"small", "minutes_per_member", "stage", "full_time_hours"}
    for assumption in found.assumptions:
        assert assumption.name
        assert assumption.value
        assert set(assumption.sources) <= SHIPPED.sources.keys()
    assert "dewald-2026" in next(a.sources for a in found.assumptions if a.id == "small")


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"active_members": 0}, "active_members"),
        ({"active_members": 10**9}, "1,000,000"),
        ({"active_members": "many"}, "active_members"),
        ({"active_members": True}, "active_members"),
        ({"active_members": 2.5}, "whole number"),
        ({"minutes_per_member": float("nan")}, "minutes_per_member"),
        ({"cover_hours": 169}, "168"),
        ({"stage": "later"}, "no stage"),
        ({"stage": ["starting"]}, "no stage"),
        ({"member": 3}, "active_members"),
        ([], "not names with values"),
    ],
)
def test_figures_that_do_not_fit_are_refused(given_: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        estimate(SHIPPED, given_)
    assert caught.value.code == "staffing"
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        (1, "1 hour a week takes about 0.03 of a full-time post"),
        (20, "0.6 of a"),
        (33, "about 1 full-time post,"),
        (40, "1.2 full-time posts"),
    ],
)
def test_one_is_not_said_as_many(cover: float, said: str) -> None:
    found = estimate(SHIPPED, {"cover_hours": cover, "active_members": 1})
    assert said in found.cover
    assert "about 1 active member (" in found.says
