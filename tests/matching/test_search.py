"""Both ways of searching find the same place; the quick one is taken only where few ways have to be tried."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.matching import search
from advisor.matching.language import Language
from advisor.matching.lexicon import Lexicon

LANGUAGE = Language({"people": ["member", "new (user | player)"]}, {})
PATTERNS = [
    "welcome",
    "welcome .. <people>",
    "^ (welcome | greet) our? <people> $",
    "(answer | reply to) ... question .. (from | of) <people>",
    "a .. b ... c .. d",
]
NODES = [LANGUAGE.parse(pattern).node for pattern in PATTERNS]
LEXICON = Lexicon(NODES)
CODES = [*LEXICON.words.values(), LEXICON.unknown]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("welcome", 1), ("welcome .. member", 5), ("a? b", 2), ("(a | b c) ... d", 18), ("a ... b ... c", 81)],
)
def test_ways_are_counted(pattern: str, expected: int) -> None:
    assert search.ways(LANGUAGE.parse(pattern).node) == expected


def test_many_ways_are_left_to_re2() -> None:
    def by_python(pattern: str) -> bool:
        node = LANGUAGE.parse(pattern).node
        found = search.searcher(node, LEXICON.expression(node))
        return isinstance(getattr(found, "__self__", None), re.Pattern)

    assert by_python("welcome ... member")
    assert not by_python("a ... b ... c")


@given(st.sampled_from(NODES), st.lists(st.sampled_from(CODES), max_size=20).map("".join))
def test_both_find_the_same_place(node, line: str) -> None:  # type: ignore[no-untyped-def]
    expression = LEXICON.expression(node)
    quick, linear = re.compile(expression).search(line), search._by_re2(expression)(line)
    assert (quick and quick.span()) == (linear and linear.span())
