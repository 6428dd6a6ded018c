"""What a line denies is left out, however often it denies, and idioms deny nothing."""

from __future__ import annotations

import pytest

from advisor import analyze_role, load_rubrics
from advisor.matching.fold import fold
from advisor.matching.negation import Affirmed, denied
from tests.growing import linear


@pytest.mark.parametrize(
    ("duty", "practices"),
    [
        ("You will not run our Instagram, but you will host member calls", ("community",)),
        (
            "You won't run our Instagram, but host member calls, and never answer support tickets",
            ("community",),
        ),
        ("You will not only host member calls but you will not answer support tickets", ("community",)),
        ("You never answer support tickets and don't moderate the forum", ()),
    ],
)
def test_every_denial_of_a_line_counts(duty: str, practices: tuple[str, ...]) -> None:
    assert analyze_role(f"Forum Host\n\nWhat you will do\n- {duty}\n").lines[-1].practices == practices


def test_stretches_begin_at_the_denial_and_end_with_the_clause() -> None:
    rubrics = load_rubrics()
    reader = Affirmed(rubrics.language, rubrics.data.vocabulary, [(("post",), ())])
    text = "don't post, but write; however never post on Sundays"
    assert [text[start:stop] for start, stop in reader.denied(fold(text))] == [
        "don't post, ",
        "never post on Sundays",
    ]
    assert not reader.spans(fold(text))
    assert reader.denied(fold("post not only on Sundays")) == []
    assert denied([(2, 4)], 3)
    assert not denied([(2, 4)], 4)


def test_many_denials_end() -> None:
    rubrics = load_rubrics()
    reader = Affirmed(rubrics.language, rubrics.data.vocabulary, [(("post",), ())])
    assert len(reader.denied(fold("don't post but " * 500))) == 8


def test_idioms_that_deny_nothing_are_passed_in_linear_time() -> None:
    rubrics = load_rubrics()
    reader = Affirmed(rubrics.language, rubrics.data.vocabulary, [(("post",), ())])
    assert linear(lambda text: reader.denied(fold(text)), "not only ", 4_000)
    assert [s for s, _ in reader.denied(fold("not only this " * 7 + "and never post"))] == [102]
