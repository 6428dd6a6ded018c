"""What stands before and behind a title: what a sentence is about, which of several, how many, who."""

from __future__ import annotations

import pytest

from advisor import analyze_org


def seats(text: str) -> list[tuple[str, str, float]]:
    return [(r.draft.title, r.draft.name, r.people) for r in analyze_org(text).roles]


def test_what_a_sentence_is_about_hides_nobody() -> None:
    told = "Patient groups: Ana Ruiz, Patient Community Manager, reports to Bo. Hosts the evening groups."
    role = analyze_org(told).roles[0]
    assert (role.draft.title, role.draft.name, role.draft.reports_to) == (
        "Patient Community Manager",
        "Ana Ruiz",
        "Bo",
    )
    assert role.draft.duties == ("Hosts the evening groups",)
    assert (
        seats("Care: Ana Ruiz is Support Operations Manager. Ten agents report to Ana.")[0][1] == "Ana Ruiz"
    )


def test_a_leaders_field_behind_a_comma_is_no_name() -> None:
    assert seats("Ana Ruiz is now Director, Customer Support. All tickets go through her.") == [
        ("Director, Customer Support", "Ana Ruiz", 1)
    ]


@pytest.mark.parametrize(
    ("names", "people"), [("Ana Ruiz and Bo Lind", 2), ("Ana Ruiz, Bo Lind and Cy Moor", 3)]
)
def test_names_behind_a_title_and_a_colon_sit_there(names: str, people: int) -> None:
    text = f"Support agents: {names}. They answer tickets."
    assert seats(text) == [("Support agents", names, people)]
    assert analyze_org(text).roles[0].draft.duties == ("answer tickets",)


def test_a_number_that_tells_one_of_several_apart_is_no_count() -> None:
    told = "Tier 1 agents: 10. They report to Ana. Tier 2 agents: 4. They report to Bo."
    assert [(title, people) for title, _, people in seats(told)] == [
        ("Tier 1 agents", 10),
        ("Tier 2 agents", 4),
    ]


def test_the_kind_of_several_is_part_of_their_title() -> None:
    told = "Head of Support (Ana Ruiz)\n    Support Agents, English (6)\n    Support Agents, German (3)"
    assert [(title, people) for title, _, people in seats(told)] == [
        ("Head of Support", 1),
        ("Support Agents, English", 6),
        ("Support Agents, German", 3),
    ]


def test_names_before_a_title_and_a_colon_sit_there() -> None:
    told = "- Ana Ruiz: CMO, brand\n- Bo Lind and Cy Moor: Customer Care Agents, chat, report to Ana"
    assert seats(told) == [("CMO", "Ana Ruiz", 1), ("Customer Care Agents", "Bo Lind and Cy Moor", 2)]
    assert seats("- Customer Care: Team Lead, refunds\n- Moderator, checks posts")[0][1] == ""


@pytest.mark.parametrize("mark", [",", ""])
def test_who_is_excepted_reports_to_somebody_else(mark: str) -> None:
    told = "Community manager Ana runs the forum. Agents: 4, answer tickets.\n"
    told += f"Everyone reports to Olga{mark} except the agents, who report to Max."
    assert [r.draft.reports_to for r in analyze_org(told).roles] == ["Olga", "Max"]
