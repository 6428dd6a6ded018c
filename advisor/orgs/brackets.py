"""What stands beside a title of the work, its hours and people: "Moderators (in-game chat; 06:00–22:00)", notes in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .hours import only_times
from .terms import Vocabulary
from .verbs import names_work

_BRACKET = re.compile(r"[\s*_]{0,3}\(([^()\n]{2,120})\)")
_RUN_BY = re.compile(r"(?:run|led|managed|operated|provided|done|staffed)\s+by\b", re.IGNORECASE)
_CUT = re.compile(r"\s*[;,]\s*")
_POSTS = re.compile(r"[\w.,]+\s+(?:posts?|positions?)", re.IGNORECASE)


def duties_in_bracket(text: str, at: int, rest: int, words: Vocabulary) -> list[str]:
    """Return the duties in a bracket that begins at ``at``, behind a title, and ends before ``rest``, where the duties
    proper begin; people, places and numbers in it are none.
    """
    return duties_beside(_pieces(text, at, rest), words)


def duties_beside(pieces: Iterable[str], words: Vocabulary) -> list[str]:
    """Return those of several short remarks that tell of work or hours."""
    found = []
    for piece in pieces:
        if only_times(piece, words):
            found.append(words.data.hours_as_duty.format(words=piece))
        elif names_work(piece, 0, words) and not _no_duty(piece, words):
            found.append(piece)
    return found


def remarks(cell: str) -> list[str]:
    """Cut a cell of notes into its remarks."""
    return [piece for piece in _CUT.split(cell.strip(" .")) if piece]


def heads_in_bracket(text: str, at: int, rest: int, words: Vocabulary) -> float | None:
    """Return how many people a part of the bracket at ``at`` counts and says nothing else: "(ticket office, 6 people)"."""
    counted = (words.heads_in.fullmatch(piece) for piece in _pieces(text, at, rest))
    return next((words.number(heads[1]) for heads in counted if heads), None)


def _pieces(text: str, at: int, rest: int) -> list[str]:
    """Return the parts of a bracket that begins at ``at`` and ends before ``rest``; none where there is no bracket."""
    bracket = _BRACKET.match(text, at, rest)
    return _CUT.split(bracket[1].strip()) if bracket else []


def _no_duty(piece: str, words: Vocabulary) -> bool:
    """Whether a piece tells of the people, a boss, a place or a tool: "outsourced", "run by an agency", "Discord"."""
    alone = words.places.fullmatch(piece) or words.tools.fullmatch(piece) or words.reports.match(piece)
    counts = words.heads_in.fullmatch(piece) or _POSTS.fullmatch(piece) or _RUN_BY.match(piece)
    return bool(alone or counts) or piece.lower() in words.data.parts_of_people
