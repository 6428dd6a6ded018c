"""A line that counts those of a team one after the other: "Members: 8 agents, 1 QA", "Support team: Jo (lead), 8 agents"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences

from .lines import Line, function_line
from .mentions import mentions
from .people import ONE, PeopleReader
from .terms import Vocabulary
from .words import plain

_ONE_NAME = rf"{ONE}(?:\s{ONE}){{0,2}}"
# What may stand before them; its bracket may name who leads: "Community (lead: Ida):".
_OPENS = re.compile(
    rf"(?:(?:[Oo]ur|[Tt]he)\s)?(?P<label>[^():\n]{{1,60}}?)(?:\s?\(\d{{1,4}}\))?(?P<led>\s?\([^():\n]{{1,20}}:?\s{_ONE_NAME}\))?"
    r"(?::|\s(?:consists?\sof|is\smade\sup\sof|comprises|includes))\s+(?=\S)"
)
_CUT = re.compile(r"\([^()\n]*\)|(?P<cut>\s*(?:[,;]|\s\+|\s&)\s*(?:and\s+)?|\s+and\s+)")
# A piece: the number, what it counts, and nothing more but a bracket or where they are.
_SOME = re.compile(
    r"(?P<number>\w+)\s+(?:[xX×]\s+)?(?P<what>[^\W\d][\w&/’'-]*(?:\s(?!(?:in|at|from|for|on)\s)[^\W\d][\w&/’'-]*){0,4})"
    r"(?:\s(?:in|at|from|on|for)\s[\w\s&/’'-]{2,60})?\s*(?:\([^()\n]*\))?\s*\.?"
)
_LEADS = re.compile(rf"(?P<name>{_ONE_NAME})\s?\(?(?P<what>[^()\n]{{2,30}}?)\)?\s*\.?")
_SHORT = re.compile(r"[A-Z][A-Z&]{1,3}s?")  # "QA", "SMEs"
_FEWEST = 2


class _Piece(NamedTuple):
    start: int
    end: int
    known: bool  # a rule knows the title


def counted_rows(text: str, line: Line, words: Vocabulary, people: PeopleReader) -> list[Line]:
    """Cut a line that counts several seats into what stands before them and a line for each; any other stays whole."""
    function = function_line(text, line, words)
    opens = _OPENS.match(text, line.content, line.end)
    for at in dict.fromkeys((line.content, opens.end() if opens else line.content)):
        stop = next(iter(sentences(text, at, line.end, load_rubrics().sections)), (at, line.end))[1]
        pieces = _pieces(text, at, stop, words, people)
        told = function is not None and at > line.content and all(piece.known for piece in pieces)
        told &= not (opens and opens["led"])
        if not pieces or told:
            continue  # "Support: 1 lead, 7 agents" is read as work and who does it
        rows = [
            line.part(text, piece.start, piece.end, ".,;", bullet=True)._replace(
                indent=line.indent + (at > line.content), row=True
            )
            for piece in pieces
        ]
        before = _head(text, line, opens, words) if opens and at > line.content else []
        after = [line.part(text, stop, line.end, bullet=False)] if text[stop : line.end].strip() else []
        return [*before, *rows, *after]
    return [line]


def beside_counted(text: str, lines: Sequence[Line], words: Vocabulary) -> list[Line]:
    """Return the lines, those marked as rows that count whom no rule knows beside a bullet that counts one it knows: "1 QA"."""
    kinds = [_kind(text, line.content, line.end, words) if line.bullet else None for line in lines]
    found = list(lines)
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        near = [n for n in (i - 1, i + 1) if 0 <= n < len(lines) and lines[n].indent == line.indent]
        if kind is False and any(kinds[n] for n in near):
            found[i] = line._replace(row=True)
    return found


def _kind(text: str, start: int, end: int, words: Vocabulary) -> bool | None:
    """Return whether a rule knows whom a stretch counts, or None where it counts nobody, or says more."""
    some = _SOME.fullmatch(text, start, end)
    if not some or not words.amount.fullmatch(some["number"]):
        return None
    named = mentions(text, start, end, words)[:1]
    if named and named[0].before == start and named[0].number is not None:
        return True
    if plain(some["what"].split()[-1]).removesuffix("s") in words.label_heads:
        return True  # "two hosts"
    return False if _SHORT.fullmatch(some["what"]) else None


def _head(text: str, line: Line, opens: re.Match[str], words: Vocabulary) -> list[Line]:
    """Return the line of the team's name; none where the label only says that people follow: "Members:"."""
    label = opens["label"].strip(" *_")
    if plain(label) in words.columns or plain(label) in words.data.about_members:
        return []
    head = line.part(
        text, opens.start("label"), opens.end("led") if opens["led"] else opens.end("label"), " *_:"
    )
    return [head._replace(over=not opens["led"])]


def _pieces(text: str, at: int, stop: int, words: Vocabulary, people: PeopleReader) -> list[_Piece]:
    """Return the parts of ``text[at:stop]``, at least two, where each counts or names somebody; else none."""
    cuts = [
        found.span()
        for found in _CUT.finditer(text, at, stop)
        if found["cut"] is not None
        and (
            ("and" not in found["cut"] and "&" not in found["cut"])
            or text[found.end()].isupper()
            or words.amount.match(text, found.end(), stop)
        )
    ]
    found = list[_Piece]()
    counted = False
    for (_, start), (end, _) in itertools.pairwise([(at, at), *cuts, (stop, stop)]):
        known, leads = _kind(text, start, end, words), _LEADS.fullmatch(text, start, end)
        if known is None and not (
            leads
            and people.is_name(leads["name"])
            and plain(leads["what"]).removesuffix("s") in words.data.leads_it
        ):
            return []
        counted |= known is True
        found.append(_Piece(start, end, known is True))
    return found if counted and len(found) >= _FEWEST else []
