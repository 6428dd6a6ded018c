"""The result of reading one role: frozen values, every face renders these.

Offsets count characters of the text as given. Practices and families are DESIGN's words. Contributions and
points are in the units of ``rubrics/scoring.yaml`` (strong 3, medium 2, weak 1); shares run from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import Any, NamedTuple

from advisor.text.markup import without_stars
from advisor.text.quoting import unquoted

SCHEMA = "advisor.role/1"


class Signal(NamedTuple):
    """A cue found in a line: which, where, for which practice, and the points it gave (or took)."""

    cue: str
    start: int
    end: int
    practice: str
    contribution: float


class Line(NamedTuple):
    """One bullet or one sentence. ``section`` is a section's id; ``practices`` may be empty."""

    start: int
    end: int
    kind: str
    section: str
    bullet: bool
    practices: tuple[str, ...]
    signals: tuple[Signal, ...]

    @property
    def is_work(self) -> bool:
        """Whether it says what is to be done or what is judged: a duty or a measure."""
        return self.kind in ("duty", "measure")


class HeadingSpan(NamedTuple):
    """A heading of the ad and the section that it opens."""

    start: int
    end: int
    section: str


class Confidence(NamedTuple):
    """``level`` is high, medium or low; ``why`` says it in one sentence."""

    level: str
    why: str


class ShareSum(NamedTuple):
    """The sum behind one share: how many lines of each kind, and their points."""

    practice: str
    duties: int
    measures: int
    skills: int
    points: float
    share: float


class Profile(NamedTuple):
    """What the role adds up to. ``primary`` is a practice, ``outside`` or ``unclear``."""

    primary: str
    shares: dict[str, float]
    present: tuple[str, ...]
    bundled: bool
    mismatch: bool
    confidence: Confidence
    sums: tuple[ShareSum, ...]
    duties: int
    recognised: int


class ContrastPosition(NamedTuple):
    """``position`` runs from -1 (social) to 1 (community), None when the ad says nothing; evidence are lines."""

    id: str
    position: float | None
    evidence: tuple[int, ...]


class Finding(NamedTuple):
    """Something to act on. ``lines`` are indices into the result's lines; ``severity`` may be softened."""

    id: str
    severity: str
    title: str
    why: str
    sources: tuple[str, ...]
    lines: tuple[int, ...]
    next_step: str
    softened: bool


class Step(NamedTuple):
    """One move in the advice: what work goes where, why, in which order; lines are its evidence."""

    order: int
    practice: str
    to: str
    why: str
    lines: tuple[int, ...]
    what: str


class Advice(NamedTuple):
    """What to do with the role: what stays, what moves in order, measures, a title, two hats if small.

    ``hats`` are the practices that stay: the primary one, and a second in a small organisation.
    """

    summary: str
    stays: tuple[int, ...]
    stays_why: str
    moves: tuple[Step, ...]
    measures: tuple[str, ...]
    title: str
    title_why: str
    two_hats: tuple[str, ...]
    hats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleAnalysis:
    """Everything the advisor has to say about one role. ``to_dict()`` is the JSON contract.

    ``foreign``: the text is in another language than English, so nothing in it was judged.
    """

    rubrics: str
    text: str = field(repr=False)
    title: str
    title_practice: str
    org_size: int | None
    lines: tuple[Line, ...]
    headings: tuple[HeadingSpan, ...]
    profile: Profile
    contrasts: tuple[ContrastPosition, ...]
    findings: tuple[Finding, ...]
    advice: Advice
    headline: str
    subline: str
    foreign: bool = False

    def quote(self, index: int) -> str:
        """Return line ``index`` with its white space folded and entities (``&amp;``) read, without marks of mail and Markdown."""
        line = self.lines[index]
        said = without_stars(unquoted(self.text[line.start : line.end]))
        return " ".join(unescape(said).split())

    def to_dict(self) -> dict[str, Any]:
        """Return the ``advisor.role/1`` object: plain dicts and lists, ready for JSON."""
        profile = self.profile
        return {
            "schema": SCHEMA,
            "rubrics": self.rubrics,
            "title": self.title,
            "title_practice": self.title_practice,
            "org_size": self.org_size,
            "verdict": {"headline": self.headline, "subline": self.subline},
            "lines": [
                {
                    **line._asdict(),
                    "practices": list(line.practices),
                    "signals": [s._asdict() for s in line.signals],
                }
                for line in self.lines
            ],
            "headings": [h._asdict() for h in self.headings],
            "profile": {
                **profile._asdict(),
                "present": list(profile.present),
                "confidence": profile.confidence._asdict(),
                "sums": [s._asdict() for s in profile.sums],
            },
            "contrasts": [{**c._asdict(), "evidence": list(c.evidence)} for c in self.contrasts],
            "findings": [
                {**f._asdict(), "sources": list(f.sources), "lines": list(f.lines)} for f in self.findings
            ],
            "advice": {
                **self.advice._asdict(),
                "stays": list(self.advice.stays),
                "moves": [{**m._asdict(), "lines": list(m.lines)} for m in self.advice.moves],
                "measures": list(self.advice.measures),
                "two_hats": list(self.advice.two_hats),
                "hats": list(self.advice.hats),
            },
        }
