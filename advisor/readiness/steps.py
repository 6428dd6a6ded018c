"""What a readiness result asks to be done: the plan, the conditions of a pilot and what lifts it, what to do meanwhile."""

from __future__ import annotations

from typing import NamedTuple


class Condition(NamedTuple):
    """Something that has to hold while a pilot runs, from one decisive answer."""

    item: str
    name: str
    says: str


class Raise(NamedTuple):
    """One answer, and the level to raise it to, with its text."""

    item: str
    name: str
    level: int
    label: str


class Rise(NamedTuple):
    """What lifts a pilot to the next verdict, ``to`` (a band): few answers that suffice together, and the sentence."""

    to: str
    says: str
    raises: tuple[Raise, ...]


class PlannedAction(NamedTuple):
    """One thing to do. ``window`` is a window's id, ``days`` of work, ``gate`` the kind of the gate it opens.

    ``item`` and ``name`` are "" for a step that the verdict itself asks for.
    """

    order: int
    item: str
    name: str
    window: str
    what: str
    owner: str
    owner_name: str
    effort: str
    days: int
    done: str
    gate: str | None


class PlanWindow(NamedTuple):
    """A part of the plan; the last, "later", has no end."""

    id: str
    name: str
    from_day: int
    to_day: int | None


class FindOut(NamedTuple):
    """A question that has no answer yet, and whom to ask."""

    item: str
    name: str
    question: str
    owner: str
    owner_name: str
    gate: str | None


class Alternative(NamedTuple):
    """What to do instead of waiting idly; ``items`` are the low answers that suggest it."""

    id: str
    name: str
    what: str
    items: tuple[str, ...]
    sources: tuple[str, ...]
