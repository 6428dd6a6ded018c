"""Work that is told before whoever does it: "Tickets are answered by an agency", "We have one person for the forum, Jana"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.matching.inflect import forms

from .doers import AND, CLOSED, Doers
from .doubts import supplied
from .mentions import Mention, mentions
from .model import RoleDraft
from .people import People
from .terms import Vocabulary
from .verbs import names_work
from .words import WORD, plain

_IS = re.compile(r"\b(?:is|are|gets?|was|were)\s+((?:[\w-]+\s+){1,4}?)by\s+", re.IGNORECASE)
_CLAUSE = re.compile(r";\s*|,\s*(?:and|while|whereas|but|plus)\s+|\s(?:while|whereas|but)\s+", re.IGNORECASE)
_FOR = re.compile(r"^(?:for|and|while|but)\s+", re.IGNORECASE)
_OPENS = re.compile(r"[^,;:()\n]{0,60}")  # "Our network has", before "one person for …"
_SPACE = re.compile(r"\s*")
_FOR_WHAT = re.compile(
    r"(?:\s?\([^()\n]{1,40}\))?(?:\s+[€$£]?\d[\d.,]*k?(?:\s*(?:€|euros?|dollars|pounds))?\s+(?:an?|per|each|every)\s+\w+)?"
    r"\s+(?:for|to|who|that|which)\s+",
    re.IGNORECASE,
)
_LONGEST_WORK = 200  # characters of work that is told before its doer


class WorkFirst:
    """Finds in one text who does the work that is told before them."""

    def __init__(self, text: str, words: Vocabulary, doers: Doers) -> None:
        self.text, self._words, self._doers = text, words, doers

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
            doers = self._doers.several(at, end)
            number = None
            outsourced = words.outsourced.search(text, behind, doer_at) is not None
            if outsourced:
                doers = [
                    doer._replace(mention=None, department=True) if doer.names else doer
                    for doer in doers or self._doers.any_firm(at, end)
                ]
                number = self._people_in(work) or (self._people_in(text[at:end]) if doers else None)
            # "Our app is looked after by Nina": somebody by name does whatever it is.
            cared = done in words.data.cared_for and doers and doers[0].names and not doers[0].department
            if not doers or not work or not (cared or self._is_work(begin, behind, done)):
                continue
            at = begin
            for doer in doers:
                names = self._outside(doer.names) if outsourced and doer.department else doer.names
                yield People(
                    names,
                    at,
                    doer.does or doer.end,
                    doer.department,
                    duty=f"{done} {work}".strip(),
                    mention=doer.mention,
                    number=number,
                )
                at = doer.end
            floor = at

    def _outside(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return what firms are called that do outsourced work; what they are may stand in their names: "Agency X"."""
        called = self._words.data.of_outsourced
        return tuple(name if supplied(RoleDraft(name, ())) else called.format(title=name) for name in names)

    def one_for(self, start: int, end: int) -> Iterator[People]:
        """Yield people by name behind how many they are and for what: "We have one person for social media, Jana"."""
        for said in self._words.one_for.finditer(self.text, start, end):
            doers = [
                doer for doer in self._doers.several(said.end(), end) if doer.names and not doer.department
            ]
            opens = _OPENS.fullmatch(self.text, start, said.start())
            for doer in doers[:1]:
                yield People(
                    doer.names,
                    start if opens else said.start(),
                    doer.does or doer.end,
                    duty=said["work"],
                    mention=doer.mention,
                )

    def _people_in(self, said: str) -> float | None:
        """Return how many people the words beside a supplier count: "support: 5 people", ", 12 agents"."""
        heads = self._words.heads_in.search(said)
        return self._words.number(heads[1]) if heads else None

    def told_first(self, start: int, end: int) -> list[People]:
        """Return whom a line names behind a place, a tool or work and nothing else: "Instagram: Omar and two volunteers"."""
        work = self._words.told_first.match(self.text, start, end)
        doers = self._doers.several(work.end(), end) if work else []
        if work is None or not doers or not CLOSED.match(self.text, doers[-1].end, end):
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
            joints = [said.end(), *(joint.end() for joint in AND.finditer(text, said.end(), below))]
            last = 0
            for at in joints:
                doer = self._doers.at(at, end) if at >= last else None  # "Bright & Bold Ltd"
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
