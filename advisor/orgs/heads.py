"""How many people a seat of several has, as its own words tell it: "Mods: 14 volunteers", "there are nine of them"."""

from __future__ import annotations

import re

from .model import Span
from .terms import Vocabulary
from .vocabulary import names_group
from .words import ABOUT

_ABOUT = re.compile(rf"\W{{0,3}}{ABOUT}?", re.IGNORECASE)
_BLANK = re.compile(r"\s*(?::\s+)?")
# "answers the questions of 400 employees", "Support (for 400 employees)"
_SERVED = re.compile(
    r"(?:\s\w+s\s(?:\w+\s){1,5}(?:from|of|for|to)|\((?:for|of|to|serv(?:es|ing)))\s+(?:\w+\s)?\Z"
)
_BARE = re.compile(r"\s*(?:[,(;]|\.?$|\.\s)")


def heads_told(title: str, text: str, span: Span, start: int, words: Vocabulary) -> float | None:
    """Return how many people ``text[span]`` gives to the seat of several called ``title``, or None.

    ``start`` is where its work begins. A group ("support team") may be counted anywhere.
    """
    if them := words.all_of_them.search(text, span.start, span.end):
        return words.number(them[1])
    if parts := words.heads_by_part.match(text, start, span.end):  # "16 in-house, 8 with an agency"
        return sum(words.number(n) for n in words.heads_in_part.findall(parts[0]))
    blank = _BLANK.match(text, start, span.end)
    bare = words.amount.match(text, blank.end() if blank else start)
    if bare and _BARE.match(text, bare.end(), span.end):  # "Call centre agents: twelve (12), in shifts"
        return words.number(bare[0])
    if aside := words.heads_aside.search(text, start, span.end):
        return words.number(aside[1] or aside[2])
    heads = words.heads_in.search(text, span.start, span.end)
    if heads and heads.start() < start and heads[0] in title:
        heads = words.heads_in.search(text, start, span.end)  # "Tier 1 agents" are not one
    if (
        heads is None
        or _SERVED.search(text, span.start, heads.start())
        or words.sizes.all_have.search(text, span.start, span.end)
    ):
        return None
    first = heads.start() <= start or _ABOUT.fullmatch(text, start, heads.start())
    return words.number(heads[1]) if first or names_group(title, words) else None
