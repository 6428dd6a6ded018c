"""``advisor evaluate``: how well the rubrics read ads that people labelled; a rubric author's tool."""

from __future__ import annotations

import json

import click

from advisor.cli_io import read_bytes, rubrics_option, write
from advisor.errors import InputError
from advisor.practices import ALL_WORK


@click.command()
@click.argument("gold", metavar="GOLD.jsonl")
@click.option("--practice", type=click.Choice(ALL_WORK), help="Show the errors of this practice only.")
@click.option(
    "--errors", type=click.IntRange(min=0), default=20, show_default=True, help="How many of each sort."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rubrics_option
def evaluate(gold: str, practice: str | None, errors: int, format_: str) -> None:
    """Measure the rubrics on labelled ads: one JSON object a row, with text, title, lines and role."""
    from advisor.evaluation.gold import read_gold
    from advisor.evaluation.measure import evaluate as measure
    from advisor.evaluation.text import to_dict, to_text
    from advisor.rubrics.loader import load_rubrics

    try:
        data = read_bytes(gold, most=-1)[0].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "encoding", f"{gold} is not UTF-8 text.", "Save it as UTF-8, one object a row."
        ) from error
    found = measure(read_gold(data), load_rubrics())
    if format_ == "json":
        write(json.dumps(to_dict(found), ensure_ascii=False, indent=2), None)
    else:
        write(to_text(found, practice=practice, errors=errors), None)
