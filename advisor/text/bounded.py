"""Run a reader of files in a process of its own, with limits on time and memory.

A new interpreter, not a fork: gunicorn's threads may hold any lock. The child sets its own limits before it reads a
byte (advisor/text/worker.py), so that nothing runs between fork and exec. It gets no secrets from the environment, and
what it writes to stderr is dropped, because it could quote the user's text.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from advisor.errors import InputError
from advisor.text import limits

_ROOT = str(Path(__file__).resolve().parents[2])
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG")
_places = threading.BoundedSemaphore(limits.WORKERS)


def run_bounded(kind: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Read `data` as html, docx or pdf; return its text and notes for the user. Raises InputError only."""
    if not _places.acquire(timeout=limits.WORKER_SECONDS):
        raise InputError(
            "busy", "Too many files are being read at the moment.", "Try again in a minute.", 503
        )
    try:
        # Safe mode and no site: the paths come from this process, and a current directory can't smuggle in a module.
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-S", "-P", "-m", "advisor.text.worker", kind],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=limits.WORKER_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise timeout_error() from error
    finally:
        _places.release()
    return _answer(done)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join([_ROOT, *filter(None, sys.path)]), "PYTHONUTF8": "1"}


def _answer(done: subprocess.CompletedProcess[bytes]) -> tuple[str, tuple[str, ...]]:
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        # No answer: the system ended it. Out of processor time shows as a signal; out of memory may, in C code.
        if -done.returncode in _signals("SIGXCPU", "SIGKILL"):
            raise timeout_error() from error
        raise limits.too_complex() from error
    if "error" in answer:
        raise InputError(*answer["error"])
    return answer["text"], tuple(answer["notes"])


def _signals(*names: str) -> set[int]:
    import signal

    return {int(getattr(signal, name)) for name in names if hasattr(signal, name)}


def timeout_error() -> InputError:
    """The error for a file that takes too long."""
    return InputError(
        "timeout",
        f"Reading this file took longer than {limits.WORKER_CPU_SECONDS} seconds, so it was stopped.",
        "Save it again in a simpler form, or paste the text.",
    )
