"""What a finding says: told once, by whoever can do it, and counted in posts where parts of people are counted."""

from __future__ import annotations

from typing import Any

import pytest

from advisor import analyze_org
from advisor.report.org_view import org_view

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


def test_seats_of_one_title_are_told_apart_by_who_sits_there() -> None:
    lena = {"title": "Community Manager", "name": "Lena", "duties": ["runs the forum", "posts on Instagram"]}
    tom = {"title": "Community manager", "name": "Tom", "duties": ["answers tickets"]}
    other = {"title": "Community Manager", "duties": ["removes reported posts"]}
    analysis = analyze_org([lena, tom, other, {**AGENT, "name": "Ada"}])
    seats = ["Community Manager (Lena)", "Community manager (Tom)", "Community Manager, seat 3", "Agent"]
    assert [role.label for role in analysis.roles] == seats
    assert [row.title for row in org_view(analysis).rows] == seats
    assert {box.label for box in analysis.structure.before.boxes} == set(seats)
    (bundle,) = [f for f in analysis.findings if f.id == "org.bundle"]
    assert "“Community Manager (Lena)”" in bundle.title
    told = {who for row in analysis.structure.seams for who, _ in row.parts}
    assert set(seats[:2]) <= told
    assert "Community Manager" not in told


def test_a_title_that_a_job_description_brings_is_the_seat_s() -> None:
    (role,) = analyze_org(
        [{"text": "Forum Host\n\nResponsibilities\n- Host our forum\n- Welcome new members\n"}]
    ).roles
    assert role.label == "Forum Host"
    (nameless,) = analyze_org(
        [{"text": "Responsibilities:\n- Host our forum\n- Welcome new members\n"}]
    ).roles
    assert nameless.label


def test_people_who_share_the_lead_divide_those_below() -> None:
    def spans(leads: float, agents: float) -> list[str]:
        lead = {"title": "Team lead", "duties": ["plans the shifts"], "headcount": leads}
        team = [lead, {**AGENT, "headcount": agents, "reports_to": "Team lead"}]
        return [f.title for f in analyze_org(team).findings if f.id == "org.span"]

    assert spans(3, 16) == []
    assert spans(3, 60) == ["About 20 people to each “Team lead”"]
    assert spans(1, 16) == ["16 people report to “Team lead”"]
    assert spans(0.5, 9) == ["9 people report to “Team lead”"]


def test_a_seat_has_as_many_jobs_as_its_picture_says() -> None:
    duties = [
        "welcomes new members",
        "runs the forum",
        "removes spam",
        "posts on Instagram",
        "answers tickets",
    ]
    analysis = analyze_org([{"title": "Community manager", "duties": duties}])
    (role,) = analysis.roles
    (bundle,) = [f for f in analysis.findings if f.id == "org.bundle"]
    assert bundle.title.startswith(f"{len(role.hats)} jobs in one seat")
    assert f"({len(role.hats)} jobs)" in analysis.structure.before.told
    (split,) = analysis.structure.splits
    assert len(split.hours) == len(role.hats)


@pytest.mark.parametrize(
    ("said", "practice"),
    [
        ("Nobody posts on Instagram.", "social_media"),
        ("No one of us is a moderator there.", "moderation"),
        ("We have no community manager.", "community"),
        ("A member set up our Discord for 900 people, and nobody of ours moderates it.", "moderation"),
        ("Comments on Instagram are answered by nobody.", "social_media"),
        ("- Community host (vacant): hosts the forum", "community"),
    ],
)
def test_only_what_the_text_says_nobody_does_is_a_fault(said: str, practice: str) -> None:
    text = f"We are 60 people. Tom answers customer mails.\n{said}"
    found = {f.topic: f for f in analyze_org(text).findings if f.id == "org.nobody"}
    (stated,) = [f for f in found.values() if f.severity != "advice"]
    assert stated.topic == f"practice.{practice}"
    assert stated.severity == "serious"
    assert stated.evidence == (said.removeprefix("- "),)
    for question in found.values():
        if question is not stated:
            assert question.title.startswith("Is anybody there for ")
            assert "proves nothing" in question.why
            assert not question.softened


def test_hours_at_which_nobody_is_there_are_told_though_others_are_covered() -> None:
    def open_hours(said: str) -> list[str]:
        text = f"Community lead: hosts the forum, is there in the evenings\n{said}"
        return [f.title for f in analyze_org(text).findings if f.id == "org.out_of_hours"]

    assert open_hours("Nobody watches the forum at weekends.") == ["Nobody is named for weekends"]
    assert open_hours("The shop is closed at weekends.") == []


def test_a_row_of_a_table_is_quoted_as_words() -> None:
    text = "Role,Name,People,Hours,Duties\nLiaison officer,vacant,1,,answers 1,200 letters\nAgent,Ada,1,,answers tickets"
    (vacant,) = [f for f in analyze_org(text).findings if f.id == "org.vacant"]
    assert "“Liaison officer, vacant, 1, answers 1,200 letters" in vacant.why


@pytest.mark.parametrize(
    ("duty", "severity"),
    [("welcomes new members", "advice"), ("no evening or weekend work", "serious")],
)
def test_hours_that_nobody_speaks_of_are_a_question(duty: str, severity: str) -> None:
    found = analyze_org([{**HOST, "duties": ["hosts the forum", duty]}]).findings
    (hours,) = [f for f in found if f.id == "org.out_of_hours"]
    assert hours.severity == severity
    assert ("proves nothing" in hours.why) is (severity == "advice")


@pytest.mark.parametrize(
    ("team", "said"),
    [
        ("Community manager: Ana, hosts the forum", "Train a deputy for Community management"),
        (
            "Community manager: Ana, hosts the forum\nSupport agent: Ben, answers tickets",
            "Train a deputy for each of Community management",
        ),
    ],
)
def test_each_practice_that_hangs_on_one_person_gets_a_deputy_of_its_own(team: str, said: str) -> None:
    single = next(f for f in analyze_org(team).findings if f.id == "org.single")
    assert single.next_step.lower().startswith(said.lower())


def test_two_practices_of_one_job_are_told_as_one() -> None:
    text = "Ana: moderates the forum, writes the trust and safety policy, posts on Instagram. Ben: answers tickets."
    (bundle,) = [f for f in analyze_org(text).findings if f.id.startswith("org.bundle")]
    assert bundle.title.startswith("2 jobs")
    assert "moderation with trust and safety" in bundle.why


def test_titles_alone_leave_no_work_without_a_name() -> None:
    def found(duties: list[str]) -> list[str]:
        return [f.id for f in analyze_org([{"title": "Community manager", "duties": duties}]).findings]

    assert "org.responsibility" not in found([])
    assert "org.responsibility" in found(["hosts the forum"])
