"""Prose → sentences, without copying: offsets only, in time linear in the text."""

from __future__ import annotations

import re

from advisor.text.sections import SectionRubric

# A run of full stops and the like, closing quotes and brackets, then either white space or, glued, a capital.
# East Asian full stops need neither.
_END = re.compile(
    r"""[.!?…؟۔।。！？｡][.!?…؟۔।。！？｡]*+["'’”»)\]」』）*_]*+
    (?:(\s++)|(?<=[。！？｡」』）])|(?=[“‘«"(]?[A-Z][a-z’']|[IA]\s))(?=\S)""",
    re.VERBOSE,
)
_OPENING = re.compile(r"[^\w\n]{0,12}+(\w)")
_WORD = re.compile(r"[^\W\d_]++(?:['’][a-z]{1,3}+)?")
_LOOK_BACK = 24  # longest abbreviation or address that is looked at before a full stop


def sentences(text: str, start: int, end: int, rubric: SectionRubric) -> list[tuple[int, int]]:
    """The sentences of text[start:end], trimmed of white space, in order; at least one if the stretch isn't blank."""
    found: list[tuple[int, int]] = []
    for m in _END.finditer(text, start, end):
        cut = m.end()
        if _ends_here(text, start, m.start(), cut, m.start(1), rubric):
            stop = m.start(1) if m.start(1) >= 0 else len(text[start:cut].rstrip()) + start
            found.append((start, stop))
            start = cut
    if start < end:
        found.append((start, end))
    return found


def _ends_here(text: str, start: int, stop: int, cut: int, gap: int, rubric: SectionRubric) -> bool:
    """Whether the marks at `stop` end a sentence that began at `start`; `cut` is where the next would begin."""
    following = text[cut]
    if not following.isalnum():
        opening = _OPENING.match(text, cut)
        if opening is None:
            return False
        following = opening[1]
        cut = opening.start(1)
    mark = text[stop]
    if mark in "。！？｡":
        return True
    if following.islower():
        return False
    if mark != "." or text.startswith("..", stop):
        return True
    low = max(start, stop - _LOOK_BACK)
    token = text[text.rfind(" ", low, stop) + 1 or low : stop].lstrip("(\"'“‘[*_").lower()
    if token in rubric.never_end:
        return False
    if gap < 0 and ("/" in token or "@" in token or token.startswith("www.")):
        return False
    initial = len(token) == 1 and not token.isdigit()
    if gap < 0 or initial or token in rubric.may_end:
        word = _WORD.match(text, cut)
        if word is None:
            return True
        next_word = word[0].lower().replace("’", "'")
        if gap < 0 and not initial:
            return next_word not in rubric.name_endings
        return next_word in rubric.first_words
    return True
