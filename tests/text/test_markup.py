"""Marks around words are seen through: in what is read by their bounds, in what is shown by leaving them out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_role
from advisor.text.markup import (
    is_bold,
    underlines,
    unwrapped,
    without_emphasis,
    without_markdown,
    without_stars,
)
from tests.growing import linear


@pytest.mark.parametrize(
    ("line", "words", "mark"),
    [
        ("- Host events", "Host events", "- "),
        ("  3) Host events", "Host events", "3) "),
        ("## What you will do ##", "What you will do", "##"),
        ("**What you will do**", "**What you will do**", ""),
        ("_Host_ events_", "Host_ events", ""),
        ("| Host events |", "Host events", ""),
        ("> - Host events", "Host events", "- "),
        ("✅ Host events", "Host events", "✅ "),
    ],
)
def test_a_line_is_bounded_without_its_marks(line: str, words: str, mark: str) -> None:
    start, end, found = unwrapped(line, 0, len(line))
    assert (line[start:end], found) == (words, mark)


@pytest.mark.parametrize(
    ("line", "bold"),
    [
        ("**Duties**", True),
        ("**Duties**:", True),
        ("__Duties__", True),
        ("**Host** events", False),
        ("x", False),
    ],
)
def test_a_line_is_bold_as_a_whole_or_not(line: str, bold: bool) -> None:
    assert is_bold(line) is bold


@pytest.mark.parametrize(("body", "level"), [("===", 1), ("-----", 2), ("~~~", 2), ("--", 0), ("- - -", 0)])
def test_underlines_have_a_level(body: str, level: int) -> None:
    assert underlines(body) == level


@given(st.text(alphabet="*_ ab\t", max_size=30))
def test_emphasis_is_left_out_at_both_ends_and_nowhere_else(text: str) -> None:
    start, end = without_emphasis(text, 0, len(text))
    assert text[start:end] == text.strip("*_ \t") or start >= end


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Host** our meet-ups", "Host our meet-ups"),
        ("Answer tickets **within a day**.", "Answer tickets within a day."),
        ("2 ** 3 is eight", "2 ** 3 is eight"),
        ("a**b", "a**b"),
    ],
)
def test_stars_of_bold_words_are_not_shown(text: str, shown: str) -> None:
    assert without_stars(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Ana](mailto:ana@example.org) hosts *events*", "Ana hosts events"),
        ('See ![our team](team.png "Team") [1]', "See our team [1]"),
        ("[draft [Ana](a)", "[draft Ana"),
    ],
)
def test_a_link_is_shown_by_its_words(text: str, shown: str) -> None:
    assert without_markdown(text) == shown


@pytest.mark.parametrize("piece", ["[", "[[", "[a", "[a](", "[a](b ", "![", "*a", "**a ", "_", "`a"])
def test_marks_that_are_never_closed_take_linear_time(piece: str) -> None:
    assert linear(without_markdown, piece, 4_000)


def test_a_quoted_line_shows_no_stars() -> None:
    analysis = analyze_role("Community Manager\n\nWhat you will do\n- **Welcome** new members of our forum")
    assert analysis.quote(len(analysis.lines) - 1) == "Welcome new members of our forum"
