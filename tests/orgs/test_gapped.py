"""Clauses that leave out their verb, and what one sentence tells of several people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org
from advisor.orgs.read import read_org


def work(text: str) -> dict[str, tuple[str, ...]]:
    """Return each seat's duties."""
    return {role.title: role.duties for role in read_org(text).roles}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Lena does the community, Tim the social channels, Max the support inbox.",
            {
                "Lena": ("does the community",),
                "Tim": ("does the social channels",),
                "Max": ("does the support inbox",),
            },
        ),
        (
            "Lena handles support, Tim social media and Bo the forum.",
            {"Lena": ("handles support",), "Tim": ("handles social media",), "Bo": ("handles the forum",)},
        ),
        (
            "Anna and Ben do support, Cleo and Dan moderation.",
            {"Anna and Ben": ("do support",), "Cleo and Dan": ("do moderation",)},
        ),
        (
            "Mia owns the newsletter, Tom the blog and the Instagram account; Zoe the forum.",
            {
                "Mia": ("owns the newsletter",),
                "Tom": ("owns the blog and the Instagram account",),
                "Zoe": ("owns the forum",),
            },
        ),
        (
            "Kim posts on LinkedIn and Lou on Instagram.",
            {"Kim": ("posts on LinkedIn",), "Lou": ("posts on Instagram",)},
        ),
        (
            "Sara runs the German forum, Tim the French one.",
            {"Sara": ("runs the German forum",), "Tim": ("runs the French forum",)},
        ),
    ],
)
def test_a_clause_without_a_verb_has_the_one_before(text: str, wanted: dict[str, tuple[str, ...]]) -> None:
    assert work(text) == wanted


def test_a_preposition_keeps_what_stood_before_it() -> None:
    text = "Pat answers tickets in the morning, Sam in the afternoon."
    assert work(text) == {
        "Pat": ("answers tickets in the morning",),
        "Sam": ("answers tickets in the afternoon",),
    }
    assert all(role.shares["support"] == 1 for role in analyze_org(text).roles)


def test_hours_in_a_bracket_are_theirs() -> None:
    roles = read_org("Lena (30h) runs the community, Tim (20h) the social media channels.").roles
    assert [(role.title, role.hours) for role in roles] == [("Lena", 30), ("Tim", 20)]


@pytest.mark.parametrize(
    "text",
    [
        "Kim runs the Berlin community, Paris meetups and all events.",
        "Lena runs our Discord, Slack and Telegram.",
        "Kim handles Acme support and Nova support.",
        "Lena runs the forum, Tim our founder helps at weekends.",
        "Lena runs the forum, Maria our community manager hosts it.",
    ],
)
def test_a_name_in_a_list_is_nobody_new(text: str) -> None:
    assert next(iter(work(text))) in ("Kim", "Lena")
    assert not {"Paris", "Slack", "Nova", "Tim", "Maria"} & set(work(text))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Maria moderates. Jo answers tickets. Maria works 20 hours, Jo 16.", [20, 16]),
        ("Maria moderates. Jo answers tickets. Both work part time: Maria 20 hours, Jo 16 hours.", [20, 16]),
        ("Maria moderates. Jo answers tickets. Maria works 3 days a week and Jo 2 days.", [24, 16]),
        ("Maria moderates. Jo answers tickets. Maria works 80%, Jo 50%.", [32, 20]),
        ("Lena and Tim run our community. Lena works 30 hours, Tim 20.", [25]),
    ],
)
def test_a_later_sentence_tells_their_weeks(text: str, hours: list[float]) -> None:
    roles = read_org(text).roles
    assert [role.hours for role in roles] == hours
    assert not any("20" in duty or "16" in duty for role in roles for duty in role.duties)


@pytest.mark.parametrize(
    "text",
    [
        "Maria moderates. Jo answers tickets. Maria has 20 hours, Zed 16.",
        "Maria moderates. Jo answers tickets. Maria 20, Jo 16.",
        "Maria moderates. Jo answers tickets. Maria works 20 hours, Jo 900 hours.",
    ],
)
def test_other_figures_are_no_weeks(text: str) -> None:
    try:
        roles = read_org(text).roles
    except InputError as error:
        assert "900" in str(error)
    else:
        assert roles[1].hours != 16


def test_all_but_those_who_are_excepted_report_there() -> None:
    text = "Lena does the community, Tim social media, Max support. All report to Olga, except Max, who reports to the COO."
    assert {role.title: role.reports_to for role in read_org(text).roles} == {
        "Lena": "Olga",
        "Tim": "Olga",
        "Max": "COO",
    }
    text = (
        "Ana runs events, Ben answers tickets and Cy runs the forum. They all report to Kim, apart from Ben."
    )
    assert {role.title: role.reports_to for role in read_org(text).roles} == {
        "Ana": "Kim",
        "Ben": "",
        "Cy": "Kim",
    }


def test_me_is_the_writer() -> None:
    text = "I lead the community team. Ana moderates the forum and Ben writes our social posts. Both report to me."
    assert [role.reports_to for role in read_org(text).roles] == ["", "The writer", "The writer"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Our webcare team (4 people) answers questions on Facebook.", "Webcare team"),
        ("The webcare team answers questions on Facebook.", "Webcare team"),
        ("The whole team answers questions. Bo runs the forum.", "Bo"),
        ("Our founding team knows everybody. Bo runs the forum.", "Bo"),
    ],
)
def test_a_team_may_have_any_name(text: str, title: str) -> None:
    assert [role.title for role in read_org(text).roles] == [title]


@given(
    st.lists(
        st.sampled_from(
            ["Lena", "Tim", "the forum", "our Discord", "runs", "support", ",", "and", "on", ";"]
        ),
        max_size=14,
    )
)
def test_any_order_of_words_is_read_or_refused(parts: list[str]) -> None:
    text = "Kim runs the forum" + " ".join(["", *parts]) + "."
    try:
        reading = read_org(text)
    except InputError:
        return
    for role in reading.roles:
        assert all(0 <= span.start <= span.end <= len(text) for span in role.spans)
