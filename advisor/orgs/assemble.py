"""Puts together what was read about each role: one draft a role, facts, and what belongs to neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from advisor.errors import InputError
from advisor.text.language import foreign

from .details import details
from .doubts import circles, key_of
from .mentions import Mention
from .model import HOURS_A_WEEK, MOST_PEOPLE, Fact, OrgReading, RoleDraft, Shape, Span
from .names import Names, first_name
from .people import PeopleReader
from .words import WORD, Vocabulary, names_group, plain, vocabulary

_DUTY_CUT = re.compile(r";|,\s*(?:and\s+)?|\s+and\s+(?=\w+s\b)")
_EDGES = ' \t.,;:–—-()*_"“”'
_LEAD = re.compile(
    r"^(?:(?:she|he|they|it|who|also|and|then|this person|the role|is responsible for|are responsible for|responsible for|is in charge of|in charge of|looks after|look after|duties|tasks)(?:\b|(?=:))[\s:]*)+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s?\(([A-Z][a-z][\w'’-]*(?:\s[A-Z][\w'’-]+)?)\)")
_POSTS = re.compile(r"\b(\d(?:[.,]\d{1,2})?)\s?FTE\b", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:and|or|who|which)$", re.IGNORECASE)
FULL_TIME = 40.0


@dataclass
class _Role:
    title: str
    name: str = ""
    count: float | None = None
    reports_to: str = ""
    hours: float | None = None
    part_time: bool = False
    half_time: bool = False
    duties: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    tools: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    text: str = ""
    people: tuple[str, ...] = ()  # first names that stand for a title


class Builder:
    """Collects roles while a text is read from top to bottom."""

    def __init__(self, text: str) -> None:
        self.text, self.words = text, vocabulary()
        self.people = PeopleReader(text, self.words)
        self.roles: dict[str, _Role] = {}
        self.names = Names[_Role](self.words)
        self.current: _Role | None = None
        self.facts: list[Fact] = []
        self.left: list[Span] = []
        self.notices: list[str] = []
        self.drafts: list[RoleDraft] = []

    def open(self, mention: Mention, span: Span, rest: int, before: str, above: str) -> None:
        """Begin a role, or go on with it when it was named before; ``rest`` is where its duties begin."""
        title = mention.title.strip(_EDGES)
        key, name = key_of(title), self._name(before, mention)
        role = self.roles.get(key)
        if role is not None and name and role.name and first_name(name) != first_name(role.name):
            key = f"{key} {name.lower()}"  # two bullets, one title, two people
            role = self.roles.get(key)
        if role is None:
            role = self.roles[key] = _Role(title[:1].upper() + title[1:])
        elif mention.number is not None and role.count is not None and mention.number != role.count:
            role.doubts.append(self.words.data.doubts.twice.format(words=title))
        self.current = role
        if mention.number is not None:
            if not 0 < mention.number <= MOST_PEOPLE:
                raise InputError(
                    "headcount",
                    f"“{mention.counted} {title}”: {mention.number:,.0f} people can’t be right.",
                    f"Write a number above 0 and up to {MOST_PEOPLE:,}, or leave it out.",
                )
            role.count = mention.number
        if name:
            role.name = role.name or name
            behind = re.compile(rf"[\s,(]*{re.escape(name)}\s*[,)]").match(self.text, rest)
            rest = behind.end() if behind else rest
            self.names.hold(role.name, role)
        if above and not role.reports_to:
            role.reports_to = above
        self._say(role, span, max(rest, span.start))

    def _name(self, before: str, mention: Mention) -> str:
        """Return the name before a title ("Anna, community manager") or in brackets behind it, or ""."""
        name = before.strip(_EDGES)
        if name and name[0].isupper() and len(name) < 40 and plain(name) not in self.words.never:
            return name
        behind = _BRACKETED.match(self.text, mention.after)
        return behind[1] if behind and plain(behind[1].split()[0]) not in self.words.no_names else ""

    def person(self, names: tuple[str, ...], span: Span, does: int) -> None:
        """Begin the role of people who are named and have no title, or go on with theirs; ``does``: their duties."""
        key = " ".join(("people", *names)).lower()
        owners = [self.names.holder(name) for name in names]
        role = owners[0]
        if role is None or any(owner is not role for owner in owners) or (len(names) > 1 and not role.people):
            role = self.roles.get(key)
        if role is None:
            title = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
            role = self.roles[key] = _Role(title, people=names)
            role.count = len(names) if len(names) > 1 else None
            for name in names:
                self.names.hold(name, role)
        posts = _POSTS.search(self.text, span.start, min(span.end, span.start + 100))
        if posts and role.count is None:
            role.count = float(posts[1].replace(",", "."))
        self.current = role
        self._say(role, span, does)

    def add(self, span: Span, start: int) -> None:
        """Give a stretch to the role at hand."""
        if self.current is None:  # never: callers ask first
            self.left.append(span)
            return
        self._say(self.current, span, start)

    def _say(self, role: _Role, span: Span, start: int) -> None:
        role.spans.append(span)
        more = details(self.text, span.start, span.end, self.words)
        role.reports_to = role.reports_to or more.reports_to
        if more.hours is not None:
            if more.hours > HOURS_A_WEEK:
                raise InputError(
                    "hours",
                    f"“{role.title}”: {more.hours:,.0f} hours a week can’t be right; a week has {HOURS_A_WEEK}.",
                    "Correct it, or leave it out.",
                )
            role.hours = more.hours
        role.part_time |= more.part_time
        role.half_time |= more.half_time
        for have, found in (
            (role.measures, more.measures),
            (role.places, more.places),
            (role.tools, more.tools),
        ):
            have += [each for each in found if each not in have]
        role.duties += self._duties(start, span.end, more.stretches, role)

    def _duties(
        self, start: int, end: int, not_duties: tuple[tuple[int, int], ...], role: _Role
    ) -> list[str]:
        piece, at = "", start
        for a, b in sorted(not_duties):
            if b > at:
                piece += self.text[at : max(at, a)] + "; "
                at = b
        piece += self.text[at:end]
        found = []
        names = {plain(name) for whole in (role.name, *role.people) for name in (whole, first_name(whole))}
        for part in _DUTY_CUT.split(" ".join(piece.split())):
            duty = _TAIL.sub("", _LEAD.sub("", part.strip(_EDGES))).strip(_EDGES)
            if (
                len(duty) > 2
                and plain(duty) not in names | {"and", "our", "part-time", "full-time"}
                and WORD.search(duty)
            ):
                found.append(duty)
        return found

    def ad(self, span: Span, title: str) -> None:
        """Take a whole job description as one role."""
        text = self.text[span.start : span.end].strip()
        more = details(text, 0, len(text), self.words)
        role = _Role(title or "A job description without a title", text=text)
        role.reports_to, role.spans = more.reports_to, [span]
        role.places, role.tools = list(more.places), list(more.tools)
        if more.hours is not None and more.hours <= HOURS_A_WEEK:
            role.hours = more.hours
        self.roles[f"ad {len(self.roles)}"] = role

    def table(self, drafts: list[RoleDraft], notices: list[str], left: list[Span]) -> None:
        """Take over a table's rows."""
        for draft in drafts:
            role = self.roles.setdefault(f"row {len(self.roles)}", _Role(draft.title))
            role.name, role.count, role.hours = draft.name, draft.headcount, draft.hours
            role.reports_to = draft.reports_to
            if role.name:
                self.names.hold(role.name, role)
            role.duties, role.measures = list(draft.duties), list(draft.measures)
            role.places, role.tools, role.spans = list(draft.places), list(draft.tools), list(draft.spans)
        self.notices += notices
        self.left += left

    def is_name(self, text: str) -> bool:
        """Whether a stretch begins with the name of somebody read before; that role is then the one at hand."""
        role = self.names.begins(text)
        self.current = role or self.current
        return role is not None

    def leave(self, *spans: Span) -> None:
        """Note stretches that no role has."""
        self.left += spans

    def fact_or_left(self, span: Span) -> None:
        """Keep a sentence that is about no role."""
        fact = fact_of(self.text, span, self.words)
        if fact:
            self.facts.append(fact)
        else:
            self.left.append(span)

    def reading(self, shape: Shape) -> OrgReading:
        """Return everything read so far."""
        size = self.words.size.search(self.text)
        people = int(re.sub(r"\D", "", size[1])) if size else None
        for key in [k for k, role in self.roles.items() if self._heads_a_list(role)]:
            self.left += self.roles.pop(key).spans
        roles = tuple(self._draft(role) for role in self.roles.values())
        circle = circles(roles)
        untitled = [role.title for role in self.roles.values() if role.people]
        notices = [
            *([self.words.data.doubts.no_title.format(words="; ".join(untitled))] if untitled else ()),
            *self.notices,
            *(self.words.data.doubts.circular.format(words=" → ".join(c)) for c in circle),
        ]
        if foreign(self.text):
            notices.append(self.words.data.doubts.language)
        return OrgReading(
            self.text,
            shape,
            roles,
            tuple(self.facts),
            tuple(self.left),
            people or None,
            tuple(dict.fromkeys(notices)),
        )

    def _draft(self, role: _Role) -> RoleDraft:
        say, doubts = self.words.data.doubts, list(role.doubts)
        count = role.count
        if (
            (role.half_time or role.part_time)
            and role.hours is None
            and "volunteer" not in role.title.lower()
        ):
            role.hours = FULL_TIME / 2
            words = f"{role.title}, {'half-time' if role.half_time else 'part-time'}"
            doubts.append(say.headcount.format(words=words, took=f"{role.hours:g} hours a week each"))
        if count is None and names_group(role.title, self.words):
            doubts.append(say.group.format(words=role.title))
        if not role.duties and not role.text and not self._leads(role):
            doubts.append(say.no_duties.format(words=role.title))
        return RoleDraft(
            title=role.title,
            duties=tuple(dict.fromkeys(role.duties)),
            measures=tuple(role.measures),
            places=tuple(role.places),
            tools=tuple(role.tools),
            headcount=count,
            hours=role.hours,
            reports_to=role.reports_to,
            name=role.name,
            text=role.text,
            spans=tuple(role.spans),
            doubts=tuple(dict.fromkeys(doubts)),
        )

    def _heads_a_list(self, role: _Role) -> bool:
        """Whether "Community team" only stands over the people that follow: a heading, not a seat."""
        group = names_group(role.title, self.words)
        says = role.duties or role.text or role.count is not None or role.reports_to or role.measures
        return group and not says and not self._leads(role) and len(self.roles) > 1

    def _leads(self, role: _Role) -> bool:
        return role.title.lower() in self.words.leaders or any(
            key_of(other.reports_to) == key_of(role.title)
            for other in self.roles.values()
            if other.reports_to
        )


def fact_of(text: str, span: Span, words: Vocabulary) -> Fact | None:
    """Return what a stretch says about the organisation as a whole, or None."""
    piece = text[span.start : span.end]
    if words.size.search(piece):
        return Fact("size", piece.strip(), span)
    return Fact("cover", piece.strip(), span) if words.cover.search(piece) else None
