"""Gold ads × rubrics → figures: per practice, per kind, per verdict, how far confidence can be trusted, worst errors.

A read line counts for a gold line when the two share at least half of the shorter one; a gold line's practices
are those of all lines that count for it, its kind that of the line which shares most with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.practices import ALL_WORK, PRACTICES
from advisor.roles.analyze import analyze_role
from advisor.roles.model import Line, RoleAnalysis, Signal
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import FAMILIES

from .gold import GoldAd, GoldLine

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics

LEVELS = ("high", "medium", "low")


class Rates(NamedTuple):
    """Hits, false alarms and misses of one yes-or-no question, and what they come to (1.0 of nothing)."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Of those said, the part that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """Of those there are, the part that was said."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        whole = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / whole if whole else 1.0


class Trust(NamedTuple):
    """Of the ads read with one level of confidence: how many, and how many have the right primary practice."""

    level: str
    ads: int
    right: int


class Miss(NamedTuple):
    """A line read wrongly for one practice. ``points`` is what its cues added up to; ``cues`` are those of the practice.

    ``wanted`` is True when the practice was missed, False when it was named without reason.
    """

    ad: str
    title: str
    line: str
    kind: str
    read_kind: str
    practice: str
    wanted: bool
    points: float
    cues: tuple[str, ...]


class CueRecord(NamedTuple):
    """How often a cue fired for its practice in a line that was read so, and how often the label agrees."""

    cue: str
    practice: str
    right: int
    wrong: int


class Evaluation(NamedTuple):
    """Everything measured. ``kinds`` and ``primaries`` count (labelled, read) pairs."""

    rubrics: str
    ads: int
    lines: int
    practices: dict[str, Rates]
    kinds: Counter[tuple[str, str]]
    primaries: Counter[tuple[str, str]]
    present: Rates
    bundled: Rates
    mismatch: Rates
    trust: tuple[Trust, ...]
    cues: tuple[CueRecord, ...]
    misses: tuple[Miss, ...]

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the five practices, without ``other``."""
        return sum(self.practices[p].f1 for p in PRACTICES) / len(PRACTICES)

    @property
    def kind_accuracy(self) -> float:
        """The part of the lines whose kind is right."""
        return _agree(self.kinds)

    @property
    def primary_accuracy(self) -> float:
        """The part of the ads whose primary practice is right."""
        return _agree(self.primaries)


def _agree(pairs: Counter[tuple[str, str]]) -> float:
    return sum(n for (a, b), n in pairs.items() if a == b) / max(1, pairs.total())


def _shared(gold: GoldLine, line: Line) -> int:
    return min(gold.end, line.end) - max(gold.start, line.start)


def _counts(gold: GoldLine, lines: Sequence[Line]) -> list[Line]:
    return [
        line
        for line in lines
        if (shared := _shared(gold, line)) > 0
        and 2 * shared >= min(gold.end - gold.start, line.end - line.start)
    ]


class _Tally:
    def __init__(self) -> None:
        self.practices: Counter[tuple[str, bool, bool]] = Counter()
        self.flags: Counter[tuple[str, bool, bool]] = Counter()
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.primaries: Counter[tuple[str, str]] = Counter()
        self.trust: Counter[tuple[str, bool]] = Counter()
        self.cues: Counter[tuple[str, str, bool]] = Counter()
        self.misses: list[Miss] = []
        self.lines = 0

    def ad(self, ad: GoldAd, read: RoleAnalysis) -> None:
        for gold in ad.lines:
            self._line(ad, gold, _counts(gold, read.lines))
        profile, role = read.profile, ad.role
        self.primaries[role.primary, profile.primary] += 1
        self.trust[profile.confidence.level, role.primary == profile.primary] += 1
        for family in FAMILIES:
            self.flags["present", family in role.present, family in profile.present] += 1
        self.flags["bundled", role.bundled, profile.bundled] += 1
        self.flags["mismatch", role.mismatch, profile.mismatch] += 1

    def _line(self, ad: GoldAd, gold: GoldLine, lines: Sequence[Line]) -> None:
        self.lines += 1
        longest = max(lines, key=lambda line: _shared(gold, line), default=None)
        kind = longest.kind if longest else "context"
        self.kinds[gold.kind, kind] += 1
        said = {p for line in lines for p in line.practices}
        for practice in ALL_WORK:
            wanted, got = practice in gold.practices, practice in said
            self.practices[practice, wanted, got] += 1
            signals = [s for line in lines for s in line.signals if s.practice == practice]
            if got:
                for cue in {s.cue for s in signals if s.contribution > 0}:
                    self.cues[cue, practice, wanted] += 1
            if wanted != got:
                self.misses.append(_miss(ad, gold, kind, practice, signals))


def _miss(ad: GoldAd, gold: GoldLine, kind: str, practice: str, signals: Iterable[Signal]) -> Miss:
    found = tuple(signals)
    return Miss(
        ad=ad.id,
        title=ad.title or "",
        line=" ".join(ad.text[gold.start : gold.end].split()),
        kind=gold.kind,
        read_kind=kind,
        practice=practice,
        wanted=practice in gold.practices,
        points=sum(s.contribution for s in found),
        cues=tuple(dict.fromkeys(s.cue for s in found)),
    )


def _rates(counts: Counter[tuple[str, bool, bool]], key: str) -> Rates:
    return Rates(counts[key, True, True], counts[key, False, True], counts[key, True, False])


def evaluate(ads: Sequence[GoldAd], rubrics: Rubrics | None = None) -> Evaluation:
    """Read every ad with ``rubrics`` (the shipped ones when None) and compare with its labels.

    ``misses`` come worst first: practices named without reason by the points behind them, then practices missed,
    duties before skills. ``cues`` come with the one that misled most often first.
    """
    rubrics = rubrics or load_rubrics()
    tally = _Tally()
    for ad in ads:
        tally.ad(ad, analyze_role(ad.text, title=ad.title, rubrics=rubrics))
    cues = {(cue, practice) for cue, practice, _ in tally.cues}
    records = (CueRecord(c, p, tally.cues[c, p, True], tally.cues[c, p, False]) for c, p in cues)
    order = {"duty": 0, "measure": 1, "skill": 2, "context": 3}
    return Evaluation(
        rubrics=rubrics.version,
        ads=len(ads),
        lines=tally.lines,
        practices={p: _rates(tally.practices, p) for p in ALL_WORK},
        kinds=tally.kinds,
        primaries=tally.primaries,
        present=_rates(tally.flags, "present"),
        bundled=_rates(tally.flags, "bundled"),
        mismatch=_rates(tally.flags, "mismatch"),
        trust=tuple(
            Trust(level, tally.trust[level, True] + tally.trust[level, False], tally.trust[level, True])
            for level in LEVELS
        ),
        cues=tuple(sorted(records, key=lambda r: (-r.wrong, r.right, r.cue, r.practice))),
        misses=tuple(
            sorted(
                tally.misses, key=lambda m: (m.wanted, order[m.kind] if m.wanted else -m.points, m.ad, m.line)
            )
        ),
    )
