"""Who is away sits nowhere; who will be away is there today; whom somebody wants to hire does nothing yet."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org


@pytest.mark.parametrize(
    "said",
    ["goes on parental leave in March", "will be on leave from June", "is leaving in May", "retires in July"],
)
def test_who_will_be_away_is_there_today(said: str) -> None:
    reading = read_org(f"- Jana, forum host, {said}, answers members\n- Bo, moderator, reviews reports")
    assert [role.title for role in reading.roles] == ["Forum host", "Moderator"]
    assert reading.roles[0].duties == ("answers members",)
    assert [fact.kind for fact in reading.facts] == ["absence"]
    (finding,) = [f for f in analyze_org(reading).findings if f.id == "org.leaving"]
    assert said in finding.why


def test_to_take_leave_of_words_is_no_absence() -> None:
    assert not read_org("- Jana, forum host, leaves comments on posts").facts


@pytest.mark.parametrize(
    "wish",
    [
        "The CEO wants to hire somebody who'd do socials.",
        "The CEO plans to hire a person who answers tickets and runs the Discord, 16 hours.",
    ],
)
def test_whom_somebody_wants_to_hire_does_nothing_yet(wish: str) -> None:
    reading = read_org(f"Ana, our community manager, runs the forum. {wish}")
    (ceo,) = [role for role in reading.roles if role.title == "CEO"]
    assert (ceo.duties, ceo.hours) == ((), None)
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


def test_who_wants_to_hire_keeps_their_own_work_and_seat() -> None:
    told = (
        "Olga, head of marketing, wants to hire a moderator and runs Instagram herself. Ana answers tickets."
    )
    found = analyze_org(told)
    assert found.roles[0].draft.duties == ("runs Instagram",)
    (vacant,) = [f for f in found.findings if f.id == "org.vacant"]
    assert "“moderator”" in vacant.next_step
    assert "head of marketing" not in vacant.next_step


def test_all_but_one_report_to_somebody() -> None:
    told = "Anna is community manager. Max is support agent. All report to Olga"
    for more, bosses in (
        (", except Max, who reports to the COO.", ["Olga", "COO"]),
        (" apart from Max.", ["Olga", ""]),
    ):
        assert [role.reports_to for role in read_org(told + more).roles] == bosses


def test_of_many_empty_seats_the_first_are_named_and_the_rest_counted() -> None:
    seats = ["Moderator", "Support agent", "Social media manager", "Community host", "Data analyst"]
    found = analyze_org("Ana runs the forum.\n" + "".join(f"- {seat} (vacant)\n" for seat in seats))
    (vacant,) = [f for f in found.findings if f.id == "org.vacant"]
    assert vacant.next_step.endswith("and 2 more.")


def test_a_cell_says_that_somebody_is_away() -> None:
    text = (
        "| Role | Name | Status | Duties |\n|---|---|---|---|\n| Host | Ana | Maternity leave to May | runs the forum |\n"
        "| Moderator | Bo | active | reviews reports |\n| Agents | Cy, Di | one on leave | answer tickets |"
    )
    assert [role.title for role in read_org(text).roles] == ["Moderator", "Agents"]


def test_a_number_before_a_title_in_a_cell_counts_people() -> None:
    rows = read_org("Who\tWhat\n25 volunteers\tanswer questions\n2 part-time agents\ttickets").roles
    assert [(r.title, r.headcount) for r in rows] == [("Volunteers", 25), ("Part-time agents", 2)]
