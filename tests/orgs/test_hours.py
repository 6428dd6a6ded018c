"""Hours told as times of day or days of the week, in a table's cell: kept, and counted where they reach past the office."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.hours import hours_and_times, ranges_in
from advisor.orgs.read import read_org

TABLE = "Role\tHours\tTasks\nModerator\t{}\tReviews reported posts\nCommunity manager\tMon-Fri 9-17\tHosts the forum"


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("7 days, 8-20", {"evenings", "weekends"}),
        ("evenings", {"evenings"}),
        ("Mon-Fri 9-17", set()),
        ("Mon-Fri, 2pm to 10pm", {"evenings"}),
        ("Sat + Sun, 10-16", {"weekends"}),
        ("daily 22-6", {"evenings", "nights", "weekends"}),
        ("24/7", {"evenings", "weekends", "nights", "always"}),
        ("9-5", set()),
        ("8-4", set()),
        ("Mon-Fri 9 to 5", set()),
        ("9am-5", set()),
        ("12-8", {"evenings"}),
        ("Mon-Fri 8pm-12am", {"evenings", "nights"}),
        ("10pm-6am", {"evenings", "nights"}),
        ("daily", set()),
    ],
)
def test_a_cell_that_tells_hours_counts_as_cover(cell: str, ids: set[str]) -> None:
    result = analyze_org(TABLE.format(cell))
    assert set(result.roles[0].cover) == ids
    assert result.roles[1].cover == ()
    assert f"Hours: {cell}" in result.roles[0].draft.duties
    assert not result.reading.notices


def test_stated_evenings_are_not_reported_missing() -> None:
    missing = [f.id for f in analyze_org(TABLE.format("evenings")).findings]
    assert "org.out_of_hours" not in missing
    assert "org.out_of_hours" in [f.id for f in analyze_org(TABLE.format("Mon-Fri")).findings]


def test_a_figure_is_hours_a_week_and_nonsense_is_told() -> None:
    assert read_org(TABLE.format("20")).roles[0].hours == 20
    assert read_org(TABLE.format("12 hours")).roles[0].hours == 12
    assert any("no single number" in note for note in read_org(TABLE.format("varies")).notices)
    assert hours_and_times("8-20 hours") == ("8-20 hours", "")


def test_times_of_day() -> None:
    assert ranges_in("8-20, 9am to 5pm, 18:30–22:00") == [(8, 20), (9, 17), (18, 22)]
    assert ranges_in("15-60 tickets, 4.5-5 stars, 10-20%") == []


def test_only_a_duty_that_tells_hours_is_read_for_times() -> None:
    said = {"title": "Agent", "duties": ["answers 15-20 tickets"]}
    assert analyze_org([said]).roles[0].cover == ()
    assert analyze_org([{**said, "duties": ["Hours: 12-20"]}]).roles[0].cover == ("evenings",)


@pytest.mark.parametrize(
    ("duty", "cover"),
    [
        ("reads every post 16:00–22:00", ("evenings",)),
        ("reads every post, 2 pm to 10 pm", ("evenings",)),
        ("reads every post 9:00-17:00", ()),
        ("keeps 4.30-21 stars", ()),
    ],
)
def test_a_duty_may_tell_times_that_can_be_nothing_else(duty: str, cover: tuple[str, ...]) -> None:
    assert analyze_org([{"title": "Agent", "duties": [duty]}]).roles[0].cover == cover


@pytest.mark.parametrize("said", ["24/7", "around the clock"])
def test_around_the_clock_is_evenings_and_weekends_too(said: str) -> None:
    result = analyze_org([{"title": "Support agents", "headcount": 12, "duties": [f"tickets, {said}"]}])
    assert {"evenings", "weekends", "nights", "always"} <= set(result.roles[0].cover)
    assert "org.out_of_hours" not in [f.id for f in result.findings]


def test_seven_days_a_week_is_no_number_of_hours() -> None:
    (role,) = analyze_org("Our support agent answers tickets seven days a week.").roles
    assert role.draft.hours is None
    assert "weekends" in role.cover
    (part,) = analyze_org("Our support agent answers tickets three days a week.").roles
    assert part.draft.hours == 24


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Hours per week", "15-20"),
        ("Hours per week", "8 to 20"),
        ("Hours", "15-20"),
        ("Hours", "15-20 h, Mon-Fri"),
        ("Hours", "7.5 daily"),
        ("Hours", "4 daily"),
        ("Hours", "20 Mon, 10 Tue"),
        ("Hours", "Mon, Tue 8 h each"),
    ],
)
def test_what_is_neither_hours_nor_times_for_sure_is_told(head: str, cell: str) -> None:
    result = analyze_org(TABLE.replace("Hours", head).format(cell))
    assert result.roles[0].cover == ()
    assert result.roles[0].draft.hours is None
    assert any(cell[:30] in note for note in result.reading.notices)


@pytest.mark.parametrize(
    ("cell", "hours", "times"),
    [
        ("40 (Mon-Fri)", 40, "Mon-Fri"),
        ("20 h, Tue-Thu", 20, "Tue-Thu"),
        ("16h Mon/Tue", 16, "Mon/Tue"),
        ("Mon-Fri, 20 hours", 20, "Mon-Fri"),
        ("40, Mon-Fri 9-17", 40, "Mon-Fri 9-17"),
    ],
)
def test_one_figure_beside_days_is_the_hours(cell: str, hours: float, times: str) -> None:
    reading = read_org(TABLE.format(cell))
    assert reading.roles[0].hours == hours
    assert f"Hours: {times}" in reading.roles[0].duties
    assert not reading.notices


@pytest.mark.parametrize(
    ("said", "covers"),
    [
        ("- 3 × Moderator (nights)", {"evenings", "nights"}),
        ("- 2 × Support agent (part-time, 20 h/week, weekends)", {"weekends"}),
        ("- Support agents (8, evenings and weekends): answer tickets", {"evenings", "weekends"}),
        ("- Moderators (12 volunteers, evenings)", {"evenings"}),
    ],
)
def test_hours_in_a_bracket_behind_a_title(said: str, covers: set[str]) -> None:
    (role,) = analyze_org(f"{said}\n- Head of Support").roles[:1]
    assert set(role.cover) == covers
