"""Heads of a spreadsheet's columns as people write them: who, in which team, how much of a week."""

from __future__ import annotations

import pytest

from advisor.errors import InputError
from advisor.orgs.model import RoleDraft
from advisor.orgs.read import read_org


def rows(text: str) -> list[RoleDraft]:
    reading = read_org(text.replace("|", "\t"))
    assert not reading.notices
    return list(reading.roles)


@pytest.mark.parametrize("team", ["Team", "Department", "Business unit"])
def test_a_team_beside_a_role_is_neither_title_nor_work(team: str) -> None:
    found = rows(f"{team}|Role|Tasks\nMarketing|Video editor|films\nMarketing|Host|forum")
    assert [(r.title, r.duties) for r in found] == [("Video editor", ("films",)), ("Host", ("forum",))]


@pytest.mark.parametrize("role", ["Role", "Post", "Job title"])
def test_who_beside_a_role_is_a_name(role: str) -> None:
    (ada, bo) = rows(f"Who|{role}|Tasks\nAda|Host|forum\nBo|Support agent|tickets")
    assert (ada.title, ada.name, bo.title, bo.name) == ("Host", "Ada", "Support agent", "Bo")


def test_who_or_the_team_stands_for_a_title_where_there_is_none() -> None:
    assert [r.title for r in rows("Who|Team|Tasks\nAda|Care|forum\nBo|Care|tickets")] == ["Ada", "Bo"]
    assert [r.title for r in rows("Team|Headcount|Tasks\nCare|2|tickets\nEvents|3|fairs")] == [
        "Care",
        "Events",
    ]


def test_first_and_last_names_are_one_name() -> None:
    (role,) = rows("First name|Last name|Role|Tasks\nAda|Berg|Host|forum")
    assert (role.title, role.name, role.duties) == ("Host", "Ada Berg", ("forum",))


@pytest.mark.parametrize(
    ("head", "cell", "hours"),
    [
        ("Hrs/wk", "37.5", 37.5),
        ("Weekly hrs", "20", 20),
        ("% FTE", "50%", 20),
        ("% FTE", "50", 20),
        ("% FTE", "0.5", 20),
        ("Days/week", "3", 24),
        ("Days per week", "3 each", 24),
    ],
)
def test_a_part_of_a_week_is_hours(head: str, cell: str, hours: float) -> None:
    (role,) = rows(f"Role|{head}|Tasks\nHost|{cell}|forum")
    assert (role.hours, role.duties) == (hours, ("forum",))


def test_hours_of_all_together_are_shared_and_a_part_post_is_told_once() -> None:
    (agents, host) = rows("Role|FTE|Hrs/wk|Tasks\nSupport agents|6|225|tickets\nHost|0.8|30|forum")
    assert (agents.headcount, agents.hours) == (6, 37.5)
    assert (host.headcount, host.hours) == (None, 30)
    with pytest.raises(InputError, match="Row 2"):
        read_org("Role\tFTE\tHrs/wk\tTasks\nSupport agents\t2\t900\ttickets")


def test_marks_of_emphasis_and_links_are_no_words() -> None:
    reading = read_org(
        "| Who | Post | Does |\n|---|---|---|\n| Ada + Bo | **Hosts** | [Instagram](https://pics.example/x), _forum_ |\n"
        "| *nobody* | Moderator | snake_case_files |"
    )
    (role,) = reading.roles
    assert (role.title, role.headcount, role.duties) == ("Hosts", 2, ("Instagram", "forum"))
    assert any("Moderator" in note for note in reading.notices)


def test_a_cell_for_nobody_in_particular_is_no_name() -> None:
    (role,) = rows("Name|Role|FTE|Tasks\n(various)|Support agents|6|tickets")
    assert role.name == ""


def test_days_by_name_are_times() -> None:
    (role,) = rows("Days|Role|Tasks\nMon-Fri|Support agent|tickets")
    assert (role.hours, role.duties) == (None, ("tickets", "Hours: Mon-Fri"))


def test_whoever_is_responsible_leads_those_who_are_counted() -> None:
    found = read_org(
        "Department\tFunction\tHeadcount\tResponsible\tRemarks\nMarketing\tSocial Media\t2\tK. Weber\tanswers DMs\n"
        "Service\t1st Level\t14\tM. Koch\tMon–Sat 8–20, chat"
    ).roles
    assert [(r.title, r.headcount, r.reports_to) for r in found] == [
        ("Social Media", 2, "K. Weber"),
        ("1st Level", 14, "M. Koch"),
    ]


def test_an_export_with_surnames_first_and_one_nobody() -> None:
    found = read_org(
        "Name;Job title;Working time;Reports to;Tasks\nAhlers, Britta;Head of Customer Service;100%;CEO;escalations\n"
        "Yılmaz, Deniz;Customer Service Agent;75%;Ahlers, Britta;phone, tickets\nN.N.;Community Manager;100%;CMO;\n"
        "Brandt, Ole;Social Media Manager;50%;CMO;reels"
    )
    assert [(r.name, r.headcount, r.hours, r.reports_to) for r in found.roles] == [
        ("Britta Ahlers", None, 40, "CEO"),
        ("Deniz Yılmaz", None, 30, "Britta Ahlers"),
        ("Ole Brandt", None, 20, "CMO"),
    ]
