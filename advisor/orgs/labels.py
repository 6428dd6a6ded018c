"""Lines that begin with a label that no rule knows and then say who it is: "CoC reports: Marisol", "Risk desk (Head: Wen)"."""

from __future__ import annotations

import re

from advisor.wording import joined

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
    rf"({_WORDS})\s*\(\s*(?:ca\.?\s?|~\s?|about\s|around\s)?(?!(?:19|20)\d\d\b)(\d{{1,4}})(?![\d%]|\s?(?:h|hrs?|hours?|days?|%)\b)\s?(?:FTEs?|people|staff|persons?|ppl|agents|employees|colleagues|volunteers|heads)?[:,;]?([^()\n]*)\)\s*[.:]?\s*"
)
# "Phone enquiries x 2"
_TIMES = re.compile(rf"({_WORDS})\s+[x×]\s?(\d{{1,4}})()\s*")
# "Community Outreach (Lorraine, 0.6)", "Membership Marketing (vacant)"
_HELD = re.compile(rf"({_WORDS})\s*\(\s*(?:({NAMES.pattern})|([^(),;\n]+))(?:\s*[,;][^()\n]*)?\)\s*")
_NEAR = 60  # characters in which a title would stand
# "3 people on fraud", "2 x social/content, freelancers"
_PEOPLE_ON = re.compile(
    r"(\d{1,4})\s+(?:people|persons?|staff|colleagues|ppl|fte)\s+(?:on|in|for|at)\s+(?P<work>[^,;()\n]{2,60}?)(?=\s*(?:[,;(]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_PEOPLE = re.compile(
    r"(\d{1,4})\s+(?:people|persons?|staff|colleagues|ppl|fte)\b(?=\s*(?:[,;:(–-]|$))", re.IGNORECASE
)
_LABELLED = re.compile(r"(\d{1,4})\s+([a-z][\w-]*(?:\s[\w-]+)?)(?=\s*(?:[,;:(–]|$))", re.IGNORECASE)
_TIMES_FIRST = re.compile(
    rf"(\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?[x×]\s+(?!(?:an?|per|each|every|on|in|at|the|daily|weekly|day|week|month)\b)({_WORDS})(?=\s*(?:[,;(]|$))",
    re.IGNORECASE | re.MULTILINE,
)
# "Operations (Head: Wen)"
_LED = re.compile(
    rf"({_WORDS})\s*\(\s*(?:Head|HEAD|head|Lead|lead|Manager|manager|Director|director|Chair|chair|Boss|boss)\s*:?\s+({FULL})\s*\)\s*:?\s*"
)
_SO_MANY = re.compile(
    r"(?:(?:an?\s+)?(?:team|group|pool|crew)\s+of\s+)?(?:ca\.?\s?|~\s?|about\s|around\s)?(\d{1,4})"
    r"(?:\s+(?:people|staff|persons?|employees|colleagues|students|volunteers|freelancers|heads|fte|ppl|seats))?(?=\s*(?:[,;(]|$|at\b|in\b))",
    re.IGNORECASE,
)
# Behind a name that is no holder's: "Ana's team", "Tara = community lead".
_BY = re.compile(r"(?:[\w-]+\s+){1,3}?(?:by|between)\s+", re.IGNORECASE)
_CONTINUES = re.compile(r"['’]s\b|\s*(?:=|:|->|→|\s[–—-]\s)|\s(?:thinks|says|said|wants|asked|asks)\b")
_VACANT_SINCE = re.compile(r"\s*(?:$|[.,;(]|(?:since|from|until|for|till|at)\b)")
_SENTENCES = re.compile(r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.!?]\s+[A-Z]")
_TELLS = frozenset(("is", "are", "was", "were", "has", "have", "had", "do", "does", "will", "i", "we"))
_CLOSES = re.compile(r"\s*(?:$|[.,;:(–—+&-]|and\b)")


_POST = re.compile(r",\s*(0?[.,]\d{1,2})\s*(?:fte\s*)?\)", re.IGNORECASE)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_TOLD = re.compile(r"[–—-]\s+(?=\S)")


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
    times = _TIMES.fullmatch(build.text, start, span.end) if listed else None
    found = times or _COUNTED.match(build.text, start, span.end)
    if (
        not found
        or not (times or found[1][0].isupper() or _ORDINAL.match(found[1]))
        or (build.people.is_name(found[1]) and " " in found[1])
    ):
        return False
    alone = found.end() == span.end and listed
    told = _TOLD.match(build.text, found.end(), span.end)
    if not alone and _SENTENCES.search(build.text, found.end(), span.end):
        return False  # prose
    named = plain(found[1].split()[0]) in build.words.never or mentions(
        build.text, *found.span(1), build.words
    )
    if not alone and (named or found[0].rstrip().endswith(":")):
        return False  # "The support team (4 people) answers tickets"
    alone |= told is not None
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


