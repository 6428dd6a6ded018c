"""Seats that are empty behind a count, and sizes and counts as people write them."""

from __future__ import annotations

import pytest

from advisor import analyze_org


@pytest.mark.parametrize("said", ["x 1 (VACANT)", "(open since June)", "x 1, vacant since June"])
def test_an_empty_seat_is_nobodys_whatever_stands_between(said: str) -> None:
    org = analyze_org(f"Deputy lead {said}\nSupport agent: Tim, answers tickets")
    assert [r.draft.name for r in org.roles] == ["Tim"]
    assert any(fact.kind == "vacancy" for fact in org.reading.facts)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("We are a staff of eight.", 8),
        ("We're about 60 ppl.", 60),
        ("We are a company of twelve people.", 12),
        ("We are a charity with two offices.", None),
    ],
)
def test_the_size_of_the_organisation_in_words(said: str, size: int | None) -> None:
    assert analyze_org(f"{said} Ana runs the forum, Bo answers tickets.").org_size == size


@pytest.mark.parametrize(
    ("first", "size"),
    [
        ("Dating app, 60 ppl. Org as of today:", 60),
        ("Harbour Books, about 40 staff", 40),
        ("Customer care, 12 people.", None),
    ],
)
def test_a_size_behind_the_name_in_the_first_line(first: str, size: int | None) -> None:
    assert analyze_org(f"{first}\n- Ana: runs the forum\n- Bo: answers tickets").org_size == size


def test_counts_of_a_table_with_more_beside_them() -> None:
    told = "Team | Lead | Headcount\nSupport | Kim | 24 (18 FT, 6 PT)\nModeration | vacant | 3 + 1 agency"
    roles = analyze_org(told).roles
    assert [r.people for r in roles] == [24, 4]
    assert [r.draft.reports_to for r in roles] == ["Kim", ""]


@pytest.mark.parametrize(
    "wish", ["My CEO wants them measured on follower growth.", "Our COO would like one head of community."]
)
def test_a_leaders_wish_is_no_seat(wish: str) -> None:
    assert [r.label for r in analyze_org(f"{wish} Ana, community manager, runs the forum.").roles] == [
        "Community manager"
    ]


def test_a_leader_who_works_has_a_seat_whatever_they_believe() -> None:
    told = "The COO believes in community and hosts the forum. Ana answers tickets."
    assert analyze_org(told).roles[0].label == "COO"


def test_who_holds_a_seat_is_not_its_lead() -> None:
    beside = analyze_org("Role | Who | Lead | Reports to\nSupport agent | Kim | Bo | Ana").roles[0].draft
    named = "First name,Last name,Role,Lead,Reports to\nKim,Olsen,Support agent,Bo,Ana"
    apart = analyze_org(named).roles[0].draft
    assert [(d.name, d.reports_to) for d in (beside, apart)] == [("Kim", "Ana"), ("Kim Olsen", "Ana")]


def test_figures_are_counts_however_short_the_work_beside_them() -> None:
    found = analyze_org(
        "Support / 4 people / tickets\nCommunity / 2 people / events\nModeration / 3 people / queue"
    )
    assert [(r.draft.headcount, r.draft.duties) for r in found.roles] == [
        (4, ("tickets",)),
        (2, ("events",)),
        (3, ("queue",)),
    ]


def test_kinds_of_agents_are_added_up() -> None:
    found = analyze_org(
        "Support agents, English (6), German (2), French (1): answer tickets\nAna: hosts the forum"
    )
    agents = found.roles[0]
    assert (agents.label, agents.people, agents.draft.duties) == ("Support agents", 9, ("answer tickets",))


def test_a_lead_beside_who_is_above_is_a_name_and_hours_are_no_work() -> None:
    told = "Team | Lead | Reports into | Hours\nCustomer Care | Ana Reid | COO | Office hours\nDesign | Bo | CMO | -"
    care, design = analyze_org(told).roles
    assert (care.draft.name, care.draft.reports_to) == ("Ana Reid", "COO")
    assert (design.draft.name, design.draft.reports_to) == ("Bo", "CMO")
    assert care.shares["community"] == 0
    alone = analyze_org("Team | Lead | Headcount\nSupport | Kim | 4\nModeration | Bo | 2").roles
    assert [r.draft.reports_to for r in alone] == ["Kim", "Bo"]


def test_the_size_of_a_team_is_not_that_of_the_organisation() -> None:
    told = "Enquiries go to the call centre (22 employees), which reports to sales. Ana runs the forum."
    org = analyze_org(told)
    assert org.org_size is None
    assert [fact.kind for fact in org.reading.facts] != ["size"]
    assert analyze_org("We have 22 employees. Ana runs the forum.").org_size == 22


@pytest.mark.parametrize(
    ("days", "hours"),
    [
        ("Tuesday to Thursday", 24),
        ("Mondays and Fridays", 16),
        ("Monday-Friday", 40),
        ("Monday to Wednesday and Friday", 32),
        ("Monday, Wednesday to Friday", 32),
    ],
)
def test_days_of_the_week_are_counted(days: str, hours: float) -> None:
    assert analyze_org(f"Pete works {days} and runs the forum.").roles[0].draft.hours == hours


def test_people_counted_beside_their_name_in_a_table() -> None:
    told = (
        "Name\tRole\tFTE\tManager\tWhat they do\n"
        "Beth Long\tOnline Community Officer\t0.6\tHelen\tRuns the patients’ forum\n"
        "Volunteer hosts (9)\tForum hosts\t-\tBeth Long\tWelcome new members\n"
        "Nurses x5\tHelpline nurse\t3\tSam\tAnswer calls from patients"
    )
    found = analyze_org(told)
    assert [(r.label, r.people, r.draft.hours) for r in found.roles] == [
        ("Online Community Officer", 0.6, None),
        ("Volunteer forum hosts", 9, None),
        ("Helpline nurse", 5, 24),
    ]
    rules = next(seam for seam in found.structure.seams if "rules of the space" in seam.work.lower())
    assert dict(rules.parts)["Online Community Officer"] == "A/R"


def test_a_suppliers_people_are_no_posts_of_ones_own_and_have_leads() -> None:
    def team(more: str) -> str:
        head = "Head of Trust and Safety: Lars, writes the policy\n"
        return f"{head}18 content moderators{more}, report to Lars: review reported photos\nJules: posts on Instagram"

    own, outside = analyze_org(team("")), analyze_org(team(", BPO in Lisbon"))
    assert "org.span" in {f.id for f in own.findings}
    assert "org.span" not in {f.id for f in outside.findings}
    assert own.structure.now != outside.structure.now


def test_whoever_leads_those_who_do_the_work_answers_for_it() -> None:
    told = (
        "Director of Player Care: leads support\n"
        "Support manager, reports to Director of Player Care: answers for tickets\n"
        "14 agents, report to Support manager: answer tickets\nAna: hosts the forum"
    )
    case = next(s for s in analyze_org(told).structure.seams if "customer’s case" in s.work.lower())
    assert dict(case.parts)["Support manager"] == "A/R"
