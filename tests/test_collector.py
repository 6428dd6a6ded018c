"""The collector rests for a stretch, and is left as it was found."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

from advisor.collector import uncollected


@pytest.fixture(autouse=True)
def _as_found() -> Iterator[None]:
    yield
    gc.enable()


def test_rests_inside_and_works_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_works_afterwards_when_the_stretch_fails() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_rests_on_when_it_rested_before() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


def test_a_function_may_be_wrapped() -> None:
    seen = []

    @uncollected()
    def compiled() -> None:
        seen.append(gc.isenabled())

    compiled()
    compiled()
    assert seen == [False, False]
    assert gc.isenabled()


@pytest.mark.parametrize("thread_first", [True, False])
def test_rests_until_the_last_of_two_threads_has_done(thread_first: bool) -> None:
    inside, leave = threading.Event(), threading.Event()

    def compile_meanwhile() -> None:
        with uncollected():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=compile_meanwhile)
    if thread_first:
        thread.start()
        assert inside.wait(10)
    with uncollected():
        if not thread_first:
            thread.start()
        assert inside.wait(10)
        leave.set()
        thread.join(10)
        assert not gc.isenabled()
    assert gc.isenabled()
