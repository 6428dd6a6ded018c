"""Which lines are headings, by their look and by what stands around them."""

from __future__ import annotations

import pytest

from advisor.text.lines import split
from tests.text.splitting import RUBRIC, heads, texts


def test_an_unknown_heading_opens_unknown_and_a_smaller_one_stays_inside() -> None:
    text = "# Requirements\n\n## Greenfingers\n\n- Digging\n\n# Zebra crossing\n\n- Looking twice\n"
    result = split(text, RUBRIC)
    assert [line.section for line in result.lines] == ["requirements", "unknown"]
    assert [h.known for h in result.headings] == [True, False, False]


def test_a_short_line_before_prose_is_a_heading_but_the_last_of_a_bare_list_is_not() -> None:
    prose = "We have been growing vegetables together since the old gasworks were pulled down."
    assert heads(f"{prose}\n\nLife on the plots\n{prose}") == ["Life on the plots"]
    assert heads(f"Perks\nSeeds\nGood soil\n\n{prose}") == ["Perks"]


@pytest.mark.parametrize("line", ["What is Zebrafold?", "🦓 Zebra matters"])
def test_a_question_or_a_picture_line_above_bullets_is_a_heading(line: str) -> None:
    text = f"Requirements\n\n- Patience\n- A warm coat\n\n{line}\n\n- Grass\n- Water\n"
    result = split(text, RUBRIC)
    assert len(result.headings) == 2, line
    assert [x.section for x in result.lines] == ["requirements"] * 2 + ["unknown"] * 2


def test_a_line_above_a_list_says_what_it_holds_and_stays_a_line() -> None:
    text = (
        "What you'll do\n\nModerate comments on the forum and chat\n\n- in the evening\n- at weekends\n\n"
        "The targets that your first season will be measured by\n\n- Beans\n- Peas\n"
    )
    assert "Moderate comments on the forum and chat" in texts(text)
    found = {text[x.start : x.end]: x.section for x in split(text, RUBRIC).lines}
    assert found["in the evening"] == "responsibilities"
    assert found["Beans"] == "measures"


@pytest.mark.parametrize("line", ["We keep zebras.", "we keep zebras"])
def test_a_sentence_above_bullets_is_a_line(line: str) -> None:
    prose = "We have been growing vegetables together since the old gasworks were pulled down."
    assert line in texts(f"Requirements\n\n{prose}\n{line}\n- Grass\n- Water\n")


@pytest.mark.parametrize("chapter", ["{}.0", "{}."])
def test_numbered_chapters_head_their_points(chapter: str) -> None:
    text = (
        f"{chapter.format(1)} Key Responsibilities\n1.1 Dig the beds\n1.2 Water them\n"
        f"{chapter.format(2)} Person Spec\n2.1 Patience\n2.2 A year in a garden\n"
    )
    lines = split(text, RUBRIC).lines
    assert texts(text)[-4:] == ["Dig the beds", "Water them", "Patience", "A year in a garden"]
    assert [x.section for x in lines[-4:]] == ["responsibilities"] * 2 + ["requirements"] * 2
    assert all(x.bullet for x in lines[-4:])


@pytest.mark.parametrize("line", ["2.5 million people grow beans with us.", "1.5 years of digging"])
def test_a_figure_is_no_number_of_a_list(line: str) -> None:
    assert line in texts(f"Requirements\n\n{line}\n\nPatience\n")


@pytest.mark.parametrize("mark", ["🔹", "✅", "🎯"])
def test_a_known_heading_with_a_picture_heads_a_list_of_pictures(mark: str) -> None:
    text = f"Zebra mods\n\n🎯 What you'll do\n{mark} Feed zebras\n{mark} Draw zebras\n\n🎁 Perks\n{mark} Hay\n{mark} A gym\n"
    found = split(text, RUBRIC)
    assert [text[h.start : h.end] for h in found.headings[-2:]] == ["What you'll do", "Perks"]
    assert [line.section for line in found.lines[-4:]] == ["responsibilities"] * 2 + ["benefits"] * 2


def test_items_with_pictures_of_their_own_are_one_list() -> None:
    text = "What you get\n🚀 Growth\n🏖 Holidays\n💰 Pay\n🎁 Perks\n"
    assert len(split(text, RUBRIC).lines) == 4


def test_a_line_that_the_lines_below_finish_heads_them() -> None:
    items = "Welcome new members\n\nHost the weekly talk\nAnswer their questions\n"
    text = f"Forum Host\n\nWe are a forum.\n\nAs a Forum Host you will\n\n{items}"
    found = split(text, RUBRIC)
    assert [text[h.start : h.end] for h in found.headings][-1] == "As a Forum Host you will"
    assert {line.section for line in found.lines[-3:]} == {"responsibilities"}


def test_a_sentence_that_goes_on_in_the_next_line_is_no_heading() -> None:
    text = "Forum Host\n\nWe are a forum.\nAs our next host you will\nwelcome new members and host talks."
    assert "As our next host you will" not in [text[h.start : h.end] for h in split(text, RUBRIC).headings]
