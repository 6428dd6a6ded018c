"""Who stands at a place in the text, and work that is told before whoever does it: "Tickets are answered by an agency"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advisor.matching.inflect import forms
from advisor.rubrics.structures import load_structures
from advisor.wording import upper_first

from .mentions import Mention, mentions
from .people import FULL, NAMES, ONE, ONE_NAME, People, PeopleReader, names_work
from .terms import Vocabulary
from .vocabulary import several
from .words import ABOUT, UPPER, WORD, names_in, plain

_IS = re.compile(r"\b(?:is|are|gets?|was|were)\s+((?:[\w-]+\s+){1,4}?)by\s+", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?:is|are|was|were|by|to)\b")
_FIRM = re.compile(rf"{ONE}(?:\s(?:&\s)?{ONE}){{0,3}}")
_KNOWN_AS = re.compile(rf",\s+({FULL})(?=\s*(?:[(.,;]|$))")
_ARTICLE = re.compile(rf"(?:(?:one of )?(?:the|our|my|an?)\s+)?(?:{ABOUT})?", re.IGNORECASE)
_ME = re.compile(r"(?:me|myself|I)(?![\w’'-])")
_HANDLE = re.compile(r"@([^\W\d_][\w-]{1,30}(?:\.[\w-]+)?)(?![\w@])")
_AND = re.compile(r"\s*(?:,|&|\+|(?:,\s*)?\b(?:and|plus)\b)\s*", re.IGNORECASE)
_ALSO = re.compile(r"[\s,]*(?:and|&|\+|plus)\s", re.IGNORECASE)
_AN = re.compile(r",\s+(?:an?|our|the)\s")
_FIELD = re.compile(rf"(?:[{UPPER}][\w&-]+\s){{1,3}}")
_CLAUSE = re.compile(r";\s*|,\s*(?:and|while|whereas|but|plus)\s+|\s(?:while|whereas|but)\s+", re.IGNORECASE)
# "the legal dept.", "central marketing office"
_OFFICE = re.compile(
    r"((?:[\w&'’-]+\s+){1,3}?(?:dept|department|team|office|unit|desk|bureau|secretariat))\.?(?=\s*(?:$|[.,;:()]|and\b|\w+s\b))",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(r"an?\s+((?:team|crew|group)\s+of\s+)", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:in|from|at)\s+(?:the\s+)?[\w-]+(?=\s*(?:,|&|and\b|[.;]|$))", re.IGNORECASE)
_FOR = re.compile(r"^(?:for|and|while|but)\s+", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:$|[.;(])")
_NAMES_BESIDE = re.compile(rf"\s?\(({NAMES.pattern})\)|,\s({NAMES.pattern}),(?=\s)")
_ARE_BEFORE = re.compile(rf"\W*+({NAMES.pattern})\s+are\s+(?:both\s+|all\s+)?(?:our\s+|the\s+)?")
_ARE_BEHIND = re.compile(rf"\s+are\s+({NAMES.pattern})(?=\s*(?:[.;(]|$))")
_OPENS = re.compile(r"[^,;:()\n]{0,60}")  # "Our network has", before "one person for …"
_SPACE = re.compile(r"\s*")
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)")  # "Ole (100%)", "8 agents (5 in Lisbon, 3 in Manila)"
_OF_ALL = re.compile(r"\s?\(\s*(?:all|both|each)\b", re.IGNORECASE)
_FOR_WHAT = re.compile(
    r"(?:\s?\([^()\n]{1,40}\))?(?:\s+[€$£]?\d[\d.,]*k?(?:\s*(?:€|euros?|dollars|pounds))?\s+(?:an?|per|each|every)\s+\w+)?"
    r"\s+(?:for|to|who|that|which)\s+",
    re.IGNORECASE,
)
_LONGEST_WORK = 200  # characters of work that is told before its doer
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

    def names_at(self, start: int, end: int) -> Doer | None:
        """Return several people by name who are all that stands at ``start`` to the end of a clause, or None."""
        text, at = self.text, start + len(_SPACE.match(self.text, start, end)[0])  # type: ignore[index]
        match = NAMES.match(text, at, end)
        names = names_in(match[0]) if match else ()
        if not match or len(names) < 2 or not _CLOSED.match(text, match.end(), end):
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
            joint = _AND.match(self.text, doer.end, end)
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

    def after_work(self, start: int, end: int) -> Iterator[People]:
        """Yield who does the work that ``text[start:end]`` tells before them, each with that work as their duty."""
        text, words = self.text, self._words
        # Where the work ends, where its doer begins, and what is done with it.
        places = [(m.start(), m.end(), self._participle(m[1])) for m in _IS.finditer(text, start, end)]
        places += [(m.start(), m.end(), "") for m in words.passes_to.finditer(text, start, end)]
        places += [(m.end(1), m.end(), "") for m in words.for_work.finditer(text, start, end)]
        for told in (words.function_by, words.function_is):
            places += [(m.end(1), m.end(), "") for m in told.finditer(text, start, end)]
        floor = start
        for behind, doer_at, done in sorted(places, key=lambda place: place[0]):
            if done is None or behind < floor:
                continue
            begin = max(floor, behind - _LONGEST_WORK)
            for cut in _CLAUSE.finditer(text, begin, behind):
                begin = cut.end()
            said = _FOR.sub("", " ".join(text[begin:behind].split()).strip(" .,;:-*•"))
            work = self._lowered(said)
            at = doer_at + len(_SPACE.match(text, doer_at, end)[0])  # type: ignore[index]
            doers = self.several(at, end)
            number = None
            if words.outsourced.search(text, behind, doer_at):
                doers = doers or self._supplier(at, end)
                number = self._people_in(work) or (
                    self._people_in(text[doers[-1].end : end]) if doers else None
                )
            if not doers or not work or not self._is_work(begin, behind, done):
                continue
            at = begin
            for doer in doers:
                yield People(
                    doer.names,
                    at,
                    doer.does or doer.end,
                    doer.department,
                    duty=f"{done} {work}".strip(),
                    mention=doer.mention,
                    number=number,
                )
                at = doer.end
            floor = at

    def one_for(self, start: int, end: int) -> Iterator[People]:
        """Yield people by name behind how many they are and for what: "We have one person for social media, Jana"."""
        for said in self._words.one_for.finditer(self.text, start, end):
            doers = [doer for doer in self.several(said.end(), end) if doer.names and not doer.department]
            opens = _OPENS.fullmatch(self.text, start, said.start())
            for doer in doers[:1]:
                yield People(
                    doer.names,
                    start if opens else said.start(),
                    doer.does or doer.end,
                    duty=said["work"],
                    mention=doer.mention,
                )

    def _supplier(self, at: int, end: int) -> list[Doer]:
        """Return the firm to which work is outsourced, whatever its name."""
        firm = _FIRM.match(self.text, at, end)
        return [Doer(firm.end(), (firm[0],), department=True)] if firm else []

    def _people_in(self, said: str) -> float | None:
        """Return how many people the words beside a supplier count: "support: 5 people", ", 12 agents"."""
        heads = self._words.heads_in.search(said)
        return self._words.number(heads[1]) if heads else None

    def told_first(self, start: int, end: int) -> list[People]:
        """Return whom a line names behind a place, a tool or work and nothing else: "Instagram: Omar and two volunteers"."""
        work = self._words.told_first.match(self.text, start, end)
        doers = self.several(work.end(), end) if work else []
        if work is None or not doers or not _CLOSED.match(self.text, doers[-1].end, end):
            return []
        begins = [start, *(doer.end for doer in doers[:-1])]
        return [
            People(doer.names, at, doer.end, doer.department, duty=work[1], mention=doer.mention)
            for at, doer in zip(begins, doers, strict=True)
        ]

    def used(self, start: int, end: int) -> Iterator[People]:
        """Yield whom the writer's firm uses for work: "We pay an agency for Instagram and a freelancer to film"."""
        text, words = self.text, self._words
        uses = list(words.we_use.finditer(text, start, end))
        for said, below in zip(uses, [*(use.start() for use in uses[1:]), end], strict=False):
            joints = [said.end(), *(joint.end() for joint in _AND.finditer(text, said.end(), below))]
            last = 0
            for at in joints:
                doer = self.at(at, end) if at >= last else None  # "Bright & Bold Ltd"
                what = _FOR_WHAT.match(text, doer.end, end) if doer else None
                work = text[what.end() : min(end, what.end() + _LONGEST_WORK)] if what else ""
                if doer is None or what is None or not names_work(work, 0, words):
                    if at == said.end():
                        break  # somebody or something else is used
                    continue
                title = doer.names[0] if doer.department else ""
                supplier = Mention(title, doer.end - len(title), doer.end, at, doer.end, None, "")
                begin = said.start() if at == said.end() else at
                last, names = doer.end, () if title else doer.names
                yield People(names, begin, what.end(), mention=supplier if title else doer.mention)

    def _lowered(self, work: str) -> str:
        """Return work that began a sentence as it reads behind a verb: "our forum", but "Instagram"."""
        proper = any(p.match(work) for p in (self._words.places, self._words.tools)) or work[:2].isupper()
        return work if proper else work[:1].lower() + work[1:]

    def _participle(self, said: str) -> str | None:
        """Return what is done in "are mostly answered by": "answer"; None where it is no work."""
        known = self._words
        words = [w for w in map(plain, said.split()) if not w.endswith("ly") and w not in known.between]
        rest = " ".join(words)
        if rest in known.done:
            return known.done[rest]
        if len(words) != 1 or not rest.endswith("ed") or rest not in known.verbs:
            return None
        stem = rest.removesuffix("ed")
        bases = (stem + "e", stem, stem[:-1], stem[:-1] + "y")  # handle, answer, plan, reply
        return next((base for base in bases if base in known.verbs and rest in forms(base, {})), rest)

    def _is_work(self, start: int, end: int, done: str) -> bool:
        """Whether the words before "is done by" name work, and no role or team that somebody leads."""
        text, words = self.text, self._words
        if words.manages.fullmatch(f"{done}s") and any(
            plain(w[0]) in words.heads for w in WORD.finditer(text, start, end)
        ):
            return False
        first = mentions(text, start, end, words)[:1]
        if first and first[0].end >= end - 1:
            return False
        return names_work(f"{done} {text[start:end]}", 0, words)
