"""One line that lists seats: "Marketing (3): Head of Marketing; Content Writer", "2x agents, 1x team lead"."""

from __future__ import annotations

import itertools
import re

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences

from .lines import Line, function_line, title_line
from .mentions import counted_function
from .terms import Vocabulary
from .words import TIMES

# Brackets are passed over.
_BETWEEN = re.compile(r"\([^()\n]*\)|(?P<cut>\s*(?:[;,]|\s\+)\s*(?:and\s+)?|\s+and\s+(?=\d))")
_TIMES = re.compile(TIMES, re.IGNORECASE)
_NEXT_TIMES = re.compile(
    rf"\([^()\n]*\)|(?P<cut>\s*(?:[;,]|\s\+|\sand\b)\s*(?:and\s+)?(?={TIMES}))", re.IGNORECASE
)
_OPENS = re.compile(r"[^():\n]{0,60}?:\s+")
# "Support EU (20), Quality & Training (4), Tools (2)": parts of an organisation, each with how many.
_TOTAL = re.compile(r"\s*\(\s*\d{1,5}[^()]*\)\W*\Z")
_UNIT = re.compile(
    r"(?!(?:We|Our|There|I|The|With|And|They|It)\b)[A-Z][\w&'’/-]*(?:\s[\w&'’/-]+){0,5}\s?\(\s*(?!(?:19|20)\d\d\b)\d{1,4}(?![\d%.]|,\d|\s?(?:h|hrs?|hours?|days?|years?|yrs?|%)\b)[^()\n]*\)"
)
_UNITS = re.compile(
    rf"(?:(?<=[\s=:])|^)(?P<units>(?:{_UNIT.pattern})(?:\s*(?:,|;|\band\b|&)\s*(?:and\s+)?{_UNIT.pattern})+)",
    re.MULTILINE,
)
_OVER = re.compile(r"(?:departments?|teams?|units?|divisions?|functions?)", re.IGNORECASE)
_FEWEST = 2
_DEPARTMENT = re.compile(r"\s*:\s+(?=\S)")


def listed_rows(text: str, line: Line, words: Vocabulary) -> list[Line]:
    """Cut a line that lists seats into what stands before them and a line for each; any other stays whole."""
    found: list[Line] = []
    at = line.start
    for row in _UNITS.finditer(text, line.content, line.end):
        units = [unit.span() for unit in _UNIT.finditer(text, row.start("units"), row.end())]
        labels = [text[slice(*unit)].partition("(")[0].strip() for unit in units]
        if len(units) >= _FEWEST and any(
            " " in label or words.functions.fullmatch(label) for label in labels
        ):
            before = _piece(text, line, at, row.start("units"))
            over = _TOTAL.search(before.text)
            if over:  # "Publishing (17) = Brand (6), Community (5)"
                before = _piece(text, line, before.start, before.start + over.start())
            found += [before] if before.text and not _OVER.fullmatch(before.text) else []
            deeper = line.indent + (2 if over else 0)
            found += [_piece(text, line, *unit)._replace(bullet=True, indent=deeper) for unit in units]
            at = row.end()
    if found:
        return [*found, _piece(text, line, at, line.end)] if text[at : line.end].strip(" .,;") else found
    department = counted_function(text, line.content, line.end, words)
    if department and (colon := _DEPARTMENT.match(text, department.after, line.end)):
        rows = _rows(text, line, colon.end(), line.end, _BETWEEN)
        if all(function_line(text, row, words) is None and title_line(text, row, words) for row in rows):
            head = line._replace(end=department.after, text=text[line.start : department.after].strip())
            return [head, *rows]
    opens = _OPENS.match(text, line.content, line.end)
    for at in dict.fromkeys((line.content, opens.end() if opens else line.content)):
        stop = next(iter(sentences(text, at, line.end, load_rubrics().sections)), (at, line.end))[1]
        rows = _rows(text, line, at, stop, _NEXT_TIMES)
        if len(rows) > 1 and all(_TIMES.match(row.text) for row in rows):
            before = line._replace(end=at, text=text[line.start : at].strip())
            after = [_piece(text, line, stop, line.end)] if stop < line.end else []
            return [*([before] if at > line.content else []), *rows, *after]
    return [line]


def _piece(text: str, line: Line, start: int, end: int) -> Line:
    """Return a part of a line as one of its own, without the marks at its ends."""
    start += len(text[start:end]) - len(text[start:end].lstrip(" .,;"))
    return line.part(text, start, end, ",;:=", bullet=False)


def _rows(text: str, line: Line, at: int, end: int, between: re.Pattern[str]) -> list[Line]:
    """Return the parts of ``text[at:end]``, cut where ``between`` matches with its group."""
    cuts = [found.span() for found in between.finditer(text, at, end) if found["cut"] is not None]
    found: list[Line] = []
    for (_, start), (stop, _) in itertools.pairwise([(at, at), *cuts, (end, end)]):
        row = line.part(text, start, stop, ".", bullet=True)
        found += [row] if row.text else []
    return found
