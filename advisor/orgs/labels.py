"""Lines that begin with a label that no rule knows and then say who it is: "CoC reports: Marisol", "Risk desk (Head: Wen)"."""

from __future__ import annotations

import re

from .assemble import Builder
from .listed import take_function
from .mentions import Mention, mentions
from .model import Fact, Span
from .people import FULL, NAMES, acts, names_in
from .seat import Seat
from .words import plain

_WORDS = r"[^\W_][\w&'’/#.+-]*(?:\s(?:&|\+|/|[^\W_][\w&'’/#.+-]*)){0,6}"
_LABEL = re.compile(
    rf"[*_]{{0,3}}({_WORDS})[*_]{{0,3}}(\s*\([^()\n]{{1,60}}\))?[*_]{{0,3}}(?:\s*:[*_]{{0,3}}|\s(?:[-–—=→]|->|=>))\s+(?=\S)"
)
# "Customer Care (62, of which 40 outsourced)", "Help desk (3 FTE)"
_COUNTED = re.compile(
    rf"({_WORDS})\s*\(\s*(?:ca\.?\s?|~\s?|about\s|around\s)?(\d{{1,4}})(?![\d%]|\s?(?:h|hrs?|hours?|days?|%)\b)\s?(?:FTEs?|people|staff|persons?|ppl)?[:,;]?([^()\n]*)\)\s*[.:]?\s*"
)
# "Operations (Head: Wen)"
_LED = re.compile(
    rf"({_WORDS})\s*\(\s*(?:Head|HEAD|head|Lead|lead|Manager|manager|Director|director|Chair|chair|Boss|boss)\s*:?\s+({FULL})\s*\)\s*:?\s*"
)
_SO_MANY = re.compile(r"(?:ca\.?\s?|~\s?|about\s|around\s)?(\d{1,4})(?=\s*(?:[,;(]|$))")
# Behind a name that is no holder's: "Ana's team", "Tara = community lead".
_CONTINUES = re.compile(r"['’]s\b|\s*(?:=|:|->|→|\s[–—-]\s)|\s(?:thinks|says|said|wants|asked|asks)\b")
_VACANT_SINCE = re.compile(r"\s*(?:$|[.,;(]|(?:since|from|until|for|till|at)\b)")
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]")
_TELLS = frozenset(("is", "are", "was", "were", "has", "have", "had", "do", "does", "will", "i", "we"))
_CLOSES = re.compile(r"\s*(?:$|[.,;:(–—+&-]|and\b)")


def take_led(build: Builder, span: Span, start: int, above: str) -> str:
    """Take "Operations (Head: Wen)", a department with who leads it; return the title of that seat, or ""."""
    found = _LED.fullmatch(build.text, start, span.end)
    if not found or not build.people.is_name(found[2]) or mentions(build.text, *found.span(1), build.words):
        return ""
    whole, _, last = found[1].rpartition(" ")
    team = whole if whole and plain(last) in build.words.groups else found[1]
    title = build.words.data.head_of.format(team=team)
    mention = Mention(title, found.start(1), found.end(1), span.start, span.end, None, "")
    build.open(mention, span, span.end, found[2], above, listed=True)
    build.begin_team(found[1])
    return title


def take_counted(build: Builder, span: Span, start: int, above: str, *, listed: bool) -> bool:
    """Take a part of the organisation that is counted, alone in a line that is ``listed`` ("Chat review (8)") or with
    what it does ("Legal (2) handles requests"); return whether it is one.
    """
    found = _COUNTED.match(build.text, start, span.end)
    if not found or not found[1][0].isupper() or (build.people.is_name(found[1]) and " " in found[1]):
        return False
    alone = found.end() == span.end and listed
    named = plain(found[1].split()[0]) in build.words.never or mentions(
        build.text, *found.span(1), build.words
    )
    if not alone and (named or found[0].rstrip().endswith(":")):
        return False  # "The support team (4 people) answers tickets"
    if not alone and not acts(
        build.text[: span.end], found.end(), build.words, several=False, department=True
    ):
        return False
    if not int(found[2]):
        build.facts.append(Fact("nobody", build.text[span.start : span.end], span))
        return True
    number = float(found[2])
    mention = Mention(found[1], *found.span(1), start, span.end, number, found[2])
    build.open(mention, span, found.start(3), "", above, duty=found[1] if alone else "", listed=True)
    return True


def take_label(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a line with a label and, behind it, who that is; return whether it is one."""
    found, words, text = _LABEL.match(build.text, start, span.end), build.words, build.text
    if not found or _is_else(build, found[1]) or _SENTENCES.search(text, found.end(), span.end):
        return False
    rest, (begin, end) = found.end(), found.span(1)
    if words.nobody.match(text, rest, span.end):
        build.facts.append(Fact("nobody", text[span.start : span.end], span))
        return True
    empty = words.unfilled.match(text, rest, span.end)
    if empty and _VACANT_SINCE.match(text, empty.end(), span.end):
        build.roles.setdefault(found[1].lower(), Seat(found[1], vacant=True)).spans.append(span)
        return True
    work = Mention(found[1], begin, end, begin, end, None, "")
    names, count = NAMES.match(text, rest, span.end), _SO_MANY.match(text, rest, span.end)
    if names and all(map(build.people.is_name, names_in(names[0]))):
        if _CONTINUES.match(text, names.end()):
            return False
    elif count:
        counted = work._replace(number=float(count[1]), counted=count[1])
        build.open(counted, span, count.end(), "", above, duty=found[1], listed=True)
        return True
    else:
        doer = build.doers.at(rest, span.end)
        known = doer and (doer.department or (doer.mention and doer.mention.number is not None))
        if not doer or not known or not _CLOSES.match(text, doer.end, span.end):
            return False
    take_function(build, work, span, rest, above)
    return True


def _is_else(build: Builder, label: str) -> bool:
    """Whether a label is no work: a field of a form, a place or a tool, somebody's name, the head of a mail."""
    words, said = build.words, plain(label)
    parts = said.split()
    if said in words.columns or said in words.data.no_label or not _TELLS.isdisjoint(parts):
        return True
    if parts[0] in words.groups or (len(parts) > 1 and parts[1] in words.groups and parts[0] in words.never):
        return True  # "Team of 5", "Our team"
    known = (words.places, words.tools, words.also_work, words.functions, words.weekday, words.times)
    if any(pattern.fullmatch(label) for pattern in known):
        return True
    names = NAMES.fullmatch(label)
    return names is not None and all(map(build.people.is_name, names_in(label)))
