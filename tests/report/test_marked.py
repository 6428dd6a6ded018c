"""The ad with its evidence marked: what is shown of the text."""

from __future__ import annotations

from advisor import analyze_role
from advisor.report.marked import blocks_of
from advisor.rubrics.loader import load_rubrics


def shown(text: str) -> list[str]:
    blocks = blocks_of(analyze_role(text), load_rubrics())
    return [" ".join("".join(segment.text for segment in block.segments).split()) for block in blocks]


def test_marks_of_quoted_mail_and_of_emphasis_are_not_shown() -> None:
    text = (
        "> Forum Host\n>\n> You will host the growers' forum and welcome everybody who\n> joins it by name. **Place:** Leeds | "
        "**Team:** Growers\n"
    )
    assert shown(text) == [
        "Forum Host",
        "You will host the growers' forum and welcome everybody who joins it by name.",
        "Place: Leeds | Team: Growers",
    ]
