"""The role's title, found in the ad's first lines when nobody gave it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from advisor.rubrics.models import PRACTICES

if TYPE_CHECKING:
    from advisor.matching.matcher import TitleReader
    from advisor.rubrics.models import AroundTitle
    from advisor.text.lines import RawLine, Split

_TRIM = " \t\r\n#*_•·–—-|:>\"“”'"
_PICTURES = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d"
_STEP = re.compile(r"\s+[>»›→/|]\s+")  # between the steps of a path to the page
_ARROW = re.compile(r"\s[>»›→]\s")
_CELL = re.compile(rf"\t|\s[|•·]\s|\s?[{_PICTURES}]+\s?|\s@\s")  # a title does not go on behind it
_GAP = re.compile(r"[^\S\n]{4,}")  # … nor behind so much space, unless it reads as one with it
_SUBJECT = re.compile(r"\W*subject\s*:\s*(?:(?:re|fwd?|fw|job|vacancy)\s*:\s*)*(.+)", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*•·–‣◦]|\d+[.)])\s")  # a listed duty is no title
_RULE = re.compile(r"[-=*_#~–— ]{3,}")
_LONGEST = 90
_MOST_WORDS = 12
_MOST_WORDS_BARE = 4  # of a title among items without marks
_WIDEST = 500  # with all that stands around a title; a longer line holds none
_TOP = 2000
_FIRST_ITEM = 1200  # characters from a further title to the second item of its list, at most
_OF_DUTIES = (
    "responsibilities",
    "unknown",
    "none",
    "other",
)  # sections whose list may be another ad's duties


class _Around:
    """The words around a title (``titles.yaml``), compiled."""

    def __init__(self, words: AroundTitle) -> None:
        def any_of(given: Sequence[str]) -> str:
            words = "|".join(re.escape(word) for word in sorted(given, key=len, reverse=True))
            return words.replace("'", "['’]")

        def label(given: Sequence[str]) -> re.Pattern[str]:
            return re.compile(rf"(?:{any_of(given)})(?:\s*[:–-]\s*|\s*\t\s*|\s+\|\s+)(?=\S)", re.IGNORECASE)

        self.sure = label(words.sure_labels)
        self.label = label((*words.sure_labels, *words.labels))
        self.call = re.compile(rf"(?:{any_of(words.calls)})\s*[!:.–—-]+\s*(?=\S)", re.IGNORECASE)
        self.invited = re.compile(
            rf"(?i:(?:{any_of(words.invitations)})\s+(?:(?:an?|our|the|your)\s+)?)(?=[A-Z])"
        )
        self.wanted = re.compile(rf"([^.:!?]{{2,80}}?)\s+(?i:{any_of(words.wanted)})\b")
        # "(0.8 FTE, Ghent)", "(maternity cover, 12 months)", "(m/w/d)"
        term = rf"(?:\d+[ -])?(?:{any_of(words.terms)}|{any_of(words.term_units)})"
        self.terms = re.compile(
            rf"\s*\((?:[^()]*(?<!\w)\d[\d.,–-]*\s?(?:{any_of(words.term_units)})(?!\w)[^()]*"
            rf"|[^()]*\b(?:full|part)[ -]time\b[^()]*|{term}(?:[ ,;/|&+–-]+(?:and\s)?{term})*|(?:[a-z*]\s?[/|]\s?){{1,3}}[a-z*])\)$",
            re.IGNORECASE,
        )
        # An employer by name behind the title: ", National Association of Midwives", " – Riders' Union"
        employers = any_of(words.employers)
        name = r"[A-Z][\w&'’.-]*"
        self.employer = re.compile(
            rf"(?:,|\s[–—-]|\sat)\s+(?:[Tt]he\s)?(?:{name}\s)*(?:(?i:{employers})\.?|(?i:{employers})\s+(?:of|for)\s+(?:(?:{name}|and|the|of)\s?)+)$"
        )
        self.page_line = re.compile(rf"\W*(?:{any_of(words.page_lines)})\W*", re.IGNORECASE)
        self.mail_head = re.compile(rf"(?:{any_of(words.mail_heads)})\s*:", re.IGNORECASE)
        self.trails = frozenset(words.trails)
        self.sentence = re.compile(
            rf"\s*(?:{any_of(words.sentence_starts)})\w*\b|.*\b(?:{any_of(words.sentence_words)})\b",
            re.IGNORECASE,
        )
        # "We are looking for a Forum Lead": a run of words in capitals after words that announce one.
        self.announced = re.compile(
            rf"\b(?:(?i:{any_of(words.announcers)})\s+(?i:an?|our|the|its|your|another|several)|^The)\s+"
            rf"(?i:(?:{any_of(words.praise)})\s+)?"
            r"([A-Z](?:[\w&/+#’'-]|\.(?=\w))*"
            r"(?:[^\S\n](?:(?:and|of|for|&|–|-)[^\S\n])?[A-Z(](?:[\w&/+#)’'-]|\.(?=\w))*){0,6})"
        )


@lru_cache(maxsize=8)
def _around(words: AroundTitle) -> _Around:
    return _Around(words)


def _bare(line: str, titles: TitleReader) -> str:
    """Return a line without what stands around a title: label, call, path to the page, further cells, employer."""
    if len(line) > _WIDEST:
        return line
    around = _around(titles.around)
    text = unescape(line).strip(_TRIM)
    labelled = around.label.match(text)
    if labelled:
        text = _GAP.split(_CELL.split(text[labelled.end() :])[0])[0]
    else:
        called = around.call.match(text)
        text = text[called.end() :].rstrip("!") if called else text
        steps = _STEP.split(text)
        trail = steps[0].strip(_TRIM).lower() in around.trails
        if len(steps) > 1 and (trail or (_ARROW.search(text) and not any(map(titles.names_job, steps[:-1])))):
            text = next((step for step in reversed(steps) if titles.names_job(step)), text)
        cells = _CELL.split(text)
        if len(cells) == 1 and not titles.read(" ".join(text.split())).rule:
            cells = _GAP.split(text)
        known = [cell for cell in cells if titles.read(cell).rule] if len(cells) > 1 else []
        if len(known) == 1 and titles.names_job(known[0]):
            text = known[0]
        invited = around.invited.match(text)
        if invited and titles.names_job(text[invited.end() :]):
            text = text[invited.end() :].rstrip("!.")
        wanted = around.wanted.match(text)
        if wanted and len(wanted[1].split()) <= _MOST_WORDS and titles.names_job(wanted[1]):
            text = wanted[1]
        text = _behind_name(text, titles)
    bare = " ".join(text.strip(_TRIM).split())
    bare = around.terms.sub("", bare).rstrip(_TRIM) or bare
    employer = around.employer.search(bare)
    role = bare[: employer.start()] if employer else ""
    return role if titles.names_job(role) and titles.read(role).practice in PRACTICES else bare


def _behind_name(text: str, titles: TitleReader) -> str:
    """Return the title behind an employer's kind or name: "Housing charity: Community Manager"."""
    name, colon, title = text.partition(": ")
    if (
        colon
        and titles.names_job(title)
        and titles.read(title).practice in PRACTICES
        and not titles.names_job(name)
        and titles.read(name).practice not in PRACTICES
    ):
        return title
    return text


