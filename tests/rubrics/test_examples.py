"""Every cue, mark, pole, kind cue, title rule and false friend recognises its examples and lets near misses pass."""

from pathlib import Path

import pytest

from advisor.paths import rubrics_dir
from advisor.rubrics.check import check, parts
from advisor.rubrics.loader import load_rubrics, read_rubrics

RUBRICS = load_rubrics()
PARTS = list(parts(RUBRICS))


@pytest.mark.parametrize(("id_", "what", "examples", "fires"), PARTS, ids=[f"{p[0]}, {p[1]}" for p in PARTS])
def test_examples_hold(id_, what, examples, fires) -> None:
    assert examples.fires
    assert examples.quiet
    assert [line for line in examples.fires if not fires(line)] == []
    assert [line for line in examples.quiet if fires(line)] == []


def test_everything_with_patterns_is_checked() -> None:
    data = RUBRICS.data
    expected = [c.id for p in data.practices for c in p.cues]
    for group in (data.marks, data.kinds.cues, data.titles, data.false_friends):
        expected += [item.id for item in group]
    for contrast in data.contrasts:
        expected += [contrast.id for pole in (contrast.community, contrast.social) if pole.match]
    assert sorted(expected) == sorted(p[0] for p in PARTS)


def test_the_shipped_rubrics_keep_their_word() -> None:
    assert check(RUBRICS) == ()


OVERLAY = """\
marks:
  - id: mark.many-hats
    examples:
      fires:
        - You wear many hats
        - You like tea
      quiet:
        - You wear several hats
"""


def test_a_broken_promise_is_located(tmp_path: Path) -> None:
    (tmp_path / "marks.yaml").write_text(OVERLAY, encoding="utf-8")
    found = check(read_rubrics(rubrics_dir(), tmp_path), tmp_path)
    missed, wrong = (p for p in found if "mark.many-hats" in p.message)
    assert (missed.file, missed.line, missed.column) == ("marks.yaml", 6, 11)
    assert missed.excerpt == "You like tea"
    assert "“mark.many-hats” does not recognise" in missed.message
    assert (wrong.file, wrong.line) == ("marks.yaml", 8)
    assert "near miss" in wrong.message
    assert missed.expected
    assert wrong.expected


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "findings.yaml",
            "findings:\n  - id: finding.many-hats\n    title: Too many hats for {nobody}\n",
            "{nobody}",
        ),
        ("advice.yaml", 'verdicts:\n  titled: "titled {title"\n', "braces"),
        ("advice.yaml", 'verdicts:\n  unclear: "No {title} here"\n', "{title}"),
    ],
)
def test_unknown_words_in_braces_are_found_at_load(
    tmp_path: Path, file: str, text: str, message: str
) -> None:
    from advisor.errors import RubricError

    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(RubricError) as raised:
        read_rubrics(rubrics_dir(), tmp_path)
    (problem,) = raised.value.problems
    assert problem.file.endswith(file)
    assert problem.line > 0
    assert message in problem.message + problem.expected
