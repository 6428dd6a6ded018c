"""What belongs to a title and what to a name: groups, people served, accents, pronouns, forms."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org
from tests.orgs.seats import roles


@pytest.mark.parametrize(
    "title",
    [
        "Customer Support Team Manager",
        "Community Team Lead",
        "Team Leader",
        "Social Media Lead",
        "Discord Lead",
        "Tenant Engagement Officer",
        "Donor Care Officer",
        "Parent Liaison Manager",
        "Chief Community Officer",
        "Assistant Community Manager",
        "VP Trust & Safety",
        "Director Sales & Marketing",
    ],
)
def test_a_title_is_whole(title: str) -> None:
    (role,) = read_org(f"{title}: tickets").roles
    assert (role.title, role.name, role.duties) == (title, "", ("tickets",))


@pytest.mark.parametrize("line", ["Team leads: 3", "3 team leads", "Team leads (3)"])
def test_those_who_lead_teams_are_counted(line: str) -> None:
    assert roles(f"Support agent: tickets\n{line}")["Team leads"].headcount == 3


def test_a_team_that_leads_is_no_title() -> None:
    found = roles(
        "The support team leads the discussion. Our team leads the forum. Discord hosts most of it."
    )
    assert list(found) == ["Support team"]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("16 in-house, 8 with an agency", 24),
        ("3 full-time and 2 part-time, tickets", 5),
        ("2 external", 2),
        ("16 tickets a day, 8 calls", None),
    ],
)
def test_the_parts_of_a_group_are_added(said: str, count: float | None) -> None:
    role = roles(f"Support agents: {said}")["Support agents"]
    assert role.headcount == count
    assert not any("in-house" in duty for duty in role.duties)


def test_two_times_somebody_is_no_letter() -> None:
    assert roles("2 x student assistants\nHost: forum")["Student assistants"].headcount == 2


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("José Álvarez – Moderator – bans spammers", "José Álvarez"),
        ("Émilie Durand, Moderator: bans spammers", "Émilie Durand"),
        ("Marie-Claire O'Neill (she/her) – Moderator – bans spammers", "Marie-Claire O'Neill"),
        ("Moderator (Özlem): bans spammers", "Özlem"),
        ("Our moderator, Zoë, bans spammers.", "Zoë"),
        ("Zoë Müller is our moderator, bans spammers.", "Zoë Müller"),
    ],
)
def test_names_have_accents_and_pronouns(line: str, name: str) -> None:
    (role,) = read_org(line).roles
    assert (role.title, role.name, role.duties) == ("Moderator", name, ("bans spammers",))


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_form_that_begins_with_a_name_is_one_person(gap: str) -> None:
    forms = (
        "Name: Ada Berg\nTitle: Club Ninja\nFTE: 0.5\nTasks:\n- forum",
        "Name: Bo Lind\nTitle: Support Agent\nTasks: tickets",
    )
    found = [(r.title, r.name, r.headcount, r.duties) for r in read_org(gap.join(forms)).roles]
    assert found == [
        ("Club Ninja", "Ada Berg", 0.5, ("forum",)),
        ("Support Agent", "Bo Lind", None, ("tickets",)),
    ]


def test_an_empty_form_is_a_vacancy() -> None:
    reading = read_org("Name: vacant\nTitle: Host\n\nName: Bo\nTitle: Support agent\nTasks: tickets")
    assert [r.title for r in reading.roles] == ["Support agent"]
    assert [f.text for f in reading.facts] == ["Name: vacant\nTitle: Host"]
    assert not reading.left


def test_a_manager_with_a_long_title_is_whole() -> None:
    (role,) = read_org("Moderator: bans spammers. Reports to the Chief Community Officer.").roles
    assert (role.reports_to, role.duties) == ("Chief Community Officer", ("bans spammers",))


DEPARTMENTS = """EXECUTIVE
Chief Community Officer: Amina Yusuf

COMMUNITY (9)
Director of Community: Hugo Martins. Reports to the Chief Community Officer.
Community managers (6): run the regional forums and the welcome weeks. KPIs: active members, answer rate.

SOCIAL MEDIA (5, in Marketing)
Head of Social: Brendan Cole, reports to CMO
3 social media managers – content calendar, channels, paid boosts. Judged on follower growth.

SUPPORT (28)
Team leads: 3
Support agents: 16 in-house, 8 with an agency, tickets

VOLUNTEERS (not counted above)
about 140 volunteer forum moderators, bans and reports
"""


def test_departments_in_capitals_are_neither_seats_nor_ads() -> None:
    reading = read_org(DEPARTMENTS)
    assert [(r.title, r.headcount, r.reports_to) for r in reading.roles] == [
        ("Chief Community Officer", None, ""),
        ("Director of Community", None, "Chief Community Officer"),
        ("Community managers", 6, ""),
        ("Head of Social", None, "CMO"),
        ("Social media managers", 3, ""),
        ("Team leads", 3, ""),
        ("Support agents", 24, ""),
        ("Volunteer forum moderators", 140, ""),
    ]
    assert reading.left == ()  # a department's name belongs to the first seat below it


def test_a_title_in_capitals_in_a_list_is_a_seat() -> None:
    assert len(read_org("SUPPORT (3)\nMODERATOR: spam").roles) == 2
    assert len(read_org("CEO\nModerator: spam").roles) == 2


def test_a_name_over_a_title_is_its_holder() -> None:
    cards = (
        "Beth Price (Mon–Wed)\nStudent Community Coordinator\nbeth@uni.example\nBeth runs the student Discord.",
        "Tom Reilly\nHelpdesk Manager – on parental leave until May\nhelp@uni.example\nTom manages the helpdesk.",
        "Ines Duarte\nSocial Media Officer\nInes posts on Instagram.",
    )
    reading = read_org("\n\n".join(cards))
    assert [(r.title, r.name, r.duties) for r in reading.roles] == [
        ("Student Community Coordinator", "Beth Price", ("runs the student Discord",)),
        ("Social Media Officer", "Ines Duarte", ("posts on Instagram",)),
    ]


def test_a_firm_over_its_first_seat_is_nobody() -> None:
    (role,) = read_org("Lumen Books\nCommunity manager\n- runs the forum").roles
    assert role.name == ""


def test_a_name_behind_a_title_ends_with_its_sentence() -> None:
    role = read_org(
        "1. Social Media Manager: Lena. Content calendar, reports to Bo in her spare time.\n"
    ).roles[0]
    assert (role.name, role.duties, role.reports_to) == ("Lena", ("Content calendar",), "Bo")
