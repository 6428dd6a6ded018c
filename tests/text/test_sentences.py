"""Where sentences end: at marks, not within abbreviations, and in linear time whatever runs of marks there are."""

from __future__ import annotations

import pytest

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences
from tests.growing import linear

_RUBRIC = load_rubrics().sections


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text), _RUBRIC)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Host events. Answer mail.", ["Host events.", "Answer mail."]),
        ("Host events?!... Answer mail.", ["Host events?!...", "Answer mail."]),
        ("Host events.) (Answer mail.)", ["Host events.)", "(Answer mail.)"]),
        ("Host events!)! Answer mail", ["Host events!)!", "Answer mail"]),
        ("Host events...answer mail", ["Host events...answer mail"]),
        ("働く。働く。", ["働く。", "働く。"]),
        ("Work at e.g. Acme", ["Work at e.g. Acme"]),
    ],
)
def test_sentences_end_at_marks(text: str, parts: list[str]) -> None:
    assert _cut(text) == parts


@pytest.mark.parametrize("piece", [".", "?!", "…", "!)", ". ", ".A"])
def test_a_run_of_marks_takes_linear_time(piece: str) -> None:
    assert linear(_cut, piece, 8_000, behind="a")
