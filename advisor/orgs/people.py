"""People told by name alone, and departments: "Marta runs our Discord; Jonas and Ayo answer tickets; sales sells"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advisor.rubrics.loader import load_rubrics
from advisor.wording import upper_first

from .gapped import GapReader
from .mentions import Mention, mentions
from .terms import Vocabulary
from .verbs import acts, names_work, sells
from .words import LOWER, UPPER, listed, names_in, plain

ONE = rf"(?!I['’]m\b)[{UPPER}][\w’'-]{{0,30}}[{LOWER}](?!\w)"
# "Jan van den Berg" has one surname.
PARTICLE = r"(?:van|von|vom|zu|zum|zur|de|del|della|di|da|dos|das|du|la|le|der|den|ter|ten|af|av|al|bin|ibn)"
FULL = rf"{ONE}(?:(?:\s{PARTICLE}){{0,2}}\s{ONE}){{0,2}}"
TWO_NAMES = rf"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s)?{ONE}(?:(?:\s{PARTICLE}){{0,2}}\s{ONE}){{1,2}}"
WHOLE = rf"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s)?(?:[{UPPER}]\.\s?){{0,2}}{FULL}"
_NAME = WHOLE
_INITIALS = re.compile(rf"(?:[{UPPER}]\.\s?)+")
_NAMES = rf"{_NAME}(?:,\s{_NAME}){{0,6}}(?:,?\s(?:and|&)\s{_NAME})?"
NAMES, ONE_NAME = re.compile(_NAMES), re.compile(_NAME)
_LINE = r"\A\s*(?:[-*•·–‣◦▪]\s+|\d{1,2}[.)]\s+)?"
_JOINED = r"\s(?:while|whereas|and|but|though|although)\s+"
_BRACKET = r"\s*\([^()\n]{0,40}\)"
# "Ana, our intern, ", "Marta, 3 days a week, "
_APPOSITION = (
    r",\s(?:(?:the|our|my|his|her|their|an?)\s|(?=[^,.;:\n]{0,20}\d[^,.;:\n]{0,12}(?:h|hrs?|hours?|days?|%|FTE)\b))"
    r"[^,.;:\n]{1,40},"
)
_SITS = re.compile(
    r"\s+(?:is|are|sits?|works?)\s+(?:based\s+)?(?:in|at|from|with)\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,\s+(?:with\s+)?|\s+(?:with|and\s+has)\s+)"
)
_WHO = re.compile(rf"(?<![\w’'-])({_NAMES}),?\s+who\s+")  # "Maria has Jon, who posts on LinkedIn"
_TOLD = re.compile(r"(?::|\s(?:[–—=→-]|->|=>))\s+")
_LEADS_WORDS = 5
_SHORTENED = re.compile(r"'(?:ve|re|ll|d|m)\Z|n't\Z")  # "We've hired": no name
_ENDS = r"(?=\s*(?:[.,;:!?)]|$|(?:for|that|which|with|of|in|and|where)\b))"


class People(NamedTuple):
    """Whom a clause is about: people by name, a department, or a role's ``mention``; where the clause begins, and where
    what they do. ``duty``: what they do, where that is told before them. ``number``: of a department's people.
    ``told``: behind a colon or dash, not by a verb.
    """

    names: tuple[str, ...]
    start: int
    does: int
    department: bool = False
    duty: str = ""
    mention: Mention | None = None
    number: float | None = None
    told: bool = False


class PeopleReader:
    """Finds, in one text, the clauses that say what people or departments do who have no title."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self._text, self.words = text, words
        # What the text calls "the X", "at X", "our app X" or "X is a company" is a firm, whatever its name.
        things = listed(words.data.things)
        called = re.compile(
            rf"(?<![\w’'-])(?:(?i:at|inside|within|the|(?:{things}))[ \t]+({ONE})|(?i:(?:our|an?)[ \t]+(?:[\w-]+[ \t]+){{0,2}}(?:{things}),[ \t]+)({ONE})(?=[,.])"
            rf"|({ONE})[ \t]+(?:is|are)[ \t]+(?:an?|the|our|one)[ \t]+(?:[\w-]+[ \t]+){{0,3}}(?:{things})\b{_ENDS})"
        )
        self._known = (
            words.never
            | words.fields
            | words.heads
            | words.verbs
            | words.openers
            | words.no_names
            | words.departments
        )
        self._firms = {plain(name) for found in called.findall(text) for name in found if name}
        either, suppliers = listed(words.data.departments), listed(words.data.suppliers)
        if re.search(
            rf"\bwe(?:['’]re|\s+are)\s+an?\s+(?:[\w-]+\s+){{0,4}}(?:{suppliers})\b", text, re.IGNORECASE
        ):
            suppliers = "(?!)"  # then "the agency" is the firm itself
        name, when = rf"(?-i:{FULL})", words.before_people.pattern
        department = (
            rf"(?:(?:the|our)\s+)?((?:{either})(?:\s\({name}\))?)(?!\w)|(?:an?|the|our|one|this)\s+((?:[a-z-]+\s+){{0,2}}(?:{suppliers})(?:\s+{name}|\s\({name}\))?)(?!\w)"
            rf"|((?:{suppliers})(?:\s+{name}(?!\w)|\s*:\s+{name}|\s*\({name}[^()\n]{{0,40}}\)|(?=\s*(?:[.,;]|$)|\s[a-z]+s\s)))"
        )
        self._department = re.compile(
            rf"(?:{_LINE}(?:{when},?\s+)?|[;:]\s+|,\s+(?:and|while|whereas|but|though|although|plus)\s+|{_JOINED})(?:{department})",
            re.IGNORECASE,
        )
        # "The complaint team is 5 strong"
        self._counted = re.compile(
            rf"(?:{_LINE}(?:{when},?\s+)?|[;:]\s+|,\s+(?:and|while|whereas|but|though|although|plus)\s+|{_JOINED})"
            rf"(?:the|our)\s+((?:[\w-]+\s+){{1,3}}?(?:{listed([*words.data.groups, *words.data.offices])}))\s+(?={words.many.pattern})",
            re.IGNORECASE,
        )
        self._supplier = re.compile(rf"\b(?:{suppliers})\b", re.IGNORECASE)
        alone = rf"((?-i:[a-z][a-z-]+)\s(?:{suppliers}))(?=\s*(?:[.,;(]|$))"  # "security agency"
        self._department_here = re.compile(f"{department}|{alone}", re.IGNORECASE)
        self._opening = re.compile(rf"\W*+{when}\W*", re.IGNORECASE)
        begins = rf"(?:{_LINE}(?:(?i:{when}),?\s+)?|[;:.]\s+|,\s+(?:(?:and|while|whereas|but|though|although|plus|then)\s+)?|{_JOINED})"
        # "Two tenants, Karl and Ayse, greet", "One of us (Lena) does"
        some = (
            rf"(?:(?:The|Our|the|our)\s)?(?i:{words.amount.pattern})\s(?:[a-z-]+\s)?[a-z-]+s,\s"
            r"|(?:[Aa]nother|(?:[Oo]ne|[Aa]nother)\sof\s(?:us|them|the\s[a-z-]+))(?:,\s|\s\()"
        )
        self._named = re.compile(
            rf"{begins}(?:(?:[Oo]ur|[Mm]y)\s|{words.kin.pattern}|(?P<some>{some}))?(?P<names>{_NAMES})"
            rf"(?:(?:{_BRACKET}|,\s[\d.,]{{1,5}}\s?(?:FTE|fte|h|hrs|hours)\b[^:\n]{{0,12}})?\s{{0,3}}(?P<told>:|\s(?:[–—=→-]|->|=>))\s+|(?:{_BRACKET}|{_APPOSITION}|(?(some)[,)]|,(?=\s[a-z]+s\s)))?\s+)"
        )
        self._i = re.compile(rf"{begins}(?:(?i:and|so|{when})\s+)?(I)(?:[’'](?:m|ve|ll)|\s)\s*")
        self._gaps = GapReader(_NAMES, words, self.is_name, lambda said: names_work(said, 0, words))

    def find(self, start: int, end: int) -> list[People]:
        """Return the clauses of ``text[start:end]`` in order; "At the moment," before the first belongs to it."""
        found = sorted(self._found(start, end), key=lambda one: one.does)
        ends = [*(one.start for one in found), end][1:]
        found = [each for one, until in zip(found, ends, strict=False) for each in self._alike(one, until)]
        if found and self._opening.fullmatch(self._text, start, found[0].start):
            found[0] = found[0]._replace(start=start)
        return found

    def _alike(self, one: People, end: int) -> Iterator[People]:
        """Yield a clause, and those behind it, before ``end``, that leave out its verb."""
        yield one
        if not (one.department or one.told):
            yield from self._gaps.after(self._text, one, end)

    def named(self, start: int, end: int) -> bool:
        """Whether somebody is named in ``text[start:end]`` who has no title, or a supplier."""
        return any(
            # "Legal (Marc) looks at …" is somebody, too
            not one.department or self._supplier.search(one.names[0]) or "(" in one.names[0]
            for one in self._found(start, end)
        )

    def _found(self, start: int, end: int) -> Iterator[People]:
        stretch, words = self._text[start:end], self.words
        at = 0
        while match := self._named.search(stretch, at):
            at = match.start("names") + 1  # "on TikTok, and Noor runs …": the second may be the one
            names = names_in(match["names"])
            told = match["told"] is not None
            if told and stretch[: match.start("names")].strip(" -*•·–‣◦▪.)0123456789"):
                continue  # a name and a colon only where a line begins
            titled = mentions(
                stretch, match.start(), match.start("names"), words
            )  # "two hosts, Karl and Ayse, greet"
            if (
                all(self.is_name(name) for name in names)
                and not titled
                and (told or acts(stretch, match.end(), words, several=len(names) > 1))
                and names_work(stretch, match.end(), words)
                and not (not start and sells(stretch, match.end()))
            ):
                at = match.end("names")
                yield People(names, start + match.start(), start + match.end(), told=told)
        at = 0
        while match := _WHO.search(stretch, at):
            at = match.start(1) + 1  # "Oh, and Mei Chao, who …"
            names = names_in(match[1])
            known = all(map(self.is_name, names))
            at = match.end(1) if known else at
            if (
                known
                and not self._only_boss(stretch, match)
                and acts(stretch, match.end(), words, several=len(names) > 1)
                and names_work(stretch, match.end(), words)
            ):
                at = match.end()
                yield People(names, start + match.start(1), start + match.end())
        for match in self._i.finditer(stretch):
            does = match.end()
            if (
                acts(stretch, does, words, several=True) or words.in_charge.match(stretch, does)
            ) and names_work(stretch, does, words):
                yield People((words.data.writer,), start + match.start(), start + does)
        yield from self._departments(stretch, start)

    def _departments(self, stretch: str, start: int) -> Iterator[People]:
        """Yield the departments, suppliers and counted teams that a ``stretch`` of the text is about; it begins at ``start``."""
        words = self.words
        for match in self._department.finditer(stretch):
            at, name = match.end(), upper_first(next(filter(None, match.groups())))
            named = next(i for i in (1, 2, 3) if match[i])
            colon = _TOLD.match(stretch, at) if named == 3 else None
            counted = words.many.match(stretch, at + 1)
            number, does = words.number(counted[1]) if counted else None, (counted or colon or match).end()
            placed = _SITS.match(stretch, at)  # "Customer service is in Poland, 22 people"
            heads = words.heads_in.match(stretch, placed.end()) if placed and not counted else None
            if heads:
                number, does = words.number(heads[1]), heads.end()
            acting = colon or acts(stretch, at + 1, words, several=False, department=True)
            if not (counted or heads) and not (acting and names_work(stretch, at, words)):
                continue
            titled = mentions(stretch, match.start(1), len(stretch), words)[:1] if named == 1 else []
            if counted or heads or not any(one.start == match.start(1) for one in titled):
                yield People((name,), start + match.start(), start + does, department=True, number=number)
        for match in self._counted.finditer(stretch):
            counted = words.many.match(stretch, match.end())
            apart = plain(match[1].split()[0]) not in words.data.no_team
            if counted and apart and not mentions(stretch, match.start(1), match.end(), words):
                name, number, does = upper_first(match[1]), words.number(counted[1]), counted.end()
                yield People((name,), start + match.start(), start + does, department=True, number=number)

    def _only_boss(self, stretch: str, who: re.Match[str]) -> bool:
        """Whether somebody is told only as the boss of others, and whose they are: "led by Ruth, who reports to the COO"."""
        before = stretch[: who.start(1)].rstrip()
        told = any(found.end() == len(before) for found in self.words.reports.finditer(before))
        return told and self.words.reports.match(stretch, who.end()) is not None

    def leads_at(self, start: int, end: int) -> str:
        """Return who, by name, leads what stands behind ``text[start:end]``: "Anna leads the"; or ""."""
        name = ONE_NAME.match(self._text, start, end)
        rest = self._text[name.end() : end] if name else ""
        verb = self.words.manages.match(rest.lstrip())
        if name and verb and len(rest.split()) <= _LEADS_WORDS and self.is_name(name[0]):
            return name[0]
        return ""

    def department_at(self, start: int, end: int) -> tuple[str, int] | None:
        """Return the department or supplier at ``start`` and where its words end, or None."""
        match = self._department_here.match(self._text, start, end)
        if match is None or plain(match[0].split()[0]) in self.words.verbs:  # "manage vendor"
            return None
        return next(filter(None, match.groups())), match.end()

    def is_name(self, name: str) -> bool:
        """Whether this looks like somebody's name: no word that the rubrics or a team's description know."""
        words, first = self.words, plain(_INITIALS.sub("", name).split(maxsplit=1)[0].rstrip("."))
        if first in words.data.first_names or first in words.data.honorifics:
            return True
        if (
            first in self._known
            or _SHORTENED.search(first)
            or words.places.fullmatch(name)
            or words.tools.fullmatch(name)
        ):
            return False
        return first not in self._firms and not load_rubrics().matcher.knows(first)
