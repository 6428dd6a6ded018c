"""Rubrics are read whole: every mistake at once, each with its place and what was expected; overlays by id."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import advisor
from advisor import load_rubrics
from advisor.errors import Problem, RubricError
from advisor.paths import rubrics_dir
from advisor.rubrics.loader import read_rubrics


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "rubrics"
    shutil.copytree(rubrics_dir(), folder)
    return folder


def problems(folder: Path, overlay: Path | None = None) -> tuple[Problem, ...]:
    with pytest.raises(RubricError) as caught:
        read_rubrics(folder, overlay)
    return caught.value.problems


def spoil(path: Path, old: str, new: str) -> int:
    """Replace the first ``old`` in a file; the line where it stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_shipped_rubrics_are_whole_and_loaded_once() -> None:
    rubrics = load_rubrics()
    assert rubrics is load_rubrics()
    assert {p.practice for p in rubrics.data.practices} >= {
        "community",
        "social_media",
        "support",
        "moderation",
    }
    assert all(rubrics.cues[id_].id == id_ for id_ in rubrics.cues)


def test_all_mistakes_are_told_at_once_each_in_its_place(copy: Path) -> None:
    key = spoil(copy / "practices" / "community.yaml", "strength: strong", "strenght: strong")
    value = spoil(copy / "practices" / "support.yaml", "strength: medium", "strength: medum")
    pattern = spoil(copy / "practices" / "moderation.yaml", "match:\n", "match:\n      - (welcome | greet\n")
    found = problems(copy)
    by_file = {p.file: p for p in found}
    assert by_file["practices/community.yaml"].line == key
    assert "did you mean “strength”" in by_file["practices/community.yaml"].message
    assert by_file["practices/support.yaml"].line == value
    assert "'strong', 'medium' or 'weak'" in by_file["practices/support.yaml"].expected
    assert "medum" in by_file["practices/support.yaml"].excerpt
    assert pattern
    for problem in found:
        assert problem.line > 0
        assert problem.column > 0
        assert problem.expected


def test_a_broken_pattern_is_located_inside_its_line(copy: Path) -> None:
    line = (
        spoil(copy / "practices" / "moderation.yaml", "match:\n", 'match:\n      - "(welcome | greet"\n') + 1
    )
    (problem,) = problems(copy)
    assert (problem.file, problem.line, problem.column) == ("practices/moderation.yaml", line, 9)
    assert "not closed" in problem.message
    assert problem.expected == "a closing bracket"


def test_unknown_groups_ids_and_sources_are_told(copy: Path) -> None:
    spoil(copy / "practices" / "community.yaml", "match:\n", "match:\n      - welcome .. <nobody-knows>\n")
    spoil(copy / "findings.yaml", "sources: [", "sources: [no-such-source, ")
    said = [p.message for p in problems(copy)]
    assert any("<nobody-knows>" in m for m in said)
    assert any("no-such-source" in m for m in said)


def test_an_id_may_stand_once(copy: Path) -> None:
    path = copy / "sources.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  - {id: ours, author: A, title: T, where: here, kind: ours}\n",
        encoding="utf-8",
    )
    (problem,) = problems(copy)
    assert "“ours” stands twice" in problem.message
    assert "sources.yaml" in problem.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"sources: [", "is not YAML"),
        (b"sources: \xff\xfe", "not UTF-8"),
        (b"sources: []\nsources: []\n", "twice"),
        (b"sources: {a: b}\n", "not a list"),
        (b"- 1\n- 2\n", ""),
        (b"sources: !!python/object:os.system []\n", ""),
        (b"a: &a [*a]\n", ""),
        (b"x: " + b"[" * 5000, ""),
    ],
)
def test_a_broken_file_is_a_located_error(copy: Path, content: bytes, message: str) -> None:
    (copy / "sources.yaml").write_bytes(content)
    found = [p for p in problems(copy) if p.file == "sources.yaml"]
    assert found
    assert any(message in p.message for p in found)


def test_a_missing_file_is_told(copy: Path) -> None:
    (copy / "titles.yaml").unlink()
    (problem,) = problems(copy)
    assert problem.file == "titles.yaml"
    assert "cannot be read" in problem.message


