"""What a text says that no seat holds: sentences that no role was given, and work that it says nobody does."""

from __future__ import annotations

import re

from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import Structures

from .model import OrgReading, RoleDraft
from .phrases import listed, titled

# A comma with no space behind it, or none but commas after it, parts cells; one in "1,200" doesn't.
_CELL = re.compile(r"[\t|]|,(?=[^\s\d]|\d{1,2}(?:,|$)|\s*(?:,|$))")
_MOST_STRETCHES, _SHORTEST_SENTENCE, _LONGEST_SENTENCE = 50, 12, 240


def unread_of(reading: OrgReading, structures: Structures) -> list[tuple[str, tuple[str, ...]]]:
    """Return the stretches that no role was given and that name work of the five practices, with those practices."""
    stretches = [reading.text[s.start : s.end] for s in reading.left]
    stretches += [fact.text for fact in reading.facts if fact.kind == "note"]
    found: list[tuple[str, tuple[str, ...]]] = []
    for text in (" ".join(stretch.split()).rstrip(" .") for stretch in stretches[:_MOST_STRETCHES]):
        if len(text) > _SHORTEST_SENTENCE and not structures.denied(text):
            (phrase,) = listed(RoleDraft("", (text[:_LONGEST_SENTENCE],)), structures)
            if practices := tuple(p for p in phrase.practices if p in PRACTICES):
                found.append((text[:_LONGEST_SENTENCE], practices))
    return found


def gaps_of(reading: OrgReading, structures: Structures) -> dict[str, str]:
    """Return the practices of which the text itself says that nobody does them, each with the words that say so."""
    said = [(fact.text, fact.kind == "vacancy") for fact in reading.facts if fact.kind != "mail"]
    said += [(reading.text[s.start : s.end], False) for s in reading.left]
    found: dict[str, str] = {}
    for stretch, empty in said[:_MOST_STRETCHES]:
        text = quotable(stretch)
        bare = text if empty else undenied(text, structures)
        if not bare or (
            not empty and structures.speaks_of_hours(text)
        ):  # "nobody at weekends": others are there
            continue
        (phrase,) = listed(RoleDraft("", (bare,)), structures)
        for practice in (*phrase.practices, titled(bare)):
            if practice in PRACTICES:
                found.setdefault(practice, text)
    return found


def quotable(stretch: str) -> str:
    """Return a stretch of the text as it is quoted: on one line, without the mark of its list, a table's cells that say
    something with commas between them."""
    cells = [" ".join(cell.split()) for cell in _CELL.split(stretch)]
    return ", ".join(cell for cell in cells if cell).lstrip("-*•–—· ")[:_LONGEST_SENTENCE]


def undenied(text: str, structures: Structures) -> str:
    """Return what a sentence denies, without the word that denies it ("nobody moderates", "answered by nobody"); ""
    where it denies nothing."""
    start, stop = next(iter(structures.denied(text)), (0, 0))
    asked, mark, _ = text[:start].rpartition("?")
    if mark:
        return asked  # "Who moderates the forum? Nobody, at the moment."
    _, _, denied = text[start:stop].strip().partition(" ")
    return denied or text[:start].strip()
