"""People told by name alone, and departments, are read as roles; firms, tools and things are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor import analyze_org
from advisor.orgs.read import read_org
from tests.orgs.seats import roles

TEAM = (
    "We are a 40-person software company. Marta runs marketing and looks after our Discord; Jonas and Ayo answer tickets "
    "in Zendesk. Priya posts on Instagram every day, and she replies to comments. Jonas also bans spammers on the forum."
)


def test_a_team_told_by_first_names() -> None:
    result = analyze_org(TEAM)
    assert [(r.draft.title, r.draft.headcount) for r in result.roles] == [
        ("Marta", None),
        ("Jonas and Ayo", 2),
        ("Priya", None),
    ]
    assert {r.draft.title: r.primary for r in result.roles} == {
        "Marta": "community",
        "Jonas and Ayo": "support",
        "Priya": "social_media",
    }
    covered = {c.practice for c in result.coverage.practices if c.state != "nobody"}
    assert {"community", "social_media", "support", "moderation"} <= covered
    assert result.org_size == 40


def test_what_is_said_of_one_later_belongs_to_them() -> None:
    assert "bans spammers on the forum" in roles(TEAM)["Jonas and Ayo"].duties


def test_that_titles_are_missing_is_said_once() -> None:
    (notice,) = read_org(TEAM).notices
    assert "Marta; Jonas and Ayo; Priya" in notice


@pytest.mark.parametrize(
    ("text", "title", "duty"),
    [
        ("Marta: marketing, Discord\nJonas: answers tickets", "Jonas", "answers tickets"),
        ("- Marta – runs the forum\n- Jonas – tickets", "Jonas", "tickets"),
        ("At the moment, Inès Duarte looks after the forum.", "Inès Duarte", "the forum"),
        ("Ola runs the forum while Mark does our socials.", "Mark", "does our socials"),
        ("Paul is in charge of moderation.", "Paul", "moderation"),
        ("Marketing posts on TikTok, and Noor runs the newsletter.", "Noor", "runs the newsletter"),
        (
            "- Volunteer moderators (6), 2 hours a week each: remove spam",
            "Volunteer moderators",
            "remove spam",
        ),
        ("Kim, Lee and Sam mostly answer tickets.", "Kim, Lee and Sam", "mostly answer tickets"),
        ("Ola runs the forum. Marketing posts on Instagram.", "Marketing", "posts on Instagram"),
        (
            "The support lead runs the help desk, and Ola answers hard tickets.",
            "Ola",
            "answers hard tickets",
        ),
    ],
)
def test_who_does_what(text: str, title: str, duty: str) -> None:
    assert duty in roles(text)[title].duties


def test_a_title_given_later_is_the_same_person() -> None:
    found = roles("Our Community Manager (Ola) runs meet-ups. Ola also answers direct messages.")
    assert list(found) == ["Community Manager"]
    assert found["Community Manager"].duties == ("runs meet-ups", "answers direct messages")


def test_a_name_may_report_to_a_name() -> None:
    found = roles("Ines looks after the forum. Mark does our socials. Ines reports to Mark.")
    assert found["Ines"].reports_to == "Mark"
    assert found["Ines"].duties == ("the forum",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Brightleaf runs an online community for gardeners.",
        "Discord hosts most of the talk.",
        "Zendesk handles tickets.",
        "Everyone answers questions on Slack.",
        "Social media posts go out at noon.",
        "Acme sells shoes.",
        "At Zebrafold, nobody moderates. Zebrafold runs the forum.",
        "Note: tickets wait until Monday.",
        "Tickets pile up on Mondays.",
    ],
)
def test_what_is_nobody_gets_no_role(sentence: str) -> None:
    assert list(roles(f"{sentence} Our community manager, Ada, welcomes people.")) == ["Community manager"]
    assert roles(sentence) == {}


CLAUSES = {
    "Luca runs the forum": "Luca",
    "Lucas answers tickets": "Lucas",
    "Marta and Jonas moderate the forum": "Marta and Jonas",
    "our moderator bans spammers": "Moderator",
    "two support agents answer tickets": "Support agents",
    "marketing posts on Instagram": "Marketing",
    "nobody moderates at night": "",
    "we are 40 employees": "",
    "Zendesk handles tickets": "",
    "Anna Smith runs meet-ups": "Anna Smith",
    "Anna Jones answers the phone": "Anna Jones",
}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(CLAUSES)), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from([". ", "; ", ", and ", ", while ", "\n"]), min_size=6, max_size=6),
)
def test_no_word_and_nobody_is_lost_however_it_is_put(clauses: list[str], joints: list[str]) -> None:
    text = "The community manager welcomes newcomers. "
    for clause, joint in zip(clauses, joints, strict=False):
        text += (
            clause if text.endswith((", and ", ", while ", "; ")) else clause[0].upper() + clause[1:]
        ) + joint
    reading = read_org(text)
    held = bytearray(len(text))
    spans = [s for r in reading.roles for s in r.spans] + [f.span for f in reading.facts] + list(reading.left)
    for start, end in spans:
        held[start:end] = b"\x01" * (end - start)
    lost = "".join(c for c, got in zip(text, held, strict=True) if not got)
    assert not re.sub(r"\b(?:and|while)\b", "", lost).strip(" ,;.-\n"), lost
    named = {title for clause in clauses if (title := CLAUSES[clause])}
    assert named <= {role.title for role in reading.roles}


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Ola runs the forum and Ben answers tickets.", {"Ola": "runs the forum", "Ben": "answers tickets"}),
        (
            "Support leads answer tickets. Ola runs the forum.",
            {"Support leads": "answer tickets", "Ola": "runs the forum"},
        ),
        (
            "Yolanda (0.5 FTE): forum, meet-ups\nMarek (part-time): tickets",
            {"Yolanda": "forum", "Marek": "tickets"},
        ),
        (
            "- Support x3: Zendesk tickets\n- Tom (dev): bans spammers",
            {"Support": "Zendesk tickets", "Tom": "bans spammers"},
        ),
        (
            "Community manager\n- Product posts on Instagram\n- Welcomes newcomers",
            {"Community manager": "Welcomes newcomers"},
        ),
        (
            "Our community manager handles support, marketing posts on Instagram and sales questions.",
            {"Community manager": "handles support"},
        ),
        ("- Dee Okafor, Head of Growth (40h), reports to COO. Owns brand.", {"Head of Growth": "Owns brand"}),
        ("Łukasz answers tickets. Lagos answers tickets.", {"Łukasz": "answers tickets"}),
        (
            "Dee runs marketing and Priya reports to her. Priya does all our socials.",
            {"Dee": "runs marketing", "Priya": "does all our socials"},
        ),
    ],
)
def test_each_has_a_seat_of_their_own(text: str, seats: dict[str, str]) -> None:
    found = roles(text)
    assert list(found) == list(seats)
    for title, duty in seats.items():
        assert duty in found[title].duties


def test_posts_hours_and_managers_beside_a_name() -> None:
    found = roles(
        "Yolanda (0.5 FTE): forum; reports to Sunita\nSunita: Instagram\nMarek (part-time): tickets"
    )
    assert (found["Yolanda"].headcount, found["Yolanda"].reports_to) == (0.5, "Sunita")
    assert found["Marek"].hours == 20
    assert (
        roles("- Ola, Community Manager (30h), reports to Dee: runs Discord")["Community Manager"].reports_to
        == "Dee"
    )


def test_a_department_is_not_somebody_who_may_fall_ill() -> None:
    result = analyze_org("Marketing posts on Instagram and LinkedIn. Ola runs the forum.")
    assert {c.practice: c.state for c in result.coverage.practices}["social_media"] == "covered"
    assert not [f for f in result.findings if "Marketing is ill" in f.why]


def test_a_manager_may_be_named_by_the_first_name() -> None:
    result = analyze_org(
        "- Dee Okafor, Head of Growth: paid ads\n- Priya, Community Manager, reports to Dee: runs Discord"
    )
    assert result.roles[1].manager == 0


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        (
            "- Appeals specialist – answers sellers (Ieva Jonaitis), 20 hours",
            ("Appeals specialist", "Ieva Jonaitis"),
        ),
        ("- Forum moderator – clears spam, Pawel Nowak", ("Forum moderator", "Pawel Nowak")),
        (
            "- Marcus Tran – Senior Community Manager. Owns our Discord",
            ("Senior Community Manager", "Marcus Tran"),
        ),
        ("Operations: Ravi Patel, COO – runs support", ("COO", "Ravi Patel")),
        (
            "Emeka Obi started last month as Community Host, running the forum.",
            ("Community Host", "Emeka Obi"),
        ),
        (
            "My sister Annelies Declercq is the shop manager and answers mails.",
            ("Shop manager", "Annelies Declercq"),
        ),
        ("Oh, and Mei Chao, who answers the appeals, sits in Legal.", ("Mei Chao", "")),
        ("Dev Patel answers the tickets.", ("Dev Patel", "")),
        ("- VP Developer Relations - leads the group", ("VP Developer Relations", "")),
        ("- Director, Customer Support - runs the help desk", ("Director, Customer Support", "")),
    ],
)
def test_who_holds_a_seat_wherever_the_name_stands(text: str, seat: tuple[str, str]) -> None:
    found = [(role.title, role.name) for role in read_org(text).roles]
    assert seat in found


def test_a_name_behind_the_work_is_no_work() -> None:
    (role,) = read_org("- Appeals specialist – answers sellers (Ieva Jonaitis), 20 hours").roles
    assert (role.duties, role.hours) == (("answers sellers",), 20)


def test_a_place_behind_the_work_is_no_holder() -> None:
    (role,) = read_org("- Forum moderator – clears spam, based in New York, San Francisco").roles
    assert role.name == ""


def test_her_is_the_one_told_of_before() -> None:
    found = read_org(
        "Helena is Head of Trust & Safety. Two fraud analysts, Rui and Ana, report to her."
    ).roles
    assert found[1].reports_to == "Head of Trust & Safety"


@pytest.mark.parametrize(
    "text",
    [
        "Tom is our Head of Support. He has four agents who answer chats.",
        "Sofia is the Head of Support and has a team of four agents.",
    ],
)
def test_whom_somebody_has_answer_to_them(text: str) -> None:
    found = read_org(text).roles
    assert (found[1].headcount, found[1].reports_to) == (4, "Head of Support")


@pytest.mark.parametrize(
    "said",
    [
        "- Fraud investigators – look into scam sellers, 3 people, report to Rasa",
        "- Moderators, review queue (3)",
    ],
)
def test_how_many_hold_a_seat_may_stand_behind_the_work(said: str) -> None:
    (role,) = read_org(said).roles
    assert role.headcount == 3


def test_a_mail_of_a_client() -> None:
    text = (
        "Customer care is a team of 9 led by Ruth Adler, who reports to the COO. Two of the agents also watch comments on "
        "Facebook. The forum is looked after by Jonas Weber, our community lead, 24 hours a week; he has six volunteer "
        "moderators."
    )
    found = [(role.title, role.name, role.headcount, role.reports_to) for role in read_org(text).roles]
    assert found == [
        ("Customer care", "", 9, "Ruth Adler"),
        ("Agents", "", 2, ""),
        ("Community lead", "Jonas Weber", None, ""),
        ("Volunteer moderators", "", 6, "Community lead"),
    ]


def test_the_owner_by_name_has_a_seat() -> None:
    found = roles(
        "The owner, Bill, answers angry reviews himself. Seven part-timers under Rosa Marin handle mail."
    )
    assert found["Bill"].duties == ("answers angry reviews",)
    assert (found["Part-timers"].reports_to, found["Part-timers"].headcount) == ("Rosa Marin", 7)


def test_a_field_for_the_holder_may_name_a_supplier_or_count() -> None:
    found = roles(
        "Role: Support Agent\nHolder: outsourced to Callico\nDuties: tickets, phone\n\n"
        "Role: Community Host\nHolder: 3 people\nDuties: welcome members"
    )
    assert found["Support Agent"].duties == ("outsourced to Callico", "tickets", "phone")
    assert found["Community Host"].headcount == 3
