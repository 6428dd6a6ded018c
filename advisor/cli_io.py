"""What every command does alike: read files, write results, share options, stop with a plain word."""

from __future__ import annotations

import datetime as dt
import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from advisor.errors import InputError
from advisor.paths import rubrics_dir, using_rubrics
from advisor.text.limits import FILE_BYTES, size
from advisor.wording import lower_first

FORMATS = ("text", "json", "md", "pdf")
_ENDINGS = (".pdf", ".txt", ".md", ".json", ".yaml", ".yml")


def stop(message: str, next_step: str = "") -> NoReturn:
    """End the command with a message and what to do next, on standard error."""
    click.echo(f"advisor: {message}" + (f"\n  → {next_step}" if next_step else ""), err=True)
    raise SystemExit(2)


def _files_read() -> set[Path]:
    """Return the files that this command has read, to add to."""
    files: set[Path] = click.get_current_context().find_root().meta.setdefault(f"{__name__}.read", set())
    return files


def read_bytes(file: str, most: int = FILE_BYTES + 1) -> tuple[bytes, str | None]:
    """Return a file's bytes and name; ``-`` is standard input, which has none.

    Of a file over the limit only what tells so: a device or a disk image would fill the memory. ``most`` of -1 reads
    all of it.
    """
    if file == "-":
        return sys.stdin.buffer.read(most), None
    path = Path(file)
    _files_read().add(path.resolve())
    try:
        with path.open("rb") as stream:
            return stream.read(most), path.name
    except OSError as error:
        stop(f"{file} can't be read: {error.strerror}", "Check the name and the folder.")


def _check_size(data: bytes) -> None:
    """Raise InputError when more was read than a file may hold."""
    if len(data) > FILE_BYTES:
        raise InputError(
            "too-large",
            f"This file is larger than {size(FILE_BYTES)}, the most that the advisor reads.",
            "Remove pictures from it and save it again, or give the text alone.",
            413,
        )


def read_text(file: str) -> str:
    """Return the text of a job description or another document, with notes on how it was read on standard error."""
    from advisor.text.extract import extract

    data, name = read_bytes(file)
    try:
        _check_size(data)
        found = extract(data, filename=name)
    except InputError as error:
        said = f"{name or 'standard input'}: {lower_first(error.message)}"
        raise InputError(error.code, said, error.next_step, error.status) from error
    for note in found.notes:
        click.echo(f"advisor: {note}", err=True)
    return found.text


def _may_write(content: str | bytes, out: Path, *, fresh: bool) -> None:
    if out.resolve() in _files_read():
        stop(f"{out} is what was read: the result would overwrite it", "Choose another name.")
    if fresh and out.exists():
        stop(f"{out} is there already and may hold answers", "Choose another name, or remove it first.")
    if isinstance(content, bytes) is not (out.suffix.lower() == ".pdf") and out.suffix.lower() in _ENDINGS:
        kind = "a PDF" if isinstance(content, bytes) else "no PDF"
        stop(
            f"the result is {kind}, and {out} would not be what its name says", "Change --format or the name."
        )


def write(content: str | bytes, out: Path | None, *, fresh: bool = False) -> None:
    """Write a result to a file or to standard output; a PDF never goes onto a terminal.

    ``fresh``: what is there already stays. What the command has read is never overwritten.
    """
    data = content.encode() if isinstance(content, str) else content
    if isinstance(content, str) and not data.endswith(b"\n"):
        data += b"\n"
    if out is not None:
        _may_write(content, out, fresh=fresh)
        try:
            out.write_bytes(data)
        except OSError as error:
            stop(f"{out} can't be written: {error.strerror}", "Choose another folder or name.")
        click.echo(f"Written to {out}", err=True)
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        stop("a PDF does not belong on the terminal", "Give a file: --out report.pdf")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # who reads has seen enough
        raise
    except OSError as error:
        # What could not be written would be tried again at the end, with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        stop(
            f"the result can't be written to standard output: {error.strerror}",
            "Make room there, or give a file elsewhere with --out.",
        )


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what a report carries on its head (--client, --prepared-by, --date, --paper), as ``about``.

    ``about`` has the keyword arguments that ``build_report`` takes; the date is today's if none is given.
    """

    @functools.wraps(command)
    def with_about(
        *, client: str | None, prepared_by: str | None, date: dt.datetime | None, paper: str, **rest: Any
    ) -> Any:
        day = date.date() if date else dt.datetime.now().astimezone().date()
        about = {"client": client, "prepared_by": prepared_by, "date": day, "paper": paper}
        return command(**rest, about=about)

    wrapped: Callable[..., Any] = with_about
    options = (
        click.option("--client", help="The organisation the report is for (md, pdf, a report’s json)."),
        click.option("--prepared-by", help="Who prepared the report (md, pdf, a report’s json)."),
        click.option(
            "--date", type=click.DateTime(["%Y-%m-%d"]), help="The date on the report; today if absent."
        ),
        click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True),
    )
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped


def out_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --out."""
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("--out", type=kind, help="Write to this file.")(command)


def check_folder(folder: Path | None) -> None:
    """Stop when a folder of rubric entries holds none: nothing of it would count, and nothing would say so."""
    if folder is None or not folder.is_dir():  # one that is missing is told by whoever reads it
        return
    if not any(folder.rglob("*.yaml")):
        names = ", ".join(path.name for path in sorted(rubrics_dir().glob("*.yaml")))
        stop(f"{folder} holds no rubric file", f"Its files are named as the advisor's own: {names}.")


def _take_rubrics(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    check_folder(folder)
    context.with_resource(using_rubrics(folder))


def rubrics_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --rubrics: a folder whose entries count for all that the command reads."""
    kind = click.Path(path_type=Path)
    return click.option(
        "--rubrics",
        type=kind,
        callback=_take_rubrics,
        expose_value=False,
        help="A folder of your own rubric entries.",
    )(command)
