"""The title to keep is the title alone: no call, hours, contract, place or employer."""

import pytest

from advisor.roles.analyze import analyze_role
from tests.roles.made_ads import COMMUNITY, made_ad


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("URGENT!! Community Manager (Night Shift)", "Community Manager"),
        ("Community Manager, 4 days a week", "Community Manager"),
        ("Community Manager (18-month contract)", "Community Manager"),
        ("Community Manager (part-time, remote), Leeds, £31k", "Community Manager"),
        ("COMMUNITY MANAGER – BOREALIS CHAIRS, LEWISBURY QZ", "Community Manager"),
        ("Community Manager (Web3, late shift)", "Community Manager (Web3)"),
        ("Community Manager (m/f/d)", "Community Manager"),
        ("Community Manager – Skerrymoor", "Community Manager – Skerrymoor"),
        ("Community Manager (Polish)", "Community Manager (Polish)"),
        ("Community Manager, Learning, EMEA", "Community Manager, Learning, EMEA"),
        ("Community Manager", "Community Manager"),
        ("Community Manager!", "Community Manager"),
        ("HEAD OF COMMUNITY, EMEA", "Head of Community, EMEA"),
        ("Volunteer community hosts wanted", "Volunteer community hosts"),
    ],
)
def test_what_stands_beside_a_title_is_left_out(given: str, kept: str) -> None:
    advice = analyze_role(made_ad("", COMMUNITY), title=given).advice
    assert advice.title == kept
    assert f"“{kept}”" in advice.title_why


@pytest.mark.parametrize("title", ["!!", "(", "() ,", "Community Manager ("])
def test_an_odd_title_does_no_harm(title: str) -> None:
    assert analyze_role(made_ad("", COMMUNITY), title=title).advice.title
