"""What single words add to a line's kind: counted once, by first word and by place; broken files are located."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor import analyze_role, load_rubrics
from advisor.errors import RubricError
from advisor.matching.fold import fold
from advisor.paths import rubrics_dir
from advisor.roles.kinds import KindReader
from advisor.rubrics.loader import Rubrics, read_rubrics
from advisor.text.lines import split

TEXT = "Larkfield\n\nGlimmer wanders softly.\n\nWhat you will do\n- Host our weekly calls\n"


def overlaid(folder: Path, text: str) -> Rubrics:
    (folder / "kind_words.yaml").write_text(text, encoding="utf-8")
    return read_rubrics(rubrics_dir(), folder)


def points(rubrics: Rubrics, text: str) -> list[dict[str, float]]:
    lines = split(text, rubrics.sections).lines
    order = rubrics.data.kinds.order
    return [dict(zip(order, found, strict=True)) for found in KindReader(rubrics).points(fold(text), lines)]


def test_a_word_counts_once_a_line(tmp_path: Path) -> None:
    rubrics = overlaid(tmp_path, "words: {glimmer: {skill: 5}}\n")
    once, twice = (
        points(rubrics, f"Larkfield\n\n{line}\n")[-1]["skill"]
        for line in ("There glimmer wanders softly.", "There glimmer wanders glimmer softly.")
    )
    assert once == twice
    plain = points(load_rubrics(), "Larkfield\n\nThere glimmer wanders softly.\n")[-1]["skill"]
    assert once - plain == pytest.approx(5)


def test_the_first_word_counts_only_in_front(tmp_path: Path) -> None:
    rubrics = overlaid(tmp_path, "first: {glimmer: {measure: 4}}\n")
    front, behind = (
        points(rubrics, f"Larkfield\n\n{line}\n")[-1]["measure"]
        for line in ("Glimmer wanders.", "Softly glimmer wanders.")
    )
    assert front - behind > 3


def test_words_decide_a_kind_and_can_be_overlaid(tmp_path: Path) -> None:
    rubrics = overlaid(tmp_path, "words: {glimmer: {skill: 8}}\n")

    def kind(given: Rubrics) -> str:
        found = analyze_role(TEXT, rubrics=given)
        return next(x.kind for x in found.lines if TEXT[x.start :].startswith("Glimmer"))

    assert kind(load_rubrics()) == "context"
    assert kind(rubrics) == "skill"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words: {Two Words: {duty: 1}}\n", "kind_words.yaml"),
        ("words: {host: {duties: 1}}\n", "kind_words.yaml"),
        ("words: {host: {duty: plenty}}\n", "kind_words.yaml"),
        ("places: {attic: {prose: {duty: 1}}}\n", "no section"),
    ],
)
def test_a_broken_file_is_refused_where_it_breaks(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RubricError) as refused:
        overlaid(tmp_path, text)
    assert said in str(refused.value)
