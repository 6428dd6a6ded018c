"""A vacancy stands beside its seat; the same words in a duty, another sentence or a list say nothing of it."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.errors import InputError
from advisor.orgs.facts import facts_in
from advisor.orgs.files import read_files
from advisor.orgs.read import read_org


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Support agents answer tickets.\nThey also call back people who left the chat.", ["Support agents"]),
        (
            "Community manager\n- runs the forum\n- looks after the Discord since the team left the Slack",
            ["Community manager"],
        ),
        (
            "- Moderator: bans people, posts that break rules are moved to the archive\n- Support agent: tickets moved to tier 2",
            ["Moderator", "Support agent"],
        ),
        ("Anna runs the forum. She used to answer tickets.", ["Anna"]),
        ("Our events are planned by the community manager.", ["Community manager"]),
        ("Community manager: hiring, onboarding new volunteers, runs the forum", ["Community manager"]),
        ("Community manager: forum, Discord, tbh.", ["Community manager"]),
        ("Support agents (5 people, one vacant): answer tickets", ["Support agents"]),
        ("Community manager: open to ideas, runs the forum", ["Community manager"]),
        ("Moderator – open evenings", ["Moderator"]),
        (
            "Role\tName\tDuties\tFocus\nCommunity manager\tAnna\truns the forum\thiring\nSupport lead\tBea\ttickets\tplanned",
            ["Community manager", "Support lead"],
        ),
    ],
)
def test_somebody_sits_there(text: str, titles: list[str]) -> None:
    assert [role.title for role in read_org(text).roles] == titles


@pytest.mark.parametrize("heading", ["Vacancies", "Open roles:", "We are hiring"])
def test_seats_below_a_heading_of_vacancies_are_empty(heading: str) -> None:
    reading = read_org(
        f"Team\n- Support agent: Al\n- Host: runs the forum\n\n{heading}\n- Moderator (from May)"
    )
    assert [role.title for role in reading.roles] == ["Support agent", "Host"]
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


@pytest.mark.parametrize(
    "line",
    [
        "Support agent (vacant): tickets",
        "Support agent – vacant since May",
        "Support agent: open req, not filled yet",
        "Support agent (Ben, on maternity leave): tickets",
        "Support agent is on sick leave.",
        "Our support agent post is vacant.",
        "The support agent role is still open.",
        "Support agent – Ben (on sick leave) – tickets",
        "Support agent – Ben (0.8 FTE) – on sick leave since May",
        "Support agent – OPEN",
        "Support agent, position open",
        "Community manager (night) – OPEN",
        "Title\tStatus\tDuties\nSupport agent\tOpen\ttickets",
        "Vacant: Support agent",
        "Hiring: Support agent",
        "Title\tName\tDuties\nSupport agent\tN.N.\ttickets",
        "Title\tStatus\tDuties\nSupport agent\tVACANT\ttickets",
    ],
)
def test_nobody_sits_there(line: str) -> None:
    result = analyze_org(f"Community manager: runs the forum\n\n{line}")
    assert [role.draft.title for role in result.roles] == ["Community manager"]


def test_where_every_seat_is_empty_they_are_told() -> None:
    with pytest.raises(InputError, match="Club manager") as refused:
        read_org("Club manager (Ada, on leave until June): runs the forum")
    assert refused.value.code == "no-role"
    assert "who does this work" in refused.value.next_step


def test_the_next_of_a_list_is_no_work_of_an_empty_seat() -> None:
    reading = read_org(
        "- Club host (vacant since May): meet-ups\n  - Sunday walks\n- Walls - 4 sorts, ladders\n"
        "- Discord: run by members\n- Support agent: tickets"
    )
    assert [role.title for role in reading.roles] == ["Support agent"]
    assert [fact.text for fact in reading.facts] == [
        "- Club host (vacant since May): meet-ups",
        "- Sunday walks",
    ]
    assert len(reading.left) == 2


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Our Instagram is run by Bright & Bold Ltd.", ["Bright & Bold Ltd"]),
        ("Tickets are answered by Smith & Sons.", ["Smith & Sons"]),
        (
            "Support is outsourced to Acme Support GmbH. Ola runs the forum.",
            ["Acme Support GmbH (outsourced)", "Ola"],
        ),
        ("Social media is run by marketing and support is run by sales.", ["Marketing", "Sales"]),
        ("Community manager: forum\nThanks\nSupport agent: tickets", ["Community manager", "Support agent"]),
        (
            "Community manager: runs the forum / Discord\nSupport agent: answers mail / chat\nModerator: removes spam / hate",
            ["Community manager", "Support agent", "Moderator"],
        ),
    ],
)
def test_who_is_one_and_who_is_two(text: str, titles: list[str]) -> None:
    assert [role.title for role in read_org(text).roles] == titles


@pytest.mark.parametrize(
    "text",
    [
        "Community: 5,000 members",
        "Support agents: 20 members a day asked for help",
        "Moderation: 300 volunteers trained",
    ],
)
def test_people_of_the_space_are_no_staff(text: str) -> None:
    (role,) = read_org(text).roles
    assert role.headcount is None


@pytest.mark.parametrize(
    ("duty", "practice"),
    [
        ("never leaves a ticket unanswered", "support"),
        ("never forgets to post on Instagram", "social_media"),
        ("no-nonsense replies to comments on Instagram", "social_media"),
        ("does not hesitate to ban users on the forum", "moderation"),
        ("answers tickets without delay", "support"),
    ],
)
def test_idioms_deny_nothing(duty: str, practice: str) -> None:
    (role,) = analyze_org([{"title": "Officer", "duties": [duty]}]).roles
    assert role.levels[practice] != "none"


def test_an_empty_post_among_files_is_an_empty_seat() -> None:
    reading = read_files(
        [
            ("a.txt", "Community host: runs the forum"),
            ("b.txt", "Job description: Fraud adviser (vacant)\nDuties:\n- Investigate scams"),
        ]
    )
    assert [role.title for role in reading.roles] == ["Community host"]
    assert {fact.kind for fact in reading.facts} == {"vacancy"}
    assert all(reading.text[slice(*fact.span)] == fact.text for fact in reading.facts)


def test_a_row_that_begins_with_vacant_stays_vacant_without_its_tabs() -> None:
    told = "VACANT Forum Moderator Marketing Priya Nair 0.4 removes abuse"
    assert [fact.kind for fact in facts_in(told)] == ["vacancy"]
