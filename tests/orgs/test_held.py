"""People with what they do in brackets: below a team's name, and in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org
from advisor.orgs.read import read_org

Seats = list[tuple[str, str, float | None, float | None, tuple[str, ...]]]

LENA = ("Community manager", "Lena", None, 30, ())
TIM = ("Tim", "", None, None, ("social media",))
AGENTS = ("Support agents", "Bo and Cy", 2, 20, ())


def seats(text: str) -> Seats:
    """Return title, name, people, hours and duties of each role."""
    return [(r.title, r.name, r.headcount, r.hours, r.duties) for r in read_org(text).roles]


@pytest.mark.parametrize(
    "text",
    [
        "Our team:\n- Lena (community manager, 30h)\n- Tim (social media)\n- Bo & Cy (support agents, 20 h each)",
        "Our team: Lena (community manager, 30h), Tim (social media), Bo & Cy (support agents, 20 h each).",
        "We are Lena (community manager, 30h), Tim (social media) and Bo & Cy (support agents, 20 h each).",
        "Lena (community manager, 30h), Tim (social media), Bo and Cy (support agents, 20 h each)",
    ],
)
def test_each_has_a_seat_with_work_and_hours(text: str) -> None:
    assert seats(text) == [LENA, TIM, AGENTS]


def test_a_place_in_brackets_is_work_there() -> None:
    assert seats("- Ann (50%, forum)\n- Tim (Instagram)") == [
        ("Ann", "", None, 20, ("forum",)),
        ("Tim", "", None, None, ("Instagram",)),
    ]


def test_two_kinds_of_work_named_bare_are_two() -> None:
    (bob,) = analyze_org("Bob does support and moderation.").roles
    assert (bob.shares["support"], bob.shares["moderation"]) == (0.5, 0.5)


def test_moderators_of_a_community_team_moderate() -> None:
    roles = analyze_org("Community team:\n- Ana and Bea (moderators)\n- Cy (community manager)").roles
    assert [max(r.shares, key=lambda p, r=r: r.shares[p]) for r in roles] == ["moderation", "community"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Community Manager: Lena. Social media: Tim. Lena works 3 days a week.",
            [
                ("Community Manager", "Lena", None, 24, ()),
                ("Social media", "Tim", None, None, ("Social media",)),
            ],
        ),
        (
            "Support: 9 people, led by Kim. They answer tickets. They also moderate the forum.",
            [("Support", "", 9, None, ("answer tickets", "moderate the forum"))],
        ),
        (
            "Anna (Community Manager, full-time): forum, events",
            [("Community Manager", "Anna", None, None, ("forum", "events"))],
        ),
        ("Social: in-house, 2 people", [("Social", "", 2, None, ())]),
        (
            "Moderation: external agency, 24/7, approx. 60 hours a week",
            [("External agency", "", None, 60, ("Moderation", "Hours: 24/7"))],
        ),
    ],
)
def test_work_and_who_has_it_sentence_by_sentence(text: str, found: Seats) -> None:
    assert seats(text) == found


def test_sentences_behind_a_row_of_work_belong_to_all() -> None:
    reading = read_org("Community: Lena. Social media: Tim. Support: 6 people. Everyone reports to Olga.")
    assert [(r.name, r.headcount, r.reports_to) for r in reading.roles] == [
        ("Lena", None, "Olga"),
        ("Tim", None, "Olga"),
        ("", 6, "Olga"),
    ]


def test_several_names_before_their_title_are_all_held() -> None:
    text = "Sam and Priya, our moderators, work nights. Tim, our social media manager, posts."
    assert [(r.title, r.name, r.headcount) for r in read_org(text).roles] == [
        ("Moderators", "Sam and Priya", 2),
        ("Social media manager", "Tim", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We met Lena (Discord) and Tim (social media) yesterday. Lena runs the forum.",
        "Lena (on leave), Tim (Leeds). Lena runs the forum.",
    ],
)
def test_other_brackets_make_no_seats(text: str) -> None:
    assert [r.title for r in read_org(text).roles] == ["Lena"]


@given(
    st.lists(
        st.sampled_from(
            ["Lena (community manager)", "Bo & Cy (support agents)", "Tim (social media)", "Ann", "(", "x ("]
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([", ", " and ", "; ", " ", ",\n- "]),
)
def test_what_each_role_rests_on_stands_in_the_text(items: list[str], between: str) -> None:
    text = f"Team: {between.join(items)}"
    try:
        reading = read_org(text)
    except InputError:
        return
    for role in reading.roles:
        assert role.spans
        assert all(0 <= span.start <= span.end <= len(text) for span in role.spans)


def test_a_sentence_may_be_a_row_of_people() -> None:
    text = "Marketing is led by Tom Baker. Under him: Eva (social media), Piotr (events). We hire soon."
    found = [role.title for role in read_org(text).roles]
    assert found == ["Tom Baker", "Eva", "Piotr"]


def test_the_last_of_a_row_may_be_told_otherwise() -> None:
    found = read_org("We are Ana (forum), Ben (support tickets) and Cleo, an intern who posts reels.").roles
    assert [(r.title, r.name, r.duties) for r in found] == [
        ("Ana", "", ("forum",)),
        ("Ben", "", ("support tickets",)),
        ("Intern", "Cleo", ("posts reels",)),
    ]


def test_the_writer_and_kin_may_stand_in_a_row() -> None:
    found = read_org("Our team: me (community), my sister Ruth (support tickets).").roles
    assert [(r.title, r.duties) for r in found] == [
        ("The writer", ("community",)),
        ("Ruth", ("support tickets",)),
    ]


@pytest.mark.parametrize(
    "rest", [" 8h/week for hard cases", ", 8h/week for hard cases", ": hard cases, 8h/week"]
)
def test_who_stands_in_brackets_behind_a_title_with_more_behind(rest: str) -> None:
    found = read_org(f"- 3 moderators, paid by an NGO\n- psychologist (Dr. Kuusk){rest}").roles[1]
    assert (found.title, found.name, found.hours) == ("Psychologist", "Dr. Kuusk", 8)


def test_a_row_may_count_others_among_those_who_are_named() -> None:
    found = read_org(
        "People & roles: Hugo (product), Mei (forum), 3x support (shift), Omar (socials, contractor)"
    ).roles
    assert [(r.title, r.headcount, r.duties[:1]) for r in found] == [
        ("Hugo", None, ("product",)),
        ("Mei", None, ("forum",)),
        ("Support", 3, ("support",)),
        ("Omar", None, ("socials",)),
    ]
