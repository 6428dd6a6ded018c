"""A title as a sentence says it: without the call before it, hours and place behind it, and without shouting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.matching.fold import fold

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics

# A title's pieces, each with what parts it from the one before; what stands in brackets is one.
_PIECE = re.compile(r"\s*\([^()]*\)|(?:\s+[–—|·-]\s+|,\s*)?[^(]+?(?=\s+[–—|·-]\s+|,|\s*\(|$)|.+")
_WORD = re.compile(r"[^\W_]+")
_WANTED = re.compile(r"\s+(?:wanted|needed|required|sought)$", re.IGNORECASE)
# A title in capitals is written as others are; these stay as they are, and these small.
_CAPITALS = frozenset("AI APAC B2B B2C CRM CX DACH EMEA EU HR II III IT PR QA SEO UK US USA UX VP".split())
_SMALL = frozenset("a an and at for in of on the to".split())


def spoken(title: str, rubrics: Rubrics) -> str:
    """Return ``title`` as a sentence says it; as it is where nothing would be left."""
    said = _WANTED.sub("", _bare(title, rubrics)) or title
    words = _WORD.findall(said)
    if not said.isupper() or len(words) < 2:
        return said
    return _WORD.sub(lambda m: _cased(m[0], first=not m.start()), said)


def _cased(word: str, *, first: bool) -> str:
    if word in _CAPITALS or len(word) == 1:
        return word
    return word.lower() if word.lower() in _SMALL and not first else word.capitalize()


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
