"""A sentence that tells the weeks of several who were named before: "Lena works 30 hours, Tim 20"."""

from __future__ import annotations

import re

from .assemble import Builder
from .model import HOURS_A_WEEK, Span
from .people import NAMES
from .share import DAYS_A_WEEK, full_time
from .words import ABOUT, names_in

# What may stand before the first of them: "Both work part time:".
_OPENS = re.compile(r"\s*(?:[^:.;\n]{1,60}:\s+)?")
_ONE = re.compile(
    rf"({NAMES.pattern})\s+(?:(?:works?|has|does|is\s+(?:on|at)|gets?)\s+)?(?:for\s+)?{ABOUT}?"
    r"(\d{1,3}(?:[.,]\d)?)\s?(h|hrs?|hours?|days?|%)?(?!\w)(?:\s*(?:/|a|per|each)\s*(?:week|wk)\b)?",
)
_NEXT = re.compile(r"\s*(?:[,;]\s*(?:(?:and|while|whereas)\s+)?|\s(?:and|while|whereas)\s+)")
_LAST = re.compile(r"\s*[.!]?\s*\Z")


def take_weeks(build: Builder, start: int, end: int) -> bool:
    """Take ``text[start:end]`` if it tells nothing but the weeks of people who sit somewhere; return whether it did."""
    opens = _OPENS.match(build.text, start, end)
    at = opens.end() if opens else start
    told: list[tuple[str, float, str]] = []
    while one := _ONE.match(build.text, at, end):
        if "," in one[1] or " and " in one[1] or not build.names.holder(one[1]):
            return False
        told.append((one[1], float(one[2].replace(",", ".")), (one[3] or "").lower()[:1]))
        at = one.end()
        onward = _NEXT.match(build.text, at, end)
        at = onward.end() if onward else at
    units = [unit for _, _, unit in told if unit]
    if len(told) < 2 or not units or not _LAST.match(build.text[at:end]):
        return False
    in_hours = {"h": 1.0, "d": full_time() / DAYS_A_WEEK, "%": full_time() / 100}
    weeks = [n * in_hours[unit or units[0]] for _, n, unit in told]
    if max(weeks) > HOURS_A_WEEK:
        return False
    seats = {name: seat for name, _, _ in told if (seat := build.names.holder(name))}
    for seat in {id(seat): seat for seat in seats.values()}.values():
        hours = [week for (name, _, _), week in zip(told, weeks, strict=True) if seats[name] is seat]
        if len(hours) == max(1, len(seat.people or (names_in(seat.name) if seat.name else ()))):
            seat.hours = round(sum(hours) / len(hours), 1)
            seat.spans.append(Span(start, end))
    return True
