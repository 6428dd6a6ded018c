"""The lines of a description of a team, the roles that they name before anything else, and whole ads among them."""

from __future__ import annotations

import re
from typing import NamedTuple

from .brackets import heads_in_bracket
from .mentions import Mention, mentions
from .people import FULL, NAMES, PARTICLE
from .terms import Vocabulary
from .words import LOWER, NEAR, SHARE, TIMES, UPPER, plain

_BULLET = re.compile(r"\s*(?:[-*•·–‣◦▪✓✔.]|\d{1,2}[.)]|[a-h][.)])\s+")
RULE = re.compile(r"\s*(?:[-=*_#~]{3,}|\f)\s*")
_POINT = re.compile(r"^[ \t]*(\d{1,2})\.(\d{1,2})\.?[ \t]+(?=[^\W\d])", re.MULTILINE)  # "2.1 Agents"
_CHAPTER = re.compile(r"^[ \t]*(\d{1,2})(?:\.0?)?[.)]?[ \t]+(?=[^\W\d])", re.MULTILINE)
_MARKDOWN = re.compile(r"\s*#{1,6}(?=\s)")
_HEADING = re.compile(r"\s*(?:#{1,6}|:[a-z][a-z0-9_+-]{1,30}:)\s+")  # "## ", and a chat's ":ticket: "
# Behind a function that begins a line: "Support x3: …", "Moderation (2) – …".
_BEHIND = re.compile(
    r"[*_]{0,3}(?:\s*[x×]\s?(\d{1,4})\b|\s*\(\s*[x×]?\s?(\d{1,4})\s*[x×]?\s*\))?\s*(?:\([^)\n]{0,60}\)\s*)?(?::|\?|\s(?:[-–—=→]|->|=>)\s)"
)
# "Member support (Beth, freelance)" alone.
_HELD = re.compile(rf"\s*\({FULL}(?:\s*[,;][^()\n]{{0,60}})?\)\s*[*_]{{0,3}}:?\s*[*_]{{0,3}}\s*")
# "support 9 agents", "social by an agency"
_SHORT = re.compile(r"\s+(?=\d{1,4}\s+\w)|\s+(?:is\s+)?(?=by\s)")
# "Support is six agents", before the agents
_IS = re.compile(r"\s+(?:is|are)\s+(?=\w)")
# "1x QA" alone
_SO_MANY = re.compile(rf"{TIMES}([A-Za-z][\w&/-]*(?:\s[\w&/-]+){{0,3}})")
# "1 QA (nights)", beside others who are counted
_SOME = re.compile(r"(\w+)\s+(?:[xX×]\s+)?([A-Za-z][\w&/-]*(?:\s[\w&/-]+){0,3})(?:\s*\([^()\n]*\))?\.?")
_PICTURES = re.compile("[\u2600-\u2712\u2715-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+")
_DRESSED = re.compile(rf"{_PICTURES.pattern}[ \t]*")  # "👩 Ana – community manager"
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
# The lines of a drawn tree, as tools and people draw them: "│   ├── ", "|   +-- ".
_DRAWN = re.compile(
    r"(?:[ \t]*[│┃])*[ \t]*[├└┣┗╰┌╭][─━╴ \t]*|(?:[ \t]*[|])*[ \t]*[|+`\\]-{1,3}[ \t]+|(?:[ \t]*[│┃])+[ \t]*"
)
# What may stand before a head that is written small: "Tenancy officers", "1 knowledge base writer".
_ADDS = re.compile(
    r"(?:\d{1,3} )?[A-Za-z][a-z'’-]+|\d{1,3}(?: (?!(?:a|an|the|of|for|to|in|on|at|by|and|or|per|with|from)\b)[a-z][a-z'’-]+){2,3}"
)
_NAMED_BEFORE = re.compile(
    rf"[{UPPER}][\w.'’-]*(?:(?:\s{PARTICLE}){{0,2}}\s[{UPPER}][\w.'’-]*){{0,2}}[*_]{{0,3}}(?:\s\([^()\n]{{1,20}}\)|,?\s{SHARE})?\s*[,:–—-]?"
)
_JOINED_BEFORE = re.compile(
    rf"[{UPPER}][\w'’-]+(?:\s[\w'’-]+)?\s(?:&|\+|/)"
)  # "Ticketing &", before "Service Lead"
_NAMES_BEFORE = re.compile(rf"{NAMES.pattern}\s*[:–—-]")  # "Ana Bell and Bo Lind: …"
_FIELD = re.compile(r"([A-Z][\w ]{1,20}):")
# "Support (3)" alone
_COUNTED = re.compile(r"\s*(?:[x×]\s?(\d{1,4})|\(\s*[x×]?\s?(\d{1,4})\s*[x×]?\s*\))\s*$")
# '1 x "Happiness Hero" (Lotte):', "Working student, 15 h:", "Ambassadors (12):" before what they do
_LABEL = re.compile(
    r"(?:(\d{1,3})\s?(?:[x×]\s+|(?=[\"“])))?[\"“]?([A-Z][\w&'’/-]*(?:\s[\w&'’/-]+){0,3})[\"”]?(\s*\([^()\n]{1,80}\))?((?:,\s*[^:,\n]{1,25}){0,2}):\s+(?=\S)"
)
_CLOSED = re.compile(r"[^()\n]{0,60}\)\s*(?::|[-–—]\s)")
_COUNT_IN = re.compile(r"\W*[x×]?\s?(\d{1,3})\s?[x×]?\W*")
_HOURS_IN = re.compile(r"\d\s?(?:h|hrs?|hours?)(?!\w)", re.IGNORECASE)
_POST_IN = re.compile(r"\d\s?fte(?!\w)|\b(?:part|full|half)[- ]time\b", re.IGNORECASE)
_NAME_IN = re.compile(
    rf"\s*\((?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s)?[{UPPER}][{LOWER}][\w'’-]*(?:\s[{UPPER}][\w'’-]+)?\)"
)


