"""People told by name alone, and departments, are read as roles; firms, tools and things are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor import analyze_org
from advisor.errors import InputError
from advisor.orgs.model import RoleDraft
from advisor.orgs.read import read_org

TEAM = (
    "We are a 40-person software company. Marta runs marketing and looks after our Discord; Jonas and Ayo answer tickets "
    "in Zendesk. Priya posts on Instagram every day, and she replies to comments. Jonas also bans spammers on the forum."
)


def roles(text: str) -> dict[str, RoleDraft]:
    try:
        return {role.title: role for role in read_org(text).roles}
    except InputError as error:
        assert error.code == "no-role"
        return {}


def test_a_team_told_by_first_names() -> None:
    result = analyze_org(TEAM)
    assert [(r.draft.title, r.draft.headcount) for r in result.roles] == [
        ("Marta", None),
        ("Jonas and Ayo", 2),
        ("Priya", None),
    ]
    assert {r.draft.title: r.primary for r in result.roles} == {
        "Marta": "community",
        "Jonas and Ayo": "support",
        "Priya": "social_media",
    }
    covered = {c.practice for c in result.coverage.practices if c.state != "nobody"}
    assert {"community", "social_media", "support", "moderation"} <= covered
    assert result.org_size == 40


def test_what_is_said_of_one_later_belongs_to_them() -> None:
    assert "bans spammers on the forum" in roles(TEAM)["Jonas and Ayo"].duties


def test_that_titles_are_missing_is_said_once() -> None:
    (notice,) = read_org(TEAM).notices
    assert "Marta; Jonas and Ayo; Priya" in notice


@pytest.mark.parametrize(
    ("text", "title", "duty"),
    [
        ("Marta: marketing, Discord\nJonas: answers tickets", "Jonas", "answers tickets"),
        ("- Marta – runs the forum\n- Jonas – tickets", "Jonas", "tickets"),
        ("At the moment, Inès Duarte looks after the forum.", "Inès Duarte", "the forum"),
        ("Ola runs the forum while Mark does our socials.", "Mark", "does our socials"),
        ("Paul is in charge of moderation.", "Paul", "moderation"),
        ("Kim, Lee and Sam mostly answer tickets.", "Kim, Lee and Sam", "mostly answer tickets"),
        ("Ola runs the forum. Marketing posts on Instagram.", "Marketing", "posts on Instagram"),
        (
            "The support lead runs the help desk, and Ola answers hard tickets.",
            "Ola",
            "answers hard tickets",
        ),
    ],
)
def test_who_does_what(text: str, title: str, duty: str) -> None:
    assert duty in roles(text)[title].duties


def test_a_title_given_later_is_the_same_person() -> None:
    found = roles("Our Community Manager (Ola) runs meet-ups. Ola also answers direct messages.")
    assert list(found) == ["Community Manager"]
    assert found["Community Manager"].duties == ("runs meet-ups", "answers direct messages")


def test_a_name_may_report_to_a_name() -> None:
    found = roles("Ines looks after the forum. Mark does our socials. Ines reports to Mark.")
    assert found["Ines"].reports_to == "Mark"
    assert found["Ines"].duties == ("the forum",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Brightleaf runs an online community for gardeners.",
        "Discord hosts most of the talk.",
        "Zendesk handles tickets.",
        "Everyone answers questions on Slack.",
        "Social media posts go out at noon.",
        "Acme sells shoes.",
        "At Zebrafold, nobody moderates. Zebrafold runs the forum.",
        "Note: tickets wait until Monday.",
        "Tickets pile up on Mondays.",
    ],
)
def test_what_is_nobody_gets_no_role(sentence: str) -> None:
    assert list(roles(f"{sentence} Our community manager, Ada, welcomes people.")) == ["Community manager"]
    assert roles(sentence) == {}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Marta", "and", "Jonas", "runs", "answer", "the forum", ",", ";", "while", ":", "is", "on", "."]
        ),
        min_size=1,
        max_size=14,
    )
)
def test_no_word_is_lost_however_it_is_put(pieces: list[str]) -> None:
    text = " ".join(pieces)
    try:
        reading = read_org(text)
    except InputError:
        return
    held = bytearray(len(text))
    spans = [s for r in reading.roles for s in r.spans] + [f.span for f in reading.facts] + list(reading.left)
    for start, end in spans:
        held[start:end] = b"\x01" * (end - start)
    assert not [c for c, got in zip(text, held, strict=True) if not got and c.isalnum()]
