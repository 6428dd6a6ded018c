"""Roles named in a stretch of text: where a title stands, how many people, and whether the sentence is about them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import NamedTuple

from .terms import Vocabulary
from .words import WORD, plain

_LISTED = re.compile(r",\s+(?:and\s+)?(?:\w+\s+){1,4}|\s+and\s+(?:an?|one|two|three|\d)\b")
_TITLE_ENDS = re.compile(r"[*_]*\s*(?:[:(]|$)", re.MULTILINE)
_TITLE_CLOSES = re.compile(r"[*_]*\s*(?:[:,(|\t]|[–—]|-\s|$)", re.MULTILINE)
_OF_THE = re.compile(r"\s+of\s+(?:the|our|these|those|my)\s+", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_FIELD_WORDS = 5  # words behind "VP" that may be its field
LONGEST = 7  # words in a role's name
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
    if digits is not None and digits.end() == len(before):
        times = _TIMES.search(before, 0, digits.start())
        if times and _FRACTION.search(digits[0]):
            return low + times.start(), float(times[1]), times[0].strip()
        return low + digits.start(), float(digits[1].replace(",", ".")), digits[0].strip()
    return start, None, ""


def mentions(text: str, start: int, end: int, words: Vocabulary) -> list[Mention]:
    """Find the roles named in ``text[start:end]``, in order, none within another."""
    tokens = [(m.start(), m.end(), plain(m[0])) for m in WORD.finditer(text, start, end)]
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
            and not _leads_field(text, tokens, i, words)
            and (
                (following[2] not in words.never and not _acts(word, following[2], words))
                or _leads_groups(text, tokens, i, words)
            )
        ):
            continue  # "moderator lead", "support team manager": the last head counts
        if word in words.fields and _goes_on(text, tokens, i, words):
            continue  # "chief community officer", "volunteer forum moderators"
        first = i
        while first > taken and i - first < LONGEST - 1 and _belongs(text, tokens, first - 1, start, words):
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
        if word in words.groups and _NOBODY_IN.search(text, max(start, at - _IN_LONGEST), at):
            continue
        if word in words.places_of_work and (
            _IN.search(text, max(start, at - _IN_LONGEST), at) or words.led.match(text, stop)
        ):
            continue
        named = following is not None and text[following[0]].isupper()
        if named and word in words.data.kin and words.kin.match(text, tokens[i - 1][0]):
            continue  # "my sister Annelies", who has a name
        place = words.places.fullmatch(text[at : tokens[i][0]].strip())
        somebody = word in words.label_heads or word in words.data.anybody
        if place and word in words.data.no_role and not somebody:
            continue  # "Discord hosts most of it"; but "social media lead", "social media person"
        if text[stop : stop + 4].lower() == " of " and len(tokens) > i + 1:
            stop = _of(text, tokens, i, words)
        stop = _leads_field(text, tokens, i, words) or _qualified(text, tokens, i + 1, stop, words)
        before, count, counted = _counts(text, at, tokens[taken][0] if taken < len(tokens) else start, words)
        after, count, counted = _behind(text, stop, end, word, (count, counted), words)
        mark = _NUMBERED.match(text, tokens[i][0], end) if stop == after == close else None
        if mark and _tells_apart(text, mark):
            stop = after = mark.end(2)
        found.append(Mention(" ".join(text[at:stop].split()), at, stop, before, after, count, counted))
        taken = i + 1
        while taken < len(tokens) and tokens[taken][0] < stop:
            taken += 1
    return _with_functions(text, start, end, found, words)


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


def _acts(word: str, following: str, words: Vocabulary) -> bool:
    """Whether the second of two heads is what the first does: "the lead hosts"."""
    single = following.removesuffix("s")
    if following == single or word.endswith("s"):
        return False
    return single in words.data.no_role or following in words.verbs


def _goes_on(text: str, tokens: list[tuple[int, int, str]], i: int, words: Vocabulary) -> bool:
    """Whether only words of a title stand between this head and the next."""
    for (_, close, word), (at, _, following) in itertools.pairwise(tokens[i : i + LONGEST]):
        if text[close:at] != " " or (word.endswith("s") and word in words.heads):
            return False
        if following in words.heads:
            return following not in words.verbs and following.removesuffix("s") not in words.data.no_role
        if following not in words.fields:
            return False
    return False


def _leads_groups(text: str, tokens: list[tuple[int, int, str]], k: int, words: Vocabulary) -> bool:
    """Whether a group and the head behind it are one title: "team manager", "3 team leads"; not "our team leads the"."""
    (_, _, word), (_, close, head) = tokens[k], tokens[k + 1]
    single = head.removesuffix("s")
    if word not in words.groups or (single in words.data.no_role and single not in words.label_heads):
        return False
    counted = k > 0 and (tokens[k - 1][2].isdigit() or tokens[k - 1][2] in words.data.numbers)
    counted |= text[tokens[k][0]].isupper() and text[tokens[k + 1][0]].isupper()  # "Support Team Leads"
    return not _acts(word, head, words) or counted or _TITLE_ENDS.match(text, close) is not None


def _belongs(text: str, tokens: list[tuple[int, int, str]], k: int, start: int, words: Vocabulary) -> bool:
    """Whether the word before a role's name is a part of it."""
    at, stop, word = tokens[k]
    gap = text[stop : tokens[k + 1][0]]
    if gap.strip() not in ("", "&", "/"):  # "Tom Evans - Community Manager" has two parts
        return False
    if word == "and":
        if k == 0:
            return False
        around = text[tokens[k - 1][0] : tokens[k + 1][1]]
        wider = text[tokens[k - 2][0] : tokens[k + 1][1]] if k > 1 else around
        return bool(words.joined.fullmatch(around) or words.joined.fullmatch(wider))
    if word in words.never or word in words.verbs or word == "i" or word.startswith(("i'", "we'")):
        return False
    if word in words.fields or _leads_groups(text, tokens, k, words):
        return True
    if word.isdigit() and k and tokens[k - 1][2] in words.data.grades:
        return True  # "tier 2 agents"
    if word in words.openers or word[0].isdigit():
        return False
    head = tokens[k + 1][2]
    small = text[tokens[k + 1][0]].islower() and not (head in words.person_verbs or word in words.data.nobody)
    if text[at].isupper():
        return at != start or small  # "Tenancy officers"; not "Anna Moderator"
    if head in words.groups and text[at].islower() and k > 0 and tokens[k - 1][2] in ("our", "the"):
        # "Our webcare team answers questions"; not "the whole team knows"
        return word not in words.data.no_team and _at_work(text, tokens, k + 1, words)
    # "two shop assistants": any word between a number and the head
    return small and k > 0 and (tokens[k - 1][2] in words.data.numbers or tokens[k - 1][2].isdigit())


