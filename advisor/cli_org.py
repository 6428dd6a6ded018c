"""``advisor org`` and ``advisor report``: a team's map, and everything in one report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from advisor.cli_io import (
    FORMATS,
    out_option,
    read_bytes,
    read_text,
    report_options,
    rubrics_option,
    write,
)
from advisor.orgs.model import OrgReading


def read_team(files: tuple[str, ...]) -> OrgReading:
    """Read a description of a team from one file or several."""
    from advisor.orgs.files import read_files
    from advisor.orgs.read import read_org

    if len(files) == 1:
        return read_org(read_text(files[0]))
    return read_files([(file, read_text(file)) for file in files])


@click.command()
@rubrics_option
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--org-size", type=click.IntRange(min=1), help="People in the organisation.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@out_option
@report_options
def org(
    files: tuple[str, ...],
    org_size: int | None,
    format_: str,
    out: Path | None,
    about: dict[str, Any],
) -> None:
    """Map the team described in FILE (text, a table, CSV, job descriptions; - for standard input), or in several."""
    from advisor.orgs.analyze import analyze_org

    result = analyze_org(read_team(files), org_size=org_size)
    if format_ == "json":
        write(json.dumps(result.to_dict(), ensure_ascii=False, indent=2), out)
        return
    if format_ == "text":
        from advisor.report.terminal_org import to_text

        write(to_text(result), out)
        return
    from advisor.report import build_report, to_markdown, to_pdf

    made = build_report(org=result, **about)
    write(to_markdown(made) if format_ == "md" else to_pdf(made), out)


@click.command()
@rubrics_option
@click.option("--role", "roles", multiple=True, metavar="FILE", help="A job description; may be repeated.")
@click.option(
    "--org", "teams", multiple=True, metavar="FILE", help="A description of the team; may be repeated."
)
@click.option(
    "--readiness", "answers", multiple=True, metavar="FILE", help="An answer file; may be repeated."
)
@click.option("--org-size", type=click.IntRange(min=1), help="People in the organisation.")
@click.option("--title", help="The report's title.")
@click.option(
    "--format", "format_", type=click.Choice(("pdf", "md", "json")), default="pdf", show_default=True
)
@out_option
@report_options
def report(
    roles: tuple[str, ...],
    teams: tuple[str, ...],
    answers: tuple[str, ...],
    org_size: int | None,
    title: str | None,
    format_: str,
    out: Path | None,
    about: dict[str, Any],
) -> None:
    """Put roles, a team and readiness into one report."""
    from advisor.orgs.analyze import analyze_org
    from advisor.readiness.assess import assess_readiness
    from advisor.readiness.gather import placing, read_answer_files
    from advisor.report import build_report, to_markdown, to_pdf
    from advisor.roles.analyze import analyze_role

    ready = None
    if answers:
        read = (read_bytes(file) for file in answers)
        given = read_answer_files([(name or "standard input", data) for data, name in read])
        with placing(given.origins):
            ready = assess_readiness(
                given.respondents, context=given.context, staffing=given.staffing, blanks=True
            )
    made = build_report(
        [analyze_role(read_text(file), org_size=org_size) for file in roles],
        org=analyze_org(read_team(teams), org_size=org_size) if teams else None,
        readiness=ready,
        title=title,
        **about,
    )
    if format_ == "json":
        write(json.dumps(made.to_dict(), ensure_ascii=False, indent=2), out)
    else:
        write(to_markdown(made) if format_ == "md" else to_pdf(made), out)
