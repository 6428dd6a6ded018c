"""How a text tells that nobody does some work, that a seat is empty, or that somebody is away, made from
``organisations.yaml``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.rubrics.models.organisations import OrganisationsFile

from .words import any_of, listed


class AbsentTerms(NamedTuple):
    """Expressions for nobody: behind work, before it, at its end, in an answer; for roles that there are not; for seats
    without a holder, posts beside others, leave.
    """

    nobody: re.Pattern[str]
    nobody_first: re.Pattern[str]
    nobody_there: re.Pattern[str]
    nobody_answers: re.Pattern[str]
    unowned: re.Pattern[str]
    no_such: re.Pattern[str]
    uncovered: re.Pattern[str]
    vacant: re.Pattern[str]
    only_vacant: re.Pattern[str]
    gone: re.Pattern[str]
    unfilled: re.Pattern[str]
    no_holder: re.Pattern[str]
    vacancy: re.Pattern[str]
    vacant_beside: re.Pattern[str]
    away: re.Pattern[str]
    soon_away: re.Pattern[str]


def absent_terms(data: OrganisationsFile, number: str) -> AbsentTerms:
    """Return the expressions; ``number`` finds a number in figures or words."""
    status, vacant, post = (
        listed([*data.vacant, *data.away]),
        listed(data.vacant),
        rf"(?:{listed(data.seats)})",
    )
    nobody = listed(said for said in data.nobody if said[0].isalpha())
    still = r"(?:(?:currently|still|now)\s+)?"
    return AbsentTerms(
        nobody=re.compile(
            rf"(?:{listed(data.nobody)})(?![.,]\d)(?=[*_]*\s*(?:[.,;(–—]|-\s|$|\b(?:at|yet|so|for|since|any\s?more|any\s?longer|right\snow|now)\b))",
            re.IGNORECASE,
        ),
        nobody_first=re.compile(rf"\s*(?:{listed(data.no_holder)})(?=\s+\w)", re.IGNORECASE),
        nobody_there=re.compile(
            rf"(?:[:–—=-]|->|→)\s*(?:{listed(data.nobody)})\s*(?:\.?\s*\Z|[,;(])", re.IGNORECASE
        ),
        nobody_answers=re.compile(rf"(?:{nobody})(?!\w)", re.IGNORECASE),
        unowned=any_of(data.unowned),
        # "Our studio has no community manager"
        no_such=re.compile(
            rf"\W*+(?:{listed(data.no_such)}|(?:our|the|this)\s+(?:[\w-]+\s+){{1,4}}(?:has|have)\s+no)\s+(?=\w)",
            re.IGNORECASE,
        ),
        # "(evenings: nobody)", "nobody covers nights", "no rota"
        uncovered=re.compile(
            rf"[\w /&,-]{{1,40}}\s?(?:[:–—=]|->|→|-\s)\s*(?:{nobody})(?!\w)"
            rf"|(?:{listed(data.no_holder)})\s+(?:covers?|works?|is|there|on|at|does|answers|watches)\s[^.;,()\n]*"
            rf"|(?<!\w)(?:no|without(?:\s+an?)?)\s+(?:[a-z-]+\s+){{0,2}}?(?:{listed(data.hours_words)})(?!\w)",
            re.IGNORECASE,
        ),
        vacant=re.compile(
            rf"\s*\((?P<said>(?:[^()\n]{{0,40}}\s)?(?:{status})(?:[\s,;][^()\n]{{0,40}})?|{listed(data.vacant_in_brackets)}|(?:{listed(data.leaves)})(?:\s(?:until|till|to|from|since|cover)\b[^()\n]{{0,30}})?)\)"
            rf"|\s+(?:{status})(?=\s+(?:since|until)\b)"
            rf"|\s*[-–—:,]\s*[*_]{{0,3}}{still}(?:{status})(?=[*_]{{0,3}}\s*(?:$|[.,;(\n]|since\b|until\b|\w+[*_]{{0,3}}\s*(?:$|[.,;\n])))"
            rf"|(?:\s+{post})?\s+(?:is|are|has\s+been|have\s+been)\s+{still}(?:{status})(?!\w)"
            rf"|\s+{post}\s+is\s+{still}open(?!\w)"
            rf"|\s+(?:{listed(data.departed)})(?=\s*(?:[.,;:)]|$|us\b|the\s+(?:company|firm|team)\b|(?:in|last|at|on|this|a|two|three|some|since|recently|for|and|so|after)\b))",
            re.IGNORECASE,
        ),
        only_vacant=re.compile(rf"\s*[-–—:,]\s*[*_(]*(?:{listed(data.vacant_alone)})\W*$", re.IGNORECASE),
        gone=re.compile(
            rf"\W*+(?:she|he|they|who)\s+(?:is|are)\s+{still}(?:{listed(data.away)})(?!\w)", re.IGNORECASE
        ),
        unfilled=re.compile(rf"\s*(?:{listed([*data.vacant, *data.vacant_alone])})\s*", re.IGNORECASE),
        no_holder=re.compile(
            rf"\s*(?:{vacant}|{listed([*data.vacant_in_brackets, *data.no_holder])})(?!\w)\s*", re.IGNORECASE
        ),
        vacancy=re.compile(
            rf"\s*(?:{vacant}|{listed(data.vacant_in_brackets)}|{listed(data.vacant_before)})\s*[:=,–—-]?\s*(?:(?:an?|another|second|third|additional|new|one\s+more)(?:\s+|\Z))*",
            re.IGNORECASE,
        ),
        # "3 FTE + 1 vacancy"
        vacant_beside=re.compile(
            rf"\s*(?:\+|&|,|\band|\bplus)\s*(?:(?:{number}|an?)\s+)?(?:vacancies|{vacant})\W*\Z",
            re.IGNORECASE,
        ),
        away=any_of(data.away),
        soon_away=re.compile(
            rf"\b(?:{listed(data.before_leave)})\s+(?:on\s+|off\s+on\s+)?(?:{listed(data.leaves)})(?!\w)|\b(?:{listed(data.leaving)})(?!\w)",
            re.IGNORECASE,
        ),
    )