def _at_work(text: str, tokens: list[tuple[int, int, str]], k: int, words: Vocabulary) -> bool:
    """Whether a verb or a number of people stands behind a group."""
    following = tokens[k + 1][2] if k + 1 < len(tokens) else ""
    return (
        following in words.verbs
        or following in words.person_verbs
        or words.behind.match(text, tokens[k][1]) is not None
    )


def _leads_field(text: str, tokens: list[tuple[int, int, str]], i: int, words: Vocabulary) -> int:
    """Return the end of "VP Developer Relations" or "Director, Customer Support", from token ``i`` on, or 0."""
    if tokens[i][2] not in words.leaders:
        return 0
    work = _COMMA.match(text, tokens[i][1])
    function = words.functions.match(text, work.end()) if work else None
    if function and text[function.start()].isupper() and _TITLE_CLOSES.match(text, function.end()):
        return function.end()
    stop, last = tokens[i][1], ""
    for at, close, word in tokens[i + 1 : i + _FIELD_WORDS]:
        if text[stop:at] != " " or not text[at].isupper():
            break
        stop, last = close, word
    known = i + 1 < len(tokens) and tokens[i + 1][2] in words.fields | words.heads
    ends = _TITLE_CLOSES.match(text, stop) or text[stop : stop + 1] == "."
    return stop if last and known and last not in words.heads and ends else 0


def _qualified(text: str, tokens: list[tuple[int, int, str]], i: int, stop: int, words: Vocabulary) -> int:
    """Return the end of "Community Manager EMEA": a place or a rank behind a role's name, from token ``i`` on."""
    for at, close, word in tokens[i : i + LONGEST]:
        if at >= stop:
            # "VP Product", "VP Trust & Safety"; "Manager Social Media", and no more
            led = word in words.fields and tokens[i - 1][2] in words.leaders
            work = words.functions.match(text, at) if stop == tokens[i - 1][1] else None
            if work and text[stop:at] == " " and text[at].isupper() and _TITLE_CLOSES.match(text, work.end()):
                return work.end()
            gap = text[stop:at] == " " or (led and stop > tokens[i - 1][1] and text[stop:at] == " & ")
            if not gap or not (led or word in words.qualifiers) or not text[at].isupper():
                break
            stop = close
    return stop


def _of(text: str, tokens: list[tuple[int, int, str]], i: int, words: Vocabulary) -> int:
    """Return the end of "head of community and support": the field words after "of"."""
    stop, k = tokens[i][1], i + 2
    while k < len(tokens) and (tokens[k][2] in words.fields or text[tokens[k][0]].isupper()):
        if text[tokens[k - 1][1] : tokens[k][0]].strip() not in ("", "&"):
            break
        stop = tokens[k][1]
        if (
            k + 2 < len(tokens)
            and tokens[k + 1][2] == "and"
            and words.joined.fullmatch(text[tokens[k][0] : tokens[k + 2][1]])
        ):
            stop, k = tokens[k + 2][1], k + 2
        k += 1
    return stop
