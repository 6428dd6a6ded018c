"""What a description says of the organisation as a whole: its size, its hours, seats that are empty."""

from __future__ import annotations

import re

from advisor.roles.analyze import MAX_ORG_SIZE
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.structures import load_structures
from advisor.text.limits import check_text_size
from advisor.text.sentences import sentences

from .lines import is_field, lines_of
from .mentions import Mention, mentions
from .model import Fact, Span
from .terms import Vocabulary
from .verbs import names_work
from .vocabulary import vocabulary
from .words import NEAR, WORD, past, plain

_BEFORE_NAME, _WORD_ENDS = re.compile(r"[\s,–—:-]{1,4}"), re.compile(r"(?!\w)")
_OPEN = re.compile(r"(?:open|empty|free|unfilled|vacant|vacanc)\w*\b")
_OTHERS = re.compile(r"\band\b|&")  # "(Olga, Sven and a vacancy)"
_BRACKET = re.compile(r"\s*\([^()\n]{0,60}\)")


def _beside_the_name(text: str, words: Vocabulary) -> re.Match[str] | None:
    """Return the size that a first line gives behind the organisation's name, if it names no role or team."""
    first = next((line for line in lines_of(text) if line.text), None)
    if first is None:
        return None
    found = words.sizes.in_brackets.search(text, first.start, first.end)
    if found is None:
        return None
    stop = found.start("bare") if found["bare"] else found.start()
    if mentions(text, first.start, stop, words) or _of_a_team(text, found.start() + 1, words):
        return None
    before = WORD.findall(text[first.start : stop])
    counted = len(before) > 1 and before[-2].isdigit()  # "Lumen, web shop, 60 people (1,150 in the company)"
    named = before and (counted or plain(before[-1]) not in words.departments | words.fields | words.groups)
    return found if named else None


def _of_a_team(text: str, at: int, words: Vocabulary) -> bool:
    """Whether a size stands in brackets behind a team: "the call centre (22 employees)"."""
    opened = text.rfind("(", max(0, at - 3), at)
    before = text[max(0, opened - 40) : opened].rstrip() if opened > 0 else ""
    return any(found.end() == len(before) for found in words.functions.finditer(before))


def _size(text: str, words: Vocabulary) -> re.Match[str] | None:
    """Return the first size of the organisation that a text tells."""
    told = (found for found in words.sizes.told.finditer(text) if not _of_a_team(text, found.start(), words))
    return next(told, None)


def size_line(text: str, words: Vocabulary) -> tuple[int, Span] | None:
    """Return the size that a line above all roles and teams tells, "Staff: 45", and where the line stands."""
    lines = lines_of(text)
    for i, line in enumerate(lines):
        found = words.sizes.line.match(text, line.content, line.end)
        if found and any(
            is_field(text, one, words) for one in lines[max(0, i - 1) : i + 2] if one is not line
        ):
            return None  # of a form about one seat
        if found:
            return int(re.sub(r"\D", "", found[1])), Span(line.start, line.end)
        named = line.text and mentions(text, line.content, line.end, words)
        if named or words.functions.fullmatch(line.text.strip(" :#*")):
            break
    return None


def told_again(text: str, span: Span, words: Vocabulary) -> bool:
    """Whether everybody whom ``text[span]`` counts stands further down, too: "Staff: 7, 40 volunteers"."""
    below = text[span.end :].lower()
    return all(each.title.lower().removesuffix("s") in below for each in mentions(text, *span, words))


def size_in(text: str, words: Vocabulary) -> int | None:
    """Return how many people the organisation has, as ``text`` says, or None."""
    line = size_line(text, words)
    if line and 0 < line[0] <= MAX_ORG_SIZE:
        return line[0]
    found = _size(text, words) or _beside_the_name(text, words)
    said = found[found.lastindex or 1] if found else ""
    size = int(re.sub(r"\D", "", said) or (words.number(said) if said else 0))
    return size if 0 < size <= MAX_ORG_SIZE else None


def empty_seat(text: str, mention: Mention, before: str, name: str, span: Span, words: Vocabulary) -> bool:
    """Return whether ``text`` says ``before`` a title, or right behind it, its holder's ``name`` and brackets, that
    nobody sits there.
    """
    if before and words.absent.vacancy.fullmatch(before):
        return True
    holder = past(text, mention.end, _BEFORE_NAME, name, _WORD_ENDS) if name else -1
    closed = mention.end + (text[mention.end : mention.end + 1] == ")")  # "Karin (host) is on leave"
    ends = (
        closed,
        mention.after,
        holder if 0 <= holder <= span.end else closed,
    )  # "Deputy lead x 1 (vacant)"
    for start in dict.fromkeys(ends):
        at: int | None = start
        while at is not None:
            found = words.absent.vacant.match(text, at, span.end)
            if found:
                # "(5 people, one vacant)": the others are there.
                said = found["said"] or ""
                if words.absent.vacancy.match(said):  # "(vacant, 1 FTE)"
                    return True
                return not (words.amount.search(said) or _OTHERS.search(said))
            if words.absent.only_vacant.match(text, at, span.end):
                return True
            bracket = _BRACKET.match(text, at, span.end)
            at = bracket.end() if bracket else None
    return False


def fact_of(text: str, span: Span, words: Vocabulary) -> Fact | None:
    """Return what a stretch says about the organisation as a whole, or None."""
    piece = text[span.start : span.end]
    said = " ".join(piece.split())
    if words.absent.soon_away.search(said):
        return Fact("absence", piece.strip(), span)
    if (
        words.absent.vacant.search(said)
        or _vacant_first(said, words)
        or words.absent.away.search(said)
        or load_structures().empty_post(said)
    ):
        return Fact("vacancy", piece.strip(), span)
    first = words.absent.nobody_first.match(piece)  # "Nobody does appeals."
    if (
        _no_such(piece, words)
        or words.absent.nobody_there.search(piece)
        or words.absent.unowned.search(piece)
        or (first and (names_work(piece, first.end(), words) or _does(piece, first.end(), words)))
    ):
        return Fact("nobody", piece.strip(), span)
    if _size(piece, words):
        return Fact("size", piece.strip(), span)
    return Fact("cover", piece.strip(), span) if words.cover.search(piece) else None


def _vacant_first(said: str, words: Vocabulary) -> bool:
    """Whether an empty seat is told so before its title: "VACANT Forum Moderator, 0.4", a row of a table."""
    found = words.absent.vacancy.match(said)
    named = mentions(said, found.end(), min(len(said), found.end() + NEAR), words)[:1] if found else []
    return bool(named) and named[0].before == (found.end() if found else 0)


def _does(piece: str, at: int, words: Vocabulary) -> bool:
    """Whether a verb of work follows nobody, and what it is done to: "No one coordinates the chairs"."""
    said = WORD.match(piece, at)
    return said is not None and plain(said[0]) in words.verbs and WORD.search(piece, said.end()) is not None


def _no_such(piece: str, words: Vocabulary) -> bool:
    """Whether a sentence says that there is no such role, or nobody for a function: "There is no moderator"."""
    found = words.absent.no_such.match(piece)
    if found is None:
        return False
    end = min(len(piece), found.end() + NEAR)
    if (
        load_structures().empty_post(piece)
        or words.absent.vacancy.match(piece, found.end(), end)
        or _OPEN.match(piece, found.end())
    ):
        return False  # "no open position for a moderator"
    return bool(mentions(piece, found.end(), end, words) or words.functions.search(piece, found.end(), end))


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
