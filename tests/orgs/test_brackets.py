"""What a bracket behind a title says: work and hours are the seat's, people and places are not work."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org


def duties(text: str) -> tuple[str, ...]:
    return read_org(text).roles[0].duties


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Moderators x 6 (in-game chat, Discord; shifts 06:00–22:00 CET)",
            ("in-game chat", "Hours: shifts 06:00–22:00 CET"),
        ),
        ("3x Investigators (account theft, fraud)", ("account theft", "fraud")),
        ("Chat agents x 14 (outsourced, Tartu, 24/7)", ("Hours: 24/7",)),
        ("Community manager (Lotte, freelance)", ()),
        ("Community manager (reports to the COO)", ()),
    ],
)
def test_work_and_hours_in_a_bracket_are_the_seats(said: str, told: tuple[str, ...]) -> None:
    assert duties(f"- {said}\n- Social media manager: posts on Instagram") == told


def test_a_bracket_that_belongs_to_the_duties_is_read_once() -> None:
    assert duties("- Moderators: read comments (in-game chat)\n- Ben: runs the forum") == (
        "read comments (in-game chat)",
    )


@pytest.mark.parametrize(
    ("said", "covers"),
    [
        ("7 days 8-20", {"evenings", "weekends"}),
        ("between 7am and 11pm every day", {"evenings", "weekends"}),
        ("8 to 16, weekdays", set()),
    ],
)
def test_a_stretch_of_times_alone_says_when_somebody_is_there(said: str, covers: set[str]) -> None:
    role = analyze_org(f"- Support agents (5): answer tickets; {said}\n- Ben: runs the forum").roles[0]
    assert covers == set(role.cover) & {"evenings", "weekends", "nights"}


@pytest.mark.parametrize(
    ("said", "people", "hours"),
    [
        ("Box office (till 8 pm, 6 people): phones", 6, None),
        ("Member services (6 people, 2 part-time): phones", 6, 33.3),
        ("Support (6 people): phones", 6, None),
        ("Support (for 400 employees): phones", None, None),
        ("Newsletter (2): weekly", None, None),
    ],
)
@pytest.mark.parametrize("mark", ["- ", ""])
def test_people_are_counted_within_a_bracket(
    said: str, people: float | None, hours: float | None, mark: str
) -> None:
    found = {
        role.title: (role.headcount, role.hours)
        for role in read_org(f"{mark}Social: Dev Patel\n{mark}{said}").roles
    }
    title = said.partition(" (")[0]
    assert found.get(title, (None, None)) == (people, hours)


def test_a_duty_behind_such_a_bracket_is_no_measure() -> None:
    role = read_org("- Support (ticket office, 6 people): phones, ticket swaps\n- Ben: runs the forum").roles[
        0
    ]
    assert (role.duties, role.measures) == (("ticket office", "phones", "ticket swaps"), ())


def test_notes_of_a_table_tell_work_hours_and_whose_people_they_are() -> None:
    found = read_org(
        "Team | FTE | Lead | Notes\nTier 1 care | 22 | Ines | BPO in Tirana, 24/7\n"
        "Tier 2 care | 5 | Ines | chargebacks, new since May\nCommunity | 0 | vacant | Ines looks in"
    )
    assert [role.duties for role in found.roles] == [("BPO in Tirana", "Hours: 24/7"), ("chargebacks",)]
