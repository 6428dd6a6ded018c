"""Sentences about people → which role each stretch is about."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from typing import NamedTuple

from .leading import NEAR, helped_from, leads_here, led_from, onward
from .mentions import Mention, mentions
from .people import FULL, NAMES
from .terms import Vocabulary
from .verbs import acts
from .words import WORD, plain

# "community manager (Ana Ruiz)", "Support leads: Ana Ruiz and Bo Lind"
_NAME = re.compile(rf"(?::\s{{1,9}}({NAMES.pattern})|,?\s{{0,9}}\(?\s{{0,9}}({FULL}))\s*(?:[,).;]|$)")
_NAME_IS = re.compile(
    rf"\s*(?:[-*•·–‣◦▪]\s+)?(?:(?:I['’]m|I\s+am|[Mm]y\s+name\s+is|[Tt]his\s+is)\s+)?({FULL})(?:,|\s\(|\sis\b|\sworks as\b|\s-\s)\s*(?:is|as|our|the|a|an|[a-z]+ly|now|also|\s)*$"
)
_JOINT = re.compile(r"(?:,|\band)\s+(our\s+|the\s+|another\s+|an?\s+)?$", re.IGNORECASE)
# "; two agents", ", while the lead", ", Amir (social media manager) has", ", and Noor is a student intern", "and I'm the host"
_NEW_CLAUSE = re.compile(
    r"(?:[;:]|,\s*(?:and|while|whereas|but|plus)\b|\bwhile\b|\bwhereas\b)\s*(?:our|the|another)?\s*$"
    r"|,\s+(?:and\s+)?(?=(?-i:[A-Z][a-z]+)\s*(?:\(|is\b|works\s+as\b))(?-i:[A-Z][a-z]+)\s*(?:\(\s*|(?:is|works\s+as)(?:\s+(?:our|the|an?))?\s*)$"
    r"|(?:,\s+(?:and\s+)?|\band\s+)I(?:['’]m|\s+am)(?:\s+(?:our|the|an?))?\s*$",
    re.IGNORECASE,
)
# "Patient groups: Ana Ruiz, community manager, …": what the sentence is about stands before it.
_LABEL = re.compile(r"\s*(?:[-*•·–‣◦▪]\s+)?[^\W\d](?:[^\n:.;,!?]{1,38}):\s+(?=\S)")
_WITHIN = re.compile(
    r"\W*+(?:in|at|within|on)\s+(?:the|our)\s+(?:[\w&-]+\s+){0,3}(?:department|team|office|unit|division|side),?\s*",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s*:\s*")
_HAS = re.compile(r"\b(?:has|have|uses?|employs?)\s+(?:also\s+|about\s+|around\s+)?$", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\([^()\n]{0,40}\)")
_SECOND = re.compile(r"\s*(?:and|&|/)\s+(?:also\s+)?", re.IGNORECASE)
_I_AM = re.compile(r"\W*+I(?:['’]m|\s+am)\s")
# Between two roles of a sentence, each with its own work: " in the product department and", ", and the", " while our", " and the team consists of".
_TURNS = re.compile(
    r"(?:\s(?:in|at|within)\s(?:(?:the|our)\s)?[\w&-]+(?:\s[\w&-]+){0,2}?(?=\sand\s))?[\s,;:–-]*(?:(?:and|plus|as well as|while|whereas|but)\b)?[\s,]*(?:(?:I['’]m|I am)\s+(?:the|our|an?)|our|the|we have|there (?:is|are))?\s*"
    r"(?:(?-i:[A-Z][a-z]+)\s?\(\s?)?"
    r"(?:(?:(?:consists|is made up|are made up) of|comprises|includes|has|employs) (?:an? |one )?)?(?:(?:an? )?(?:team|group|pool|crew|network) of )?",
    re.IGNORECASE,
)
# "Hootsuite is where Tim, our social media manager, posts": somebody by name and title, wherever a sentence names them.
_APPOSED = re.compile(rf"(?:.*?[\s(])??({NAMES.pattern}),\s(?:our|the|an?)\s", re.DOTALL)
# "Ana Ruiz, who joined in May as care officer, answers …", "… is Ana Ruiz, head of care, who also answers …".
_BECAME = re.compile(rf"\W*+({FULL}),?\swho\s[^.;:\n]{{0,60}}?\bas\s(?:(?:our|the|an?)\s)?")
# "Emeka Obi started last month as community host", "Yusuf works three days a week as our digital officer"
_WORKS_AS = re.compile(
    rf"\W*+({FULL})\s(?:started|joined|began|came|works|acts|serves|volunteers|is\s(?:employed|here))\b[^.;:\n]{{0,60}}?\bas\s(?:(?:our|the|an?)\s)?"
)
# "Jana Novak (0.8 FTE) is our community manager", "Jana Novak, 30 hours, is the community manager"
_IS_OUR = re.compile(
    rf"\W*+({FULL})(?:\s\([^()\n]{{1,40}}\)|,\s[^,.;:()\n]{{0,12}}\d[^,;:()\n]{{0,24}},)\sis\s(?:[a-z]+\s)?(?:our|the|an?)\s"
)
_HELD = re.compile(rf"\s+({FULL}),\s(?:(?:our|the|an?)\s)?")
_WHO = re.compile(r",?\swho\s")
_FEW = 3  # bosses told before one role that may be its own


class Subject(NamedTuple):
    """A stretch of a sentence and the role that it is about; ``mention`` None goes on with the role before.

    ``managed``: the role before leads this one ("She manages four moderators"). ``second``: another title of the
    same person ("Rob is our community manager and support lead"). ``back``: it goes on with the leader of the role before
    ("runs the Discord with two mods, writes the news").
    """

    mention: Mention | None
    name: str
    start: int
    end: int
    managed: bool = False
    second: bool = False
    back: bool = False


def _opens(text: str, start: int, mention: Mention, words: Vocabulary) -> bool:
    """Whether what stands before a role's name only introduces it."""
    last = ""
    within = _WITHIN.match(text, start, mention.before) or words.kin.match(text, start, mention.before)
    for match in WORD.finditer(text, within.end() if within else start, mention.before):
        last = plain(match[0])
        adverb = last.endswith("ly") or last in words.between
        if last not in words.openers and not last[0].isdigit() and not match[0][0].isupper() and not adverb:
            return False
    return last not in words.not_subject


