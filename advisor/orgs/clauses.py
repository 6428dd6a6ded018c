"""Lines of prose → each clause is given to the role that it is about, kept as a fact, or left."""

from __future__ import annotations

import re

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences

from .assemble import Builder
from .counts import take_counted
from .details import details
from .lines import Line
from .mentions import mentions
from .model import Span
from .people import NAMES, ONE_NAME
from .prose import subjects
from .seat import Seat, work_of_title
from .terms import Vocabulary
from .vocabulary import names_group, several
from .weeks import take_weeks
from .words import WORD, first_name, names_in, plain

# "Our “community team” is in fact two people: Mirjam runs …"
_TEAM_IS = re.compile(
    r"\W*(?:(?:our|the)\s+)?[\"“]?([\w&-]+(?:\s[\w&-]+){0,3}?)[\"”]?\s+(?:is|are|means|consists\s+of)\s+(?:(?!\d)[a-z]+\s+){0,3}?(?=\w+\s(?:people|persons|colleagues)\b)",
    re.IGNORECASE,
)
_ALL_REPORT = re.compile(
    r",\s+(?:and\s+)?(?:all|both)\s+(?:of\s+(?:them|whom)\s+)?(?:report|answer)\w*\s+(?:in)?to\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*no\s+(?=\w)", re.IGNORECASE)
_TEAM = re.compile(
    rf"\W*(?:(?:[Oo]ur|[Tt]he)\s+)?(?:(?:whole|entire|complete)\s+)?[Tt]eam(?:\s*:|\s+(?:is|are))\s+(?:just\s+|only\s+)?({NAMES.pattern})[\s.!]*(?:$|(?<=[.!\s])(?=\Z))",
    re.MULTILINE,
)
_COLON = re.compile(r"\s*(?::|\s[–—-])\s+")
_BOTH = re.compile(r"\W*+(?:they\s+|the two\s+)?(?:both\b|(all\b|everyone\b|everybody\b))", re.IGNORECASE)
_ALL, _PARTS = re.compile(r"\s+(?:all|both)\s*\Z"), re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_MOST_PARTS = 8  # seats that one sentence names
_EXCEPT = re.compile(r"\b(?:except(?:\s+for)?|apart\s+from|other\s+than)\s+")
_TO_THE_STOP = re.compile(r"[^.\n]*")


def take_prose(text: str, line: Line, words: Vocabulary, build: Builder, *, fresh: bool) -> None:
    """Give what a line of prose says to whom it is about; ``fresh``: it begins a block."""
    if not line.bullet:
        build.begin_team("")
    for start, end in sentences(text, line.start, line.end, load_rubrics().sections):
        first = line.content if start == line.start else start
        if take_weeks(build, start, end) or take_counted(build, Span(start, end), first, "", listed=False):
            continue
        if judged := words.all_measured.match(text, start, end):
            build.measures.append((judged["what"], Span(start, end)))
            continue
        if _no_role(build, start, end) or _team_by_name(build, start, end):
            continue
        report = words.reports.search(text, start, end)
        if (
            report
            and not _BOTH.match(text, start, end)
            and _report_together(text, Span(start, end), report, words, build)
        ):
            continue
        begin = _leads_those(build, start, end)
        if team := team_is(build, start, end):
            build.begin_team(team[0], span=Span(start, team[1]))
            begin = team[1]
        leader, known = build.current, list(build.roles.values())
        for subject in subjects(text, begin, end, words) if begin < end else ():
            if subject.back and leader is not None:
                build.current = leader
                build.add(Span(subject.start, subject.end), subject.start)
                continue
            named = build.clauses(subject.start, subject.end)
            mention = subject.mention
            if mention in [one.mention for one in named if one.duty]:
                mention = None  # "Support by the office manager": the work stands before
            if mention is not None:
                named = [one for one in named if one.start > mention.start]
            stop = named[0].start if named else subject.end
            span, under = Span(subject.start, stop), ""
            if mention is not None and stop >= mention.after:
                leader = build.current
                above = leader.title if leader and subject.managed else ""
                build.open(mention, span, mention.after, subject.name, above, second=subject.second)
                helps = build.current and not work_of_title(build.current.title)
                if leader and above and build.current and helps and subject.start < mention.before:
                    build.current.shares = tuple(leader.duties[-1:])  # "runs the desk with two agents"
            elif mention is None and (lead := build.people.leads_at(subject.start, subject.end)):
                build.person((lead,), span, subject.end)  # "Anna leads" the team that follows
            elif named and (led := words.below.fullmatch(text, subject.start, stop)):
                under = build.boss(led["who"])  # "Under her sits Tom": no stretch of its own
                named[0] = named[0]._replace(start=subject.start)
            elif text[subject.start : stop].strip(" ,;:"):
                _go_on(text, span, words, build, fresh=fresh and begin == line.start)
            ends = [each.start for each in named[1:]] + [subject.end]
            for who, until in zip(named, ends, strict=False):
                build.clause(who, Span(who.start, until), under)
        if report and _ALL_REPORT.search(
            text, start, report.end()
        ):  # "…, all reporting to the Head of Digital"
            boss = details(text, report.start(), end, words).reports_to
            for role in [one for one in build.roles.values() if one not in known]:
                role.reports_to = role.reports_to or boss


def _no_role(build: Builder, start: int, end: int) -> bool:
    """Take "No moderators, we use a filter", a role that there is not; return whether it is that."""
    none = _NO.match(build.text, start, end)
    named = mentions(build.text, none.end(), end, build.words)[:1] if none else []
    if not none or not named or named[0].before > none.end() or build.clauses(start, end):
        return False
    build.nobody(Span(start, end))
    return True


