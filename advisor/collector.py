"""Stretches in which Python's collector of unused objects rests."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest; it works again afterwards if it did before. Also a decorator.

    Compiling rubrics makes a million small objects, all of which stay: looking through them for unused ones again and
    again took half of the time.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()
