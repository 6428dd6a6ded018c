"""Readiness on the command line and in the API, and what no order, scale or better answer may change."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import advisor
from advisor.cli import main
from advisor.errors import InputError
from advisor.rubrics.readiness import load_readiness
from advisor.web import create_app

ITEMS = list(load_readiness().items)
BANDS = ["not_yet", "prepare", "pilot", "ready"]


def answers(level: int, **changed: int | str) -> dict[str, int | str]:
    return dict.fromkeys(ITEMS, level) | changed


def band(given: dict[str, dict[str, int | str]], **more: Any) -> str:
    return str(advisor.assess_readiness(given, **more).verdict.band)


def test_the_questionnaire_has_its_twenty_nine_questions() -> None:
    assert len(ITEMS) == 29
    assert {i[0] for i in ITEMS} == set("ABCDEFGH")


@pytest.mark.parametrize(
    ("level", "expected"), [(0, "not_yet"), (1, "not_yet"), (2, "prepare"), (3, "pilot"), (4, "ready")]
)
def test_the_same_answer_to_everything(level: int, expected: str) -> None:
    assert band({"lead": answers(level)}) == expected


@pytest.mark.parametrize("item", ["A1", "B1", "B2", "B3", "C1"])
def test_a_hard_gate_closes_whatever_the_score(item: str) -> None:
    assert band({"lead": answers(4, **{item: 1})}) == "not_yet"
    assert band({"lead": answers(4, **{item: 2})}) == "ready"


@pytest.mark.parametrize("item", ["A2", "E1", "E2", "E3", "F2"])
def test_a_launch_gate_asks_for_preparation(item: str) -> None:
    assert band({"lead": answers(4, **{item: 1})}) == "prepare"


@pytest.mark.parametrize("item", ["C3", "D1", "G1", "H1"])
def test_a_soft_gate_allows_a_pilot(item: str) -> None:
    assert band({"lead": answers(4, **{item: 1})}) == "pilot"


def test_too_much_unknown_gives_no_verdict_but_says_what_to_find_out() -> None:
    result = advisor.assess_readiness({"lead": dict.fromkeys(ITEMS, "dont-know")})
    assert result.verdict.band == "none"
    assert json.dumps(result.to_dict())


_answer = st.one_of(st.integers(0, 4), st.sampled_from(["dont-know", "not-applicable"]))
_sheet = st.fixed_dictionaries(dict.fromkeys(ITEMS, _answer))


@settings(max_examples=40, deadline=None)
@given(sheet=st.fixed_dictionaries(dict.fromkeys(ITEMS, st.integers(0, 4))), item=st.sampled_from(ITEMS))
def test_a_better_answer_never_worsens_the_verdict(sheet: dict[str, int], item: str) -> None:
    better = sheet | {item: min(4, sheet[item] + 1)}
    before, after = band({"a": dict(sheet)}), band({"a": dict(better)})
    assert BANDS.index(after) >= BANDS.index(before)


@settings(max_examples=30, deadline=None)
@given(sheets=st.lists(_sheet, min_size=2, max_size=4))
def test_the_order_of_respondents_does_not_matter(sheets: list[dict[str, int | str]]) -> None:
    named = {f"r{i}": sheet for i, sheet in enumerate(sheets)}
    turned = dict(reversed(named.items()))
    assert advisor.assess_readiness(named).verdict == advisor.assess_readiness(turned).verdict


def test_a_wide_spread_is_told() -> None:
    result = advisor.assess_readiness({"sponsor": answers(4), "lead": answers(4, C1=1)}).to_dict()
    assert "C1" in json.dumps(result["spread"])


@pytest.mark.parametrize(
    "sheet",
    [
        {},
        {"lead": {}},
        {"lead": answers(2) | {"Z9": 1}},
        {"lead": answers(2, A1=7)},
        {"lead": answers(2, A1="maybe")},
    ],
)
def test_answers_that_do_not_fit_are_said_plainly(sheet: Any) -> None:
    with pytest.raises(InputError) as caught:
        advisor.assess_readiness(sheet)
    assert caught.value.message
    assert caught.value.next_step


def test_the_command_line_reads_an_answer_file(tmp_path: Path) -> None:
    path = tmp_path / "lead.yaml"
    path.write_text(json.dumps({"respondents": {"lead": answers(3)}}), encoding="utf-8")
    text = CliRunner().invoke(main, ["readiness", str(path)])
    assert text.exit_code == 0, text.output
    found = CliRunner().invoke(main, ["readiness", str(path), "--format", "json"])
    expected = advisor.assess_readiness({"lead": answers(3)}).to_dict()
    assert json.loads(found.stdout) == json.loads(json.dumps(expected))
    assert expected["verdict"]["sentence"] in text.stdout


def test_the_api_answers_with_the_cores_result() -> None:
    client = create_app({"TESTING": True}).test_client()
    body = {"respondents": {"lead": answers(3), "sponsor": answers(2)}}
    response = client.post("/api/v1/readiness", json=body)
    assert response.status_code == 200
    expected = advisor.assess_readiness(body["respondents"]).to_dict()  # type: ignore[arg-type]
    assert response.get_json() == json.loads(json.dumps(expected))
    wrong = client.post("/api/v1/readiness", json={"respondents": {"lead": {"A1": 9}}})
    assert wrong.status_code == 422
    assert wrong.mimetype == "application/problem+json"
