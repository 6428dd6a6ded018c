"""One seat while a text is read: what is said of it, added up, and the draft that comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from advisor.errors import InputError
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.rubrics.structures import load_structures
from advisor.wording import joined

from .details import ONE_BEFORE, Details, details
from .doubts import is_outside, volunteers
from .duties import beside_wish, duties_in, is_wish, measure_in, without_lead
from .heads import heads_told
from .hours import only_times
from .model import HOURS_A_WEEK, MOST_PEOPLE, Fact, RoleDraft, Span
from .share import full_time, hours_with_some
from .teams import work_of
from .terms import Vocabulary
from .verbs import names_work
from .vocabulary import several
from .words import WORD, first_name, names_in, plain

_EACH = re.compile(r"(?<![\d.,])(\d{1,3})\s*[x×]\s*(0?[.,]\d{1,2})\s*FTE", re.IGNORECASE)
_HARDLY = 0.25  # the weight of a title that names a job and no craft: "agents", "analyst"


def work_of_title(title: str) -> str:
    """Return the practice that a title promises, by its name, or "" when it promises none of the five."""
    rubrics = load_rubrics()
    practice = rubrics.titles.read(title).practice
    return next((p.name.lower() for p in rubrics.data.practices if p.practice == practice != "other"), "")


def _comes_on_top(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Whether what follows a title is told beside its own work: "and also moderates", "and answers tickets"."""
    found = words.adds.match(text, start, end)
    does = WORD.search(text, found.end(), end) if found else None
    if found is None or does is None:
        return False
    said = does[0].lower()
    return found["also"] is not None or said in words.verbs or said in words.person_verbs


