"""Who holds which role, by name: a first name alone is enough where it is known once."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from .mentions import Mention
from .model import Span
from .people import NAMES, TWO_NAMES, WHOLE, PeopleReader
from .terms import Vocabulary
from .verbs import acts
from .words import EDGES, LOWER, SHARE, UPPER, WORD, first_name, names_in, plain

_PRONOUNS = re.compile(r"\s\([^()\n]{1,20}\)")  # "Dana (she/her)"
_SHARE = re.compile(rf",?\s{SHARE}(?=\W*$)")  # "Sarah 50%", "Tim, 32 h,"
_BRACKETED = re.compile(
    rf"[\"”]?\s?\(((?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s)?[{UPPER}][{LOWER}][\w'’-]*(?:\s[{UPPER}][\w'’-]+)?)(?:,[^()\n]{{0,40}}|(?P<does>:)[^()\n]{{2,80}})?\)"
)
_BEHIND = re.compile(
    rf"([\s,–—:=*_\"”-]{{1,6}})({WHOLE})(?:([*_]*\s*(?::|,|\(|\)|$)|[*_]*\s[–—-]\s|[*_]*\.(?=\s))|\s(?=\w))"
)
_PLACED = re.compile(
    rf"\s?(\([^()\n]{{2,30}}\))(?:\s*:|\s[–—-])\s+({WHOLE})(?=\s*(?:[,(]|$)|\s[–—-]\s)", re.MULTILINE
)
_IS_CALLED = re.compile(rf"\s+is\s+(?:called\s+|now\s+)?({WHOLE})(?=\s*(?:[.,;(]|$))")

# "Appeals specialist – answers sellers (Ieva Jonaitis), 20 hours", "Forum moderator – clears spam, Pawel Nowak"
_FURTHER_BACK = re.compile(
    rf"\s?\(({TWO_NAMES})(?:,[^()\n]{{0,40}})?\)|,\s({TWO_NAMES})(?=\s*(?:[,.(]|$))", re.MULTILINE
)

T = TypeVar("T")


def holder_of(
    text: str, mention: Mention, span: Span, rest: int, before: str, people: PeopleReader
) -> tuple[Mention, str, int]:
    """Return a role with all that belongs to its title, who holds it or "", and where its duties begin.

    A name stands before ("Anna, community manager"), in brackets behind, or right behind ("Community manager Anna").
    """
    words = people.words
    said = _SHARE.sub("", _PRONOUNS.sub("", before))
    name = said.rpartition(": ")[2].strip(EDGES)  # "Operations: Ravi Patel, COO"
    if not name and _is_somebody(said, people):  # "Ravi Patel: COO"
        name = said.strip(EDGES)
    if words.absent.vacancy.fullmatch(before):
        return mention, "", rest
    if name and name[0].isupper() and len(name) < 40 and plain(name) not in words.never:
        return mention, name, rest
    placed = _PLACED.match(text, mention.after, span.end)
    if placed and mention.number is None and people.is_name(placed[2]):  # "Community Manager (Spain): Ana, …"
        return mention._replace(title=f"{mention.title} {placed[1]}"), placed[2], max(rest, placed.end(2))
    bracketed = _BRACKETED.match(text, mention.after)
    if bracketed and plain(bracketed[1].split()[0]) not in words.no_names:
        does = bracketed["does"] is not None  # "(Zara: Instagram, newsletter)"
        return mention, bracketed[1], bracketed.end("does") if does else max(rest, bracketed.end())
    called = _IS_CALLED.match(text, mention.after, span.end)
    if called and mention.number is None and people.is_name(called[1]):  # "Our moderator is Lotte."
        return mention, called[1], max(rest, called.end())
    behind = _BEHIND.match(text, mention.after, span.end)
    if behind and mention.number is None:
        if people.is_name(behind[2]) and (
            behind[3] is not None or acts(text, behind.end(), words, several=False)
        ):
            return mention, behind[2], max(rest, behind.end())
        if rest > behind.end(2) and not behind[1].strip():  # "Community Manager Discord: …"
            return mention._replace(title=f"{mention.title} {behind[2]}"), "", rest
    return mention, "", rest


def _is_somebody(said: str, people: PeopleReader) -> bool:
    """Whether only names stand before a colon: first names that are known, or with surnames."""
    label = said.strip(EDGES)
    names = names_in(label) if said.rstrip().endswith(":") and NAMES.fullmatch(label) else ()
    known = people.words.data.first_names
    return bool(names) and all(
        people.is_name(name) and (" " in name or plain(name) in known) for name in names
    )


def holder_further_back(
    text: str, start: int, end: int, people: PeopleReader
) -> tuple[str, tuple[int, int]] | None:
    """Return somebody named by first name and surname behind what a seat of a list does, and where that stands."""
    for found in _FURTHER_BACK.finditer(text, start, end):
        name = found[1] or found[2]
        if people.is_name(name) and not {plain(word) for word in name.split()} & people.words.departments:
            return name, found.span()
    return None


class Names(Generic[T]):
    """Roles by the names of those who hold them."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._held: dict[str, tuple[str, T]] = {}

    def hold(self, name: str, role: T) -> None:
        """Note whose name stands for a role; the first of two with the same first name keeps it."""
        several = names_in(name)
        for one in several if len(several) > 1 else ():
            self.hold(one, role)
        self._held.setdefault(name.lower(), (name, role))
        if (first := first_name(name).lower()) not in self._words.honorifics:
            self._held.setdefault(first, (name, role))

    def holder(self, name: str) -> T | None:
        """Return the role of somebody named before: by the whole name, or by the first unless the surnames differ."""
        found = self._held.get(name.lower())
        if found is None and (known := self._held.get(first_name(name).lower())):
            found = known if " " not in name or " " not in known[0] else None
        return found[1] if found else None

    def begins(self, text: str) -> T | None:
        """Return the role of somebody named before with whose name a text begins."""
        pair = " ".join(WORD.findall(text[:80])[:2])
        found = self._held.get(pair.lower()) or self._held.get(first_name(text).lower())
        return found[1] if found else None
