"""What one of several says is never told as a fact; what was left blank is never told as an answer."""

from typing import Any

import pytest

import advisor
from advisor.readiness.model import Readiness
from advisor.report.readiness_view import readiness_view
from tests.readiness.made import IDS, SHIPPED, all_at


def judged(*people: dict[str, Any], **more: Any) -> Readiness:
    return advisor.assess_readiness({f"Person {n}": a for n, a in enumerate(people)}, **more)


def test_what_one_of_two_says_is_told_as_that_and_caps_all_the_same() -> None:
    result = judged(all_at(3), all_at(3, A1=0))
    assert result.verdict.band == "not_yet"
    assert result.verdict.sentence == (
        "Wait: 1 of 2 says that no group of people is known to want this yet (settle that first)."
    )
    assert result.gates[0].some
    both = judged(all_at(3, A1=1), all_at(3, A1=0))
    assert both.verdict.sentence == "Wait: no group of people is known to want this yet."
    assert not both.gates[0].some


def test_who_does_not_know_is_not_counted_among_those_who_say_it() -> None:
    result = judged(all_at(3, B1=0), all_at(3, B1="dont-know"))
    assert "1 of 2 says that no senior sponsor acts for it" in result.verdict.sentence


@pytest.mark.parametrize("nothing", ["dont-know", "not-applicable"])
def test_there_is_nothing_to_settle_with_who_says_nothing(nothing: str) -> None:
    assert judged(all_at(3, E1=0), all_at(3, E1=nothing)).verdict.sentence.endswith(
        "the space has no rules of its own."
    )
    assert not judged(all_at(3, E1=0), all_at(3, E1=nothing)).gates[0].some
    assert judged(all_at(3, E1=0), all_at(3, E1=nothing), all_at(3)).verdict.sentence.endswith(
        "(settle that first)."
    )


def test_those_to_whom_it_does_not_apply_are_not_counted() -> None:
    result = judged(all_at(3, C3=0), all_at(3, C3=0), all_at(3, C3="not-applicable"))
    assert result.verdict.sentence == "Start with a pilot: nobody can step in for the lead."


def test_several_of_many_agree_in_number_and_are_settled_together() -> None:
    low = all_at(3, A1=0, B1=1)
    result = judged(low, low, all_at(3))
    assert result.verdict.sentence == (
        "Wait: 2 of 3 say that no group of people is known to want this yet, "
        "and 2 of 3 say that no senior sponsor acts for it (settle these first)."
    )
    more = judged(all_at(3, A1=0, B1=0, C1=0), all_at(3, B1=1, C1=0))
    assert more.verdict.sentence.endswith(
        "no group of people is known to want this yet (settle that first), and 1 more."
    )


def test_a_blank_is_no_answer_in_any_sentence() -> None:
    given = {i: 3 for i in IDS if i not in ("E1", "C4")}
    result = judged(given, blanks=True)
    (gate,) = readiness_view(result).gates
    assert (gate.name, gate.said) == ("Rules", "Nobody has answered this yet.")
    assert result.item("C4").label == "No answer"
    assert result.item("C4").answers[0].label == "No answer"
    told = judged({**given, "E1": "dont-know"}, blanks=True)
    assert readiness_view(told).gates[0].said == "The answer was “Don’t know”."


def test_blanks_and_dont_knows_count_alike() -> None:
    people = [{i: 3 for i in IDS if i != "E1"}, all_at(3, E1="dont-know"), all_at(3)]
    result = judged(*people, blanks=True)
    assert result.item("E1").answer == "dont-know"
    assert result.item("E1").label == "Don’t know"
    assert {g.label for g in result.item("E1").answers} == {
        SHIPPED.items["E1"].levels[3],
        "Don’t know",
        "No answer",
    }
    assert result.find_out[0].item == "E1"


def test_without_a_verdict_no_section_is_called_weak() -> None:
    result = judged(all_at("dont-know", A2=3))
    assert result.verdict.band == "none"
    assert not any(s.below_floor for s in result.sections)
    assert judged(all_at(0)).sections[0].below_floor


def test_no_protected_hours_are_not_up_to_none() -> None:
    assert judged(all_at(3, C1=0)).staffing.gap == "No hours are protected; you need 13 a week."
    assert judged(all_at(3, C1=1)).staffing.gap.startswith(
        "You have at most 4 hours for it; you need at least 9 more."
    )
