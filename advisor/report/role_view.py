"""A role's analysis made ready to show: names, percentages, quotes and marked text. Page and PDF share it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from advisor.rubrics.models import PRACTICES, Source

if TYPE_CHECKING:
    from advisor.roles.model import Advice, Confidence, Line, RoleAnalysis, Signal
    from advisor.rubrics.loader import Rubrics

SEVERITIES = {"blocking": "Blocking", "serious": "Serious", "advice": "Worth settling"}


class ShareView(NamedTuple):
    """One practice's part of the work; ``percent`` values of all shown sum to 100."""

    practice: str
    name: str
    letter: str
    share: float
    percent: int
    points: float
    duties: int
    measures: int
    skills: int


class CueView(NamedTuple):
    """Why a stretch of text is marked: the cue, its practice, its points and where the knowledge is from."""

    id: str
    says: str
    practice: str
    name: str
    letter: str
    strength: str
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


class Quote(NamedTuple):
    """A line of the ad, quoted: its index and its text, shortened when it is long."""

    line: int
    text: str


class FindingView(NamedTuple):
    """A finding with its quotes and sources in full."""

    id: str
    severity: str
    label: str
    title: str
    why: str
    next_step: str
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]
    softened: bool


class ContrastView(NamedTuple):
    """A contrast with its poles; ``position`` from -1 (social) to 1 (community), None when not stated."""

    id: str
    name: str
    question: str
    community: str
    social: str
    position: float | None
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]


class MoveView(NamedTuple):
    """A step of the advice with its quotes."""

    order: int
    practice: str
    name: str
    letter: str
    to: str
    why: str
    quotes: tuple[Quote, ...]


class RoleView(NamedTuple):
    """All that a face shows of one role. ``position`` and ``title_position`` stand on the megaphone–campfire line.

    ``weights`` tells how much a line of each kind counts in the shares.
    """

    analysis: RoleAnalysis
    title: str
    words: int
    headline: str
    subline: str
    confidence: Confidence
    position: float | None
    title_position: float | None
    shares: tuple[ShareView, ...]
    findings: tuple[FindingView, ...]
    contrasts: tuple[ContrastView, ...]
    advice: Advice
    moves: tuple[MoveView, ...]
    stays: tuple[Quote, ...]
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    weights: dict[str, float]

    def groups(self, most: int | None = None) -> tuple[Group, ...]:
        """Return the blocks as headings, lists and paragraphs; only the first ``most`` blocks when it is given."""
        number, keys = 0, list[tuple[int, str]]()
        blocks = self.blocks[:most]
        for i, block in enumerate(blocks):
            if i and (block.gap or block.what == "heading" or block.what != blocks[i - 1].what):
                number += 1
            keys.append((number, block.what))
        paired = groupby(zip(keys, blocks, strict=True), key=lambda pair: pair[0])
        return tuple(Group(what, tuple(block for _, block in pairs)) for (_, what), pairs in paired)


def percentages(shares: Sequence[float]) -> list[int]:
    """Round shares to whole percents that sum to 100 (largest remainders); all zero when there is nothing."""
    whole = sum(shares)
    if whole <= 0:
        return [0] * len(shares)
    exact = [s / whole * 100 for s in shares]
    floors = [int(e) for e in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: floors[i] - exact[i])
    for i in by_rest[: 100 - sum(floors)]:
        floors[i] += 1
    return floors


def _quote(analysis: RoleAnalysis, index: int, longest: int = 180) -> Quote:
    text = analysis.quote(index)
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return Quote(index, text)


