"""The matcher remembers lines, and says the same as on first sight; it keeps no text and forgets in time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import load_rubrics
from advisor.matching import matcher as module
from advisor.matching.fold import fold
from advisor.matching.matcher import Matcher

RUBRICS = load_rubrics()
WORDS = [
    "host",
    "our",
    "forum",
    "answer",
    "tickets",
    "in",
    "zendesk",
    "remove",
    "spam",
    "not",
    "posts",
    "the",
    "members",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(["duty", "skill", "context"]))
def test_a_line_says_the_same_when_it_is_seen_again(words: list[str], kind: str) -> None:
    shadow = fold(" ".join(words))
    first, again = RUBRICS.matcher.line(shadow, kind), RUBRICS.matcher.line(shadow, kind)
    assert again == first == RUBRICS.matcher._read(shadow, context=kind == "context")


def test_context_is_remembered_apart() -> None:
    shadow = fold("Answer tickets in Zendesk")
    assert RUBRICS.matcher.line(shadow, "duty").cues
    assert not RUBRICS.matcher.line(shadow, "context").cues


def test_what_is_remembered_holds_no_text_and_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_REMEMBERED", 5)
    reader = Matcher(RUBRICS)
    for i in range(40):
        reader.line(fold(f"Host Quillon's forum number {i}"))
        assert len(reader._remembered) <= 5
    assert "quillon" not in repr(reader._remembered).lower()
