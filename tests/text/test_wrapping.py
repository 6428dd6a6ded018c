"""Lines that were broken on their way are joined, and those that stand apart stay apart."""

from __future__ import annotations

import textwrap

import pytest

from tests.text.splitting import heads, texts


def test_hard_wrapped_text_is_rejoined() -> None:
    paragraph = " ".join(
        [
            "We look after the allotment society's forum, where growers compare notes, lend tools and settle quarrels."
        ]
        * 4
    )
    bullets = [
        "Welcome every newcomer within two days of their first message and show them where the tool shed is kept",
        "Write a short note each month about what growers talked about and what they would like us to change next",
    ]
    clean = paragraph + "\n\nWhat you'll do\n" + "".join(f"- {b}\n" for b in bullets) + "\nPerks\nFree seeds."
    for hang in ("", "  "):
        messy = textwrap.fill(paragraph, 72) + "\n\nWhat you'll do\n"
        messy += "".join(textwrap.fill("- " + b, 72, subsequent_indent=hang) + "\n" for b in bullets)
        messy += "\nPerks\nFree seeds."
        assert messy.count("\n") > clean.count("\n") + 5
        assert texts(messy) == texts(clean)
        assert heads(messy) == heads(clean)


def test_a_bare_list_is_not_rejoined_and_its_items_are_lines() -> None:
    text = "You will:\nrun the growers' forum\nwelcome people\nwrite the newsletter every month\n\nPerks\nSeeds\nTools\n"
    assert texts(text) == [
        "run the growers' forum",
        "welcome people",
        "write the newsletter every month",
        "Seeds",
        "Tools",
    ]
    assert heads(text) == ["You will:", "Perks"]


def test_a_sentence_broken_after_a_clause_is_one_line() -> None:
    text = (
        "We are looking for somebody who has looked after growers,\ngardeners and lenders of tools. You will welcome them. "
        "This part of the work is\nthe one that counts most.\n\nThe allotment society shares its tools and its harvest in"
        "\nthree towns.\n"
    )
    assert texts(text) == [
        "We are looking for somebody who has looked after growers, gardeners and lenders of tools.",
        "You will welcome them.",
        "This part of the work is the one that counts most.",
        "The allotment society shares its tools and its harvest in three towns.",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ["welcoming everybody who joins the growers' forum by name", "writing the newsletter every month"],
        [
            "moderate the chat and all of its voice channels,",
            "host quizzes on saturdays,",
            "write the digest.",
        ],
        ["moderating the council's online consultation; and", "reporting to the committee on the results."],
        [
            "Manage the programme across four boroughs,",
            "Build partnerships with schools, and",
            "Report once a year.",
        ],
        [
            "WHAT YOU WILL BE DOING IN YOUR FIRST SIX MONTHS",
            "answer tickets",
            "write articles",
            "coach new agents",
        ],
        [
            "As our community manager in Leeds you would be",
            "running our Discord",
            "writing notes",
            "hosting streams",
        ],
        ["What the night-shift nurses of Leeds need from you", "reading the chat", "removing posts"],
        ["With many thanks from all of us at the garden,", "Peta Vole"],
        ["Dear friends of the Bramley Road Community Garden,", "We are looking for a volunteer coordinator."],
        ["Reports to the Head of Community and Volunteering", "salary: by the hour"],
        [
            "Experience with tools such as AutoMod and Dyno",
            "excellent written English",
            "Two years of support",
        ],
        ["you've run a forum. a small one counts as well for us here", "you write well"],
        [
            "Community Lead of the Allotments of Leeds (part time)",
            "we are growers who lend one another tools",
        ],
    ],
)
def test_long_lines_that_do_not_break_off_stay_apart(items: list[str]) -> None:
    assert texts("Intro of two words.\n" + "\n".join(items))[1:] == items


@pytest.mark.parametrize("mark", ["- ", "•  ", "1. "])
def test_a_line_below_the_words_of_its_bullet_goes_on(mark: str) -> None:
    hang = " " * len(mark)
    text = f"What you'll do\n{mark}Welcome new members and find them\n{hang}neighbours\n{mark}Host calls\n"
    assert texts(text) == ["Welcome new members and find them neighbours", "Host calls"]
    for anew in ("o neighbours", "Neighbours"):
        assert texts(text.replace("neighbours", anew))[0] == "Welcome new members and find them"
