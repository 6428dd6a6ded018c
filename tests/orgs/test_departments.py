"""Departments: seats where they do or count something, places where somebody works in them."""

from __future__ import annotations

import pytest

from advisor.orgs.analyze import analyze_org
from advisor.orgs.facts import size_in
from advisor.orgs.read import read_org
from advisor.orgs.vocabulary import vocabulary

Seats = list[tuple[str, str, float | None, str]]


def seats(text: str) -> Seats:
    """Return title, name, people and boss of each role."""
    return [(r.title, r.name, r.headcount, r.reports_to) for r in read_org(text).roles]


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("The support department handles tickets.", "Support department", None),
        ("The support department (14 people) handles tickets.", "Support department", 14),
        ("Support department – 14 people, answers tickets", "Support department", 14),
        ("Our support department has 14 employees.", "Support department", 14),
        ("Our support team consists of 14 agents.", "Support team", 14),
        ("Customer support dept: 6 agents", "Customer support dept", 6),
    ],
)
def test_a_department_that_does_or_counts_something_is_a_seat(
    text: str, title: str, people: float | None
) -> None:
    assert seats(text) == [(title, "", people, "")]


def test_each_of_two_departments_keeps_its_own_work() -> None:
    roles = read_org(
        "The support department answers tickets and the marketing department writes posts."
    ).roles
    assert [(r.title, r.duties) for r in roles] == [
        ("Support department", ("answers tickets",)),
        ("Marketing department", ("writes posts",)),
    ]


def test_its_employees_are_not_the_organisations() -> None:
    said = "Our support department consists of 14 employees (11.2 FTE), headed by Yvonne Blake."
    assert seats(said) == [("Support department", "", 14, "Yvonne Blake")]
    assert analyze_org(said).roles[0].hours_total == pytest.approx(11.2 * 40)
    assert size_in("Lumen has 60 employees.", vocabulary()) == 60


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Jo sits in the marketing department and runs our Instagram.", ["Jo"]),
        (
            "We have a community manager in the product department and a social media manager in marketing.",
            ["Community manager", "Social media manager"],
        ),
        ("Lea hands bugs to the product department. Lea runs the forum.", ["Lea"]),
        ("Nobody in the marketing team looks after the forum; Lea answers tickets.", ["Lea"]),
        ("Nobody in the marketing department looks after the forum; Lea answers tickets.", ["Lea"]),
    ],
)
def test_where_somebody_works_is_no_seat(text: str, titles: list[str]) -> None:
    assert [r.title for r in read_org(text).roles] == titles


def test_a_department_that_has_somebody_leaves_the_work_to_them() -> None:
    said = "The communications department has a social media officer who writes posts for Instagram."
    (role,) = read_org(said).roles
    assert role.title == "Social media officer"
    assert any("Instagram" in duty for duty in role.duties)


def test_the_manager_in_brackets_holds_the_department() -> None:
    text = "Communications department (manager: Joan Adler)\nShe plans the social media posts."
    assert seats(text) == [("Head of Communications", "Joan Adler", None, "")]


@pytest.mark.parametrize(
    ("said", "boss", "duties"),
    [
        ("reports to Tim Bell and moderates the forum", "Tim Bell", ("moderates the forum",)),
        ("reports to Tim and answers tickets", "Tim", ("answers tickets",)),
        ("reports to marketing and sales", "marketing and sales", ()),
    ],
)
def test_work_behind_a_bosss_name_is_work(said: str, boss: str, duties: tuple[str, ...]) -> None:
    (role,) = read_org(f"Jo, community manager, {said}.").roles
    assert (role.reports_to, role.duties) == (boss, duties)


def test_who_writes_keeps_both_names() -> None:
    (role,) = read_org("I'm Martha Kline, the head of community. I run our forum.").roles
    assert role.name == "Martha Kline"


def test_whom_a_boss_answers_to_is_no_duty() -> None:
    text = "Questions are handled by eleven support agents, led by a head of support who reports to the COO."
    (role,) = read_org(text).roles
    assert role.reports_to == "head of support"
    assert not any("COO" in duty for duty in role.duties)