def _roles_and_bosses(text: str, start: int, end: int, words: Vocabulary) -> tuple[list[Mention], list[int]]:
    """Return the roles that a sentence names, and where it begins to name somebody's boss ("reports to |")."""
    told = [m.span() for m in words.reports.finditer(text, start, end)]
    begins = [begin for begin, _ in told]

    def in_words(at: int) -> bool:
        i = bisect_right(begins, at)
        return i > 0 and at < told[i - 1][1]

    # "her line manager is" names nobody.
    named = [m for m in mentions(text, start, end, words) if not in_words(m.start)]
    counted = [
        each
        for one, each in itertools.pairwise(named)
        if each.title.lower() in words.data.counted and _COLON.fullmatch(text, one.after, each.before)
    ]  # "Mods: 6 volunteers"
    return [m for m in named if m not in counted], [stop for _, stop in told]


def subjects(text: str, start: int, end: int, words: Vocabulary) -> list[Subject]:
    """Cut a sentence where it turns to another role. The first stretch may go on with the role before it."""
    named, bosses = _roles_and_bosses(text, start, end, words)
    found: list[Subject] = []
    at, skip = start, False

    def cut(begin: int) -> None:
        """End the stretch at hand, or keep what stands before the first role."""
        if found:
            found[-1] = found[-1]._replace(end=begin)
        elif begin > start:
            found.append(Subject(None, "", start, begin))

    # What stands in brackets behind a role belongs to it: "a social media manager (vacant) and …".
    ends = [start, *((b.end() if (b := _BRACKET.match(text, m.after, end)) else m.after) for m in named)]
    for mention, last in zip(named, ends, strict=False):
        said = bisect_right(bosses, mention.start)  # the last that is told before this role
        if boss := _boss_who_works(text, bosses[max(0, said - _FEW) : said], mention, end):
            cut(mention.before)
            found.append(Subject(mention, boss, mention.before, end))
            at, skip = mention.before, False
            continue
        if said and _near(text, bosses[said - 1], mention):
            skip = True  # whom somebody reports to
            continue
        turns = _TURNS.fullmatch(text, last, mention.before) is not None
        has = False
        if not found:
            name = _introduced(text, start, mention, end, words)
            if name is not None:
                managed = not name and leads_here(text, start, last, mention, None, words)
                found.append(Subject(mention, name, at, end, managed))
                skip = False
                continue
            has = mention.number is not None and _HAS.search(text[at : mention.before]) is not None
            if not (has or _goes_on(text, at, mention, words)):
                continue
        led = led_from(text, at, mention, found[-1].mention if found else None, words)
        if led:
            cut(led)
            found += _led(text, mention, led, end, words)
            at, skip = mention.before, False
            continue
        clause = _clause(text, at, mention, words)
        if clause or ((turns or has) and not skip):
            begin = clause or (mention.before if has else last)
            begin += len(text[begin : mention.before]) - len(text[begin : mention.before].lstrip(" ,;"))
            cut(begin)
            name = _name(text, begin, mention, end, words)
            managed = leads_here(text, start, last, mention, found[-1].mention if found else None, words)
            second = bool(found) and not name and _is_second(text, start, found[-1], mention)
            found.append(Subject(mention, name, begin, end, managed, second))
            at, skip = begin, False
    return found or [Subject(None, "", start, end)]


