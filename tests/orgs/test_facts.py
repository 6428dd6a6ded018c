"""The size of an organisation, told in brackets behind its name, in a line of its own or in a sentence."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org

ROLES = "\n\n- Community manager: runs the forum\n- Support agents (5 people): tickets"


@pytest.mark.parametrize(
    ("first", "size"),
    [
        ("Hi, this is how we're set up at Lumen (about 85 staff, courses for nurses).", 85),
        ("OVERVIEW – Bergdal Outdoor (clothing, web shop, 12 people)", 12),
        ("Bergdal Outdoor (1,200 employees)", 1200),
        ("Bergdal Outdoor – web shop, 60 people (1,150 in the company)", 1150),
        ("Staff: 45", 45),
        ("Number of employees: about 1,200", 1200),
        ("Bergdal is a housing association in the hills with about 210 staff and 9,400 tenants.", 210),
        ("We have about 210 staff.", 210),
        ("Our care team is a group with 12 people.", None),
        ("We have 3 moderators.", None),
        ("Customer support (5 people)", None),
        ("Our community team (4 people)", None),
        ("Bergdal Outdoor (12 people a day visit the shop)", None),
    ],
)
def test_a_size_beside_the_name_is_read_and_a_teams_is_not(first: str, size: int | None) -> None:
    assert read_org(first + ROLES).org_size == size


def test_a_line_that_tells_the_size_counts_nobody_twice() -> None:
    reading = read_org(
        "Staff: 7 FTE, 40 volunteers\n\nClub host: forum\nVolunteer moderators (40): read posts"
    )
    assert [(r.title, r.headcount) for r in reading.roles] == [
        ("Club host", None),
        ("Volunteer moderators", 40),
    ]
    assert (reading.org_size, [f.kind for f in reading.facts]) == (7, ["size"])


def test_the_people_of_a_team_are_not_the_organisations() -> None:
    assert read_org("Support team\nStaff: 5\nDuties: tickets").org_size is None


@pytest.mark.parametrize(
    "said",
    [
        "There has been no safeguarding lead since 2024.",
        "We have no moderators.",
        "We haven't had a community manager since May.",
        "There is no moderation at the moment.",
    ],
)
def test_a_role_or_work_that_is_not_there_is_a_gap(said: str) -> None:
    found = read_org(f"Ana runs the newsletter and the forum. {said}")
    assert [(fact.kind, fact.text) for fact in found.facts] == [("nobody", said)]
    assert len(found.roles) == 1


@pytest.mark.parametrize("said", ["We have no office.", "There is no open position for a moderator."])
def test_other_things_that_are_not_there_are_none(said: str) -> None:
    assert "nobody" not in [fact.kind for fact in read_org(f"Ana runs the forum. {said}").facts]


def test_what_the_organisation_has_not_may_stand_before_what_others_do() -> None:
    found = read_org(
        "Our gaming studio has no community manager; the producer (Milo) posts patch notes on Discord."
    )
    assert [(fact.kind, fact.text) for fact in found.facts] == [
        ("nobody", "Our gaming studio has no community manager;")
    ]
    assert [role.name for role in found.roles] == ["Milo"]
