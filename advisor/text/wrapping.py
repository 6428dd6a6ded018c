"""Hard-wrapped text (e-mails, PDFs) → one line a paragraph or bullet, every offset unchanged.

A line end is taken for a wrap when the next line's first word wouldn't have fitted on the line above, in a text
that shows by lines going on in lower case that it is wrapped at all; when the next line goes on in lower case below
the words of its bullet; or when a long line that is no item of a list breaks off and the next goes on in lower case,
as where a clause stands on a line or a page was copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from advisor.text.tables import is_field

_GOES_ON = re.compile(r"\n *+[^\W\d_A-Z]")  # begins with a literal, so that the search is quick
_ENDS = ".!?:;…"
_ENDS_FOR_SURE = _ENDS + ")]"
_FIRST_WORD = re.compile(r"\S{1,40}")
_ITEM = re.compile(r" *+(?:[^\w\s]{1,2}|\d{1,2}[.)]) ++(?=\S)")
_WIDEST = 120
_NARROWEST = 36
_SURE = 60  # a single wrapped line proves itself only at this length
_LONG = 40  # shorter lines that break off may be heads or items of a list without marks
_BREAKS_OFF = re.compile(
    r"(?:,|\b(?:a|an|and|are|as|at|but|by|for|from|in|into|is|of|on|or|our|such|than|that|the|their|this|to|when|where|"
    r"which|while|who|with|your)|(?<=[.!?])\s[A-Z][^.!?]*)\Z"
)


def rejoin(text: str, begins_anew: Callable[[str], bool], first_words: Container[str] = ()) -> str:
    """`text` with the line ends that are only wraps made into spaces (so offsets stay).

    `begins_anew(line)` says whether a line starts something of its own whatever stands above it: a bullet, a heading.
    `first_words`: words in lower case with which sentences begin.
    """
    if not _may_be_wrapped(text):
        return text
    raws = text.split("\n")
    fits: list[tuple[int, int, int]] = []  # line number, width of the line above, width with the first word
    proofs: list[tuple[int, int]] = []
    hanging: set[int] = set()
    words_at = 0  # where the words of the bullet above begin, 0 outside a bullet
    above = ""
    for i, raw in enumerate(raws):
        line = raw.strip()
        item = _ITEM.match(raw)
        if item:
            words_at = item.end()
        elif not line or not raw.startswith(" " * words_at):
            words_at = 0
        elif words_at and line[0].islower() and above[-1] not in _ENDS and not begins_anew(line):
            hanging.add(i)
        if above and line and len(above) <= _WIDEST and above[-1] != ":":
            word = _FIRST_WORD.match(line)
            width = len(raws[i - 1].rstrip())
            needed = width + 1 + (len(word[0]) if word else 0)
            fits.append((i, width, needed))
            if line[0].islower() and above[-1] not in _ENDS and not begins_anew(line):
                proofs.append((width, needed))
        above = line
    wrap = max((width for width, _ in proofs), default=0)
    agreeing = sum(needed > wrap for _, needed in proofs)
    joined = hanging | _broken_off(raws, begins_anew, first_words)
    if wrap >= _NARROWEST and agreeing * 10 >= len(proofs) * 7 and (len(proofs) > 1 or wrap >= _SURE):
        joined |= {
            i
            for i, width, needed in fits
            if width <= wrap + 2 and needed > wrap and not begins_anew(raws[i].strip())
        }
    if not joined:
        return text
    pieces: list[str] = []
    for i, raw in enumerate(raws):
        if i:
            pieces.append(" " if i in joined else "\n")
        pieces.append(raw)
    return "".join(pieces)


def _broken_off(raws: list[str], begins_anew: Callable[[str], bool], first_words: Container[str]) -> set[int]:
    """Numbers of the lines that go on where a long line above broke off, whatever the width."""
    found: set[int] = set()
    before = above = ""
    title = True  # only the text's first line stands above
    for i, raw in enumerate(raws):
        line = raw.strip()
        if (
            len(above) >= _LONG
            and len(line) > 4  # no bullet alone on its line
            and above[-1] not in _ENDS_FOR_SURE
            and above[0] != "#"
            and not _ITEM.match(raw)
            and not is_field(line, 0, len(line))
        ):
            if line[0].islower():
                below = raws[i + 1] if i + 1 < len(raws) else ""
                goes_on = _goes_on(line, above, before, below, joined=i - 1 in found, title=title)
            else:
                goes_on = above[-1] == "," != before[-1:] and _names(line, first_words)
            if goes_on and not begins_anew(line):
                found.add(i)
        title = title and not above
        before, above = above, line
    return found


def _goes_on(line: str, above: str, before: str, below: str, *, joined: bool, title: bool) -> bool:
    """Whether a line in lower case goes on with the line above, which may have been joined or be the first of all."""
    if above.endswith(("; and", "; or")) or line.startswith(("www.", "http")):
        return False
    if above.endswith((", and", ", or")) and before[-1:] in (",", ";"):
        return False  # the last but one of a list
    if above[-1] == "," and above[0].islower() and not joined:
        return False  # an item of a list in lower case
    if _BREAKS_OFF.search(above) is not None:
        return True
    alone = len(line) < _LONG and line[-1] not in _ENDS and _BREAKS_OFF.search(line) is None
    in_list = alone and below.strip() != "" and _ITEM.match(below) is None
    return above[0].isupper() and not title and not in_list


def _names(line: str, first_words: Container[str]) -> bool:
    """Whether a line that begins with a capital goes on with names after a comma: no sentence, list, address or sender."""
    words = line.split()
    return (
        line[0].isalpha()
        and not line.endswith((",", ", and", ", or"))
        and words[0].lower() not in first_words
        and not (line[-1].isalnum() and all(word[0].isupper() for word in words))
    )


def _may_be_wrapped(text: str) -> bool:
    """Whether a line ends in a comma, or goes on, in what looks like lower case, where the one above didn't end."""
    if ",\n" in text:
        return True
    for m in _GOES_ON.finditer(text):
        before = text[max(0, m.start() - 8) : m.start()].rstrip(" ")
        if before and before[-1] != "\n" and before[-1] not in _ENDS:
            return True
    return False
