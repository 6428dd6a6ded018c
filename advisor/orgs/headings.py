"""Lines that stand over others and name no seat: the name of a text, of a team, of a part of the organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .assemble import Builder
from .lines import Line, title_line
from .mentions import Mention, mentions
from .people import NAMES
from .teams import lead_at
from .terms import Vocabulary
from .vocabulary import names_group
from .words import plain

_TELLS = re.compile(r"[:=→]|\s[–—-]\s|^\s*(?:is|are)\s*$")  # between work and who does it
_FIELD = re.compile(r"[*_]{0,2}([^\W\d_][\w ]{1,20}?)[*_]{0,2}:[*_]{0,2}\s+([^:,;.()\n]{2,50}?)\s*")
_FIELD_HEAD = re.compile(r"[*_]{0,2}([^\W\d_][\w ]{1,20}?)[*_]{0,2}:")
_OWNED = ("name", "lead", "reports_to", "who", "team")
_LONGEST_HEADING = 4  # words


def names_all(text: str, lines: Sequence[Line], i: int, named: Mention, words: Vocabulary) -> bool:
    """Whether line ``i`` is the text's name, a group that is not counted over who it is: "Harbour – fan team"."""
    line, below = lines[i], next((one for one in lines[i + 1 :] if one.text), lines[i])
    first = not any(one.text for one in lines[:i])
    if not first or line.bullet or not below.bullet or named.number or not names_group(named.title, words):
        return False
    counted = words.heads_in.search(text, line.start, line.end)
    if counted and not words.sizes.all_have.search(text, line.start, line.end):
        return False
    return title_line(text, below, words) is not None


def team_named(text: str, lines: Sequence[Line], i: int, build: Builder) -> str:
    """Return the team that line ``i`` names over its lead or its people, or "": "Team: Support"."""
    found, words = _FIELD.fullmatch(text, lines[i].content, lines[i].end), build.words
    below = lines[i + 1] if i + 1 < len(lines) else lines[i]
    if not found or not below.text or (i and lines[i - 1].text):
        return ""
    holds, owner = words.columns.get(plain(found[1])), _FIELD_HEAD.match(text, below.content, below.end)
    if (
        holds == "title" and words.functions.fullmatch(found[2]) and owner
    ):  # "Function: Support" over its owner
        return found[2] if words.columns.get(plain(owner[1])) in _OWNED else ""
    if holds != "team":
        return ""
    seat = below.bullet or below.row or lead_at(text, below.content, below.end, build.people)
    return found[2] if seat else ""


def names_the_text(text: str, line: Line, words: Vocabulary) -> bool:
    """Whether a line over deeper headings is one over all others and names nobody's role: "# Kestrel: the customer team"."""
    named = mentions(text, line.content, line.end, words) if line.depth == 1 else []
    return line.depth == 1 and all(names_group(m.title, words) for m in named)


def one_sentence(text: str, line: Line, titled: tuple[Mention, int]) -> bool:
    """Whether a line that ends like a sentence names a role or work before a colon: "Support: 9 people, led by Kim."."""
    mention, rest = titled
    told = text[mention.end : rest]
    return bool(_TELLS.search(told)) and ". " not in text[rest : line.end]


def capitals_over(text: str, line: Line, mention: Mention, below: Sequence[Line], words: Vocabulary) -> bool:
    """Whether "SUPPORT (28)" or "VOLUNTEERS" stands over its people, who are counted themselves."""
    one_word = " " not in mention.title and mention.title.lower() not in words.leaders
    if (
        line.bullet
        or not mention.title.isupper()
        or not (one_word or words.functions.fullmatch(mention.title))
    ):
        return False
    named = [found for one in below if (found := title_line(text, one, words))]
    return any(not found[0].title.isupper() for found in named)


def department_over(
    text: str, lines: Sequence[Line], i: int, words: Vocabulary
) -> tuple[Mention, int] | None:
    """Return the work that a line alone names over a list: "Support", and bullets below it."""
    line = lines[i]
    below = lines[i + 1] if i + 1 < len(lines) else line
    said = text[line.content : line.end]
    if line.bullet or not words.functions.fullmatch(said) or not (below.bullet or below.indent > line.indent):
        return None
    return Mention(said, line.content, line.end, line.content, line.end, None, ""), line.end


def heading_over(text: str, lines: Sequence[Line], i: int, build: Builder) -> bool:
    """Whether a line is only the name of a part of the organisation over its people: "UK team"."""
    line, words = lines[i], build.words
    who = NAMES.match(text, line.content, line.end)
    if who and build.people.is_name(who[0]) and mentions(text, who.end(), line.end, words):
        return False  # "Tove Lind (CMO)"
    if (
        line.bullet
        or len(line.text.split()) > _LONGEST_HEADING
        or line.text[-1] in ".;,!?"
        or i + 1 >= len(lines)
    ):
        return False
    below = lines[i + 1]
    leads = lead_at(text, below.content, below.end, build.people)
    return bool(below.text) and bool(title_line(text, below, words) or below.bullet or leads)
