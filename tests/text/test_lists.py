"""Lists that lost their look: nested ones pasted flat, and items without their marks."""

from __future__ import annotations

import pytest

from advisor.text.lines import split
from tests.text.splitting import RUBRIC, heads, texts

ITEMS = [
    "Welcome every newcomer to the growers' forum within two days",
    "Host the monthly call in which growers show their plots to one another",
    "Write down what growers asked for and take it to the committee",
]


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_short_names_among_the_items_of_a_list_head_its_parts(colon: str, indent: str) -> None:
    names = ["Welcome and care", "Communications"]
    text = "What you'll do\n\n" + "".join(
        f"- {name}{colon}\n" + "".join(f"{indent}- {item}\n" for item in ITEMS) for name in names
    )
    result = split(text, RUBRIC)
    assert heads(text)[1:] == [name + colon for name in names]
    assert texts(text) == ITEMS * 2
    assert {line.section for line in result.lines} == {"responsibilities"}


def test_numbers_that_head_lists_of_their_own_are_headings() -> None:
    text = f"What you'll do\n\n1. Greenhouse care:\n\n- {ITEMS[0]}\n\n2. Harvest feasts:\n\n- {ITEMS[1]}\n"
    assert heads(text)[1:] == ["Greenhouse care:", "Harvest feasts:"]
    assert texts(text) == ITEMS[:2]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        (
            "Requirements",
            ["Patience and care", "Good communication"],
        ),  # what is asked for may be named as shortly
        ("What you'll do", ["Welcome 40 people", "Run v2.0"]),  # figures name work
        ("What you'll do", ["Communications"]),
    ],
)
def test_short_items_stay_items(heading: str, names: list[str]) -> None:
    listed = [line for name in names for line in (name, *ITEMS)]
    text = f"{heading}\n\n" + "".join(f"- {line}\n" for line in listed)
    assert texts(text) == listed


SKILLS = ["Patience with people", "Two years in a shared garden", "A warm coat for the winter"]


def bulleted(text: str) -> list[str]:
    return [text[line.start : line.end] for line in split(text, RUBRIC).lines if line.bullet]


@pytest.mark.parametrize(("end", "gap"), [("", "\n"), (".", "\n"), ("", "\n\n")])
def test_items_that_lost_their_marks_are_items(end: str, gap: str) -> None:
    items = [item + end for item in ITEMS]
    text = f"What you'll do{gap}{gap.join(items)}\n\nAbout us\n\nWe grow things. We lend tools.\n"
    assert bulleted(text) == items
    assert texts(text)[:3] == items


def test_sentences_below_a_list_without_marks_are_prose() -> None:
    text = (
        "Requirements\n\n"
        + "\n".join(SKILLS)
        + "\nThe post is paid by the hour.\nWe answer everybody who writes to us.\n\nWe meet on Mondays.\nWe eat together.\n"
        "We plant by the moon.\n"
    )
    assert bulleted(text) == SKILLS


def test_a_line_above_a_list_without_marks_heads_it() -> None:
    text = "Requirements\n\n" + "\n".join(SKILLS) + "\n\nZebra matters\n" + "\n".join(ITEMS)
    assert heads(text) == ["Requirements", "Zebra matters"]
    assert bulleted(text) == SKILLS + ITEMS


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ITEMS),  # nothing says yet that a list begins
        "What you'll do\n\nHost calls\nWrite digests\n\nWe grow vegetables. We lend one another tools.",
        "Requirements\n\n" + " ".join(f"{item}." for item in ITEMS),
        "Details\n\nPlace: Leeds\nHours: 30\nPay: by the hour\nStart: in March",
    ],
)
def test_other_lines_are_no_items(text: str) -> None:
    assert bulleted(text) == []
