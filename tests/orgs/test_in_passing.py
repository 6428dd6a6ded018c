"""Shapes that clients' texts have beside what they tell: plans, quotes, costs, the writer's own name."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org
from tests.orgs.seats import roles


def test_who_is_planned_is_not_there() -> None:
    reading = read_org(
        "AS IS\n- Community host (Pia): forum\n- 3 support reps\n\nTO BE (2027)\n- 5 support reps\n- Moderator"
    )
    assert [(role.title, role.headcount) for role in reading.roles] == [
        ("Community host", None),
        ("Support reps", 3),
    ]
    assert [fact.kind for fact in reading.facts] == ["vacancy", "vacancy"]


@pytest.mark.parametrize(
    ("text", "title", "name", "duties"),
    [
        (
            '- 1 "Community & Social Media Manager" (Pia): Instagram, TikTok',
            "Community & Social Media Manager",
            "Pia",
            ("Instagram", "TikTok"),
        ),
        ("The founder (me) moderates the chat.", "Founder", "", ("moderates the chat",)),
        ("I'm Zoe, I run the creator community.", "Zoe", "", ("run the creator community",)),
        ("My name is Ola. I answer tickets.", "Ola", "", ("answer tickets",)),
    ],
)
def test_titles_in_quotes_and_the_writer(text: str, title: str, name: str, duties: tuple[str, ...]) -> None:
    (role,) = read_org(text).roles
    assert (role.title, role.name, role.duties) == (title, name, duties)


def test_costs_are_no_work() -> None:
    found = roles(
        "Position;FTE;Cost;Cost centre;Duties\nCommunity host;1,0;68;4100;forum\nAgents;6,0;252;4300;tickets"
    )
    assert {title: role.duties for title, role in found.items()} == {
        "Community host": ("forum",),
        "Agents": ("tickets",),
    }


def test_figures_under_work_are_parts_of_a_week() -> None:
    (role,) = read_org("Name\tCommunity\tSupport\nAna\t20\t10\n").roles
    assert role.duties == ("20 h for Community", "10 h for Support")


def test_a_space_that_nobody_owns_is_a_gap_also_where_somebody_posts_there() -> None:
    reading = read_org("We have a Slack community that no one owns, though Lisa posts product news there.")
    assert [fact.text for fact in reading.facts if fact.kind == "nobody"] == [
        "We have a Slack community that no one owns"
    ]
    assert [role.title for role in reading.roles] == ["Lisa"]


@pytest.mark.parametrize(
    "opening", ["Hi Anna, as promised, how we are set up today (Nov 2026):", "Hello,", "Dear all,"]
)
@pytest.mark.parametrize("closing", ["Best, Lars", "Thanks!\nLars", "Kind regards,\nLars Holm"])
def test_greeting_and_signature_are_no_work(opening: str, closing: str) -> None:
    reading = read_org(f"{opening}\n\nIda hosts our forum. Tom answers tickets.\n\n{closing}")
    assert [role.title for role in reading.roles] == ["Ida", "Tom"]
    assert reading.left == ()
    assert {fact.kind for fact in reading.facts} == {"mail"}


@pytest.mark.parametrize(
    "signature",
    ["Kind regards\nJonas Fink\nCEO, Kupferberg Games", "Best\nJonas Fink\nHead of Community\n+49 123"],
)
def test_the_title_of_who_signs_is_no_seat(signature: str) -> None:
    reading = read_org(f"Ida runs our forum and Tom answers tickets.\n\n{signature}")
    assert [role.title for role in reading.roles] == ["Ida", "Tom"]


def test_roles_behind_thanks_are_seats() -> None:
    reading = read_org("Who does what:\n\nThanks,\nIda, community manager: forum\nTom, support lead: tickets")
    assert [role.name for role in reading.roles] == ["Ida", "Tom"]


@pytest.mark.parametrize(
    "text",
    [
        'Our "community team" is in fact two people: Mirjam (80%) runs the Discord, and Paul does Instagram.',
        "Our support team is two people: Mirjam answers tickets and Paul writes the help pages.",
    ],
)
def test_a_team_whose_people_are_all_told_is_no_seat(text: str) -> None:
    assert list(roles(text)) == ["Mirjam", "Paul"]


def test_spaces_are_counted_as_no_people() -> None:
    found = roles("Local groups: 18, run by volunteers\nModerators: 12\nIT: 3")
    assert {title: role.headcount for title, role in found.items()} == {"Moderators": 12, "IT": 3}


def test_a_function_without_an_owner_is_a_gap() -> None:
    reading = read_org(
        "Function: Support\nOwner: Dev Patel, VP Support\nTeam: 40 agents, 2 QA\n\nFunction: Trust & Safety\nOwner: –"
    )
    assert [(role.title, role.reports_to) for role in reading.roles] == [
        ("VP Support", ""),
        ("Agents", "VP Support"),
        ("QA", "VP Support"),
    ]
    assert [fact.text for fact in reading.facts] == ["Function: Trust & Safety\nOwner: –"]


def test_an_area_without_owner_and_people_is_empty() -> None:
    reading = read_org("Area | Owner | People\nCommunity | Ana | 2\nTrust & safety | - | -")
    assert [(role.title, role.reports_to) for role in reading.roles] == [("Community", "Ana")]
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


def test_places_in_brackets_hold_no_seat() -> None:
    found = roles("Team: 3 community managers (North America, EMEA, LATAM), 9 agents")
    assert found["Community managers"].name == ""


def test_job_descriptions_one_below_the_other() -> None:
    found = roles(
        "Job description: Customer Experience Officer (2 posts)\nReports to: Service Manager\nHours: 37 per week\n"
        "Duties:\n- Answer calls about bills\n\n"
        "Job description: Service Manager\nReports to: Director\nDuties:\n- Lead a team of 11 call-centre agents (5 part-time)"
    )
    assert {t: (r.headcount, r.hours, r.reports_to, r.duties) for t, r in found.items()} == {
        "Customer Experience Officer": (2, 37, "Service Manager", ("Answer calls about bills",)),
        "Service Manager": (
            None,
            None,
            "Director",
            ("Lead a team of 11 call-centre agents (5 part-time)",),
        ),
    }


def test_notes_of_a_meeting_with_titles_in_short() -> None:
    reading = read_org(
        "Meeting notes 14 Nov – Ironfern Games live team\n\n* Kofi – CM, 4 days/wk, translates\n"
        "* Sasha – Junior CM, forum\n* Player Support: outsourced to HelpForge (6 FTE), vendor mgr = Luis (20%)"
    )
    told = [(role.title, role.name, role.headcount) for role in reading.roles]
    assert told == [("CM", "Kofi", None), ("Junior CM", "Sasha", None), ("Player Support", "", 6)]
