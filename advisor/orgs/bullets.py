"""Bullets and fields below a role: what it does, who holds it, how many they are, what they are judged by."""

from __future__ import annotations

import re

from .assemble import Builder
from .details import details
from .doubts import is_outside
from .mentions import Mention
from .model import HOURS_A_WEEK, LONGEST_TITLE, Fact, Span
from .people import ONE_NAME
from .vocabulary import several
from .words import EDGES

_LIST = re.compile(r"[,;]|\band\b")


def take_field(build: Builder, holds: str, start: int, span: Span) -> None:
    """Take a line of a form about the role at hand: its duties, measures or who holds it."""
    role, said = build.current, build.text[start : span.end].strip()
    if role is None:  # never: callers ask first
        return
    if holds == "duties":
        role.say(build.text, span, start, build.words)
        return
    if holds == "hours":
        told = details(build.text, *span, build.words).hours
        if told is None or told > HOURS_A_WEEK:  # "Mon–Fri 9–17"
            role.say(build.text, span, start, build.words)
            return
        role.hours = role.hours or told
        role.spans.append(span)
        return
    role.spans.append(span)
    if holds == "name" and build.words.absent.no_holder.match(said):
        role.vacant = True
    elif holds == "name" and is_outside(said):  # "Holder: outsourced to Callico"
        role.duties.append(said)
    elif holds == "name" and (heads := build.words.heads_in.match(said)):  # "Holder: 3 people"
        role.counted(build.words.number(heads[1]), said)
    elif holds == "name":
        role.name = role.name or said[:LONGEST_TITLE]
        build.names.hold(role.name, role)
    elif holds == "headcount":
        count = build.words.amount.match(said)
        number = build.words.number(count[0]) if count else None
        role.counted(number or None, said)
        role.vacant |= number == 0 or build.words.absent.vacant.search(said) is not None
    else:
        role.measures += [each.strip() for each in _LIST.split(said) if each.strip()]


def take_bullet(
    build: Builder, label: tuple[Mention, int, bool] | None, span: Span, start: int, indent: int
) -> None:
    """Give a bullet to the role at hand; beside bullets that name roles, its ``label`` may name one no rule knows.

    The next of a list, in the same column as an empty seat, is no work of that seat.
    """
    nobody = build.words.absent.nobody_first.match(build.text, start, span.end)
    if nobody or build.words.absent.nobody_there.search(build.text[start : span.end]):
        build.nobody(span._replace(start=start))
        return
    empty = build.words.absent.vacancy.match(build.text, start, span.end)
    if empty and ":" in empty[0]:  # "planned: a second host in May"
        build.facts.append(Fact("vacancy", build.text[start : span.end], span))
        return
    said = build.text[start : span.end].strip(EDGES)
    if build.current and ONE_NAME.fullmatch(said) and build.people.is_name(said):
        if several(build.current.title, build.words) and not build.current.duties:
            build.current.one_more(said, span)  # "Moderators", and below it "Ana", "Ben"
            build.names.hold(said, build.current)
            return
        if indent == build.current.beside:
            build.person((said,), span, span.end)
            build.current.beside = indent
            return
    if label and label[2]:
        build.open(label[0], span, label[1], "", "", listed=True)
        return
    if build.current and build.current.vacant and build.current.beside == indent:
        build.fact_or_left(span)
        return
    if label and build.current is not None:
        said = build.words.data.doubts.beside.format(words=label[0].title, took=build.current.title)
        build.current.doubts.append(said)
    build.add(span, start)
