"""Where a line of an indented outline stands: under whom, and in which part of the organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .assemble import Builder
from .lines import Line
from .mentions import mentions
from .model import Span
from .people import NAMES
from .words import WORD, names_in, plain

_LONGEST = 5  # words in the name of a part of an organisation
_HELD = re.compile(rf"[^()]+\(({NAMES.pattern})\)")
_NO_NAME = re.compile(r"[:;,.!?=]|\s[–—-]\s|\d")


def _place(line: Line) -> int:
    """Return how deep a line stands: in columns, Markdown's headings above all of them."""
    return line.depth - 10 if line.depth else line.indent


class _Level(NamedTuple):
    """A line that others stand under: whom they answer to, and the part's name if the line is one.

    ``bullets``: only bullets stand under it, those beside it, too; ``stays``: also behind a blank line.
    """

    indent: int
    boss: str
    part: str
    bullets: bool = False
    stays: bool = False


class Outline:
    """The lines above the one at hand that stand less deep."""

    def __init__(self, build: Builder) -> None:
        self._build = build
        self._levels: list[_Level] = []

    def clear(self) -> None:
        """Begin another list."""
        self._levels = [level for level in self._levels if level.stays]

    def above(self, line: Line) -> str:
        """Return whose line a deeper one stands under, or ""; lines as deep or deeper are done with."""
        left = False
        while self._levels and (
            self._levels[-1].indent >= _place(line) or (self._levels[-1].bullets and not line.bullet)
        ):
            left |= bool(self._levels.pop().part)
        if left:
            part = next((level.part for level in reversed(self._levels) if level.part), "")
            self._build.begin_team(part)
            self._build.heading = part
        return self._levels[-1].boss if self._levels else ""

    def put(self, line: Line, boss: str, *, leads: bool) -> None:
        """Note a seat that deeper lines stand under; one that ``leads``, those beside it, too."""
        self._levels.append(
            _Level(_place(line) - leads, boss, "", leads and line.bullet, stays=line.depth > 0)
        )

    def over(self, line: Line, boss: str) -> None:
        """Note somebody whose line is no bullet and stands over the bullets that follow."""
        self._levels.append(
            _Level(_place(line) if line.depth else line.indent - 1, boss, "", bullets=True, stays=True)
        )

    def head(self, line: Line, boss: str = "", *, over: bool = False) -> None:
        """Note a line that names a part of the organisation; who stands under it answers to ``boss``, or to whom it does.

        ``over``: bullets in its own column stand under it.
        """
        above = self.above(line)
        self._levels.append(_Level(_place(line) - over, boss or above, self._build.heading, bullets=over))

    def part(self, lines: Sequence[Line], i: int) -> bool:
        """Take a line that only names a part of the organisation over deeper ones ("Madrid"); return whether it is one."""
        line, build = lines[i], self._build
        below = lines[i + 1] if i + 1 < len(lines) else line
        said = build.text[line.content : line.end].strip(" :*_")
        words = [plain(word) for word in WORD.findall(said)]
        if not below.text or below.indent <= line.indent or not 0 < len(words) <= _LONGEST:
            return False
        named = mentions(build.text, line.content, line.end, build.words)
        people = NAMES.fullmatch(said)
        held = _HELD.fullmatch(said)  # "Fan Services (Maike)" is somebody's seat
        if held and all(map(build.people.is_name, names_in(held[1]))):
            return False
        somebody = people is not None and all(map(build.people.is_name, names_in(said)))
        if _NO_NAME.search(said) or named or somebody or (len(words) > 1 and words[0] in build.words.verbs):
            return False
        self.above(line)
        build.begin_team(said, span=Span(line.start, line.end))
        self.head(line)
        return True
