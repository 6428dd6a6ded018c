"""One line that tells of several: work and who has it, piece by piece, as if each had a line of its own."""

from __future__ import annotations

import itertools
import re

from .lines import Line, function_line, title_line
from .terms import Vocabulary
from .words import UPPER

_SLASH = re.compile(r"\s/\s(?=\S)")
_FEWEST, _LONGEST = 3, 90  # slashes that cut a line, and characters of what stands between them
# "Guest Relations (9) – answers mails", perhaps behind "Head office:"
_PART = re.compile(r"(?P<opens>[^:;()\n]{1,40}:\s+)?[A-Z][\w&'’/ -]{1,40}\(\d{1,4}[^()\n]*\)\s*(?:[:–—]|-\s)")
_CUT = re.compile(
    rf";[ \t]+(?=\w)|(?<!\b[{UPPER}])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)\.[ \t]+(?=[{UPPER}])"
)  # not "approx. 60 hours"


def pieces_of(text: str, line: Line, words: Vocabulary) -> list[Line]:
    """Cut "Community: Sofia; Support: 6 people; Social: agency" into a line for each; any other line stays whole."""
    slashes = [m.end() for m in _SLASH.finditer(text, line.content, line.end)]
    if len(slashes) >= _FEWEST:
        bounds = [line.start, *slashes, line.end]
        if all(b - a <= _LONGEST for a, b in itertools.pairwise(bounds)):
            return [line.part(text, a, b, "/", bullet=True) for a, b in itertools.pairwise(bounds)]
    cuts = [m.end() for m in _CUT.finditer(text, line.content, line.end)]
    if not cuts:
        return [line]
    part = _PART.match(text, line.content, line.end)
    opens = [part.end("opens")] if part and part["opens"] else []
    bounds = [line.start, *opens, *cuts, line.end]
    found = [line.part(text, start, end, ";.") for start, end in itertools.pairwise(bounds)]
    opener = [found.pop(0)] if opens else []  # "Head office:" stands for itself
    named = sum(1 for _ in itertools.takewhile(lambda piece: _labelled(text, piece, words), found))
    if (named == 1 < len(found) or opens) and not (named > 1 or function_line(text, found[0], words)):
        return [line]
    if named < len(found):  # sentences follow: they stay together
        stop = found[-1].end
        last = (
            found[named]._replace(end=stop, text=text[found[named].start : stop].strip()) if named else line
        )
        return [*opener, *found[:named], last]
    return [*opener, *found]


def _labelled(text: str, line: Line, words: Vocabulary) -> bool:
    """Whether a piece names work or a role, and then, behind a colon, who has it."""
    if function_line(text, line, words) or _PART.match(text, line.content, line.end):
        return True
    titled = title_line(text, line, words)
    return titled is not None and text[titled[0].end : titled[1]].strip() == ":"
