"""Looking words up first finds exactly what the patterns alone find, and says where."""

from concurrent.futures import ThreadPoolExecutor

import re2
from hypothesis import given
from hypothesis import strategies as st

from advisor import load_rubrics
from advisor.matching.engine import PatternSet
from advisor.matching.fold import fold
from advisor.matching.language import Language

LANGUAGE = Language(
    {"members": ["member", "user", "(forum | club) participant"], "place": ["forum", "peer-to-peer space"]},
    {"write": ["wrote", "written"]},
)
SLOTS = [
    ["forum"],
    ["(welcome | onboard) .. <members>", "host .. <place>"],
    ["^ ban", "spam $"],
    ["moderat* .. (post | follow-up)"],
    ["new? old? <members>"],
    ["organise .. behaviour", "24/7", "q&a", "<figure> <members>"],
    [],
]
UNLESS = {0: ["spam"], 1: ["not .. forum", "old"]}
PATTERNS = PatternSet(LANGUAGE, [(match, UNLESS.get(i, [])) for i, match in enumerate(SLOTS)])
_WORDS = (
    "welcoming welcome onboarded member members member's users forum club participants host hosting the a ban spam "
    "moderating moderation posts follow-up followup follow up organize organising behavior behaviours 24/7 q&a "
    "peer-to-peer peertopeer space - new old , WROTE 30% 10,000 5k écrit _forum_"
).split()


def alone(patterns: list[str], shadow: bytes) -> bool:
    return any(re2.compile(LANGUAGE.parse(p).expression.encode()).search(shadow) for p in patterns)


@given(st.lists(st.sampled_from(_WORDS), max_size=12))
def test_the_set_agrees_with_each_pattern_alone(words: list[str]) -> None:
    shadow = fold(" ".join(words))
    spans = PATTERNS.spans(shadow)
    assert set(spans) == {
        i for i, match in enumerate(SLOTS) if alone(match, shadow) and not alone(UNLESS.get(i, []), shadow)
    }
    for start, end in spans.values():
        assert 0 <= start < end <= len(shadow)


def test_the_shipped_rubrics_agree_on_their_own_examples() -> None:
    """Every cue's every example, by the set and by RE2 alone: the look-up drops nothing."""
    rubrics = load_rubrics()
    cues = list(rubrics.cues.values())
    found = PatternSet(rubrics.language, [(c.match, ()) for c in cues])
    compiled = [
        [re2.compile(rubrics.language.parse(p).expression.encode()) for p in c.match] for c in cues[::7]
    ]
    for line in {line for c in cues for line in (*c.examples.fires, *c.examples.quiet)}:
        shadow = fold(line)
        spans = found.spans(shadow)
        for i, patterns in enumerate(compiled):
            assert (i * 7 in spans) == any(p.search(shadow) for p in patterns), (cues[i * 7].id, line)


def test_an_empty_set_finds_nothing() -> None:
    assert PatternSet(LANGUAGE, []).spans(b"anything") == {}


def test_threads_share_a_set() -> None:
    fresh = PatternSet(LANGUAGE, [(match, ()) for match in SLOTS])
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: tuple(sorted(fresh.spans(b"hosting our forum").items())), range(200)))
    assert found == {((0, (12, 17)), (1, (0, 17)))}
