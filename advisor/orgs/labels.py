"""Lines that begin with a label that no rule knows and then say who it is: "CoC reports: Marisol", "Risk desk (Head: Wen)"."""

from __future__ import annotations

import re

from advisor.matching.fold import fold
from advisor.rubrics.loader import load_rubrics
from advisor.wording import joined

from .assemble import Builder
from .doubts import is_supplier
from .listed import closes, take_function
from .mentions import Mention, mentions
from .model import Span
from .people import NAMES, ONE, TWO_NAMES
from .verbs import names_work
from .words import LABEL, names_in, one_sentence, plain

_LABEL = re.compile(
    rf"[*_]{{0,3}}({LABEL})[*_]{{0,3}}(\s*\([^()\n]{{1,60}}\))?[*_]{{0,3}}(?:\s*:[*_]{{0,3}}|\s(?:[-–—=→]|->|=>))\s+(?=\S)"
)
# "Community Outreach (Lorraine, 0.6)", "Membership Marketing (vacant)"
_HELD = re.compile(rf"({LABEL})\s*\(\s*(?:({NAMES.pattern})|([^(),;\n]+))(?:\s*[,;][^()\n]*)?\)\s*")
# "psychologist (Dr. Kuusk) 8 h a week"
_HELD_BY = re.compile(
    rf"([^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*){{0,2}})\s*\(((?:Dr|Mr|Ms|Mrs|Prof)\.?\s{ONE}|{TWO_NAMES})\)(?=\s|[,:;])"
)
_POST = re.compile(r",\s*(0?[.,]\d{1,2})\s*(?:fte\s*)?\)", re.IGNORECASE)
_BY = re.compile(r"(?:[\w-]+\s+){1,3}?(?:by|between)\s+", re.IGNORECASE)
# Behind a name that is no holder's: "Ana's team", "Tara = community lead".
_CONTINUES = re.compile(r"['’]s\b|\s*(?:=|:|->|→|\s[–—-]\s)|\s(?:thinks|says|said|wants|asked|asks)\b")
_VACANT_SINCE = re.compile(r"\s*(?:$|[.,;(]|(?:since|from|until|for|till|at)\b)")
_TELLS = frozenset(("is", "are", "was", "were", "has", "have", "had", "do", "does", "will", "i", "we"))


def take_led(build: Builder, span: Span, start: int, above: str) -> str | None:
    """Take "Operations (Head: Wen)", a department with who leads it, or "Operations (reports to the COO)"; return who is above those below it, "" for nobody; None
    for any other line.
    """
    found, words = build.words.led_part.fullmatch(build.text, start, span.end), build.words
    under = None if found else words.headed_under.fullmatch(build.text, start, span.end)
    if under and not mentions(build.text, *under.span(1), words):
        build.begin_team(under[1], span=span)
        return under[2]
    if not found or mentions(build.text, *found.span(1), words):
        return None
    if words.absent.nobody.fullmatch(found[2]) or words.absent.unfilled.fullmatch(found[2]):
        build.nobody(span)
        build.begin_team(found[1])
        return ""
    if not build.people.is_name(found[2]):
        return None
    whole, _, last = found[1].rpartition(" ")
    team = whole if whole and plain(last) in words.groups else found[1]
    title = words.data.head_of.format(team=team)
    mention = Mention(title, found.start(1), found.end(1), span.start, span.end, None, "")
    build.open(mention, span, span.end, found[2], above, listed=True)
    build.begin_team(found[1])
    return title


def begins_with_label(build: Builder, start: int, end: int) -> bool:
    """Whether a stretch begins with a label of its own, and no field of a form."""
    found = _LABEL.match(build.text, start, end)
    return found is not None and plain(found[1]) not in build.words.columns


