"""Figures, records of cues and misses; on ads of our own with labels that we choose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from advisor import analyze_role
from advisor.cli import main
from advisor.errors import InputError
from advisor.evaluation.gold import read_gold
from advisor.evaluation.measure import Rates, evaluate
from advisor.evaluation.text import to_dict, to_text
from advisor.text.limits import FILE_BYTES

AD = """Forum host

You will:
- Welcome new members to our forum and introduce them to each other
- Run the monthly meet-up of our members
- Answer tickets in Zendesk within four hours
- Publish posts on Instagram and reply to comments there
"""


def labelled(text: str = AD, **role: Any) -> dict[str, Any]:
    """Label an ad exactly as the advisor reads it."""
    read = analyze_role(text)
    lines = [
        {"start": x.start, "end": x.end, "kind": x.kind, "practices": list(x.practices)} for x in read.lines
    ]
    profile = read.profile
    told = {
        "primary": profile.primary,
        "present": list(profile.present),
        "bundled": profile.bundled,
        "mismatch": profile.mismatch,
    }
    return {"id": "one", "title": "Forum host", "text": text, "lines": lines, "role": {**told, **role}}


def rows(*ads: dict[str, Any]) -> str:
    return "\n".join(json.dumps(ad) for ad in ads) + "\n\n"


def test_labels_like_the_reading_give_full_marks() -> None:
    found = evaluate(read_gold(rows(labelled(), labelled())))
    assert (found.ads, found.macro_f1, found.kind_accuracy, found.primary_accuracy) == (2, 1.0, 1.0, 1.0)
    assert not found.misses
    assert sum(t.ads for t in found.trust) == sum(t.right for t in found.trust) == 2
    assert all(cue.wrong == 0 and cue.right >= 2 for cue in found.cues)


def test_a_line_separator_within_an_ad_ends_no_row() -> None:
    ad = {**labelled(), "id": "one\u2028\x85two"}
    assert [a.id for a in read_gold(json.dumps(ad, ensure_ascii=False))] == ["one\u2028\x85two"]


def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(rows({**labelled(), "id": "x" * FILE_BYTES}, labelled()), encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", str(file), "--format", "json"])
    assert json.loads(result.output)["ads"] == 2


def test_a_label_that_differs_is_a_miss_with_the_cues_behind_it() -> None:
    ad = labelled(primary="moderation")
    ticket = next(i for i, x in enumerate(ad["lines"]) if "Zendesk" in AD[x["start"] : x["end"]])
    ad["lines"][ticket] |= {"practices": ["moderation"], "kind": "skill"}
    found = evaluate(read_gold(rows(ad)))
    without_reason, missed = found.misses
    assert (without_reason.practice, without_reason.wanted, missed.practice, missed.wanted) == (
        "support",
        False,
        "moderation",
        True,
    )
    assert any(cue.startswith("support.") for cue in without_reason.cues)
    assert without_reason.points >= 2
    assert (missed.cues, missed.points, missed.kind, missed.read_kind) == ((), 0, "skill", "duty")
    assert found.practices["support"] == Rates(0, 1, 0)
    assert found.practices["moderation"] == Rates(0, 0, 1)
    assert found.kinds["skill", "duty"] == 1
    assert found.primaries["moderation", "community"] == 1
    assert found.primary_accuracy == 0
    assert next(c for c in found.cues if c.wrong).practice == "support"


def test_a_line_that_was_split_in_two_has_the_practices_of_both() -> None:
    ad = labelled()
    a, b = ad["lines"][-2:]
    ad["lines"][-2:] = [
        {
            "start": a["start"],
            "end": b["end"],
            "kind": "duty",
            "practices": sorted({*a["practices"], *b["practices"]}),
        }
    ]
    assert evaluate(read_gold(rows(ad))).misses == ()


@pytest.mark.parametrize(
    ("rates", "precision", "recall", "f1"),
    [
        (Rates(0, 0, 0), 1.0, 1.0, 1.0),
        (Rates(3, 1, 0), 0.75, 1.0, 6 / 7),
        (Rates(0, 2, 3), 0.0, 0.0, 0.0),
        (Rates(1, 1, 1), 0.5, 0.5, 0.5),
    ],
)
def test_rates(rates: Rates, precision: float, recall: float, f1: float) -> None:
    assert (rates.precision, rates.recall, rates.f1) == pytest.approx((precision, recall, f1))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("", "no labelled ads"),
        ("\n\n", "no labelled ads"),
        ("{", "row 1: this is not JSON"),
        ("[" * 100_000, "row 1: this is not JSON"),
        ("[]", "row 1: this is not a JSON object"),
        ('{"text": "a"}', "row 1, at lines"),
        (rows(labelled() | {"lines": [{"start": 0, "end": 9999, "kind": "duty"}]}), "outside the text"),
        (rows(labelled() | {"lines": [{"start": 0, "end": 3, "kind": "task"}]}), "at lines.0.kind"),
        (rows(labelled(), labelled(primary="boss")), "row 2, at role.primary"),
    ],
)
def test_bad_labels_are_refused_with_their_row(data: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        read_gold(data)
    assert says in refused.value.message
    assert refused.value.next_step


def test_many_bad_rows_are_counted_not_all_printed() -> None:
    with pytest.raises(InputError) as refused:
        read_gold("{\n" * 50)
    assert "and 42 more" in refused.value.message


def test_text_and_json_tell_the_same(tmp_path: Path) -> None:
    ad = labelled(primary="support")
    ad["lines"][-1]["practices"] = []
    file = tmp_path / "gold.jsonl"
    file.write_text(rows(ad), "utf-8")
    found = evaluate(read_gold(rows(ad)))
    text = CliRunner().invoke(main, ["evaluate", str(file)])
    data = CliRunner().invoke(main, ["evaluate", str(file), "--format", "json"])
    assert text.exit_code == data.exit_code == 0
    assert text.output == to_text(found)
    assert json.loads(data.output) == json.loads(json.dumps(to_dict(found)))
    assert "social_media without reason" in text.output
    assert "1 × primary support read as community" in text.output


def test_errors_of_one_practice(tmp_path: Path) -> None:
    ad = labelled()
    for line in ad["lines"]:
        line["practices"] = []
    found = evaluate(read_gold(rows(ad)))
    some = to_text(found, practice="support", errors=1)
    assert "  support without reason" in some
    assert "  community without reason" not in some
    assert "Named without reason" not in to_text(found, errors=0)


@pytest.mark.parametrize(("content", "says"), [(None, "can't be read"), (b"\xff\xfe{", "not UTF-8")])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, says: str) -> None:
    file = tmp_path / "gold.jsonl"
    if content is not None:
        file.write_bytes(content)
    run = CliRunner().invoke(main, ["evaluate", str(file)])
    assert run.exit_code == 2
    assert says in run.output
