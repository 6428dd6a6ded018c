"""People told by name alone, and departments: "Marta runs our Discord; Jonas and Ayo answer tickets; sales sells"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advisor.matching.fold import fold
from advisor.rubrics.loader import load_rubrics

from .words import Vocabulary, plain

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-öø-ÿ](?:\s[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-öø-ÿ])?"
_NAMES = rf"{_NAME}(?:,\s{_NAME}){{0,6}}(?:,?\s(?:and|&)\s{_NAME})?"
_BEGINS = (
    r"(?:\A\s*(?:[-*•·–‣◦▪]\s+|\d{1,2}[.)]\s+)?"
    r"|[;:]\s+|,\s+(?:(?:and|while|whereas|but|plus|then)\s+)?|\s(?:while|whereas)\s+)"
)
_NAMED = re.compile(rf"{_BEGINS}({_NAMES})(?:\s*(:|\s[–—-])\s+|\s+)")
_WORD = re.compile(r"[\w'’-]+")
_FOR_SALE = re.compile(r"\s+(?:an?|one\s+of)\s")
_SHORT = 5  # up to so many words before the first clause, such as "At the moment", belong to it
_LOOK = 200  # characters of a clause that are asked what work they name


class People(NamedTuple):
    """Whom a clause is about: people by name, or a department; where the clause begins, and where what they do."""

    names: tuple[str, ...]
    start: int
    does: int
    department: bool = False


class PeopleReader:
    """Finds, in one text, the clauses that say what people or departments do who have no title."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self._text, self._words = text, words
        # What the text calls "the X", "at X" or "X is a company" is a firm or a thing, whatever its name.
        things = "|".join(map(re.escape, words.data.things))
        called = re.compile(
            rf"\b(?i:at|about|join|the|our|an?|inside|within)\s+({_NAME})|\b({_NAME})\s+(?:is|are)\s+(?:an?|the|our|one)\s+(?:[\w-]+\s+){{0,3}}(?:{things})\b"
        )
        self._things = {plain(name.split()[0]) for pair in called.findall(text) for name in pair if name}
        departments = "|".join(
            re.escape(d).replace(r"\ ", r"\s+") for d in sorted(words.data.departments, key=len, reverse=True)
        )
        self._department = re.compile(rf"{_BEGINS}(?:the\s+|our\s+)?({departments})\s+", re.IGNORECASE)

    def find(self, start: int, end: int) -> list[People]:
        """Return the clauses of ``text[start:end]`` in order; a few words before the first belong to it."""
        found = sorted(self._found(start, end), key=lambda one: one.does)
        if found and len(_WORD.findall(self._text, start, found[0].start)) <= _SHORT:
            found[0] = found[0]._replace(start=start)
        return found

    def _found(self, start: int, end: int) -> Iterator[People]:
        stretch, words = self._text[start:end], self._words
        for match in _NAMED.finditer(stretch):
            names = tuple(re.split(r",?\s(?:and|&)\s|,\s", match[1]))
            told = match[2] is not None
            if told and stretch[: match.start(1)].strip(" -*•·–‣◦▪.)0123456789"):
                continue  # a name and a colon only where a line begins
            if (
                all(self._is_name(name) for name in names)
                and (told or _acts(stretch, match.end(), words, several=len(names) > 1))
                and _names_work(stretch, match.end(), words)
                and not (not start and _sells(stretch, match.end()))
            ):
                yield People(names, start + match.start(), start + match.end())
        for match in self._department.finditer(stretch):
            if _acts(stretch, match.end(), words, several=False) and _names_work(stretch, match.end(), words):
                name = match[1][:1].upper() + match[1][1:]
                yield People((name,), start + match.start(), start + match.end(), department=True)

    def _is_name(self, name: str) -> bool:
        """Whether this looks like somebody's name: no word that the rubrics or a team's description know."""
        words, first = self._words, plain(name.split(maxsplit=1)[0])
        if first in words.data.first_names:
            return True
        known = words.never | words.fields | words.heads | words.verbs | words.openers | words.no_names
        if first in known or words.places.fullmatch(name) or words.tools.fullmatch(name):
            return False
        return first not in self._things and not load_rubrics().matcher.knows(first)


def _acts(stretch: str, at: int, words: Vocabulary, *, several: bool) -> bool:
    """Whether a verb follows, in the form that one person or several take."""
    verb = _WORD.match(stretch, at)
    while verb and plain(verb[0]) in words.between:
        at = verb.end() + 1
        verb = _WORD.match(stretch, at)
    if verb is None:
        return False
    said = verb[0].lower()
    if said in ("is", "are", "was", "were"):
        return words.in_charge.match(stretch, verb.end() + 1) is not None
    after = _WORD.search(stretch, verb.end())
    if after and plain(after[0]) in words.no_object:
        return False  # "social media posts go out at noon"
    form = said.endswith("s") != several or said.endswith("ed")
    return form and (said in words.verbs or said in words.person_verbs)


def _names_work(stretch: str, at: int, words: Vocabulary) -> bool:
    """Whether what follows, to the end of the clause, is work that the rubrics know, or a place or a tool for it."""
    clause = stretch[at : at + _LOOK].partition(";")[0]
    return bool(
        load_rubrics().matcher.line(fold(clause)).cues
        or words.places.search(clause)
        or words.tools.search(clause)
        or words.functions.search(clause)
        or words.measured.search(clause)
    )


def _sells(stretch: str, at: int) -> bool:
    """Whether the text's first sentence tells what a firm has: "Brightleaf runs a marketplace for gardeners"."""
    verb = _WORD.match(stretch, at)
    return verb is not None and _FOR_SALE.match(stretch, verb.end()) is not None