def take_held_label(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take "Community Outreach (Lorraine, 0.6)", a part with who it is in brackets; return whether it is one."""
    found = _HELD.fullmatch(build.text, start, span.end)
    if not found and (placed := _HELD_BY.match(build.text, start, span.end)):
        return _take_held_by(build, placed, span, start, above)
    if not found or _is_else(build, found[1]) or mentions(build.text, *found.span(1), build.words):
        return False
    if plain(found[1].split()[0]) in build.words.person_verbs:
        return False  # "sits with Ops (Dana, 6 agents)"
    mention = Mention(found[1], *found.span(1), start, found.end(1), None, "")
    if found[2] and all(map(build.people.is_name, names_in(found[2]))):
        names = names_in(found[2])
        post = _POST.search(found[0])
        number = float(len(names)) if len(names) > 1 else float(post[1].replace(",", ".")) if post else None
        mention = mention._replace(number=number, after=found.end(2))
        build.open(mention, span, found.end(2), joined(names), above, duty=found[1], listed=True)
        return True
    if found[3] and build.words.absent.unfilled.fullmatch(found[3]):
        return build.empty(found[1], span)
    return False


def _take_held_by(build: Builder, found: re.Match[str], span: Span, start: int, above: str) -> bool:
    """Take "psychologist (Dr. Kuusk) 8 h a week", a part with somebody by name in brackets and more behind; return
    whether it is one.
    """
    words, label = build.words, found[1]
    does = plain(label.split()[0]) in words.verbs | words.person_verbs | words.never
    if does or _is_else(build, label) or mentions(build.text, *found.span(1), words):
        return False
    if not build.people.is_name(found[2]) or load_rubrics().matcher.line(fold(label)).cues:
        return False
    mention = Mention(label, *found.span(1), start, found.end(1), None, "")
    build.open(mention, span, found.end(), found[2], above, listed=True)
    return True


def take_label(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a line with a label and, behind it, who that is; return whether it is one."""
    found, words, text = _LABEL.match(build.text, start, span.end), build.words, build.text
    if not found or _is_else(build, found[1]) or not one_sentence(text, found.end(), span.end):
        return False
    if build.work_first.told_first(start, span.end):
        return False  # "Instagram: Omar and two volunteers" is read as a sentence is
    rest, (begin, end) = found.end(), found.span(1)
    if words.absent.nobody.match(text, rest, span.end):
        build.nobody(span)
        return True
    empty = words.absent.unfilled.match(text, rest, span.end)
    if empty and _VACANT_SINCE.match(text, empty.end(), span.end):
        return build.empty(found[1], span)
    work = Mention(found[1], begin, end, begin, end, None, "")
    if by := _BY.match(text, rest, span.end):  # "Reviews: done by support"
        rest = by.end()
    names, count = NAMES.match(text, rest, span.end), words.so_many.match(text, rest, span.end)
    if names and all(map(build.people.is_name, names_in(names[0]))):
        if _CONTINUES.match(text, names.end(), span.end):
            return False
    elif count:
        if words.spaces_counted.search(found[1]) and not words.heads_in.match(text, rest, span.end):
            return False  # "Local groups: 18" are no people
        works = not build.heading or names_work(found[1], 0, words)  # "Tier 1: 9 agents" below "Support"
        build.counted(
            found[1], (begin, end), float(count[1].replace(",", ".")), span, count.end(), above, works=works
        )
        return True
    else:
        doer = next(iter(build.doers.several(rest, span.end)), None)
        titled = doer and doer.mention and (doer.names or doer.mention.number is not None)
        titled = titled or (doer and doer.mention and is_supplier(doer.mention.title))  # "a security agency"
        known = doer and (doer.department or titled)  # "Run club: Steph Langley, member lead"
        if not doer or not known or not closes(build, doer.end, span.end):
            return False
    take_function(build, work, span, rest, above)
    return True


def _is_else(build: Builder, label: str) -> bool:
    """Whether a label is no work: a field of a form, a time, somebody's name, the head of a mail."""
    words, said = build.words, plain(label)
    parts = said.split()
    if (
        words.reports.search(label)  # "All of them report to the CMO:"
        or (said in words.columns and said not in words.data.team_leads)
        or said in words.data.no_label
        or not _TELLS.isdisjoint(parts)
    ):
        return True
    if parts[0] in words.groups or (len(parts) > 1 and parts[1] in words.groups and parts[0] in words.never):
        return True  # "Team of 5", "Our team"
    known = (words.weekday, words.times)
    if any(pattern.fullmatch(label) for pattern in known):
        return True
    months = {month[:3].lower() for month in words.data.months}
    if any(part.isdigit() for part in parts) and any(part[:3] in months for part in parts):
        return True  # "Meeting notes 14 Nov – Ironfern"
    names = NAMES.fullmatch(label)
    return names is not None and all(map(build.people.is_name, names_in(label)))
