"""Lines that go on with a seat that was read before: by its last word, and to say by what it is judged."""

from __future__ import annotations

from advisor import analyze_org
from advisor.orgs.read import read_org

LIST = (
    "Content moderators (18): review reported photos\n"
    "Support agents (6): answer tickets\n"
    "Social & Community Manager: Jules, Instagram and ambassador events\n\n"
)


def test_a_word_alone_means_the_group_that_ends_with_it() -> None:
    found = read_org(LIST + "Moderators: target 900 decisions a day. Agents: tickets closed.")
    assert [role.title for role in found.roles] == [
        "Content moderators",
        "Support agents",
        "Social & Community Manager",
    ]
    assert [role.measures for role in found.roles][:2] == [("900 decisions a day",), ("tickets closed",)]


def test_a_yardstick_of_somebody_read_before_is_no_duty() -> None:
    found = analyze_org(LIST + "Jules: followers and sign-ups.")
    assert found.roles[2].draft.measures == ("followers and sign-ups",)
    assert "org.reach" in {finding.id for finding in found.findings}


def test_groups_that_are_counted_apart_stay_apart() -> None:
    found = read_org(LIST + "Moderators (4): watch the game chat")
    assert [role.title for role in found.roles][-1] == "Moderators"
    both = read_org("Chat agents (3): answer chats\nPhone agents (4): answer calls\nAgents: work in shifts")
    assert len(both.roles) == 3
