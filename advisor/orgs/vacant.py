"""Seats that a text names and in which nobody sits: work moves there before a new seat is made."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from advisor.rubrics.models import PRACTICES
from advisor.rubrics.organisations import load_organisations
from advisor.rubrics.structures import Structures
from advisor.wording import upper_first

from .gaps import quotable
from .mentions import mentions
from .model import Fact
from .phrases import titled
from .result import EmptySeat
from .vocabulary import vocabulary
from .words import WORD

# A title that a line begins with, in capitals: "Fraud and Security Adviser (vacant)".
_BEGINS = re.compile(r"(?:[A-Z][\w/-]*+\s(?:(?:and|&|of)\s)?){1,4}[A-Z][\w/-]*+(?=\s?[(,:–—-]|$)")


@cache
def _no_title() -> frozenset[str]:
    """Return words that stand before a title and are none of it: "vacant", "our"."""
    data = load_organisations()
    said = (*data.determiners, *data.vacant, *data.vacant_in_brackets, *data.vacant_before)
    return frozenset(word for words in said for word in WORD.findall(words))


def title_of(said: str) -> str:
    """Return the title of the seat that a sentence says is empty, "" where it gives none."""
    for found in mentions(said, 0, len(said), vocabulary()):
        begins, before = _BEGINS.match(said), WORD.findall(said[: found.start].lower())
        whole = begins is not None and found.start < begins.end() <= found.start + len(found.title)
        return said[: begins.end()] if begins and whole and not _no_title() & {*before} else found.title
    return ""


def empty_seats(
    facts: Iterable[Fact], taken: Collection[str], structures: Structures
) -> tuple[EmptySeat, ...]:
    """Return the empty seats of one of the practices that ``facts`` name. ``taken``: the labels of other seats."""
    found: dict[str, EmptySeat] = {}
    for fact in facts:
        if fact.kind != "vacancy":
            continue
        title = title_of(quotable(fact.text))
        practice, label = titled(title), upper_first(title)
        if practice in PRACTICES:
            label = structures.data.says.empty_label.format(title=label) if label in taken else label
            found.setdefault(label, EmptySeat(label, practice))
    return tuple(found.values())


def empty_for(practice: str, empty: Sequence[EmptySeat]) -> str:
    """Return the label of the first empty seat of a practice, "" for none."""
    return next((seat.label for seat in empty if seat.practice == practice), "")
