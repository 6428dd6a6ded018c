"""Charts that are drawn with arrows."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org


def bosses(text: str) -> dict[str, str]:
    """Return who answers to whom, as read."""
    return {role.title: role.reports_to for role in read_org(text).roles}


@pytest.mark.parametrize("arrow", ["->", "→", "=>", ">", "–>"])
def test_a_chain_is_read_from_its_top(arrow: str) -> None:
    chain = f" {arrow} ".join(["COO", "Head of Care", "Support agents (12), Quality lead"])
    assert bosses(chain) == {
        "COO": "",
        "Head of Care": "COO",
        "Support agents": "Head of Care",
        "Quality lead": "Head of Care",
    }


def test_who_begins_several_chains_has_one_seat() -> None:
    text = "CEO\nCEO → COO (Ana Bell) → Support lead\nCEO → CMO → Social media manager (Bo)\nCEO → CMO → Events lead"
    assert bosses(text) == {
        "CEO": "",
        "COO": "CEO",
        "Support lead": "COO",
        "CMO": "CEO",
        "Social media manager": "CMO",
        "Events lead": "CMO",
    }
    assert {role.title: role.name for role in read_org(text).roles}["COO"] == "Ana Bell"


def test_a_chain_may_end_at_the_top() -> None:
    assert bosses(
        "Moderators (6) → Community manager → Head of Marketing\nSupport agents → Head of Service"
    ) == {
        "Head of Marketing": "",
        "Community manager": "Head of Marketing",
        "Moderators": "Community manager",
        "Head of Service": "",
        "Support agents": "Head of Service",
    }


def test_a_part_of_a_chain_may_have_a_name_that_no_rule_knows() -> None:
    text = (
        "COO -> Ticketing & Service Lead (Maike) -> Service agents (6, two of them part-time)\n"
        "COO -> Fan Services (Bo) -> Fan hosts (2)\nCOO -> Brand -> Designer"
    )
    assert bosses(text) == {
        "COO": "",
        "Ticketing & Service Lead": "COO",
        "Service agents": "Ticketing & Service Lead",
        "Fan Services": "COO",
        "Fan hosts": "Fan Services",
        "Designer": "COO",
    }


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Community manager → forum, events, newsletter", ["Community manager"]),
        ("Support → 3 agents", ["Support agents"]),
        ("Social media manager: posts -> replies -> report", ["Social media manager"]),
    ],
)
def test_arrows_before_work_draw_no_chart(text: str, titles: list[str]) -> None:
    assert [role.title for role in read_org(text).roles] == titles
