"""Rubrics are read once a process, for each folder of a user's own entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from advisor.paths import own_rubrics, rubrics_dir

T = TypeVar("T")


def loaded_once(read: Callable[[Path, Path | None], T]) -> Callable[[Path | None], T]:
    """Return what gives the shipped rubrics that ``read`` reads, with a user's own folder over them, read once.

    Without a folder, ``ADVISOR_RUBRICS`` may name one.
    """

    @lru_cache(maxsize=4)
    def once(overlay: Path | None) -> T:
        return read(rubrics_dir(), overlay)

    return lambda overlay: once(overlay or own_rubrics())
