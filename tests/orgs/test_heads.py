"""How many sit in a seat and for how long, and what only sounds like it."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Our support team answers the questions of 400 employees.", None),
        ("Our support team consists of 14 agents.", 14),
        ("Moderators: sixteen volunteers", 16),
        ("Our volunteers moderate the Discord; there are about fifteen of them.", 15),
        ("Name: Anna\nHeadcount: 4\nTitle: Support agent", 4),
    ],
)
def test_how_many_sit_there(text: str, count: float | None) -> None:
    (role,) = read_org(text).roles
    assert role.headcount == count


def test_nobody_of_none_is_an_empty_seat() -> None:
    found = read_org("Moderators: 0 volunteers\nAna: support")
    assert [role.title for role in found.roles] == ["Ana"]
    assert "Volunteer moderators" in found.notices[-1]


def test_the_number_of_one_seat_is_no_size_of_the_organisation() -> None:
    assert analyze_org("Role: Support agent\nHeadcount: 4\nDuties: answers tickets").org_size is None


@pytest.mark.parametrize("said", ["answers 50% of all tickets", "grows our Instagram reach by 50%"])
def test_a_half_that_is_no_half_post(said: str) -> None:
    (role,) = read_org(f"Ana {said}.").roles
    assert role.hours is None


def test_weeks_of_two_with_one_first_name() -> None:
    found = read_org(
        "Ana Ruiz runs the forum. Ana Bell answers tickets. Ana Ruiz works 30 hours, Ana Bell 20."
    )
    assert [role.hours for role in found.roles] == [30, 20]


def test_two_doctors_are_two() -> None:
    found = read_org("- Community manager: Dr Ana Ruiz – forum\n- Community manager: Dr Tom Bell – events")
    assert [role.name for role in found.roles] == ["Dr Ana Ruiz", "Dr Tom Bell"]


def test_hours_and_part_time_in_other_cells_of_a_table() -> None:
    found = read_org(
        "Position\tHolder\tResponsibilities\nSocial media officer\tZanele\tInstagram; 32 hours a week\n"
        "Support agent\tLi\tTickets, part-time"
    )
    assert [role.hours for role in found.roles] == [32, 20]


def test_bullets_that_say_what_is_done_to_people_are_work() -> None:
    text = "Community manager\n- runs the forum\n- trains moderators\n- briefs freelancers"
    (role,) = read_org(text).roles
    assert role.duties == ("runs the forum", "trains moderators", "briefs freelancers")


def test_a_heading_ends_with_its_list() -> None:
    found = read_org("Vacancies\n- Moderator\n\nOur community manager Ana runs the forum.")
    assert [role.title for role in found.roles] == ["Community manager"]


def test_a_team_over_its_people_has_no_missing_title() -> None:
    found = read_org("Support agents\n- Ana\n- Ben\n\nKim runs the forum.")
    assert "Support agents" not in " ".join(found.notices)


def test_whoever_has_no_seats_to_speak_of_is_shown() -> None:
    found = read_org("Both report to Olga. Ana runs the forum.")
    assert [found.text[slice(*span)] for span in found.left] == ["Both report to Olga."]


def test_a_cell_of_duties_may_say_that_the_seat_is_empty() -> None:
    found = read_org("Name,Role,Hours,Does\nRob,Support agent,40,tickets\n,Moderator,,vacant")
    assert [role.title for role in found.roles] == ["Support agent"]


def test_a_leader_does_not_do_the_work_of_the_heading() -> None:
    (ceo, _) = read_org("Community\nCEO – Helen Park\nModerators – 8 volunteers").roles
    assert ceo.duties == ()


def test_a_bracket_may_name_two_kinds_of_work() -> None:
    (moritz, _) = read_org("- Moritz (Discord, events)\n- Ana (support)").roles
    assert (moritz.title, moritz.duties) == ("Moritz", ("Discord, events",))


ADS = """Job title: Community Manager
Reports to: Head of Product
Hours: 24 per week

Your responsibilities
- Host our forum and welcome new members every week
- Run the ambassador programme with its thirty volunteers
- Organise the monthly member meet-up and the annual gathering
- Bring what members say to the product team every month

Job title: Support Agent
Reports to: Head of Service
Hours: 38 per week

Your responsibilities
- Answer tickets and chats from customers within four hours
- Write help articles on what is asked most often
- Pass bugs on to the engineers with all that they need
- Keep the queue short at weekends in turns with the others
"""


def test_job_descriptions_with_labelled_titles_are_cut_there() -> None:
    found = [(role.title, role.hours, role.reports_to) for role in read_org(ADS).roles]
    assert found == [("Community Manager", 24, "Head of Product"), ("Support Agent", 38, "Head of Service")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- Robin (community) left in January, not replaced\n- Ana (support)", "Ana"),
        ("- Content creator - *open*\n- Support agent - Ana", "Support agent"),
    ],
)
def test_whoever_is_gone_is_not_counted(text: str, title: str) -> None:
    assert [role.title for role in read_org(text).roles] == [title]


def test_trust_and_safety_that_nobody_has_is_a_finding_where_the_text_says_so() -> None:
    team = "Ana runs the forum, Ben answers tickets and posts on Instagram. Two volunteers moderate."
    asked = [f.title for f in analyze_org(f"{team} Nobody owns trust and safety.").findings]
    assert any("trust and safety" in title.lower() for title in asked)
    assert not any("trust and safety" in f.title.lower() for f in analyze_org(team).findings)


def test_an_empty_last_column_is_no_matter() -> None:
    found = read_org("Name\tRole\tDoes\nAna\tCommunity lead\tforum\t\nBen\tAgent\ttickets\t")
    assert found.notices == ()


def test_those_under_the_writer_are_read() -> None:
    found = read_org("I'm the VP. Under me there are seven support agents who answer tickets.")
    assert [(role.title, role.headcount) for role in found.roles][-1] == ("Support agents", 7)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("I'm Priya, Head of Brand.", "Priya"),
        ("I am the Head of Brand.", ""),
        ("My name is Priya Shah, Head of Brand.", "Priya Shah"),
    ],
)
def test_who_reports_to_me_reports_to_the_writers_seat(said: str, name: str) -> None:
    head, tom = read_org(f"{said} Tom reports to me and runs our Instagram.").roles
    assert (head.title, head.name) == ("Head of Brand", name)
    assert (tom.title, tom.reports_to) == ("Tom", "Head of Brand")
