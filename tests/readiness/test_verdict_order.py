"""What may change in the answers without making a verdict worse, or changing it at all."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import advisor
from advisor.rubrics.models.readiness import BANDS
from tests.readiness.made import ANSWERS, FLAGS, IDS, SHIPPED, judged, rescaled

levels = st.integers(0, 4)
people = st.lists(st.fixed_dictionaries({i: st.sampled_from(ANSWERS) for i in IDS}), min_size=1, max_size=4)
contexts = st.lists(st.sampled_from(FLAGS), unique=True).map(tuple)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.fixed_dictionaries(dict.fromkeys(IDS, levels)), min_size=1, max_size=4),
    contexts,
    st.sampled_from(IDS),
    st.data(),
)
def test_raising_an_answer_never_worsens_the_verdict(
    given_: list[dict[str, int]], context: tuple[str, ...], item: str, data: st.DataObject
) -> None:
    who = data.draw(st.integers(0, len(given_) - 1))
    raised = [dict(answers) for answers in given_]
    raised[who][item] = data.draw(st.integers(raised[who][item], 4))
    before, after = judged(*given_, context=context), judged(*raised, context=context)
    assert BANDS.index(after.verdict.band) >= BANDS.index(before.verdict.band)  # type: ignore[arg-type]
    assert after.score.points >= before.score.points
    assert {g.id for g in after.gates} <= {g.id for g in before.gates}


@settings(max_examples=100, deadline=None)
@given(people, contexts, st.sampled_from(IDS), st.data())
def test_raising_holds_among_unknowns_too(
    given_: list[dict[str, Any]], context: tuple[str, ...], item: str, data: st.DataObject
) -> None:
    """Among unknowns a raised level neither worsens nor makes a verdict; it may end a certain one without a score."""
    who = data.draw(st.integers(0, len(given_) - 1))
    given_[who][item] = data.draw(levels)
    raised = [dict(answers) for answers in given_]
    raised[who][item] = data.draw(st.integers(raised[who][item], 4))
    before, after = judged(*given_, context=context), judged(*raised, context=context)
    if before.verdict.band == "none":
        assert after.verdict.band == "none"
    elif before.score.percent is not None or after.verdict.band != "none":
        assert BANDS.index(after.verdict.band) >= BANDS.index(before.verdict.band)  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(st.fixed_dictionaries({i: st.sampled_from(ANSWERS) for i in IDS}), st.sampled_from(IDS), levels)
def test_finding_out_never_worsens_one_persons_verdict(
    answers: dict[str, Any], item: str, level: int
) -> None:
    before = judged({**answers, item: "dont-know"})
    after = judged({**answers, item: level})
    if before.verdict.band != "none":
        assert BANDS.index(after.verdict.band) >= BANDS.index(before.verdict.band)  # type: ignore[arg-type]


@settings(max_examples=50, deadline=None)
@given(people, contexts, st.randoms(use_true_random=False))
def test_the_order_of_respondents_never_matters(
    given_: list[dict[str, Any]], context: tuple[str, ...], order: random.Random
) -> None:
    named = [(f"Person {n}", answers) for n, answers in enumerate(given_)]
    mixed = list(named)
    order.shuffle(mixed)
    flags = list(context)
    order.shuffle(flags)
    first = advisor.assess_readiness(dict(named), context=context)
    assert advisor.assess_readiness(dict(mixed), context=flags) == first


@settings(max_examples=60, deadline=None)
@given(people, contexts, st.sampled_from([0.1, 0.3, 1 / 3, 7, 1000]))
def test_rescaled_weights_never_matter(
    given_: list[dict[str, Any]], context: tuple[str, ...], factor: float
) -> None:
    first, second = (judged(*given_, context=context, questionnaire=q) for q in (SHIPPED, rescaled(factor)))
    assert first.verdict == second.verdict
    assert first.score.percent == second.score.percent
    assert [s.percent for s in first.sections] == [s.percent for s in second.sections]
    assert first.gates == second.gates
    assert first.actions == second.actions
