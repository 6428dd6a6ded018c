"""Readiness made ready to show: the result with names in place of ids, and what the pictures need. Nothing is judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.readiness.model import DONT_KNOW
from advisor.rubrics.models.readiness_says import counted
from advisor.rubrics.readiness import load_readiness
from advisor.wording import joined

from .readiness_words import band_name, counts, gate_said, gate_then, mind_then, people, respondents

if TYPE_CHECKING:
    from advisor.readiness.model import Assumption, Caution, Readiness, SectionResult, Strength
    from advisor.readiness.steps import FindOut, PlannedAction
    from advisor.rubrics.models import Source
    from advisor.rubrics.readiness import Questionnaire


class BandView(NamedTuple):
    """One band on the line from 0 to 100 percent; ``here``: the verdict; ``by_score``: the score alone lies here."""

    id: str
    name: str
    start: int
    end: int
    here: bool
    by_score: bool


class GateView(NamedTuple):
    """A closed gate in words. ``said`` is the sentence on what closed it; ``cap`` is a band's name; ``next`` says what follows when it opens, "" where another gate holds the verdict."""

    id: str
    kind: str
    label: str
    name: str
    said: str
    why: str
    lift: str
    cap: str
    next: str
    binding: bool
    sources: tuple[Source, ...]


class LowView(NamedTuple):
    """One of a section's lowest answers."""

    name: str
    answer: str


class SectionView(NamedTuple):
    """One bar: percent from 0 to 100 (None when nothing of it counts), the sum behind it, its lowest answers."""

    id: str
    name: str
    percent: int | None
    weak: bool
    lowest: tuple[LowView, ...]


class WindowView(NamedTuple):
    """A part of the plan with its actions in order."""

    id: str
    name: str
    actions: tuple[PlannedAction, ...]


class InsteadView(NamedTuple):
    """What to do instead of waiting idly."""

    name: str
    what: str


class AssumptionView(NamedTuple):
    """A figure behind the hours, and its sources."""

    id: str
    name: str
    value: str
    sources: tuple[Source, ...]


class DotView(NamedTuple):
    """One answer in the picture of who answered where. ``level`` is 0 to 4, None for those off the scale."""

    level: int | None
    label: str
    people: int
    who: str


class SpreadView(NamedTuple):
    """An item on which respondents differ: the sentence, and its dots from the lowest to the highest."""

    item: str
    name: str
    question: str
    says: str
    apart: str
    low: int
    high: int
    dots: tuple[DotView, ...]
    off: tuple[DotView, ...]

    @property
    def told(self) -> str:
        """The picture in words."""
        dots = (f"{d.label}: {d.who}" for d in (*self.dots, *self.off))
        return f"{self.question} {'; '.join(dots)}."


class ReadinessView(NamedTuple):
    """All that a face shows of one readiness result. ``respondents`` says who answered, in words.

    ``unknown`` are the items to find out: finding out opens no gate by itself, and ``found_out`` tells when it is done.
    """

    result: Readiness
    headline: str
    subline: str
    review: str
    band: str
    band_name: str
    percent: int | None
    bands: tuple[BandView, ...]
    sum: str
    counted: str
    respondents: str
    context: tuple[str, ...]
    gates: tuple[GateView, ...]
    sections: tuple[SectionView, ...]
    floor: int
    strengths: tuple[Strength, ...]
    spread: tuple[SpreadView, ...]
    spread_then: str
    cautions: tuple[Caution, ...]
    mind_then: str
    find_out: tuple[FindOut, ...]
    unknown: frozenset[str]
    found_out: str
    conditions: tuple[str, ...]
    rise: str
    windows: tuple[WindowView, ...]
    instead: tuple[InsteadView, ...]
    assumptions: tuple[AssumptionView, ...]
    sources: tuple[Source, ...]


