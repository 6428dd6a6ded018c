"""Ids of rubrics that code names are there: a rule that is renamed would else be passed over in silence."""

from __future__ import annotations

import re
from pathlib import Path

import advisor
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.structures import load_structures

NAMED = re.compile(r"[\"']((?:mark|finding|org|move|contrast|friend)\.[a-z][a-z_-]+)[\"']")


def test_every_id_that_code_names_is_one() -> None:
    data = load_rubrics().data
    known = {rule.id for rule in (*data.marks, *data.findings, *data.advice.moves, *data.false_friends)}
    known |= {rule.id for rule in load_structures().data.findings}
    code = Path(advisor.__file__).parent.rglob("*.py")
    named = {id_ for file in code for id_ in NAMED.findall(file.read_text("utf-8"))}
    assert named
    assert named <= known
