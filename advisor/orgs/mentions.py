"""Roles named in a stretch of text: where a title stands, how many people, and whether the sentence is about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from .terms import Vocabulary
from .title_words import LONGEST, TitleWords, Token
from .words import WORD, plain

_LISTED = re.compile(r",\s+(?:and\s+)?(?:\w+\s+){1,4}|\s+and\s+(?:an?|one|two|three|\d)\b")
_OF_THE = re.compile(r"\s+of\s+(?:the|our|these|those|my)\s+", re.IGNORECASE)
_NEAR = 4000  # characters between seats that numbers tell apart
_COUNT = re.compile(
    r"(?:~\s?)?(?<![\d.,])(\d{1,12}(?:[.,]\d{1,2})?)\s*(?:[x×]|fte\b|full-time\b|part-time\b)?\s*",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(\d{1,3})\s*[x×]\s*\Z")  # "2 x 0.8 FTE agents"
_FRACTION = re.compile(r"(?<!\d)0?[.,]\d")
# "Community manager 1: hosts forum 1": a number that tells seats of one title apart.
_NUMBERED = re.compile(
    r"(?<![^\W\d_])([^\W\d_]+)(\s+#?(\d{1,2}|[A-H]))(?=\s*(?:[:,(|\t–—]|-\s|$))", re.MULTILINE
)

# "Support agents, English (6)": which of them, and how many.
_KIND = re.compile(
    r",[ \t]([^\W\d][\w-]*(?:[ \t][\w-]+){0,2})[ \t]\((\d{1,3})\)(?=\s*(?:[,;.:]|$))", re.MULTILINE
)
_IN = re.compile(
    r"\b(?:in|within|inside|from|of|to|with|at|for)\s+(?:the|our|their|its|his|her|my)?\s*\Z", re.IGNORECASE
)
_IN_LONGEST = 24
_NOBODY_IN = re.compile(
    r"\b(?:nobody|no[- ]?one|none|some(?:body|one))\s+(?:in|on|from|within)\s+(?:the|our)\s*\Z", re.IGNORECASE
)


def _tells_apart(text: str, mark: re.Match[str]) -> bool:
    """Whether the number behind a title tells seats apart: the first two of the row stand near by, behind the same word."""
    near = text[max(0, mark.start() - _NEAR) : mark.end() + _NEAR].lower()
    own, others = mark[3].lower(), ("1", "2") if mark[3].isdigit() else ("a", "b")
    return all(_names_seat(near, mark[1].lower(), other) for other in others if other != own)


def _names_seat(near: str, word: str, number: str) -> bool:
    for said in (f"{word} {number}", f"{word} #{number}"):
        at = near.find(said)
        while at >= 0:
            if not near[at + len(said) : at + len(said) + 1].isalnum():
                return True
            at = near.find(said, at + 1)
    return False


class Mention(NamedTuple):
    """A role's name in the text. ``number`` is None when no number stands with it; ``counted`` are the words of it.

    ``before`` is where its number and article begin, ``after`` where a number behind it ends.
    """

    title: str
    start: int
    end: int
    before: int
    after: int
    number: float | None
    counted: str


def _counts(text: str, start: int, floor: int, words: Vocabulary) -> tuple[int, float | None, str]:
    """Return where the words before ``start`` that count or point at the role begin, and the count."""
    low = max(floor, start - 40)
    before = text[low:start]
    last = None
    for match in words.numbers.finditer(before):
        last = match
    if last is not None and not WORD.search(before, last.end()):
        name = " ".join(last[0].lower().split())
        if name in ("a", "an"):
            return low + last.start(), None, ""
        return low + last.start(), words.data.numbers[name], last[0]
    if last is not None and _OF_THE.fullmatch(before, last.end()):  # "two of the agents"
        name = " ".join(last[0].lower().split())
        return low + last.start(), words.data.numbers[name], last[0]
    digits = None
    for match in _COUNT.finditer(before):
        digits = match
    if digits is not None and digits.end() == len(before) and not _is_numbered(before, digits.start(), words):
        times = _TIMES.search(before, 0, digits.start())
        if times and _FRACTION.search(digits[0]):
            return low + times.start(), float(times[1]), times[0].strip()
        return low + digits.start(), float(digits[1].replace(",", ".")), digits[0].strip()
    return start, None, ""


def _is_numbered(before: str, digits: int, words: Vocabulary) -> bool:
    """Whether a number only tells one of several apart: "Tier 1 agents"."""
    said = before[:digits].split()
    return bool(said) and plain(said[-1]) in words.data.numbered


def _no_seat(
    text: str, start: int, tokens: Sequence[Token], title: tuple[int, int], words: Vocabulary
) -> bool:
    """Whether a title, its ``first`` and last word, is a group of nobody, a place of work, kin, or a members' space."""
    first, i = title
    at, (_, stop, word) = tokens[first].start, tokens[i]
    if word in words.groups and _NOBODY_IN.search(text, max(start, at - _IN_LONGEST), at):
        return True
    if word in words.places_of_work and (
        _IN.search(text, max(start, at - _IN_LONGEST), at) or words.led.match(text, stop)
    ):
        return True
    if i + 1 < len(tokens) and tokens[i + 1].word in words.data.made_of and tokens[i + 1].start == stop + 1:
        return True  # "the creator community"
    named = i + 1 < len(tokens) and text[tokens[i + 1].start].isupper()
    if named and word in words.data.kin and words.kin.match(text, tokens[i - 1][0]):
        return True  # "my sister Annelies", who has a name
    said = text[at : tokens[i][0]].strip()
    place = None if words.functions.fullmatch(said) else words.places.fullmatch(said)
    somebody = word in words.label_heads or word in words.data.anybody
    # "Discord hosts most of it"; but "social media lead", "social media person"
    return place is not None and word in words.data.no_role and not somebody


