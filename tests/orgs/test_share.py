"""How much of a week somebody works, wherever a line tells it; other hours and percents stay what they are."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org

TITLE = "Community Manager"


@pytest.mark.parametrize(
    ("line", "posts", "hours"),
    [
        ("Community Manager – Bea (0.5 FTE) – hosts the forum", 0.5, None),
        ("Community Manager: Bea (0.5 FTE), hosts the forum", 0.5, None),
        ("Community Manager, 0.5 FTE – hosts the forum", 0.5, None),
        ("Community Manager – Bea – 0.5 FTE – hosts the forum", 0.5, None),
        ("Community Manager – Bea (0.5) – hosts the forum", 0.5, None),
        ("0.5 FTE Community Manager – hosts the forum", 0.5, None),
        ("Community Manager x 2 (0.5 FTE each) – hosts the forum", 2, 20),
        ("Community Manager, works 60%: hosts the forum", None, 24),
        ("Community Manager – Bea – 60% – hosts the forum", None, 24),
        ("Community Manager, hosts the forum (about 30 % of her time)", None, 12),
        ("Community Manager (Bea): hosts the forum, 20 hours", None, 20),
        ("Community Manager - Li Wei - 10 hrs - hosts the forum", None, 10),
    ],
)
def test_a_share_of_a_week_is_no_duty(line: str, posts: float | None, hours: float | None) -> None:
    (role,) = read_org(line).roles
    assert (role.title, role.headcount, role.hours) == (TITLE, posts, hours)
    assert role.duties == ("hosts the forum",)


@pytest.mark.parametrize(
    "duty",
    ["answers within 4 hours", "hosts the forum, KPI: first reply, 4 hours", "raises sign-ups by 60%"],
)
def test_other_hours_and_percents_are_no_share(duty: str) -> None:
    (role,) = read_org(f"Community Manager: {duty}").roles
    assert (role.headcount, role.hours) == (None, None)


def test_posts_of_those_who_are_led_are_not_the_leaders() -> None:
    found = read_org("Head of Care manages Support (8 FTE), posts on Instagram").roles
    assert next(r for r in found if r.title == "Head of Care").headcount is None


def test_a_whole_post_is_no_duty_and_parts_of_posts_count() -> None:
    found = read_org(
        "Rui Melo – CX agent – 100 %\nTiago Cruz – Social Media Manager – 100 % (also answers DMs)\n"
        "Answering adoption requests: front office, 2.5 posts"
    ).roles
    assert [(r.title, r.headcount, r.duties) for r in found] == [
        ("CX agent", None, ()),
        ("Social Media Manager", None, ("also answers DMs",)),
        ("Front office", 2.5, ("Answering adoption requests",)),
    ]


def test_a_rise_of_half_is_no_half_post() -> None:
    found = read_org("Community: me. My targets this year: Slack members +50%\nSupport: 3 engineers").roles
    assert found[0].hours is None


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Ines answers members' questions in the forum four hours a week.", 4),
        ("Ines answers members' questions in the forum for maybe six hours a week.", 6),
        ("Ines answers members' questions in the forum, perhaps 2 days a week.", 16),
    ],
)
def test_hours_a_week_in_words(said: str, hours: float) -> None:
    (role,) = read_org(said).roles
    assert role.hours == hours
    assert role.duties == ("answers members' questions in the forum",)
