"""What a bracket right behind a title says of the work and its hours: "Moderators (in-game chat; 06:00–22:00)"."""

from __future__ import annotations

import re

from .hours import only_times
from .people import names_work
from .terms import Vocabulary

_BRACKET = re.compile(r"[\s*_]{0,3}\(([^()\n]{2,120})\)")
_CUT = re.compile(r"\s*[;,]\s*")


def duties_in_bracket(text: str, at: int, rest: int, words: Vocabulary) -> list[str]:
    """Return the duties in a bracket that begins at ``at``, behind a title, and ends before ``rest``, where the duties
    proper begin; people, places and numbers in it are none.
    """
    bracket = _BRACKET.match(text, at, rest)
    pieces = _CUT.split(bracket[1].strip()) if bracket else []
    found = []
    for piece in pieces:
        if only_times(piece, words):
            found.append(words.data.hours_as_duty.format(words=piece))
        elif names_work(piece, 0, words) and not _no_duty(piece, words):
            found.append(piece)
    return found


def _no_duty(piece: str, words: Vocabulary) -> bool:
    """Whether a piece tells of the people, a boss, a place or a tool: "outsourced", "Discord"."""
    alone = words.places.fullmatch(piece) or words.tools.fullmatch(piece) or words.reports.match(piece)
    return bool(alone) or piece.lower() in words.data.parts_of_people
