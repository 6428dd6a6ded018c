"""A job ad's text → its lines (bullets and sentences) and headings, with offsets into the text as given."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.text.denied import Denied, only_begins
from advisor.text.headings import PART, WIDEST, Block, heading_of, is_heading_alone, is_picture_alone
from advisor.text.lists import bare_lists, parts_of_lists
from advisor.text.markup import MARKER, underlines, unwrapped, without_emphasis
from advisor.text.run_in import paragraph_sentences
from advisor.text.sections import NONE, UNKNOWN, SectionRubric, heading_key
from advisor.text.tables import ROW, is_field, rows
from advisor.text.view import view_of
from advisor.text.wrapping import rejoin

_HAS_WORD = re.compile(r"[^\W_]")
_LONE_MARK = re.compile(r"[-–—*+o]|\(?\d{1,3}[.)]")
_DEEPEST = 8
_FEWEST_ALONE = 4  # items of a list without marks that nothing announces
_ORDINARY = frozenset(f"-•*·●–{ROW}")
_COMMON = "-•*·●–"
_LIKE_A_NUMBER = "oivx"  # first letters of marks longer than one letter, and the letter that is a bullet
_new = tuple.__new__  # half the cost of the generated constructor


class RawLine(NamedTuple):
    """One bullet or one sentence.

    start, end: offsets into the text as given, without bullet, numbering or outer white space.
    section: id of the section that it stands in, from the rubric.
    bullet: whether it is an item of a list, by its mark, or by its place where marks were lost.
    heading: index into headings of the one that runs into its paragraph, else of the nearest above on a line of its own,
        or -1.
    lead_in: index into lines of the line that introduces its list ("We expect you to:"; for a nested bullet, the
        bullet above), or -1. When a heading introduces the list, that is `heading`.
    depth: 0 for prose and outer bullets, 1 and more for nested ones.
    paragraph: number of the paragraph or bullet in the ad, from 0.
    sentence: place in its paragraph, from 0; always 0 behind a mark.
    first: whether it is the first line after its heading (or of the text).
    """

    start: int
    end: int
    section: str
    bullet: bool
    heading: int
    lead_in: int
    depth: int
    paragraph: int
    sentence: int
    first: bool


class Heading(NamedTuple):
    """One heading: offsets without markup or outer white space; the section it opens; level, 1 the highest.

    known: whether a phrase of the rubric names it; any other is read by its words, or inherits its section or opens
        `unknown`.
    """

    start: int
    end: int
    section: str
    level: int
    known: bool


class Split(NamedTuple):
    """The lines and headings of one ad, each in the order of the text."""

    lines: tuple[RawLine, ...]
    headings: tuple[Heading, ...]


def split(text: str, sections: SectionRubric) -> Split:
    """The lines and headings of `text`, in time linear in its length.

    Every letter and digit of `text` is in exactly one line or heading, or belongs to a list number, an HTML tag or
    an entity. Offsets are of `text` as given.
    """
    view = view_of(text, sections.named)
    joined = rejoin(view.text, lambda line: _begins_anew(line, sections), sections.first_words)
    lines, headings = _assemble(joined, _blocks(joined), sections)
    if not view.same:
        lines = [
            line._replace(start=s, end=e) for line in lines for s, e in (view.span(line.start, line.end),)
        ]
        headings = [h._replace(start=s, end=e) for h in headings for s, e in (view.span(h.start, h.end),)]
    return Split(tuple(lines), tuple(headings))


def _begins_anew(line: str, sections: SectionRubric) -> bool:
    return (
        MARKER.match(line) is not None or line[0] in "#>|" or "\t" in line or is_heading_alone(line, sections)
    )


def _blocks(text: str) -> list[Block]:
    """The logical lines of the view, furniture (rules, underlines, lone bullets) taken away."""
    blocks: list[Block] = []
    match = MARKER.match
    position = 0
    gap = True
    waiting = ""  # a bullet alone on its line belongs to the next one
    raws = text.split("\n")
    table = rows(raws) if "\t" in text or " | " in text else {}
    for i, raw in enumerate(raws):
        body = raw.strip()
        if not body:
            gap = True
            position += len(raw) + 1
            continue
        indent = raw.find(body[0])
        start = position + indent
        end = start + len(body)
        position += len(raw) + 1
        if len(body) < 6 and _LONE_MARK.fullmatch(body):
            waiting = body
            continue
        if i in table:
            start, end, mark = start - indent + table[i].start, start - indent + table[i].end, ROW
        elif body[0] in "#>|*_\\" or body[-1] in "*_\\|":
            start, end, mark = unwrapped(text, start, end)
        elif body[1:2] == " " and body[0] in _COMMON and body[2].isalpha() and body[3:4].isalpha():
            mark = body[0]
            start += 2
        elif body[0].isalpha() and body[0] not in _LIKE_A_NUMBER and body[1:2] not in (".", ")"):
            mark = ""
        else:
            found = match(body)
            mark = ""
            if found is not None:
                mark = found[0]
                start += found.end()
        if start >= end or not (text[start].isalnum() or _HAS_WORD.search(text, start, end)):
            level = underlines(body)
            if level and blocks and not gap and not blocks[-1].mark:
                blocks[-1] = blocks[-1]._replace(underlined=level)
            elif not level and mark and start >= end:
                waiting = mark
            continue
        blocks.append(_new(Block, (start, end, (mark or waiting).strip(), indent, gap, 0)))
        gap = False
        waiting = ""
    return blocks


def _assemble(  # noqa: PLR0915 - one pass, its state in locals: an object would cost half as much again
    text: str, blocks: list[Block], rubric: SectionRubric
) -> tuple[list[RawLine], list[Heading]]:
    """Blocks → lines and headings, each line told its section, its place in list and paragraph, and its lead-in."""
    lines: list[RawLine] = []
    headings: list[Heading] = []
    add = lines.append
    section, heading, level = NONE, -1, 0
    first = True
    follows_bare = False  # the block above is a short line without an end, kept as a line
    lead, lead_section, fresh = -1, "", False  # the line that introduces a list; nothing followed it yet
    stack: list[tuple[int, str]] = []
    parents: list[int] = []
    parts = parts_of_lists(text, blocks, rubric)
    bare, heads = bare_lists(text, blocks, rubric)
    only = len(bare) >= max(_FEWEST_ALONE, len(blocks) - 1)  # a list and no more, but for a title
    denied = Denied(NONE)
    list_here = -1  # the list under this heading or lead-in: one without marks counts if it is the first
    paragraph = -1
    for i, block in enumerate(blocks):
        start, end, mark, indent, gap, _ = block
        found = None
        if end - start <= WIDEST and (mark not in _ORDINARY or text[end - 1] in ":："):
            found = heading_of(
                text, blocks, i, follows_bare, rubric, i in heads and not (first and heading >= 0)
            )
        if found is None and i in parts and rubric.kinds[lead_section or section] in ("duty", "none"):
            heading = len(headings)
            headings.append(Heading(start, end, lead_section or section, PART, False))
            stack.clear()
            first = True
            continue
        if found is not None and found.section in rubric.denied and only_begins(text, blocks, i):
            found = None
        if section in rubric.denied and found is None and (denied := denied.after(block, gap)).over:
            section, lead_section = denied.before, ""
        if found is not None:
            if found.section in rubric.denied:
                denied = Denied(section if section not in rubric.denied else denied.before)
            if found.section is not None:
                section, level = found.section, found.level
            elif found.level <= level or (heading < 0 and i):
                section, level = UNKNOWN, found.level
            heading = len(headings)
            if text[start] in "*_":
                start, end = without_emphasis(text, start, end)
            headings.append(Heading(start, end, section, found.level, found.known))
            first, follows_bare, lead, lead_section = True, False, -1, ""
            list_here = -1
            stack.clear()
            continue
        paragraph += 1
        if mark > "\u2600" and end - start > WIDEST and is_picture_alone(blocks, i):
            mark = ""  # a picture before a paragraph, not a list of pictures
        if mark and mark[0] != "#":
            if not stack or stack[-1] != (indent, mark):
                _nest(stack, indent, mark)
            depth = len(stack) - 1
            above = parents[depth - 1] if depth else lead
            parents[depth:] = (len(lines),)
            here = lead_section or section
            add(_new(RawLine, (start, end, here, True, heading, above, depth, paragraph, 0, first)))
            first = follows_bare = fresh = False
            list_here = len(blocks)
            continue
        if lead >= 0 and (stack or (gap and not fresh)):
            lead, lead_section = -1, ""
        stack.clear()
        if text[start] in "*_":
            start, end = without_emphasis(text, start, end)
        announced = only or lead >= 0 or (heading >= 0 and section != NONE)
        item = announced and i in bare and list_here in (-1, bare[i])
        list_here = bare[i] if item else list_here
        under = heading
        for place, said in enumerate(paragraph_sentences(text, start, end, lead_section, rubric)):
            if said.label is not None:
                under, first = len(headings), True
                headings.append(Heading(*said.label, said.section, PART, True))
            here, item_here = said.section or section, item or said.item
            add(
                _new(
                    RawLine, (said.start, said.end, here, item_here, under, lead, 0, paragraph, place, first)
                )
            )
            first = False
        fresh = False
        final = text[max(start, end - 3) : end]
        follows_bare = end - start <= 60 and final[-1].isalnum()
        below = blocks[i + 1].mark[:1] if i + 1 < len(blocks) else ""
        if final[-1] in ":：" or (below not in ("", "#") and (final[-1] not in ".!?" or final == "...")):
            key = heading_key(text[max(lines[-1].start, end - 80) : end])
            named = rubric.introduces(key)
            if named is None and final[-1] not in ":：" and is_field(text, start, end):
                continue
            lead, fresh, list_here = len(lines) - 1, True, -1
            # A short line alone above a list says by its words what the list holds, and stays a line; a heading that
            # promises measures knows better.
            short = end - start <= WIDEST and lines[-1].start == start and rubric.kinds[section] != "measure"
            lead_section = named or (rubric.by_words(key) if short else None) or ""
    return lines, headings


def _nest(stack: list[tuple[int, str]], indent: int, mark: str) -> None:
    """Put the list that a bullet with this indent and mark belongs to on top of the stack."""
    sign = (indent, mark)
    if sign in stack:
        del stack[stack.index(sign) + 1 :]
        return
    while stack and stack[-1][0] > indent:
        stack.pop()
    if stack and (stack[-1][0] == indent or len(stack) == _DEEPEST) and not _sublist(stack[-1][1], mark):
        stack.pop()
    stack.append(sign)


def _sublist(outer: str, mark: str) -> bool:
    """Whether a list marked `mark` at the same indent is inside one marked `outer` (a paste that lost its indents)."""
    return mark == "o" and outer in "•▪●*-"
