"""Tables of marks: who does which task."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org
from tests.orgs.seats import roles


@pytest.mark.parametrize(
    "text",
    [
        "Task | Ana | Agents (5 FTE) | Legal\nForum hosting | R/A | C | -\nTickets | I | R | -\nAbuse | R | C | A",
        "Task;Ana;Agents (5);Legal\nForum hosting;R, A;C;\nTickets;I;R;\nAbuse;RA;C;A",
        "| | Ana | Agents (5) | Legal |\n|---|---|---|---|\n| Forum hosting | x | | |\n| Tickets | | x | |\n| Abuse | ✓ | | |",
        "Name\tForum hosting\tTickets\tAbuse\nAna\tx\t\tx\nAgents (5)\t\tx",
    ],
)
def test_who_has_a_mark_does_the_task(text: str) -> None:
    found = roles(text)
    assert {title: (role.headcount, role.duties) for title, role in found.items()} == {
        "Ana": (None, ("Forum hosting", "Abuse")),
        "Agents": (5, ("Tickets",)),
    }


def test_a_head_may_hold_name_and_title() -> None:
    (role,) = (
        r for r in read_org("Task | Ana (community manager) | Bo\nForum | x |\nMail | | x").roles if r.name
    )
    assert (role.title, role.name) == ("community manager", "Ana")


def test_a_task_without_a_mark_is_nobodys() -> None:
    reading = read_org("Task | Ana | Bo\nForum | x | \nMail | | x\nAppeals | | ")
    assert [(fact.kind, fact.text) for fact in reading.facts] == [("nobody", "Appeals | |")]


@pytest.mark.parametrize(
    "text",
    [
        "Role | Duties | Hours\nCommunity manager | forum | 20\nAgent | tickets | 40",
        "Role | People | Notes\nModerators | 4 | -\nAgents | 6 | -",
    ],
)
def test_other_tables_stay_what_they_are(text: str) -> None:
    assert len(read_org(text).roles) == 2
