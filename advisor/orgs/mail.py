"""What a pasted mail holds beside the description: quoted mail, greeting and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line, title_line
from .model import Span
from .people import NAMES
from .terms import Vocabulary

_WROTE = re.compile(r".{0,120}\bwrote\s?:$")
_LEAST_OWN_WORDS = 8  # with fewer beside a quoted mail, the mail is what was pasted
_LONGEST_SIGNATURE = 6  # lines


def without_mail(text: str, lines: Sequence[Line], words: Vocabulary) -> tuple[list[Line], list[Span]]:
    """Return the lines that are no quoted mail, greeting and signature, and where those that are stand."""
    quoted = [line.quoted or _WROTE.match(line.text) is not None for line in lines]
    own = sum(len(line.text.split()) for line, is_quoted in zip(lines, quoted, strict=True) if not is_quoted)
    said = [
        line for line, is_quoted in zip(lines, quoted, strict=True) if not is_quoted or own < _LEAST_OWN_WORDS
    ]
    last = max((i for i, line in enumerate(said) if words.closing.fullmatch(line.text)), default=-1)
    signed = [line for line in said[last + 1 :] if line.text] if last > 0 else []
    titled = [named and named[1] < line.end for line in signed for named in [title_line(text, line, words)]]
    by_name = signed and NAMES.fullmatch(signed[0].text)  # "Jonas Fink" over "CEO, Harbour Games"
    if any(titled) and not (by_name and sum(map(bool, titled)) == 1):
        last = len(said)  # roles follow: no signature
    if signed and (
        len(signed) > _LONGEST_SIGNATURE or any(len(line.text) > 60 or line.bullet for line in signed)
    ):
        last = len(said)
    kept = said[:last] if last > 0 else said
    if kept and words.greeting.fullmatch(kept[0].text) and len(kept) > 1:
        kept = kept[1:]
    held = set(kept)
    return kept, [Span(line.start, line.end) for line in lines if line.text and line not in held]
