"""How many people and how much of a week a description gives a seat, which seats are two, and the organisation's size."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org
from tests.orgs.seats import roles


@pytest.mark.parametrize(
    ("text", "title", "count"),
    [
        ("We have a support team of five and a team of 12 moderators.", "Support team", 5),
        ("We have a support team of five and a team of 12 moderators.", "Moderators", 12),
        ("The moderation team (six people) checks reports.", "Moderation team", 6),
        ("Support has four people. Ola runs the forum.", "Support", 4),
        ("Customer care is six people led by Hanna.", "Customer care", 6),
        ("Support: 5 agents\nCommunity: Ola", "Support agents", 5),
        ("Support\n- 24/7 desk, 14 people over 3 shifts\n\nCommunity\n- Ali: Discord events", "Support", 14),
        ("Jane, support agent 3 days a week: tickets", "Support agent", None),
    ],
)
def test_numbers_in_words_and_digits(text: str, title: str, count: float | None) -> None:
    assert roles(text)[title].headcount == count


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Jane, support agent, 3 days a week: tickets", 24),
        ("Priya handles the inbox two days a week.", 16),
        ("Priya handles the inbox about a day a week.", 8),
        ("Priya handles the inbox half a day a week.", 4),
        ("Bo is our social media manager and works Tuesdays and Thursdays only.", 16),
        ("Bo is our social media manager. Bo posts on Mondays.", None),
    ],
)
def test_days_are_hours(text: str, hours: float | None) -> None:
    (role,) = roles(text).values()
    assert role.hours == hours


def test_working_days_do_not_hide_what_the_title_says() -> None:
    result = analyze_org("Bo is our social media manager and works Tuesdays and Thursdays only.")
    assert result.roles[0].levels["social_media"] == "all"


@pytest.mark.parametrize(
    "text",
    [
        "Support agent (vacant): answers tickets\nCommunity manager: runs the forum",
        "Open position: Support agent\nCommunity manager: runs the forum",
        "Title\tName\tDuties\nSupport agent\tVacant\ttickets\nCommunity manager\tOla\truns the forum",
        "Ben is on parental leave until May, he answers tickets. The community manager runs the forum.",
        "Support: vacant\nCommunity manager: runs the forum",
        "Title,People,Duties\nSupport agent,0,tickets\nCommunity manager,1,runs the forum",
        "Community manager: runs the forum\nSupport agent: open req, not filled yet",
    ],
)
def test_an_empty_seat_covers_nothing(text: str) -> None:
    result = analyze_org(text)
    assert [role.draft.title for role in result.roles] == ["Community manager"]
    assert {c.practice: c.state for c in result.coverage.practices}["support"] == "nobody"
    assert [fact.kind for fact in result.reading.facts] == ["vacancy"]


def test_the_same_seat_in_two_parts_of_an_organisation() -> None:
    found = roles(
        "UK team\nSupport: 5 agents\nHarry: Instagram\n\nGermany team\nSupport: 3 agents\nSteffi: forum"
    )
    assert found["Support agents"].headcount == 5
    assert found["Support agents (Germany team)"].headcount == 3
    regions = roles("- Community Manager EMEA: hosts the forum\n- Community Manager US: hosts the Discord")
    assert list(regions) == ["Community Manager EMEA", "Community Manager US"]


def test_who_leads_and_parts_of_a_week() -> None:
    assert roles("Anna leads the community team (3 people).")["Community team"].reports_to == "Anna"
    assert roles("1) Social Media Specialist (Bo, 60%): Instagram")["Social Media Specialist"].hours == 24
    assert roles("Support is three people under Dev: they answer tickets.")["Support"].reports_to == "Dev"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We are about 60 people. Ola runs the forum.", 60),
        ("We are a company of 120 people. Ola runs the forum.", 120),
        ("The company employs about 1,200 people. Ola runs the forum.", 1200),
        ("Ola runs a support team of 12 people.", None),
    ],
)
def test_how_large_the_organisation_is(text: str, size: int | None) -> None:
    assert read_org(text).org_size == size
