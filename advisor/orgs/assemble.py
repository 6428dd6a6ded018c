"""Puts together what was read about each role: one draft a role, facts, and what belongs to neither."""

from __future__ import annotations

import re

from advisor.wording import joined, upper_first

from .brackets import duties_in_bracket
from .collected import Collected
from .doers import Doers
from .doubts import key_of, volunteers
from .facts import empty_seat
from .holders import holder_at
from .mentions import Mention
from .model import Span
from .people import ONE_NAME, People, PeopleReader
from .seat import Seat
from .share import full_time
from .teams import lead_title, work_of
from .vocabulary import several
from .words import EDGES, first_name, past
from .work_first import WorkFirst

_MOST_NAMED = 20  # people whom a row names
_WRITER = re.compile(r"\b(?:I(?:['’]m|\s+am|\s+work\s+as)|[Mm]y\s+name\s+is)\b")
_NO_OWNER = re.compile(r"[\w ]{2,20}:\s*(?:[-–—?]|none|nobody|no one|n/a|tbd|tbc)\W*", re.IGNORECASE)
_MINE = re.compile(r"\s?\((?:me|myself|I)\)")
_BARE = re.compile(r"\([^()]*\)|\b(?:19|20)\d\d\b|[:–—-]+\s*$|^#+")  # "TO BE (2027)"
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)")  # "Robin (community) left in January"
_BEFORE_NAME, _BEHIND_NAME = re.compile(r"[\s,(]*"), re.compile(r"\s*[,)]")


