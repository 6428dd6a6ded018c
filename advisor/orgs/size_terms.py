"""How a text tells the size of the whole organisation, made from ``organisations.yaml``."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.rubrics.models.organisations import OrganisationsFile

from .words import ABOUT, ARTICLES, listed

_SIZE = r"\d{1,3}(?:[,.\u00a0 ]\d{3}){1,2}|\d{1,7}"


class SizeTerms(NamedTuple):
    """Expressions for a size: ``told`` anywhere, ``all_have`` of the organisation by what it is, in a ``line`` of its own,
    ``in_brackets`` behind the organisation's name.
    """

    told: re.Pattern[str]
    all_have: re.Pattern[str]
    line: re.Pattern[str]
    in_brackets: re.Pattern[str]


def _sized(phrase: str) -> str:
    """Return what stands behind a size: "person company" also finds "person software company"."""
    return re.escape(phrase).replace(r"person\ ", r"person\s+(?:[a-z-]+\s+){0,2}")


def size_terms(data: OrganisationsFile, counted: str) -> SizeTerms:
    """Return the expressions; ``counted`` finds the words for people that a number counts."""
    beside = rf"(?:{listed(data.facts.size_beside)})(?!\w)"
    all_have = rf"(?<!\w)(?:{listed(data.facts.size_of)})\s+(?:has|have|employs?|counts)\s+(?:{ABOUT})?({_SIZE})\s+{beside}"
    return SizeTerms(
        told=re.compile(
            rf"(?<![\w.,])({_SIZE})(?:\s+|-)(?:{'|'.join(_sized(s) for s in data.facts.size)})"
            rf"|(?<!\w)(?:{listed(data.facts.size_before)})\s+(?:{ABOUT})?({_SIZE})(?:\s+(?:{counted}))?(?![\w-]|[,.]\d)"
            rf"|(?<!\w)(?:{listed(data.facts.size_before)})\s+({listed(w for w in data.numbers if w not in ARTICLES)})(?:\s+(?:{counted}))?(?=\s*(?:[.,;!)]|$))"
            rf"|(?<!\w)(?:{listed(data.facts.size_alone)})\s+(?:{ABOUT})?({_SIZE})\s+(?:{counted})(?=\s*(?:[.,;!)]|$|in\s+total|altogether))"
            rf"|(?<!\w)we\s+have\s+(?:{ABOUT})?({_SIZE})\s+{beside}(?=\s*(?:[.,;!)]|$|in\s+total|altogether))"
            # "a housing association in the Midlands with about 210 staff"
            rf"|(?<!\w)(?:{listed(data.facts.size_of)})(?:\s(?!team|desk|with)[\w-]+){{0,6}}\s+with\s+(?:{ABOUT})?({_SIZE})\s+{beside}"
            rf"|{all_have}",
            re.IGNORECASE,
        ),
        all_have=re.compile(all_have, re.IGNORECASE),  # "the club has about 140 staff"
        line=re.compile(
            rf"\W*+(?:{listed(data.facts.size_fields)})\s*:\s*(?:{ABOUT})?({_SIZE})(?:\s+{beside})?(?=\s*(?:$|[.,;(]))",
            re.IGNORECASE,
        ),
        # "Harbour Books (web shop, about 12 people)", "Dating app, 60 people. Who does what:"
        in_brackets=re.compile(
            rf"\((?:[^()\n]{{0,60}}[,;]\s+)?(?:{ABOUT})?({_SIZE})\s+{beside}(?=\s*[,;)])"
            rf"|^[^,.:;()\n]{{2,40}}(?P<bare>,)\s+(?:{ABOUT})?({_SIZE})\s+{beside}(?=\s*(?:[.;]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
    )
