"""The lines of a description, block by block → roles: tables, forms, lists, outlines, prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences

from .asked import take_asked
from .assemble import Builder
from .bullets import take_bullet, take_field
from .clauses import take_prose, team_is
from .counts import take_counted, take_so_many
from .doubts import is_chief
from .forms import tells_cards
from .headings import (
    capitals_over,
    department_over,
    heading_over,
    names_all,
    names_the_text,
    one_sentence,
    team_named,
)
from .held import take_held, works_at
from .labels import begins_with_label, take_held_label, take_label, take_led
from .lines import Line, field_line, function_line, label_line, title_line
from .listed import take_function, take_holders, take_member
from .mentions import Mention
from .model import Shape, Span
from .outline import Outline
from .prose import subjects
from .teams import lead_at
from .terms import Vocabulary
from .vocabulary import names_group, several
from .whole import take_form, take_table
from .words import TIMES

_TIMES = re.compile(TIMES, re.IGNORECASE)
_HEADS_TRIED = 20  # lines of a block that are tried as the head of a table


class Blocks:
    """Reads lines into a builder, and notes in which shapes they tell roles."""

    def __init__(self, text: str, words: Vocabulary, build: Builder, shapes: set[Shape]) -> None:
        self._text, self._words, self._build, self._shapes = text, words, build, shapes
        self._lines: Sequence[Line] = ()
        self._outline = Outline(build)
        self._labels = -1  # the column of bullets that begin with what somebody does
        self._column = -1  # where the bullets stand that name roles and what they do

    def read(self, lines: Sequence[Line]) -> None:
        """Read lines that stand together, whole."""
        self._lines, self._labels, self._column = lines, -1, -1
        deeper = max((i for i, line in enumerate(lines) if line.depth > 1), default=-1)
        cards = tells_cards(self._text, lines, self._build.people)
        self._outline.clear()
        i, fresh, bulleted = 0, True, False  # bullets stand above the block at hand, under its heading
        first = end = tries = 0  # the block without blank lines at hand
        while i < len(lines):
            line = lines[i]
            if not line.text:
                i, fresh = i + 1, True
                self._outline.clear()
                continue
            if i >= end:
                first, end, tries = i, i, _HEADS_TRIED
                while end < len(lines) and lines[end].text:
                    end += 1
                if bulleted and not line.bullet:
                    self._build.end_team()
                    bulleted = False
            taken, bulleted, known = 0, bulleted or line.bullet, len(self._build.roles)
            asked, rest = take_asked(self._build, lines, i)
            if asked:
                if rest:
                    take_prose(self._text, rest, self._words, self._build, fresh=False)
                self._shapes.add("prose")
                i, fresh = i + asked, False
                continue
            if i == first or (tries and any(mark in line.text for mark in "\t|,;")):
                tries -= i > first
                if taken := take_table(self._text, lines[i:end], self._words, self._build):
                    self._shapes.add("table")
            if not taken:
                taken = take_form(
                    self._text,
                    lines[i : None if cards else end],
                    self._words,
                    self._build,
                    first=i == first,
                    cards=cards,
                )
                self._shapes |= {"bullets"} if taken else set()
            if not taken and i < deeper and names_the_text(self._text, line, self._words):
                self._build.leave(Span(line.start, line.end))
            elif not taken and not self._listed(i, end):
                if i == first and heading_over(self._text, lines, i, self._build):
                    self._build.begin_team(line.text.strip(" :#*"), span=Span(line.start, line.end))
                else:
                    take_prose(self._text, line, self._words, self._build, fresh=fresh)
                    if line.bullet and self._build.current:
                        self._build.current.beside = line.indent
                    if line.bullet and len(self._build.roles) == known + 1 and self._build.current:
                        self._build.current.reports_to = (
                            self._build.current.reports_to or self._outline.above(line)
                        )
                    self._shapes.add("prose")
            if not taken and len(self._build.roles) == known + 1:
                self._put_over(i, end)
            i, fresh = i + max(taken, 1), False

    def _put_over(self, i: int, end: int) -> None:
        """Put the one whom line ``i`` names over the bullets behind it: whoever leads, or else whose line opens a list."""
        line, role = self._lines[i], self._build.current
        below = next((one for one in self._lines[i + 1 :] if one.text), line)
        if role is None or line.bullet or not below.bullet or (role.count or 1) > 1:
            return
        if self._is_team(role.title):
            return
        opens = i + 1 < end and all(one.bullet for one in self._lines[i + 1 : end])
        if opens or is_chief(role.title):
            self._outline.over(line, role.title)

    def _is_team(self, title: str) -> bool:
        """Whether a title names a team or its work, which is nobody's boss."""
        return names_group(title, self._words) or self._words.functions.fullmatch(title) is not None

    def _listed(self, i: int, end: int) -> bool:
        """Take line ``i`` of a block that ends before ``end`` if it is one of a list or outline; return whether it is."""
        build, line = self._build, self._lines[i]
        span = Span(line.start, line.end)
        if team := line.text.strip(" :#*_") if line.over else team_named(self._text, self._lines, i, build):
            self._outline.above(line)
            build.begin_team(team, span=span)
            if line.over:
                self._outline.head(line)
        elif build.current is not None and (field := field_line(self._text, line, self._words)):
            take_field(build, *field, span)
        elif team_is(build, line.content, line.end) or not (
            self._outline.part(self._lines, i)
            or self._leads(i, end)
            or (not line.bullet and self._led(i))
            or self._names_seat(i, end)
            or self._labelled(i)
            or (line.bullet and self._bullet(line, span))
            or self._works(i, end)
        ):
            return False
        self._shapes.add("bullets")
        return True

    def _names_seat(self, i: int, end: int) -> bool:
        """Take a line that names a role or a function before anything else."""
        text, words, line = self._text, self._words, self._lines[i]
        titled, over = title_line(text, line, words), department_over(text, self._lines, i, words)
        titled = titled or over
        if not titled or not (line.bullet or not line.text.endswith(".") or one_sentence(text, line, titled)):
            return False
        none = several(titled[0].title, words) and words.absent.nobody.match(text, titled[1], line.end)
        if titled[0].number == 0 or none:  # "0x moderation", "Moderators - none, officers do it"
            self._build.nobody(Span(line.start, line.end))
            return True
        if not self._build.roles and names_all(text, self._lines, i, titled[0], words):
            self._build.begin_team(titled[0].title, span=Span(line.start, line.end))
            return True
        if line.bullet and titled[1] < line.end:
            self._column = line.indent
        above = self._outline.above(line)
        _titled(text, line, titled, above, self._lines[i + 1 : end], words, self._build)
        lead = titled[0].title.lower() in words.data.team_leads and not titled[0].number
        title = titled[0].title
        if self._build.current and title.lower() in words.data.leads_it:
            title = self._build.current.title  # "Lead" of a team
        elif self._build.current and self._build.current.title.startswith(f"{title} ("):
            title = self._build.current.title  # "Team lead (Porto)"
        self._outline.put(line, "" if line.depth and self._is_team(title) else title, leads=lead)
        return True

    def _leads(self, i: int, end: int) -> bool:
        """Take the lead of the team above, of whom no more is said ("Lead: Ida"), over or beside other seats, not names."""
        build, line = self._build, self._lines[i]
        span = Span(line.start, line.end)
        lead = lead_at(self._text, line.content, line.end, build.people) if build.heading else None
        beside = (one for one in self._lines[i + 1 : end] if one.bullet or one.row)
        if lead is None or not any(one.row or title_line(self._text, one, self._words) for one in beside):
            return False
        name, what, at = lead
        above, heading, team = self._outline.above(line), build.heading, (build.team, build.team_work)
        mention = Mention(what, at, line.end, line.content, line.end, None, "")
        build.open(mention, span, line.end, name, above, listed=True)
        build.heading, (build.team, build.team_work) = heading, team
        if build.current:
            build.current.beside = line.indent if line.bullet else -1
            self._outline.put(line, build.current.title, leads=True)
        return True

    def _led(self, i: int) -> bool:
        """Take a line that names a part of the organisation and who leads it, and no more: "Support – lead: Bo"."""
        line, below = self._lines[i], self._lines[i + 1] if i + 1 < len(self._lines) else self._lines[i]
        head = take_led(self._build, Span(line.start, line.end), line.content, self._outline.above(line))
        if head is not None:
            self._outline.head(line, head, over=below.bullet and not line.bullet)
        return head is not None

    def _labelled(self, i: int) -> bool:
        """Take a line with a name that no rule knows: over others, with a number, or before whoever does it."""
        build, line = self._build, self._lines[i]
        span, above = Span(line.start, line.end), self._outline.above(line)
        if self._led(i):
            return True
        seats = take_held_label(build, span, line.content, above) if line.bullet else False
        if seats and build.current:
            self._outline.put(line, build.current.title, leads=False)
        if seats or (
            (line.bullet or _TIMES.match(line.text)) and take_so_many(build, span, line.content, above)
        ):
            return True
        known = len(build.roles)
        if take_label(build, span, line.content, above):
            self._labels = line.indent if line.bullet else -1
            if line.bullet and build.current:
                build.current.beside = line.indent
            alone = len(build.roles) <= known + 1  # not "support = 9 agents + team lead"
            if alone and build.current and build.current.title.lower() in self._words.data.team_leads:
                self._outline.put(line, build.current.title, leads=True)
            return True
        return take_counted(build, span, line.content, above, listed=line.bullet)

    def _works(self, i: int, end: int) -> bool:
        """Take a line that names somebody and their work, beside others that do: "Mike, support" over "Ana, social"."""
        near = [self._lines[n] for n in (i - 1, i + 1) if 0 <= n < end]
        if not any(works_at(self._build, one.content, one.end) for one in near if one.text):
            return False
        line = self._lines[i]
        return take_held(self._build, Span(line.start, line.end), line.content, self._outline.above(line))

    def _bullet(self, line: Line, span: Span) -> bool:
        """Take a bullet: people and what they do, somebody of the team above, or what the role at hand does."""
        build, above = self._build, self._outline.above(line)
        if take_held(build, span, line.content, above) or take_member(build, span, line.content, above):
            return True
        told_first = build.work_first.told_first(line.content, line.end)
        elsewhere = build.people.named(line.start, line.end) or bool(told_first)
        beside = build.current is not None and build.current.beside == line.indent
        if (
            beside and not elsewhere
        ):  # "Queries go to an inbox. Two assistants answer it" is no work of the one above
            cut = sentences(self._text, line.content, line.end, load_rubrics().sections)
            elsewhere = any(subjects(self._text, *one, self._words)[0].mention for one in cut[1:])
            elsewhere |= any(build.work_first.after_work(line.content, line.end))
        if build.current is None or elsewhere:
            return False
        if line.indent == self._labels and begins_with_label(build, line.content, line.end):
            build.fact_or_left(span)  # "Weekend chat: whoever has time" is nobody's whom the line above names
            return True
        label = label_line(self._text, line, self._words) if line.indent == self._column else None
        take_bullet(build, label, span, line.content, line.indent)
        return True


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
    if rest == line.end and capitals_over(text, line, mention, below, words):
        build.begin_team(mention.title, span=span)
        return
    rest = line.end if words.about_teams.fullmatch(text, rest, line.end) else rest
    # One of a list or an outline with nobody under it heads no list.
    beside = (line.bullet or line.indent > 0) and not (below and below[0].indent > line.indent)
    team = (
        not beside
        and rest == line.end
        and (names_group(mention.title, words) or words.functions.fullmatch(mention.title))
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
