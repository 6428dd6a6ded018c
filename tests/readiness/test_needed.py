"""Where “doesn't apply” is no answer: it counts as not known, caps the verdict and is told there."""

from typing import Any

import pytest

import advisor
from advisor.readiness.model import Readiness
from advisor.report.readiness_view import readiness_view
from tests.readiness.made import FLAGS, IDS, SHIPPED, all_at, cautions

NA = "not-applicable"
ALWAYS = ("A1", "A2", "B1", "B2", "B3", "C1", "E1", "E2", "E3", "F2")
WHERE = {
    "E4": FLAGS,
    "E5": ("minors", "health_or_crisis", "public_posting", "high_conflict"),
    "F3": ("ai_sanctions",),
    "F4": ("ai_sanctions",),
}


def judged(*people: dict[str, Any], context: tuple[str, ...] = ()) -> Readiness:
    return advisor.assess_readiness({f"Person {n}": a for n, a in enumerate(people)}, context=context)


def test_every_gate_that_can_stop_a_launch_needs_an_answer() -> None:
    kinds = {i.id: i.gate.kind for i in SHIPPED.data.items if i.gate}
    assert {i for i in IDS if SHIPPED.needed(i, ())} == set(ALWAYS)
    assert {i for i, kind in kinds.items() if kind in ("hard", "launch")} == set(ALWAYS)
    assert {i for i, kind in kinds.items() if kind == "conditional"} <= set(WHERE)


@pytest.mark.parametrize("flag", [None, *FLAGS])
@pytest.mark.parametrize("item", [*ALWAYS, *WHERE])
def test_skipping_it_is_no_better_than_not_knowing(item: str, flag: str | None) -> None:
    context = (flag,) if flag else ()
    skipped = judged(all_at(**{item: NA}), context=context)
    if item not in ALWAYS and flag not in WHERE[item]:
        assert (skipped.verdict.band, skipped.score.percent, cautions(skipped)) == ("ready", 100, [])
        return
    unknown = judged(all_at(**{item: "dont-know"}), context=context)
    assert skipped.verdict.band == unknown.verdict.band != "ready"
    assert skipped.score == unknown.score
    assert SHIPPED.items[item].name in skipped.verdict.meaning
    assert "is no answer" in skipped.verdict.meaning
    assert "is no answer" not in unknown.verdict.meaning
    (gate,) = readiness_view(skipped).gates
    assert gate.id == item
    assert "“Doesn’t apply” is no answer here" in gate.said
    assert skipped.item(item).label == "Doesn’t apply (no answer here)"


def test_a_space_at_risk_without_any_safety_never_hires() -> None:
    skipped = dict.fromkeys(("E1", "E2", "E3", "E4", "E5", "F2", "F3"), NA)
    result = judged(all_at(**skipped, F4=0), context=FLAGS)
    assert result.verdict.band == "none"
    assert "no answer here to 7 questions" in result.verdict.meaning
    assert {f.item for f in result.find_out} == set(skipped)


def test_where_nothing_was_taken_too_little_applies_whatever_is_found_out() -> None:
    result = judged(all_at(NA))
    assert result.verdict.sentence.startswith("No verdict: too few of these questions apply"), "no way round"
    assert "no answer here to 10 questions" in result.verdict.meaning
    few = dict.fromkeys(ALWAYS, 3)
    assert "too few" in judged(all_at(NA, **few)).verdict.sentence
    assert "too few" in judged(all_at(NA, **{**few, "E1": NA})).verdict.sentence


def test_the_reason_names_what_makes_an_answer_necessary() -> None:
    view = readiness_view(judged(all_at(E5=NA), context=("minors", "high_conflict", "ai_sanctions")))
    assert "children or young people may take part; the topic divides people." in view.gates[0].said


def test_among_several_the_others_count_and_who_skipped_is_told() -> None:
    result = judged(all_at(), all_at(), all_at(E1=NA))
    assert (result.verdict.band, result.item("E1").answer) == ("ready", 4)
    (said,) = (c for c in result.cautions if c.kind == "unsure")
    assert (said.name, "Rules" in said.says, "Marked as not applying: 1" in said.says) == (
        "Person 2",
        True,
        True,
    )


@pytest.mark.parametrize("answer", [0, 1])
def test_a_role_that_ai_should_replace_is_noticed(answer: int) -> None:
    result = judged(all_at(F4=answer))
    assert result.verdict.band == "pilot"
    assert "AI is meant to do what takes people" in result.verdict.sentence


def test_skipped_gates_are_said_once_and_at_a_hire() -> None:
    result = judged(all_at(C3=NA, D1=NA, H1=NA))
    assert result.verdict.band == "ready"
    (said,) = result.cautions
    assert (
        said.says
        == "“Doesn’t apply” was chosen for Cover, Yardstick, Scope, so these gates were not checked."
    )
    assert result.verdict.meaning.startswith(said.says)
    assert "this gate was not checked" in judged(all_at(C3=NA)).cautions[0].says


def test_trying_to_skip_a_gate_does_not_lift_the_verdict() -> None:
    tried = advisor.readiness.assess.what_if({"Ana": all_at(E1=0)}, "E1", NA)
    assert (tried.before.verdict.band, tried.after.verdict.band) == ("prepare", "prepare")
