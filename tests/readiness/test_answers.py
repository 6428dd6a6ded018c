"""Answers that don't fit: each is named, nothing is guessed, whatever comes in."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import advisor
from advisor.errors import InputError
from advisor.readiness.answers import AnswersError
from advisor.readiness.model import Readiness
from tests.readiness.made import IDS, all_at


def refused(given_: Any, **more: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        advisor.assess_readiness(given_, **more)
    assert caught.value.message
    assert caught.value.next_step
    return caught.value


@pytest.mark.parametrize(
    ("given_", "code", "said"),
    [
        ({}, "empty", "no answers yet"),
        ([], "answers-shape", "not answers by respondent"),
        (None, "answers-shape", "not answers by respondent"),
        ("A1: 3", "answers-shape", "not answers by respondent"),
        ({"Ana": [1, 2]}, "answers-shape", "answers of “Ana”"),
        ({"Ana": None}, "answers-shape", "answers of “Ana”"),
        ({"Ana": all_at(4, A1=5)}, "answer", "answers A1 with 5, which is not between 0 and 4"),
        ({"Ana": all_at(4, A1=-1)}, "answer", "-1"),
        ({"Ana": all_at(4, A1=2.5)}, "answer", "2.5"),
        ({"Ana": all_at(4, A1=math.nan)}, "answer", "nan"),
        ({"Ana": all_at(4, A1=math.inf)}, "answer", "inf"),
        ({"Ana": all_at(4, A1=True)}, "answer", "true or false"),
        ({"Ana": all_at(4, A1="3")}, "answer", "'3'"),
        ({"Ana": all_at(4, A1="maybe")}, "answer", "maybe"),
        ({"Ana": all_at(4, A1=[3])}, "answer", "[3]"),
        ({"Ana": all_at(4, A9=3)}, "unknown-item", "Did you mean “A"),
        ({"Ana": all_at(4, purpose=3)}, "unknown-item", "purpose"),
        ({"Ana": {**all_at(4), 7: 3}}, "unknown-item", "7"),
        ({"Ana": {**all_at(4), "a1": 3}}, "answered-twice", "A1 twice"),
        ({"Ana": all_at(4, A2=None)}, "missing-answers", "no answer to A2"),
        ({"Ana": {"A1": 3}}, "missing-answers", "A2, A3, B1, B2, B3 and 23 more"),
        ({"Ana": all_at(4), " ana ": all_at(4)}, "duplicate-respondent", "answers twice"),
        ({3: all_at(4)}, "respondent", "not a name"),
        ({"x" * 81: all_at(4)}, "respondent", "80 characters"),
        ({"x" * 10**6: all_at(4)}, "respondent", "80 characters"),
    ],
)
def test_what_does_not_fit_is_said(given_: Any, code: str, said: str) -> None:
    error = refused(given_)
    assert error.code == code
    assert said in error.message
    assert len(str(error)) < 1200


def test_every_problem_is_named_at_once() -> None:
    error = refused({"Ana": all_at(4, A1=9, B1="x"), "Ben": {"A1": 1, "Z9": 1}})
    assert isinstance(error, AnswersError)
    found = {(p.respondent, item) for p in error.problems for item in p.items}
    assert {("Ana", "A1"), ("Ana", "B1"), ("Ben", "Z9"), ("Ben", "A2"), ("Ben", "H3")} <= found
    assert error.code == "answers"
    assert "1 more problem besides" in error.message


def test_other_spellings_of_the_two_words_are_read() -> None:
    changes = {
        "A3": "Don't know",
        "B4": "dont_know",
        "D2": "n/a",
        "D3": "doesn’t apply",
        "F4": 3.0,
        "G3": "DO NOT KNOW",
    }
    result = advisor.assess_readiness({"Ana": {k.lower(): v for k, v in all_at(4, **changes).items()}})
    assert (result.score.dont_know, result.score.not_applicable) == (3, 2)
    assert result.item("F4").answer == 3


@pytest.mark.parametrize(
    ("context", "said"),
    [
        (["minor"], "Did you mean “minors”?"),
        ("minors", "not a list"),
        ({"minors": True}, "not a list"),
        (7, "not a list"),
        ([None], "None"),
        ([["minors"]], "minors"),
    ],
)
def test_a_context_that_does_not_fit_is_said(context: Any, said: str) -> None:
    error = refused({"Ana": all_at(4)}, context=context)
    assert error.code == "context"
    assert said in error.message
    assert "public_posting" in error.next_step


def test_names_are_cleaned_and_kept() -> None:
    result = advisor.assess_readiness({" Ana\n\x1b[1m Ö ": all_at(4), "ben": all_at(4), "": all_at(4)})
    assert result.respondents == ("Ana [1m Ö", "ben", "Respondent")


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.sampled_from(IDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=6) | st.sampled_from(IDS), inner, max_size=6)
    ),
    max_leaves=20,
)
nearly = st.dictionaries(
    st.text(max_size=5),
    st.fixed_dictionaries(
        {i: st.integers(0, 4) | st.sampled_from(["dont-know", "not-applicable"]) for i in IDS},
        optional={"Z1": junk, "a1": junk},
    )
    | junk,
    max_size=3,
)


@settings(max_examples=200, deadline=None)
@given(
    junk | nearly,
    st.none() | junk | st.just(["minors"]),
    st.none() | junk | st.dictionaries(st.sampled_from(["active_members", "stage", "cover_hours"]), junk),
)
def test_anything_is_a_result_or_a_plain_refusal(given_: Any, context: Any, staffing: Any) -> None:
    try:
        result = advisor.assess_readiness(given_, context=context, staffing=staffing)
    except InputError as error:
        assert error.message
        assert error.next_step
    else:
        assert isinstance(result, Readiness)
        assert result.to_dict()["verdict"]["sentence"]
