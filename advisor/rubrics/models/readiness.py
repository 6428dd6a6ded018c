"""``readiness.yaml``: the questionnaire, its gates and bands, what to do about low answers, and staffing."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from .base import Id, Model, Share, Text, words
from .readiness_says import Counted, Says

Band = Literal["not_yet", "prepare", "pilot", "ready"]
GateKind = Literal["hard", "launch", "conditional", "soft"]
Effort = Literal["small", "medium", "large"]
BANDS: tuple[Band, ...] = get_args(Band)  # from the worst to the best
TOP = 4  # the highest level; the lowest is 0

Percent = Annotated[float, Field(ge=0, le=100)]
Level = Annotated[int, Field(ge=0, le=TOP)]
Days = Annotated[int, Field(ge=0, le=3650)]
Above0 = Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False)]


class Rules(Model):
    """How answers become a verdict. Levels run from 0 to 4, shares from 0 to 1, the floor is in percent."""

    gate_fires_at: Annotated[int, Field(ge=0, lt=TOP)]
    caps: dict[GateKind, Band]
    section_floor: Percent
    section_cap: Band
    most_dont_know: Share
    least_weight: Share
    spread: Annotated[int, Field(ge=1, le=TOP)]
    spotless: Share
    strength: Annotated[int, Field(ge=1, le=TOP)]
    sources: tuple[Id, ...] = Field(min_length=1)

    @property
    def opens_at(self) -> int:
        """The level that opens a gate: below it, half a level included, the gate is shut."""
        return self.gate_fires_at + 1

    @model_validator(mode="after")
    def _every_kind(self) -> Rules:
        if missing := set(get_args(GateKind)) - set(self.caps):
            raise ValueError(f"a cap for every kind of gate; there is none for {', '.join(sorted(missing))}")
        return self


class BandRule(Model):
    """One verdict: its name, the answer it gives, the score it starts at, and its sentences."""

    id: Band
    name: Text
    answer: Text
    min: Percent
    capped: Annotated[Text, words("reasons")]
    scored: Annotated[Text, words("score")]
    meaning: Text
    review: Text


class ReadinessSection(Model):
    """A part of the questionnaire: one page of it, one bar of the result."""

    id: Id
    name: Text


class Flag(Model):
    """Something true of the space that turns conditional gates on. ``also``: other words for the same flag."""

    id: Id
    name: Text
    also: tuple[Id, ...] = ()


class Needed(Model):
    """Questions to which “doesn't apply” is no answer: always, or where one of ``when`` is true of the space."""

    items: tuple[Id, ...] = Field(min_length=1)
    when: tuple[Id, ...] = ()
    why: Annotated[Text, words("flags")]


class Tension(Model):
    """Two questions whose answers hardly go together: ``high`` at the level ``least`` or above, ``low`` at ``most`` or below."""

    id: Id
    high: Id
    least: Level
    low: Id
    most: Level
    says: Text


class Owner(Model):
    """A role in the organisation that does things or knows things."""

    id: Id
    name: Text


class Window(Model):
    """A part of the plan; ``days`` is the work that fits in."""

    id: Id
    name: Text
    from_day: Days
    to_day: Days
    days: Annotated[int, Field(ge=1, le=365)]


class PlanRule(Model):
    """How much work efforts stand for and where it fits."""

    efforts: dict[Effort, Annotated[int, Field(ge=1, le=365)]]
    windows: tuple[Window, ...] = Field(min_length=1)
    later: Text
    outcome: Annotated[Text, words("score", "verdict")]
    outcome_more: Annotated[str, words("better")]

    @model_validator(mode="after")
    def _every_effort(self) -> PlanRule:
        if missing := set(get_args(Effort)) - set(self.efforts):
            raise ValueError(f"days for every effort; there are none for {', '.join(sorted(missing))}")
        return self


class Instead(Model):
    """Something useful to do when the verdict is to wait; fits when one of the ``when`` items is low.

    Not where an item of ``unless`` stands at its level or above, and only where all of ``given`` do.
    """

    id: Id
    name: Text
    what: Text
    when: tuple[Id, ...] = Field(min_length=1)
    always: bool = False
    unless: dict[Id, Level] = {}
    given: dict[Id, Level] = {}
    sources: tuple[Id, ...] = Field(min_length=1)


class Stage(Model):
    """How far along a community is, and how much more work that makes."""

    id: Id
    name: Text
    factor: Annotated[float, Field(gt=0, le=10)]
    why: Text


