"""What every written face of a report cuts and says alike: how much of an ad is printed, shares and figures in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .marked import Block

if TYPE_CHECKING:
    from .role_view import Quote, RoleView, ShareView

# What one ad, and all ads of a report together, may take of the appendix, in characters: about 3 500 words, six
# pages. More would make the time of a PDF the time of its longest paste.
LONGEST_AD = 20_000
LONGEST_ADS = 120_000
MOST_QUOTES = 4
MOST_SHORTENED = 90  # characters of an action on the summary

# Characters that no font draws and that PDF and XML cannot hold: controls, lone surrogates, non-characters.
# Marks that turn the direction of what follows go too: an ad could make a report's words read backwards.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_SENTENCE = re.compile(r"(?<=[.!?])\s")
_PART = re.compile(r"[,;:](?=\s)| (?=(?:and|or|who|which|that)\s)")


class Printed(NamedTuple):
    """The part of an ad that is printed. ``left_out`` counts the words that are not; 0 when all are."""

    blocks: tuple[Block, ...]
    left_out: int


class Some(NamedTuple):
    """The first few of many quotes, and how many more there are."""

    shown: tuple[Quote, ...]
    more: int


def printed(role: RoleView, longest: int = LONGEST_AD) -> Printed:
    """Cut an ad's blocks after ``longest`` characters, inside a block if need be."""
    blocks, room = list[Block](), longest
    for block in role.blocks:
        segments = []
        for segment in block.segments:
            whole = len(segment.text) <= room
            segments.append(segment if whole else segment._replace(text=segment.text[:room].rstrip() + " …"))
            room -= len(segment.text)
            if room <= 0:
                break
        blocks.append(block._replace(segments=tuple(segments)))
        if room <= 0:
            break
    shown = sum(len(s.text.split()) for b in blocks for s in b.segments)
    return Printed(tuple(blocks), max(role.words - shown, 0) if room <= 0 else 0)


def some(quotes: Sequence[Quote], most: int = MOST_QUOTES) -> Some:
    """Return the first quotes; one more than ``most`` is shown rather than counted."""
    if len(quotes) <= most + 1:
        return Some(tuple(quotes), 0)
    return Some(tuple(quotes[:most]), len(quotes) - most)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole percents."""
    return f"{round(share * 100)} %"


def percent_wide(percents: int) -> str:
    """Return whole percents with figure spaces before, so that they align to the right without a table."""
    return f"{percents:\u2007>3} %"


def shortened(text: str) -> str:
    """Cut what is to be done after its first sentence, else where one of its parts ends; " …" tells of a cut."""
    first = text if len(text) <= MOST_SHORTENED else _SENTENCE.split(text, maxsplit=1)[0]
    if len(first) <= MOST_SHORTENED:
        return first if first == text else f"{first} …"
    parts = [m.start() for m in _PART.finditer(first) if m.start() <= MOST_SHORTENED]
    end = parts[-1] if parts else first.rfind(" ", 0, MOST_SHORTENED)
    return f"{first[: end if end > 0 else MOST_SHORTENED]} …"


def told(shares: Sequence[ShareView]) -> str:
    """Say a bar of shares in words."""
    return "Shares of the work: " + ", ".join(f"{s.name} {s.percent} %" for s in shares) + "."


def clean(text: str) -> str:
    """Replace what cannot be printed by a space."""
    return _UNPRINTABLE.sub(" ", text)
