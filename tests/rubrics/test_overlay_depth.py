"""An overlay nested thousands of levels deep is refused with its line; it must not end the process."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.errors import RubricError
from advisor.paths import rubrics_dir
from advisor.rubrics.loader import read_rubrics


@pytest.mark.parametrize("nested", ["[" * 50_000, "marks:\n" + "- " * 50_000, "{a: " * 40_000])
def test_deep_nesting_is_a_located_problem(tmp_path: Path, nested: str) -> None:
    (tmp_path / "marks.yaml").write_text("# deep\n" + nested, "utf-8")
    with pytest.raises(RubricError) as refused:
        read_rubrics(rubrics_dir(), tmp_path)
    (problem,) = refused.value.problems
    assert problem.message == "is nested too deeply"
    assert problem.line in (2, 3)
