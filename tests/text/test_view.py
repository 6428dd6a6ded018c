"""What a paste did to the text is seen through before lines are read."""

from __future__ import annotations

import pytest

from advisor.text.lines import split
from tests.text.splitting import RUBRIC, heads, texts


def test_html_left_in_the_text_is_furniture() -> None:
    messy = (
        "<h2>What you&rsquo;ll do</h2><ul><li>Answer &amp; welcome <b>growers</b></li><li>Keep R&amp;D "
        "posted&nbsp;weekly</li></ul><p>We like people. We &lt;3 soil.</p>"
    )
    assert texts(messy) == [
        "Answer & welcome <b>growers",
        "Keep R&D posted weekly",
        "We like people.",
        "We <3 soil.",
    ]
    assert heads(messy) == ["What you’ll do"]
    assert split(messy, RUBRIC).headings[0].section == "responsibilities"


@pytest.mark.parametrize("before", ["\t", " \t ", "&nbsp;", "\u2003\t"])
@pytest.mark.parametrize("mark", ["•", "▪", "·"])
def test_bullets_behind_tabs_and_hard_spaces_are_bullets(before: str, mark: str) -> None:
    text = f"You will:\n{before}{mark}\tHost the growers' calls\n{before}{mark}\tLend tools\n"
    lines = [line for line in split(text, RUBRIC).lines if line.bullet]
    assert [text[line.start : line.end] for line in lines] == ["Host the growers' calls", "Lend tools"]


def test_lines_that_lost_their_ends_are_told_apart() -> None:
    text = (
        "What you'll doHost the growers' callsLend tools on YouTubeWrite the monthly digest for allThank everybody who "
        "helped with the harvest\n"
    )
    assert texts(text) == [
        "Host the growers' calls",
        "Lend tools on YouTubeWrite the monthly digest for all",
        "Thank everybody who helped with the harvest",
    ]
    assert heads(text) == ["What you'll do"]


@pytest.mark.parametrize(
    "text",
    [
        "We use iPhone and eBay and macOS and GitHub and LinkedIn here.",
        "The pyGrowers and rGrowers meet; pyGrowers host, rGrowers lend, pyGrowers thank, rGrowers write.",
        "Ask the harvestTeam or the toolShed once.",
    ],
)
def test_names_are_not_cut(text: str) -> None:
    assert texts(text) == [text]
