"""Rows of tables: who sits there, names with a comma, cells that only hold a dash."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org

HEAD = "name;job;does\n"


def test_surnames_before_first_names_are_one_person_each() -> None:
    text = HEAD + '"Meyer, Anna";Community manager;forum\n"O\'Neill, Sean";Moderator;bans spammers'
    reading = read_org(text)
    assert [(r.name, r.headcount) for r in reading.roles] == [("Anna Meyer", None), ("Sean O'Neill", None)]
    assert any("Meyer, Anna; O'Neill, Sean" in note for note in reading.notices)


@pytest.mark.parametrize(
    "rows",
    [
        'Anna;Community manager;forum\n"Tom, Ben";Support agent;tickets',
        '"Lea, Kim";Moderators;bans spammers\n"Tom, Ben";Support agents;tickets',
        '"Tom, Ben";Support agent;tickets',
    ],
)
def test_lists_of_people_stay_lists(rows: str) -> None:
    reading = read_org(HEAD + rows)
    assert (reading.roles[-1].name, reading.roles[-1].headcount) == ("Tom, Ben", 2)


@pytest.mark.parametrize("name", ["(open)", "[vacant]", "nobody yet", "no one"])
def test_nobody_among_the_names_is_a_vacancy(name: str) -> None:
    text = f"| Person | Title | Work |\n|---|---|---|\n| Ada | Support agent | tickets |\n| {name} | Moderator | nobody yet |"
    reading = read_org(text)
    assert [r.title for r in reading.roles] == ["Support agent"]
    assert any("Moderator" in note for note in reading.notices)


def test_a_dash_is_no_measure() -> None:
    text = "Role\tTasks\tMeasured by\nModerator\tbans spammers\t-\nHost\truns the forum\treach, –"
    assert [r.measures for r in read_org(text).roles] == [(), ("reach",)]


def test_two_names_of_one_title_are_told() -> None:
    (role,) = read_org(HEAD + '"Tom, Ben";Support agent;tickets').roles
    assert role.doubts == ("“Tom, Ben” was taken as 2 people.",)


def test_several_names_of_a_plural_title_need_no_doubt() -> None:
    reading = read_org(HEAD + "Anna;Host;forum\n" + '"Lea, Kim";Support agents;tickets')
    assert (reading.roles[1].headcount, reading.roles[1].doubts) == (2, ())


@pytest.mark.parametrize(
    ("figures", "hours"),
    [(("40", "32"), (40, 32)), (("40h", "20h"), (40, 20)), (("0.5", "1"), (20, 40))],
)
def test_figures_beside_people_in_a_table_without_a_head_are_hours(
    figures: tuple[str, str], hours: tuple[float, float]
) -> None:
    reading = read_org(
        f"Ellen\tCommunity Manager\tforum, events\t{figures[0]}\nDallas\tSupport Agent\ttickets\t{figures[1]}"
    )
    assert [(role.name, role.headcount, role.hours) for role in reading.roles] == [
        ("Ellen", None, hours[0]),
        ("Dallas", None, hours[1]),
    ]


def test_parts_of_a_post_in_a_column_of_hours() -> None:
    found = read_org(
        "Role, Name, Time, What\nComms manager, Fay Okoro, 1.0, press; newsletter\n"
        "Volunteer coordinator, Dan Price, 0.6, trains volunteers\n"
        "Helpline volunteers, 34, 3h/wk each, phone and webchat with callers\n"
        "Forum, -, -, nobody since Sue left"
    )
    assert [(r.name, r.headcount, r.hours) for r in found.roles] == [
        ("Fay Okoro", None, 40),
        ("Dan Price", None, 24),
        ("", 34, 3),
    ]
    assert "Forum" in found.facts[0].text


def test_hours_of_one_are_hours_where_others_have_more() -> None:
    found = read_org("Role, Hours, What\nHost, 0.5, calls\nModerators, 20, spam").roles
    assert [role.hours for role in found] == [0.5, 20]


def test_some_of_those_in_a_row_work_part_time() -> None:
    found = read_org(
        "Team | People | Lead\nCustomer Care | 24 (18 FT, 6 PT) | Joanna\nModeration | 4 | Bo"
    ).roles
    assert [(r.headcount, r.hours) for r in found] == [(24, 35), (4, None)]
