"""What the result says of gates, hours and don't-knows is what people answered, no more."""

from typing import Any

import advisor
from advisor.report.readiness_view import GateView, readiness_view
from tests.readiness.made import SHIPPED, all_at, judged

SAYS = SHIPPED.data.says
NEEDED = ("A1", "A2", "B1", "B2", "B3", "C1", "E1", "E2", "E3", "F2")


def gate(result: advisor.Readiness, id_: str) -> GateView:
    return next(g for g in readiness_view(result).gates if g.id == id_)


def test_a_score_that_holds_the_verdict_too_is_told() -> None:
    result = judged(all_at(2), context=("minors",))
    assert result.verdict.meaning.startswith("The score alone, 50 of 100, says the same.")
    assert gate(result, "E3").next == "The verdict moves when the score reaches 60 too."
    low = judged({**all_at(0), **dict.fromkeys(NEEDED, 2), "C1": 3, "A1": 0})
    assert low.verdict.band == "not_yet"
    assert "The score alone" in low.verdict.meaning
    assert "the score reaches 40" in gate(low, "A1").next


def test_a_score_that_allows_more_is_not_blamed() -> None:
    result = judged(all_at(4, A1=0, B1=0))
    assert "The score alone" not in result.verdict.meaning
    assert gate(result, "A1").next == SAYS.then_others
    both = judged(all_at(1))
    assert gate(both, "A1").next == "The verdict moves when the other gates open and the score reaches 40."


def test_what_most_dont_know_but_one_does_is_not_called_unknown() -> None:
    result = judged(all_at(4), all_at(4, B1="dont-know"), all_at(4, B1="dont-know"))
    assert result.verdict.sentence == "Wait: “Sponsor” is not known to 2 of 3."
    assert "2 of 3 don’t know" in result.actions[0].what
    said = gate(result, "B1").said
    assert said.startswith("2 of 3 don’t know.")
    assert SHIPPED.items["B1"].levels[4] in said
    nobody = judged(all_at(4, B1="dont-know"))
    assert nobody.verdict.sentence == "Wait: “Sponsor” is not known."


def test_where_too_little_applies_the_advice_is_to_look_at_that_again() -> None:
    verdict = judged({**all_at("not-applicable"), **dict.fromkeys(NEEDED, 4)}).verdict
    assert verdict.sentence == SAYS.none_applies
    assert (verdict.meaning, verdict.review) == (SAYS.applies_meaning, SAYS.applies_review)
    assert judged(all_at("dont-know")).verdict.review == SAYS.none_review


def test_a_raised_gate_says_what_people_answered() -> None:
    improvise = judged(all_at(4), all_at(4, E3=2), context=("minors",))
    written = "the route for serious harm is not written down"
    assert judged(all_at(4, E3=2), context=("minors",)).verdict.sentence == f"Prepare first: {written}."
    assert judged(all_at(4, E3=0), context=("minors",)).verdict.sentence == (
        "Prepare first: there is no route for serious harm."
    )
    assert improvise.verdict.band == "ready" or written in improvise.verdict.sentence


def test_one_answer_does_not_speak_for_those_who_say_it_does_not_apply() -> None:
    people: list[dict[str, Any]] = [all_at(4, H1="not-applicable"), all_at(4, H1="not-applicable")]
    result = judged(*people, all_at(4, H1=0))
    assert result.verdict.sentence == "Start with a pilot: 1 of 3 says that one role owns too many practices."


def test_gates_open_only_by_the_middle_are_told_at_the_verdict() -> None:
    result = judged(all_at(0), all_at(4))
    assert result.verdict.meaning.startswith("16 gates are open only for some of you")
    assert "gates are open only" not in judged(all_at(4), all_at(3)).verdict.meaning
    hire = judged(all_at(4), all_at(4, A1=0)).verdict
    assert "One gate is open only" in hire.meaning
    assert hire.meaning.endswith("Hire, open or grow once that is settled, and not before.")


def test_hours_do_not_contradict_the_answer() -> None:
    whole = {"staffing": {"active_members": 10_000}}
    gap = judged(all_at(4), **whole).staffing.gap
    assert gap == "One full-time post would be 201 hours a week short of this: count the hours of your team."
    for level in (1, 2, 3):
        assert "protect" not in judged(all_at(4, C1=level), **whole).staffing.gap


def test_half_done_gates_are_named_at_the_best_verdict_only() -> None:
    hire = judged(all_at(4, E1=2, E2=2)).verdict
    assert hire.band == "ready"
    assert hire.meaning.startswith("2 answers with a gate are half done: Rules and Watching the space.")
    assert "half done" not in judged(all_at(4, A3=2)).verdict.meaning, "it has no gate"
    assert "half done" not in judged(all_at(3, E1=2)).verdict.meaning, "a pilot has it as a condition"
