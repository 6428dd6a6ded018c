"""A team's map made ready to show: names in place of ids, and rows for the tables. Nothing is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import load_structures
from advisor.wording import counted, figure, joined

from .role_view import SEVERITIES
from .team_steps import team_steps

if TYPE_CHECKING:
    from advisor.orgs.result import OrgAnalysis, Structure
    from advisor.rubrics.models import Source


class CellView(NamedTuple):
    """One cell of who covers what: practice, its letter, and none, some, most or all."""

    practice: str
    letter: str
    level: str


class RowView(NamedTuple):
    """One role of the picture."""

    title: str
    people: str
    cells: tuple[CellView, ...]
    judged_by: str
    stretched: bool


class OrgFindingView(NamedTuple):
    """A finding in words; ``softened`` says why it weighs less here, else ""."""

    id: str
    severity: str
    label: str
    title: str
    why: str
    next_step: str
    evidence: tuple[str, ...]
    sources: tuple[Source, ...]
    softened: str


class ResponsibilityView(NamedTuple):
    """Who is named for a responsibility; ``who`` is "" when nobody is."""

    name: str
    practice: str
    letter: str
    who: str
    asked: bool


class MoveView(NamedTuple):
    """A step of the structure; ``mark`` says of a seat in which nobody sits that it is new or vacant, else ""."""

    order: int
    practice: str
    letter: str
    what: str
    role: str
    to: str
    mark: str
    why: str
    window: str


class SplitView(NamedTuple):
    """Hours a week of one seat: (practice's name, "12 hours")."""

    role: str
    hours: tuple[tuple[str, str], ...]
    says: str


class PlanView(NamedTuple):
    """A window of the plan: (what, owner, done)."""

    name: str
    actions: tuple[tuple[str, str, str], ...]


class TotalView(NamedTuple):
    """What is said of a practice by who covers it; ``gap``: nobody does."""

    practice: str
    said: str
    gap: bool


class OrgView(NamedTuple):
    """All that a face shows of one organisation. ``key`` says what the frames in its pictures mean;
    ``notes`` is what the reading assumed or was not sure of."""

    analysis: OrgAnalysis
    headline: str
    subline: str
    practices: tuple[tuple[str, str, str], ...]
    rows: tuple[RowView, ...]
    totals: tuple[TotalView, ...]
    hours: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    responsibilities: tuple[ResponsibilityView, ...]
    findings: tuple[OrgFindingView, ...]
    moves: tuple[MoveView, ...]
    splits: tuple[SplitView, ...]
    key: str
    scorecards: tuple[tuple[str, tuple[str, ...]], ...]
    plan: tuple[PlanView, ...]
    sources: tuple[Source, ...]


def _key(structure: Structure) -> str:
    """Say what the frames in the pictures mean; "" where all are plain."""
    kinds = {box.kind for chart in (structure.before, structure.after) for box in chart.boxes}
    frames = load_structures().data.says.frames
    return " ".join(says for kind, says in frames.items() if kind in kinds)


def _posts(people: float) -> str:
    return counted(people, "post") if people else ""


def org_view(analysis: OrgAnalysis) -> OrgView:
    """Make ``analysis`` ready to show."""
    rubrics, structures = load_rubrics(), load_structures()
    says = structures.data.says
    practices = {str(p.practice): p for p in rubrics.data.practices}
    titles = [r.label for r in analysis.roles]

    def sources(ids: tuple[str, ...]) -> tuple[Source, ...]:
        return tuple(rubrics.sources[i] for i in ids)

    cards: dict[tuple[str, ...], list[str]] = {}  # seats of one practice share theirs
    for card in analysis.structure.scorecards:
        cards.setdefault(card.measures, []).append(titles[card.role])
    shown = [
        p for p in PRACTICES if p != "trust_safety" or any(r.levels[p] != "none" for r in analysis.roles)
    ]
    rows = tuple(
        RowView(
            r.label,
            figure(r.people),
            tuple(CellView(p, practices[p].letter, r.levels[p]) for p in shown),
            ", ".join(r.draft.measures[:3]),
            len(r.hats) > 1,
        )
        for r in analysis.roles
    )
    windows = structures.data.windows
    steps = team_steps(analysis)
    plan = [
        PlanView(name, actions)
        for id_, name in windows.items()
        if (actions := tuple((s.what, s.owner, s.done) for s in steps if s.window == id_))
    ]
    cover = {c.practice: c for c in analysis.coverage.practices}
    states = {str(state): name for state, name in says.states.items()}
    return OrgView(
        analysis=analysis,
        headline=analysis.headline,
        subline=analysis.subline,
        practices=tuple((p, practices[p].name, practices[p].letter) for p in shown),
        rows=rows,
        totals=tuple(
            TotalView(
                p,
                ", ".join(filter(None, (states[cover[p].state], _posts(cover[p].people)))),
                cover[p].state == "nobody",
            )
            for p in shown
        ),
        hours=tuple((h.name, ", ".join(titles[i] for i in h.roles)) for h in analysis.coverage.hours),
        notes=tuple(
            dict.fromkeys(
                [*analysis.reading.notices, *(doubt for r in analysis.reading.roles for doubt in r.doubts)]
            )
        ),
        responsibilities=tuple(
            ResponsibilityView(
                r.name,
                r.practice,
                practices[r.practice].letter,
                ", ".join(titles[i] for i in r.roles),
                r.asked,
            )
            for r in analysis.coverage.responsibilities
        ),
        findings=tuple(
            OrgFindingView(
                f.id,
                f.severity,
                SEVERITIES[f.severity],
                f.title,
                f.why,
                f.next_step,
                tuple(dict.fromkeys(f.evidence)),
                sources(f.sources),
                rubrics.data.method.softened if f.softened else "",
            )
            for f in analysis.findings
        ),
        moves=tuple(
            MoveView(
                i,
                m.practice,
                practices[m.practice].letter,
                m.what,
                titles[m.role],
                m.to,
                f" ({says.vacant if m.vacant else says.new})" if m.new else "",
                m.why,
                windows[m.window],  # type: ignore[index]
            )
            for i, m in enumerate(analysis.structure.moves, 1)
        ),
        splits=tuple(
            SplitView(
                titles[s.role],
                tuple((practices[p].name, counted(h, "hour")) for p, h in s.hours),
                s.says,
            )
            for s in analysis.structure.splits
        ),
        key=_key(analysis.structure),
        scorecards=tuple((joined(names), measures) for measures, names in cards.items()),
        plan=tuple(plan),
        sources=sources(analysis.sources),
    )
