"""People whose verb stands before them: "Lena runs the forum, Tim the blog and Bo our events"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .mentions import mentions
from .terms import Vocabulary
from .words import NEAR, names_in, plain

if TYPE_CHECKING:
    from .people import People

_DETERMINER = re.compile(r"(?:the|our|all|most|any|his|her|their|its|both)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r"(on|in|at|for|from|to|with|during|after|about|of)\s+", re.IGNORECASE)
_ONE = re.compile(r"\bones?\Z")
_BRACKET = r"(?:\s*\([^()\n]{1,40}\))?"
_FIRST_WORDS = re.compile(r"([\w'’-]+)\s+(\S+)")
_STOPS = re.compile(r"[;.]\s|[.;!?]?\s*\Z")


class _Gap(NamedTuple):
    """Names without a verb: where their clause begins, where what they do, and the preposition it begins with, or ""."""

    names: tuple[str, ...]
    start: int
    does: int
    preposition: str


class GapReader:
    """Finds clauses that leave out the verb of the clause before them."""

    def __init__(
        self, names: str, words: Vocabulary, is_name: Callable[[str], bool], names_work: Callable[[str], bool]
    ) -> None:
        self._begins = re.compile(
            rf"(?:[,;]\s+(?:(?:and|while|whereas|but)\s+)?|\s(?:and|while|whereas|but)\s+)({names}){_BRACKET}\s+(?=\S)"
        )
        self._words, self._is_name, self._names_work = words, is_name, names_work

    def after(self, stretch: str, one: People, end: int) -> Iterator[People]:
        """Yield those who do like ``one``, between whose own work and ``end`` of ``stretch`` they stand.

        All places are in ``stretch``.
        """
        first = _FIRST_WORDS.match(stretch, one.does, end)
        if not first or (first[2][0].isupper() and self._is_name(first[2].strip(".,;:"))):
            return  # "handles Acme support and Nova support"
        gaps: list[_Gap] = []
        at = first.start(2)
        while found := self._begins.search(stretch, at, end):
            at = found.start(1) + 1
            if gap := self._gap(stretch, found, end):
                gaps.append(gap)
                at = gap.does
        if not gaps:
            return
        own = stretch[one.does : gaps[0].start].rstrip(" ,;.")
        for gap, following in zip(gaps, [*(g.start for g in gaps[1:]), end], strict=True):
            until = _STOPS.search(stretch, gap.does, following)
            does = stretch[gap.does : until.start() if until else following].strip(" ,;.")
            duty = self._done(own, first[1], gap, does)
            if duty:
                ends = gap.does + len(stretch[gap.does : following].rstrip(" ,;."))
                yield one._replace(names=gap.names, start=gap.start, does=ends, duty=duty)

    def _gap(self, stretch: str, found: re.Match[str], end: int) -> _Gap | None:
        names = names_in(found[1])
        if not all(self._is_name(n) and plain(n) not in self._words.qualifiers for n in names):
            return None
        at = found.end()
        if preposition := _PREPOSITION.match(stretch, at, end):
            return _Gap(names, found.start(), at, preposition[1].lower())
        determiner = _DETERMINER.match(stretch, at, end)
        work = determiner.end() if determiner else at
        named = mentions(stretch, work, min(end, work + NEAR), self._words)
        if named and named[0].before <= work:
            return None  # "Maria our community manager hosts them"
        words = self._words
        bare = (words.functions, words.places, words.tools, words.also_work)
        if not (determiner or any(pattern.match(stretch, work, end) for pattern in bare)):
            return None
        return _Gap(names, found.start(), at, "")

    def _done(self, own: str, verb: str, gap: _Gap, does: str) -> str:
        """Return what a gap's people do, with the verb; "" where it can't be told."""
        if not gap.preposition:
            does = _ONE.sub(own.rsplit(maxsplit=1)[-1], does)  # "runs the German forum, Tim the French one"
            return f"{verb} {does}" if self._names_work(does) else ""
        alike = list(re.finditer(rf"\b{gap.preposition}\b", own, re.IGNORECASE))
        return own[: alike[-1].start()] + does if alike else ""