def test_an_overlay_replaces_and_adds_by_id(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    base = load_rubrics()
    first = next(c for c in base.cues.values() if base.cue_practice[c.id] == "community")
    (tmp_path / "practices" / "community.yaml").write_text(
        f"""
cues:
  - id: {first.id}
    says: Changed by a consultant
  - id: community.tends-the-allotment
    says: Tends the allotment
    match: [tend .. allotment]
    examples: {{fires: [Tend our allotment], quiet: [Tend our lawn]}}
""",
        encoding="utf-8",
    )
    over = read_rubrics(rubrics_dir(), tmp_path)
    assert over.cues[first.id].says == "Changed by a consultant"
    assert over.cues[first.id].match == first.match
    assert over.cue_practice["community.tends-the-allotment"] == "community"
    assert len(over.cues) == len(base.cues) + 1


def test_a_mistake_in_an_overlay_names_the_overlay(tmp_path: Path) -> None:
    path = tmp_path / "scoring.yaml"
    path.write_text("line_threshold: many\n", encoding="utf-8")
    (problem,) = problems(rubrics_dir(), tmp_path)
    assert (problem.file, problem.line, problem.column) == (str(path), 1, 17)
    assert problem.excerpt == "line_threshold: many"


@pytest.mark.parametrize(
    ("name", "content", "line", "message", "expected"),
    [
        (
            "practices/community.yaml",
            "practice: community\ntitles: []\n",
            2,
            "“titles” is empty",
            "at least one",
        ),
        ("scoring.yaml", "\nconfidence_known: 1.0\n", 2, "1.0 is not less than 1", "less than 1"),
    ],
)
def test_what_reading_an_ad_would_break_down_on_is_told(
    tmp_path: Path, name: str, content: str, line: int, message: str, expected: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    (problem,) = problems(rubrics_dir(), tmp_path)
    assert (problem.file, problem.line) == (str(path), line)
    assert message in problem.message
    assert expected in problem.expected


@pytest.mark.parametrize(
    ("text", "message", "expected"),
    [
        ("Sure of {thing}", "“high” does not fit: found {thing}", "words in braces of these: {recognised}, "),
        ("Sure of {duties", "“high” does not fit: expected '}'", "a text whose braces are pairs, with words"),
    ],
)
def test_what_a_text_may_fill_in_is_told_once_and_in_our_words(
    tmp_path: Path, text: str, message: str, expected: str
) -> None:
    (tmp_path / "scoring.yaml").write_text(f'reasons:\n  high: "{text}"\n', encoding="utf-8")
    (problem,) = problems(rubrics_dir(), tmp_path)
    assert problem.message.startswith(message)
    assert problem.expected.startswith(expected)
    assert "Value error" not in str(problem)


def test_a_number_that_does_not_fit_is_shown(tmp_path: Path) -> None:
    (tmp_path / "scoring.yaml").write_text("line_threshold: many\n", encoding="utf-8")
    (problem,) = problems(rubrics_dir(), tmp_path)
    assert problem.message.startswith("'many' is not a valid number")
    assert problem.expected.startswith("a valid number")


def test_a_stray_file_in_an_overlay_is_told(tmp_path: Path) -> None:
    (tmp_path / "practises.yaml").write_text("a: 1\n", encoding="utf-8")
    (problem,) = problems(rubrics_dir(), tmp_path)
    assert problem.file == "practises.yaml"
    assert "not the name of a rubric file" in problem.message


def test_words_that_yaml_takes_for_values_stay_words(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("groups: {answers: [no, yes, on]}\n", encoding="utf-8")
    over = read_rubrics(rubrics_dir(), tmp_path)
    assert over.data.vocabulary.groups["answers"] == ("no", "yes", "on")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_rubrics_or_a_located_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "marks.yaml").write_bytes(content)
    try:
        read_rubrics(rubrics_dir(), tmp_path)
    except RubricError as error:
        assert error.problems
        assert all(p.file for p in error.problems)


@pytest.mark.parametrize("path", sorted(rubrics_dir().rglob("*.yaml")), ids=lambda path: path.name)
def test_every_file_is_yaml_for_the_strictest_reader(path: Path) -> None:
    """The loader in C forgives what the one in Python and some editors do not."""
    assert sum(1 for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader))


def test_every_group_of_words_is_used() -> None:
    vocabulary = rubrics_dir() / "vocabulary.yaml"
    groups = load_rubrics().data.vocabulary.groups
    said = "".join(
        " ".join(event.value for event in yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
                 if isinstance(event, yaml.ScalarEvent))
        for path in rubrics_dir().rglob("*.yaml") if path != vocabulary
    )  # fmt: skip
    code = "".join(path.read_text(encoding="utf-8") for path in Path(advisor.__file__).parent.rglob("*.py"))
    negation = load_rubrics().data.vocabulary
    said += " ".join((*negation.negation, *negation.negation_ends, *negation.not_negation))
    used = {name for name in groups if f"<{name}>" in said or f'"{name}"' in code}
    while more := {n for n in groups if any(f"<{n}>" in p for u in used for p in groups[u])} - used:
        used |= more
    assert set(groups) - used == set()


def test_an_empty_group_of_words_is_told(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("groups:\n  mine: []\n", encoding="utf-8")
    (problem,) = problems(rubrics_dir(), tmp_path)
    assert (problem.line, problem.message) == (2, "“mine” is empty")
