"""Lines on a page to paragraphs and bullets: pure geometry, no PDF library.

A page gives pieces of text with their boxes, in the order in which they were painted. Bullets may be pieces of their
own, painted later (WeasyPrint), or small shapes (browsers); lines wrap at the right edge of their column. A line is
joined to the one before when that one was full: the next line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Piece(NamedTuple):
    """Text on one line of a page. Points from the page's lower left corner; size is the height of its font's box; word is
    the width of the first word."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    word: float = 0.0


class Dot(NamedTuple):
    """A small painted shape: its sides and its middle height, in points."""

    left: float
    right: float
    middle: float


class Page(NamedTuple):
    """A page's size in points, its pieces in the order of painting, its dots."""

    width: float
    height: float
    pieces: Sequence[Piece]
    dots: Sequence[Dot] = ()


class _Line(NamedTuple):
    piece: Piece
    bullet: str  # "" or "• " or "1. "
    page: int


_MARK = re.compile(
    r"(?:[•◦▪■□●○‣⁃∙·►▶➢➤✓✔✦❖*o–—-]|[\uf0a7\uf0a8\uf0b7\uf0d8\uf076\uf0fc\uf06e]|\(?(?:\d{1,2}|[a-z])[.)])"
)
_INLINE = re.compile(
    r"([•◦▪■□●○‣⁃∙►▶➢➤✓✔✦❖]|[\uf0a7\uf0a8\uf0b7\uf0d8\uf076\uf0fc\uf06e])\s*(?=\S)|(?=(?:[·*o–-]|\d{1,2}[.)])\s+\S)"
)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}(?:\s*(?:of|/|\|)\s*\d{1,3})?\s*[-–]?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WORD = re.compile(r"\w+(?:-\w+)+|\w+")
# First halves that commonly keep their hyphen; any other hyphen at a line's end is taken to be the typesetter's.
_COMPOUNDS = re.compile(
    "anti|co|cross|day|decision|e|end|ex|face|first|follow|full|go|hands|hard|high|in|job|long|low|mid|multi|new|non|off|"
    "on|one|open|out|part|post|pre|problem|real|right|second|self|semi|short|so|state|sub|third|top|two|up|user|well|"
    "work|year"
)
_NARROW_COLUMN, _WIDE_COLUMN = 25, 45  # characters on a line: few columns are narrower, most are wider
_MARGIN = 0.1  # of the page's height, where running heads and page numbers stand


def reflow(pages: Sequence[Page]) -> str:
    """The text of a document, one paragraph, bullet or heading a line, with a blank line where the page has a gap."""
    running = _running_heads(pages)
    lines: list[_Line] = []
    for number, page in enumerate(pages):
        pieces = [piece for piece in page.pieces if not _is_running(piece, page, running)]
        lines += _with_bullets(pieces, page.dots, number)
    return _joined(lines)


def _norm(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold().strip()


def _in_margin(piece: Piece, page: Page) -> bool:
    return piece.bottom > page.height * (1 - _MARGIN) or piece.top < page.height * _MARGIN


def _running_heads(pages: Sequence[Page]) -> set[str]:
    """What stands in the margin of more than one page, page numbers aside."""
    counts = Counter(
        norm
        for page in pages
        for norm in {_norm(piece.text) for piece in page.pieces if _in_margin(piece, page)}
    )
    return {norm for norm, count in counts.items() if count > 1}


def _is_running(piece: Piece, page: Page, running: set[str]) -> bool:
    return _in_margin(piece, page) and (
        _PAGE_NUMBER.fullmatch(piece.text) is not None or _norm(piece.text) in running
    )


def _with_bullets(pieces: Sequence[Piece], dots: Sequence[Dot], page: int) -> list[_Line]:
    """Give each line its bullet, whether it stands in the text, in a piece of its own, or is painted."""
    marks = [piece for piece in pieces if _MARK.fullmatch(piece.text)]
    lines = []
    for piece in pieces:
        if _MARK.fullmatch(piece.text):
            continue
        found = _INLINE.match(piece.text)
        if found:
            text = piece.text[found.end() :]
            lines.append(_Line(piece._replace(text=text), "• " if found[1] else "", page))
            continue
        middle = (piece.bottom + piece.top) / 2
        near = [
            mark
            for mark in marks
            if mark.bottom < middle < mark.top and -1 < piece.left - mark.right < piece.size * 3
        ]
        bullet = ""
        if near:
            mark = max(near, key=lambda each: each.right)
            bullet = f"{mark.text} " if mark.text[-1] in ".)" else "• "
        elif any(_is_bullet(dot, piece) for dot in dots):
            bullet = "• "
        lines.append(_Line(piece, bullet, page))
    return lines


def _is_bullet(dot: Dot, piece: Piece) -> bool:
    gap = piece.left - dot.right
    small = dot.right - dot.left < piece.size * 0.6
    return small and 0 < gap < piece.size * 2 and piece.bottom < dot.middle < piece.top


def _joined(lines: Sequence[_Line]) -> str:
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.piece.text))
    leading = _leading(lines)
    out: list[str] = []
    by_page: defaultdict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    first: _Line | None = None  # of the paragraph being built
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        if before is None or first is None:
            out.append(line.bullet + line.piece.text)
            first = line
        elif _continues(first, before, line, by_page[before.page], leading):
            out[-1] = _glue(out[-1], line.piece.text, words)
        else:
            if _gap(before, line, leading):
                out.append("")
            out.append(line.bullet + line.piece.text)
            first = line
    return "\n".join(out)


