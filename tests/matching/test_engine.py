"""The set finds what the single patterns find, and says where."""

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from advisor.matching.engine import PatternSet

PATTERNS = PatternSet([r"\bforum\b", r"\bhost(?:s|ed|ing)?(?:[^a-z]+[a-z]+){0,4}?[^a-z]+forum\b", r"^ban\b", r"\bspam$"])
_texts = st.lists(st.sampled_from(["host", "hosting", "the", "forum", "ban", "spam", "a", "-"]), max_size=12)


@given(_texts)
def test_the_set_agrees_with_each_pattern_alone(words: list[str]) -> None:
    shadow = " ".join(words).encode()
    alone = [i for i, single in enumerate(PATTERNS._single) if single.search(shadow)]
    assert sorted(PATTERNS.fired(shadow)) == alone
    for index in alone:
        start, end = PATTERNS.locate(index, shadow)
        assert 0 <= start < end <= len(shadow)


def test_a_set_that_runs_out_of_memory_still_finds(monkeypatch: object) -> None:
    starved = PatternSet([r"\bforum\b"])
    starved._set = type("Starved", (), {"Match": staticmethod(lambda shadow: [])})()
    assert starved.fired(b"our forum") == [0]
    assert starved.fired(b"our place") == []


def test_an_empty_set_finds_nothing() -> None:
    assert PatternSet([]).fired(b"anything") == []


def test_threads_share_a_set() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: tuple(sorted(PATTERNS.fired(b"hosting our forum"))), range(200)))
    assert found == {(0, 1)}
