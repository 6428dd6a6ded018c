"""Many patterns, one pass: an RE2 set says which fire in a line, single patterns say where.

Time is linear in the line whatever the patterns: RE2 never backtracks.
"""

from __future__ import annotations

from collections.abc import Sequence

import re2

_SET_MEMORY = 256 << 20  # the default budget cannot hold a thousand windowed patterns
_ONE_MEMORY = 16 << 20


def _options(memory: int) -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # shadows are ASCII bytes
    options.max_mem = memory
    options.log_errors = False
    options.never_capture = True
    return options


class PatternSet:
    """An immutable set of RE2 expressions, safe to share between threads."""

    def __init__(self, expressions: Sequence[str]) -> None:
        options = _options(_ONE_MEMORY)
        self._single = [re2.compile(e.encode("ascii"), options) for e in expressions]
        self._set = re2.Set.SearchSet(_options(_SET_MEMORY))
        for expression in expressions:
            self._set.Add(expression.encode("ascii"))
        # RE2 answers an empty list both for "nothing" and for "out of memory"; this one always fires.
        self._sentinel = self._set.Add(b"")
        self._set.Compile()

    def fired(self, shadow: bytes) -> list[int]:
        """Return the indices of the expressions found in ``shadow`` (see :func:`advisor.matching.fold.fold`)."""
        found: list[int] = self._set.Match(shadow)
        if not found:
            return [i for i, single in enumerate(self._single) if single.search(shadow)]
        found.remove(self._sentinel)
        return found

    def locate(self, index: int, shadow: bytes) -> tuple[int, int]:
        """Return start and end of the first place where expression ``index`` matches. It must have fired."""
        match = self._single[index].search(shadow)
        if match is None:  # pragma: no cover - contradicts fired()
            raise LookupError(f"pattern {index} did not fire here")
        start, end = match.span()
        return start, end