class Line(NamedTuple):
    """A line as typed, without marks of quoted mail: ``content`` is where its words begin, behind a bullet or number;
    ``indent`` in columns; ``depth``: that of a Markdown heading, 1 to 6, else 0. ``row``: one of several that a line
    counts; ``over``: the name of the team that these make up.
    """

    start: int
    end: int
    text: str
    indent: int
    bullet: bool
    content: int
    quoted: bool = False
    depth: int = 0
    row: bool = False
    over: bool = False

    def part(self, text: str, start: int, end: int, marks: str = "", *, bullet: bool | None = None) -> Line:
        """Return ``text[start:end]`` of this line as one of its own, without white space and ``marks`` at its end."""
        stop = start + len(text[start:end].rstrip(f"{marks} \t\r\n"))
        content = max(start, self.content) if start == self.start else start
        bullet = self.bullet if bullet is None else bullet
        return Line(
            start, stop, text[start:stop].strip(), self.indent, bullet, content, self.quoted, self.depth
        )


def without_pictures(text: str) -> str:
    """Return a text with a blank for each character of a picture, so that all else stands where it stood."""
    return _PICTURES.sub(lambda found: " " * len(found[0]), text)


def lines_of(text: str, typed: str = "") -> list[Line]:
    """Return every line of ``text``, blank ones too. ``typed``: the same with its pictures, which indent nothing."""
    found, at, chapters = [], 0, _chapters(text)
    for raw in text.splitlines(keepends=True):
        dressed = _DRESSED.match(typed, at) if typed else None
        marks = _QUOTE.match(raw)
        quote = marks.end() if marks else 0
        drawn = _DRAWN.match(raw, quote)
        words = drawn.end() if drawn else quote
        line = " " * words + raw[words:].rstrip()
        lead = len(line) - len(line.lstrip())
        point = _POINT.match(line)
        point = point if point and point[1] in chapters else None
        bullet = point or _BULLET.match(line) or _HEADING.match(line)
        content = at + (bullet.end() if bullet else lead)
        indent = len(line[:lead].expandtabs(4)) - (len(dressed[0]) if dressed else 0)
        found.append(
            Line(
                at + lead,
                at + len(line),
                line.strip(),
                indent,
                bool(_BULLET.match(line)) and point is None,
                content,
                bool(quote),
                len(heading[0].strip()) if (heading := _MARKDOWN.match(line)) else 0,
            )
        )
        at += len(raw)
    return found


