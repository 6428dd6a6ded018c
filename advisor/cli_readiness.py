"""``advisor readiness``: answer files in, the same result as the page out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from advisor.cli_io import FORMATS, out_option, read_bytes, report_options, rubrics_option, write
from advisor.errors import InputError


def _change(given: tuple[str, ...]) -> tuple[str, int | str]:
    text = given[0]
    if len(given) > 1:
        raise InputError("answer", "--what-if changes one answer at a time.", f"Try {text} alone first.")
    item, sign, answer = text.partition("=")
    if not sign:
        raise InputError("answer", f"“{text[:40]}” is not a change.", "Write such as --what-if B1=3.")
    return item, int(answer) if answer.strip().isdecimal() and len(answer) < 5 else answer


@click.command()
@click.argument("files", nargs=-1, metavar="ANSWERS…")
@click.option("--context", multiple=True, help="What is true of the space, such as minors; may be repeated.")
@click.option("--members", type=click.IntRange(min=1), help="Active members, for the hours a week.")
@click.option("--stage", help="starting, growing or settled, for the hours a week.")
@click.option("--cover-hours", type=float, help="Hours a week in which somebody watches the space.")
@click.option(
    "--what-if",
    "changes",
    multiple=True,
    metavar="ITEM=ANSWER",
    help="Show what one changed answer would do.",
)
@click.option("--blank", is_flag=True, help="Write an answer file to fill in, with all questions.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@out_option
@report_options
@rubrics_option
def readiness(
    files: tuple[str, ...],
    context: tuple[str, ...],
    members: int | None,
    stage: str | None,
    cover_hours: float | None,
    changes: tuple[str, ...],
    blank: bool,
    format_: str,
    out: Path | None,
    about: dict[str, Any],
) -> None:
    """Judge answer files (YAML or JSON, - for standard input), one for each respondent or several in one."""
    from advisor.readiness.assess import assess_readiness, what_if
    from advisor.readiness.files import BLANK_NAME, write_answers
    from advisor.readiness.gather import placing, read_answer_files
    from advisor.report.readiness_text import to_text, what_if_text
    from advisor.rubrics.readiness import load_readiness

    questionnaire = load_readiness()
    if blank:
        form = "json" if format_ == "json" else "yaml"
        write(write_answers({BLANK_NAME: {}}, format=form, questionnaire=questionnaire), out, fresh=True)
        return
    read = (read_bytes(file) for file in files)
    given = read_answer_files([(name or "standard input", data) for data, name in read], questionnaire)
    for note in given.notes:
        click.echo(note, err=True)
    figures = {"active_members": members, "stage": stage, "cover_hours": cover_hours}
    own = {key: value for key, value in figures.items() if value is not None}
    staffing = given.staffing
    if own:
        staffing = {**(staffing if isinstance(staffing, dict) else {}), **own}
    flags = [*given.context, *context]
    settings: dict[str, Any] = {
        "context": flags,
        "staffing": staffing,
        "blanks": True,
        "questionnaire": questionnaire,
    }
    if changes:
        item, answer = _change(changes)
        with placing(given.origins):
            changed = what_if(given.respondents, item, answer, **settings)
        both = {"item": changed.item, "before": changed.before.to_dict(), "after": changed.after.to_dict()}
        write(_json(both) if format_ == "json" else what_if_text(changed, questionnaire), out)
        return
    with placing(given.origins):
        result = assess_readiness(given.respondents, **settings)
    if format_ in ("md", "pdf"):
        from advisor.report import build_report, to_markdown, to_pdf

        report = build_report(readiness=result, questionnaire=questionnaire, **about)
        write(to_markdown(report) if format_ == "md" else to_pdf(report), out)
        return
    write(_json(result.to_dict()) if format_ == "json" else to_text(result, questionnaire), out)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
