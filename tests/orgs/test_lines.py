"""Bullets beside those that name roles: a role with a title that no rule knows, or work that is doubted."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org
from tests.orgs.seats import roles


@pytest.mark.parametrize(
    ("bullet", "title", "name", "headcount", "hours"),
    [
        ('1 x "Delight Wizard" (Lotte): mails, returns', "Delight Wizard", "Lotte", 1, None),
        ("Working student, 15 h: mails, returns", "Working student", "", None, 15),
        ("Student helper (Ben): mails, returns", "Student helper", "Ben", None, None),
        ("Sunshine crewmates (4): mails, returns", "Sunshine crewmates", "", 4, None),
    ],
)
def test_a_label_that_is_counted_named_or_has_hours_is_a_role(
    bullet: str, title: str, name: str, headcount: float | None, hours: float | None
) -> None:
    found = roles(f"- CFO: part-time, external\n- {bullet}\n")
    assert found["CFO"].duties == ("external",)
    seat = found[title]
    assert (seat.name, seat.headcount, seat.hours) == (name, headcount, hours)
    assert seat.duties == ("mails", "returns")


def test_a_label_that_ends_like_a_title_is_a_role() -> None:
    assert list(roles("- CFO: external\n- Working student: mails, returns")) == ["CFO", "Working student"]


def test_a_label_alone_stays_with_the_role_before_and_is_doubted() -> None:
    (role,) = roles("- CFO: external\n- Sunshine corner: mails, returns").values()
    assert "returns" in role.duties
    assert any("“Sunshine corner” was read as work of “CFO”" in doubt for doubt in role.doubts)


@pytest.mark.parametrize("bullet", ["Tools: Zendesk", "Instagram: daily posts", "Saturdays: live chat"])
def test_labels_that_are_no_person_are_not_doubted(bullet: str) -> None:
    (role,) = roles(f"- Community manager: runs the forum\n- {bullet}").values()
    assert role.doubts == ()


def test_duties_below_a_title_are_no_roles() -> None:
    (role,) = roles("- Community manager\n  - Newsletter (2): writes it\n  - Forum: runs it").values()
    assert len(role.duties) == 2


@pytest.mark.parametrize("bullet", ["Newsletter (2): weekly", "Budget, 50%: ads"])
def test_a_number_behind_a_thing_makes_nobody(bullet: str) -> None:
    assert list(roles(f"- CFO: external\n- {bullet}")) == ["CFO"]


def test_numbers_of_an_outline_count_nobody() -> None:
    reading = read_org("2. Support\n2.1 Agents – 6, tickets\n2.2 Specialists – 2, bugs")
    assert [(role.title, role.headcount) for role in reading.roles] == [("Agents", 6), ("Specialists", 2)]
    posts = read_org("1.5 moderators: remove spam\n1.0 support agents: tickets")
    assert [role.headcount for role in posts.roles] == [1.5, 1.0]
