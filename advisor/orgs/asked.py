"""Notes of an interview: "Who answers the customers?" and, behind it or on the next line, who does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences

from .assemble import Builder
from .doers import Doer
from .lines import Line
from .model import Span
from .people import People
from .verbs import names_work

_MARK = r"(?:[-*•]\s+)?(?:[*_]{0,2}[QA]\d{0,2}\s?[.:)][*_]{0,2}\s+)?"
_ANSWER = re.compile(rf"\s*{_MARK}")
_TOO = re.compile(r"\s+(?:again|too|also|as\s+well)(?!\w)")


def take_asked(build: Builder, lines: Sequence[Line], i: int) -> tuple[int, Line | None]:
    """Take the question on line ``i`` with its answer; return how many lines that took, 0 where it is none, and what of
    the answer is left to be read.
    """
    text, words, line = build.text, build.words, lines[i]
    asked = words.asked.match(text, line.start, line.end)
    if not asked:
        return 0, None
    work = asked["work"] or asked["function"]
    n, at, answer = i, asked.end(), line
    if at >= line.end:
        n = next((n for n in range(i + 1, len(lines)) if lines[n].text), i)
        answer, at = lines[n], lines[n].start
    if n > i and words.asked.match(text, at, answer.end):
        return 0, None
    if marked := _ANSWER.match(text, at, answer.end):
        at = marked.end()
    while said := words.answers.match(text, at, answer.end):
        at = said.end()
    cut = sentences(text, at, answer.end, load_rubrics().sections)
    if not cut or not names_work(work, 0, words):
        return 0, None
    stop = cut[0][1]
    rest = answer.part(text, cut[1][0], answer.end, bullet=False) if len(cut) > 1 else None
    if words.absent.nobody_answers.match(text, at, stop):
        build.nobody(Span(line.start, stop))
        build.current = None
        return n - i + 1, rest
    doers = build.doers.several(at, stop)
    if not doers:
        return 0, None
    begin = line.start
    for doer in doers:
        end = stop if doer is doers[-1] else doer.end
        duty = _duty(doer, work, bool(asked["function"]))
        too = _TOO.match(text, doer.end, end)
        does = doer.does or (too.end() if too else doer.end)
        who = People(doer.names, begin, does, doer.department, duty, doer.mention)
        build.clause(who, Span(begin, end))
        begin = end
    return n - i + 1, rest


def _duty(doer: Doer, work: str, function: bool) -> str:
    """Return the work that was asked about as somebody's duty; "moderation" only of those who have no title."""
    return (
        ""
        if function and doer.mention and doer.mention.title.lower() in work.lower()
        else " ".join(work.split())
    )