def _chapters(text: str) -> frozenset[str]:
    """Return the chapters whose points are numbered: 2 where lines begin with 2.1 and with 2 or 2.2."""
    points = {(m[1], m[2]) for m in _POINT.finditer(text)}
    numbered = {n for n, m in points if m == "1"}
    chapters = {m[1] for m in _CHAPTER.finditer(text)} if numbered else set()
    return frozenset(n for n in numbered if n in chapters or (n, "2") in points)


def is_field(text: str, line: Line, words: Vocabulary) -> bool:
    """Whether a line begins with the name of a form's field: "Title: …"."""
    field = _FIELD.match(text, line.content, line.end)
    return field is not None and plain(field[1]) in words.columns


def field_line(text: str, line: Line, words: Vocabulary) -> tuple[str, int] | None:
    """Return what a line of a form holds, such as duties in "Duties: …", and where it begins; None for any other."""
    field = _FIELD.match(text, line.content, line.end)
    holds = words.columns.get(plain(field[1]), "") if field else ""
    holds = "name" if holds == "who" else holds
    return (
        (holds, field.end())
        if field and holds in ("name", "headcount", "hours", "duties", "measures")
        else None
    )


def function_line(text: str, line: Line, words: Vocabulary) -> tuple[Mention, int] | None:
    """Return the work that a line names before anything else, for whoever does it, and where the rest begins."""
    begins = line.end - len(text[line.content : line.end].lstrip("*_"))
    function = words.functions.match(text, begins, line.end)
    behind = None
    if function:
        behind = _BEHIND.match(text, function.end(), line.end) or _COUNTED.match(
            text, function.end(), line.end
        )
        behind = behind or _HELD.fullmatch(text, function.end(), line.end)
        behind = behind or _SHORT.match(text, function.end(), line.end)
        behind = behind or _is_somebody(text, function.end(), line.end, words)
    if not function or not behind:
        return None
    named = mentions(text, line.content, line.end, words)
    if named and named[0].before <= function.end():
        return None
    (start, end), count = function.span(), behind[1] or behind[2] if behind.re.groups else None
    number = float(count) if count else None
    return Mention(function[0], start, end, start, end, number, count or ""), behind.end()


def _is_somebody(text: str, at: int, end: int, words: Vocabulary) -> re.Match[str] | None:
    """Return the "is" of "Support is six agents" where those follow who do that work."""
    found = _IS.match(text, at, end)
    named = mentions(text, found.end(), min(end, found.end() + NEAR), words)[:1] if found else []
    counted = named and named[0].before == (found.end() if found else 0) and named[0].number is not None
    return found if counted else None


def _so_many(text: str, line: Line, words: Vocabulary) -> tuple[Mention, int] | None:
    """Return whom a line counts that no rule knows: "1x QA"."""
    found = (_SOME if line.row else _SO_MANY).fullmatch(text, line.content, line.end)
    if found is None or not words.amount.fullmatch(found[1]):
        return None
    (start, end), number = found.span(2), words.number(found[1])
    return Mention(found[2], start, end, line.content, end, number, found[1]), line.end


