"""``structures.yaml``: responsibilities, findings about teams, and the structures to move to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from advisor.practices import Practice

from .base import Examples, Id, Model, Pattern, Severity, Share, Text, words

Check = Literal[
    "uncovered-practice",
    "uncovered-responsibility",
    "bundled-seat",
    "single-point",
    "overlap",
    "reach-only",
    "around-the-clock",
    "out-of-hours",
    "moderators-without",
    "no-route",
    "unread",
    "vacant-seat",
    "soon-empty",
    "wide-span",
    "title-work",
]
Window = Literal["first", "second", "third"]
Letters = Literal["", "R", "A", "C", "I", "A/R"]
# The words in braces that a finding's sentences may have.
FILLS = tuple(
    "practice practices role roles count people hours needed with_leave full_time names seats limit".split()
)
Filled = Annotated[Text, words(*FILLS)]
Above0 = Annotated[float, Field(gt=0)]


class OrgNumbers(Model):
    """Thresholds; shares from 0 to 1, hours a week, people."""

    small: Annotated[int, Field(ge=1)]
    some: Share
    most: Share
    all: Share
    overlap: Annotated[int, Field(ge=2)]
    span: Annotated[int, Field(ge=2)]
    near: Share
    full_time: Above0
    part_time_hours: Above0
    volunteer_hours: Above0
    week: Above0
    leave: Above0
    community_hours: Above0
    community_most: Annotated[float, Field(gt=0, le=100)]
    block_days: tuple[Above0, ...] = Field(min_length=2)
    sources: tuple[Id, ...]


class Responsibility(Model):
    """Something that somebody has to answer for."""

    id: Id
    name: Text
    practice: Practice
    from_size: Annotated[int, Field(ge=1)]
    match: tuple[Pattern, ...] = Field(min_length=1)
    examples: Examples
    sources: tuple[Id, ...] = Field(min_length=1)


class Told(Model):
    """Something that a phrase may say."""

    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    examples: Examples


class Cover(Model):
    """A time at which somebody may be there. Where hours are told ("Mon-Sun, 8-20"), ``told`` says it, too, and an end
    at ``until`` o'clock or later."""

    id: Id
    name: Text
    match: tuple[Pattern, ...] = Field(min_length=1)
    told: tuple[Pattern, ...] = ()
    until: Annotated[int, Field(ge=1, le=48)] | None = None
    examples: Examples


class OrgFindingSays(Model):
    """How severe a finding is, and its words."""

    severity: Severity
    title: Filled
    brief: Filled
    why: Filled
    next_step: Filled


class OrgFindingRule(OrgFindingSays):
    """One thing to act on in a team. ``small``: its severity in a small organisation; ``owner_practice``: whoever alone
    has this practice as the main work is the owner instead; ``title_many``, ``brief_many`` and ``next_step_many``: for
    several roles or practices; ``unsaid``: instead, where the text only leaves the thing out."""

    id: Id
    check: Check
    small: Severity
    title_many: Filled | None = None
    brief_many: Filled | None = None
    next_step_many: Filled | None = None
    unsaid: OrgFindingSays | None = None
    window: Window
    owner: Text
    owner_practice: Practice | None = None
    done: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class Seam(Model):
    """Work at the border between practices: who does it. Whoever only signs off the work of ``signed`` answers for it;
    ``employed``: volunteers do no part of it where somebody is employed."""

    id: Id
    work: Text
    community: Letters
    social_media: Letters
    support: Letters
    moderation: Letters
    trust_safety: Letters = ""
    sponsor: Letters
    signed: Practice | None = None
    employed: bool = False


class Reporting(Model):
    """A place in the organisation, with what it is good for and what it bends."""

    to: Text
    good: Text
    mind: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class NewSeat(Model):
    """A seat that a step adds; ``unless_owned``: whose work is mostly this gets more hours instead."""

    seat: Text
    practice: Practice
    unless_owned: bool = False


class Archetype(Model):
    """A structure, from ``people`` full-time people of community and moderation on. ``next_covered`` is the step in place
    of ``next`` and ``adds`` where somebody is there in the evenings or at night."""

    id: Id
    name: Text
    people: Annotated[float, Field(ge=0)]
    roles: Text
    cover: Text
    mind: Text
    up: str
    next: Text
    next_covered: Text | None = None
    adds: tuple[NewSeat, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)


class MoveRule(Model):
    """What leaves a seat that holds too much, and the seat it needs when nobody has it."""

    practice: Practice
    order: int
    window: Window
    what: Text
    seat: Text
    why: Text
    hands: bool = False


class OrgSays(Model):
    """Sentence parts."""

    states: dict[Literal["covered", "single", "overlap", "nobody"], Text]
    moderators_need: dict[Id, Text]
    one_family: Annotated[Text, words("one", "other")]
    now: Annotated[Text, words("posts", "noun", "roles")]
    unread: Annotated[str, words("words")]
    step: Annotated[Text, words("next")]
    step_fill: Annotated[Text, words("seat")]
    after_step: Text
    after_moves: Text
    stay: Annotated[Text, words("name")]
    headline_none: Text
    headline_one: Annotated[Text, words("first")]
    headline_two: Annotated[Text, words("first", "second")]
    subline: Annotated[Text, words("roles", "people", "where")]
    split: Annotated[Text, words("hours")]
    split_any: Text
    split_within: Annotated[Text, words("names", "first")]
    people: Text
    posts: Text
    split_assumed: Annotated[Text, words("hours")]
    untitled: Annotated[Text, words("number")]
    named: Annotated[Text, words("title", "name")]
    numbered: Annotated[Text, words("title", "number")]
    new: Text
    vacant: Text
    filled: Text
    empty_label: Annotated[Text, words("title")]
    more: Text
    new_seat: Annotated[Text, words("seat")]
    more_hours: Annotated[Text, words("seat")]
    step_owner: Text
    step_done: Text
    gap: Text
    and_more: Annotated[Text, words("names", "count")]
    frames: dict[Literal["stretched", "new", "gap"], Text]
    outside: Text
    letters: Text


class StructuresFile(Model):
    """The whole file."""

    numbers: OrgNumbers
    responsibilities: tuple[Responsibility, ...] = Field(min_length=1)
    own_posts: Told
    empty_post: Told
    denials: tuple[Pattern, ...]
    cover: tuple[Cover, ...]
    yardsticks: dict[Literal["reach", "community", "clock", "moderation"], Told]
    findings: tuple[OrgFindingRule, ...] = Field(min_length=1)
    seams: tuple[Seam, ...]
    reporting: tuple[Reporting, ...]
    archetypes: tuple[Archetype, ...] = Field(min_length=1)
    moves: tuple[MoveRule, ...]
    windows: dict[Window, Text]
    says: OrgSays
