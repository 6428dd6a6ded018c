"""Mail that was answered or forwarded: the marks that say who quotes whom are seen through."""

from __future__ import annotations

import re

_MARKS = re.compile(r"^[^\S\r\n]*+>[> \t]*+", re.MULTILINE)


def unquoted(text: str) -> str:
    """`text` with a space for every quoting mark ("> > ") at the beginning of a line, so that offsets stay."""
    if ">" not in text:
        return text
    return _MARKS.sub(lambda marks: marks[0].replace(">", " "), text)
