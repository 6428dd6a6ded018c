"""A report as a file to take away: what can be asked for, what it is made into, and how it is sent."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from flask import Response, abort, request

from advisor.report import build_report, to_markdown, to_pdf
from advisor.report.model import Report

_TYPES = {
    "pdf": "application/pdf",
    "md": "text/markdown",
    "json": "application/json",
    "yaml": "application/yaml",
}
_WANTED = {
    "pdf-a4": ("pdf", "A4"),
    "pdf-letter": ("pdf", "Letter"),
    "md": ("md", "A4"),
    "json": ("json", "A4"),
}
_MAKE: dict[str, Callable[[Report], bytes | str]] = {
    "pdf": to_pdf,
    "md": to_markdown,
    "json": lambda report: json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n",
}


def file_part(name: str) -> str:
    """Return a name as a part of a file's name, in small letters, digits and hyphens; "" where none are left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40].rstrip("-")


def asked_for() -> tuple[str, str]:
    """Return the ending and the paper that the form's ``as`` asks for; an unknown one ends in status 400."""
    wanted = request.form.get("as", "pdf-a4")
    if wanted not in _WANTED:
        abort(400)
    return _WANTED[wanted]


def report_file(stem: str, ending: str, paper: str, *parts: Any, **about: Any) -> Response:
    """Make the report of these parts, dated today, and send it as ``stem.ending``. Raises InputError."""
    made = build_report(*parts, **about, date=dt.datetime.now(tz=dt.UTC).date(), paper=paper)
    return attachment(_MAKE[ending](made), stem, ending)


def attachment(body: bytes | str, stem: str, ending: str) -> Response:
    """Send a body as a file to keep, named ``stem.ending``."""
    response = Response(body, mimetype=_TYPES[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{ending}"'
    return response
