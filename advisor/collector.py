"""Stretches in which Python's collector of unused objects rests."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOCK = Lock()
_resting = 0  # stretches under way, in any thread
_worked = False  # whether the collector worked before the first of them


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest; when the last of all threads has done, it works again if it did before. Also a decorator.

    Compiling rubrics makes a million small objects, all of which stay: looking through them for unused ones again and
    again took half of the time.
    """
    global _resting, _worked  # noqa: PLW0603 - there is one collector
    with _LOCK:
        if not _resting:
            _worked = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _LOCK:
            _resting -= 1
            if not _resting and _worked:
                gc.enable()
