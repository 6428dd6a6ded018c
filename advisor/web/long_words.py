"""Words that no one wrote: a browser takes seconds to find where one of twenty thousand letters may break."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_EVERY = 60  # letters; words and nearly all addresses are shorter
# Never between a letter and what is drawn on it.
_PART = re.compile(rf"\S{{{_EVERY}}}(?=[^\s\u0300-\u036f\u200d\ufe00-\ufe0f])")


def breakable(text: str) -> Markup:
    """Return text, escaped, with a place to break every 60 letters of a word. What is copied has none of them."""
    if not _PART.search(text):
        return escape(text)
    at, parts = 0, []
    for part in _PART.finditer(text):
        parts.append(escape(text[at : part.end()]))
        at = part.end()
    return Markup("<wbr>").join([*parts, escape(text[at:])])
