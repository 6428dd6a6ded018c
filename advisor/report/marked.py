"""The ad with its evidence marked: headings, bullets and sentences cut where marks begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from advisor.matching.fold import fold
from advisor.matching.phrases import spaced
from advisor.roles.words import is_words
from advisor.rubrics.models import Source
from advisor.text.markup import without_stars
from advisor.text.quoting import unquoted
from advisor.wording import joined

if TYPE_CHECKING:
    from advisor.roles.model import Line, RoleAnalysis, Signal
    from advisor.rubrics.loader import Rubrics


_MOST_WORDS = 3


class CueView(NamedTuple):
    """Why a stretch of text is marked: the cue, its practice, its points and where the knowledge is from.

    ``what``: what sort of thing gave the points, in words; ``anchor``: where the page on the rubrics tells of it, and
    ``link``, what leads there.
    """

    id: str
    what: str
    anchor: str
    link: str
    says: str
    practice: str
    name: str
    letter: str
    contribution: float
    sources: tuple[Source, ...]


class Segment(NamedTuple):
    """A stretch of a line's text; ``cues`` is empty for plain text, ``practice`` the one it is coloured for."""

    text: str
    start: int
    end: int
    practice: str
    letters: tuple[str, ...]
    cues: tuple[CueView, ...]


class Block(NamedTuple):
    """A heading, bullet or sentence of the ad. ``line`` is the line's index, -1 for a heading.

    ``gap`` tells that a blank line or a new list stands before it; ``findings`` are ids that quote the line.
    """

    what: str
    line: int
    kind: str
    practices: tuple[str, ...]
    segments: tuple[Segment, ...]
    gap: bool
    findings: tuple[str, ...]


class Group(NamedTuple):
    """Blocks that stand together: one heading, the bullets of one list, or the sentences of one paragraph."""

    what: str
    blocks: tuple[Block, ...]


def _cue(signal: Signal, said: str, rubrics: Rubrics) -> CueView:
    practice = rubrics.practices[signal.practice]  # type: ignore[index]
    cue = rubrics.cues.get(signal.cue)
    return CueView(
        signal.cue,
        f"{cue.strength} cue" if cue else "single words",
        f"cue-{cue.id}" if cue else "words",
        cue.id if cue else "how words count",
        cue.says if cue else _says(signal, said, rubrics),
        signal.practice,
        practice.name,
        practice.letter,
        signal.contribution,
        tuple(rubrics.sources[i] for i in cue.sources) if cue else (),
    )


def _says(signal: Signal, said: str, rubrics: Rubrics) -> str:
    """Name the words of the line that say most for, or against, what the signal of its words says."""
    file, sign = rubrics.data.practice_words, 1 if signal.contribution > 0 else -1
    known = dict.fromkeys(word.decode() for word in spaced(fold(said)).split())
    points = {w: sign * file.words[w].get(signal.practice, 0.0) for w in known if w in file.words}  # type: ignore[call-overload]
    most = sorted((w for w, n in points.items() if n > 0), key=lambda w: -points[w])[:_MOST_WORDS]
    named = (file.speak_for if sign > 0 else file.speak_against).format(words=joined(most))
    return named if most else file.says


def _shown(line: Line) -> list[list[Signal]]:
    """Return the signals to mark, in stretches that overlap.

    What the line's words add stands with the first cue of its practice; only where no cue speaks, it has its own mark.
    """
    asked = [s for s in line.signals if s.practice in line.practices]
    by_words = [s for s in asked if is_words(s)]
    groups: list[list[Signal]] = []

    def mark(signals: list[Signal]) -> None:
        for signal in sorted(signals, key=lambda s: (s.start, -s.end)):
            if groups and signal.start < max(s.end for s in groups[-1]):
                groups[-1].append(signal)
            else:
                groups.append([signal])

    cues = [s for s in asked if s.contribution > 0 and not is_words(s)]
    known = {s.practice for s in cues}
    mark(cues + [s for s in by_words if s.practice not in known and s.contribution > 0])
    for signal in by_words:
        if signal.practice in known:
            next(g for g in groups if any(s.practice == signal.practice for s in g)).append(signal)
    return groups


def _segments(line: Line, text: str, rubrics: Rubrics) -> tuple[Segment, ...]:
    """Cut the line where marks begin and end; overlapping marks become one stretch."""
    found: list[Segment] = []
    at = line.start
    for group in _shown(line):
        spans = [s for s in group if not is_words(s)] or group
        start, end = spans[0].start, max(s.end for s in spans)
        if start > at:
            found.append(Segment(without_stars(text[at:start]), at, start, "", (), ()))
        group.sort(key=lambda s: (is_words(s), -s.contribution, s.practice == "other"))
        cues = tuple(_cue(s, text[line.start : line.end], rubrics) for s in group)
        letters = tuple(dict.fromkeys(c.letter for c in cues))
        found.append(Segment(without_stars(text[start:end]), start, end, cues[0].practice, letters, cues))
        at = end
    if at < line.end:
        found.append(Segment(without_stars(text[at : line.end]), at, line.end, "", (), ()))
    return tuple(found)


def blocks_of(analysis: RoleAnalysis, rubrics: Rubrics) -> tuple[Block, ...]:
    """Return the ad in blocks, in its order, with the evidence marked."""
    quoted: dict[int, list[str]] = {}
    for finding in analysis.findings:
        for i in finding.lines:
            quoted.setdefault(i, []).append(finding.id)
    spans: list[tuple[int, int, int]] = [(h.start, h.end, -1) for h in analysis.headings]
    spans += [(line.start, line.end, i) for i, line in enumerate(analysis.lines)]
    blocks, last = list[Block](), 0
    text = unquoted(analysis.text)
    for start, end, i in sorted(spans):
        between = analysis.text[last:start]
        gap = between.count("\n") >= 2 or (i >= 0 and not analysis.lines[i].bullet and "\n" in between)
        last = end
        if i < 0:
            segment = Segment(without_stars(text[start:end]), start, end, "", (), ())
            blocks.append(Block("heading", -1, "context", (), (segment,), gap, ()))
            continue
        line = analysis.lines[i]
        what = "bullet" if analysis.lines[i].bullet else "sentence"
        blocks.append(
            Block(
                what,
                i,
                line.kind,
                line.practices,
                _segments(line, text, rubrics),
                gap,
                tuple(quoted.get(i, ())),
            )
        )
    return tuple(blocks)


def grouped(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """Put blocks that stand together into headings, lists and paragraphs."""
    number, keys = 0, list[tuple[int, str]]()
    for i, block in enumerate(blocks):
        # Bullets stay one list across blank lines, as they do in messy pastes.
        if i and (
            block.what != blocks[i - 1].what
            or block.what == "heading"
            or (block.gap and block.what != "bullet")
        ):
            number += 1
        keys.append((number, block.what))
    paired = groupby(zip(keys, blocks, strict=True), key=lambda pair: pair[0])
    return tuple(Group(what, tuple(block for _, block in pairs)) for (_, what), pairs in paired)
