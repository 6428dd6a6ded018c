"""Descriptions of teams in thirteen shapes, read as a person would; nothing of the text is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor import analyze_org
from advisor.errors import InputError
from advisor.orgs.files import read_files
from advisor.orgs.lines import without_pictures
from advisor.orgs.model import OrgReading, RoleDraft, draft_from
from advisor.orgs.read import read_org

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.yaml"))


def golden(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_golden(path: Path) -> None:
    expected = golden(path)
    result = analyze_org(expected["text"])
    assert (result.reading.shape, result.org_size) == (expected["shape"], expected["size"])
    assert [r.draft.title for r in result.roles] == [r["title"] for r in expected["roles"]]
    for role, wanted in zip(result.roles, expected["roles"], strict=True):
        draft = role.draft
        assert draft.headcount == wanted.get("headcount")
        assert draft.hours == wanted.get("hours")
        assert draft.reports_to == wanted.get("reports_to", "")
        assert draft.name == wanted.get("name", "")
        assert len(role.phrases) == wanted["duties"]
        assert role.primary == wanted["primary"]
        assert list(role.hats) == wanted.get("hats", [])
    assert {c.practice: c.state for c in result.coverage.practices} == expected["covered"]
    assert [f.id for f in result.findings] == expected["findings"]
    assert [result.structure.now, result.structure.next] == expected["structure"]


def unread(reading: OrgReading) -> str:
    """What stands in no role, no fact and not among what was left."""
    spans = [s for r in reading.roles for s in r.spans]
    spans += [f.span for f in reading.facts] + list(reading.left)
    held = bytearray(len(reading.text))
    for start, end in spans:
        held[start:end] = b"\x01" * (end - start)
    return "".join(c for c, got in zip(reading.text, held, strict=True) if not got and not c.isspace())


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_no_line_of_a_golden_text_is_dropped(path: Path) -> None:
    assert unread(read_org(golden(path)["text"])).strip(" ,;") == ""


PIECES = st.sampled_from(
    [
        "Community manager – runs the forum, reports to the COO",
        "- answers tickets in Zendesk",
        "Our moderator, Ana, watches the chat at night.",
        "She also writes the newsletter.",
        "Role\tPeople\tDuties",
        "Support agent\t3\ttickets; refunds",
        "We are a 60 person company.",
        "  COO",
        "",
        "---",
        "Nobody is there at weekends; two hosts help.",
        "Três moderadores cuidam do fórum",
        "| a | b |",
        "KPI: reach",
        "> Ola answers tickets",
        "│   ├── Moderators (4)",
        "Support: Tom; Social: our agency",
        "Reported posts are dealt with by Kim and two volunteers.",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), min_size=1, max_size=12))
def test_text_in_is_text_accounted_for(lines: list[str]) -> None:
    text = "Community manager: forum\n" + "\n".join(lines)
    try:
        reading = read_org(text)
    except InputError as refused:
        assert refused.next_step
        return
    # Pictures, marks of quoted mail and the lines of a drawn tree are no words.
    assert without_pictures(unread(reading)).strip(" ,;:–->│├└┣┗╰┃┌╭─━╴|+`\\") == ""
    for role in reading.roles:
        assert all(0 <= a < b <= len(text) for a, b in role.spans)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \n\t ", "empty"),
        ("Hello there, nice weather.", "no-role"),
        ("0 support agents answer tickets.", "headcount"),
        ("1000000000 support agents answer tickets.", "headcount"),
        ("Community manager: 400 hours a week, runs the forum", "hours"),
        ("Title,People,Duties\nAgent,999999,tickets\nHost,2,forum", "table"),
        (
            "\n".join(f"Support agent {'abcdefghij'[i % 10]}{i}x – tickets" for i in range(3))
            + "\n"
            + "Title\tDuties\n"
            + "\n".join(f"Agent {i}\ttickets" for i in range(500)),
            "too-many-roles",
        ),
    ],
)
def test_what_cannot_be_read_is_said(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_org(text)
    assert refused.value.code == code
    assert refused.value.next_step


def test_circular_lines_are_a_notice() -> None:
    reading = read_org(
        "Community host – forum – reports to Moderator lead\nModerator lead – bans trolls – reports to Community host\nAgent – tickets"
    )
    assert any("report to each other in a circle" in n for n in reading.notices)
    assert analyze_org(reading).headline


def test_the_same_role_twice_is_one_role() -> None:
    reading = read_org("Our community manager runs the forum.\nThe community manager posts on Instagram.")
    (role,) = reading.roles
    assert role.duties == ("runs the forum", "posts on Instagram")


def test_ragged_rows_and_a_foreign_stretch_are_noticed() -> None:
    foreign = " ".join(["Unsere Gruppe trifft sich jeden Monat und redet über alles was wichtig ist"] * 3)
    reading = read_org(f"Title\tPeople\tDuties\nHost\t1\nAgent\t2\ttickets\n\n{foreign}\n")
    assert any("Row 2 has 2 cells" in n for n in reading.notices)
    assert any("not in English" in n for n in reading.notices)


def test_several_files_make_one_team() -> None:
    reading = read_files(
        [
            ("a.txt", "Community host: runs the forum"),
            ("b.csv", "Title,Duties\nSupport agent,tickets\nMod,bans"),
        ]
    )
    assert [r.title for r in reading.roles] == ["Community host", "Support agent", "Mod"]
    with pytest.raises(InputError, match=r"“b\.txt”"):
        read_files([("a.txt", "Community host: runs the forum"), ("b.txt", "nothing here")])
    with pytest.raises(InputError):
        read_files([("x", "Community host: forum")] * 51)


@pytest.mark.parametrize(
    "given_role",
    [
        {"title": "x", "headcount": 0},
        {"title": "x", "headcount": 1e9},
        {"title": "x", "headcount": "many"},
        {"title": "x", "hours": 169},
        {"title": 3},
        {"title": "x", "salary": 3},
        {"title": "x" * 201},
        {"headcount": 2},
        {"title": "x", "duties": 7},
        {"title": "x", "headcount": 1e-9},
        {"title": "x", "headcount": "nan"},
        {"title": "x", "spans": 5},
        {"title": "x", "spans": ["x"]},
        {"title": "x", "spans": ["xy"]},
        {"title": "x", "spans": [[1, 2, 3]]},
        {"title": "x", "spans": [[1, None]]},
        {"title": "x", "spans": {1: 2}},
        "Community host",
        5,
        None,
        ["title"],
    ],
)
def test_a_role_that_cannot_be_is_refused_by_number(given_role: Any) -> None:
    with pytest.raises(InputError, match="Role 4"):
        draft_from(given_role, 4)


def test_a_draft_goes_through_json_and_back() -> None:
    draft = read_org("Community manager, Ana (2): runs the forum, judged on reach").roles[0]
    assert draft_from(draft.to_dict(), 1) == draft
    assert isinstance(draft, RoleDraft)


def test_those_who_are_led_are_roles_of_their_own() -> None:
    reading = read_org(
        "Our safety lead investigates abuse. She manages four content moderators who review reported posts."
    )
    assert [(r.title, r.headcount, r.reports_to) for r in reading.roles] == [
        ("Safety lead", None, ""),
        ("Content moderators", 4.0, "Safety lead"),
    ]


@pytest.mark.parametrize(
    ("line", "title", "duties"),
    [
        ("1. Head of Digital (reports to CEO)", "Head of Digital", ()),
        ("- Moderation: outsourced, night shifts", "Moderation", ("outsourced", "Hours: night shifts")),
        ("Customer support – answers tickets", "Customer support", ("answers tickets",)),
        (
            "Community & Events Coordinator (0.6 FTE) - runs the alumni Slack",
            "Community & Events Coordinator",
            ("runs the alumni Slack",),
        ),
    ],
)
def test_lines_that_name_a_role(line: str, title: str, duties: tuple[str, ...]) -> None:
    (role,) = read_org(line).roles
    assert (role.title, role.duties) == (title, duties)


def test_a_heading_over_a_list_is_no_role() -> None:
    reading = read_org("Team structure 2026\nCommunity host: runs the forum")
    assert [r.title for r in reading.roles] == ["Community host"]
    assert reading.left == ()  # it belongs to those below
    assert [reading.text[a:b] for a, b in reading.roles[0].spans[1:]] == ["Team structure 2026"]


def test_an_ad_in_the_middle_of_a_list() -> None:
    ad = golden(TEXTS[0].with_name("two-ads.yaml"))["text"].split("---")[0]
    text = f"Support agent – answers tickets\nSocial media specialist – publishes posts\n\n{ad}\n\nModerator – reviews reported posts\n"
    reading = read_org(text)
    assert [r.title for r in reading.roles] == [
        "Support agent",
        "Social media specialist",
        "Community Manager",
        "Moderator",
    ]
    assert reading.roles[2].text.startswith("Community Manager")
    assert "Moderator" not in reading.roles[2].text
    assert unread(reading) == ""


def test_a_table_with_everyday_heads() -> None:
    text = (
        "Who,Team,What they actually do,FTE?,Line mgr,KPI's,Notes\n"
        'Marek,CX,"tickets, phone",2.5,Dee,CSAT,on leave til May\nGil,CX,moderation,1,Dee,,nights\n'
    )
    reading = read_org(text)
    marek, gil = reading.roles
    assert (marek.title, marek.headcount, marek.reports_to) == ("Marek", 2.5, "Dee")
    assert (marek.duties, marek.measures) == (("tickets", "phone"), ("CSAT",))
    assert gil.duties == ("moderation", "Hours: nights")  # the note tells when
    assert not reading.left


def test_one_very_long_line_is_read() -> None:
    assert read_org("Marta runs the forum. " + "x " * 70_000).roles[0].title == "Marta"


GROUPS = """Marketing
- Social Media Manager (Sarah): posts on LinkedIn and TikTok, runs paid campaigns
- Content writer (Mike): writes the blog

