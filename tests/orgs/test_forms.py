"""Names alone over titles, as staff pages tell people."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org

STAFF = (
    ("Priya Nair", "Head of Community"),
    ("Tom Reed", "Support Specialist"),
    ("Aisha Karim", "Moderator"),
)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("behind", ["\n", "\n\n"])
@pytest.mark.parametrize("opens", ["", "Meet the team\n", "Our team\n\n"])
def test_people_over_their_titles(between: str, behind: str, opens: str) -> None:
    text = opens + behind.join(f"{name}{between}{title}" for name, title in STAFF)
    assert [(role.name, role.title) for role in read_org(text).roles] == [*STAFF]


def test_what_stands_below_a_card_is_theirs() -> None:
    found = read_org(
        "Priya Nair\nHead of Community\nruns the forum\n\nTom Reed\nSupport Specialist\nanswers tickets"
    )
    assert [(role.name, role.duties) for role in found.roles] == [
        ("Priya Nair", ("runs the forum",)),
        ("Tom Reed", ("answers tickets",)),
    ]


def test_one_name_over_many_seats_is_the_firms() -> None:
    found = read_org("Bright Books\nCommunity manager: forum\nSupport agent: tickets").roles
    assert [role.name for role in found] == ["", ""]


def test_dates_and_addresses_in_a_list_of_staff_are_no_work() -> None:
    found = read_org(
        "Name\tTitle\tMail\tStart\nPriya Nair\tHead of Community\tpriya@example.org\t2021-03-01\n"
        "Tom Reed\tSupport Specialist\ttom@example.org\tMarch 2019"
    )
    assert [role.duties for role in found.roles] == [(), ()]
