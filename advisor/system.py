"""What the advisor needs from the machine beyond Python packages, how to see that it is there, and how to get it.

Standard library only: scripts/bootstrap.py runs this before any package is installed, and `advisor doctor`
reports from the same list.
"""

import ctypes
import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """One thing that the system provides."""

    name: str
    why: str
    package: str  # on Debian and Ubuntu
    present: Callable[[], bool]
    scope: str  # "venv" to set up a checkout, "run" to serve and render, "test" for the tests


def chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine, the system's own or one fetched by Playwright, or None."""
    names = ("chromium", "google-chrome", "google-chrome-stable")
    fetched = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return next(filter(None, map(shutil.which, names)), str(fetched[-1]) if fetched else None)


def _library(*names: str) -> Callable[[], bool]:
    def present() -> bool:
        for name in names:
            try:
                ctypes.CDLL(name)
            except OSError:
                continue
            return True
        return False

    return present


def _module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


# The libraries are those that WeasyPrint opens at run time, by the names they have on Linux and on macOS.
NEEDS: tuple[Need, ...] = (
    Need(
        "Python's venv support",
        "sets up the advisor's own packages",
        "python3-venv",
        _module("ensurepip"),
        "venv",
    ),
    Need(
        "Pango",
        "lays out the text of PDF files",
        "libpango-1.0-0",
        _library("libpango-1.0.so.0", "libpango-1.0.dylib"),
        "run",
    ),
    Need(
        "Pango for FreeType",
        "finds the fonts of PDF files",
        "libpangoft2-1.0-0",
        _library("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
        "run",
    ),
    Need(
        "HarfBuzz subset",
        "embeds only the letters that a PDF file uses",
        "libharfbuzz-subset0",
        _library("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib"),
        "run",
    ),
    Need(
        "The atomic library",
        "Playwright's driver, which steers Chromium, is linked with it",
        "libatomic1",
        _library("libatomic.so.1", "libSystem.dylib"),
        "test",
    ),
    Need(
        "Chromium",
        "drives the pages in the browser tests",
        "chromium",
        lambda: chromium() is not None,
        "test",
    ),
)


def missing(*scopes: str) -> tuple[Need, ...]:
    """The needs of the given scopes that this machine doesn't meet."""
    return tuple(need for need in NEEDS if need.scope in scopes and not need.present())
