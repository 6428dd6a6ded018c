"""Text that shows as it was written, whatever it holds: the Markdown faces' own escape."""

from __future__ import annotations

import re

from .shown import clean

# What CommonMark and its usual extensions read as markup inside a line.
_INLINE = re.compile(r"([\\`*_\[\]<>~|$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(text: str) -> str:
    """Return ``text`` as Markdown that shows exactly it, on one line that other text comes before."""
    line = " ".join(clean(text).split())
    return _ENTITY.sub(r"\\&", _INLINE.sub(r"\\\1", line))


def opening(text: str) -> str:
    """Return ``text`` as Markdown that shows exactly it where a paragraph or a list item begins."""
    line = escaped(text)
    return re.sub(r"^(\d{1,9})(?=[.)])|^(?=[#+=-])", r"\1\\", line)
