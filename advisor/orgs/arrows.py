"""A chart drawn with arrows, boss first or last: "COO -> Head of Care -> Agents (12), Quality lead"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from .doubts import is_chief
from .lines import Line, title_line
from .mentions import Mention, mentions
from .terms import Vocabulary
from .vocabulary import several
from .words import LABEL

_ARROW = re.compile(r"\s*(?:[-–—=]+>|[→⟶➔➜⇒])\s*|\s+[>›»]+\s+")
_COMMA = re.compile(
    r"\([^()\n]*\)|(?P<cut>\s*[,;+]\s*(?:and\s+)?|(?<=\))\s+(?:and|&)\s+|\s+(?:and|&)\s+(?=\d))"
)
# A part of a chain whose title no rule knows: "Fan Services (Maike)"
_PART = re.compile(rf"{LABEL}(?:\s?\([^()\n]{{1,60}}\))?")
_BRACKET = re.compile(r"\s*\([^()\n]*\)\Z")
_FEWEST_KNOWN = 0.6  # of those on a chain, as a share
_STEP = 2  # columns


def charted(text: str, lines: Sequence[Line], words: Vocabulary) -> list[Line]:
    """Return the lines, each chain of roles as an outline; who begins several chains stands there once."""
    found: list[Line] = []
    above: list[str] = []  # those of the chain before, from the top
    for line in lines:
        chain = _chain(text, line, words)
        path = [links[0].text.lower() for links in chain] or [line.text.lower()]
        known = sum(
            1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(path, above, strict=False))
        )
        for depth, links in enumerate(chain):
            indent = line.indent + depth * _STEP
            found += [link._replace(indent=indent) for link in (links[1:] if depth < known else links)]
        found += [] if chain else [line]
        above = path
    return found


def _chain(text: str, line: Line, words: Vocabulary) -> list[list[Line]]:
    """Return the roles of a chain from its top, those on one level together; none where a line is no chain."""
    arrows = [found.span() for found in _ARROW.finditer(text, line.content, line.end)]
    if not arrows:
        return []
    bounds = itertools.pairwise([(line.content, line.content), *arrows, (line.end, line.end)])
    chain = [_links(text, line, start, end) for (_, start), (end, _) in bounds]
    titled = [[_title(text, link, words) for link in links] for links in chain]
    if not all(chain) or any(len(links) > 1 for links in chain[1:-1]):
        return []
    known = 0
    for link, title in zip(itertools.chain(*chain), itertools.chain(*titled), strict=True):
        bracket = _BRACKET.search(link.text)
        ends = link.end - len(bracket[0]) if bracket else link.end
        whole = title is not None and (title[1] >= link.end or title[0].end >= ends)
        known += whole
        if not whole and (title or not link.text[0].isupper() or not _PART.fullmatch(link.text)):
            return []
    first, last = titled[0][0], titled[-1][0]
    if not first or not last or known < _FEWEST_KNOWN * sum(map(len, chain)):
        return []
    upward = is_chief(last[0].title) and not is_chief(first[0].title)
    upward |= len(chain[0]) > 1 or (several(first[0].title, words) and not several(last[0].title, words))
    chain = chain[::-1] if upward else chain
    return [] if len(chain[0]) > 1 or words.functions.fullmatch(first[0].title) else chain


def _title(text: str, link: Line, words: Vocabulary) -> tuple[Mention, int] | None:
    """Return the role that a link begins with and where its duties would begin, or None."""
    named = mentions(text, link.content, link.end, words)[:1]
    if titled := title_line(text, link, words):
        return titled
    return (named[0], named[0].after) if named and named[0].before == link.content else None


def _links(text: str, line: Line, start: int, end: int) -> list[Line]:
    """Return those on one level of a chain, each as a line of an outline."""
    cuts = [found.span() for found in _COMMA.finditer(text, start, end) if found["cut"] is not None]
    parts = itertools.pairwise([(start, start), *cuts, (end, end)])
    return [
        line.part(text, at, stop, bullet=True)._replace(depth=0)
        for (_, at), (stop, _) in parts
        if text[at:stop].strip()
    ]
