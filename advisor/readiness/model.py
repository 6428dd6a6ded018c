"""The result of the readiness questionnaire: frozen values, every face renders these.

Levels run from 0 to 4; a combined level may lie half-way. Percentages are whole numbers from 0 to 100, rounded
down, so that a score shown as 40 has reached the band that starts at 40. Points are weight times level.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from .steps import Alternative, Condition, FindOut, PlannedAction, PlanWindow, Rise

SCHEMA = "advisor.readiness/1"
DONT_KNOW = "dont-know"
NOT_APPLICABLE = "not-applicable"
NONE = "none"  # the verdict's band when there is not enough to judge
LATER = "later"  # the window of actions that don't fit into the plan's days

Answer = int | str  # 0 to 4, or one of the two words above


class ReadinessVerdict(NamedTuple):
    """``band`` is not_yet, prepare, pilot, ready or none; ``by_score`` the band that the score alone gives,
    None without a score: no verdict then, or a gate that stays shut whatever is found out.

    ``reason``: score, gates, dont-know (too many) or too-little (applies). ``answer`` is one or two words: Wait,
    Prepare, Pilot, Hire, Find out first. ``sentence`` is the whole verdict; ``review`` says when to answer again.
    """

    band: str
    name: str
    answer: str
    sentence: str
    meaning: str
    review: str
    by_score: str | None
    reason: str


class Score(NamedTuple):
    """The sum: ``percent`` = 100 × points / possible, rounded down; None when too little is known or applies.

    ``counted`` items apply, of which ``dont_know`` score 0; ``not_applicable`` ones are left out.
    """

    percent: int | None
    points: float
    possible: float
    counted: int
    dont_know: int
    not_applicable: int


class AnswerGiven(NamedTuple):
    """One answer to one question and who gave it, names in alphabetical order."""

    answer: int | str
    label: str
    people: int
    names: tuple[str, ...]


class ItemResult(NamedTuple):
    """One question with the combined answer: a level, dont-know or not-applicable, and its text as ``label``.

    ``gate`` is the kind of its gate, None without one or while the context leaves a conditional one off; ``closed``
    tells whether it caps the verdict. ``spread`` is the distance between the lowest and the highest level given.
    """

    id: str
    section: str
    name: str
    question: str
    answer: float | str
    label: str
    weight: float
    points: float
    possible: float
    gate: str | None
    closed: bool
    spread: int
    answers: tuple[AnswerGiven, ...]


class SectionResult(NamedTuple):
    """One bar. ``percent`` is None when nothing applies or there is no score; ``lowest`` are item ids."""

    id: str
    name: str
    percent: int | None
    points: float
    possible: float
    dont_know: int
    lowest: tuple[str, ...]
    below_floor: bool


class ClosedGate(NamedTuple):
    """A gate that caps the verdict at ``caps_at``.

    ``id`` is an item's, or a section's when ``kind`` is "section". ``label`` is the answer that closed it, ``lift``
    says what would open it, ``then`` is the band if this gate alone opened and ``holds`` what keeps it there where it is
    the same: gates, score, both, else "". ``some``: only some people's answers close
    it, and somebody else's leave it open. ``binding``: the verdict stands at this gate's cap.
    """

    id: str
    kind: str
    name: str
    caps_at: str
    says: str
    some: bool
    why: str
    label: str
    lift: str
    then: str
    holds: str
    binding: bool
    sources: tuple[str, ...]


class Strength(NamedTuple):
    """Something that already stands: an item at a high level."""

    item: str
    name: str
    level: float
    label: str


class SpreadFinding(NamedTuple):
    """Respondents differ by ``levels`` or more on an item. ``answers`` is the picture: who answered where."""

    item: str
    name: str
    question: str
    levels: int
    low: int
    high: int
    says: str
    answers: tuple[AnswerGiven, ...]


class Caution(NamedTuple):
    """What the verdict doesn't say by itself. ``kind``: hours (fewer than the size needs),
    watch (an open gate that somebody would close), unchecked (gates whose items were marked as not applying, in one; its ``item`` is empty), applies (respondents disagree whether it applies),
    tension (two answers hardly go together), spotless (one person chose nearly all the best answers), or unsure: a respondent, whom ``name`` names, doesn't know the answers to some questions; its ``item`` is empty. ``who``: whose
    answers would close the gate.
    """

    kind: str
    item: str
    name: str
    says: str
    who: str = ""


class ContextFlag(NamedTuple):
    """Something true of the space that turned conditional gates on."""

    id: str
    name: str


class Assumption(NamedTuple):
    """One figure behind the staffing estimate, and where it comes from."""

    id: str
    name: str
    value: str
    sources: tuple[str, ...]


class Staffing(NamedTuple):
    """Hours a week for the size and stage, as a range; ``have`` are the hours protected now, None if unknown.

    ``needs`` says the range in words, ``says`` that and what was assumed for it.
    ``full_time_low`` and ``_high`` are the same in full-time posts; ``cover_people`` those needed to watch the space
    ``cover_hours`` a week, None if not asked.
    """

    active_members: int
    stage: str
    stage_name: str
    stage_why: str
    minutes_per_member: float
    full_time_hours: float
    hours_low: int
    hours_high: int
    full_time_low: float
    full_time_high: float
    have: float | None
    short: float | None
    needs: str
    says: str
    gap: str
    cover_hours: float | None
    cover_people: float | None
    cover: str
    assumptions: tuple[Assumption, ...]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        named = getattr(value, "_asdict", None)
        return {k: _plain(v) for k, v in named().items()} if named else [_plain(v) for v in value]
    return value


@dataclass(frozen=True, slots=True)
class Readiness:
    """Everything the advisor has to say about readiness. ``to_dict()`` is the JSON contract.

    ``actions`` are in order, each in a window, ``outcome`` says what all of them come to; ``conditions`` and ``rise`` are filled when the verdict is a pilot,
    ``instead`` when it is to wait; ``find_out`` lists every question that counts as not known.
    """

    rubrics: str
    respondents: tuple[str, ...]
    context: tuple[ContextFlag, ...]
    verdict: ReadinessVerdict
    score: Score
    gates: tuple[ClosedGate, ...]
    sections: tuple[SectionResult, ...]
    items: tuple[ItemResult, ...]
    strengths: tuple[Strength, ...]
    spread: tuple[SpreadFinding, ...]
    cautions: tuple[Caution, ...]
    find_out: tuple[FindOut, ...]
    windows: tuple[PlanWindow, ...]
    actions: tuple[PlannedAction, ...]
    outcome: str
    conditions: tuple[Condition, ...]
    rise: Rise | None
    instead: tuple[Alternative, ...]
    staffing: Staffing
    sources: tuple[str, ...]

    def item(self, id_: str) -> ItemResult:
        """Return one item's result. Raises ``KeyError``."""
        for found in self.items:
            if found.id == id_:
                return found
        raise KeyError(id_)

    def plan(self) -> tuple[tuple[PlanWindow, tuple[PlannedAction, ...]], ...]:
        """Return the windows that hold actions, each with its actions in order."""
        held = ((w, tuple(a for a in self.actions if a.window == w.id)) for w in self.windows)
        return tuple((window, actions) for window, actions in held if actions)

    def to_dict(self) -> dict[str, Any]:
        """Return the ``advisor.readiness/1`` object: plain dicts and lists, ready for JSON."""
        return {"schema": SCHEMA, **{f.name: _plain(getattr(self, f.name)) for f in fields(self)}}


class WhatIf(NamedTuple):
    """One answer changed: the result as it was, as it would be, and the item's combined answers."""

    item: str
    before: Readiness
    after: Readiness