@dataclass
class Seat:
    """A role, a department or people by name. ``people``: the names that stand for a title; ``heading``: the team it
    stands under; ``listed``: a line of its own named it; ``beside``: the column of the bullet that did, or -1;
    ``after``: the one person told of before it, or "".
    """

    title: str
    name: str = ""
    count: float | None = None
    reports_to: str = ""
    hours: float | None = None
    part_time: bool = False
    half_time: bool = False
    vacant: bool = False
    duties: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    tools: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    text: str = ""
    people: tuple[str, ...] = ()
    heading: str = ""
    listed: bool = False
    beside: int = -1
    after: str = ""
    aside: list[tuple[int, int]] = field(default_factory=list)  # stretches that only name its holder
    shares: tuple[str, ...] = ()  # what they help with, where nothing else is said of them
    facts: list[Fact] = field(default_factory=list)  # what is said here of the organisation

    @property
    def called(self) -> str:
        """The title, with who holds it."""
        return f"{self.title} ({self.name})" if self.name else self.title

    @property
    def says_something(self) -> bool:
        """Whether anything but the title is known."""
        known = self.duties or self.text or self.reports_to or self.measures or self.name
        return bool(known) or self.count is not None or self.hours is not None

    @classmethod
    def of_ad(cls, text: str, span: Span, title: str, words: Vocabulary) -> Seat:
        """Return the seat that a whole job description is about."""
        ad = text[span.start : span.end].strip()
        more = details(ad, 0, len(ad), words)
        return cls(
            title or "A job description without a title",
            text=ad,
            reports_to="" if more.reports_to.lower() in ONE_BEFORE else more.reports_to,
            places=list(more.places),
            tools=list(more.tools),
            hours=more.hours if more.hours is not None and more.hours <= HOURS_A_WEEK else None,
            spans=[span],
        )

    @classmethod
    def of_row(cls, draft: RoleDraft, words: Vocabulary, *, vacant: bool) -> Seat:
        """Return the seat of a table's row; ``vacant``: a cell says that nobody sits there."""
        names, doubts = names_in(draft.name), list(draft.doubts)
        if len(names) > 1 and draft.headcount is None and not several(draft.title, words):
            took = words.data.doubts.people.format(count=len(names))
            doubts.append(words.data.doubts.headcount.format(words=draft.name, took=took))
        return cls(
            draft.title,
            draft.name,
            draft.headcount or (float(len(names)) if len(names) > 1 else None),
            draft.reports_to,
            draft.hours,
            vacant=vacant or words.absent.vacant.search(draft.title) is not None,
            duties=list(draft.duties),
            measures=list(draft.measures),
            places=list(draft.places),
            tools=list(draft.tools),
            spans=list(draft.spans),
            doubts=doubts,
        )

    def say(self, text: str, span: Span, start: int, words: Vocabulary, duty: str = "") -> None:
        """Take what ``text[span]`` says of this seat; its duties begin at ``start``, and ``duty`` is one more.

        Raises InputError when the hours can't be right.
        """
        again = not all(map(is_outside, self.duties))
        self.spans.append(span)
        if not duty and is_wish(text[start : span.end]):  # its hours are nobody's either
            later = duties_in(text, span._replace(start=start), self.aside, frozenset(), words)[1:]
            self._wished(text, span, later)
            return
        if not (duty or self.duties) and _comes_on_top(text, start, span.end, words):
            duty = work_of_title(self.title)
        duty = without_lead(duty)
        self.duties += [duty] if duty else []
        more = details(
            text, span.start, span.end, words, (self.title, *filter(None, (self.name, *self.people)))
        )
        boss = self.after if more.reports_to.lower() in ONE_BEFORE else more.reports_to
        self.reports_to = self.reports_to or boss
        counted = words.some_of_them.search(text, span.start, span.end)
        some = counted if self.count and self.count > 1 else None
        # "Lead a team of 11 agents (5 part-time)": those are others
        others = bool(counted and words.number(counted[1]) > 1 and not several(self.title, words))
        self._take_week(more, words.number(some[1]) if some else 0, text[span.start : span.end])
        if more.part_hours:
            said = words.data.doubts.part_hours.format(words=more.part_hours)
            self.doubts.append(said)
        if self.count is None and several(self.title, words):
            self.count = heads_told(self.title, text, span, start, words)
        if self.count == 0:  # "Moderators: 0 volunteers"
            self.count, self.vacant = None, True
        self.part_time |= more.part_time and not some and not others
        self.half_time |= more.half_time and not some
        self.vacant |= words.absent.gone.match(text, span.start, span.end) is not None  # "She is on leave."
        for have, found in (
            (self.measures, more.measures),
            (self.places, more.places),
            (self.tools, more.tools),
        ):
            have += [each for each in found if each not in have]
        whole = (self.name, *self.people)
        each_of = [one for name in whole for one in (name, *names_in(name))]
        names = frozenset(plain(name) for one in each_of for name in (one, first_name(one)))
        said_to_do = duties_in(text, span._replace(start=start), (*more.stretches, *self.aside), names, words)
        for i, each in enumerate(said_to_do):
            if words.absent.soon_away.match(each):  # "goes on leave in March"
                self.facts.append(Fact("absence", text[span.start : span.end], span))
            elif is_wish(each):  # "wants to hire somebody who answers tickets": work of nobody yet
                self._wished(text, span, said_to_do[i + 1 :])
                break
            elif only_times(each, words):
                self.duties.append(words.data.hours_as_duty.format(words=each))
            elif measure := measure_in(each, words, again=again):
                self.measures += [measure] if measure not in self.measures else []
            else:
                self.duties.append(each)

    def _wished(self, text: str, span: Span, later: Sequence[str]) -> None:
        """Take a wish to hire as a vacancy, and of what stands ``later`` in it what this seat does, not whoever is hired."""
        found = load_structures().empty_post(text[span.start : span.end])
        wish = span._replace(start=span.start + found[0]) if found else span  # who wishes sits in a seat
        said = text[wish.start : wish.end]
        self.facts.append(Fact("vacancy", said, wish))
        self.duties += beside_wish(said, later)

    def _take_week(self, more: Details, some: float, said: str) -> None:
        """Take hours and posts, of all or of ``some`` of them. Raises InputError when the hours can't be right."""
        if some and (more.hours or more.part_time or more.half_time):  # "5 agents, 2 of them part-time"
            self.hours = hours_with_some(self.count or 1, some, more.hours)
        elif more.hours is not None:
            if more.hours > HOURS_A_WEEK:
                raise InputError(
                    "hours",
                    f"“{self.title}”: {more.hours:,.0f} hours a week can’t be right; a week has {HOURS_A_WEEK}.",
                    "Correct it, or leave it out.",
                )
            self.hours = more.hours or None
        if each := _EACH.search(said):  # "2 x 0.8 FTE"
            self.count = self.count or float(each[1])
            self.hours = float(each[2].replace(",", ".")) * full_time()
        elif self.count and more.posts and more.posts < self.count:
            # "1 analyst (0.5 FTE)", "3 agents (0.5 FTE)" each, "22 agents, 17.5 FTE in total"
            each_post = more.posts if more.posts < 1 else more.posts / self.count
            self.hours = round(each_post * full_time(), 1)
        elif self.count is None:
            self.count = more.posts

    def counted(self, number: float | None, said: str) -> None:
        """Take how many people the text counts in ``said`` before the title. Raises InputError when that can't be right."""
        if number is None:
            return
        if not 0 < number <= MOST_PEOPLE:
            raise InputError(
                "headcount",
                f"“{said} {self.title}”: {number:,.0f} people can’t be right.",
                f"Write a number above 0 and up to {MOST_PEOPLE:,}, or leave it out.",
            )
        self.count = number

    def held_by(self, names: Sequence[str], words: Vocabulary) -> None:
        """Take everybody whom a bracket names; they are counted, or doubted where the text counts others."""
        self.count = self.count or float(len(names))
        if len(names) != self.count:
            took = words.data.doubts.people.format(count=f"{self.count:g}")
            self.doubts.append(words.data.doubts.headcount.format(words=joined(names), took=took))

    def one_more(self, name: str, span: Span) -> None:
        """Take a name that stands alone below a group as one of its people; they are counted if the text counts nobody."""
        if name not in self.people and (self.count is None or self.people):
            self.count = (self.count or 0) + 1
            self.people = (*self.people, name)
        self.spans.append(span)

    def take_from_heading(self, words: Vocabulary) -> None:
        """Take the work of the team that it stands under, where neither its title nor anything else tells its own."""
        work = work_of(self.heading, words)
        # "Agents" stand for no practice, and under "Support" for support.
        promised = load_rubrics().titles.read(self.title)
        unclear = promised.practice == "unclear" or (
            promised.practice not in PRACTICES
            and (self.title.lower() in words.data.counted or promised.weight <= _HARDLY)
        )
        unclear &= not words.functions.search(self.title)
        told = any(names_work(duty, 0, words) and not is_outside(duty) for duty in self.duties)
        leads = self.title.lower() in words.leaders  # a CEO does not do the work of the heading
        if told or leads or self.text or self.shares or not unclear:
            return
        if work:
            self.duties = [work, *self.duties]
            return
        # The longest of the words that stand for some work: "first line agents"
        said = self.title.lower()
        last = max(
            (w for w in words.data.stands_for if said == w or said.endswith(f" {w}")), key=len, default=""
        )
        if last:
            names = {p.practice: p.name.lower() for p in load_rubrics().data.practices}
            took = names[words.data.stands_for[last]]
            self.duties = [took, *(duty for duty in self.duties if duty.lower() != said)]
            self.doubts.append(words.data.doubts.stands_for.format(words=self.title, took=took))

    def draft(self, words: Vocabulary, *, leads: bool) -> RoleDraft:
        """Return what people may correct. ``leads``: somebody reports to this seat, so it may say nothing of its work."""
        say, doubts = words.data.doubts, list(self.doubts)
        duties = self.duties or self.shares
        hours = self.hours
        if (self.half_time or self.part_time) and hours is None and not volunteers(self.title):
            hours = load_structures().data.numbers.part_time_hours
            said = f"{self.title}, {'half-time' if self.half_time else 'part-time'}"
            doubts.append(say.headcount.format(words=said, took=f"{hours:g} hours a week each"))
        if hours is None and volunteers(self.title):
            took = f"{load_structures().data.numbers.volunteer_hours:g} hours a week each"
            doubts.append(say.headcount.format(words=self.title, took=took))
        if self.count is None and not self.name and several(self.title, words):
            doubts.append(say.group.format(words=self.title))
        if not duties and not self.text and not leads:
            doubts.append(say.no_duties.format(words=self.title))
        return RoleDraft(
            title=self.title,
            duties=tuple(dict.fromkeys(duties)),
            measures=tuple(self.measures),
            places=tuple(self.places),
            tools=tuple(self.tools),
            headcount=self.count,
            hours=hours,
            reports_to=self.reports_to,
            name=self.name,
            text=self.text,
            spans=tuple(self.spans),
            doubts=tuple(dict.fromkeys(doubts)),
        )