def title_in(text: str, pieces: Split, titles: TitleReader) -> str:
    """Return the title that the first lines give, or "" when none of them looks like one.

    A labelled line ("Job title: …") wins; else the first of the five first short lines that reads like a title; else
    one that a sentence near the top announces ("We are looking for a Forum Lead"); else a heading at the very top
    that names no part of an ad. The head lines of a mail are passed over.
    """
    around = _around(titles.around)
    lines = [
        line
        for line in text[:_TOP].splitlines()
        if (words := line.strip(_TRIM))
        and not around.mail_head.match(words)
        and not around.page_line.fullmatch(words)
    ]
    first = lines[:6]
    labelled = [line for line in first if around.label.match(line.lstrip(_TRIM))]
    labelled += [line for line in lines[6:] if around.sure.match(line.lstrip(_TRIM))]
    for line in labelled:
        title = _bare(line, titles)
        sure = around.sure.match(line.lstrip(_TRIM)) or titles.read(title).rule or titles.names_job(title)
        if sure and 0 < len(title) <= _LONGEST:
            return title
    # "Customer Support" heads a part of the duties, but at the very top it is the title.
    parts = {
        _bare(text[h.start : h.end], titles)
        for h in pieces.headings
        if h.known and h.start < _TOP and (text[: h.start].strip() or h.section != "responsibilities")
    }
    # Items are no titles, but for a few words that only stand like one.
    items = {
        text[line.start : line.end]
        for line in pieces.lines
        if line.bullet and line.start < _TOP and (_is_marked(text, line) or _is_far(text, line, around))
    }
    bare = [
        _bare(line, titles)
        for line in first[:5]
        if not _BULLET.match(line) and line.strip(" |\t") not in items
    ]
    short = [
        line for line in bare if 0 < len(line) <= _LONGEST and line[-1] not in ".!?," and line not in parts
    ]
    for line in short:
        if len(line.split()) <= _MOST_WORDS and _like_title(line, line == bare[0], titles):
            return line
    for match in around.announced.finditer(text[:_TOP]):
        title = _bare(match[1], titles)
        if len(title) <= _LONGEST and titles.read(title).rule and titles.names_job(title):
            return title
    if pieces.headings and short:
        top = pieces.headings[0]
        candidate = _bare(text[top.start : top.end], titles)
        if not top.known and not text[: top.start].strip() and 0 < len(candidate) <= _LONGEST:
            return candidate
    for subject in map(_SUBJECT.match, text[:_TOP].splitlines()):
        if subject and titles.read(title := _bare(subject[1], titles)).rule and titles.names_job(title):
            return title
    return ""


