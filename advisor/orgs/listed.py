"""Lines that name work and then who does it ("Support: Tom and Ben"), and people listed by name below a team."""

from __future__ import annotations

import re

from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.wording import joined

from .assemble import Builder
from .brackets import heads_in_bracket
from .doers import Doer
from .mentions import Mention
from .model import Fact, Span
from .people import People
from .teams import member_at
from .terms import Vocabulary
from .verbs import names_work
from .vocabulary import names_group, several

_BY = re.compile(r"(?:[\w-]+\s+){0,3}?(?:by|to|between|with)\s+", re.IGNORECASE)
_PLUS = re.compile(r"[^,;.\n]{0,40}(?:\+|\band\b)\s*")  # "6 FTE policy + 3 FTE investigations"
_IN_HOUSE = re.compile(r"\W*in-?house,?\s+", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:$|[.,;:(–—+&-]|(?:and|for)\b)")
_OWN = re.compile(r"\(([^()\n]{2,40})\)\s*\Z")
_WHO = re.compile(r"\s+(?:who\s+)?")


def take_function(build: Builder, work: Mention, span: Span, rest: int, above: str) -> None:
    """Take a line that names work and then, perhaps, who does it: "Support: Tom and Ben", "Moderation: volunteers"."""
    rest += len(build.text[rest : span.end]) - len(build.text[rest : span.end].lstrip(" \t*_"))
    if build.words.absent.nobody.match(build.text, rest, span.end):
        build.nobody(span)
        return
    while said := build.words.answers.match(build.text, rest, span.end):  # "Social: mostly Amara"
        rest = said.end()
    if vacant := build.words.absent.vacant_beside.search(build.text[rest : span.end]):  # "3 FTE + 1 vacancy"
        begin = rest + vacant.start()
        build.facts.append(Fact("vacancy", build.text[begin : span.end].strip(" ,+&"), Span(begin, span.end)))
        span = Span(span.start, begin)
    by = _BY.match(build.text, rest, span.end)
    outside = build.words.outsourced.match(build.text, rest, span.end)  # "outsourced to HelpForge (6 FTE)"
    doers = [] if outside else build.doers.several(by.end() if by else rest, span.end)
    last = doers[-1].end if doers else rest
    named = bool(doers) and not doers[0].department and bool(doers[0].names)
    if not doers or not (named or closes(build, last, span.end)):
        number, rest = _counted(build, rest, span.end)
        number = number or work.number or heads_in_bracket(build.text, work.after, rest, build.words)
        if number is None and (heads := build.words.heads_behind.search(build.text, rest, span.end)):
            number = float(heads[1])
        build.open(work._replace(number=number), span, rest, "", above)
        return
    apart = len(doers) > 1 and any(doer.alone for doer in doers)
    if apart:  # "Social media: Ole (100%), Svea (50%)"
        doers = [doer._replace(names=(name,)) for doer in doers for name in doer.names or ("",)]
    people = [name for doer in doers if not (doer.department or doer.mention or apart) for name in doer.names]
    start = span.start
    known = build.names.holder(people[0]) if len(people) == 1 else None
    if known and (known.count or 1) <= 1:  # "Bans: Bo", who leads support: one person has both
        rest = doers[0].end
        end = span.end if len(doers) == 1 else rest
        build.person((people[0],), Span(start, end), rest, build.text[work.start : work.end])
        people, doers, start = [], doers[1:], rest
    if people:
        ends = [doer.end for doer in doers if not (doer.department or doer.mention or apart)]
        others = [doer for doer in doers if doer.mention or doer.department]
        if others and max(ends) < others[0].end:  # "Support: Lou + 4 agents"
            last = max(ends)
        alone = joined([name for name in people if name != build.words.data.writer])
        number = float(len(people)) if len(people) > 1 else None
        build.open(
            work._replace(number=number, counted=str(len(people)), after=last),
            Span(start, last if others else span.end),
            last,
            alone,
            above,
            duty=build.text[work.start : work.end],
        )
        if build.current is not None and build.words.data.writer in people:
            build.hold_writer(build.current)
        start = last
    rest_of = [doer for doer in doers if doer.mention or doer.department or apart]
    for doer in rest_of:
        end = span.end if doer is rest_of[-1] else doer.end
        _take_doer(build, build.text[work.start : work.end], doer, Span(start, end), above)
        start = end


def _take_doer(build: Builder, work: str, doer: Doer, span: Span, above: str) -> None:
    """Take one of those who do some work by a title, or with a bracket of their own."""
    promised = load_rubrics().titles.read(doer.mention.title).practice if doer.mention else ""
    duty, mention = work, doer.mention
    own = _OWN.search(build.text[span.start : doer.end]) if doer.alone else None
    if own and names_work(own[1], 0, build.words):  # "Marketing: Ben (social), Jo (community)"
        duty = own[1] if _elsewhere(work, build.words) else f"{work}, {own[1]}"
    if promised in PRACTICES:  # "Community: 2 moderators"
        duty = ""
    elif (
        mention
        and not doer.names
        and (" " not in mention.title or mention.title.lower() in build.words.data.counted)
    ):  # "Support: 5 agents", "Social: 1 manager"
        mention = mention._replace(title=f"{work} {mention.title.lower()}")
    names = tuple(filter(None, doer.names))
    who = People(names, span.start, doer.does or doer.end, doer.department, duty, mention)
    build.clause(who, span, above)


def _elsewhere(work: str, words: Vocabulary) -> bool:
    """Whether some work is of none of the practices, such as marketing."""
    practice = next((p for name, p in words.data.functions.items() if name == work.lower().strip()), "")
    return practice not in PRACTICES


def closes(build: Builder, at: int, end: int) -> bool:
    """Whether somebody's words end at ``at``: there is no more, more of another kind, or who leads them."""
    who = _WHO.match(build.text, at, end)
    led = who and build.words.reports.match(build.text, who.end(), end)
    return bool(led or _CLOSES.match(build.text, at, end))


def take_holders(build: Builder, title: Mention, span: Span, rest: int, above: str) -> bool:
    """Take a title that several hold, each with a size of their own; return whether they do: "Hosts: Ann (32h), Bob (24h)"."""
    rest += len(build.text[rest : span.end]) - len(build.text[rest : span.end].lstrip())
    doers = build.doers.several(rest, span.end) if several(title.title, build.words) else []
    named = len(doers) > 1 and all(doer.names and not doer.department for doer in doers)
    if not named or not any(doer.alone for doer in doers) or build.text[doers[-1].end : span.end].strip(" ."):
        return False
    if names_group(title.title, build.words):  # "Support Team: Jas (lead), Malin": one seat
        names = [name for doer in doers for name in doer.names]
        whole = title._replace(number=title.number or float(len(names)), counted="", after=doers[-1].end)
        build.open(whole, span, doers[-1].end, joined(names), above, listed=True)
        return True
    begin = span.start
    for doer in doers:
        for name in doer.names:
            one = title._replace(number=None, after=doer.end)
            build.open(one, Span(begin, doer.end), doer.does or doer.end, name, above, listed=True)
            begin = doer.end
    return True


def _counted(build: Builder, at: int, end: int) -> tuple[float | None, int]:
    """Return how many people stand first behind work, all parts of them, and where the rest begins: "6 FTE, …"."""
    house = _IN_HOUSE.match(build.text, at, end)  # "Social: in-house, 2 people"
    first = build.words.heads_first.match(build.text, house.end() if house else at, end)
    if first is None:
        return None, at
    number, last = build.words.number(first[1] or first[2]), first
    for one in build.words.heads_in.finditer(build.text, first.end(), end):
        if not _PLUS.fullmatch(build.text, last.end(), one.start()):
            break
        number, last = number + build.words.number(one[1]), one
    return number, at if last is not first else last.end()


def take_member(build: Builder, span: Span, start: int, above: str) -> bool:
    """Take a bullet below a team's name that begins with somebody's name; return whether it is one."""
    found = member_at(build.text, start, span.end, build.people) if build.team or build.team_work else None
    if found is None or build.names.holder(found.name):
        return False
    team = build.team
    if found.bare and team and not team.duties and several(team.title, build.words):
        team.one_more(found.name, span)
        build.names.hold(found.name, team)
        return True
    build.person((found.name,), span, found.does, above=above)
    if build.current and build.team_work and not build.current.duties:
        build.current.duties = [build.team_work]
    return True
