"""The role's title, found in the ad's first lines when nobody gave it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.matching.matcher import TitleReader
    from advisor.text.lines import Split

_LABEL = re.compile(
    r"\s*(?:(?:job|role|post|position)\s+(?:title|description|profile|specification|advert)|position|job|role|post|title|vacancy)\s*[:–-]\s*",
    re.IGNORECASE,
)
_TRIM = " \t\r\n#*_•·–—-|:\"“”'"
_BULLET = re.compile(r"\s*(?:[-*•·–‣◦]|\d+[.)])\s")  # a listed duty is no title
_SENTENCE = re.compile(
    r"\s*(?:report|as|at|about|we|our|you|your|with|primary|key|why|what|how|join)\w*\b|.*\b(?:looking for|seeking|hiring|is an?)\b",
    re.IGNORECASE,
)
# "We are looking for a Forum Lead": a run of words in capitals after words that announce one.
_ANNOUNCED = re.compile(
    r"\b(?:(?i:looking for|looking to hire|seeking|seeks|hiring|recruiting|role of|position of|about|as|need)\s+"
    r"(?i:an?|our|the|its|your|another|several)|^The)\s+(?i:(?:new|experienced|talented|passionate|first)\s+)?"
    r"([A-Z](?:[\w&/+#’'-]|\.(?=\w))*(?:\s(?:(?:and|of|for|&|–|-)\s)?[A-Z(](?:[\w&/+#)’'-]|\.(?=\w))*){0,6})"
)
_LONGEST = 90
_MOST_WORDS = 12
_TOP = 2000


def _tidy(text: str) -> str:
    return " ".join(_LABEL.sub("", unescape(text), count=1).strip(_TRIM).split())


def title_in(text: str, pieces: Split, titles: TitleReader) -> str:
    """Return the title that the first lines give, or "" when none of them looks like one.

    A labelled line ("Job title: …") wins; else the first of the five first short lines that reads like a title; else
    one that a sentence near the top announces ("We are looking for a Forum Lead"); else a heading at the very top
    that names no part of an ad.
    """
    first = [line for line in text[:_TOP].splitlines() if line.strip()][:6]
    for line in first:
        if _LABEL.match(line.lstrip(_TRIM)) and 0 < len(_tidy(line.lstrip(_TRIM))) <= _LONGEST:
            return _tidy(line.lstrip(_TRIM))
    # "Customer Support" heads a part of the duties, but at the very top it is the title.
    parts = {
        _tidy(text[h.start : h.end])
        for h in pieces.headings
        if h.known and h.start < _TOP and (text[: h.start].strip() or h.section != "responsibilities")
    }
    tidied = [_tidy(line) for line in first[:5] if not _BULLET.match(line)]
    short = [
        line for line in tidied if 0 < len(line) <= _LONGEST and line[-1] not in ".!?," and line not in parts
    ]
    for line in short:
        if len(line.split()) <= _MOST_WORDS and _like_title(line, line == tidied[0], titles):
            return line
    for match in _ANNOUNCED.finditer(text[:_TOP]):
        title = _tidy(match[1])
        if len(title) <= _LONGEST and titles.read(title)[1] and titles.names_job(title):
            return title
    if pieces.headings and short:
        top = pieces.headings[0]
        candidate = _tidy(text[top.start : top.end])
        if not top.known and not text[: top.start].strip() and 0 < len(candidate) <= _LONGEST:
            return candidate
    return ""


def _like_title(line: str, first: bool, titles: TitleReader) -> bool:
    """A rule knows it, and it has a job's word or stands at the very top in a few words ("Customer Support")."""
    if _SENTENCE.match(line) or not titles.read(line)[1]:
        return False
    return titles.names_job(line) or (first and len(line.split()) <= 4)
