"""Headings that run into their paragraph, and the lists that were pasted as prose behind them."""

from __future__ import annotations

import pytest

from advisor.text.lines import split
from tests.text.splitting import RUBRIC

FLAT = (
    "Responsibilities: Plan our posts. Draw the pictures. This post reports to the treasurer. "
    "Requirements: Two years with a camera. A driving licence. How to apply: Write to Ada. Tell her why."
)


def lines(text: str) -> list[tuple[str, str, bool]]:
    return [(text[line.start : line.end], line.section, line.bullet) for line in split(text, RUBRIC).lines]


def headings(text: str) -> list[str]:
    return [text[h.start : h.end] for h in split(text, RUBRIC).headings]


def test_a_flat_ad_falls_into_its_parts() -> None:
    assert headings(FLAT) == ["Responsibilities", "Requirements", "How to apply"]
    assert lines(FLAT) == [
        ("Plan our posts.", "responsibilities", True),
        ("Draw the pictures.", "responsibilities", True),
        ("This post reports to the treasurer.", "responsibilities", False),
        ("Two years with a camera.", "requirements", True),
        ("A driving licence.", "requirements", True),
        ("Write to Ada.", "how_to_apply", False),
        ("Tell her why.", "how_to_apply", False),
    ]


def test_each_line_stands_below_the_heading_that_ran_into_its_paragraph() -> None:
    found = split(f"{FLAT}\n\nWe look forward to you.", RUBRIC)
    assert [line.heading for line in found.lines] == [0, 0, 0, 1, 1, 2, 2, -1]
    assert [line.first for line in found.lines] == [True, False, False, True, False, True, False, False]
    assert found.lines[-1].section == "none"


def test_one_sentence_keeps_its_label() -> None:
    assert lines("Requirements: two years with a camera.") == [
        ("Requirements: two years with a camera.", "requirements", False)
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "We sell seeds. Note: the shop is closed on Mondays. Come and see.",
        "Our shop sells seeds. Location: the old mill. Ada runs it.",
    ],
)
def test_a_label_in_the_middle_of_prose_begins_nothing(prose: str) -> None:
    assert headings(prose) == []
    assert {section for _, section, _ in lines(prose)} == {"none"}


def test_measures_below_a_heading_stay_measures_whatever_their_lead_in_says() -> None:
    text = "How success is measured\n\nYou are doing well when you keep these promises month after month:\n- 95 % answered\n- 10 gatherings\n"
    assert [section for words, section, _ in lines(text) if words[0].isdigit()] == ["measures", "measures"]


def test_a_note_in_a_list_has_its_own_sentence_only() -> None:
    text = "Duties: Plan posts. Note: The rota is fixed. Host calls. Salary: 30,000 a year. Answer members."
    assert [section for _, section, _ in lines(text)] == [
        "responsibilities",
        "other",
        "responsibilities",
        "pay",
        "responsibilities",
    ]


def test_what_the_job_is_not_ends_where_prose_goes_on() -> None:
    text = "You will not: Run ads. Write code. We want someone kind. You will host calls."
    assert [section for _, section, _ in lines(text)] == ["not_the_job", "not_the_job", "none", "none"]


@pytest.mark.parametrize("label", ["Duties", "*Duties*", "**Duties**", "Duties ", "**Duties"])
def test_a_label_comes_without_its_marks(label: str) -> None:
    close = ":** " if label == "**Duties" else ": "
    text = f"{label}{close}Plan our posts. Write them."
    assert headings(text) == ["Duties"]
    assert [words for words, _, _ in lines(text)] == ["Plan our posts.", "Write them."]
