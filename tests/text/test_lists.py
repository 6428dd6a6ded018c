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
    names = ["Welcome and outreach", "Communications"]
    text = "What you'll do\n\n" + "".join(
        f"- {name}{colon}\n" + "".join(f"{indent}- {item}\n" for item in ITEMS) for name in names
    )
    result = split(text, RUBRIC)
    assert heads(text)[1:] == [name + colon for name in names]
    assert texts(text) == ITEMS * 2
    assert {line.section for line in result.lines} == {"responsibilities"}


def test_a_name_with_a_colon_heads_short_items_that_stand_deeper() -> None:
    items = ["Host the feasts", "Plan the monthly tasting"]
    lists = [f"• {name}:\n" + "".join(f"  ◦ {item}\n" for item in items) for name in ("Greenhouse", "Feasts")]
    assert heads("What you'll do\n" + "".join(lists))[1:] == ["Greenhouse:", "Feasts:"]
    assert texts("What you'll do\n" + lists[0]) == [
        "Greenhouse:",
        *items,
    ]  # one alone may be a task of two steps


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
        ("What you'll do", ["Moderate our Discord", "Answer support tickets"]),
        ("What you'll do", ["Reviewing reports", "Banning spammers"]),
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


@pytest.mark.parametrize("title", ["", "Forum Host\n\n"])
def test_a_list_and_nothing_else_is_a_list(title: str) -> None:
    items = [*ITEMS, "Thank the volunteers of the week in public"]
    assert bulleted(title + "\n".join(items)) == items


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


@pytest.mark.parametrize(
    ("text", "items"),
    [
        # The first item is short, and its heading stands right above.
        ("Requirements\n\nEmpathy\n" + "\n".join(ITEMS), ["Empathy", *ITEMS]),
        # A list is closed by a blank line: what follows are a signature, the foot of a page, perks.
        (
            "Requirements\n- Clear English\n\nKind regards\nJana Holub\nHead of Gardens\nLeeds\n",
            ["Clear English"],
        ),
        (
            "Requirements\n"
            + "\n".join(SKILLS)
            + "\n\nSave this post\nReport this job\nGardener jobs in Leeds\n",
            SKILLS,
        ),
        ("What you'll do\n\n" + "\n".join(ITEMS) + "\n\nWe eat.\nWe sing.\nWe rest.\n", ITEMS),
        # Below a title stand the employer and the place.
        ("Coordinator\n\nThe allotments of Harbour Lane\nUnit 4, Old Rope Works\nBristol and around\n", []),
        # The last of a list with blank lines heads no paragraph.
        (
            "Requirements\n\n"
            + "\n\n".join(SKILLS)
            + "\n\nWe are growers who share what they have with everybody here.",
            SKILLS,
        ),
        ("What people say\n\n“Good.” Ann\n“We laugh.” Ben\n“We cry, too.” Cat\n", []),
    ],
)
def test_a_list_without_marks_is_one_list_below_what_announces_it(text: str, items: list[str]) -> None:
    assert bulleted(text) == items
    assert [line.sentence for line in split(text, RUBRIC).lines if line.bullet] == [0] * len(items)


def test_the_parts_of_a_list_leave_the_section_as_it_was() -> None:
    text = f"About us\n\nWe grow things. You will:\n\n- Greenhouse:\n- {ITEMS[0]}\n- Feasts:\n- {ITEMS[1]}\n\nWe eat.\n"
    result = split(text, RUBRIC)
    assert [h.section for h in result.headings] == ["about_us", "responsibilities", "responsibilities"]
    assert result.lines[-1].section == "about_us"
