"""The map of a team: frozen values, every face renders these. Shares run from 0 to 1; hours are a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from .model import OrgReading, RoleDraft

SCHEMA = "advisor.org/1"


class Phrase(NamedTuple):
    """One duty with what it asks for."""

    text: str
    practices: tuple[str, ...]
    responsibilities: tuple[str, ...]


class OrgRole(NamedTuple):
    """One role judged. ``levels``: practice → none, some, most, all; ``manager``: index of the role it reports to.

    ``people`` is the headcount, 1 when not stated; ``hours_total`` is all their hours a week. ``label`` is the title,
    with what tells the seat from others of that title; no two seats share one.
    """

    draft: RoleDraft
    label: str
    title_practice: str
    primary: str
    shares: dict[str, float]
    levels: dict[str, str]
    hats: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    yardsticks: tuple[str, ...]
    cover: tuple[str, ...]
    people: float
    hours_total: float
    manager: int | None


class Covering(NamedTuple):
    """A role that covers something, and how much: some, most or all."""

    role: int
    level: str


class PracticeCover(NamedTuple):
    """Who covers a practice. ``state``: covered, single, overlap or nobody; ``people`` in full-time posts."""

    practice: str
    name: str
    roles: tuple[Covering, ...]
    people: float
    hours: float
    state: str


class ResponsibilityCover(NamedTuple):
    """Who is named for a responsibility. ``state``: nobody, one or shared; ``asked``: the organisation is large enough."""

    id: str
    name: str
    practice: str
    roles: tuple[int, ...]
    state: str
    asked: bool


class HoursCover(NamedTuple):
    """Who is there at a time: indices of roles."""

    id: str
    name: str
    roles: tuple[int, ...]


class Coverage(NamedTuple):
    """The three tables."""

    practices: tuple[PracticeCover, ...]
    responsibilities: tuple[ResponsibilityCover, ...]
    hours: tuple[HoursCover, ...]


class OrgFinding(NamedTuple):
    """Something to act on. ``roles`` are indices; ``brief`` is a part of a headline; ``topic`` joins like actions."""

    id: str
    topic: str
    severity: str
    title: str
    brief: str
    why: str
    next_step: str
    window: str
    owner: str
    done: str
    sources: tuple[str, ...]
    roles: tuple[int, ...]
    evidence: tuple[str, ...]
    softened: bool


class OrgMove(NamedTuple):
    """One step: what leaves which role and where it goes. ``new``: nobody sits there yet; ``vacant``: the seat exists."""

    order: int
    practice: str
    what: str
    role: int
    to: str
    new: bool
    why: str
    window: str
    vacant: bool = False


class Split(NamedTuple):
    """Hours a week of one seat until it can be split: practice → hours, with the rule in words."""

    role: int
    hours: tuple[tuple[str, float], ...]
    says: str


class SeamRow(NamedTuple):
    """Work at a border: (who, letters) for every party that has a part in it."""

    work: str
    parts: tuple[tuple[str, str], ...]


class Scorecard(NamedTuple):
    """What a role should be judged by."""

    role: int
    measures: tuple[str, ...]


class EmptySeat(NamedTuple):
    """An empty seat as it is called in the map, and the practice that its title promises."""

    label: str
    practice: str


class Box(NamedTuple):
    """One place in the organisation's picture; ``kind``: role, leader, stretched, new or gap; ``below``: the label of the
    place above, where no line leads there."""

    label: str
    sub: str
    kind: str
    practice: str
    x: int
    y: int
    below: str = ""


class Chart(NamedTuple):
    """A picture, laid out: boxes of one size, lines from box to box (x1, y1, x2, y2), width and height."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, int, int, int], ...]
    width: int
    height: int
    told: str


class Added(NamedTuple):
    """A seat that a step makes (``new``) or fills (``vacant``, too), or one that has the work and needs more hours."""

    seat: str
    practice: str
    new: bool
    vacant: bool = False


class Structure(NamedTuple):
    """Where the organisation is, the one step to take, and how. ``adds``: the seats that the step makes or enlarges;
    ``empty``: the seats in which nobody sits;
    ``letters`` says what the letters of the ``seams`` mean."""

    now: str
    now_name: str
    now_why: str
    next: str
    next_name: str
    step: str
    cover: str
    mind: str
    up: str
    moves: tuple[OrgMove, ...]
    adds: tuple[Added, ...]
    splits: tuple[Split, ...]
    seams: tuple[SeamRow, ...]
    letters: str
    reporting: tuple[tuple[str, str, str], ...]
    scorecards: tuple[Scorecard, ...]
    before: Chart
    after: Chart
    after_title: str
    empty: tuple[EmptySeat, ...] = ()


def _plain(value: Any) -> Any:
    if isinstance(value, RoleDraft):
        return value.to_dict()
    if isinstance(value, tuple):
        named = getattr(value, "_asdict", None)
        return {k: _plain(v) for k, v in named().items()} if named else [_plain(v) for v in value]
    return dict(value) if isinstance(value, dict) else value


@dataclass(frozen=True, slots=True)
class OrgAnalysis:
    """Everything the advisor has to say about a team. ``to_dict()`` is the JSON contract."""

    rubrics: str
    org_size: int | None
    headline: str
    subline: str
    reading: OrgReading
    roles: tuple[OrgRole, ...]
    coverage: Coverage
    findings: tuple[OrgFinding, ...]
    structure: Structure
    sources: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the ``advisor.org/1`` object: plain dicts and lists, ready for JSON."""
        roles = []
        for role in self.roles:
            plain = _plain(role)
            roles.append({**plain.pop("draft"), **plain})
        return {
            "schema": SCHEMA,
            "rubrics": self.rubrics,
            "org_size": self.org_size,
            "verdict": {"headline": self.headline, "subline": self.subline},
            "roles": roles,
            "coverage": _plain(self.coverage),
            "findings": _plain(self.findings),
            "structure": _plain(self.structure),
            "reading": self.reading.to_dict(),
            "sources": list(self.sources),
        }
