"""How the time for reading grows with the text: the same piece over and over, long and four times as long."""

from __future__ import annotations

import time
from collections.abc import Callable

from advisor.collector import uncollected

_TIMES = 4  # as long: linear time is 4 times as much, time that is square 16 times
_SLACK = 0.02  # seconds; what is over before a clock sees it tells nothing


def linear(
    read: Callable[[str], object], piece: str, size: int, *, before: str = "", behind: str = ""
) -> bool:
    """Tell whether ``read`` takes about 4 times as long for 4 times as many pieces; ``size``: characters, at first.

    Measured in time of the processor, the better of two, without collecting what is unused: other work hardly counts.
    No text is read twice, because readers remember.
    """

    def seconds(pieces: int) -> float:
        text = before + piece * pieces + behind
        start = time.process_time()
        read(text)
        return time.process_time() - start

    few = size // len(piece)
    with uncollected():
        seconds(few // _TIMES)  # what is compiled on first use
        allowed = 2 * _TIMES * min(seconds(few), seconds(few + 1)) + _SLACK
        return any(seconds(_TIMES * few + more) < allowed for more in range(2))
