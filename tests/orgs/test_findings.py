"""What a finding says: told once, by whoever can do it, and counted in posts where parts of people are counted."""

from __future__ import annotations

from typing import Any

from advisor import analyze_org

HOST: dict[str, Any] = {"title": "Community lead", "duties": ["hosts the members’ forum"]}
AGENT = {"title": "Agent", "duties": ["answers customer tickets"]}
MOD = {"title": "Moderator", "duties": ["removes reported posts"], "headcount": 0.4}


def test_people_who_are_alone_are_told_in_one_finding() -> None:
    (alone,) = [f for f in analyze_org([HOST, AGENT, MOD]).findings if f.id == "org.single"]
    assert alone.title == (
        "Only one person covers each of community management (“Community lead”), "
        "customer support (“Agent”) and moderation (“Moderator”)"
    )
    assert alone.roles == (0, 1, 2)
    (one,) = [f for f in analyze_org([{**HOST, "headcount": 2}, AGENT]).findings if f.id == "org.single"]
    assert one.next_step == "Train a deputy for customer support (“Agent”), who takes turns on a simple rota."


def test_whoever_leads_the_community_work_is_named() -> None:
    owners = {f.id: f.owner for f in analyze_org([HOST, AGENT]).findings}
    assert owners["org.no_route"] == owners["org.single"] == "Community lead"
    two = analyze_org([HOST, {**HOST, "title": "Community host"}, AGENT])
    assert {f.owner for f in two.findings if f.id == "org.no_route"} == {"Whoever leads the community work"}


def test_parts_of_people_are_posts() -> None:
    result = analyze_org([HOST, MOD])
    assert "1.4 posts" in result.subline
    assert "0.4 posts" in result.structure.before.told
    assert "2 people" in analyze_org([HOST, AGENT]).subline


def test_an_empty_seat_is_told_in_the_words_that_say_so() -> None:
    text = "Tom answers tickets. We have a vacant post for a Community Manager since March."
    (vacant,) = [f for f in analyze_org(text).findings if f.id == "org.vacant"]
    assert "“We have a vacant post for a Community Manager since March”" in vacant.why
    assert not [f for f in analyze_org("Tom answers tickets.").findings if f.id == "org.vacant"]