Customer Service
- Support agents (2 people, 20 hours each): answer calls, chats and tickets

Community
- Community Manager (Omar): welcomes new members, hosts weekly discussions, runs the mentor programme
- Community Manager (Ola): hosts meet-ups
- Moderators (5 volunteers): remove spam and handle reports
"""

TABLE = """Role,Name,Headcount,Hours per week,Reports to,Duties
Head of Community,Rita Moore,1,40,CEO,"Sets the community strategy, reports on member retention"
Community Manager,Sam Lee,2,38,Head of Community,"Welcomes members; starts discussions; runs the ambassador programme"
Social Media Manager,Kim,1,30,CMO,"Posts daily on Instagram, replies to comments"
Moderator,,4,10,Head of Community,"Reviews reports, bans spammers"
"""


def test_departments_over_lists_of_people_are_no_job_descriptions() -> None:
    found = [(r.title, r.name, r.headcount, r.hours) for r in read_org(GROUPS).roles]
    assert found == [
        ("Social Media Manager", "Sarah", None, None),
        ("Content writer", "Mike", None, None),
        ("Support agents", "", 2, 20),
        ("Community Manager", "Omar", None, None),
        ("Community Manager", "Ola", None, None),
        ("Volunteer moderators", "", 5, None),
    ]


def test_a_table_of_some_length_is_no_job_description() -> None:
    reading = read_org(TABLE)
    assert reading.shape == "table"
    assert [r.headcount for r in reading.roles] == [1, 2, 1, 4]
