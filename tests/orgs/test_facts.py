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