def _leading(lines: Sequence[_Line]) -> float:
    """The usual distance of two lines of a paragraph, in font sizes: the tight end of what the document has."""
    steps = [
        (a.piece.bottom - b.piece.bottom) / a.piece.size
        for a, b in pairwise(lines)
        if a.page == b.page
        and 0.5 < (a.piece.bottom - b.piece.bottom) / a.piece.size < 2.5
        and _same_font(a, b)
    ]
    if not steps:
        return 1.2
    steps.sort()
    return median(steps[: max(1, len(steps) * 2 // 3)])


def _same_font(a: _Line, b: _Line) -> bool:
    return abs(a.piece.size - b.piece.size) < 0.12 * max(a.piece.size, b.piece.size)


def _gap(before: _Line, line: _Line, leading: float) -> bool:
    step = (before.piece.bottom - line.piece.bottom) / before.piece.size
    return before.page != line.page or not -0.2 < step < leading * 1.25 or not _same_font(before, line)


def _continues(first: _Line, before: _Line, line: _Line, page: Sequence[_Line], leading: float) -> bool:
    """Whether `line` carries on the paragraph that began with `first` and so far ends with `before`, on `page`."""
    a, b = before.piece, line.piece
    if line.bullet or _INLINE.match(b.text) or not _same_font(before, line):
        return False
    hyphenated = a.text.endswith(("-", "\u2010", "\u00ad")) and b.text[:1].islower()
    open_end = hyphenated or (b.text[:1].islower() and not _SENTENCE_END.search(a.text))
    step = (a.bottom - b.bottom) / a.size
    if before.page != line.page or step < -0.5 or b.left > a.right:
        return open_end and not _is_short(before, page)  # over the edge of a page or a column
    if abs(step) < 0.4:
        return a.bold == b.bold or open_end  # the rest of the same line
    if step > leading * 1.3:
        return False
    if hyphenated and a.text[-2:-1].isalpha():
        return True
    if a.bold != b.bold and first.piece.bold and not open_end:
        return False  # a bold heading, then text
    indents = {first.piece.left, a.left}
    aligned = any(abs(b.left - indent) < a.size * 0.6 for indent in indents)
    hanging = 0 < b.left - first.piece.left < a.size * 2.5 and (
        first.bullet != "" or bool(_INLINE.match(first.piece.text))
    )
    outdented = before is first and 0 < a.left - b.left < a.size * 4
    if not (aligned or hanging or outdented) and not open_end:
        return False
    return not _is_short(before, page, next_word=b)


def _is_short(line: _Line, page: Sequence[_Line], next_word: Piece | None = None) -> bool:
    """Whether the line ends well before its column does, so that its end was the writer's."""
    piece = line.piece
    right = max(
        other.piece.right
        for other in page
        if _same_font(other, line)
        and other.piece.left < piece.right
        and other.piece.right > piece.left
        and abs(other.piece.left - piece.left) < piece.size * 6
    )
    room = right - piece.right
    if next_word is None:
        return room > (piece.right - piece.left) * 0.35
    if room > next_word.word + piece.size * 0.35:  # the word, and a space
        return True
    if next_word.text[0].islower():
        return False
    # The longest of some short lines is as wide as its text, not as its column.
    alone = sum(other.piece.right > right - piece.size * 3 for other in page) < 2
    return len(piece.text) < (_WIDE_COLUMN if alone else _NARROW_COLUMN)


def _glue(text: str, more: str, words: Counter[str]) -> str:
    """Join two lines; a hyphen between them goes unless the word has one of its own."""
    found = re.search(r"(\w+)([-\u2010\u00ad])$", text)
    rest = re.match(r"\w+", more)
    if not found or not rest:
        return f"{text} {more}" if not re.search(r"\w/$", text) else text + more
    if found[2] == "\u00ad":
        return text[:-1] + more
    if not rest[0][0].islower():
        return text + more
    half, other = found[1].casefold(), rest[0].casefold()
    if words[half + other]:
        return text[:-1] + more
    if words[f"{half}-{other}"] or (
        found[2] == "-" and (_COMPOUNDS.fullmatch(half) or min(words[half], words[other]) > 1)
    ):
        return f"{text[:-1]}-{more}"
    return text[:-1] + more
