"""The cue language: what a pattern matches, and what it says when it cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.matching.engine import PatternSet
from advisor.matching.fold import fold
from advisor.matching.language import Language, PatternError

LANGUAGE = Language(
    {
        "members": ["member", "user", "(forum | club) participant"],
        "newcomers": ["new <members>", "newcomer"],
        "loop": ["<pool>"],
        "pool": ["<loop>"],
    },
    {"write": ["wrote", "written"]},
)


def matches(pattern: str, text: str) -> bool:
    return bool(PatternSet(LANGUAGE, [([pattern], [])]).spans(fold(text)))


@pytest.mark.parametrize(
    ("pattern", "fires", "quiet"),
    [
        ("welcome <members>", "We welcomed members today", "We welcome all sorts of members"),
        ("welcome .. <members>", "Welcoming our very newest members", "Welcome a b c d e members"),
        ("welcome ... <members>", "Welcome a b c d e f g h members", "Welcome a b c d e f g h i members"),
        ("(help | answer) <newcomers>", "answering new forum participants", "answering members"),
        ("=host", "You host", "You hosted"),
        ("moderat*", "Moderators wanted", "Immoderate"),
        ("follow-up", "follow up, follow-up or followup", "follow it up"),
        ("community? forum host", "forum host", "forum or host"),
        ("host community? forum", "hosting a community forum"[:7] + " forum", "hosting a community forum"),
        ("^ write .. post", "• Write weekly posts", "You write posts"),
        ("welcome (each of)? <members>", "Welcome members", "Welcome each members"),
        ("write posts? $", "You write posts.", "You write posts daily"),
        ("member voice", "Our MEMBER’S voice", "our memberships voice"),
        ("q&a", "Host a Q&A", "Host a QA"),
        ("<figure> follower", "10,000 followers", "ten followers"),
        ("grow .. <figure>", "Grow to 50k", "Grow a2z"),
        ("<figure> follower", "$10 followers", "£ followers"),
        ("<money>", "£26–29k", "26–29k"),
        ("^ <money> $", "$ 40", "40"),
        ("up to <money> $", "Up to 30.000 €", "Up to 30.000"),
        ("to <money> $", "From £24,780 to £26,010.50", "From £24,780 to 26,010"),
        ("of <thousands>", "A salary of 34 000", "A sum of 2 000"),
        ("a <thousands>", "A 60k", "A 401k"),
        ("<thousands> $", "₹3,60,000", "₹360"),
        ("<salary>", "up to 30.000 €", "up to 3.000 €"),
        ("<salary>", "US$60K", "US$60 or 60K"),
        ("(0 | zero) year", "0 years", "5 years"),
        ("<money> (to | and)? <money>", "€30k to €40k", "30k to €40k"),
        ("24/7", "Cover 24/7", "Cover 24 or 7"),
    ],
)
def test_a_pattern_fires_and_stays_quiet(pattern: str, fires: str, quiet: str) -> None:
    assert matches(pattern, fires)
    assert not matches(pattern, quiet)


def test_words_are_whole() -> None:
    assert not matches("host", "ghost")
    assert not matches("host", "hostile")


@pytest.mark.parametrize(
    ("pattern", "message", "at"),
    [
        ("welcome <member", "not a group", 8),
        ("welcome <nobody>", "no group <nobody>", 8),
        ("<loop>", "contains itself", 0),
        ("(welcome | greet", "not closed", 0),
        ("welcome) members", "no opening bracket", 7),
        (".. members", "word before", 0),
        ("members ..", "word after", 10),
        ("members .... here", "not a window", 8),
        ("? members", "follows nothing", 0),
        ("Members", "capitals", 0),
        ("host ^ members", "middle", 5),
        ("(host |)", "nothing is required", 7),
        ("new? old?", "nothing is required", 9),
        ("caf\u00e9", "not a word", 0),
    ],
)
def test_a_broken_pattern_says_what_and_where(pattern: str, message: str, at: int) -> None:
    with pytest.raises(PatternError) as caught:
        LANGUAGE.parse(pattern)
    assert message in str(caught.value)
    assert caught.value.at == at
    assert caught.value.expected


_words = st.sampled_from(
    ["welcome", "members", "write", "=host", "moderat*", "<members>", "<newcomers>", "post?"]
)
_items = st.recursive(
    _words,
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda parts: "(" + " | ".join(parts) + ")"),
    max_leaves=6,
)


@given(st.lists(_items, min_size=1, max_size=4), st.text(max_size=80))
def test_whatever_is_written_compiles_or_is_explained(parts: list[str], text: str) -> None:
    try:
        found = PatternSet(LANGUAGE, [([" .. ".join(parts)], [])])
    except PatternError as error:
        assert error.expected
        return
    assert all(0 <= start < end <= len(text) for start, end in found.spans(fold(text)).values())


@given(st.text(max_size=60))
def test_any_text_is_a_pattern_or_an_explained_error(text: str) -> None:
    try:
        PatternSet(LANGUAGE, [([text], [])]).spans(fold(text))
    except PatternError as error:
        assert str(error)
        assert error.expected
