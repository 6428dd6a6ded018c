"""What single words add to a line's practices: with cues, against them, and where no cue reads the line."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_role, load_rubrics
from advisor.errors import RubricError
from advisor.paths import rubrics_dir
from advisor.roles.model import Line, RoleAnalysis
from advisor.roles.words import is_words
from advisor.rubrics.loader import Rubrics, read_rubrics

from .made_ads import COMMUNITY, SUPPORT, made_ad


def overlaid(folder: Path, text: str) -> Rubrics:
    (folder / "practice_words.yaml").write_text(text, encoding="utf-8")
    return read_rubrics(rubrics_dir(), folder)


def with_words(words: dict[str, dict[str, float]], **more: object) -> Rubrics:
    """Return the rubrics as they are, but with these words instead of those that were estimated."""
    shipped = load_rubrics()
    file = shipped.data.practice_words.model_copy(update={"kinds": {}, "shares": {}, "words": words, **more})
    data = shipped.data.model_copy(update={"practice_words": file})
    return Rubrics(data, shipped.sections, shipped.language)


@pytest.fixture(scope="module")
def bare() -> Rubrics:
    """The rubrics with a few made-up words."""
    words = {
        "glimmer": {"support": 4.0},
        "plisk": {"community": 0.5},
        "brindle": {"support": -5.0},
    }
    return with_words(words, takes=1)


def line_of(result: RoleAnalysis, said: str) -> Line:
    return next(x for x in result.lines if said in result.text[x.start : x.end])


def words_of(line: Line, practice: str) -> float:
    return sum(s.contribution for s in line.signals if is_words(s) and s.practice == practice)


def read(rubrics: Rubrics, *duties: str) -> RoleAnalysis:
    return analyze_role(made_ad("Helper", duties), rubrics=rubrics)


def test_words_alone_read_a_line_that_no_cue_reads(bare: Rubrics) -> None:
    line = line_of(read(bare, "Keep the glimmer shiny", *COMMUNITY), "glimmer")
    assert line.practices == ("support",)
    assert [(s.cue, s.contribution) for s in line.signals] == [("words.support", 4)]


def test_words_alone_add_no_practice_to_a_line_that_a_cue_reads(bare: Rubrics) -> None:
    line = line_of(read(bare, f"{COMMUNITY[0]} in the glimmer", *COMMUNITY[1:]), "glimmer")
    assert line.practices == ("community",)
    assert not words_of(line, "support")


def test_words_outvote_a_medium_cue_and_never_a_strong_one(bare: Rubrics) -> None:
    for strength, stands in (("medium", False), ("strong", True)):
        fires = next(
            (cue.examples.fires[0], cue.id)
            for cue in bare.data.practices[2].cues
            if cue.strength == strength
            and not cue.lean
            and not cue.turns
            and not cue.weight
            and alone(bare, cue.id)
        )
        line = line_of(read(bare, f"{fires[0].rstrip('.')} brindle", *COMMUNITY), "brindle")
        assert words_of(line, "support") == -1
        assert ("support" in line.practices) is stands, (strength, fires)


def alone(rubrics: Rubrics, id_: str) -> bool:
    """Whether the cue's first example, as a duty, fires this cue for support and no other."""
    said = rubrics.cues[id_].examples.fires[0].rstrip(".")
    try:
        line = line_of(read(rubrics, f"{said} brindle", *COMMUNITY), "brindle")
    except StopIteration:
        return False
    return [s.cue for s in line.signals if s.practice == "support" and not is_words(s)] == [id_]


def test_words_that_speak_against_a_practice_never_give_it_alone() -> None:
    kinds = {"duty": {"other": 5.0}}
    rubrics = with_words({"glimmer": {"other": -1.0}, "plisk": {"other": 0.5}}, kinds=kinds)
    result = read(rubrics, "Keep a glimmer", "Keep a plisk")
    assert [line_of(result, said).practices for said in ("glimmer", "plisk")] == [(), ("other",)]


def test_each_word_counts_once_and_all_by_the_root_of_their_number(bare: Rubrics) -> None:
    one, twice, two = (
        line_of(read(bare, said, *COMMUNITY), "glimmer")
        for said in ("Keep a glimmer", "Keep a glimmer of a glimmer", "Keep a glimmer plisk")
    )
    assert words_of(one, "support") == words_of(twice, "support") == 4
    assert words_of(two, "support") == round(4 / sqrt(2), 2)


def test_denied_words_and_a_line_without_known_words_add_nothing(bare: Rubrics) -> None:
    result = read(bare, "You never keep the glimmer", "Keep the zelp", *COMMUNITY)
    assert not [s for said in ("glimmer", "zelp") for s in line_of(result, said).signals if is_words(s)]


def test_what_the_words_add_is_marked_at_the_word_that_says_most(bare: Rubrics) -> None:
    result = read(bare, "Keep the Glimmer shiny", *COMMUNITY)
    signal = next(s for s in line_of(result, "Glimmer").signals if is_words(s))
    assert result.text[signal.start : signal.end] == "Glimmer"


def test_the_share_of_the_ad_and_the_kind_of_the_line_count() -> None:
    shares, kinds = {"support": {"moderation": 4.0}}, {"duty": {"moderation": 1.0}}
    rubrics = with_words({"glimmer": {"moderation": 0.1}}, shares=shares, kinds=kinds)
    line = line_of(read(rubrics, "Keep the glimmer", *SUPPORT), "glimmer")
    assert line.practices == ("moderation",)
    assert words_of(line, "moderation") == 0.1 + 1 + 4 * 3 / 4  # three of four duties are read by cues


def test_without_words_nothing_is_added() -> None:
    result = read(with_words({}), *COMMUNITY, *SUPPORT)
    assert not any(is_words(s) for line in result.lines for s in line.signals)


@given(
    st.lists(st.sampled_from([*COMMUNITY, *SUPPORT, "Keep it tidy", "Sell seeds"]), min_size=1, max_size=6)
)
def test_the_points_of_a_line_are_those_that_are_shown(duties: list[str]) -> None:
    rubrics = load_rubrics()
    for line in read(rubrics, *duties).lines:
        for practice in line.practices:
            shown = sum(s.contribution for s in line.signals if s.practice == practice)
            assert shown >= rubrics.data.scoring.line_threshold


@pytest.mark.parametrize(
    "text",
    [
        "words: {Two Words: {support: 1}}\n",
        "words: {host: {helping: 1}}\n",
        "words: {host: {support: plenty}}\n",
        "kinds: {context: {support: 1}}\n",
        "takes: 9\n",
        "takes: -1\n",
        "speak_for: it\n",
    ],
)
def test_a_broken_file_is_refused_where_it_breaks(tmp_path: Path, text: str) -> None:
    with pytest.raises(RubricError) as refused:
        overlaid(tmp_path, text)
    assert "practice_words.yaml" in str(refused.value)
