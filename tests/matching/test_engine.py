"""Looking words up first finds exactly what the patterns say, and where."""

import re
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from advisor import load_rubrics
from advisor.matching.engine import PatternSet
from advisor.matching.fold import fold
from advisor.matching.language import Language, normal
from advisor.matching.tree import Choice, Node, Words

LANGUAGE = Language(
    {"members": ["member", "user", "(forum | club) participant"], "place": ["forum", "peer-to-peer space"]},
    {"write": ["wrote", "written"]},
)
SLOTS = [
    ["forum"],
    ["(welcome | onboard) .. <members>", "host .. <place>"],
    ["^ ban", "spam $"],
    ["moderat* .. (post | follow-up)", "mod* user"],
    ["new? old? <members>"],
    ["organise .. behaviour", "24/7", "q&a", "<figure> <members>"],
    [],
]
UNLESS = {0: ["spam"], 1: ["not .. forum", "old"]}
PATTERNS = PatternSet(LANGUAGE, [(match, UNLESS.get(i, [])) for i, match in enumerate(SLOTS)])
_WORDS = [
    "welcoming",
    "welcome",
    "onboarded",
    "member",
    "members",
    "member's",
    "users",
    "forum",
    "club",
    "participants",
    "host",
    "hosting",
    "the",
    "a",
    "ban",
    "spam",
    "moderating",
    "moderation",
    "modder",
    "posts",
    "follow-up",
    "followup",
    "follow",
    "up",
    "organize",
    "organising",
    "behavior",
    "behaviours",
    "24/7",
    "q&a",
    "peer-to-peer",
    "peertopeer",
    "space",
    "-",
    "new",
    "old",
    ",",
    "WROTE",
    "30%",
    "10,000",
    "5k",
    "écrit",
    "_forum_",
    "not",
]


def tokens(text: str) -> list[str]:
    """The words of a text, the slow and plain way."""
    whole = re.sub(r"(?<=\d)[.,](?=\d)", "", fold(text).decode().replace("\x7f", "x"))
    kept = "".join(c if c.isalnum() or c == "'" else " " for c in whole)
    return [normal(word.strip("'")) for word in kept.split() if word.strip("'")]


def ends(node: Node, words: list[str], at: int) -> set[int]:
    """Where a tree may end that begins at ``at``: what the language means, without RE2 and without codes."""
    if isinstance(node, Words):
        if at >= len(words):
            return set()
        word = words[at]
        fits = word in node.words or ("<figure>" in node.words and word[0].isdigit())
        return {at + 1} if fits or any(word.startswith(s) for s in node.stems) else set()
    if isinstance(node, Choice):
        return {end for option in node.options for end in ends(option, words, at)}
    if node.start and at:
        return set()
    places = {at}
    for piece in node.pieces:
        if piece.node is None:
            places = {p + skip for p in places for skip in range(piece.window + 1) if p + skip <= len(words)}
        else:
            places = {e for p in places for e in ends(piece.node, words, p)} | (
                places if piece.optional else set()
            )
    return {p for p in places if not node.end or p == len(words)}


def says(pattern: str, text: str, language: Language = LANGUAGE) -> bool:
    node, words = language.parse(pattern).node, tokens(text)
    return any(end > at for at in range(len(words) + 1) for end in ends(node, words, at))


@given(st.lists(st.sampled_from(_WORDS), max_size=12))
def test_the_set_finds_what_the_language_means(words: list[str]) -> None:
    text = " ".join(words)
    expected = {
        i
        for i, match in enumerate(SLOTS)
        if any(says(p, text) for p in match) and not any(says(p, text) for p in UNLESS.get(i, []))
    }
    spans = PATTERNS.spans(fold(text))
    assert set(spans) == set(PATTERNS.slots(fold(text))) == expected
    for start, end in spans.values():
        assert 0 <= start < end <= len(text)


def test_places_are_those_of_the_words() -> None:
    text = "— We’re hosting  our *Forum*’s members"
    (start, end) = PATTERNS.spans(fold(text))[1]
    assert text[start:end] == "hosting  our *Forum"
    assert PATTERNS.spans(fold(text))[4][1] == len(text)


def test_the_shipped_rubrics_find_what_they_mean_in_their_own_examples() -> None:
    rubrics = load_rubrics()
    cues = list(rubrics.cues.values())[::9]
    found = PatternSet(rubrics.language, [(c.match, c.unless) for c in cues])
    for line in {line for c in cues for line in (*c.examples.fires, *c.examples.quiet)}:
        spans = found.spans(fold(line))
        for i, cue in enumerate(cues):
            expected = any(says(p, line, rubrics.language) for p in cue.match) and not any(
                says(p, line, rubrics.language) for p in cue.unless
            )
            assert (i in spans) == expected, (cue.id, line)


def test_an_empty_set_finds_nothing() -> None:
    assert PatternSet(LANGUAGE, []).spans(b"anything") == {}


def test_threads_share_a_set() -> None:
    fresh = PatternSet(LANGUAGE, [(match, ()) for match in SLOTS])
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: tuple(sorted(fresh.spans(b"hosting our forum").items())), range(200)))
    assert found == {((0, (12, 17)), (1, (0, 17)))}
