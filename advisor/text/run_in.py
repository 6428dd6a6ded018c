"""A paragraph → its sentences, and the headings that run into them ("Duties: Plan our posts. Write them.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advisor.text.markup import past_stray_mark, without_emphasis
from advisor.text.sections import SectionRubric
from advisor.text.sentences import sentences

_HAS_WORD = re.compile(r"[^\W_]")
_COLON = re.compile(r"\s*:[*_]{0,3} ")
_WIDEST_LABEL = 42
_LONGEST_WORD = 12  # "candidates "


class Sentence(NamedTuple):
    """A sentence: its section, "" where nothing names one; whether it is an item of a list that was pasted as prose; the
    heading that runs into it."""

    start: int
    end: int
    section: str
    item: bool
    label: tuple[int, int] | None = None


def paragraph_sentences(
    text: str, start: int, end: int, lead_section: str, rubric: SectionRubric
) -> Iterator[Sentence]:
    """The sentences of a paragraph; each heading in it opens a section, and a list of work or of what is asked for:
    "Duties: Plan our posts. Write them. Must have: …". What a lead-in names goes before; a brief section inside a list has
    its own sentence.
    """
    found = sentences(text, start, end, rubric)
    section, listing = lead_section, False
    for place, (begin, stop) in enumerate(found):
        if place and not text[begin].isalnum():
            begin = past_stray_mark(text, begin, stop)  # noqa: PLW2901
        label = None
        named, words, rest = ("", begin, begin) if lead_section else _run_in(text, begin, stop, rubric)
        asked = rubric.kinds.get(named) in ("duty", "measure", "skill")
        if listing and named in rubric.brief:
            yield Sentence(begin, stop, named, item=False)
            continue
        if named and (asked or listing or not place):
            section, listing = named, asked and len(found) > 1
            if len(found) > 1 and _HAS_WORD.search(text, rest, stop):
                label, begin = without_emphasis(text, begin, words), rest  # noqa: PLW2901
        word = text[begin : begin + _LONGEST_WORD].split(" ", 1)[0].lower().replace("’", "'").rstrip(".,")
        prose = word in rubric.prose_words
        if prose and label is None and place and section in rubric.denied:
            section = ""  # what the job is not has been said
        yield Sentence(begin, stop, section, listing and not prose, label)


def _run_in(text: str, start: int, end: int, rubric: SectionRubric) -> tuple[str, int, int]:
    """The section of a heading that runs into its text ("Requirements: two years of …") or "", where its words end, and
    where the text behind its colon begins.
    """
    colon = _COLON.search(text, start, min(end, start + _WIDEST_LABEL))
    if colon is None:
        return "", start, start
    rest = end - len(text[colon.end() : end].lstrip())
    return rubric.named(text[start : colon.start()]), colon.start(), rest
