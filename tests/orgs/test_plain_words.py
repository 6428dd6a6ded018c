"""How people without a form or a chart tell a team in a sentence or two."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org
from tests.orgs.seats import roles

Told = dict[str, tuple[float | None, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We have Sarah (full time, social media and community), two part-time support people and an intern who does moderation.",
            {
                "Sarah": (None, ("social media and community",)),
                "Part-time support people": (2, ()),
                "Intern": (None, ("does moderation",)),
            },
        ),
        (
            "We have two support people and an intern who moderates the chat.",
            {"Support people": (2, ()), "Intern": (None, ("moderates the chat",))},
        ),
        (
            "The social media team (3) answers comments. Customer service is in Poland, 22 people, and reports to the COO.",
            {"Social media team": (3, ("answers comments",)), "Customer service": (22, ())},
        ),
        ("Our team: Sarah. She runs the forum.", {"Sarah": (None, ("runs the forum",))}),
        ("Sarah handles social and the Discord.", {"Sarah": (None, ("handles social", "the Discord"))}),
        (
            "Sarah is our community manager. She is supported by 4 forum moderators who get paid by the hour.",
            {"Community manager": (None, ()), "Forum moderators": (4, ())},
        ),
    ],
)
def test_sentences(text: str, told: Told) -> None:
    assert {
        title: (role.headcount, tuple(d for d in role.duties if d != "customer support"))
        for title, role in roles(text).items()
    } == told


@pytest.mark.parametrize(
    "text",
    [
        "Mike, support, 80%\nAna, social media",
        "- Mike (80 %), support\n- Ana, social media",
        "- Mike 80%: support\n- Ana: social media",
    ],
)
def test_names_before_their_work(text: str) -> None:
    found = roles(text)
    assert {title: (role.hours, role.duties) for title, role in found.items()} == {
        "Mike": (32, ("support",)),
        "Ana": (None, ("social media",)),
    }


def test_shares_of_one_person_add_up() -> None:
    found = roles("Community: Sarah 50%, Mike 20%\nSocial: Sarah 50%\nSupport: Mike 80%, 2 temps")
    assert {title: (role.headcount, role.hours) for title, role in found.items()} == {
        "Sarah": (None, 40),
        "Mike": (None, 40),
        "Temps": (2, None),
    }


@pytest.mark.parametrize("line", ["- Tim, 80%, community manager", "- Tim 80% – community manager"])
def test_a_share_between_name_and_title(line: str) -> None:
    (role,) = read_org(line).roles
    assert (role.title, role.name, role.hours) == ("Community manager", "Tim", 32)


@pytest.mark.parametrize("said", ["No moderators, we use AutoMod.", "No moderators."])
def test_a_role_that_there_is_not(said: str) -> None:
    reading = read_org(f"Ida runs the forum. {said}")
    assert [role.title for role in reading.roles] == ["Ida"]
    assert [(fact.kind, fact.text) for fact in reading.facts] == [("nobody", said)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Marketing: Ben (social), Jo (community), Kay (PR)",
            {"Ben": (None, ("social",)), "Jo": (None, ("community",)), "Kay": (None, ("PR",))},
        ),
        ("Support: Lou + 4 agents", {"Support": (None, ("Support",)), "Support agents": (4, ("Support",))}),
        (
            "Our community is run by volunteers. There are 15 of them.",
            {"Volunteers": (15, ("run our community",))},
        ),
        (
            "Customer emails go to the office administrator.",
            {"Office administrator": (None, ("customer emails",))},
        ),
    ],
)
def test_whoever_is_named_behind_work(text: str, told: Told) -> None:
    assert {title: (role.headcount, role.duties) for title, role in roles(text).items()} == told


@pytest.mark.parametrize(
    "said", ["all reporting to the Head of Digital", "and all of them report to the Head of Digital"]
)
def test_all_of_a_sentence_may_answer_to_one(said: str) -> None:
    found = roles(f"Ana – designer\n\nWe have 1 community manager and 2 moderators, {said}.")
    assert {title: role.reports_to for title, role in found.items()} == {
        "Designer": "",
        "Community manager": "Head of Digital",
        "Moderators": "Head of Digital",
    }


def test_a_heading_that_tells_the_boss_stands_over_bullets_in_its_column() -> None:
    found = roles(
        "Customer Experience (reports to COO)\n- Manager: Petra\n- 6 agents\n\nBrand (reports to CMO)\n- Social: Kim"
    )
    assert {title: role.reports_to for title, role in found.items()} == {
        "Customer Experience manager": "COO",
        "Agents": "Customer Experience manager",
        "Social": "CMO",
    }


def test_brackets_tell_who_does_what_and_who_is_away() -> None:
    reading = read_org(
        "We are six: one marketer (Zara: Instagram, newsletter) and two founders.\n\n"
        "Community manager – Sam\nCommunity manager – Alex (parental leave until June)\nAgents: 45 (30 Manila, 15 Dublin)"
    )
    told = [(role.title, role.name, role.headcount) for role in reading.roles]
    assert told == [
        ("Marketer", "Zara", 1),
        ("Founders", "", 2),
        ("Community manager", "Sam", None),
        ("Agents", "", 45),
    ]
    assert reading.roles[0].duties == ("Instagram", "newsletter")
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


def test_some_of_a_team_are_counted() -> None:
    found = roles("Two employees in the safety team handle reports of self-harm. Sarah runs our TikTok.")
    assert {title: role.headcount for title, role in found.items()} == {"Safety team": 2, "Sarah": None}


def test_a_department_with_its_name_in_a_bracket_has_its_own_bullet() -> None:
    found = roles(
        "* Hana - social media freelancer, TikTok\n* Legal (Marc) looks at law-enforcement requests, maybe 2h a week"
    )
    assert found["Social media freelancer"].duties == ("TikTok",)
    assert found["Legal (Marc)"].hours == 2


def test_a_supplier_in_quotes_and_a_vacancy_in_italics() -> None:
    reading = read_org(
        '- Support Quality Analyst – Ines\n- BPO partner "Answerly": 12 agents, night shift\n'
        "- Trust & Safety Policy Manager – *open since August*"
    )
    assert [(role.title, role.headcount) for role in reading.roles] == [
        ("Support Quality Analyst", None),
        ("BPO Answerly agents", 12),
    ]
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


def test_an_office_whose_people_are_counted() -> None:
    found = roles(
        "Our Patient Liaison Office has four people - Orla, Tom and a vacancy - who answer patients' questions."
    )
    assert found["Patient Liaison Office"].headcount == 4
