"""The words of ``organisations.yaml`` made ready: sets to look up, and expressions that find them in a text.

Every expression is a list of whole words, so that a search takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from advisor.matching.inflect import forms
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models.organisations import OrganisationsFile
from advisor.rubrics.organisations import load_organisations

WORD = re.compile(r"[^\W_](?:[^\W_]|['’&/.+-](?=[^\W_]))*")


def plain(word: str) -> str:
    """Return a word as the sets hold it: lower case, straight apostrophe, without a possessive."""
    return word.lower().replace("’", "'").removesuffix("'s")


def _any(phrases: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    inner = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", flags)


def _sized(phrase: str) -> str:
    """Return what stands behind a size: "person company" also finds "person software company"."""
    return re.escape(phrase).replace(r"person\ ", r"person\s+(?:[a-z-]+\s+){0,2}")


class Vocabulary(NamedTuple):
    """Everything that reading a team looks up."""

    data: OrganisationsFile
    heads: frozenset[str]
    groups: frozenset[str]
    fields: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    not_subject: frozenset[str]
    verbs: frozenset[str]
    person_verbs: frozenset[str]
    between: frozenset[str]
    no_names: frozenset[str]
    no_object: frozenset[str]
    also_nouns: frozenset[str]
    departments: frozenset[str]
    after_verb: frozenset[str]
    honorifics: frozenset[str]
    in_charge: re.Pattern[str]
    joined: re.Pattern[str]
    reports: re.Pattern[str]
    manages: re.Pattern[str]
    functions: re.Pattern[str]
    measured: re.Pattern[str]
    pronouns: re.Pattern[str]
    numbers: re.Pattern[str]
    places: re.Pattern[str]
    tools: re.Pattern[str]
    size: re.Pattern[str]
    cover: re.Pattern[str]
    columns: dict[str, str]
    leaders: frozenset[str]


def _group(name: str) -> set[str]:
    """Return the single words of a vocabulary group, in all their forms."""
    vocabulary = load_rubrics().data.vocabulary
    singles = (e.removeprefix("=") for e in vocabulary.groups[name] if re.fullmatch(r"=?[\w-]+", e))
    return {form for word in singles for form in forms(word, vocabulary.irregular)}


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the shipped words, made ready once a process."""
    data = load_organisations()
    jobs = {w for w in _group("job-noun") if not w.endswith(("ing", "ed"))}
    return Vocabulary(
        data=data,
        heads=frozenset(jobs | {f for w in data.role_heads for f in (w, w + "s")}),
        groups=frozenset(data.groups),
        fields=frozenset(data.fields),
        never=frozenset(data.never),
        openers=frozenset(data.openers),
        not_subject=frozenset(data.not_subject),
        verbs=frozenset(_group("duty-verb") - set(data.fields) - jobs),
        person_verbs=frozenset(data.person_verbs),
        between=frozenset(data.between),
        no_names=frozenset(data.no_names),
        no_object=frozenset(data.no_object),
        departments=frozenset(data.departments),
        also_nouns=frozenset(data.also_nouns),
        after_verb=frozenset(data.after_verb),
        honorifics=frozenset(data.honorifics),
        in_charge=_any(data.in_charge),
        joined=_any(data.joined),
        reports=_any(data.reports),
        manages=_any(data.manages),
        functions=_any(data.functions),
        measured=_any(data.measured),
        pronouns=re.compile(
            rf"\W*(?:{'|'.join(re.escape(p) for p in sorted(data.pronouns, key=len, reverse=True))})\b",
            re.IGNORECASE,
        ),
        numbers=_any(data.numbers),
        places=_any(p.name for p in data.places),
        tools=_any(t.name for t in data.tools),
        size=re.compile(
            rf"(?<![\w.,])(\d{{1,3}}(?:[,.\u00a0 ]\d{{3}}){{1,2}}|\d{{1,7}})(?:\s+|-)(?:{'|'.join(_sized(s) for s in data.facts.size)})",
            re.IGNORECASE,
        ),
        cover=_any(data.facts.cover),
        columns={plain(head): key for key, heads in data.columns.model_dump().items() for head in heads},
        leaders=frozenset(data.leaders),
    )


def names_group(title: str, words: Vocabulary) -> bool:
    """Whether a title names a group or a department, whose number of people is rarely one."""
    tokens = WORD.findall(title)
    return bool(tokens) and (plain(tokens[-1]) in words.groups or title.lower() in words.departments)
