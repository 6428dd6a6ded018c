"""People whom a count, a place or a pronoun stands beside."""

from __future__ import annotations

import pytest

from tests.orgs.seats import roles


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Two tenants, Karl and Ayse, greet new members in the forum.",
            {"Karl and Ayse": ("greet new members in the forum",)},
        ),
        (
            "One of us (Lena) moderates the chat. Another, Ida, writes the newsletter.",
            {"Lena": ("moderates the chat",), "Ida": ("writes the newsletter",)},
        ),
        ("Publisher handles support on Steam.", {"Publisher": ("handles support on Steam",)}),
        ("Social: mostly Amara\nSupport: it's Tom", {"Social": ("Social",), "Support": ("Support",)}),
    ],
)
def test_people_behind_words_that_only_count_or_place_them(
    text: str, read: dict[str, tuple[str, ...]]
) -> None:
    assert {title: role.duties for title, role in roles(text).items()} == read


def test_people_with_a_title_keep_it() -> None:
    text = "Two customer service assistants, Dawn Ellery and Mo Aziz, answer tickets."
    assert list(roles(text)) == ["Customer service assistants"]


def test_a_team_that_no_rule_knows_is_one_where_its_people_are_counted() -> None:
    found = roles("The complaint team is 5 strong and answers tickets. Our whole team is 12 people.")
    assert {title: role.headcount for title, role in found.items()} == {"Complaint team": 5}


@pytest.mark.parametrize(
    ("text", "bosses"),
    [
        (
            "Four moderators look after the Discord. Petra leads them.",
            {"Moderators": "Petra", "Petra": ""},
        ),
        (
            "Our care team is five people and answers tickets. Petra Holub runs it with two interns.",
            {"Care team": "Petra Holub", "Petra Holub": "", "Interns": "Petra Holub"},
        ),
        (
            "Jonas and Ida look after our forum. Petra manages them and writes the newsletter.",
            {"Jonas and Ida": "Petra", "Petra": ""},
        ),
        ("Jonas looks after our forum. Petra runs it at weekends.", {"Jonas": ""}),
    ],
)
def test_who_leads_those_read_last(text: str, bosses: dict[str, str]) -> None:
    assert {title: role.reports_to for title, role in roles(text).items()} == bosses
