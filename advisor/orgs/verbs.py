"""What a clause says that somebody does: whether a verb follows in their form, and whether it is work."""

from __future__ import annotations

import re

from advisor.matching.fold import fold
from advisor.rubrics.loader import load_rubrics

from .terms import Vocabulary
from .words import plain

_WORD = re.compile(r"[\w'’-]+")
_FOR_SALE = re.compile(r"\s+(?:an?|one\s+of)\s")
_LOOK = 200  # characters of a clause that are asked what work they name


def acts(stretch: str, at: int, words: Vocabulary, *, several: bool, department: bool = False) -> bool:
    """Whether a verb follows, in the form that one person or several take; "from product" may stand before it."""
    verb = _WORD.match(stretch, at)
    if verb and plain(verb[0]) in ("from", "in", "under"):
        verb = _next(stretch, _next(stretch, verb))
    while verb and plain(verb[0]) in words.between:
        verb = _next(stretch, verb)
    if verb is None:
        return False
    said = verb[0].lower()
    if light := words.light_verbs.match(stretch, verb.start()):  # "ends up doing", "try to answer"
        does = _WORD.match(stretch, light.end())
        does_what = does[0].lower() if does else ""
        known = does_what == "doing" or does_what in words.verbs or does_what in words.person_verbs
        if known:
            return said.endswith("s") != several
    takes = words.takes.match(stretch, verb.start())
    if takes and names_work(stretch, takes.end(), words):  # "takes billing questions"
        return said.endswith("s") != several
    if said in ("is", "are", "was", "were", "am"):
        return words.in_charge.match(stretch, verb.end() + 1) is not None
    if said in words.past:
        return False  # "Elena used to run the forum"
    if said == ("have" if several else "has"):
        return _has_done(stretch, verb, words)
    after = _next(stretch, verb)
    if after and plain(after[0]) in words.no_object:
        return False  # "social media posts go out at noon"
    if department and said in words.data.belongs:
        return False  # "Community sits under Customer Success": nobody in particular
    if department and said in words.also_nouns and not (after and plain(after[0]) in words.after_verb):
        return False  # "support leads answer tickets"
    form = said.endswith("s") != several or said.endswith("ed")
    return form and (said in words.verbs or said in words.person_verbs)


def _has_done(stretch: str, has: re.Match[str], words: Vocabulary) -> bool:
    """Whether work follows "has": "answered the tickets since May", "been running our Instagram"."""
    verb, been = _next(stretch, has), False
    while verb and plain(verb[0]) in words.between:
        been |= plain(verb[0]) == "been"
        verb = _next(stretch, verb)
    said = plain(verb[0]) if verb else ""
    if been:
        return said.endswith("ing") and said in words.verbs
    return said in words.data.done or (said.endswith("ed") and said in words.verbs)


def _next(stretch: str, word: re.Match[str] | None) -> re.Match[str] | None:
    """Return the word after this one, if only a space stands between."""
    return _WORD.match(stretch, word.end() + 1) if word else None


def names_work(stretch: str, at: int, words: Vocabulary) -> bool:
    """Whether what follows, to the end of the clause, is work that the rubrics know, or a place or a tool for it."""
    clause = stretch[at : at + _LOOK].partition(";")[0]
    return bool(
        load_rubrics().matcher.line(fold(clause)).cues
        or words.places.search(clause)
        or words.tools.search(clause)
        or words.functions.search(clause)
        or words.measured.search(clause)
        or words.also_work.search(clause)
        or words.reports.match(clause)
    )


def sells(stretch: str, at: int) -> bool:
    """Whether the text's first sentence tells what a firm has: "Brightleaf runs a marketplace for gardeners"."""
    verb = _WORD.match(stretch, at)
    return verb is not None and _FOR_SALE.match(stretch, verb.end()) is not None
