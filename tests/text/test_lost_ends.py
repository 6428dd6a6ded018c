"""Lists and headings whose line ends were lost on the way."""

from __future__ import annotations

import pytest

from advisor.text.lines import split
from tests.text.splitting import RUBRIC

ONE_LINE = (
    "We run allotments. What you'll do • Plan our posts • Draw the pictures Requirements • Two years with a camera "
    "• A driving licence. We welcome everybody. Write to Ada."
)


def lines(text: str) -> list[tuple[str, str]]:
    return [(text[line.start : line.end], line.section) for line in split(text, RUBRIC).lines]


def test_headings_before_the_bullets_of_one_line_are_found() -> None:
    found = split(ONE_LINE, RUBRIC)
    assert [ONE_LINE[h.start : h.end] for h in found.headings] == ["What you'll do", "Requirements"]
    assert lines(ONE_LINE)[1:5] == [
        ("Plan our posts", "responsibilities"),
        ("Draw the pictures", "responsibilities"),
        ("Two years with a camera", "requirements"),
        ("A driving licence.", "requirements"),
    ]


def test_prose_behind_the_last_bullet_is_no_part_of_it() -> None:
    assert [words for words, _ in lines(ONE_LINE)][-2:] == ["We welcome everybody.", "Write to Ada."]
    assert [line.bullet for line in split(ONE_LINE, RUBRIC).lines][-3:] == [True, False, False]


def test_a_sentence_with_a_colon_announces_the_bullets_behind_it() -> None:
    text = "Host: • Greet people • Run calls. You should also have: • Patience • A laptop"
    found = split(text, RUBRIC)
    said = [text[x.start : x.end] for x in (*found.lines, *found.headings)]
    assert "Run calls." in said
    assert any(words.startswith("You should also have") for words in said)


@pytest.mark.parametrize(
    "text",
    [
        "London • Remote",
        "• Plan for our Customer Requirements team • Draw pictures",
        "• Plan posts. Draw pictures. Sing. • Host calls. Greet people. • Write. Read.",
    ],
)
def test_what_is_no_heading_stays_in_its_line(text: str) -> None:
    found = split(text, RUBRIC)
    assert not found.headings
    assert len(found.lines) == max(1, text.count("•")) or "London" in text


def test_many_bullets_in_one_line_are_read_in_time() -> None:
    text = "• Plan our posts. You bring: " * 20_000
    assert len(split(text, RUBRIC).lines) + len(split(text, RUBRIC).headings) >= 20_000


def test_lines_that_stick_together_behind_full_stops_are_lines_and_so_are_their_headings() -> None:
    text = "What you'll doPlan our posts every week.Draw the pictures for them.RequirementsTwo years with a camera"
    found = split(text, RUBRIC)
    assert [text[h.start : h.end] for h in found.headings] == ["What you'll do", "Requirements"]
    assert [text[line.start : line.end] for line in found.lines] == [
        "Plan our posts every week.",
        "Draw the pictures for them.",
        "Two years with a camera",
    ]


@pytest.mark.parametrize(
    "text", ["We use the U.S.A. mail.", "Write to ada@example.Com or Example.Org or a.B"]
)
def test_names_with_full_stops_stay_whole(text: str) -> None:
    assert lines(text) == [(text, "none")]


@pytest.mark.parametrize(
    "text",
    [
        "• Track Key Metrics • Grow Our Community",
        "• Competitive Salary • Flexible Location • Company Culture • Remote",
        "• Report to Head of Community Management • Work with Marketing and Customer Support • Travel",
        "• Insurance for teeth, and Vision • A pension",
    ],
)
def test_items_that_end_like_a_heading_stay_whole(text: str) -> None:
    assert [words for words, _ in lines(text)] == [item.strip() for item in text.split("•")[1:]]


def test_a_heading_on_a_line_of_its_own_stays_whole_before_bullets() -> None:
    text = "• A degree\nWHAT WE OFFER: • Pension • Lunch"
    assert [text[h.start : h.end] for h in split(text, RUBRIC).headings] == ["WHAT WE OFFER:"]


def test_names_with_a_dot_and_a_capital_are_no_ends() -> None:
    text = "We work with Booking.Com and Monday.Com each week, sell on Amazon.Com too, and meet at Hotels.Com often."
    assert lines(text) == [(text, "none")]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Duties: - Greet people - Run calls - Write a half-page note",
            ["Greet people", "Run calls", "Write a half-page note"],
        ),
        ("Requirements: 1. Patience 2. Good English 3. A laptop", ["Patience", "Good English", "A laptop"]),
        ("**Requirements:** 1) Patience 2) 5 years with bees", ["Patience", "5 years with bees"]),
    ],
)
def test_items_in_one_line_behind_their_heading_are_items(text: str, items: list[str]) -> None:
    found = split(text, RUBRIC)
    assert [text[x.start : x.end] for x in found.lines] == items
    assert all(line.bullet for line in found.lines)
    assert len(found.headings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Duties: - the usual",
        "The zebra house: - open daily - closed on Mondays",
        "Requirements: English - German - a car",
    ],
)
def test_dashes_and_figures_elsewhere_stay_in_their_line(text: str) -> None:
    assert len(split(text, RUBRIC).lines) == 1