def _team_by_name(build: Builder, start: int, end: int) -> bool:
    """Take "Our team: Sarah and Bo.", all of a team by name; return whether it is that."""
    found = _TEAM.match(build.text, start, end)
    names = names_in(found[1]) if found else ()
    if not found or not all(map(build.people.is_name, names)):
        return False
    for name in names:
        build.person((name,), Span(start, end) if name == names[0] else Span(end, end), end)
    return True


def team_is(build: Builder, start: int, end: int) -> tuple[str, int] | None:
    """Return the team that "Our community team is in fact two people:" names before those people, and where they begin."""
    found = _TEAM_IS.match(build.text, start, end)
    heads = build.words.heads_in.match(build.text, found.end(), end) if found else None
    colon = _COLON.match(build.text, heads.end(), end) if heads else None
    who = ONE_NAME.match(build.text, colon.end(), end) if colon else None
    if not (found and colon and who and build.people.is_name(who[0]) and names_group(found[1], build.words)):
        return None
    return (found[1], colon.end()) if build.people.find(colon.end(), end) else None


def _leads_those(build: Builder, start: int, end: int) -> int:
    """Put who "leads them" over those read last, who are several; return where what is left of the sentence begins."""
    found, led = build.words.leads_those.match(build.text, start, end), build.current
    if not found or not led or not build.people.is_name(found["who"]):
        return start
    if not (several(led.title, build.words) or (led.count or 1) > 1):
        return start
    led.reports_to = led.reports_to or found["who"]
    rest = build.text[found.end() : end].strip(" .;")
    if rest and not rest.startswith("with "):
        return start  # "and writes the newsletter" is read with its subject
    build.person((found["who"],), Span(start, found.end()), found.end())
    for mention in mentions(build.text, found.end(), end, build.words)[:1]:  # "with five dispatchers"
        build.open(mention, Span(found.end(), end), mention.after, "", found["who"])
    return end


def _go_on(text: str, span: Span, words: Vocabulary, build: Builder, *, fresh: bool) -> None:
    """Give a stretch that names no role to the role at hand, if it is about that one."""
    both, report = _BOTH.match(text, span.start, span.end), words.reports.search(text, span.start, span.end)
    if both and report:
        whole = _TO_THE_STOP.match(text, report.end())
        stop = whole.end() if whole else span.end
        but = _EXCEPT.search(
            text, report.end(), stop
        )  # "All report to Olga, except Max, who reports to the COO"
        told = Span(span.start, but.start() if but else span.end)
        boss = text[report.end() : told.end].strip(" ,\t\n")
        held = build.names.begins(boss)  # who is named there does not report to themselves
        others = [r for r in build.roles.values() if r is not held and r.title.lower() not in boss.lower()]
        if but:
            apart = [r for r in others if _named_in(r, text[but.end() : stop])]
            others = [r for r in others if r not in apart]
            if theirs := words.reports.search(text, but.end(), stop):
                for role in apart:
                    role.say(text, Span(theirs.start(), stop), stop, words)
        if both[1] and not build.roles:
            build.over_all = details(text, *told, words).reports_to, told
        pair = others and others[-1].count == 2  # "Two assistants answer it. Both report to Ana."
        for role in others[None if both[1] else -1 if pair else -2 :]:
            role.say(text, told, told.end, words)
        if not (others or build.over_all):
            build.fact_or_left(told)
        return
    if report and _report_together(text, span, report, words, build):
        return
    own = build.current is not None and (
        words.pronouns.match(text, span.start, span.end)
        or build.is_name(text[span.start : span.end])
        or (not fresh and words.measured.search(text, span.start, span.end))
        or (several(build.current.title, words) and words.all_of_them.search(text, span.start, span.end))
        or (not fresh and _begins_with_work(text, span, words))
    )
    if own:
        build.add(span, span.start)
    else:
        build.fact_or_left(span)


def _report_together(text: str, span: Span, report: re.Match[str], words: Vocabulary, build: Builder) -> bool:
    """Take "Customer Care and Fraud & Safety all sit under the COO", of seats read before; return whether it is that."""
    said = _ALL.sub("", text[span.start : report.start()])
    parts = [part.strip(" .,;:-*•").removeprefix("the ").removeprefix("The ") for part in _PARTS.split(said)]
    seats = [_seat_titled(part.lower(), build) for part in parts]
    if not parts or not all(seats) or len(parts) > _MOST_PARTS:
        return False
    for seat in filter(None, seats):
        seat.say(text, span, span.end, words)
    return True


def _seat_titled(said: str, build: Builder) -> Seat | None:
    """Return the only seat whose title is ``said``, or begins or ends with it, or whose holder it names."""
    if held := build.names.holder(said):
        return held
    seats = [role for role in build.roles.values() if said and role.title.lower() == said]
    seats = seats or [
        role
        for role in build.roles.values()
        if said and (role.title.lower().startswith(f"{said} ") or role.title.lower().endswith(f" {said}"))
    ]
    return seats[0] if len(seats) == 1 else None


def _named_in(role: Seat, said: str) -> bool:
    """Whether a stretch names a seat by its title or by who sits there."""
    words = {plain(word) for word in WORD.findall(said)}
    names = {plain(first_name(name)) for name in (role.name, *role.people) if name}
    return bool(names & words) or role.title.lower() in said.lower()


def _begins_with_work(text: str, span: Span, words: Vocabulary) -> bool:
    """Whether a stretch goes on without a subject: "Owns brand and paid ads."."""
    first = WORD.match(text, span.start, span.end)
    said = first[0].lower() if first else ""
    after = WORD.match(text, first.end() + 1, span.end) if first else None
    if after and after[0].lower() in words.no_object:
        return False  # "Reports of abuse go …"
    return said in words.verbs or (said.endswith("s") and said in words.person_verbs)
