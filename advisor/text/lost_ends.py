"""Where lines begin that lost their ends: at bullets in the middle of a line, at headings before them, between words that
stick together. All of it by place, linear in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

BULLETS = "•◦‣⁃∙▪▫■□●○◆◇►▻▶▷▸▹➢➣➤✓✔✅☑☐❖✦✧❯⮚⦁⚫⬤🔹🔸\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
SHY = "·*"  # bullets only between spaces, and in a line that begins with the same
_ANY_BULLET = re.compile(f"[{BULLETS}{SHY}]")
_CAPITALISED = re.compile(r"[A-Z][a-z'’]*(?: |(?=[A-Z][a-z]))")
_STUCK = re.compile(r"(?<![^\s(])[a-z][a-z'’]+[),]?\Z")  # the word before, in small letters
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz'’),")
_LONGEST_WORD = 30
_CASES = bytes(
    97 if 97 <= i <= 122 else 65 if 65 <= i <= 90 else 46 if chr(i) in ".;!?" else 32 for i in range(256)
)
_HEAD_OF_DASHES = re.compile(
    r"^[ \t*_]*([^\W\d_][^:\n]{1,60}):[*_]{0,2} +(?:(?P<dash>[-–—] )|(?P<number>1[.)] ))", re.MULTILINE
)
_DASH, _NUMBER = re.compile(r" ([-–—] )"), re.compile(r" (\d{1,2}[.)] )")
_FEWEST_STUCK = 3
_SENTENCE_ENDS = frozenset(".;!?")
_TAIL_WORD = re.compile(r"(?<!\S)\S+")
_LAST_LEAD = re.compile(r".*[.!?;)] +([A-Z].*):\s*\Z", re.DOTALL)
_GOES_ON = frozenset(
    "a an and as at by for from in into its of on or our per the their to with your &".split()
)
_SENTENCE_END = re.compile(r"[.!?] +(?=[A-Z])")
_WIDEST_HEAD, _MOST_HEAD_WORDS, _WIDEST_LEAD = 60, 7, 300


def stuck(text: str, heads: Callable[[str], str]) -> list[int]:
    """Where lines that lost their ends stick together ("host callsWelcome members", "posts.Draw pictures"): three times or
    more in a line, with words between, so that names and code ("postHog") stay whole; and where a heading of one word sticks to what follows.
    """
    cases = text.encode("latin-1", "replace").translate(_CASES)
    if cases.count(b"aA") + cases.count(b".A") < _FEWEST_STUCK:
        return []  # nearly always, and a hundred times as fast as looking
    places: list[int] = []
    seen: set[str] = set()  # a word that sticks twice is a name
    start = 0
    for line in text.split("\n"):
        here: list[int] = []
        for m in _CAPITALISED.finditer(line):
            place = m.start()
            if not place or not ((ended := line[place - 1] in _SENTENCE_ENDS) or line[place - 1] in _SMALL):
                continue
            word = _STUCK.search(line, max(0, place - _LONGEST_WORD), place - ended)
            if word is None or (not ended and word[0] in seen):
                continue
            if not ended:
                seen.add(word[0])
            if not here or line.count(" ", here[-1], place) >= _FEWEST_STUCK:
                here.append(place)
        if len(here) >= _FEWEST_STUCK:
            for place in here:
                places.append(start + place)
                word = _CAPITALISED.match(line, place)
                if word is not None and line[word.end() - 1] != " " and heads(word[0]):
                    places.append(start + word.end())
        start += len(line) + 1
    return places


def inline_bullets(text: str) -> list[int]:
    """Bullets in the middle of a line begin a line when they repeat there or the line begins with one.

    A single bullet between words ("London • Remote") separates; it isn't a list.
    """
    places: list[int] = []
    waiting: list[int] = []
    line_end = -1
    listing = False
    first = ""
    for m in _ANY_BULLET.finditer(text):
        place = m.start()
        before = place - 1
        while before >= 0 and text[before] != "\n" and text[before].isspace():
            before -= 1
        if before < 0 or text[before] == "\n":
            continue  # it begins its line
        bullet = text[place]
        shy = bullet in SHY
        if text[before] in BULLETS or (shy and (before == place - 1 or text[place + 1 : place + 2] != " ")):
            continue
        if place > line_end:
            if listing or len(waiting) > 1:
                places += waiting
            waiting = []
            line_start = text.rfind("\n", 0, place) + 1
            line_end = text.find("\n", place)
            line_end = len(text) if line_end < 0 else line_end
            first = text[line_start:place].lstrip()[0]
            listing = first in BULLETS or text[before] == ":"
        if shy and bullet != first:
            continue
        listing = listing or shy
        waiting.append(place)
    if listing or len(waiting) > 1:
        places += waiting
    return places


def listed_behind(text: str, heads: Callable[[str], str]) -> Iterator[int]:
    """Where items begin that stand in one line behind their heading: "Duties: - Host calls - Plan posts", "Needs: 1. German
    2. A car". Only behind a heading's colon, and where there are two or more.
    """
    for head in _HEAD_OF_DASHES.finditer(text):
        end = text.find("\n", head.end())
        end = len(text) if end < 0 else end
        first = head.end() - 2 if head["dash"] else head.start("number")
        marks = _DASH if head["dash"] else _NUMBER
        found = [m.start(1) for m in marks.finditer(text, first + 1, end)]
        if head["number"]:  # 2, 3, 4 in order
            found = [at for n, at in enumerate(found, start=2) if text.startswith(str(n), at)]
        if found and heads(head[1].strip(" *_#")):
            yield from (first, *found)


def heads_before(text: str, bullets: list[int], heads: Callable[[str], str]) -> Iterator[int]:
    """Where the last words before a bullet announce it: a heading ("• Host the calls Requirements • Two years"), or a
    sentence with a colon ("• Host calls. You bring: • Two years").

    Without a colon a heading follows a word in small letters that can end an item, so that items whose words all begin
    with capitals ("• Track Key Metrics") stay whole.
    """
    done = 0
    for place in bullets:
        begin = max(done, place - _WIDEST_LEAD)
        begin = max(begin, text.rfind("\n", begin, place) + 1)
        announced = text[begin:place].rstrip().endswith(":")
        lead = _LAST_LEAD.match(text, begin, place) if announced else None
        words = list(_TAIL_WORD.finditer(text, max(begin, place - _WIDEST_HEAD), place))
        for word, before in zip(
            words[-_MOST_HEAD_WORDS:], [None, *words][-_MOST_HEAD_WORDS - 1 : -1], strict=False
        ):
            start = word.start()
            if not text[start].isupper() or not heads(text[start:place]):
                continue
            bare = text[begin:start].strip(" \n" + BULLETS + SHY) == ""
            if bare or before is None:
                lead = None  # all of it is the heading
                break
            last = before[0].rstrip(",;").lower()
            small = before[0][0].islower() and text.count(" ", begin, start) > 1
            if last not in _GOES_ON and (announced or small or before[0][-1] in ".!?)"):
                yield start
                lead = None
                break
        if lead is not None:
            yield lead.start(1)
        done = place


def ends_of_lists(text: str, bullets: list[int]) -> Iterator[int]:
    """Where prose goes on behind the last bullet of a line, by two sentences or more, if the others are mostly of one."""
    items: list[int] = []
    for place, after in pairwise([*bullets, len(text)]):
        items.append(place)
        end = text.find("\n", place, after)
        if end < 0 and after < len(text):
            continue
        ends = _SENTENCE_END.finditer(text, place, after if end < 0 else end)
        first, second = next(ends, None), next(ends, None)
        if first is not None and second is not None and len(items) > 1:
            several = sum(_SENTENCE_END.search(text, *item) is not None for item in pairwise(items))
            if several * 2 < len(items) - 1:
                yield first.end()
        items = []