def _goes_on(text: str, at: int, mention: Mention, words: Vocabulary) -> bool:
    """Whether the first role of a sentence stands in one that goes on with the role before it, or in a new clause."""
    if words.pronouns.match(text[at : mention.before]) or _clause(text, at, mention, words):
        return True
    if mention.number is None:
        return False
    led = words.manages.search(text, at, mention.before) is not None
    return led or helped_from(text, at, mention, None, words) > 0


def _led(text: str, mention: Mention, start: int, end: int, words: Vocabulary) -> list[Subject]:
    """Return those who are led, and, where one person's work goes on behind a group, that: ", writes the news"."""
    back = onward(text, mention.after, end, words) if mention.title.lower().endswith("s") else 0
    led = Subject(mention, "", start, back or end, managed=True)
    return [led, Subject(None, "", back, end, back=True)] if back else [led]


def _boss_who_works(text: str, managers: list[int], mention: Mention, end: int) -> str:
    """Return who somebody reports to where their own work follows: "reports to Ana Ruiz, head of care, who answers …"."""
    if not _WHO.match(text, mention.after, end):
        return ""
    held = [
        _HELD.fullmatch(text, manager, mention.before) for manager in managers if manager <= mention.before
    ]
    return next((found[1] for found in held if found), "")


def _near(text: str, manager: int, mention: Mention) -> bool:
    """Whether a role stands right behind "reports to", whose words end at ``manager``."""
    between = text[manager : mention.before]
    return len(between) < 12 and not re.search(r"[.;]", between)


def _introduced(text: str, start: int, mention: Mention, end: int, words: Vocabulary) -> str | None:
    """Return who holds the first role of a sentence, "" where no name is told; None when the sentence is not about it."""
    label = _LABEL.match(text, start, mention.before)
    start = label.end() if label else start
    apposed = _APPOSED.fullmatch(text, max(start, mention.start - NEAR), mention.start)
    apposed = apposed or _BECAME.fullmatch(text, start, mention.before)
    works_as = _WORKS_AS.fullmatch(text, start, mention.before)
    works_as = works_as or _IS_OUR.fullmatch(text, start, mention.start)
    apposed = works_as or apposed
    wish = words.wishes.match(text, mention.after, end)
    if wish and plain(mention.title.split()[0]) in words.leaders and not onward(text, wish.end(), end, words):
        return None  # "My CEO wants them measured on followers", but "… and hosts the calls"
    closed = text[mention.after : mention.after + 1] == ","
    if works_as or _opens(text, start, mention, words) or (apposed and closed):
        return _name(text, start, mention, end, words) or (apposed[1] if apposed else "")
    return None


def _is_second(text: str, start: int, before: Subject, mention: Mention) -> bool:
    """Whether a role is another title of the person before it: "Rob is our community manager and support lead"."""
    return (
        before.mention is not None
        and before.mention.number is mention.number is None
        and bool(before.name or _I_AM.match(text, start, before.mention.before))
        and _SECOND.fullmatch(text, before.mention.after, mention.start) is not None
    )


def _clause(text: str, at: int, mention: Mention, words: Vocabulary) -> int:
    """Return where a new clause begins whose subject the mention is, or 0: "; two agents answer", "and two agents answer"."""
    before = text[max(at, mention.before - 48) : mention.before]
    found = _NEW_CLAUSE.search(before)
    joint = _JOINT.search(before) if found is None else None
    if joint and (joint[1] or mention.before < mention.start):  # "the", "an", or a number
        # "two moderators, 1 support rep"
        listed = mention.number is not None and before[joint.start()] == ","
        plural = mention.title[-1:].lower() == "s"
        if listed or acts(text, mention.after + 1, words, several=plural):
            found = joint
    return mention.before - len(before) + found.start() if found else 0


def _name(text: str, start: int, mention: Mention, end: int, words: Vocabulary) -> str:
    behind = _NAME.match(text, mention.after, end)
    if behind:
        return behind[1] or behind[2]
    kin = words.kin.match(text, start, mention.before)
    before = _NAME_IS.match(text, kin.end() if kin else start, mention.before)
    work = before and words.functions.fullmatch(before[1])
    if before and not work and plain(before[1]) not in ("our", "the", "we", "one", "two", "there"):
        return before[1]
    return ""
