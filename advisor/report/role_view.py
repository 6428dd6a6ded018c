"""A role's analysis made ready to show: names, percentages, quotes and marked text. Page and PDF share it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.rubrics.models import PRACTICES, Source

from .marked import Block, Group, blocks_of, grouped

if TYPE_CHECKING:
    from advisor.roles.model import Advice, Confidence, RoleAnalysis, Step
    from advisor.rubrics.loader import Rubrics

SEVERITIES = {"blocking": "Blocking", "serious": "Serious", "advice": "Worth settling"}


class ShareView(NamedTuple):
    """One practice's part of the work; ``percent`` values of all shown sum to 100."""

    practice: str
    name: str
    letter: str
    percent: int
    points: float
    duties: int
    measures: int
    skills: int


def sum_in_words(share: ShareView) -> str:
    """Say which lines are behind a share: "4 duties, 1 skill"."""
    counted = (
        (share.duties, "duty", "duties"),
        (share.measures, "measure", "measures"),
        (share.skills, "skill", "skills"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counted if n)


class Quote(NamedTuple):
    """A line of the ad, quoted: its index and its text, shortened when it is long."""

    line: int
    text: str


class FindingView(NamedTuple):
    """A finding with its quotes and sources in full; ``softened`` says why it weighs less here, else ""."""

    id: str
    severity: str
    label: str
    title: str
    why: str
    next_step: str
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]
    softened: str


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
    """A step of the advice with its quotes. ``letter`` is "" where the lines don't ask for the practice: hours."""

    order: int
    practice: str
    letter: str
    what: str
    to: str
    why: str
    quotes: tuple[Quote, ...]


class RoleView(NamedTuple):
    """All that a face shows of one role. ``position`` and ``title_position`` stand on the megaphone–campfire line.

    ``stays`` is work of the role's own practice; ``passing`` is other work that is too small to move.
    ``settled`` is said where there are no findings; ``weights`` tells how much a line of each kind counts in the shares.
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
    passing: tuple[Quote, ...]
    passing_why: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    settled: str
    weights: dict[str, float]

    def groups(self, most: int | None = None) -> tuple[Group, ...]:
        """Return the blocks as headings, lists and paragraphs; only the first ``most`` blocks when it is given."""
        return grouped(self.blocks[:most])


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


# The line from megaphone to campfire is drawn where one of its ends leads, or both have this share of the work.
_ENDS = ("social_media", "community")
_ENDS_SHARE = 0.15


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
                    percent,
                    s.points,
                    s.duties,
                    s.measures,
                    s.skills,
                )
            )
        return tuple(views)

    def settled(self) -> str:
        say = self.rubrics.data.advice.verdicts
        if self.analysis.foreign:
            return say.settled_language
        return say.settled_unclear if self.analysis.profile.primary == "unclear" else say.settled

    def letter(self, step: Step) -> str:
        """Return the letter of a step's practice, where its lines ask for it."""
        asked = {p for i in step.lines for p in self.analysis.lines[i].practices}
        return self.rubrics.practices[step.practice].letter if step.practice in asked else ""  # type: ignore[index]

    def position(self) -> float | None:
        profile = self.analysis.profile
        points = {s.practice: s.points for s in profile.sums}
        ours, theirs = points["community"], points["social_media"]
        if (
            profile.primary not in _ENDS
            and profile.shares["community"] + profile.shares["social_media"] < _ENDS_SHARE
        ):
            return None
        return round((ours - theirs) / (ours + theirs), 3) if ours + theirs else None


def _quotes(analysis: RoleAnalysis, lines: Sequence[int]) -> tuple[Quote, ...]:
    """Return the lines quoted in the order of the ad, but for the first of each practice: those come first.

    A face that shows a few of them shows what each practice is asked for.
    """
    seen: set[str] = set()
    first, rest = list[int](), list[int]()
    for i in lines:
        new = set(analysis.lines[i].practices) - seen
        (first if new else rest).append(i)
        seen |= new
    return tuple(_quote(analysis, i) for i in (*first, *rest))


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
            _quotes(analysis, f.lines),
            make.sources(f.sources),
            rubrics.data.method.softened if f.softened else "",
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
            make.letter(m),
            m.what,
            m.to,
            m.why,
            tuple(_quote(analysis, i) for i in m.lines),
        )
        for m in analysis.advice.moves
    )
    blocks = blocks_of(analysis, rubrics)
    used = dict.fromkeys(
        [s for f in findings for s in f.sources]
        + [s for c in contrasts if c.position is not None for s in c.sources]
        + [s for b in blocks for g in b.segments for c in g.cues for s in c.sources]
    )

    def own(line: int) -> bool:
        return bool(set(analysis.advice.hats) & set(analysis.lines[line].practices))

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
        stays=tuple(_quote(analysis, i) for i in analysis.advice.stays if own(i)),
        passing=tuple(_quote(analysis, i) for i in analysis.advice.stays if not own(i)),
        passing_why=rubrics.data.advice.passing,
        blocks=blocks,
        sources=tuple(used),
        settled=make.settled(),
        weights={str(kind): weight for kind, weight in rubrics.data.scoring.kind_weights.items()},
    )
