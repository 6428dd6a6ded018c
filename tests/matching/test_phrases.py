"""The automaton over words says what the cue language says, pattern by pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.matching.engine import PatternSet
from advisor.matching.fold import fold
from advisor.matching.language import Language
from advisor.matching.phrases import PhraseSet, spaced

GROUPS = {
    "starts": ["^ greet", "run"],
    "people": ["member", "local volunteer", "new-comer"],
    "verbs": ["(help | greet)", "run"],
}
IRREGULAR = {"run": ["ran", "running"]}


def said(patterns: list[str], line: str) -> set[int]:
    bits = PhraseSet(Language(GROUPS, IRREGULAR), [[p] for p in patterns]).said(spaced(fold(line)))
    return {i for i in range(len(patterns)) if bits >> i & 1}


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("you will", "Then you will see", "you, perhaps, will see"),
        ("you'll", "And you’ll see", "youll see"),
        ("^ run", "Running the forum", "You run the forum"),
        ("requirements $", "Our requirements:", "requirements of the job"),
        ("^ requirements $", "Requirements", "Requirements of the job"),
        ("=host", "a host", "two hosts"),
        ("self-starter", "a self starter; a selfstarter", "the self as starter"),
        ("very? (good | kind of) <people>", "kind of local volunteers", "very good people"),
        (
            "looking for .. to <verbs>",
            "looking for a kind patient person to greet",
            "looking for one two three four five to greet",
        ),
        ("as ... you", "as one two three four five six seven eight you", "as 1 2 3 4 5 6 7 8 9 you"),
        ("(a | b c | d) e", "b c e", "b e"),
        ("you .. run", "you’ll run", "your run"),
        ("^ you | ^ they", "They run it", "So they run it"),
        ("(our team's | team) mission", "the team’s mission", "the teams have a mission"),
    ],
)
def test_patterns(pattern: str, yes: str, no: str) -> None:
    assert said([pattern], yes) == {0}
    assert said([pattern], no) == set()


def test_empty_lines_say_nothing() -> None:
    assert said(["you will"], "") == set()
    assert said(["you will"], " – … ") == set()


PATTERNS = [
    "you will",
    "^ you (will | may) run",
    "you .. run",
    "(you | they) will? run $",
    "^ (run | help) <people>",
    "help ... member",
    "local volunteer .. (run | help) you",
    "<people> .. <people>",
    "new-comer",
    "^ you | ^ they",
    "<starts> member",
    "help <starts>",
    "x? <starts> local",
]
WORDS = st.sampled_from(
    [
        "you",
        "will",
        "may",
        "run",
        "running",
        "help",
        "greet",
        "local",
        "volunteers",
        "member",
        "member's",
        "new",
        "comer",
        "they",
        "x",
        "-",
    ]
)


@given(st.lists(WORDS, max_size=18))
def test_it_agrees_with_the_other_reading_of_the_language(words: list[str]) -> None:
    line = " ".join(words)
    other = PatternSet(Language(GROUPS, IRREGULAR), [([p], []) for p in PATTERNS])
    assert said(PATTERNS, line) == set(other.spans(fold(line)))


@pytest.mark.parametrize("pattern", ["moderat*", "<figure> members"])
def test_stems_and_numbers_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="a number"):
        PhraseSet(Language(GROUPS, IRREGULAR), [[pattern]])
