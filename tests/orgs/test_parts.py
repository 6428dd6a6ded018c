"""Which part of somebody's week a duty takes, as its own words tell."""

from __future__ import annotations

import pytest

from advisor.orgs.analyze import analyze_org
from advisor.orgs.parts import part_of, weights
from advisor.orgs.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("duty", "part", "rest"),
    [
        ("50% social media", 0.5, "social media"),
        ("spends 70% of her time on support", 0.7, "support"),
        ("moderation (60%)", 0.6, "moderation"),
        ("20 hours on community", 0.5, "community"),
        ("two days a week on the forum", 0.4, "the forum"),
        ("answers 80% of all tickets within a day", None, "answers 80% of all tickets within a day"),
        ("110% growth", None, "110% growth"),
        ("answers mail for 20 hours on end", None, "answers mail for 20 hours on end"),
    ],
)
def test_a_duty_tells_which_part_of_the_week_it_takes(duty: str, part: float | None, rest: str) -> None:
    assert part_of(duty, vocabulary()) == (part, rest)


def test_duties_weigh_what_they_tell_and_the_others_share_the_rest() -> None:
    assert weights([None, None]) == [1, 1]
    assert weights([0.6, None, None]) == pytest.approx([1.8, 0.6, 0.6])
    assert weights([0.5, 0.5, None]) == pytest.approx([1.5, 1.5, 0])
    assert weights([0.2, 0.1]) == pytest.approx([4 / 3, 2 / 3])


@pytest.mark.parametrize(
    ("text", "shares", "hours"),
    [
        (
            "- Anna, Community Manager: 70% social media, 30% community",
            {"social_media": 0.7, "community": 0.3},
            40,
        ),
        (
            "Anna spends 70% of her time on support and 30% on community.",
            {"support": 0.7, "community": 0.3},
            40,
        ),
        (
            "Anna works 21 hours on community and 9 hours on social media.",
            {"community": 0.7, "social_media": 0.3},
            30,
        ),
        (
            "Name | Title | Community h/wk | Support h/wk\nAnna | Host | 10 | 10\nBen | Agent | 0 | 20",
            {"community": 0.5, "support": 0.5},
            20,
        ),
        ("Anna, Community Manager, 50%: runs the forum", {"community": 1}, 20),
    ],
)
def test_parts_of_a_week_share_it(text: str, shares: dict[str, float], hours: float) -> None:
    role = analyze_org(text).roles[0]
    assert {p: n for p, n in role.shares.items() if n} == pytest.approx(shares, abs=0.001)
    assert role.hours_total == hours


@pytest.mark.parametrize(
    "text",
    [
        "Mona is community manager and also does moderation.",
        "Mona is community manager. She also moderates the forum.",
        "Mona Frick (Community Manager, also does moderation)",
    ],
)
def test_what_comes_on_top_of_a_title_leaves_its_own_work(text: str) -> None:
    shares = analyze_org(text).roles[0].shares
    assert (shares["community"], shares["moderation"]) == (0.5, 0.5)


def test_duties_that_are_listed_say_it_all_whatever_the_title() -> None:
    shares = analyze_org("Community Manager: posts on Instagram and writes our tweets").roles[0].shares
    assert shares["social_media"] == 1
