"""One line that lists seats: "Marketing (3): Head of Marketing; Content Writer", "2x agents, 1x team lead"."""

from __future__ import annotations

import itertools
import re

from .lines import Line, function_line, title_line
from .mentions import counted_function
from .terms import Vocabulary

_BETWEEN = re.compile(r"\s*(?:[;,]|\s\+)\s*(?:and\s+)?|\s+and\s+(?=\d)")
# … but "2x a week"
_TIMES = re.compile(
    r"\d{1,3}(?:[.,]\d{1,2})?\s?[x×]\s+(?!(?:an?|per|each|every|on|in|at|the|daily|weekly|day|week|month)\b)\w",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[^():\n]{0,60}?:\s+")
_DEPARTMENT = re.compile(r"\s*:\s+(?=\S)")


def listed_rows(text: str, line: Line, words: Vocabulary) -> list[Line]:
    """Cut a line that lists seats into what stands before them and a line for each; any other stays whole."""
    department = counted_function(text, line.content, line.end, words)
    if department and (colon := _DEPARTMENT.match(text, department.after, line.end)):
        rows = _rows(text, line, colon.end())
        if all(function_line(text, row, words) is None and title_line(text, row, words) for row in rows):
            head = line._replace(end=department.after, text=text[line.start : department.after].strip())
            return [head, *rows]
    opens = _OPENS.match(text, line.content, line.end)
    for at in dict.fromkeys((line.content, opens.end() if opens else line.content)):
        rows = _rows(text, line, at)
        if len(rows) > 1 and all(_TIMES.match(row.text) for row in rows):
            before = line._replace(end=at, text=text[line.start : at].strip())
            return [*([before] if at > line.content else []), *rows]
    return [line]


def _rows(text: str, line: Line, at: int) -> list[Line]:
    cuts = [
        (at, at),
        *(found.span() for found in _BETWEEN.finditer(text, at, line.end)),
        (line.end, line.end),
    ]
    found = []
    for (_, start), (stop, _) in itertools.pairwise(cuts):
        said = text[start:stop].rstrip(" .")
        if said:
            end = start + len(said)
            found.append(Line(start, end, said, line.indent, True, start, line.quoted))
    return found
