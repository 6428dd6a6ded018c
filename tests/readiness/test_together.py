"""Answers put together: a median short of a gate's opener, what one person doesn't know, whose hours are told."""

import advisor
from advisor.readiness.model import Readiness
from tests.readiness.made import SHIPPED, all_at, cautions

UNKNOWN = ("A3", "B4", "C2", "D2", "E4", "F1", "G2", "H2", "H3")


def pair() -> Readiness:
    dee = all_at(4, C1=1, B2=0, C3=0, **dict.fromkeys(UNKNOWN, "dont-know"))
    return advisor.assess_readiness({"Dee": dee, "Bo": all_at(4, C1=2, B2=3)})


def test_a_median_below_the_opener_keeps_the_gate_shut() -> None:
    found = pair()
    assert found.item("C1").answer == found.item("B2").answer == 1.5
    assert {g.id for g in found.gates} == {"C1", "B2"}
    assert found.verdict.band == "not_yet"
    low = SHIPPED.items["C1"].low.do
    assert next(a.what for a in found.actions if a.item == "C1") == low


def test_a_median_at_the_opener_opens_the_gate() -> None:
    people = {"Dee": all_at(4, C1=1), "Bo": all_at(4, C1=3)}
    assert advisor.assess_readiness(people).gates == ()


def test_what_one_person_does_not_know_is_told_and_is_no_strength() -> None:
    found = pair()
    assert not {s.item for s in found.strengths} & set(UNKNOWN)
    assert "A1" in {s.item for s in found.strengths}
    (said,) = [c for c in found.cautions if c.kind == "unsure"]
    assert said.name == "Dee"
    assert "9 of 29" in said.says
    assert all(SHIPPED.items[i].name in said.says for i in UNKNOWN)


def test_one_of_a_crowd_not_knowing_leaves_the_strength() -> None:
    crowd = {f"P{n}": all_at(4, D2="dont-know" if n == 0 else 4) for n in range(5)}
    assert "D2" in {s.item for s in advisor.assess_readiness(crowd).strengths}


def test_a_crowd_that_does_not_know_is_told_in_few_lines() -> None:
    crowd = {f"P{n:02}": all_at(4, D2="dont-know") for n in range(20)}
    said = [c for c in advisor.assess_readiness(crowd).cautions if c.kind == "unsure"]
    assert len(said) == 7
    assert said[-1].name == "14 more people"


def test_one_person_is_not_told_what_the_score_already_says() -> None:
    alone = advisor.assess_readiness({"Dee": all_at(4, D2="dont-know")})
    assert cautions(alone) == []


def test_protected_hours_are_those_of_the_combined_answer() -> None:
    hours = pair().staffing
    assert hours.have == 6.5
    assert hours.gap.startswith("Your answers together")
    alone = advisor.assess_readiness({"Dee": all_at(4, C1=1)}).staffing
    assert alone.gap == "You have at most 4 hours for it; you need at least 9 more."
