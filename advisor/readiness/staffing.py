"""Hours a week for a community's size and stage: a range, with every assumption shown and changeable."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, isfinite
from typing import Any

from advisor.errors import InputError
from advisor.rubrics.models.readiness import TOP, StaffingRule
from advisor.rubrics.models.readiness_says import counted
from advisor.rubrics.readiness import Questionnaire
from advisor.wording import joined

from .answers import nearest
from .combine import Combined
from .model import Assumption, Staffing

# What may be changed, with its least and its most.
LIMITS: dict[str, tuple[float, float]] = {
    "active_members": (1, 1_000_000),
    "minutes_per_member": (0.1, 600),
    "full_time_hours": (1, 100),
    "cover_hours": (0, 168),
}


def _wrong(message: str, next_step: str) -> InputError:
    return InputError("staffing", message, next_step)


def _number(given: Mapping[str, Any], key: str, default: float | None) -> float | None:
    value = given.get(key)
    if value is None:
        return default
    low, high = LIMITS[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise _wrong(
            f"“{key}” is not a number from {low:g} to {int(high):,}.",
            "Correct it, or leave it out for our assumption.",
        )
    if not isfinite(value) or (key == "active_members" and value != int(value)):
        raise _wrong(f"“{key}” is not a whole number.", "Correct it, or leave it out for our assumption.")
    return float(value)


def estimate(
    questionnaire: Questionnaire,
    given: object = None,
    answers: Mapping[str, Combined] | None = None,
    *,
    together: bool = False,
) -> Staffing:
    """Return the estimate.

    ``given`` may hold active_members (1 to 1,000,000), stage (an id of the rubric's), minutes_per_member (a month),
    full_time_hours (a week) and cover_hours (a week that somebody watches the space, 0 to 168). ``answers`` tell how
    many hours are protected now; ``together``: they are several people's. Raises :class:`advisor.errors.InputError`.
    """
    rule = questionnaire.data.staffing
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise _wrong("The staffing figures are not names with values.", "Use such as active_members: 200.")
    keys = ("stage", *LIMITS)
    for key in given:
        if key not in keys:
            shown = str(key)[:40] if isinstance(key, str) else "that"
            raise _wrong(
                f"“{shown}” is no staffing figure.{nearest(shown, keys)}", f"Use: {', '.join(keys)}."
            )
    members = int(_number(given, "active_members", rule.active_members) or 1)
    minutes = _number(given, "minutes_per_member", rule.minutes_per_member) or 0.0
    full_time = _number(given, "full_time_hours", rule.full_time_hours) or 1.0
    cover = _number(given, "cover_hours", None) or None
    stages = {s.id: s for s in rule.stages}
    named = given.get("stage") or rule.stage
    if not isinstance(named, str) or named not in stages:
        shown = named[:40] if isinstance(named, str) else "That"
        raise _wrong(f"“{shown}” is no stage.", f"Use one of: {', '.join(stages)}.")
    stage = stages[named]
    load = members * minutes / 60 / rule.weeks_per_month * stage.factor
    low = _up(max(rule.small_low * stage.factor, load))
    high = _up(max(rule.small_high * stage.factor, load * rule.range))
    level = answers.get(rule.item) if answers else None
    have = _between(rule.item_hours, level) if isinstance(level, int | float) else None
    short = max(0.0, low - have) if have is not None else None
    people = cover / full_time * rule.leave if cover else None
    gap = ""
    if have is not None:
        gap_rule = rule.gap_none if not have else rule.gap_together if together else rule.gap
        if level == TOP:
            gap_rule = rule.gap_most
        gap = (
            gap_rule.format(have=counted(rule.hours, f"{have:g}"), short=f"{short:g}")
            if short
            else rule.enough
            if have >= high
            else rule.nearly
        )
    needs = rule.says.format(
        low=f"{low:,}",
        high=f"{high:,}",
        members=counted(rule.members, f"{members:,}"),
        stage=stage.name.lower(),
    )
    names = rule.names
    assumed = [name for key, name in rule.figures.items() if given.get(key) is None]
    return Staffing(
        active_members=members,
        stage=stage.id,
        stage_name=stage.name,
        stage_why=stage.why,
        minutes_per_member=minutes,
        full_time_hours=full_time,
        hours_low=low,
        hours_high=high,
        full_time_low=round(low / full_time, 1),
        full_time_high=round(high / full_time, 1),
        have=have,
        short=short,
        needs=needs,
        says=needs + (rule.assumed.format(names=joined(assumed)) if assumed else ""),
        gap=gap,
        cover_hours=cover,
        cover_people=round(people, 1) if people is not None else None,
        cover=rule.cover.format(hours=counted(rule.hours, f"{cover:g}"), posts=_posts(people, rule))
        if people is not None and cover is not None
        else "",
        assumptions=(
            Assumption("active_members", names.active_members, f"{members:,}", ("ours",)),
            Assumption("small", names.small, f"{rule.small_low:g}–{rule.small_high:g}", rule.small_sources),
            Assumption("minutes_per_member", names.minutes_per_member, f"{minutes:g}", rule.minutes_sources),
            Assumption("stage", names.stage, f"× {stage.factor:g}", rule.factor_sources),
            Assumption("range", names.range, f"× {rule.range:g}", ("ours",)),
            Assumption("full_time_hours", names.full_time_hours, f"{full_time:g}", ("ours",)),
            Assumption("leave", names.leave, f"{rule.leave:g}", ("ours",)),
        ),
    )


def _between(hours: tuple[float, ...], level: float) -> float:
    """Return the hours of a level; half-way between two levels, half-way between their hours."""
    below, part = hours[int(level)], level - int(level)
    return below + part * (hours[int(level) + 1] - below) if part else below


def _posts(people: float, rule: StaffingRule) -> str:
    """Return full-time posts in words: a part of one, one, or several."""
    shown = f"{round(people, 1):g}" if people >= 0.1 else f"{people:.1g}"
    if float(shown) < 1:
        return rule.part.format(count=shown)
    return counted(rule.posts, shown)


def _up(hours: float) -> int:
    return ceil(round(hours, 6))
