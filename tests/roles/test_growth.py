"""Reading an ad takes time that grows with the text and no faster, whatever stands in it over and over."""

from __future__ import annotations

from contextlib import suppress

import pytest

from advisor import InputError, analyze_role
from tests.growing import linear

# fmt: off
_MARKS = (
    ".", "-", "_", "*", "#", "|", "\t", " ", "\n", "• ", "•", ":", "(", ")", "[", "]", "<", ">", "&", "&#",
    "</", "$", '"', "'", "“", "@", "/", "- ", "\n- ", "=", "~", "`", "![", "](", "? ", "! ", ": - ",
    "\u200b", "\ufeff", "é", "中", "。", "中。", "😀", "\r", "\r\n", "\x0b", "> ", "> > ", "--", "---\n",
    "===\n", "## ", "...", "…", "?!", ". . ", "- \n", " \n", "\n \n", "٣", "ﬁ", "ß", "\u0301", "½", "€", "[[",
    "│ ",
)
_WORDS = (
    "not only ", "a", "A", "a:", "&amp;", "<p>", "<a ", "1", "1.", "1. ", "1 000 ", "1,", "$1", "’s", "a.b",
    "A.b", "aB", "aBa ", ". A", ".A", "a. ", "a.\n", "A a\n", "a\n", "- a\n", "**a", "**a** ", "*a* ",
    "[a](", "[a]", "not ", "no ", "never ", "you will not ", "a: - a - b\n", "Duties: - ", "\U0001f3af a\n",
    "x y\t", "a | b\n", "a\tb\n", "| a | b |\n", "a,b\n", '"a,b\n', "and ", "community ",
    "Community Manager ", "Community Manager\n", "moderate the forum ", "reports to ", "reports to me, ",
    "hours ", "20 hours ", "10% ", "Jane Doe ", "Jane Doe: ", "a\n===\n", "# a\n", "### a\n\n", "o ",
    "(a) ", "ii. ", "i) ", "I ", "A ", "aA", "ab,\n", "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa,\nb",
    "welcome .. members ", "you ", "you will ", "experience in ", "  - a\n", ". a", "&lt;", "&amp;amp;lt;",
    "<li>", "<br>", "<b>", "</b>", "0", "á", "$1 ", "1k ", "401k ", "@a", "a@b.c ", "http://a ",
    "www.a.b ", "We ", "our community manager ", "Our community manager runs Instagram. ",
    "Ana and Bo answer tickets; ", "the team of 3 ", "3 ", "three ", "Manager 3: a\n", "Moderator 3: ",
    "Anna reports to Ben. ", "Support: Tom and Ben\n", "Ana, Ben and ", "answered by ",
    "run by an agency, ", "- Ana: hosts\n", "a / b / c\n", "Ana,", "Ana;b\n", "9-5 ", "24/7 ", "Mon-Fri ",
    "(vacant) ", "[a", "*a", "_a", "\u251c\u2500\u2500 a\n", "2.1 Agents\n", "1) a\n", "Title: a\n",
    "Name: a\nTitle: b\n", "> a wrote:\n", "Hi all,\n", "Best,\nAna\n", "@ana ", "not just ", "nobody ",
    "no one ", "without ", "rather than ",
)
# fmt: on


def _read(text: str) -> None:
    with suppress(InputError):  # a refusal must come in time as well
        analyze_role(text)


@pytest.mark.parametrize(
    ("piece", "behind"), [*((p, b) for p in _MARKS for b in ("", "a")), *((p, "") for p in _WORDS)], ids=ascii
)
def test_the_same_over_and_over_takes_linear_time(piece: str, behind: str) -> None:
    assert linear(_read, piece, 3_000, before="Community Manager\n\n", behind=behind)
