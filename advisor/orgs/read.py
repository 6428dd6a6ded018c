"""A description of a team, in whatever shape it was pasted → roles, facts, and what was left. No line is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.errors import InputError
from advisor.roles.titles import title_in
from advisor.rubrics.loader import load_rubrics
from advisor.text.limits import check_text_size
from advisor.text.lines import split

from .assemble import Builder
from .clauses import take_prose
from .facts import size_line, told_again
from .finish import finished
from .forms import card_at, form_at
from .held import rows_of, take_held
from .lines import (
    RULE,
    Line,
    ads_in,
    field_line,
    function_line,
    label_line,
    lines_of,
    title_line,
    without_mail,
    without_pictures,
)
from .listed import take_function, take_holders, take_member
from .mentions import Mention
from .model import MOST_ROLES, Fact, OrgReading, RoleDraft, Shape, Span
from .pieces import pieces_of
from .rows import listed_rows
from .seat import Seat
from .tables import Row, cells_of, delimiter_of, drafts
from .terms import Vocabulary
from .vocabulary import names_group, vocabulary

_RULED = re.compile(r"[\s|:+=-]+")  # the line under a table's head
_LONGEST_HEADING = 4  # words
_HEADS_TRIED = 20  # lines of a block that are tried as the head of a table


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
    given, text = text, without_pictures(text)
    words, build = vocabulary(), Builder(text)
    cut = [piece for line in lines_of(text, given) for piece in pieces_of(text, line, words)]
    typed = [row for piece in cut for seat in listed_rows(text, piece, words) for row in rows_of(build, seat)]
    lines, mail = without_mail(text, typed, words)
    build.facts += [Fact("mail", text[span.start : span.end], span) for span in mail]
    size = size_line(text, words)
    if size and told_again(text, size[1], words):
        build.facts.append(Fact("size", text[slice(*size[1])], size[1]))
        lines = [line for line in lines if not size[1].start <= line.start < size[1].end]
    shapes: set[Shape] = set()
    ads = ads_in(text, lines)
    if ads:
        shapes.add("ads")
        before = [line for line in lines if line.end <= ads[0].start]
        _blocks(text, before, words, build, shapes)
        for span in ads:
            build.ad(span, title_in_ad(text[span.start : span.end]))
        _blocks(text, [line for line in lines if line.start >= ads[-1].end], words, build, shapes)
    else:
        _blocks(text, lines, words, build, shapes)
    reading = finished(build, "mixed" if len(shapes) != 1 else shapes.pop())
    return checked(replace(reading, text=given))


def title_in_ad(text: str) -> str:
    """Return the title that an ad gives itself."""
    rubrics = load_rubrics()
    return title_in(text, split(text, rubrics.sections), rubrics.titles)


def ad_draft(text: str) -> RoleDraft:
    """Return the role that a whole job description is about, with what it says of title, places, tools and hours."""
    words = vocabulary()
    return Seat.of_ad(text, Span(0, len(text)), title_in_ad(text), words).draft(words, leads=False)


def checked(reading: OrgReading) -> OrgReading:
    """Return a reading of at least one role and at most 200. Raises InputError for any other."""
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


def _blocks(text: str, lines: Sequence[Line], words: Vocabulary, build: Builder, shapes: set[Shape]) -> None:
    i, fresh, column = 0, True, -1  # column: where the bullets stand that name roles and what they do
    first = j = tries = 0  # the block without blank lines at hand
    outline: list[tuple[int, str]] = []
    while i < len(lines):
        line = lines[i]
        if not line.text:
            i, fresh = i + 1, True
            outline.clear()
            continue
        if i >= j:
            first, j, tries = i, i, _HEADS_TRIED
            while j < len(lines) and lines[j].text:
                j += 1
        taken = 0
        if i == first or (tries and any(mark in line.text for mark in "\t|,;")):
            tries -= i > first
            taken = _table(text, lines[i:j], words, build, shapes)
        taken = taken or _form(text, lines[i:j], words, build, shapes, first=i == first)
        if taken:
            i, fresh = i + taken, False
            continue
        if build.current is not None and (field := field_line(text, line, words)):
            build.field(*field, Span(line.start, line.end))
            shapes.add("bullets")
            i, fresh = i + 1, False
            continue
        titled = title_line(text, line, words) or _department_over(text, lines, i, words)
        if titled and (line.bullet or not line.text.endswith(".") or _one_sentence(text, line, titled)):
            mention = titled[0]
            if line.bullet and titled[1] < line.end:
                column = line.indent
            _titled(text, line, titled, _above(outline, line.indent), lines[i + 1 : j], words, build)
            outline.append((line.indent, mention.title))
            shapes.add("bullets")
        elif line.bullet and (
            take_held(build, Span(line.start, line.end), line.content, _above(outline, line.indent))
            or take_member(build, Span(line.start, line.end), line.content)
        ):
            shapes.add("bullets")
        elif (
            line.bullet
            and build.current is not None
            and not build.people.named(line.start, line.end)
            and not build.doers.told_first(line.content, line.end)
        ):
            label = label_line(text, line, words) if line.indent == column else None
            build.bullet(label, Span(line.start, line.end), line.content, line.indent)
            shapes.add("bullets")
        elif i == first and _heading_over(text, lines, i, words):
            build.begin_team(line.text.strip(" :#*"), span=Span(line.start, line.end))
        else:
            take_prose(text, line, words, build, fresh=fresh)
            shapes.add("prose")
        fresh = False
        i += 1


def _above(outline: list[tuple[int, str]], indent: int) -> str:
    """Return whose line a deeper one stands under, or ""; lines as deep or deeper are done with."""
    while outline and outline[-1][0] >= indent:
        outline.pop()
    return outline[-1][1] if outline else ""


def _table(text: str, lines: Sequence[Line], words: Vocabulary, build: Builder, shapes: set[Shape]) -> int:
    """Take a block that is a table; return how many lines it took, 0 when it is none."""
    delimiter = delimiter_of([text[line.start : line.end] for line in lines], words)
    if not delimiter:
        return 0
    spans = [Span(line.start, line.end) for line in lines]
    ruled = [bool(_RULED.fullmatch(line.text)) for line in lines]
    rows = [
        Row(cells_of(text[span.start : span.end], delimiter), span)
        for line, span, is_ruled in zip(lines, spans, ruled, strict=True)
        if not is_ruled and not RULE.fullmatch(line.text)
    ]
    build.leave(*(span for span, is_ruled in zip(spans, ruled, strict=True) if is_ruled))
    build.table(*drafts(rows, words))
    shapes.add("table")
    return len(lines)


def _form(
    text: str, lines: Sequence[Line], words: Vocabulary, build: Builder, shapes: set[Shape], *, first: bool
) -> int:
    """Take the form or card with which ``lines`` begin, ``first`` in their block or not; return how many lines it took, 0 when there is none."""
    if card := card_at(text, lines, build.people):
        name, mention, rest = card
        build.open(mention, Span(lines[0].start, lines[1].end), rest, name, "", listed=True)
        return len(lines[:2])
    rows, length = form_at(text, lines, words, first=first)
    if rows:
        build.form(*drafts(rows, words))
        shapes.add("bullets")
    return length


def _titled(
    text: str,
    line: Line,
    titled: tuple[Mention, int],
    above: str,
    below: Sequence[Line],
    words: Vocabulary,
    build: Builder,
) -> None:
    """Take a line that names a role, or a function, before anything else; ``below`` is the rest of its block."""
    (mention, rest), span = titled, Span(line.start, line.end)
    if rest == line.end and _capitals_over(text, line, mention, below, words):
        build.begin_team(mention.title, span=span)
        return
    rest = line.end if words.about_teams.fullmatch(text, rest, line.end) else rest
    team = rest == line.end and (
        names_group(mention.title, words) or words.functions.fullmatch(mention.title)
    )
    if team:
        build.heading = mention.title
    if function_line(text, line, words):
        take_function(build, mention, span, rest, above)
    elif not take_holders(build, mention, span, rest, above):
        build.open(mention, span, rest, text[line.content : mention.before], above, listed=True)
        if build.current and line.bullet:
            build.current.beside = line.indent
    if team:
        build.begin_team(mention.title, build.current)
    elif not line.bullet:
        build.begin_team("")


def _one_sentence(text: str, line: Line, titled: tuple[Mention, int]) -> bool:
    """Whether a line that ends like a sentence names a role or work before a colon: "Support: 9 people, led by Kim."."""
    mention, rest = titled
    told = text[mention.end : rest]
    return (":" in told or told.strip() in ("is", "are")) and ". " not in text[rest : line.end]


def _capitals_over(text: str, line: Line, mention: Mention, below: Sequence[Line], words: Vocabulary) -> bool:
    """Whether "SUPPORT (28)" or "VOLUNTEERS" stands over its people, who are counted themselves."""
    one_word = " " not in mention.title and mention.title.lower() not in words.leaders
    if (
        line.bullet
        or not mention.title.isupper()
        or not (one_word or words.functions.fullmatch(mention.title))
    ):
        return False
    named = [found for one in below if (found := title_line(text, one, words))]
    return any(not found[0].title.isupper() for found in named)


def _department_over(
    text: str, lines: Sequence[Line], i: int, words: Vocabulary
) -> tuple[Mention, int] | None:
    """Return the work that a line alone names over a list: "Support", and bullets below it."""
    line = lines[i]
    below = lines[i + 1] if i + 1 < len(lines) else line
    said = text[line.content : line.end]
    if line.bullet or not words.functions.fullmatch(said) or not (below.bullet or below.indent > line.indent):
        return None
    return Mention(said, line.content, line.end, line.content, line.end, None, ""), line.end


def _heading_over(text: str, lines: Sequence[Line], i: int, words: Vocabulary) -> bool:
    """Whether a line is only the name of a part of the organisation over its people: "UK team"."""
    line = lines[i]
    if (
        line.bullet
        or len(line.text.split()) > _LONGEST_HEADING
        or line.text[-1] in ".;,!?"
        or i + 1 >= len(lines)
    ):
        return False
    below = lines[i + 1]
    return bool(below.text) and (title_line(text, below, words) is not None or below.bullet)