class AssumptionNames(Model):
    """What each figure of the estimate is called."""

    active_members: Text
    small: Text
    minutes_per_member: Text
    stage: Text
    range: Text
    full_time_hours: Text
    leave: Text


class StaffingRule(Model):
    """The figures behind the hours a week."""

    names: AssumptionNames

    small_low: Above0
    small_high: Above0
    small_sources: tuple[Id, ...] = Field(min_length=1)
    minutes_per_member: Above0
    minutes_sources: tuple[Id, ...] = Field(min_length=1)
    weeks_per_month: Annotated[float, Field(ge=4, le=5)]
    full_time_hours: Annotated[float, Field(ge=1, le=100)]
    range: Annotated[float, Field(ge=1, le=10)]
    leave: Annotated[float, Field(ge=1, le=3)]
    active_members: Annotated[int, Field(ge=1, le=1_000_000)]
    stage: Id
    stages: tuple[Stage, ...] = Field(min_length=1)
    factor_sources: tuple[Id, ...] = Field(min_length=1)
    item: Id
    item_hours: tuple[Annotated[float, Field(ge=0)], ...] = Field(min_length=TOP + 1, max_length=TOP + 1)
    says: Annotated[Text, words("low", "high", "members", "stage")]
    figures: dict[Literal["active_members", "stage"], Text]
    assumed: Annotated[str, words("names")]
    gap: Annotated[Text, words("have", "short")]
    gap_none: Annotated[Text, words("short")]
    gap_together: Annotated[Text, words("have", "short")]
    gap_most: Annotated[Text, words("short")]
    nearly: Text
    enough: Text
    cover: Annotated[Text, words("hours", "posts")]
    hours: Counted
    members: Counted
    posts: Counted
    part: Annotated[Text, words("count")]


class Raised(Model):
    """Where one of ``when`` is true of the space, the gate is shut below this higher level. ``why`` is told.

    ``says``: the gate's own words where only the higher level shuts it.
    """

    opens_at: Level
    when: tuple[Id, ...] = Field(min_length=1)
    says: Text
    why: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class Gate(Model):
    """A low answer here caps the verdict. ``says`` is part of a sentence; ``when``: flags, any if empty."""

    kind: GateKind
    says: Text
    why: Text
    when: tuple[Id, ...] = ()
    raised: Raised | None = None


class Todo(Model):
    """What to do about a low answer, by whom, and how to tell that it is done."""

    do: Text
    owner: Id
    effort: Effort
    done: Text


class Item(Model):
    """One question. ``low`` is for levels at which gates close, ``middle`` for those up to a strength."""

    id: Id
    section: Id
    name: Text
    question: Text
    hint: Text | None = None
    levels: tuple[Text, ...] = Field(min_length=TOP + 1, max_length=TOP + 1)
    why: Text
    weight: Above0
    gate: Gate | None = None
    ask: Id
    low: Todo
    middle: Todo
    sources: tuple[Id, ...] = Field(min_length=1)


class PilotStep(Todo):
    """Something that every pilot needs, and when."""

    window: Id


class PilotRule(Model):
    """What a pilot comes with: conditions from its decisive answers, steps of its own, and what lifts it."""

    most: Annotated[int, Field(ge=1)]
    kinds: tuple[GateKind, ...]
    reach: Annotated[Text, words("name", "done")]
    keep: Annotated[Text, words("name", "level")]
    rise: Annotated[Text, words("verdict", "min", "raises")]
    raised: Annotated[Text, words("name", "level")]
    steps: tuple[PilotStep, ...]

    @model_validator(mode="after")
    def _every_kind(self) -> PilotRule:
        if sorted(self.kinds) != sorted(get_args(GateKind)):
            raise ValueError(f"each kind of gate once: {', '.join(get_args(GateKind))}")
        return self


class ReadinessFile(Model):
    """The whole of ``readiness.yaml``."""

    rules: Rules
    bands: tuple[BandRule, ...]
    says: Says
    sections: tuple[ReadinessSection, ...] = Field(min_length=1)
    context: tuple[Flag, ...]
    needed: tuple[Needed, ...] = ()
    tensions: tuple[Tension, ...] = ()
    owners: tuple[Owner, ...] = Field(min_length=1)
    plan: PlanRule
    pilot: PilotRule
    instead: tuple[Instead, ...] = Field(min_length=1)
    staffing: StaffingRule
    items: tuple[Item, ...] = Field(min_length=1)
