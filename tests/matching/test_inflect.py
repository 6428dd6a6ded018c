"""Inflections match without being listed; derivations do not."""

import pytest

from advisor.matching.inflect import forms


@pytest.mark.parametrize(
    ("word", "matching", "other"),
    [
        ("welcome", ["welcome", "welcomes", "welcomed", "welcoming"], ["welcomer"]),
        ("member", ["member", "members"], ["membership"]),
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
    found = set(forms(word))
    assert set(matching) <= found
    assert not set(other) & found


def test_irregular_forms_come_from_the_vocabulary() -> None:
    assert "wrote" in forms("write", {"write": ["wrote", "written"]})
    assert "wrote" not in forms("write")