def _is_marked(text: str, line: RawLine) -> bool:
    """Whether something stands before the line that makes it an item: a bullet, a number, a table's border."""
    return text[text.rfind("\n", 0, line.start) + 1 : line.start].strip() != ""


def _is_far(text: str, line: RawLine, around: _Around) -> bool:
    """Whether the line is too long or too far down to be a title among items without marks."""
    above = [raw.strip() for raw in text[: line.start].split("\n") if raw.strip()]
    ours = [raw for raw in above if not around.page_line.fullmatch(raw)]
    if above and not ours:
        return False  # the first line of the ad, below those of the page
    return len(ours) > 1 or text.count(" ", line.start, line.end) >= _MOST_WORDS_BARE


def title_lines(text: str, pieces: Split, title: str, titles: TitleReader) -> frozenset[int]:
    """Return the lines near the top that only state the title: by their number in ``pieces``."""
    return frozenset(
        i
        for i, line in enumerate(pieces.lines)
        if line.start < _TOP
        and not (line.bullet and _is_marked(text, line))
        and title
        and title.split(" ", 1)[0] in text[line.start : line.end]  # quick, and mostly false
        and _bare(text[line.start : line.end], titles) == title
    )


def other_titles(text: str, pieces: Split, title: str, titles: TitleReader) -> tuple[str, ...]:
    """Return the titles of further ads in the text: each stands on a line of its own between two lists."""
    under = {line.start: line.section for line in pieces.lines if line.bullet}
    items = list(under)
    known = [(h.start, h.section) for h in pieces.headings if h.known]
    alone = [(line.start, line.end) for line in pieces.lines if not line.bullet]
    alone += [(h.start, h.end) for h in pieces.headings if not h.known]
    found: dict[str, None] = {}
    for start, end in sorted(alone):
        above = bisect_left(items, start)
        # Two items at least above the line, two below it, the first of them not far away.
        near = sum(item < start + _FIRST_ITEM for item in items[above : above + 2])
        if above < 2 or near < 2 or end - start > _WIDEST or not _stands_alone(text, start, end):
            continue
        item = items[above]
        between = {
            section for _, section in known[bisect_left(known, (start,)) : bisect_left(known, (item,))]
        }
        if not (between <= {"responsibilities"} and under[item] in _OF_DUTIES and _ends_above(text, start)):
            continue
        line = _bare(text[start:end], titles)
        read = titles.read(line)
        if (
            0 < len(line.split()) <= _MOST_WORDS
            and len(line) <= _LONGEST
            and ":" not in line
            and not (title and title.lower() in line.lower())  # the same job, with its grade
            and read.practice in PRACTICES
            and titles.names_job(line)
            and not _around(titles.around).sentence.match(line)
        ):
            found[line] = None
    return tuple(found)


def _ends_above(text: str, start: int) -> bool:
    """Whether a line follows an item, a rule or the end of a sentence.

    "You report to" over "Head of Social Media" introduces a boss.
    """
    before = text[max(0, start - _TOP) : start].rstrip().rsplit("\n", 1)[-1].strip()
    return bool(_BULLET.match(before) or _RULE.fullmatch(before) or before.endswith((".", "!", "?")))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but marks stands beside text[start:end] on its line, and it does not end like a sentence."""
    stop = text.find("\n", end)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[end : stop if stop >= 0 else len(text)]
    return not (before + after).strip(_TRIM) and text[end - 1] not in ".!?;,:" and ":" not in after


def _like_title(line: str, first: bool, titles: TitleReader) -> bool:
    """A rule knows it, and it has a job's word or stands at the very top in a few words ("Customer Support")."""
    if _around(titles.around).sentence.match(line) or not titles.read(line).rule:
        return False
    return titles.names_job(line) or (first and len(line.split()) <= 4)