def begins_with_label(build: Builder, start: int, end: int) -> bool:
    """Whether a stretch begins with a label of its own, and no field of a form."""
    found = _LABEL.match(build.text, start, end)
    return found is not None and plain(found[1]) not in build.words.columns


def take_so_many(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a line of a list that begins with a number and who or what it counts: "20 agents e-mail and chat", "3 x support",
    "3 people on fraud"; return whether it is one.
    """
    text, words = build.text, build.words
    if on := _PEOPLE_ON.match(text, start, span.end):
        work = Mention(on["work"], *on.span("work"), start, on.end("work"), float(on[1]), on[1])
        build.open(work, span, on.end("work"), "", above, duty=on["work"], listed=True)
        return True
    if some := _PEOPLE.match(text, start, span.end):
        heading = build.heading if build.team_work else ""
        if heading:  # "Reader service", and below it "11 people, phone and mail"
            whole = Mention(heading, start, some.end(), start, some.end(), float(some[1]), some[1])
            build.open(whole, span, some.end(), "", above, duty=build.team_work, listed=True)
            return True
    student = _LABELLED.match(text, start, span.end)
    if student and plain(student[2].split()[-1]).removesuffix("s") in words.data.label_heads:
        who = Mention(student[2], *student.span(2), start, student.end(), float(student[1]), student[1])
        build.open(who, span, student.end(), "", above, listed=True)
        return True
    named = mentions(text, start, min(span.end, start + _NEAR), words)[:1]
    if named and named[0].before == start and named[0].number is not None:
        build.open(named[0], span, named[0].after, "", above, listed=True)
        return True
    if times := _TIMES_FIRST.match(text, start, span.end):
        number = float(times[1].replace(",", "."))
        if not number:
            build.facts.append(Fact("nobody", text[span.start : span.end], span))
            return True
        what = Mention(times[2], *times.span(2), start, times.end(2), number, times[1])
        build.open(what, span, times.end(2), "", above, duty=times[2], listed=True)
        return True
    return False


def take_held_label(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take "Community Outreach (Lorraine, 0.6)", a part with who it is in brackets; return whether it is one."""
    found = _HELD.fullmatch(build.text, start, span.end)
    if not found or _is_else(build, found[1]) or mentions(build.text, *found.span(1), build.words):
        return False
    mention = Mention(found[1], *found.span(1), start, found.end(1), None, "")
    if found[2] and all(map(build.people.is_name, names_in(found[2]))):
        names = names_in(found[2])
        post = _POST.search(found[0])
        number = float(len(names)) if len(names) > 1 else float(post[1].replace(",", ".")) if post else None
        mention = mention._replace(number=number, after=found.end(2))
        build.open(mention, span, found.end(2), joined(names), above, duty=found[1], listed=True)
        return True
    if found[3] and build.words.unfilled.fullmatch(found[3]):
        build.roles.setdefault(found[1].lower(), Seat(found[1], vacant=True)).spans.append(span)
        return True
    return False


def take_label(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a line with a label and, behind it, who that is; return whether it is one."""
    found, words, text = _LABEL.match(build.text, start, span.end), build.words, build.text
    if not found or _is_else(build, found[1]) or _SENTENCES.search(text, found.end(), span.end):
        return False
    if build.doers.told_first(start, span.end):
        return False  # "Instagram: Omar and two volunteers" is read as a sentence is
    rest, (begin, end) = found.end(), found.span(1)
    if words.nobody.match(text, rest, span.end):
        build.facts.append(Fact("nobody", text[span.start : span.end], span))
        return True
    empty = words.unfilled.match(text, rest, span.end)
    if empty and _VACANT_SINCE.match(text, empty.end(), span.end):
        build.roles.setdefault(found[1].lower(), Seat(found[1], vacant=True)).spans.append(span)
        return True
    work = Mention(found[1], begin, end, begin, end, None, "")
    if by := _BY.match(text, rest, span.end):  # "Reviews: done by support"
        rest = by.end()
    names, count = NAMES.match(text, rest, span.end), _SO_MANY.match(text, rest, span.end)
    if names and all(map(build.people.is_name, names_in(names[0]))):
        if _CONTINUES.match(text, names.end(), span.end):
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
    """Whether a label is no work: a field of a form, a time, somebody's name, the head of a mail."""
    words, said = build.words, plain(label)
    parts = said.split()
    if (
        (said in words.columns and said not in words.data.team_leads)
        or said in words.data.no_label
        or not _TELLS.isdisjoint(parts)
    ):
        return True
    if parts[0] in words.groups or (len(parts) > 1 and parts[1] in words.groups and parts[0] in words.never):
        return True  # "Team of 5", "Our team"
    known = (words.weekday, words.times)
    if any(pattern.fullmatch(label) for pattern in known):
        return True
    names = NAMES.fullmatch(label)
    return names is not None and all(map(build.people.is_name, names_in(label)))
