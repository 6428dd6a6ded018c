"""Those of a team, counted one after the other in one line, or in bullets beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.orgs.read import read_org

Seats = list[tuple[str, str, float | None, str]]


def seats(text: str) -> Seats:
    """Return title, name, people and boss of each seat."""
    return [(r.title, r.name, r.headcount, r.reports_to) for r in read_org(text).roles]


SUPPORT: Seats = [
    ("Support lead", "Jonas", None, ""),
    ("Agents", "", 8, "Support lead"),
    ("QA", "", 1, "Support lead"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Support team: Jonas (lead), 8 agents, 1 QA",
        "Support team:\n- Jonas, lead\n- 8 agents, 1 QA",
        "Support team\n- Jonas (lead)\n- 8 agents\n- 1 QA",
        "Support\nLead: Jonas\n- 8 agents\n- one QA",
        "Team: Support\nLead: Jonas\nMembers: 8 agents and 1 QA",
        "Support team\n- Lead: Jonas\n- Members: 8 agents, 1 QA (part of it in Lisbon)",
    ],
)
def test_a_lead_and_those_who_are_counted(text: str) -> None:
    assert seats(text) == SUPPORT


def test_a_bracket_may_name_the_lead() -> None:
    assert seats(
        "Community (lead: Ida): 3 moderators, 1 event host (20h)\nSupport (lead: Jonas): 8 agents, 1 QA"
    ) == [
        ("Head of Community", "Ida", None, ""),
        ("Moderators", "", 3, "Head of Community"),
        ("Event host", "", 1, "Head of Community"),
        ("Head of Support", "Jonas", None, ""),
        ("Agents", "", 8, "Head of Support"),
        ("QA", "", 1, "Head of Support"),
    ]


def test_they_do_the_work_of_their_team() -> None:
    found = read_org("Support: 8 agents, 1 QA\nCommunity: Ida runs the forum").roles
    assert found[0].duties == ("Support",)


@pytest.mark.parametrize(
    "line",
    [
        "Support agents: 8 tickets an hour, 1 call",
        "Support agents (8): 3 languages, 2 shifts",
        "8 agents, 2 part-time",
        "8 agents, 3 in Lisbon",
    ],
)
def test_other_things_that_are_counted_are_no_seats(line: str) -> None:
    assert len(seats(f"- {line}\n- Ida: runs the forum")) == 2


def test_things_beside_bullets_of_duties_are_no_seats() -> None:
    assert len(seats("Community manager\n- 2 newsletters a month\n- 3 AMAs\n- 12 meet-ups")) == 1


@given(
    st.lists(
        st.sampled_from(["8 agents", "1 QA", "Jo (lead)", "two moderators", ";", "3", "(", "x"]), max_size=8
    )
)
def test_any_row_is_read_or_refused_in_words(parts: list[str]) -> None:
    text = "Support team: " + ", ".join(parts) + "\nCommunity manager: forum"
    for role in read_org(text).roles:
        assert all(0 <= span.start <= span.end <= len(text) for span in role.spans)


def test_squads_with_who_leads_them() -> None:
    assert seats(
        "Support squad (12): Priya leads; 9 agents on phones and tickets; 1 analyst.\n"
        "Community squad (3): Leo leads; two hosts.\nModerators - none, officers do it"
    ) == [
        ("Support lead", "Priya", None, ""),
        ("Agents", "", 9, "Support lead"),
        ("Analyst", "", 1, "Support lead"),
        ("Community lead", "Leo", None, ""),
        ("Hosts", "", 2, "Community lead"),
    ]