def mentions(text: str, start: int, end: int, words: Vocabulary) -> list[Mention]:
    """Find the roles named in ``text[start:end]``, in order, none within another."""
    tokens = [Token(m.start(), m.end(), plain(m[0])) for m in WORD.finditer(text, start, end)]
    title = TitleWords(text, tokens, words)
    found: list[Mention] = []
    taken = 0  # tokens before this belong to an earlier mention
    for i, (_, close, word) in enumerate(tokens):
        stop = close
        if i < taken or word not in words.heads:
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following and f"{word} {following[2]}" in words.departments:
            continue  # "head office"
        if (
            following
            and following[2] in words.heads
            and not text[stop : following[0]].strip()
            and not title.field_end(i)
            and (
                (following[2] not in words.never and not title.acts(word, following[2]))
                or title.leads_groups(i)
            )
        ):
            continue  # "moderator lead", "support team manager": the last head counts
        if word in words.fields and title.goes_on(i):
            continue  # "chief community officer", "volunteer forum moderators"
        first = i
        while first > taken and i - first < LONGEST - 1 and title.belongs(first - 1, start):
            first -= 1
        of = (
            text[stop : stop + 4].lower() == " of " and word == "heads"
        )  # "heads of community", not "31 heads"
        if (
            first == i
            and not of
            and (
                word in words.groups
                or word in words.data.no_role
                or word.removesuffix("s") in words.data.no_role
            )
        ):
            listed = i and tokens[i - 1][2] in ("a", "one") and _LISTED.match(text, stop)
            if word in words.groups or not listed:
                continue  # but "consists of a lead, two hosts and …"
        if i and word[-1] == "s" and word in words.person_verbs and text[tokens[i - 1][0]].isupper():
            neighbour = tokens[i - 1][2]
            if neighbour not in words.fields and neighbour not in words.heads:
                continue  # "Jens heads support"; but "Community Leads"
        at = tokens[first][0]
        if _no_seat(text, start, tokens, (first, i), words):
            continue
        if text[stop : stop + 4].lower() == " of " and len(tokens) > i + 1:
            stop = title.of_end(i)
        stop = title.field_end(i) or title.place_end(i + 1, stop)
        before, count, counted = _counts(text, at, tokens[taken][0] if taken < len(tokens) else start, words)
        after, count, counted = _behind(text, stop, end, word, (count, counted), words)
        mark = _NUMBERED.match(text, tokens[i][0], end) if stop == after == close else None
        if mark and _tells_apart(text, mark):
            stop = after = mark.end(2)
        kind = _KIND.match(text, stop, end) if stop == after and word[-1] == "s" and count is None else None
        if kind and not words.times.search(kind[1]):  # "night shift" are hours, which are read apart
            bare, stop, after = stop, kind.end(1), kind.end()
            count, counted = words.number(kind[2]), kind[2]
            while kind := _KIND.match(
                text, after, end
            ):  # "…, English (6), German (2)": all of them, in one seat
                stop, after, count = bare, kind.end(), count + words.number(kind[2])
        found.append(Mention(" ".join(text[at:stop].split()), at, stop, before, after, count, counted))
        taken = i + 1
        while taken < len(tokens) and tokens[taken][0] < stop:
            taken += 1
    return _with_functions(text, start, end, _with_people(text, start, end, found, words), words)


