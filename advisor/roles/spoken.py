"""A title as a sentence says it: without the call before it, hours and place behind it, and without shouting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.matching.fold import fold

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import AroundTitle

# A title's pieces, each with what parts it from the one before; what stands in brackets is one.
_PIECE = re.compile(r"\s*\([^()]*\)|(?:\s+[–—|·-]\s+|,\s*)?[^(]+?(?=\s+[–—|·-]\s+|,|\s*\(|$)|.+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS = re.compile(r"[^AEIOU]{2,4}")  # read letter by letter: NYC


def spoken(title: str, rubrics: Rubrics) -> str:
    """Return ``title`` as a sentence says it; as it is where nothing would be left."""
    said = _bare(title, rubrics) or title
    before, _, last = said.rpartition(" ")
    if before and last.casefold() in rubrics.data.around.wanted:
        said = before.rstrip()
    if not said.isupper() or len(said) < 5:  # short ones are names: CEO
        return said
    return _WORD.sub(lambda m: _cased(m[0], rubrics.data.around, first=not m.start()), said)


def _cased(word: str, around: AroundTitle, *, first: bool) -> str:
    """Return a word of a title in capitals as it is written elsewhere."""
    if word.lower() in around.small and not first:
        return word.lower()
    in_letters = word not in around.shortened and _LETTERS.fullmatch(word)
    return word if in_letters or word in around.capitals or len(word) == 1 else word.capitalize()


def _bare(title: str, rubrics: Rubrics) -> str:
    """Return a title without the call before it and without hours, contract, place and employer behind it.

    A name is told by its words, which no rule knows. It goes with another name or with what goes: alone it may be
    the game or the language that the work is about.
    """

    def sort(piece: str) -> str:
        if rubrics.data.advice.titles.beside in {hit.id for hit in rubrics.matcher.line(fold(piece)).marks}:
            return "beside"
        known = [rubrics.matcher.knows(word) for word in _WORD.findall(piece)]
        return "name" if known and sum(known) * 2 <= len(known) else "known"

    first, *rest = _PIECE.findall(title.strip("! ").rpartition("!")[2].strip()) or [title]
    kept, sorts = [first], ["known", *("known" if "(" in p else sort(p) for p in rest), "known"]
    for piece, before, own, after in zip(rest, sorts, sorts[1:], sorts[2:], strict=False):
        if "(" in piece and sort(piece) == "beside":
            left = [item for item in piece.strip(" ()").split(", ") if sort(item) == "known"]
            kept += [f" ({', '.join(left)})"] if left else []
        elif own == "known" or (own == "name" and before == after == "known"):
            kept.append(piece)
    return "".join(kept).rstrip(" ,|–-")
