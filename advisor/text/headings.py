"""Which lines of an ad are headings: by their look, by what stands around them, and by the phrases of the rubric."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.text.lost_ends import BULLETS
from advisor.text.markup import is_bold
from advisor.text.sections import SectionRubric, heading_key
from advisor.text.tables import is_field

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
WIDEST = 100  # characters; a longer line is never a heading
_PROSE_ENDS = ".!?:;…”\"')]"
_MOST_WORDS = 8
_MOST_WORDS_BARE = 6  # of a heading known by nothing but its shortness

TITLE, CAPITALS, BOLD, PLAIN, PART = 1, 2, 3, 4, 5


class Block(NamedTuple):
    """One logical line of the view: a bullet, a paragraph or a heading, without its mark and outer white space."""

    start: int
    end: int
    mark: str  # the bullet or number, "" for none, "#…" for a Markdown heading
    indent: int
    gap: bool  # a blank line stands above
    underlined: int  # level of a Markdown underline below, or 0


class Found(NamedTuple):
    """A recognised heading: level, the section that it names or None, and whether a phrase of the rubric names it."""

    level: int
    section: str | None
    known: bool


def is_heading_alone(line: str, rubric: SectionRubric) -> bool:
    """Whether `line` is a phrase that the rubric knows whole, wherever it stands."""
    if len(line) > WIDEST or line[-1] in ".;,!" or (line[0].islower() and line[-1] != ":"):
        return False
    return rubric.named(line) != ""


def heading_of(
    text: str, blocks: list[Block], i: int, follows_bare: bool, rubric: SectionRubric, heads: bool = False
) -> Found | None:
    """Whether block i is a heading. `follows_bare`: the block above is a short unfinished line that was kept as one.
    `heads`: the block may head a list without marks.

    The block is no longer than WIDEST. Mark and last character decide most.
    """
    block = blocks[i]
    start, end, mark, _, gap, underlined = block
    body = text[start:end]
    last = body[-1]
    hashed = mark[:1] == "#"
    if mark and not hashed and not (mark > "\u2600" and is_picture_alone(blocks, i)):
        return _marked(body, last, blocks, i, rubric)
    bold = is_bold(body)
    if last in ".;,!" and not (hashed or underlined) and body[-3:] != "...":
        return None
    words = body.count(" ") + 1
    if words > _MOST_WORDS + 4 and not (hashed or underlined or bold):
        return None
    if hashed or underlined or bold:
        if bold and _several_sentences(body):
            return None
        level = len(mark) if hashed else underlined or BOLD
        return _found(level, heading_key(body), rubric)
    key = heading_key(body)
    if not key:
        return None
    match = rubric.match(key)
    capitals = len(key) > 3 and body.isupper()
    level = CAPITALS if capitals else PLAIN
    if match is not None and match.whole:
        return Found(level, match.section, known=True)
    colon = last in ":："
    if not colon and (begun := _begun(text, blocks, i, key, rubric)):
        return Found(level, begun, known=True)
    if words > _MOST_WORDS or _several_sentences(body):
        return None
    if colon or (capitals and (heads or _introduces(text, blocks, i))):
        return _found(level, key, rubric)
    if last == "?":
        found = _found(PLAIN, key, rubric)
        above_list = i + 1 < len(blocks) and blocks[i + 1].mark[:1] not in ("", "#")
        return found if (found.section and above_list) or (gap and _leads_list(blocks, i)) else None
    if body[0].islower() or is_field(text, start, end):
        return None
    if not i and len(blocks) > 1:
        below = text[blocks[1].start : blocks[1].end]
        titled = _introduces(text, blocks, 0) or (
            len(below) <= WIDEST and below[-1] not in ".;,!" and rubric.match(heading_key(below)) is not None
        )
        return (
            Found(TITLE, match.section if match else None, known=match is not None and match.whole)
            if titled
            else None
        )
    if heads:
        return _found(PLAIN, key, rubric)
    if not _introduces(text, blocks, i):
        return None
    if follows_bare or not (gap or blocks[i - 1].mark or text[blocks[i - 1].end - 1] in ".!?:"):
        return None
    if words <= _MOST_WORDS_BARE or match:
        return _found(PLAIN, key, rubric)
    return None


def _begun(text: str, blocks: list[Block], i: int, key: str, rubric: SectionRubric) -> str | None:
    """The section of what a line only begins and the lines below go on with: "As our host you will", "You are able to"."""
    if key.rpartition(" ")[2] not in rubric.unfinished or i + 1 >= len(blocks):
        return None
    below = blocks[i + 1]
    return rubric.introduces(key) if below.mark or text[below.start].isupper() else None


def _found(level: int, key: str, rubric: SectionRubric) -> Found:
    """A heading, named by a phrase or else by its words."""
    match = rubric.match(key)
    if match is None:
        return Found(level, rubric.by_words(key), known=False)
    # "Community Manager – remote" ends like a place, and may be the title all the same.
    return Found(level, match.section, known=match.whole or rubric.kinds[match.section] != "context")


def _marked(body: str, last: str, blocks: list[Block], i: int, rubric: SectionRubric) -> Found | None:
    """A bullet or number before a known heading: only when a colon or the next mark shows that it is one."""
    if last in ".;,!" or len(body) > 60:
        return None
    mark = blocks[i].mark
    if i + 1 < len(blocks) and _numbered_above(mark, blocks[i + 1].mark):
        return _found(PLAIN, heading_key(body), rubric)
    match = rubric.match(heading_key(body))
    if last not in ":：":
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if mark[0] in "-–—−*+•o" or after is None:
            return None
        if _same(mark, after.mark):
            return _adorned(body, blocks, i, rubric) if mark > "\u2600" else None
    if mark > "\u2600" and _leads_list(blocks, i):
        return _found(PLAIN, heading_key(body), rubric)
    return Found(PLAIN, match.section, known=True) if match is not None and match.whole else None


def _adorned(body: str, blocks: list[Block], i: int, rubric: SectionRubric) -> Found | None:
    """A heading with a picture above a list of pictures ("🎯 Perks" above "✅ Lunch", "✅ A gym"), or None."""
    mark, gap = blocks[i].mark, blocks[i].gap
    others = (
        mark != blocks[i + 1].mark and _leads_list(blocks, i) and blocks[i + 1].mark == blocks[i + 2].mark
    )
    if rubric.named(body) and (gap or others):
        return Found(PLAIN, rubric.named(body), known=True)
    short = body.count(" ") < _MOST_WORDS_BARE
    return _found(PLAIN, heading_key(body), rubric) if gap and others and short else None


def _numbered_above(mark: str, below: str) -> bool:
    """Whether one number heads the other: 2 or 2.0 above 2.1."""
    number, first = _NUMBER.match(mark), _NUMBER.match(below)
    if number is None or first is None or "." not in first[0]:
        return False
    chapter, _, part = number[0].partition(".")
    return part in ("", "0") and first[0].partition(".")[0] == chapter and first[0] != number[0]


def _same(mark: str, other: str) -> bool:
    """Whether two marks are of one list: the same bullet, or both numbers, or both letters or pictures."""
    if not other:
        return False
    a, b = mark[0], other[0]
    return a == b or (a.isdigit() and b.isdigit()) or (a.isalpha() and b.isalpha()) or (a > "\u2600" < b)


def is_picture_alone(blocks: list[Block], i: int) -> bool:
    """Whether block i begins with a picture that adorns it, rather than with one of a list of them."""
    mark = blocks[i].mark
    if mark[0] in BULLETS or mark < "\u2600":
        return False
    return not any(_same(mark, b.mark) for b in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2]))


def _introduces(text: str, blocks: list[Block], i: int) -> bool:
    """Whether what follows block i is a list or a paragraph rather than another short line."""
    if i + 1 >= len(blocks):
        return False
    after = blocks[i + 1]
    if after.mark:
        return after.mark[0] != "#"
    return after.end - after.start > 60 and text[after.end - 1] in _PROSE_ENDS


def _leads_list(blocks: list[Block], i: int) -> bool:
    """Whether the block below is the first of two bullets."""
    marks = [block.mark for block in blocks[i + 1 : i + 3]]
    return len(marks) == 2 and marks[0] != "" and marks[0][0] != "#" and _same(marks[0], marks[1])


def _several_sentences(body: str) -> bool:
    return ". " in body or "? " in body or "! " in body
