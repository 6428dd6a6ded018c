"""The questionnaire as a rubric: whole, short, changeable, and refused with the place of every mistake."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import advisor
from advisor.errors import Problem, RubricError
from advisor.paths import rubrics_dir
from advisor.rubrics.readiness import load_readiness, read_readiness

IDS = "A1 A2 A3 B1 B2 B3 B4 C1 C2 C3 C4 D1 D2 D3 E1 E2 E3 E4 E5 F1 F2 F3 F4 G1 G2 G3 H1 H2 H3".split()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "rubrics"
    shutil.copytree(rubrics_dir(), folder)
    return folder


def problems(folder: Path, overlay: Path | None = None) -> tuple[Problem, ...]:
    with pytest.raises(RubricError) as caught:
        read_readiness(folder, overlay)
    return caught.value.problems


def spoil(folder: Path, old: str, new: str) -> int:
    """Replace the first ``old``; the line where it stands."""
    path = folder / "readiness.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def words(text: str) -> int:
    return len(re.findall(r"[\w’'–-]+", text))


def test_the_questionnaire_is_whole_and_loaded_once() -> None:
    found = load_readiness()
    assert found is load_readiness()
    assert list(found.items) == IDS
    assert sum(i.weight for i in found.data.items) == 67
    assert [b.min for b in found.data.bands] == [0, 40, 60, 80]
    assert "ours" in found.data.rules.sources


def test_an_executive_reads_it_in_a_few_minutes() -> None:
    """Words to read per question, its five levels included: few on average, never many."""
    items = load_readiness().data.items
    counts = [words(i.question) + sum(map(words, i.levels)) for i in items]
    assert sum(counts) / len(counts) <= 26
    assert max(counts) <= 32
    assert max(words(i.question) for i in items) <= 10
    assert max(words(level) for i in items for level in i.levels) <= 8


def test_levels_are_told_apart() -> None:
    for item in load_readiness().data.items:
        assert len(set(item.levels)) == 5


@pytest.mark.parametrize(
    ("old", "new", "message", "expected"),
    [
        ("weight: 3", "wieght: 3", "did you mean “weight”", "one of"),
        ("kind: hard", "kind: hrad", "'hrad' is not a value of “kind”", "hard"),
        ("section: A", "section: Z", "“Z” names nothing", "the id of a section"),
        ("ask: sponsor", "ask: boss", "“boss” names nothing", "the id of an owner"),
        ("owner: lead", "owner: nobody", "“nobody” names nothing", "the id of an owner"),
        (
            "sources: [dewald-2026, feverbee-speed]",
            "sources: [hearsay]",
            "“hearsay” names nothing",
            "a source",
        ),
        ("when: [B2, B3, D1]", "when: [B2, B9]", "“B9” names nothing", "the id of an item"),
        ("given: {C2: 2}", "given: {Z9: 2}", "“Z9” names nothing", "the id of an item"),
        ("unless: {A1: 4}", "unless: {Z9: 4}", "“Z9” names nothing", "the id of an item"),
        ("stage: starting", "stage: never", "“never” names nothing", "the id of a stage"),
        ("item: C1", "item: C9", "“C9” names nothing", "the id of an item"),
        ("  - id: A2", "  - id: A1", "the id “A1” stands twice", "an id of its own"),
        ("also: [children]", "also: [crisis]", "the id “crisis” stands twice", "an id of its own"),
        ("min: 40", "min: 70", "do not rise", "0 first"),
        ("- id: prepare", "- id: pilot", "not the four bands", "not_yet, prepare"),
        ("small_low: 10", "small_low: 20", "above “small_high”", "the lower figure"),
        ("weight: 3", "weight: 0", "greater than 0", "greater than 0"),
        ("gate_fires_at: 1", "gate_fires_at: 4", "less than 4", "less than 4"),
        ("{reasons}.", "{reason}.", "found {reason}", "{reasons}"),
        ("{id: H, name: The role itself}", "{id: I, name: None}", "no items", "one item"),
        ("[Nobody we know of, ", "[", "at least 5 items", "at least 5"),
    ],
)
def test_a_mistake_is_told_with_its_place(
    copy: Path, old: str, new: str, message: str, expected: str
) -> None:
    line = spoil(copy, old, new)
    found = problems(copy)
    told = [p for p in found if message in p.message]
    assert told, found
    assert expected in told[0].expected
    assert told[0].file == "readiness.yaml"
    if "stands twice" not in message and "rise" not in message and "bands" not in message:
        assert abs(told[0].line - line) <= 1


def test_all_mistakes_are_told_at_once(copy: Path) -> None:
    spoil(copy, "weight: 3", "weight: heavy")
    spoil(copy, "effort: medium", "effort: huge")
    assert len(problems(copy)) == 2


def test_an_overlay_changes_one_item_by_id(tmp_path: Path) -> None:
    text = "items:\n  - id: A1\n    weight: 5\n    question: Who is it for?\n"
    (tmp_path / "readiness.yaml").write_text(text, encoding="utf-8")
    found = read_readiness(rubrics_dir(), tmp_path)
    assert (found.items["A1"].weight, found.items["A1"].question) == (5, "Who is it for?")
    assert list(found.items) == IDS
    assert found.items["A1"].levels == load_readiness().items["A1"].levels


def test_a_broken_overlay_is_told_with_its_own_place(tmp_path: Path) -> None:
    (tmp_path / "readiness.yaml").write_text("items:\n  - id: A1\n    weight: -1\n", encoding="utf-8")
    found = problems(rubrics_dir(), tmp_path)
    assert (found[0].line, found[0].file) == (3, str(tmp_path / "readiness.yaml"))
    (tmp_path / "other.yaml").write_text("x: 1\n", encoding="utf-8")
    assert any("not the name of a rubric file" in p.message for p in problems(rubrics_dir(), tmp_path))
    assert problems(rubrics_dir(), tmp_path / "nowhere")[0].message == "is not a folder"


def test_a_key_that_is_a_list_is_refused(copy: Path) -> None:
    spoil(copy, "rules:\n", "? [a, b]\n: 1\nrules:\n")
    assert any("can't be a key" in p.message for p in problems(copy))


def test_reading_an_ad_does_not_load_the_questionnaire() -> None:
    code = (
        "import sys, advisor; advisor.analyze_role('Welcome new members to the forum.'); "
        "print([m for m in sys.modules if 'readiness' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(advisor.__file__).parent.parent,
        timeout=60,
    )
    assert done.stdout.strip() == "[]"
