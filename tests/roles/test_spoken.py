"""A title as a sentence says it: no shouting, no call behind it."""

from __future__ import annotations

import pytest

from advisor.roles.spoken import spoken
from advisor.rubrics.loader import load_rubrics


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("COMMUNITY MANAGER NYC", "Community Manager NYC"),
        ("DIRECTOR'S ASSISTANT, COMMUNITY", "Director's Assistant, Community"),
        ("SR COMMUNITY MANAGER", "Sr Community Manager"),
        ("CRM AND COMMUNITY LEAD", "CRM and Community Lead"),
        ("HEAD OF THE UX COMMUNITY", "Head of the UX Community"),
        ("FORUM HOST WANTED", "Forum Host"),
        ("Forum host wanted", "Forum host"),
        ("wanted", "wanted"),
        ("MODERATOR", "Moderator"),
        ("CTO", "CTO"),
        ("Forum Host, NYC", "Forum Host, NYC"),
    ],
)
def test_a_title_is_said_as_others_are(title: str, said: str) -> None:
    assert spoken(title, load_rubrics()) == said
