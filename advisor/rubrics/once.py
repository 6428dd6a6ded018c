"""Rubrics are read once a process, for each folder of a user's own entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from advisor.paths import own_rubrics, rubrics_dir

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Loader(Protocol[T_co]):
    """Returns the shipped rubrics, with a user's own ``overlay`` folder over them; loaded once a process."""

    def __call__(self, overlay: Path | None = None) -> T_co:
        """Return them; without a folder, ``ADVISOR_RUBRICS`` may name one."""


def loaded_once(read: Callable[[Path, Path | None], T]) -> Loader[T]:
    """Return what gives the rubrics that ``read`` reads, read once for each folder of a user's own."""

    @lru_cache(maxsize=4)
    def once(overlay: Path | None) -> T:
        return read(rubrics_dir(), overlay)

    def load(overlay: Path | None = None) -> T:
        """Return the shipped rubrics, with a user's own ``overlay`` folder over them; loaded once a process."""
        return once(overlay or own_rubrics())

    return load