class _Maker:
    def __init__(self, analysis: RoleAnalysis, rubrics: Rubrics) -> None:
        self.analysis, self.rubrics = analysis, rubrics

    def sources(self, ids: Sequence[str]) -> tuple[Source, ...]:
        return tuple(self.rubrics.sources[i] for i in ids)

    def shares(self) -> tuple[ShareView, ...]:
        sums = [s for s in self.analysis.profile.sums if s.points > 0]
        sums.sort(key=lambda s: (s.practice == "other", -s.points))
        views = []
        for s, percent in zip(sums, percentages([s.points for s in sums]), strict=True):
            practice = self.rubrics.practices[s.practice]  # type: ignore[index]
            views.append(
                ShareView(
                    s.practice,
                    practice.name,
                    practice.letter,
                    s.share,
                    percent,
                    s.points,
                    s.duties,
                    s.measures,
                    s.skills,
                )
            )
        return tuple(views)

    def position(self) -> float | None:
        points = {s.practice: s.points for s in self.analysis.profile.sums}
        ours, theirs = points["community"], points["social_media"]
        return round((ours - theirs) / (ours + theirs), 3) if ours + theirs else None

    def cue(self, signal: Signal) -> CueView:
        cue = self.rubrics.cues[signal.cue]
        practice = self.rubrics.practices[signal.practice]  # type: ignore[index]
        return CueView(
            cue.id,
            cue.says,
            signal.practice,
            practice.name,
            practice.letter,
            cue.strength,
            signal.contribution,
            self.sources(cue.sources),
        )

    def segments(self, line: Line) -> tuple[Segment, ...]:
        """Cut the line where marks begin and end; overlapping marks become one stretch."""
        text, found = self.analysis.text, list[Segment]()
        shown = [s for s in line.signals if s.practice in line.practices and s.contribution > 0]
        shown.sort(key=lambda s: (s.start, -s.end))
        at = line.start
        groups: list[list[Signal]] = []
        for signal in shown:
            if groups and signal.start < max(s.end for s in groups[-1]):
                groups[-1].append(signal)
            else:
                groups.append([signal])
        for group in groups:
            start, end = group[0].start, max(s.end for s in group)
            if start > at:
                found.append(Segment(text[at:start], at, start, "", (), ()))
            group.sort(key=lambda s: (-s.contribution, s.practice == "other"))
            cues = tuple(self.cue(s) for s in group)
            letters = tuple(dict.fromkeys(c.letter for c in cues))
            found.append(Segment(text[start:end], start, end, cues[0].practice, letters, cues))
            at = end
        if at < line.end:
            found.append(Segment(text[at : line.end], at, line.end, "", (), ()))
        return tuple(found)

    def blocks(self, bullets: Sequence[bool]) -> tuple[Block, ...]:
        analysis = self.analysis
        quoted: dict[int, list[str]] = {}
        for finding in analysis.findings:
            for i in finding.lines:
                quoted.setdefault(i, []).append(finding.id)
        spans: list[tuple[int, int, int]] = [(h.start, h.end, -1) for h in analysis.headings]
        spans += [(line.start, line.end, i) for i, line in enumerate(analysis.lines)]
        blocks, last = list[Block](), 0
        for start, end, i in sorted(spans):
            between = analysis.text[last:start]
            gap = between.count("\n") >= 2 or (i >= 0 and not bullets[i] and "\n" in between)
            last = end
            if i < 0:
                segment = Segment(analysis.text[start:end], start, end, "", (), ())
                blocks.append(Block("heading", -1, "context", (), (segment,), gap, ()))
                continue
            line = analysis.lines[i]
            what = "bullet" if bullets[i] else "sentence"
            blocks.append(
                Block(what, i, line.kind, line.practices, self.segments(line), gap, tuple(quoted.get(i, ())))
            )
        return tuple(blocks)


def role_view(analysis: RoleAnalysis, rubrics: Rubrics) -> RoleView:
    """Make ``analysis`` ready to show. ``rubrics`` must be those it was made with."""
    make = _Maker(analysis, rubrics)
    findings = tuple(
        FindingView(
            f.id,
            f.severity,
            SEVERITIES[f.severity],
            f.title,
            f.why,
            f.next_step,
            tuple(_quote(analysis, i) for i in f.lines),
            make.sources(f.sources),
            f.softened,
        )
        for f in analysis.findings
    )
    contrasts = tuple(
        ContrastView(
            c.id,
            (rule := rubrics.contrasts[c.id]).name,
            rule.question,
            rule.community.says,
            rule.social.says,
            c.position,
            tuple(_quote(analysis, i) for i in c.evidence),
            make.sources(rule.sources),
        )
        for c in analysis.contrasts
    )
    moves = tuple(
        MoveView(
            m.order,
            m.practice,
            rubrics.practices[m.practice].name,  # type: ignore[index]
            rubrics.practices[m.practice].letter,  # type: ignore[index]
            m.to,
            m.why,
            tuple(_quote(analysis, i) for i in m.lines),
        )
        for m in analysis.advice.moves
    )
    blocks = make.blocks([line.bullet for line in analysis.lines])
    used = dict.fromkeys(
        [s for f in findings for s in f.sources]
        + [s for c in contrasts if c.position is not None for s in c.sources]
        + [s for b in blocks for g in b.segments for c in g.cues for s in c.sources]
    )
    title_position = {"community": 1.0, "social_media": -1.0}.get(analysis.title_practice)
    return RoleView(
        analysis=analysis,
        title=analysis.title,
        words=len(analysis.text.split()),
        headline=analysis.headline,
        subline=analysis.subline,
        confidence=analysis.profile.confidence,
        position=make.position() if analysis.profile.primary in PRACTICES else None,
        title_position=title_position,
        shares=make.shares(),
        findings=findings,
        contrasts=contrasts,
        advice=analysis.advice,
        moves=moves,
        stays=tuple(_quote(analysis, i) for i in analysis.advice.stays),
        blocks=blocks,
        sources=tuple(used),
        weights={str(kind): weight for kind, weight in rubrics.data.scoring.kind_weights.items()},
    )
