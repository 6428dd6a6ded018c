"""What a description says of the organisation as a whole: its size, its hours, seats that are empty."""

from __future__ import annotations

import re

from advisor.roles.analyze import MAX_ORG_SIZE
from advisor.rubrics.loader import load_rubrics
from advisor.text.limits import check_text_size
from advisor.text.sentences import sentences

from .lines import lines_of
from .mentions import mentions
from .model import Fact, Span
from .words import WORD, Vocabulary, plain, vocabulary


def _beside_the_name(text: str, words: Vocabulary) -> re.Match[str] | None:
    """Return the size that a first line gives in brackets behind the organisation's name, if it names no role or team."""
    first = next((line for line in lines_of(text) if line.text), None)
    if first is None:
        return None
    found = words.size_in_brackets.search(text, first.start, first.end)
    if found is None or mentions(text, first.start, found.start(), words):
        return None
    before = WORD.findall(text[first.start : found.start()])
    named = before and plain(before[-1]) not in words.departments | words.fields | words.groups
    return found if named else None


def size_in(text: str, words: Vocabulary) -> int | None:
    """Return how many people the organisation has, as ``text`` says, or None."""
    found = words.size.search(text) or _beside_the_name(text, words)
    size = int(re.sub(r"\D", "", found[found.lastindex or 1])) if found else 0
    return size if 0 < size <= MAX_ORG_SIZE else None


_NO_POST = re.compile(
    r"(?:\b(?:no|without)(?:\s+longer)?|(?:\bnot|n['’]t|\bnever))\s+(?:(?:an?|any|more|other|further|new|such|currently|have|had|the|one)\s+){0,3}\Z",
    re.IGNORECASE,
)
_FILLED = re.compile(
    r"(?<!\bnot )(?<!\bnot been )(?<!\bnever )(?<!\bbe )(?<!n['’]t )(?<!n['’]t been )(?<!\bnot yet )(?<!\bnot yet been )\b(?:filled|took)\b",
    re.IGNORECASE,
)


def empty_post(text: str, start: int, end: int, words: Vocabulary) -> re.Match[str] | None:
    """Return where a sentence says that a post is empty; None where it denies that, or somebody filled the post."""
    found = words.post_empty.search(text, start, end)
    if found is None or _NO_POST.search(text, start, found.start()) or _FILLED.search(text, start, end):
        return None
    return found


def fact_of(text: str, span: Span, words: Vocabulary) -> Fact | None:
    """Return what a stretch says about the organisation as a whole, or None."""
    piece = text[span.start : span.end]
    said = " ".join(piece.split())
    if words.vacant.search(said) or words.away.search(said) or empty_post(said, 0, len(said), words):
        return Fact("vacancy", piece.strip(), span)
    if words.nobody_there.search(piece):
        return Fact("nobody", piece.strip(), span)
    if words.size.search(piece):
        return Fact("size", piece.strip(), span)
    return Fact("cover", piece.strip(), span) if words.cover.search(piece) else None


def facts_in(text: str) -> tuple[Fact, ...]:
    """Return what the sentences of ``text`` say about the organisation as a whole; they were given to no role.

    Raises InputError when the text is too large.
    """
    check_text_size(text)
    words, rubric = vocabulary(), load_rubrics().sections
    pieces = (
        Span(start, end)
        for line in lines_of(text)
        for start, end in sentences(text, line.start, line.end, rubric)
    )
    return tuple(
        fact_of(text, span, words) or Fact("note", text[span.start : span.end], span) for span in pieces
    )
