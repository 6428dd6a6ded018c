"""The role's title, found in the ad's first lines when nobody gave it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.matching.matcher import TitleReader
    from advisor.text.lines import Split

_LABEL = re.compile(r"\s*(?:job title|position title|position|job|role|title|vacancy)\s*[:–-]\s*", re.I)
_TRIM = " \t\r\n#*_•·–—-|:\"“”'"
_BULLET = re.compile(r"\s*(?:[-*•·–‣◦]|\d+[.)])\s")  # a listed duty is no title
_LONGEST = 90


def _tidy(text: str) -> str:
    return " ".join(_LABEL.sub("", text, count=1).strip(_TRIM).split())


def title_in(text: str, pieces: Split, titles: TitleReader) -> str:
    """Return the title that the first lines give, or "" when none of them looks like one.

    A labelled line ("Job title: …") wins; else the first of the five first short lines that a title rule knows;
    else a heading at the very top.
    """
    first = [line for line in text[:2000].splitlines() if line.strip()][:6]
    for line in first:
        if _LABEL.match(line.lstrip(_TRIM)) and 0 < len(_tidy(line.lstrip(_TRIM))) <= _LONGEST:
            return _tidy(line.lstrip(_TRIM))
    tidied = [_tidy(line) for line in first[:5] if not _BULLET.match(line)]
    short = [line for line in tidied if 0 < len(line) <= _LONGEST and not line.endswith((".", "!", "?"))]
    for line in short:
        if len(line.split()) <= 12 and titles.read(line)[1]:
            return line
    if pieces.headings and short and pieces.headings[0].section in ("none", "other", "unknown"):
        top = pieces.headings[0]
        candidate = _tidy(text[top.start : top.end])
        if not text[: top.start].strip() and 0 < len(candidate) <= _LONGEST:
            return candidate
    return ""
