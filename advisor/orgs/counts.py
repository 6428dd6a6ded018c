"""Lines that count whom they name: "Chat review (8)", "phone enquiries x 2", "20 agents", "3 people on fraud", "2 x social"."""

from __future__ import annotations

import re

from .assemble import Builder
from .brackets import heads_in_bracket
from .mentions import mentions
from .model import Span
from .verbs import acts, names_work
from .words import LABEL, NEAR, TIMES, one_sentence, plain

# "Phone enquiries x 2"
_TIMES_BEHIND = re.compile(rf"({LABEL})\s+[x×]\s?(\d{{1,4}})()\s*")
# "2 x social/content, freelancers"
_TIMES_FIRST = re.compile(rf"(?:{TIMES})({LABEL})(?=\s*(?:[,;(]|$))", re.IGNORECASE | re.MULTILINE)
# "Box office (till 8 pm, 6 people): phones"
_WITHIN = re.compile(rf"({LABEL})\s*\([^()\n]{{1,80}}\)\s*:\s+(?=\S)")
# "Tier 2 (Dublin, 12) takes", "The front desk (3 people, mornings) answers", "Tier 1 (Manila, 40 agents) handles"
_PLACED = re.compile(rf"(?:(?:The|Our)\s)?({LABEL})\s*\([^()\n]{{1,80}}?(?:,\s(\d{{1,4}}))?\)\s+(?=\w)")
_LAST_WORD = re.compile(r"(\d{1,4})\s+((?:[a-z][\w-]*\s)?[a-z][\w-]*)(?=\s*(?:[,;:(–]|$))", re.IGNORECASE)
_OF_A = re.compile(r"[A-Z][a-z]+\s(?:an?|the|our)\s")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_TOLD = re.compile(r"[–—-]\s+(?=\S)")


def take_counted(build: Builder, span: Span, start: int, above: str, *, listed: bool) -> bool:
    """Take a part of the organisation that is counted, alone in a line that is ``listed`` ("Chat review (8)") or with
    what it does ("Legal (2) handles requests"); return whether it is one.
    """
    text, words = build.text, build.words
    within = _WITHIN.match(text, start, span.end)
    heads = heads_in_bracket(text, within.end(1), within.end(), words) if within else None
    if within and heads and not mentions(text, *within.span(1), words):
        build.counted(within[1], within.span(1), heads, span, within.end(), above, works=True)
        return True
    if _take_placed(build, span, start, above):
        return True
    times = _TIMES_BEHIND.fullmatch(text, start, span.end) if listed else None
    found = times or words.counted_part.match(text, start, span.end)
    if not found:
        return False
    label, rest = found[1], found.end()
    if _OF_A.match(label):  # "Lead a team of 11 agents (5 part-time)"
        return False
    if not (times or label[0].isupper() or _ORDINAL.match(label)) or (
        " " in label and build.people.is_name(label)
    ):
        return False
    alone = listed and rest == span.end
    if not alone:
        known = plain(label.split()[0]) in words.never or mentions(text, *found.span(1), words)
        if known or found[0].rstrip().endswith(":") or not one_sentence(text, rest, span.end):
            return False  # "The support team (4 people) answers tickets" is read as prose
        alone = _TOLD.match(text, rest, span.end) is not None
        if not alone and not acts(text[rest : span.end], 0, words, several=False, department=True):
            return False
    build.counted(label, found.span(1), float(found[2]), span, found.start(3), above, works=alone)
    return True


def _take_placed(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a part that a bracket places and counts, with what it does: "Tier 2 (Dublin, 12) takes billing cases"."""
    text, words = build.text, build.words
    found = _PLACED.match(text, start, span.end)
    if not found or build.people.is_name(found[1]) or plain(found[1].split()[0]) in words.never:
        return False
    heads = heads_in_bracket(text, found.end(1), found.end(), words) or float(found[2] or 0)
    if not heads or not one_sentence(text, found.end(), span.end) or mentions(text, *found.span(1), words):
        return False
    if not acts(text[found.end() : span.end], 0, words, several=False, department=True):
        return False
    build.counted(found[1], found.span(1), heads, span, found.end(), above)
    return True


def take_so_many(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a line of a list that begins with a number and who or what it counts: "20 agents e-mail and chat", "3 x support",
    "3 people on fraud"; return whether it is one.
    """
    text, words = build.text, build.words
    on = words.people_on.match(text, start, span.end)
    if on and (on["on"].lower() in ("on", "for") or names_work(on["work"], 0, words)):
        build.counted(on["work"], on.span("work"), float(on[1]), span, on.end(), above, works=True)
        return True
    some = words.people_first.match(text, start, span.end)
    if (
        some and build.heading and build.team_work
    ):  # "Reader service", and below it "11 people, phone and mail"
        place = Span(start, some.end())
        build.counted(build.heading, place, float(some[1]), span, some.end(), above, duty=build.team_work)
        return True
    last = _LAST_WORD.match(text, start, span.end)
    if last and plain(last[2].split()[-1]).removesuffix("s") in words.label_heads:  # "1 working student"
        build.counted(last[2], last.span(2), float(last[1]), span, last.end(), above)
        return True
    named = mentions(text, start, min(span.end, start + NEAR), words)[:1]
    if named and named[0].before == start and named[0].number is not None:
        build.open(named[0], span, named[0].after, "", above, listed=True)
        return True
    if times := _TIMES_FIRST.match(text, start, span.end):
        number = float(times[1].replace(",", "."))
        build.counted(times[2], times.span(2), number, span, times.end(), above, works=True)
        return True
    return False
