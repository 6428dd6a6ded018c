"""A paragraph → its sentences, and the headings that run into them ("Duties: Plan our posts. Write them.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advisor.text.markup import past_stray_mark
from advisor.text.sections import SectionRubric, heading_key
from advisor.text.sentences import sentences

_HAS_WORD = re.compile(r"[^\W_]")
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
    "Duties: Plan our posts. Write them. Must have: …". What a lead-in names goes before.
    """
    found = sentences(text, start, end, rubric)
    section, listing = lead_section, False
    for place, (begin, stop) in enumerate(found):
        if place and not text[begin].isalnum():
            begin = past_stray_mark(text, begin, stop)  # noqa: PLW2901
        label = None
        named, colon = ("", -1) if lead_section else _run_in(text, begin, stop, rubric)
        asked = rubric.kinds.get(named) in ("duty", "measure", "skill")
        if named and (asked or listing or not place):
            section, listing = named, asked and len(found) > 1
            rest = text[colon + 1 : stop].lstrip()
            if len(found) > 1 and _HAS_WORD.search(rest):
                label, begin = (begin, colon), stop - len(rest)  # noqa: PLW2901
        word = text[begin : begin + _LONGEST_WORD].split(" ", 1)[0].lower().replace("’", "'")
        yield Sentence(begin, stop, section, listing and word not in rubric.prose_words, label)


def _run_in(text: str, start: int, end: int, rubric: SectionRubric) -> tuple[str, int]:
    """The section of a heading that runs into its text ("Requirements: two years of …"), or "", and its colon's place."""
    colon = text.find(": ", start, min(end, start + 40))
    match = rubric.match(heading_key(text[start:colon])) if colon >= 0 else None
    return (match.section, colon) if match is not None and match.whole else ("", colon)