class Builder(Collected):
    """Collects roles while a text is read from top to bottom."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.people = PeopleReader(text, self.words)
        self.doers = Doers(text, self.words, self.people)
        self.work_first = WorkFirst(text, self.words, self.doers)
        self.heading = ""  # the team or department over the lines at hand
        self.headings: list[tuple[str, Span]] = []  # … that are no seats
        self.team: Seat | None = None  # … as a seat, and its work, for those who are listed below by name
        self.team_work = ""
        self.measures: list[tuple[str, Span]] = []  # what everybody is judged by, and where a text says so
        self.over_all: tuple[str, Span] | None = None  # whom all answer to, told before any of them

    def clauses(self, start: int, end: int) -> list[People]:
        """Return, in order, the clauses about people without a title, departments, and those whose work is told otherwise."""
        after = self.work_first.told_first(start, end)
        after = after or list(self.work_first.one_for(start, end))
        after = after or [*self.work_first.after_work(start, end), *self.work_first.used(start, end)]
        before = [
            one
            for one in self.people.find(start, end)
            if not any(a.start <= one.start < a.does for a in after)
        ]
        return sorted([*before, *after], key=lambda one: one.does)

    def clause(self, who: People, span: Span, above: str = "") -> None:
        """Take what a clause says of those it is about, who answer to ``above``."""
        mention = who.mention
        if who.department:
            title, at = who.names[0], who.does
            mention = Mention(title, at - len(title), at, who.start, at, who.number, title)
        if mention is None:
            self.person(who.names, span, who.does, who.duty)
            if self.current is not None:
                self.current.reports_to = self.current.reports_to or above
        else:
            name = who.names[0] if who.names and not who.department else ""
            self.open(mention, span, who.does, name, above, duty=who.duty)

    def open(
        self,
        mention: Mention,
        span: Span,
        rest: int,
        before: str,
        above: str,
        *,
        duty: str = "",
        second: bool = False,
        listed: bool = False,
    ) -> None:
        """Begin a role, or go on with it when it was named before.

        ``rest`` is where its duties begin; ``duty`` one more that stands elsewhere. ``second``: another title of the
        person at hand. ``listed``: the role has a line of its own, so that a second one may be a second person.
        """
        held = holder_at(mention, span, rest, before, self.doers, self.people, listed=listed)
        mention, name, rest = held.mention, held.name, held.rest
        if second and self.current is not None:
            name = self.current.name
        title, key = self._key(self._title(mention, span.end), name, mention.number)
        role = self.roles.get(key)
        empty = not second and (
            _BARE.sub("", self.heading.lower()).strip() in self.words.data.vacant_headings
            or empty_seat(self.text, mention, before, name, span, self.words)
        )
        if role and listed and role.listed and mention.number and role.count not in (None, mention.number):
            key = f"{key} / {mention.number:g}"  # "6 agents", and on a line of their own "2 part-time agents"
            role = self.roles.get(key)
        if role is not None and listed and empty and not role.vacant:
            key = f"{key} / empty"  # another seat of that title, in which nobody sits
            role = self.roles.get(key)
        if role is None:
            role = self.roles[key] = Seat(upper_first(title), heading=self.heading)
        elif (mention.number is not None and role.count is not None and mention.number != role.count) or (
            listed and not name and role.count is None and role.listed
        ):
            role.doubts.append(self.words.data.doubts.twice.format(words=title))
        role.listed |= listed
        role.aside += held.aside
        previous = self._turn_to(role)
        role.counted(mention.number, mention.counted)
        role.vacant |= empty
        if name:
            role.name = role.name or name
            rest = max(rest, past(self.text, rest, _BEFORE_NAME, name, _BEHIND_NAME))
            self.names.hold(role.name, role)
        if mine := _MINE.match(self.text, mention.after, span.end):  # "The founder (me)"
            self.hold_writer(role)
            rest = max(rest, mine.end())
        if len(held.together) > 1:
            role.held_by(held.together, self.words)
        if _WRITER.search(self.text, span.start, mention.before) and self.text[
            span.start : mention.before
        ].split()[-1:] != ["to"]:
            self.hold_writer(role)
        if second and previous is not None and previous is not role and previous.count is None is role.count:
            for half in (previous, role):
                half.count = 0.5
                half.doubts.append(self.words.data.doubts.two_titles.format(words=name or previous.title))
        known = len(role.duties)
        role.say(self.text, span, max(rest, span.start), self.words, duty)
        role.reports_to = role.reports_to or above  # what is said of it comes first
        # Only then, since what is said of a seat that has duties may be its measures.
        # Its bracket may hold the count as well: "Support agents (8, nights)".
        role.duties[known:known] = duties_in_bracket(
            self.text, mention.after, rest, self.words
        ) or duties_in_bracket(self.text, mention.end, rest, self.words)
        self._name_counted(role)

    def _turn_to(self, role: Seat) -> Seat | None:
        """Make a role the one at hand; return the one before it, whom "reports to her" means if that is one person."""
        previous, self.current = self.current, role
        if previous and previous is not role and (previous.count or 1) <= 1:
            role.after = previous.title
        return previous

    def _name_counted(self, role: Seat) -> None:
        """Take the names behind a count for those who are counted: "Community (2 people): Ana, Ben"."""
        if role.name or role.people or role.count is None or len(role.duties) > _MOST_NAMED:
            return
        names = [duty for duty in role.duties if ONE_NAME.fullmatch(duty) and self.people.is_name(duty)]
        if names and role.count == len(names):
            role.name = joined(names)
            role.duties = [duty for duty in role.duties if duty not in names]
            for name in names:
                self.names.hold(name, role)

    def _key(self, title: str, name: str, number: float | None) -> tuple[str, str]:
        """Return a seat's title and the key that tells it from others of that title."""
        key = key_of(title)
        role = self.roles.get(key)
        if role is None and not name and number is None and (group := self._group(title)):
            return group
        if role is not None and name and role.name and first_name(name) != first_name(role.name):
            key = f"{key} {name.lower()}"  # two bullets, one title, two people
            role = self.roles.get(key)
        if role is not None and self.heading and role.heading and role.heading != self.heading:
            title, key = (
                f"{title} ({_BARE.sub('', self.heading).strip()})",
                f"{key} / {self.heading}",
            )  # the same in another team
        return title, key

    def _group(self, title: str) -> tuple[str, str] | None:
        """Return title and key of the one group read before that a word alone means: "Moderators" below "Content moderators"."""
        if " " in title or not several(title, self.words):
            return None
        ends = f" {title.lower()}"
        known = [
            (r.title, key) for key, r in self.roles.items() if r.count and r.title.lower().endswith(ends)
        ]
        return known[0] if len(known) == 1 else None

    def _title(self, mention: Mention, end: int) -> str:
        """Return the title of a role's seat; those who are counted as volunteers are called so."""
        title = mention.title.strip(EDGES)
        title += ")" if "(" in title else ""  # an edge, too: "Agency (BrightSpark)"
        if self.heading and mention.number is None and title.lower() in self.words.data.leads_it:
            title = lead_title(self.heading, title, self.words)  # "Lead: Ida" below "Community"
        if self.words.voluntary.match(self.text, mention.end, end) and not volunteers(title):
            title = self.words.data.of_volunteers.format(title=title[:1].lower() + title[1:])
        return title

    def hold_writer(self, role: Seat) -> None:
        """Note that a role is that of whoever wrote the text."""
        for name in ("I", self.words.data.writer):
            self.names.hold(name, role)

    def person(self, names: tuple[str, ...], span: Span, does: int, duty: str = "", above: str = "") -> None:
        """Begin the role of people who are named and have no title, under ``above``, or go on with theirs.

        ``does`` is where their duties begin; ``duty`` one more that stands elsewhere.
        """
        key = " ".join(("people", *names)).lower()
        owners = [self.names.holder(name) for name in names]
        if len(names) > 1 and all(owners) and self.words.reports.match(self.text, does):
            for owner in filter(None, owners):  # "Ben and Kim report to Olga"
                owner.say(self.text, span, does, self.words)
            return
        role = owners[0]
        if role is None or any(owner is not role for owner in owners) or (len(names) > 1 and not role.people):
            role = self.roles.get(key)
        if role is None:
            title = joined(names)
            role = self.roles[key] = Seat(title, people=names, heading=self.heading)
            role.count = len(names) if len(names) > 1 else None
            for name in names:
                self.names.hold(name, role)
            if names == (self.words.data.writer,):
                self.hold_writer(role)
        at = self.text.find(names[-1], span.start, span.end)
        behind = at + len(names[-1])
        bracket = _BRACKET.match(self.text, behind, span.end)
        for stop in (behind, bracket.end() if bracket else behind):
            role.vacant |= at >= 0 and self.words.absent.vacant.match(self.text, stop, span.end) is not None
        self._turn_to(role)
        before, role.hours = role.hours, None if duty else role.hours
        role.say(self.text, span, does, self.words, duty)
        if before and duty:  # "Community: Ana 50%", and further down "Social: Ana 50%"
            role.hours = min(before + role.hours, max(before, full_time())) if role.hours else before
        role.reports_to = role.reports_to or above

    def fact_or_left(self, span: Span) -> None:
        """Keep a sentence that is about no role; "Owner: –" belongs to the work above it."""
        title, head = self.headings[-1] if self.headings else ("", span)
        above = title == self.heading and not self.text[head.end : span.start].strip(" \n\r")
        if above and head.end <= span.start and _NO_OWNER.fullmatch(self.text, span.start, span.end):
            self.headings.pop()
            span = Span(head.start, span.end)
        super().fact_or_left(span)

    def begin_team(self, title: str, seat: Seat | None = None, span: Span | None = None) -> None:
        """Note that a team's name stands over the lines that follow, alone in ``span`` or as a ``seat``; "" ends it."""
        self.headings += [(title, span)] if span else []
        self.heading = title or self.heading
        self.team, self.team_work = seat, work_of(title, self.words)

    def end_team(self) -> None:
        """Note that what follows stands under no team."""
        self.heading, self.team, self.team_work = "", None, ""

    def add(self, span: Span, start: int) -> None:
        """Give a stretch to the role at hand."""
        if self.current is not None:  # always: callers ask first
            self.current.say(self.text, span, start, self.words)

    def counted(
        self,
        label: str,
        place: tuple[int, int],
        number: float,
        span: Span,
        rest: int,
        above: str,
        *,
        works: bool = False,
        duty: str = "",
    ) -> None:
        """Open a seat that a ``label`` at ``place`` names with a number; 0 says that nobody does it.

        ``works``: the label tells what they do; ``duty`` tells it otherwise.
        """
        if not number:
            self.nobody(span)
            return
        mention = Mention(label, *place, span.start, place[1], number, f"{number:g}")
        self.open(mention, span, rest, "", above, duty=duty or (label if works else ""), listed=True)
