"""The command line: the same results as the pages, for a terminal or a script."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from advisor import __version__
from advisor.cli_evaluate import evaluate
from advisor.cli_io import (
    FORMATS,
    check_folder,
    out_option,
    read_text,
    report_options,
    rubrics_option,
    stop,
    write,
)
from advisor.cli_org import org, report
from advisor.cli_readiness import readiness
from advisor.cli_serve import serve
from advisor.errors import AdvisorError, InputError, RubricError

if TYPE_CHECKING:
    from advisor.roles.model import RoleAnalysis
    from advisor.rubrics.loader import Rubrics


class _Group(click.Group):
    """A group that says the advisor's own errors plainly instead of with a traceback."""

    def main(self, *args: Any, **more: Any) -> Any:
        # A terminal that lacks a character shows "?", and no traceback; results to a file or pipe stay UTF-8.
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **more)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except InputError as error:
            stop(error.message, error.next_step)
        except RubricError as error:
            click.echo(str(error), err=True)
            count = len(error.problems)
            stop(f"the rubrics have {count} mistake{'s' if count > 1 else ''}, listed above", "Correct them.")
        except AdvisorError as error:
            stop(str(error))


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="advisor")
def main() -> None:
    """Read job descriptions, teams and answers, and say what to do about them."""


main.add_command(readiness)
main.add_command(evaluate)
main.add_command(org)
main.add_command(report)
main.add_command(serve)


@main.command()
@click.argument("file")
@click.option("--title", help="The role's title; else the text's first lines tell it.")
@click.option("--org-size", type=click.IntRange(min=1), help="People in the organisation.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@out_option
@report_options
@rubrics_option
def role(
    file: str,
    title: str | None,
    org_size: int | None,
    format_: str,
    out: Path | None,
    about: dict[str, Any],
) -> None:
    """Read the job description in FILE (.txt .md .html .docx .pdf, or - for standard input)."""
    from advisor.roles.analyze import analyze_role
    from advisor.rubrics.loader import load_rubrics

    rubrics = load_rubrics()
    analysis = analyze_role(read_text(file), title=title, org_size=org_size, rubrics=rubrics)
    write(_rendered(analysis, rubrics, format_, about), out)


def _rendered(analysis: RoleAnalysis, rubrics: Rubrics, format_: str, about: dict[str, Any]) -> str | bytes:
    if format_ == "json":
        import json

        return json.dumps(analysis.to_dict(), ensure_ascii=False, indent=2)
    if format_ == "text":
        from advisor.report.terminal import to_text

        return to_text(analysis, rubrics)
    from advisor.report import to_markdown, to_pdf
    from advisor.report.model import build_report

    report = build_report([analysis], rubrics=rubrics, **about)
    return to_markdown(report) if format_ == "md" else to_pdf(report)


@main.group()
def rubrics() -> None:
    """Work on the rubrics: what the advisor knows."""


@rubrics.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check(folder: Path | None) -> None:
    """Check the rubrics, with the entries of FOLDER over them: form, references, every example."""
    from advisor.rubrics.check import check as self_test
    from advisor.rubrics.check import check_files
    from advisor.rubrics.loader import load_rubrics
    from advisor.rubrics.readiness import load_readiness
    from advisor.rubrics.structures import load_structures

    check_folder(folder)
    if mistakes := check_files(folder):
        raise RubricError(mistakes)
    found = load_rubrics(folder)
    if problems := self_test(found, folder):
        raise RubricError(problems)
    questions = len(load_readiness(folder).items)
    responsibilities = len(load_structures(folder).data.responsibilities)
    data = found.data
    cues = len(found.cues) + len(data.kinds.cues)
    click.echo(
        f"Rubrics {found.version}: {cues} cues, {len(data.marks)} marks, {len(data.contrasts)} contrasts, "
        f"{len(data.findings)} findings, {len(data.titles)} title rules, "
        f"{questions} readiness questions, {responsibilities} responsibilities; every example does what it says."
    )


@main.command()
def doctor() -> None:
    """Say what is missing on this machine and how to install it."""
    from advisor import system
    from advisor.rubrics.loader import load_rubrics

    missing = system.missing("run")
    for need in system.NEEDS:
        if need.scope == "run":
            mark = "missing" if need in missing else "ok"
            click.echo(f"{mark:8} {need.name}: {need.why}")
    found = load_rubrics()
    click.echo(f"{'ok':8} Rubrics {found.version}")
    if missing:
        packages = " ".join(need.package for need in missing)
        stop("PDF files can't be drawn yet", f"On Debian or Ubuntu: apt-get install {packages}")
    click.echo("Everything the advisor needs is here.")
