"""A description of a team, in whatever shape it was pasted → roles, facts, and what was left. No line is dropped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from advisor.errors import InputError
from advisor.roles.titles import title_in
from advisor.rubrics.loader import load_rubrics
from advisor.text.limits import check_text_size
from advisor.text.lines import split
from advisor.text.sentences import sentences

from .assemble import Builder
from .mentions import Mention, mentions
from .model import MOST_FILES, MOST_ROLES, Fact, OrgReading, RoleDraft, Shape, Span
from .prose import subjects
from .tables import Row, cells_of, delimiter_of, drafts
from .words import Vocabulary, vocabulary

_BULLET = re.compile(r"\s*(?:[-*•·–‣◦▪]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"\s*(?:[-=*_#~]{3,}|\f)\s*")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_SEPARATOR = re.compile(r"\s*(?:[:|]|\s[-–—]\s|,\s|\()\s*")
LEAST_AD_WORDS = 35  # a chunk with fewer is no whole job description


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    indent: int
    bullet: bool
    content: int


def _lines(text: str) -> list[_Line]:
    found, at = [], 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip()
        lead = len(line) - len(line.lstrip())
        bullet = _BULLET.match(line) or _HEADING.match(line)
        content = at + (bullet.end() if bullet else lead)
        indent = len(line[:lead].expandtabs(4))
        found.append(
            _Line(at + lead, at + len(line), line.strip(), indent, bool(_BULLET.match(line)), content)
        )
        at += len(raw)
    return found


def _title_line(text: str, line: _Line, words: Vocabulary) -> tuple[Mention, int] | None:
    """Return the role that a line names before anything else, and where its duties begin, or None."""
    named = mentions(text, line.content, line.end, words)
    function = words.functions.match(text, line.content, line.end)
    if function and (not named or named[0].before > function.end()):
        behind = re.compile(r"\s*(?:\([^)\n]{0,60}\)\s*)?(?::|\s[-–—]\s)").match(
            text, function.end(), line.end
        )
        if behind:
            title = function[0]
            mention = Mention(
                title, function.start(), function.end(), function.start(), function.end(), None, ""
            )
            return mention, behind.end()
    if not named:
        return None
    mention = named[0]
    before = text[line.content : mention.before].strip(' *_"“”')
    name = re.fullmatch(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}\s*[,:–—-]?", before)
    if before and not name:
        return None
    rest = text[mention.after : line.end]
    if not rest.strip(' *_"“”:.)'):
        return mention, line.end
    behind = re.match(r"[\s*_\"“”]*(?:\([^)\n]{0,60}\))?[\s*_]*(?:[:|,]|\s?[-–—]\s|\t|$)", rest)
    return (mention, mention.after + behind.end()) if behind else None


def _ads(text: str, lines: Sequence[_Line]) -> list[Span]:
    """Return the stretches of several whole job descriptions in one paste, or of one; none when it is no such paste."""
    rubrics = load_rubrics()
    heads = [h for h in split(text, rubrics.sections).headings if h.section == "responsibilities"]
    cuts = [line.start for line in lines if _RULE.fullmatch(line.text)]
    if not heads:
        return []
    words = vocabulary()
    # A list of roles before or after the ads is read on its own.
    listed = [
        (line, found) for line in lines if (found := _title_line(text, line, words)) and len(line.text) < 160
    ]
    above = [(line, found[1]) for line, found in listed if line.start < heads[0].start]
    bare = [line.start for line, rest in above if rest == line.end and not line.bullet]
    starts = [bare[-1] if len(above) > 1 and bare else 0]
    below = [line.start for line, found in listed if line.start > heads[-1].end and found[1] < line.end]
    end = next((at for at in below if text[:at].rstrip(" ").endswith("\n\n")), len(text))
    for before, head in itertools.pairwise(heads):
        rules = [c for c in cuts if before.start < c < head.start]
        if rules:
            starts.append(rules[-1])
            continue
        titles = [
            line.start
            for line in lines
            if before.end < line.start < head.start
            and not line.bullet
            and len(line.text) < 80
            and _title_line(text, line, words)
        ]
        if titles:
            starts.append(titles[-1])
    bounds = [*starts, end]
    spans = [Span(a, b) for a, b in itertools.pairwise(bounds)]
    return spans if all(len(text[a:b].split()) >= LEAST_AD_WORDS for a, b in spans) else []


def read_org(text: str) -> OrgReading:
    """Read a description of a team.

    Takes prose, bullets, an outline, a table (tabs, pipes, commas, semicolons), one or several job descriptions, or a
    mixture. Raises InputError when no role is found, when there are more than 200, or a number can't be right.
    """
    check_text_size(text)
    if not text.strip():
        raise InputError(
            "empty", "There is no text.", "Describe who does what, or paste the job descriptions."
        )
    words, build = vocabulary(), Builder(text)
    lines = _lines(text)
    shapes: set[Shape] = set()
    ads = _ads(text, lines)
    if ads:
        shapes.add("ads")
        before = [line for line in lines if line.end <= ads[0].start]
        _blocks(text, before, words, build, shapes)
        for span in ads:
            build.ad(span, title_in_ad(text[span.start : span.end]))
        _blocks(text, [line for line in lines if line.start >= ads[-1].end], words, build, shapes)
    else:
        _blocks(text, lines, words, build, shapes)
    reading = build.reading("mixed" if len(shapes) != 1 else shapes.pop())
    return _checked(reading)


def title_in_ad(text: str) -> str:
    """Return the title that an ad gives itself."""
    from advisor.matching.matcher import TitleReader

    rubrics = load_rubrics()
    return title_in(text, split(text, rubrics.sections), TitleReader(rubrics))


def _checked(reading: OrgReading) -> OrgReading:
    if not reading.roles:
        raise InputError(
            "no-role",
            "No role was found in this text.",
            "Name each role and what it does, one a line, such as: “Community manager – runs the forum, reports to the COO”.",
        )
    if len(reading.roles) > MOST_ROLES:
        raise InputError(
            "too-many-roles",
            f"{len(reading.roles)} roles were read; one map holds {MOST_ROLES}.",
            "Leave out the roles that do none of this work, or map one department at a time.",
        )
    return reading


def _blocks(text: str, lines: Sequence[_Line], words: Vocabulary, build: Builder, shapes: set[Shape]) -> None:
    i, fresh = 0, True
    outline: list[tuple[int, str]] = []
    while i < len(lines):
        line = lines[i]
        if not line.text:
            i, fresh = i + 1, True
            outline.clear()
            continue
        j = i
        while j < len(lines) and lines[j].text:
            j += 1
        delimiter = delimiter_of([text[x.start : x.end] for x in lines[i:j]], words)
        if delimiter:
            rows = [
                Row(cells_of(text[x.start : x.end], delimiter), Span(x.start, x.end))
                for x in lines[i:j]
                if not _RULE.fullmatch(x.text) and not re.fullmatch(r"[\s|:+=-]+", x.text)
            ]
            build.leave(*(Span(x.start, x.end) for x in lines[i:j] if re.fullmatch(r"[\s|:+=-]+", x.text)))
            build.table(*drafts(rows, words))
            shapes.add("table")
            i = j
            continue
        titled = _title_line(text, line, words)
        if titled and not line.text.endswith("."):
            mention, rest = titled
            while outline and outline[-1][0] >= line.indent:
                outline.pop()
            above = outline[-1][1] if outline and line.indent > outline[-1][0] else ""
            build.open(mention, Span(line.start, line.end), rest, text[line.content : mention.before], above)
            outline.append((line.indent, mention.title))
            shapes.add("bullets")
        elif line.bullet and build.current is not None and not build.people.find(line.start, line.end):
            build.add(Span(line.start, line.end), line.content)
            shapes.add("bullets")
        else:
            _prose(text, line, words, build, fresh=fresh)
            shapes.add("prose")
        fresh = False
        i += 1


def _prose(text: str, line: _Line, words: Vocabulary, build: Builder, *, fresh: bool) -> None:
    for start, end in sentences(text, line.start, line.end, load_rubrics().sections):
        for subject in subjects(text, start, end, words):
            named = build.people.find(subject.start, subject.end)
            stop = named[0].start if named else subject.end
            span = Span(subject.start, stop)
            if subject.mention is not None and stop > subject.mention.after:
                above = build.current.title if subject.managed and build.current else ""
                build.open(subject.mention, span, subject.mention.after, subject.name, above)
            elif text[subject.start : stop].strip(" ,;:"):
                _go_on(text, span, words, build, fresh=fresh)
            ends = [each.start for each in named[1:]] + [subject.end]
            for who, until in zip(named, ends, strict=False):
                if who.department:
                    title, at = who.names[0], who.does
                    mention = Mention(title, at - len(title), at, who.start, at, None, "")
                    build.open(mention, Span(who.start, until), at, "", "")
                else:
                    build.person(who.names, Span(who.start, until), who.does)


def _go_on(text: str, span: Span, words: Vocabulary, build: Builder, *, fresh: bool) -> None:
    """Give a stretch that names no role to the role at hand, if it is about that one."""
    own = build.current is not None and (
        words.pronouns.match(text, span.start)
        or build.is_name(text[span.start : span.end])
        or (not fresh and words.measured.search(text, span.start, span.end))
    )
    if own:
        build.add(span, span.start)
    else:
        build.fact_or_left(span)


def facts_in(text: str) -> tuple[Fact, ...]:
    """Return what the sentences of ``text`` say about the organisation as a whole; they name no role."""
    build = Builder(text)
    for line in _lines(text):
        for start, end in sentences(text, line.start, line.end, load_rubrics().sections):
            build.fact_or_left(Span(start, end))
    return tuple(build.facts)


def read_files(files: Iterable[tuple[str, str]]) -> OrgReading:
    """Read several (name, text), each a job description or a description of a team; up to 50."""
    read = list(files)
    if not read:
        raise InputError("empty", "There is no file.", "Choose one or more.")
    if len(read) > MOST_FILES:
        raise InputError(
            "too-many", f"{len(read)} files are more than one map takes ({MOST_FILES}).", "Choose fewer."
        )
    roles: list[RoleDraft] = []
    facts: list[Fact] = []
    notices: list[str] = []
    size = None
    for name, text in read:
        try:
            one = read_org(text)
        except InputError as error:
            raise InputError(
                error.code, f"“{name[:80]}”: {error.message}", error.next_step, error.status
            ) from error
        roles += [r if r.text else _own(r) for r in one.roles]
        facts += one.facts
        notices += one.notices
        size = size or one.org_size
    joined = "\n\n".join(text for _, text in read)
    shape: Shape = "ads" if all(r.text for r in roles) else "mixed"
    return _checked(OrgReading(joined, shape, tuple(roles), tuple(facts), (), size, tuple(notices)))


def _own(role: RoleDraft) -> RoleDraft:
    from dataclasses import replace

    return replace(role, spans=())