def title_line(text: str, line: Line, words: Vocabulary) -> tuple[Mention, int] | None:
    """Return the role that a line names before anything else, and where its duties begin, or None."""
    if function := function_line(text, line, words):
        return function
    if supplier := words.supplier_line.match(
        text, line.content, line.end
    ):  # "Agency: Storyline GmbH, campaigns"
        title, end = f"{supplier[1]} {supplier[2]}", supplier.end()
        heads = words.heads_in.match(text, end + (text[end : end + 1] == " "), line.end)
        if heads:  # 'BPO "Answerly": 12 agents, nights'
            who = heads[0].split()[-1]
            title, end = title if plain(who) in words.data.anybody else f"{title} {who}", heads.end()
        number, counted = (words.number(heads[1]), heads[1]) if heads else (None, "")
        return Mention(title, supplier.start(1), supplier.end(2), line.content, end, number, counted), end
    named = mentions(text, line.content, line.end, words)
    so_many = _so_many(text, line, words) if not named or named[0].end == line.end else None
    if so_many and (not named or text[so_many[0].start].islower()):
        return so_many
    if not named:
        return None
    mention = named[0]
    before = text[line.content : mention.before].strip(' *_"“”')
    first = plain(before.split()[0]) if before else ""
    if first.endswith("s") and mention.number is None and first in words.verbs | words.person_verbs:
        return None  # "Trains moderators"
    if (
        _ADDS.fullmatch(before) and text[mention.start].islower() and before.lower() not in words.openers
    ):  # "Tenancy officers", "1 complaints officer"
        count, _, more = before.partition(" ") if before[0].isdigit() else ("", "", before)
        mention = mention._replace(title=f"{more} {mention.title}", before=mention.before - len(more) - 1)
        if count:
            mention = mention._replace(number=words.number(count), counted=count, before=line.content)
        before = ""
    if (
        _JOINED_BEFORE.fullmatch(before)
        and first not in words.data.first_names
        and mention.before == mention.start
    ):
        mention = mention._replace(title=f"{before} {mention.title}", before=line.content)
        before = ""
    if before.isdigit() and text[mention.start - 1] in '"“':  # '1 "Community manager"'
        mention = mention._replace(number=words.number(before), counted=before, before=line.content)
        before = ""
    if mention.number is not None and before.lower() in words.openers:
        mention, before = mention._replace(before=line.content), ""  # "about 140 moderators"
    # "Anna (community manager, full-time): forum, events"
    within = _CLOSED.match(text, mention.after, line.end) if before.endswith("(") else None
    name = _NAMED_BEFORE.fullmatch(before.rstrip(" (") if within else before)
    name = name or _NAMES_BEFORE.fullmatch(before)
    field = _FIELD.fullmatch(before)
    if before and not name and not words.absent.vacancy.fullmatch(before):
        return None
    if field and plain(field[1]) in words.columns:
        mention = mention._replace(before=line.content)
    rest = text[mention.after : line.end]
    if not rest.strip(' *_"“”:.)'):
        return mention, line.end
    if within:
        return mention, within.end()
    ends = r"\.\s|" if line.bullet and name and before else ""  # "- Ana Bell – Community Manager. Owns …"
    behind = re.match(
        rf"(?:\s[{UPPER}][\w'’-]*){{0,2}}[\s*_\"“”]{{0,9}}(?:\([^)\n]{{0,60}}\))?[\s*_]{{0,9}}(?:[:|,]|{ends}\s?[-–—=→]\s|\t|$)",
        rest,
    )
    if not behind and line.bullet and not before:  # "- psychologist (Dr. Kuusk) 8 h a week"
        behind = _NAME_IN.match(rest)
    return (mention, mention.after + behind.end()) if behind else None


def label_line(text: str, line: Line, words: Vocabulary) -> tuple[Mention, int, bool] | None:
    """Return the label before a bullet's colon as a role, where the rest begins, and whether somebody must be meant.

    A label that no rule knows is a role for sure where it is counted, held by a name, has hours or ends like a title.
    """
    found = _LABEL.match(text, line.content, line.end)
    label = found[2] if found else ""
    known = (words.places, words.tools, words.functions, words.weekday, words.times)
    if not found or plain(label) in words.columns or any(p.fullmatch(label) for p in known):
        return None
    count = _COUNT_IN.fullmatch(found[3] or "")
    number = found[1] or (count[1] if count else None)
    heads = heads_in_bracket(text, found.end(2), found.end(), words)  # "Box office (till 8 pm, 6 people)"
    crowd = count and label.endswith("s")  # "Helpers (4)", but "Newsletter (2)"
    said = f"{found[3]}{found[4]}"
    last = plain(label.split()[-1])
    # "Working student, 15 h", but "Budget, 2 hours"
    timed = _HOURS_IN.search(said) and (
        last.endswith("s") or last in words.heads or last in words.label_heads
    )
    titled = last in words.label_heads  # "Host: …"
    named = _NAME_IN.fullmatch(found[3] or "")
    person = bool(found[1] or crowd or heads or named or _POST_IN.search(said) or timed or titled)
    after = found.end(2) + (text[found.end(2)] in '"”')
    mention = Mention(
        label,
        found.start(2),
        found.end(2),
        line.content,
        after,
        float(number) if number else heads,
        number or "",
    )
    return mention, found.end(), person
