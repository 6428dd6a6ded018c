"""The command line: the same results as the pages, for a terminal or a script."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

import click

from advisor import __version__
from advisor.cli_evaluate import evaluate
from advisor.cli_readiness import readiness
from advisor.errors import AdvisorError, InputError, RubricError

if TYPE_CHECKING:
    from advisor.roles.model import RoleAnalysis
    from advisor.rubrics.loader import Rubrics

FORMATS = ("text", "json", "md", "pdf")


def _stop(message: str, next_step: str = "") -> NoReturn:
    click.echo(f"advisor: {message}" + (f"\n  → {next_step}" if next_step else ""), err=True)
    raise SystemExit(2)


class _Group(click.Group):
    """A group that says the advisor's own errors plainly instead of with a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except InputError as error:
            _stop(error.message, error.next_step)
        except RubricError as error:
            click.echo(str(error), err=True)
            count = len(error.problems)
            _stop(
                f"the rubrics have {count} mistake{'s' if count > 1 else ''}, listed above", "Correct them."
            )
        except AdvisorError as error:
            _stop(str(error))


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="advisor")
def main() -> None:
    """Read job descriptions, teams and answers, and say what to do about them."""


main.add_command(readiness)
main.add_command(evaluate)


def _rubrics(folder: Path | None) -> Rubrics:
    from advisor.rubrics.loader import load_rubrics

    return load_rubrics(folder)


def _read(file: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, or of standard input for ``-``, and notes on how it was read."""
    from advisor.text.extract import extract

    if file == "-":
        data, name = sys.stdin.buffer.read(), None
    else:
        path = Path(file)
        try:
            data, name = path.read_bytes(), path.name
        except OSError as error:
            _stop(f"{file} can't be read: {error.strerror}", "Check the name and the folder.")
    found = extract(data, filename=name)
    return found.text, found.notes


def _write(content: str | bytes, out: Path | None) -> None:
    data = content.encode() if isinstance(content, str) else content
    if out is not None:
        try:
            out.write_bytes(data)
        except OSError as error:
            _stop(f"{out} can't be written: {error.strerror}", "Choose another folder or name.")
        click.echo(f"Written to {out}", err=True)
        return
    stream: IO[bytes] = sys.stdout.buffer
    if isinstance(content, bytes) and sys.stdout.isatty():
        _stop("a PDF does not belong on the terminal", "Give a file: --out role.pdf")
    stream.write(data if data.endswith(b"\n") or isinstance(content, bytes) else data + b"\n")
    stream.flush()


@main.command()
@click.argument("file")
@click.option("--title", help="The role's title; else the text's first lines tell it.")
@click.option("--org-size", type=click.IntRange(min=1), help="People in the organisation.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--client", help="The organisation the report is for (md, pdf).")
@click.option("--prepared-by", help="Who prepared the report (md, pdf).")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The date on the report; today if absent.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True)
@click.option(
    "--rubrics", "folder", type=click.Path(path_type=Path), help="A folder of your own rubric entries."
)
def role(
    file: str,
    title: str | None,
    org_size: int | None,
    format_: str,
    out: Path | None,
    client: str | None,
    prepared_by: str | None,
    date: dt.datetime | None,
    paper: str,
    folder: Path | None,
) -> None:
    """Read the job description in FILE (.txt .md .html .docx .pdf, or - for standard input)."""
    from advisor.roles.analyze import analyze_role

    rubrics = _rubrics(folder)
    text, notes = _read(file)
    for note in notes:
        click.echo(f"advisor: {note}", err=True)
    analysis = analyze_role(text, title=title, org_size=org_size, rubrics=rubrics)
    day = date.date() if date else dt.datetime.now().astimezone().date()
    _write(_rendered(analysis, rubrics, format_, client, prepared_by, day, paper), out)


def _rendered(
    analysis: RoleAnalysis,
    rubrics: Rubrics,
    format_: str,
    client: str | None,
    prepared_by: str | None,
    day: dt.date,
    paper: str,
) -> str | bytes:
    if format_ == "json":
        import json

        return json.dumps(analysis.to_dict(), ensure_ascii=False, indent=2)
    if format_ == "text":
        from advisor.report.terminal import to_text

        return to_text(analysis, rubrics)
    from advisor.report import to_markdown, to_pdf
    from advisor.report.model import build_report

    report = build_report(
        [analysis], client=client, prepared_by=prepared_by, date=day, paper=paper, rubrics=rubrics
    )
    return to_markdown(report) if format_ == "md" else to_pdf(report)


@main.group()
def rubrics() -> None:
    """Work on the rubrics: what the advisor knows."""


@rubrics.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check(folder: Path | None) -> None:
    """Check the rubrics, with the entries of FOLDER over them: form, references, every example."""
    from advisor.rubrics.check import check as self_test
    from advisor.rubrics.readiness import load_readiness

    found = _rubrics(folder)
    questions = len(load_readiness(folder).items)
    problems = self_test(found, folder)
    if problems:
        raise RubricError(problems)
    data = found.data
    cues = len(found.cues) + len(data.kinds.cues)
    click.echo(
        f"Rubrics {found.version}: {cues} cues, {len(data.marks)} marks, {len(data.contrasts)} contrasts, "
        f"{len(data.findings)} findings, {len(data.titles)} title rules, "
        f"{questions} readiness questions; every example does what it says."
    )


@main.command()
def doctor() -> None:
    """Say what is missing on this machine and how to install it."""
    from advisor import system

    missing = system.missing("run")
    for need in system.NEEDS:
        if need.scope == "run":
            mark = "missing" if need in missing else "ok"
            click.echo(f"{mark:8} {need.name}: {need.why}")
    found = _rubrics(None)
    click.echo(f"{'ok':8} Rubrics {found.version}: {len(found.cues)} cues")
    if missing:
        packages = " ".join(need.package for need in missing)
        _stop("PDF files can't be drawn yet", f"On Debian or Ubuntu: apt-get install {packages}")
    click.echo("Everything the advisor needs is here.")


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), envvar="PORT", default=8000, show_default=True)
def serve(port: int) -> None:
    """Serve the pages on this machine until stopped (Ctrl-C)."""
    import os

    os.environ["PORT"] = str(port)
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:advisor.gunicorn_conf",
        "advisor.web:create_app()",
    ]
    click.echo(f"The advisor is at http://127.0.0.1:{port}", err=True)
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell
