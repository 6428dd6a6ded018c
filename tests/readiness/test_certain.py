"""A verdict without a score: a hard gate that stays shut whatever the open answers turn out to be."""

import itertools
from typing import Any

import advisor
from advisor.readiness.model import Readiness
from advisor.report import build_report, to_markdown
from advisor.report.readiness_text import to_text
from tests.readiness.made import SHIPPED, all_at
from tests.report.made import DATE

OPEN = ("A3", "B4", "D2", "F1", "G2", "H2", "H3", "A1")


def half_open(**more: Any) -> dict[str, Any]:
    return all_at(4, **dict.fromkeys(OPEN, "dont-know"), **more)


def judged(*people: dict[str, Any]) -> Readiness:
    return advisor.assess_readiness({f"P{n}": answers for n, answers in enumerate(people)})


def test_a_known_hard_gate_says_not_yet_among_open_answers() -> None:
    result = judged(half_open(B1=0))
    assert result.verdict.band == "not_yet"
    assert "no senior sponsor acts for it" in result.verdict.sentence
    assert "whatever the open answers turn out to be: the answers to 8 of 29" in result.verdict.meaning
    assert (result.score.percent, result.verdict.by_score, result.verdict.reason) == (None, None, "gates")
    assert [(g.id, g.binding, g.then) for g in result.gates] == [("B1", True, "none")]
    assert {f.item for f in result.find_out} == set(OPEN)
    assert {a.item for a in result.actions[:2]} == {"B1", "A1"}
    assert result.instead


def test_it_holds_whatever_the_open_answers_are() -> None:
    for level, item in itertools.product((0, 2, 4), OPEN):
        assert judged(half_open(B1=1) | {item: level}).verdict.band == "not_yet"
    assert judged(half_open(B1=1) | dict.fromkeys(OPEN, 4)).verdict.band == "not_yet"


def test_a_gate_that_an_open_answer_could_open_is_no_verdict() -> None:
    assert judged(half_open()).verdict.band == "none"  # A1 is a hard gate, and open
    assert judged(half_open(E1=0)).verdict.band == "none"  # a launch gate leaves two verdicts
    dee, bo = half_open(B1=0), half_open(B1="dont-know")
    assert judged(dee, bo).verdict.band == "none"  # Bo may turn out to know better
    assert judged(dee, half_open(B1=1)).verdict.band == "not_yet"


def test_every_face_tells_it_and_what_to_find_out() -> None:
    result = judged(half_open(B1=0))
    markdown = to_markdown(build_report(readiness=result, date=DATE))
    for text in (markdown, to_text(result, SHIPPED)):
        said = " ".join(text.split())
        assert "no senior sponsor acts for it" in said
        assert "whatever the open answers turn out to be" in said
        assert SHIPPED.items["H3"].question in said
        assert "ind these out first" in said or "Find out first" in said