def _behind(
    text: str, stop: int, end: int, word: str, before: tuple[float | None, str], words: Vocabulary
) -> tuple[int, float | None, str]:
    """Return where a count behind a role's name ends, the number and its words; ``before``: those told before the name."""
    count, counted = before
    behind = words.behind.match(text, stop, min(end, stop + 56))
    # "six agents, two of them part-time", "3 x support agent (0.5 FTE)"
    part = behind and count is not None and (behind[5] or _FRACTION.search(behind[0]))
    if behind is not None and not part and (behind[4] is None or word in words.groups):
        return behind.end(), words.number(next(filter(None, behind.groups()))), behind[0].strip()
    if word in words.groups and (many := words.many.match(text, stop + 1, end)):
        return many.end(), words.number(many[1]), many[0]  # "Our support team consists of 14 agents"
    return stop, count, counted


def _with_people(text: str, start: int, end: int, found: list[Mention], words: Vocabulary) -> list[Mention]:
    """Add people who are told by their work: "two part-time support people"."""
    added = []
    for people in words.people_for.finditer(text, start, end):
        at, stop = people.span("title" if people["title"] else "team")
        if people["team"]:  # "two employees in the safety team": they are counted, not the team
            found = [one for one in found if one.number is not None or not at <= one.start < one.end <= stop]
        if not any(one.before < stop and people.start() < one.after for one in found):
            said = people["number"] or people["heads"] or ""
            count = words.number(said) if said else None
            added.append(
                Mention(" ".join(text[at:stop].split()), at, stop, people.start(), stop, count, said)
            )
    return sorted([*found, *added], key=lambda m: m.before) if added else found


def _with_functions(
    text: str, start: int, end: int, found: list[Mention], words: Vocabulary
) -> list[Mention]:
    """Add the functions that are counted: "leads Support (8 FTE) and Community (1 FTE)"."""
    counted = []
    begins = [mention.before for mention in found]  # in order, and none within another
    for function in words.functions.finditer(text, start, end):
        behind = words.behind.match(text, function.end(), min(end, function.end() + 56))
        if behind and (count := behind[2] or behind[3]):
            (at, stop), number = function.span(), words.number(count)
            last = bisect_left(begins, behind.end()) - 1
            if last < 0 or found[last].after <= at:
                counted.append(Mention(function[0], at, stop, at, behind.end(), number, behind[0].strip()))
    return sorted([*found, *counted], key=lambda m: m.before) if counted else found


def counted_function(text: str, start: int, end: int, words: Vocabulary) -> Mention | None:
    """Return the function with which a stretch begins, if it is counted: "Marketing (3)"."""
    function = words.functions.match(text, start, end)
    found = _with_functions(text, start, end, [], words) if function else []
    return found[0] if found and found[0].start == start else None
