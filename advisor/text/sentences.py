"""Prose → sentences, without copying: offsets only, in time linear in the text."""

from __future__ import annotations

import re

from advisor.text.sections import SectionRubric

# A run of full stops and the like, closing quotes and brackets, then either white space or, glued, a capital.
# East Asian full stops need neither. A run is tried once, from its first mark: what ends badly does so from each.
_END = re.compile(
    r"""(?<![.!?…؟۔।。！？｡])[.!?…؟۔।。！？｡][.!?…؟۔।。！？｡]*+["'’”»)\]」』）*_]*+
    (?:(\s++)|(?<=[。！？｡」』）])|(?=[“‘«"(]?[A-Z][a-z’']|[IA]\s))(?=\S)""",
    re.VERBOSE,
)
_OPENING = re.compile(r"(?:[^\w\n]|_){0,12}([^\W_])")
_WORD = re.compile(r"[^\W\d_]++(?:['’][a-z]{1,3}+)?")
_A_WORD = re.compile(r"[^\W_]")
_NETWORK = re.compile(r"(?:\b(?:on|to|via|and|or|for|from)|,)\s+X\Z")  # "delays on X.", no initial
_LOOK_BACK = 24  # longest abbreviation or address that is looked at before a full stop


def sentences(text: str, start: int, end: int, rubric: SectionRubric) -> list[tuple[int, int]]:
    """The sentences of text[start:end], trimmed of white space, in order; at least one if the stretch isn't blank."""
    found: list[tuple[int, int]] = []
    for m in _END.finditer(text, start, end):
        cut = m.end()
        if _ends_here(text, start, m, rubric):
            if not text[start].isalnum() and _A_WORD.search(text, start, cut) is None:
                continue
            stop = m.start(1) if m.start(1) >= 0 else len(text[start:cut].rstrip()) + start
            found.append((start, stop))
            start = cut
    if start < end:
        found.append((start, end))
    return found


def _ends_here(text: str, start: int, m: re.Match[str], rubric: SectionRubric) -> bool:
    """Whether the marks found end a sentence that began at `start`, and what follows begins another."""
    stop, cut, gap = m.start(), m.end(), m.start(1)
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
    written = text[text.rfind(" ", low, stop) + 1 or low : stop].lstrip("(\"'“‘[*_")
    last = written.lower()
    if last in rubric.never_end:
        return False
    if gap < 0 and ("/" in last or "@" in last or last.startswith("www.")):
        return False
    initial = len(last) == 1 and not last.isdigit() and not _NETWORK.search(text[low:stop])
    if gap < 0 or initial or last in rubric.may_end:
        word = _WORD.match(text, cut)
        if word is None:
            return True
        next_word = word[0].lower().replace("’", "'")
        # Glued: "is ours.You will" is two sentences, "Acme.Works" is one name.
        if gap < 0 and not initial and not written[:1].isupper():
            return next_word not in rubric.name_endings
        return next_word in rubric.first_words
    return True
