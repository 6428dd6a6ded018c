"""Whole job descriptions, one or several, in the text about a team."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.text.lines import split

from .lines import RULE, Line, title_line
from .model import Span
from .terms import Vocabulary
from .vocabulary import vocabulary
from .words import WORD, plain
from .words import listed as alternatives

_IN_BRACKETS = re.compile(r"\([^()\n]*\)")
_FIRST_LINES = 2
LEAST_AD_WORDS = 35  # a chunk with fewer is no whole job description


def _names_part(heading: str, words: Vocabulary) -> bool:
    """Whether what looks like an ad's heading is a department over its people, or the head of a table."""
    said = [plain(word) for word in WORD.findall(_IN_BRACKETS.sub("", heading))]
    if all(word in words.fields or word == "and" for word in said):
        return True
    return sum(cell.strip().lower() in words.columns for cell in re.split(r"[,;\t|]", heading)) >= 2


def _heads_seats(text: str, at: int, lines: Sequence[Line], words: Vocabulary) -> bool:
    """Whether the first two lines below ``at`` name roles and what they do: a list of seats, not of duties."""
    below = [line for line in lines if line.text and line.start >= at][:_FIRST_LINES]
    found = [title_line(text, line, words) for line in below]
    return len(found) == _FIRST_LINES and all(
        one and one[1] < line.end for one, line in zip(found, below, strict=True)
    )


def ads_in(text: str, lines: Sequence[Line]) -> list[Span]:
    """Return the stretches of several whole job descriptions in one paste, or of one; none when it is no such paste."""
    rubrics = load_rubrics()
    words = vocabulary()
    starts_at = [line.start for line in lines]

    def kept(at: int) -> bool:
        i = bisect_right(starts_at, at) - 1
        return i >= 0 and at < max(lines[i].end, lines[i].start + 1)

    heads = [
        h
        for h in split(text, rubrics.sections).headings
        if h.section == "responsibilities"
        and not _names_part(text[h.start : h.end], words)
        and kept(h.start)
        and not _heads_seats(text, h.end, lines, words)
    ]
    around = rubrics.titles.around
    labelled = re.compile(
        rf"(?:{alternatives([*around.sure_labels, *around.labels])})\s*:\s*\S", re.IGNORECASE
    )
    cuts = [line.start for line in lines if RULE.fullmatch(line.text)]
    if not heads:
        return []
    # A list of roles before or after the ads is read on its own.
    listed = [
        (line, found) for line in lines if (found := title_line(text, line, words)) and len(line.text) < 160
    ]
    above = [(line, found[1]) for line, found in listed if line.start < heads[0].start]
    bare = [line.start for line, rest in above if rest == line.end and not line.bullet]
    starts = [bare[-1] if len(above) > 1 and bare else 0]
    below = [line.start for line, found in listed if line.start > heads[-1].end and found[1] < line.end]
    end = next((at for at in below if text[:at].rstrip(" ").endswith("\n\n")), len(text))
    for before, head in itertools.pairwise(heads):
        rules = [c for c in cuts if before.start < c < head.start]
        if rules:
            starts.append(rules[-1])
            continue
        titles = [
            line.start
            for line in lines
            if before.end < line.start < head.start
            and not line.bullet
            and len(line.text) < 80
            and (labelled.match(line.text) or title_line(text, line, words))
        ]
        if titles:
            starts.append(titles[-1])
    bounds = [*starts, end]
    spans = [Span(a, b) for a, b in itertools.pairwise(bounds)]
    return spans if all(len(text[a:b].split()) >= LEAST_AD_WORDS for a, b in spans) else []
