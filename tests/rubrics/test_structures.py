"""Mistakes in ``structures.yaml`` and ``organisations.yaml`` of a user's own are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.errors import RubricError
from advisor.paths import rubrics_dir
from advisor.rubrics.organisations import read_organisations
from advisor.rubrics.structures import read_structures


def test_what_moderators_need_are_responsibilities(tmp_path: Path) -> None:
    (tmp_path / "structures.yaml").write_text("says: {moderators_need: {escalatoin: a route}}\n", "utf-8")
    with pytest.raises(RubricError, match="“escalatoin” names nothing"):
        read_structures(rubrics_dir(), tmp_path)


def test_hours_are_told_from_other_duties_by_what_stands_before_them(tmp_path: Path) -> None:
    own = tmp_path / "organisations.yaml"
    own.write_text('hours_as_duty: "{words} are the hours"\n', "utf-8")
    with pytest.raises(RubricError, match="hours_as_duty"):
        read_organisations(rubrics_dir(), tmp_path)
    own.write_text('hours_as_duty: "There: {words}"\n', "utf-8")
    assert read_organisations(rubrics_dir(), tmp_path).hours_as_duty == "There: {words}"