class _Maker:
    def __init__(self, result: Readiness, questionnaire: Questionnaire) -> None:
        self.result, self.questionnaire = result, questionnaire

    def sources(self, ids: Sequence[str]) -> tuple[Source, ...]:
        return tuple(self.questionnaire.sources[i] for i in ids)

    def band(self, id_: str) -> str:
        return band_name(id_, self.questionnaire)

    def bands(self) -> tuple[BandView, ...]:
        rules, verdict = self.questionnaire.data.bands, self.result.verdict
        ends = [*(b.min for b in rules[1:]), 100]
        return tuple(
            BandView(b.id, b.answer, int(b.min), int(end), b.id == verdict.band, b.id == verdict.by_score)
            for b, end in zip(rules, ends, strict=True)
        )

    def gates(self) -> tuple[GateView, ...]:
        return tuple(
            GateView(
                g.id,
                g.kind,
                self.questionnaire.data.says.gates[g.kind],  # type: ignore[index]
                g.name,
                gate_said(g, self.result, self.questionnaire),
                g.why,
                g.lift,
                self.band(g.caps_at),
                gate_then(g, self.result, self.questionnaire),
                g.binding,
                self.sources(g.sources),
            )
            for g in self.result.gates
        )

    def sections(self) -> tuple[SectionView, ...]:
        return tuple(
            SectionView(
                s.id,
                s.name,
                s.percent,
                s.below_floor,
                self.lowest(s),
            )
            for s in self.result.sections
        )

    def spread(self) -> tuple[SpreadView, ...]:
        found = []
        for s in self.result.spread:
            dots = [
                DotView(a.answer if isinstance(a.answer, int) else None, a.label, a.people, people(a.names))
                for a in s.answers
            ]
            on = tuple(sorted((d for d in dots if d.level is not None), key=lambda d: d.level or 0))
            off = tuple(d for d in dots if d.level is None)
            apart = counted(self.questionnaire.data.says.levels, str(s.levels))
            found.append(SpreadView(s.item, s.name, s.question, s.says, apart, s.low, s.high, on, off))
        return tuple(found)

    def minded(self) -> tuple[Caution, ...]:
        """Return the cautions, in one those gates that the same people would close."""
        says, found = self.questionnaire.data.says, []
        watch: dict[str, list[str]] = {}
        for caution in self.result.cautions:
            if caution.who:
                names = watch.setdefault(caution.who, [])
                names.append(caution.name)
                if len(names) > 1:
                    continue
            found.append(caution)
        return tuple(
            c._replace(name=joined(watch[c.who]), says=says.watch_several.format(who=c.who))
            if len(watch.get(c.who, ())) > 1
            else c
            for c in found
        )

    def lowest(self, section: SectionResult) -> tuple[LowView, ...]:
        """Return a section's lowest answers: none where nothing is lower, or where they are not known."""
        items = {i.id: i for i in self.result.items}
        counted = [i.answer for i in self.result.items if i.section == section.id and i.possible]
        if len(set(counted)) == 1 < len(counted):
            return ()
        known = [items[i] for i in section.lowest if items[i].answer != DONT_KNOW]
        return tuple(LowView(i.name, i.label) for i in known)

    def sum(self) -> str:
        score = self.result.score
        if score.percent is None:
            return ""
        says = self.questionnaire.data.says
        return says.sum.format(points=f"{score.points:g}", possible=f"{score.possible:g}")


def readiness_view(result: Readiness, questionnaire: Questionnaire | None = None) -> ReadinessView:
    """Make ``result`` ready to show. ``questionnaire`` must be the one it was made with; the shipped one when None."""
    questionnaire = questionnaire or load_readiness()
    make = _Maker(result, questionnaire)
    verdict = result.verdict
    gates, spread = make.gates(), make.spread()
    instead = tuple(InsteadView(o.name, o.what) for o in result.instead)
    assumptions: Sequence[Assumption] = result.staffing.assumptions
    return ReadinessView(
        result=result,
        headline=verdict.sentence,
        subline=verdict.meaning,
        review=verdict.review,
        band=verdict.band,
        band_name=make.band(verdict.band),
        percent=result.score.percent,
        bands=make.bands(),
        sum=make.sum(),
        counted=counts(result.score, questionnaire.data.says),
        respondents=respondents(result.respondents, questionnaire.data.says),
        context=tuple(flag.name for flag in result.context),
        gates=gates,
        sections=make.sections(),
        floor=int(questionnaire.data.rules.section_floor),
        strengths=result.strengths,
        spread=spread,
        spread_then=questionnaire.data.says.spread_then,
        cautions=make.minded(),
        mind_then=mind_then(result, questionnaire.data.says),
        find_out=result.find_out,
        unknown=frozenset(f.item for f in result.find_out),
        found_out=questionnaire.data.says.find_out_done,
        conditions=tuple(c.says for c in result.conditions),
        rise=result.rise.says if result.rise else "",
        windows=tuple(WindowView(w.id, w.name, actions) for w, actions in result.plan()),
        instead=instead,
        assumptions=tuple(
            AssumptionView(a.id, a.name, a.value, make.sources(a.sources)) for a in assumptions
        ),
        sources=make.sources(result.sources),
    )
