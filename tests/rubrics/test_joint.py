"""``joint.yaml``: what it names exists, and a mistake is told with its place."""

from pathlib import Path

import pytest

from advisor.errors import RubricError
from advisor.paths import rubrics_dir
from advisor.rubrics.joint import load_joint, read_joint


def test_the_shipped_file_is_whole() -> None:
    ids = [m.id for m in load_joint().meetings]
    assert len(ids) == len(set(ids))
    assert all(m.team or m.ads for m in load_joint().meetings)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{id: Z9, team: [{finding: org.single}]}", "“Z9” names nothing"),
        ("{id: C3, team: [{finding: org.nothing}]}", "“org.nothing” names nothing"),
        ("{id: C3, team: [{finding: org.single, without: sleep}]}", "“sleep” names nothing"),
        ("{id: C3, ads: [{finding: finding.nothing}]}", "“finding.nothing” names nothing"),
    ],
)
def test_a_name_that_names_nothing_is_told_with_its_line(tmp_path: Path, entry: str, said: str) -> None:
    (tmp_path / "joint.yaml").write_text(f"meetings:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(RubricError) as refused:
        read_joint(rubrics_dir(), tmp_path)
    (problem,) = refused.value.problems
    assert (problem.line, problem.message) == (2, said)


def test_a_consultant_changes_one_meeting_by_its_question(tmp_path: Path) -> None:
    (tmp_path / "joint.yaml").write_text(
        "meetings:\n  - {id: C3, team: [{finding: org.overlap}]}\n", encoding="utf-8"
    )
    found = {m.id: m for m in read_joint(rubrics_dir(), tmp_path).meetings}
    assert [t.finding for t in found["C3"].team] == ["org.overlap"]
    assert found.keys() == {m.id for m in load_joint().meetings}
