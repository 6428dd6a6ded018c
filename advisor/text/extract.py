"""A file's bytes to plain text: the one way in for uploads and for the command line's files."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.errors import InputError
from advisor.text import limits, plain, sniff
from advisor.text.bounded import run_bounded
from advisor.text.plain import check_paste

__all__ = ["Extracted", "check_paste", "extract"]

# What the advisor writes itself says so in its first lines: "schema: advisor.answers/1".
_OURS = re.compile(r"""[{\s"']*(?:#[^\n]*\n\s*)*schema["']?\s*:\s*["']?advisor\.(\w{1,20})/""")


class Extracted(NamedTuple):
    """text: never blank, at most limits.TEXT_BYTES as UTF-8; format: txt, md, html, docx or pdf; notes: what the user
    should know about how it was read, in plain English."""

    text: str
    format: str
    notes: tuple[str, ...]


def extract(data: bytes, *, filename: str | None = None, content_type: str | None = None) -> Extracted:
    """Read a .txt, .md, .csv, .html, .docx or .pdf file.

    The content decides what it is; filename and content_type (a media type, perhaps with a charset) only help. HTML,
    DOCX and PDF are read in a separate process with limits on time and memory. Every failure is an InputError.
    """
    if not data:
        raise InputError("empty", "This file is empty.", "Choose another file, or paste the text.")
    if len(data) > limits.FILE_BYTES:
        raise InputError(
            "too-large",
            f"This file is {limits.size(len(data))} large; the advisor reads up to {limits.size(limits.FILE_BYTES)}.",
            "Remove pictures from it and save it again, or paste the text.",
            413,
        )
    claim = sniff.claimed(filename, content_type)
    packed = sniff.packed_kind(data)
    if packed is not None:
        text, notes = run_bounded(packed, data)
        return _finished(text, packed, claim, notes)
    try:
        decoded = plain.decode(data, sniff.charset(content_type) or _html_charset(data, claim))
        if plain.looks_binary(decoded.text):
            raise plain.binary_error()
    except InputError as error:
        if claim in ("docx", "pdf"):
            raise InputError(
                "broken-file",
                f"This file is called {sniff.NAMES[claim]}, but its content isn't one: it is damaged or mislabelled.",
                "Open it in the program that made it and save it again, or paste the text.",
            ) from error
        raise
    kind = sniff.text_kind(decoded.text, claim)
    notes = ()
    if decoded.repaired:
        notes = (
            "Some characters could not be read and are shown as “\ufffd”. Saving the file as UTF-8 cures that.",
        )
    if kind == "html":
        text, more = run_bounded(kind, plain.without_controls(decoded.text).encode("utf-8", "replace"))
        return _finished(text, kind, claim, notes + more)
    return _finished(plain.without_controls(decoded.text), kind, claim, notes)


def _html_charset(data: bytes, claim: str | None) -> str | None:
    """The charset that a page declares in its first kilobyte."""
    head = data[:1024].decode("latin-1")
    return sniff.charset(head) if claim == "html" or "<" in head else None


def _finished(text: str, kind: sniff.Kind, claim: sniff.Kind | None, notes: tuple[str, ...]) -> Extracted:
    limits.check_text_size(text)
    if not text.strip():
        raise plain.empty_error("in this file")
    if (ours := _OURS.match(text)) is not None:
        raise _own_file(ours[1])
    plain_kinds = ("txt", "md")
    if claim is not None and claim != kind and not (claim in plain_kinds and kind in plain_kinds):
        read_as = (
            f"This file is called {sniff.NAMES[claim]}, but it is {sniff.NAMES[kind]} and was read as such."
        )
        notes = (read_as, *notes)
    return Extracted(text, kind, notes)


def _own_file(name: str) -> InputError:
    if name == "answers":
        return InputError(
            "own-file",
            "This file holds answers to the readiness questionnaire, no text about a job or a team.",
            "Choose it where answers are asked for. Here choose the job description or the team’s description.",
        )
    return InputError(
        "own-file",
        "This file is a result that the advisor wrote, no text about a job or a team.",
        "Choose the text that the result was made from.",
    )
