"""Who stands at a place in the text: a role, people by name, a department, an outside firm."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.rubrics.structures import load_structures
from advisor.wording import upper_first

from .mentions import Mention, mentions
from .people import FULL, NAMES, ONE, ONE_NAME, PeopleReader
from .terms import Vocabulary
from .vocabulary import several
from .words import ABOUT, UPPER, names_in, plain

_GOES_ON = re.compile(r"\s+(?:is|are|was|were|by|to)\b")
_FIRM = re.compile(rf"{ONE}(?:\s(?:&\s)?{ONE}){{0,3}}")
_KNOWN_AS = re.compile(rf",\s+({FULL})(?=\s*(?:[(.,;]|$))")
_ARTICLE = re.compile(rf"(?:(?:one of )?(?:the|our|my|an?)\s+)?(?:{ABOUT})?", re.IGNORECASE)
_ME = re.compile(r"(?:me|myself|I)(?![\w’'-])")
_HANDLE = re.compile(r"@([^\W\d_][\w-]{1,30}(?:\.[\w-]+)?)(?![\w@])")
AND = re.compile(r"\s*(?:(?:,\s*)?\b(?:and|plus)\b|,|&|\+)\s*", re.IGNORECASE)
_ALSO = re.compile(r"[\s,]*(?:and|&|\+|plus)\s", re.IGNORECASE)
_AN = re.compile(r",\s+(?:an?|our|the)\s")
_FIELD = re.compile(rf"(?:[{UPPER}][\w&-]+\s){{1,3}}")
# "the legal dept.", "central marketing office"
_OFFICE = re.compile(
    r"((?:[\w&'’-]+\s+){1,3}?(?:dept|department|team|office|unit|desk|bureau|secretariat))\.?(?=\s*(?:$|[.,;:()]|and\b|\w+s\b))",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(r"an?\s+((?:team|crew|group)\s+of\s+)", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:in|from|at)\s+(?:the\s+)?[\w-]+(?=\s*(?:,|&|and\b|[.;]|$))", re.IGNORECASE)
CLOSED = re.compile(r"\s*(?:$|[.;(])")
_NAMES_BESIDE = re.compile(rf"\s?\(({NAMES.pattern})\)|,\s({NAMES.pattern}),(?=\s)")
_ARE_BEFORE = re.compile(rf"\W*+({NAMES.pattern})\s+are\s+(?:both\s+|all\s+)?(?:our\s+|the\s+)?")
_ARE_BEHIND = re.compile(rf"\s+are\s+({NAMES.pattern})(?=\s*(?:[.;(]|$))")
_SPACE = re.compile(r"\s*")
_BRACKET = re.compile(
    r"\s?\([^()\n]{1,60}\)|\s\d{1,3}\s?(?:%|h(?:rs?|ours?)?(?!\w))(?!\s*(?:of|on|for)\b)"
)  # "Ole (100%)", "8 agents (5 in Lisbon, 3 in Manila)"
_OF_ALL = re.compile(r"\s?\(\s*(?:all|both|each)\b", re.IGNORECASE)
_LONGEST = 80  # characters in which a role's name is looked for


class Doer(NamedTuple):
    """Somebody at a place: people or a department by ``names``, or a role's ``mention``; ``end``: where the words end.
    ``alone``: a bracket says more of this one alone; ``does``: where it tells when they work, or 0.
    """

    end: int
    names: tuple[str, ...] = ()
    mention: Mention | None = None
    department: bool = False
    alone: bool = False
    does: int = 0


class Doers:
    """Finds in one text who is named where somebody is expected."""

    def __init__(self, text: str, words: Vocabulary, people: PeopleReader) -> None:
        self.text, self._words, self._people = text, words, people

    def at(self, start: int, end: int) -> Doer | None:
        """Return who stands at ``start``: a role, people by name, a department, a supplier, the writer, or None."""
        text, words = self.text, self._words
        if firm := self._firm(start, end):
            return firm
        if handle := _HANDLE.match(text, start, end):  # "@hana"
            return Doer(handle.end(), (upper_first(handle[1]),))
        if me := _ME.match(text, start, end):
            return Doer(me.end(), (words.data.writer,))
        article = _ARTICLE.match(text, start, end)
        at = article.end() if article else start
        named = mentions(text, start, min(end, start + _LONGEST), words)
        if named and (named[0].start <= at or named[0].before <= at):
            return Doer(named[0].after, mention=named[0])
        field = _FIELD.fullmatch(text, at, named[0].start) if named else None
        if (
            named and field and not self._people.is_name(field[0])
        ):  # "Abuse Operations Analyst", and no rule knows abuse
            title = " ".join(text[at : named[0].end].split())
            return Doer(named[0].after, mention=named[0]._replace(title=title, start=at, before=at))
        for match in filter(None, (NAMES.match(text, start, end), ONE_NAME.match(text, start, end))):
            if all(map(self._people.is_name, names_in(match[0]))):
                return Doer(match.end(), names_in(match[0]))
        if found := self._people.department_at(start, end):
            title, stop = upper_first(found[0]), found[1]
            if known := _KNOWN_AS.match(text, stop, end):  # "an agency, Northlight"
                title, stop = f"{title} {known[1]}", known.end()
            return Doer(stop, (title,), department=True)
        office = _OFFICE.match(text, at, end)
        if office and plain(office[1].split()[0]) not in words.data.no_team:
            return Doer(office.end(), (upper_first(office[1]),), department=True)
        if (team := _TEAM_OF.match(text, start, end)) and (
            count := words.amount.match(text, team.end(), end)
        ):
            title = " ".join(text[team.start(1) : count.end()].split())
            mention = Mention(
                title, team.start(1), count.end(), start, count.end(), words.number(count[0]), count[0]
            )
            return Doer(count.end(), mention=mention)
        return None

    def _firm(self, start: int, end: int) -> Doer | None:
        """Return the firm at ``start``: "Bright & Bold Ltd", "Smith & Sons"."""
        text, words = self.text, self._words
        match = _FIRM.match(text, start, end)
        if match is None:
            return None
        form = words.firms.match(text, match.end(), end)
        last, stop = plain(match[0].split()[-1]), form.end() if form else match.end()
        named = form or last in words.data.firms or (last in words.firm_partners and "&" in match[0])
        stop -= text[stop - 1] == "."  # the sentence's, most likely
        return Doer(stop, (text[start:stop],), department=True) if named else None

    def any_firm(self, at: int, end: int) -> list[Doer]:
        """Return the firm to which work is outsourced, whatever its name."""
        firm = _FIRM.match(self.text, at, end)
        return [Doer(firm.end(), (firm[0],), department=True)] if firm else []

    def names_at(self, start: int, end: int) -> Doer | None:
        """Return several people by name who are all that stands at ``start`` to the end of a clause, or None."""
        text, at = self.text, start + len(_SPACE.match(self.text, start, end)[0])  # type: ignore[index]
        match = NAMES.match(text, at, end)
        names = names_in(match[0]) if match else ()
        if not match or len(names) < 2 or not CLOSED.match(text, match.end(), end):
            return None
        return Doer(match.end(), names) if all(map(self._people.is_name, names)) else None

    def bracketed(self, start: int, end: int) -> Doer | None:
        """Return several people whose names alone stand in brackets, or between commas, at ``start``, or None."""
        bracket = _NAMES_BESIDE.match(self.text, start, end)
        names = names_in(bracket[1] or bracket[2]) if bracket else ()
        known = bracket and len(names) > 1 and all(map(self._people.is_name, names))
        return Doer(bracket.end(), names) if bracket and known else None

    def named_by(self, mention: Mention, start: int, end: int) -> Doer | None:
        """Return several people who are said to be a role: "Grace and Arjun are hosts", "our hosts are Grace and Arjun"."""
        text = self.text
        for found in (
            _ARE_BEFORE.fullmatch(text, start, mention.before),
            _ARE_BEHIND.match(text, mention.after, end),
        ):
            names = names_in(found[1]) if found else ()
            if found and len(names) > 1 and all(map(self._people.is_name, names)):
                return Doer(max(found.end(), mention.after), names)
        return None

    def several(self, start: int, end: int) -> list[Doer]:
        """Return everybody in a row at ``start``: "Lea and two volunteers"."""
        found: list[Doer] = []
        joint: re.Match[str] | None = None
        if counted := self._words.before_names.match(self.text, start, end):
            start = counted.end()
        while (doer := self.at(joint.end() if joint else start, end)) is not None:
            if found and _GOES_ON.match(self.text, doer.end, end):
                break  # "run by marketing and support is run by sales"
            if origin := _FROM.match(self.text, doer.end, end):
                doer = doer._replace(end=origin.end())  # "Nadia in marketing"
            found += self._with_bracket(doer, end)
            doer = found[-1]
            joint = AND.match(self.text, doer.end, end)
            if joint is None:
                break
        return self._apposed(found)

    def _with_bracket(self, doer: Doer, end: int) -> list[Doer]:
        """Return somebody with the bracket that follows; of several names only the last has it."""
        bracket = _BRACKET.match(self.text, doer.end, end)
        if bracket is None:
            return [doer]
        if _OF_ALL.match(bracket[0]):
            return [doer._replace(end=bracket.end())]
        *others, last = doer.names or ("",)
        held = mentions(self.text, bracket.start(), bracket.end(), self._words) if doer.names else []
        if len(held) == 1 and not others and not doer.mention:
            if not doer.department:
                return [doer._replace(end=bracket.end(), mention=held[0])]  # "Priya Nair (Head of Support)"
            within = ONE_NAME.match(self.text, bracket.end() - len(bracket[0].lstrip()) + 1, held[0].before)
            if within and self._people.is_name(within[0]):  # "marketing (Leo, social media manager)"
                return [Doer(bracket.end(), (within[0],), held[0])]
        before = [Doer(doer.end, (name,), alone=True) for name in others]
        names = (last,) if last else ()
        does = bracket.start() if load_structures().speaks_of_hours(bracket[0]) else 0  # "(evenings only)"
        last_one = doer._replace(end=bracket.end(), names=names, alone=doer.mention is None, does=does)
        return [*before, last_one]

    def _apposed(self, doers: list[Doer]) -> list[Doer]:
        """Take "our secretary, Pam", "two volunteers, Helen and Marcus" and "BrightSpark, an agency" for whom they are."""
        if len(doers) != 2:
            return doers
        first, second = doers
        placed = first.department and len(second.names) == 1 and not (second.mention or second.department)
        if placed and self.text[first.end : second.end].lstrip(" ,").startswith(second.names[0]):
            return [first._replace(end=second.end, names=(f"{first.names[0]} {second.names[0]}",))]
        if second.department and len(first.names) == 1 and not (first.mention or first.department):
            joint = self.text[first.end : second.end]
            if _AN.match(joint) and self.text[: second.end].endswith(second.names[0].lower()):
                return [second._replace(names=(f"{second.names[0]} {first.names[0]}",))]
        titled, named = sorted(doers, key=lambda doer: doer.mention is None)
        mention = titled.mention
        between = self.text[doers[0].end : doers[1].end]
        if mention is None or named.mention or named.department or _ALSO.match(between):
            return doers
        one = mention.number in (None, 1) and len(named.names) == 1
        if one and not several(mention.title, self._words):
            return [Doer(doers[1].end, named.names, mention)]
        return [titled._replace(end=doers[1].end)] if mention.number == len(named.names) else doers
