"""The process that reads files: its limits, and that nothing leaks in or out."""

from __future__ import annotations

import subprocess
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from advisor.errors import InputError
from advisor.text import bounded, limits
from advisor.text.bounded import run_bounded
from tests.text import making


def code(kind: str, data: bytes) -> tuple[str, int]:
    with pytest.raises(InputError) as caught:
        run_bounded(kind, data)
    return caught.value.code, caught.value.status


def test_it_reads():
    assert run_bounded("html", b"<p>Answer &amp; welcome</p>") == ("Answer & welcome", ())


def test_it_reads_in_many_threads_at_once():
    pages = [f"<p>{number}</p>".encode() for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert [text for text, _ in pool.map(lambda page: run_bounded("html", page), pages)] == list(
            "01234567"
        )


def test_a_pdf_that_unpacks_to_more_than_its_memory_is_stopped():
    packer = zlib.compressobj(9)
    start = packer.compress(b" ") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * limits.MIB) + packer.flush(
        zlib.Z_FULL_FLUSH
    )  # stands alone, so it can be repeated
    twice = zlib.compress(start + block * 800 + packer.flush(), 9)
    bomb = making.raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
            making.stream(twice, b"/Filter[/FlateDecode/FlateDecode]"),
        ]
    )
    assert len(bomb) < 10_000
    assert code("pdf", bomb)[0] in ("too-complex", "timeout", "image-only")


def hang(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Run `program` in place of the worker, with all else as it is."""
    real = subprocess.run

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        return real([*command[: command.index("-m")], "-c", program], **options)

    monkeypatch.setattr(bounded.subprocess, "run", run)


def test_processor_time_is_limited(monkeypatch):
    hang(
        monkeypatch,
        "from advisor.text import limits, worker; limits.WORKER_CPU_SECONDS = 1; worker.set_limits()\nwhile True: pass",
    )
    assert code("pdf", b"") == ("timeout", 422)


def test_memory_is_limited(monkeypatch):
    hang(
        monkeypatch,
        "from advisor.text import worker; worker.set_limits(); x = bytearray(2_000_000_000); print('{}')",
    )
    assert code("pdf", b"") == ("too-complex", 422)


def test_the_clock_is_watched(monkeypatch):
    monkeypatch.setattr(limits, "WORKER_SECONDS", 0.2)
    hang(monkeypatch, "import time; time.sleep(60)")
    assert code("pdf", b"") == ("timeout", 422)


def test_a_crash_is_an_input_error(monkeypatch):
    hang(monkeypatch, "import os; os.abort()")
    assert code("pdf", b"") == ("too-complex", 422)


def test_too_many_at_once_are_told_to_wait(monkeypatch):
    monkeypatch.setattr(limits, "WORKER_SECONDS", 0.05)
    monkeypatch.setattr(bounded, "_places", threading.BoundedSemaphore(1))
    with bounded._places:
        assert code("html", b"x") == ("busy", 503)


def test_no_secret_goes_in(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hush")
    monkeypatch.setenv("DATABASE_URL", "hush")
    assert "hush" not in "".join(bounded._environment().values())


def test_nothing_of_the_text_comes_out_on_stderr(capfd):
    assert code("docx", making.raw_docx("Unpublished words, not XML"))[0] == "broken-file"
    assert capfd.readouterr() == ("", "")


def test_a_module_in_the_current_directory_is_not_imported(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('smuggled')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry])
    assert run_bounded("html", b"<p>fine</p>")[0] == "fine"
