"""Bullets beside those that name roles: a role with a title that no rule knows, or work that is doubted."""

from __future__ import annotations

import pytest

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


def test_a_label_alone_stays_with_the_role_before_and_is_doubted() -> None:
    (role,) = roles("- CFO: external\n- Working student: mails, returns").values()
    assert "returns" in role.duties
    assert any("“Working student” was read as work of “CFO”" in doubt for doubt in role.doubts)


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
