"""Seats that a text names and in which nobody sits: work moves there before a new seat is made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import Structures
from advisor.wording import upper_first

from .gaps import quotable
from .mentions import mentions
from .model import Fact
from .phrases import titled
from .result import EmptySeat
from .vocabulary import vocabulary


def title_of(said: str) -> str:
    """Return the title of the seat that a sentence says is empty, "" where it gives none."""
    return next((m.title for m in mentions(said, 0, len(said), vocabulary())), "")


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
