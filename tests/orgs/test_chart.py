"""The organisation's picture: every place once, and a line or a word for whom it is below."""

from __future__ import annotations

from collections import Counter

from advisor.orgs.chart import HIGH, WIDTH, Seat, layout


def seat(label: str, above: str = "", sub: str = "") -> Seat:
    return Seat(label, sub, "role", "community", above)


def test_a_lead_with_people_below_is_drawn_once_and_hangs_from_the_boss() -> None:
    chart = layout([seat("Lead", "COO"), seat("Moderator", "Lead"), seat("Host", "Lead")], "told")
    assert [box.label for box in chart.boxes] == ["COO", "Lead", "Moderator", "Host"]
    coo, lead = chart.boxes[:2]
    assert (WIDTH // 2, coo.y + HIGH, WIDTH // 2, lead.y) in chart.lines


def test_a_second_lead_says_whom_it_is_below() -> None:
    seats = [seat("Lead", "COO", "Community"), seat("Agent", "COO"), seat("Moderator", "Lead")]
    chart = layout(seats, "told")
    assert Counter(box.label for box in chart.boxes) == Counter(["COO", "Lead", "Agent", "Moderator"])
    (lead,) = [box for box in chart.boxes if box.label == "Lead"]
    assert (lead.sub, lead.below) == ("Community", "COO")
    assert {box.below for box in chart.boxes if box is not lead} == {""}


def test_two_places_of_one_name_stay_two() -> None:
    chart = layout([seat("Lead", "COO"), seat("Lead", "COO"), seat("Host", "Lead")], "told")
    assert Counter(box.label for box in chart.boxes)["Lead"] == 2
