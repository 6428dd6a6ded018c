"""The other side of advisor/text/bounded.py: reads one file from stdin, writes one JSON object to stdout.

{"text": …, "notes": […]} or {"error": [code, message, next step, status]}. Imports a reader only after the limits are
set, and only the one it needs.
"""

from __future__ import annotations

import contextlib
import json
import sys

from advisor.errors import InputError
from advisor.text import limits
from advisor.text.limits import too_complex


def set_limits() -> None:
    """Bound processor time and memory, and what can be written to disk. Does nothing where there are no such
    limits (Windows): there only the parent's clock counts."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: limits.WORKER_MEMORY,
        resource.RLIMIT_CPU: limits.WORKER_CPU_SECONDS,
        resource.RLIMIT_FSIZE: limits.MIB,  # enough for Python to cache what it compiled
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in wanted.items():
        with contextlib.suppress(
            ValueError, OSError
        ):  # a stricter limit is already in place, or none is possible
            resource.setrlimit(limit, (value, value))


def read(kind: str, data: bytes) -> tuple[str, list[str]]:
    """Text and notes. Raises InputError, or whatever a library raises on hostile input."""
    if kind == "html":
        from advisor.text import html

        return html.read(data.decode("utf-8")), []
    if kind == "docx":
        from advisor.text import docx

        return docx.read(data)
    if kind == "pdf":
        from advisor.text import pdf

        return pdf.read(data)
    raise ValueError(kind)


def answer(kind: str, data: bytes) -> dict[str, object]:
    """The JSON answer for one file."""
    try:
        text, notes = read(kind, data)
        limits.check_text_size(text)
    except InputError as error:
        problem = error
    except MemoryError:
        problem = too_complex()
    except Exception:  # noqa: BLE001 - libraries raise anything on broken files
        problem = InputError(
            "broken-file",
            "This file is damaged, or isn't what its name says: it can't be opened.",
            "Open it in the program that made it and save it again, or paste the text.",
        )
    else:
        return {"text": text, "notes": notes}
    return {"error": [problem.code, problem.message, problem.next_step, problem.status]}


def main() -> None:
    """Entry point: `python -m advisor.text.worker KIND`."""
    set_limits()
    result = answer(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
