"""A description of a team, in whatever shape it was pasted → roles, facts, and what was left. No line is dropped."""

from __future__ import annotations

from dataclasses import replace

from advisor.errors import InputError
from advisor.roles.titles import title_in
from advisor.rubrics.loader import load_rubrics
from advisor.text.limits import check_text_size
from advisor.text.lines import split

from .ads import ads_in
from .arrows import charted
from .assemble import Builder
from .blocks import Blocks
from .counted_rows import beside_counted, counted_rows
from .facts import size_line, told_again
from .finish import finished
from .held import rows_of
from .lines import (
    lines_of,
    without_pictures,
)
from .mail import without_mail
from .model import MOST_ROLES, Fact, OrgReading, RoleDraft, Shape, Span
from .pieces import pieces_of
from .rows import listed_rows
from .seat import Seat
from .vocabulary import vocabulary


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
    lines = charted(text, lines_of(text, given), words)
    cut = [piece for line in lines for piece in pieces_of(text, line, words)]
    seats = [seat for piece in cut for seat in listed_rows(text, piece, words)]
    seats = [row for seat in seats for row in counted_rows(text, seat, words, build.people)]
    typed = [row for seat in seats for row in rows_of(build, seat)]
    lines, mail = without_mail(text, beside_counted(text, typed, words), words)
    build.facts += [Fact("mail", text[span.start : span.end], span) for span in mail]
    size = size_line(text, words)
    if size and told_again(text, size[1], words):
        build.facts.append(Fact("size", text[slice(*size[1])], size[1]))
        lines = [line for line in lines if not size[1].start <= line.start < size[1].end]
    shapes: set[Shape] = set()
    blocks = Blocks(text, words, build, shapes)
    ads = ads_in(text, lines)
    if ads:
        shapes.add("ads")
        before = [line for line in lines if line.end <= ads[0].start]
        blocks.read(before)
        for span in ads:
            build.ad(span, title_in_ad(text[span.start : span.end]))
        blocks.read([line for line in lines if line.start >= ads[-1].end])
    else:
        blocks.read(lines)
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
