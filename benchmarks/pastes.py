"""How much of the reading is lost when an ad arrives in another shape: wrapped, without bullets, with blank lines …

    python benchmarks/pastes.py GOLD.jsonl …

Every shape keeps each character of the labelled lines and changes what stands around and between them, as mail
programs, word processors and browsers do. The first row is the ads as they are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from advisor.evaluation.gold import GoldAd, read_gold
from advisor.evaluation.measure import Evaluation, evaluate
from advisor.rubrics.loader import load_rubrics
from advisor.text.headings import WIDEST

_MARK = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s+")
_CLAUSE = re.compile(r"(?<=,) ")
_SHORT_CLAUSE = 45


class Moved:
    """A text being written anew, and where each character of the old one went."""

    def __init__(self, text: str) -> None:
        self.text, self.out, self.length = text, list[str](), 0
        self.places: dict[int, int] = {}

    def add(self, new: str) -> None:
        """Write what the old text doesn't have."""
        self.out.append(new)
        self.length += len(new)

    def copy(self, start: int, end: int) -> None:
        """Write a stretch of the old text."""
        self.places.update(zip(range(start, end), range(self.length, self.length + end - start), strict=True))
        self.add(self.text[start:end])

    def ad(self, ad: GoldAd) -> GoldAd:
        """Return the ad with its new text and the places of its lines in it."""
        lines = []
        for line in ad.lines:
            kept = [self.places[i] for i in range(line.start, line.end) if i in self.places]
            if kept:
                lines.append(line.model_copy(update={"start": kept[0], "end": kept[-1] + 1}))
        return ad.model_copy(update={"text": "".join(self.out), "lines": tuple(lines)})


Shape = Callable[[Moved, int, int, int], None]
"""Writes one line, given its start, where its words begin behind a bullet (or its start), and its end."""


def shaped(ad: GoldAd, write: Shape) -> GoldAd:
    """Return the ad in another shape."""
    moved, start = Moved(ad.text), 0
    for raw in ad.text.split("\n"):
        mark = _MARK.match(raw)
        write(moved, start, start + (mark.end() if mark else 0), start + len(raw))
        start += len(raw) + 1
    return moved.ad(ad)


def _words(moved: Moved, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"\S+", moved.text[start:end]):
        yield start + found.start(), start + found.end()


def wrapped(width: int, hang: str) -> Shape:
    """Break lines at a width; the rest of a bullet begins with `hang`."""

    def write(moved: Moved, start: int, words: int, end: int) -> None:
        column = 0
        for begin, stop in _words(moved, start, end):
            if column and column + 1 + stop - begin > width:
                moved.add("\n" + (hang if words > start else ""))
                column = len(hang) if words > start else 0
            elif column:
                moved.add(" ")
                column += 1
            moved.copy(begin, stop)
            column += stop - begin
        moved.add("\n")

    return write


def marked(mark: str | None, after: str = "\n", *, blank: bool = True) -> Shape:
    """Give bullets another mark (None: the one they have), and lines another end; blank lines may go."""

    def write(moved: Moved, start: int, words: int, end: int) -> None:
        if start == end and not blank:
            return
        if words > start and mark is not None:
            moved.add(mark)
            moved.copy(words, end)
        else:
            moved.copy(start, end)
        moved.add(after)

    return write


def clauses(moved: Moved, start: int, _words: int, end: int) -> None:
    """Break long lines after a comma."""
    cuts = [start]
    for found in _CLAUSE.finditer(moved.text[start:end]):
        if start + found.start() - cuts[-1] > _SHORT_CLAUSE:
            cuts.append(start + found.end())
    for begin, stop in pairwise([*cuts, end + 1]):
        moved.copy(begin, stop - 1)
        moved.add("\n")


def flat(moved: Moved, start: int, words: int, end: int) -> None:
    """Make one paragraph of all: a colon behind headings that the rubric knows, a full stop behind every other line."""
    if words == end:
        return
    moved.copy(words, end)
    last = moved.text[words:end].rstrip()[-1:]
    known = words == start and end - words <= WIDEST and load_rubrics().sections.named(moved.text[words:end])
    moved.add(" " if last in ".!?:" else ": " if known else ". ")


SHAPES: dict[str, Shape] = {
    "as they are": marked(None),
    "wrapped at 60, bullets hanging": wrapped(60, "  "),
    "wrapped at 72": wrapped(72, ""),
    "broken after clauses": clauses,
    "another bullet": marked("✅ "),
    "numbered": marked("1. "),
    "bullets on lines of their own": marked("•\n"),
    "no bullets": marked(""),
    "no bullets, no blank lines": marked("", blank=False),
    "no bullets, blank lines between all": marked("", "\n\n", blank=False),
    "blank lines between all": marked(None, "\n\n", blank=False),
    "no blank lines": marked(None, blank=False),
    "one paragraph, with full stops": flat,
    "one paragraph, with its bullets": marked("• ", " ", blank=False),
    "stuck together": marked("", "", blank=False),
    "other line ends": marked(None, "\r\n"),
    "indented": marked("      • "),
}


def row(name: str, found: Evaluation) -> str:
    """Return one row of the table."""
    return f"{name:38}{found.macro_f1:8.3f}{found.kind_accuracy:8.3f}{found.primary_accuracy:9.3f}"


if __name__ == "__main__":
    ads = [ad for path in sys.argv[1:] for ad in read_gold(Path(path).read_text(encoding="utf-8"))]
    if not ads:
        sys.exit(__doc__)
    print(f"{'shape':38}{'line F1':>8}{'kinds':>8}{'primary':>9}")
    for name, write in SHAPES.items():
        print(row(name, evaluate([shaped(ad, write) for ad in ads])), flush=True)
