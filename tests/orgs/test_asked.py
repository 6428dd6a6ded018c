"""Notes of an interview: questions about who does what, and their answers."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org

NOTES = """\
Q: Who answers customers?
A: Three agents, in shifts.
Q: Who looks after the community?
A: Nobody really.
Q: Who posts on social?
A: Sandra, and an agency for the paid campaigns.
Q: And moderation?
A: Volunteers, about ten of them, led by Mike.
"""


def work(text: str) -> dict[str, tuple[str, ...]]:
    """Return what each seat does, as read."""
    return {role.title: tuple(role.duties) for role in read_org(text).roles}


def test_who_is_named_in_an_answer_does_what_was_asked_about() -> None:
    reading = read_org(NOTES)
    assert {role.title: (role.headcount, role.duties[0]) for role in reading.roles} == {
        "Agents": (3, "answers customers"),
        "Sandra": (None, "posts on social"),
        "Agency": (None, "posts on social"),
        "Volunteers": (10, "moderation"),
    }
    assert reading.left == ()


def test_an_answer_of_nobody_is_a_gap_in_its_own_words() -> None:
    assert [(fact.kind, fact.text) for fact in read_org(NOTES).facts] == [
        ("nobody", "Q: Who looks after the community?\nA: Nobody really.")
    ]
    titles = [finding.title for finding in analyze_org(NOTES).findings]
    assert "Nobody covers community management" in titles


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Who is responsible for the forum? Mostly Jana, our community manager.",
            {"Community manager": ("the forum",)},
        ),
        ("**Who runs the Discord?** Two moderators, Kim and Lou.", {"Moderators": ("runs the Discord",)}),
        ("Who replies to reviews?\n\nOur support lead, Petra.", {"Support lead": ("replies to reviews",)}),
        (
            "Who writes the newsletter? Ines.\nWhat about events? Ines again, with two volunteers.",
            {"Ines": ("writes the newsletter", "events", "with two volunteers")},
        ),
    ],
)
def test_shapes_of_questions(text: str, read: dict[str, tuple[str, ...]]) -> None:
    assert work(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Community manager – runs the forum.\nWho else could help?\nWe don't know yet.",
        "Community manager – runs the forum.\nWho are we?\nA cycling club in Delft.",
    ],
)
def test_questions_without_an_answer_change_nothing(text: str) -> None:
    assert work(text) == {"Community manager": ("runs the forum",)}
