"""One line that lists seats, and work that "is" its people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org
from advisor.orgs.read import read_org


def seats(text: str) -> list[tuple[str, float | None]]:
    """Return each seat's title and number of people."""
    return [(role.title, role.headcount) for role in read_org(text).roles]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Marketing (3): Head of Marketing; Social Media Manager; Content Writer",
            [("Head of Marketing", None), ("Social Media Manager", None), ("Content Writer", None)],
        ),
        (
            "Customer Care (8): Team Lead, 7 agents\nCommunity (1): Community Manager",
            [("Team Lead", None), ("Agents", 7), ("Community Manager", None)],
        ),
        (
            "2x community managers, 3x moderators (night), 1x social media",
            [("Community managers", 2), ("Moderators", 3), ("Social media", 1)],
        ),
        (
            "Org: 1x Director CX; 2x Team leads support; 24x agents; 1x QA; 0.5x knowledge base editor",
            [
                ("Director CX", 1),
                ("Team leads support", 2),
                ("Agents", 24),
                ("QA", 1),
                ("Knowledge base editor", 0.5),
            ],
        ),
    ],
)
def test_a_row_of_seats_is_one_each(text: str, wanted: list[tuple[str, float | None]]) -> None:
    assert seats(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marketing (3): posts, newsletters, blog", [("Marketing", 3)]),
        ("Support: 1 team lead, 7 agents", [("Team lead", 1), ("Support agents", 7)]),
        ("Community manager: 2x a week on Discord, 3x on Slack", [("Community manager", None)]),
    ],
)
def test_other_rows_stay_whole(text: str, wanted: list[tuple[str, float | None]]) -> None:
    assert seats(text) == wanted


def test_work_is_its_people() -> None:
    assert seats("Support is six agents. Ana runs the forum.") == [("Support agents", 6), ("Ana", None)]
    roles = analyze_org("Trust & safety is two analysts in Dublin and 40 moderators in Manila.").roles
    assert [(role.draft.title, role.draft.headcount) for role in roles] == [
        ("Trust & safety analysts", 2),
        ("Moderators", 40),
    ]
    assert roles[0].shares["trust_safety"] == roles[1].shares["moderation"] == 1


def test_a_form_may_tell_a_name_and_no_title() -> None:
    roles = read_org("Who: Jonas\nWhat: runs the Slack community\nReports to: CMO").roles
    assert [(r.title, r.reports_to, r.duties) for r in roles] == [
        ("Jonas", "CMO", ("runs the Slack community",))
    ]
    held = read_org("Role: Community Lead\nWho: Jonas\nDoes: runs the Slack community").roles
    assert [(r.title, r.name) for r in held] == [("Community Lead", "Jonas")]


@pytest.mark.parametrize("said", ["left in June", "has resigned", "quit last week", "retired"])
def test_who_has_left_sits_nowhere(said: str) -> None:
    reading = read_org(f"Ben runs the forum. Our social media manager {said}.")
    assert [role.title for role in reading.roles] == ["Ben"]
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


def test_what_they_left_behind_is_no_departure() -> None:
    assert "Community manager" in [
        t for t, _ in seats("Our community manager left comments open and runs the forum.")
    ]


def test_how_many_are_where_is_no_duty() -> None:
    (role,) = read_org("Mods: 8 volunteers on Discord").roles
    assert (role.headcount, role.duties, role.places) == (8, (), ("Discord",))


def test_names_behind_a_count_are_theirs() -> None:
    roles = read_org("Community (2 people): Ana, Ben\nSocial media (1): Zoe\nSupport (3): Bob, tickets").roles
    assert [(r.title, r.name, r.headcount, r.duties) for r in roles] == [
        ("Community", "Ana and Ben", 2, ()),
        ("Social media", "Zoe", 1, ()),
        ("Support", "", 3, ("Bob", "tickets")),
    ]


def test_who_are_said_to_be_volunteers() -> None:
    (role,) = read_org("Our two moderators, Ana and Ben, are volunteers.").roles
    assert (role.title, role.name, role.duties) == ("Volunteer moderators", "Ana and Ben", ())


def test_work_goes_on_behind_those_who_help() -> None:
    kim, mods = read_org(
        "Kim runs the Discord with 4 volunteer mods, writes patch notes and posts on X."
    ).roles
    assert kim.duties == ("runs the Discord", "writes patch notes", "posts on X")
    assert (mods.headcount, mods.reports_to, mods.duties) == (4, "Kim", ())


@given(
    st.lists(
        st.sampled_from(["2x", "agents", "Support", "(3)", ":", ";", ",", "1x QA", "lead", "Ana"]),
        max_size=10,
    )
)
def test_any_row_is_read_or_refused(parts: list[str]) -> None:
    text = " ".join(["Ben runs the forum.\n", *parts])
    try:
        reading = read_org(text)
    except InputError:
        return
    assert all(0 <= s.start <= s.end <= len(text) for role in reading.roles for s in role.spans)


def test_seats_named_together_report_together() -> None:
    text = (
        "Customer Care (62), Content Review (23), Fraud & Safety (9), Tools (2). "
        "Customer Care, Content Review and Fraud all sit under the VP Operations. Tools reports to the CTO."
    )
    assert {role.title: role.reports_to for role in read_org(text).roles} == {
        "Customer Care": "VP Operations",
        "Content Review": "VP Operations",
        "Fraud & Safety": "VP Operations",
        "Tools": "CTO",
    }
