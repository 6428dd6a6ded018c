"""What remains when a text has been read to its end: headings are no seats, empty seats are told, doubts of the whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from advisor.errors import InputError
from advisor.text.language import foreign
from advisor.wording import joined

from .assemble import Builder
from .details import measures_in
from .doubts import circles, key_of
from .facts import size_in
from .model import Fact, OrgReading, Shape, Span
from .people import FULL
from .seat import Seat
from .terms import Vocabulary
from .vocabulary import names_group

_I_AM = re.compile(
    rf"(?:\bI['’]m|\bI\sam|\b[Mm]y\sname\sis)\s({FULL})(?=[,.;!]|\s(?:and|from|at)\b|\s*$)", re.MULTILINE
)
_HALF_A_POST = 0.5
_MOST_TOLD = 3  # empty seats named where there are no others


class NobodyThereError(InputError):
    """Seats were read, and nobody sits in any of them."""


def finished(build: Builder, shape: Shape) -> OrgReading:
    """Return everything that ``build`` has read. Raises InputError when nobody sits in any seat."""
    words, roles, left = build.words, dict(build.roles), list(build.left)
    led = {key_of(role.reports_to) for role in roles.values() if role.reports_to}
    for role in list(roles.values()):
        _without_those_below(role, list(roles.values()), words)
    over = [*build.headings]
    for key in [k for k, role in roles.items() if _heads_a_list(role, roles, led, words)]:
        team = roles.pop(key)
        over += [(team.title, span) for span in team.spans]
    for title, span in over:  # a team's name belongs to the first seat below it
        below = next((r for r in roles.values() if r.heading.lower() == title.lower() and not r.vacant), None)
        (below.spans if below else left).append(span)
    empty = [roles.pop(key) for key in [k for k, role in roles.items() if role.vacant]]
    if empty and not roles:
        called = "”, “".join(role.called for role in empty[:_MOST_TOLD])
        raise NobodyThereError(
            "no-role",
            f"Nobody sits in a seat that was read: “{called}”.",
            "Say who does this work until then, one a line, such as: “Ana – answers the members’ questions”.",
        )
    facts = build.facts + [
        Fact("vacancy", build.text[span.start : span.end], span) for role in empty for span in role.spans
    ]
    for role in roles.values():
        facts += role.facts
        role.take_from_heading(words)
    _answer_to_one(build, roles)
    _judged_alike(build, roles)
    writer = build.names.holder(words.data.writer)
    if writer and writer.people == (words.data.writer,) and (called := _signed(build)):
        writer.title, writer.people = called, (called,)
    for role in roles.values():
        if writer and writer is not role and role.reports_to == words.data.writer:
            role.reports_to = writer.title
    led = {key_of(role.reports_to) for role in roles.values() if role.reports_to}
    drafts = tuple(role.draft(words, leads=_leads(role, led, words)) for role in roles.values())
    say, untitled = (
        words.data.doubts,
        [role.title for role in roles.values() if role.title == joined(role.people)],
    )
    notices = [say.no_title.format(words="; ".join(untitled))] if untitled else []
    notices += [say.vacant.format(words="; ".join(role.called for role in empty))] if empty else []
    notices += build.notices
    notices += [say.circular.format(words=" → ".join(circle)) for circle in circles(drafts)]
    notices += [say.language] if foreign(build.text) else []
    return OrgReading(
        build.text,
        shape,
        drafts,
        tuple(facts),
        tuple(left),
        size_in(build.text, words),
        tuple(dict.fromkeys(notices)),
    )


def _answer_to_one(build: Builder, roles: Mapping[str, Seat]) -> None:
    """Give a boss to all of whom none is told, where the text began so: "Everyone reports to Olga, COO."."""
    boss, span = build.over_all or ("", Span(0, 0))
    for role in roles.values():
        own = {key_of(called) for called in (role.title, role.name, *role.people) if called}
        if boss and not role.reports_to and key_of(boss) not in own:
            role.reports_to = boss
            role.spans.append(span)


def _signed(build: Builder) -> str:
    """Return who the writer says to be, if that is one person: "My name is Ola"."""
    names = {found[1] for found in _I_AM.finditer(build.text) if build.people.is_name(found[1])}
    return names.pop() if len(names) == 1 else ""


def _judged_alike(build: Builder, roles: Mapping[str, Seat]) -> None:
    """Give what everybody is judged by to all but the chiefs: "Everyone is measured on reach"."""
    for said, span in build.measures:
        measures = measures_in(said)
        for role in roles.values():
            if role.title.lower() not in build.words.leaders:
                role.measures += [each for each in measures if each not in role.measures]
                role.spans.append(span)


def _without_those_below(team: Seat, roles: list[Seat], words: Vocabulary) -> None:
    """Take those who are listed below a team from its number: "Support team (5 FTE)" over a lead and four agents."""
    if team.count is None or team.people or team.duties or not names_group(team.title, words):
        return
    below = [r for r in roles if r is not team and r.heading.lower() == team.title.lower() and not r.vacant]
    told = sum(r.count or 1 for r in below)
    if below and told <= team.count + 1:
        team.count = team.count - told if team.count - told > _HALF_A_POST else None


def _heads_a_list(role: Seat, roles: Collection[str], led: Collection[str], words: Vocabulary) -> bool:
    """Whether "Community team" only stands over the people that follow: a heading, not a seat."""
    function = words.functions.fullmatch(role.title) is not None
    group = (function or names_group(role.title, words)) and not (role.says_something or role.vacant)
    return group and len(roles) > 1 and (function or not _leads(role, led, words))


def _leads(role: Seat, led: Collection[str], words: Vocabulary) -> bool:
    return role.title.lower() in words.leaders or key_of(role.title) in led
