"""The way through: text → lines → signals → profile → findings → advice, one pure function."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from advisor.advice.role import advice_of
from advisor.errors import InputError
from advisor.matching.fold import fold
from advisor.matching.matcher import NOTHING, TitleRead
from advisor.rubrics.loader import Rubrics, load_rubrics
from advisor.rubrics.models import PRACTICES
from advisor.text.extract import check_paste
from advisor.text.language import mostly_foreign
from advisor.text.lines import split
from advisor.text.quoting import unquoted

from .branch import branch_of
from .contrasts import contrasts_of
from .findings import Facts, findings_of
from .model import HeadingSpan, Line, RoleAnalysis
from .profile import profile_of
from .reading import CueTable, Read, read_lines, signals_of
from .titles import other_titles, title_in, title_lines
from .verdict import verdict_of

MAX_ORG_SIZE = 10_000_000
MAX_TITLE = 200


@lru_cache(maxsize=8)
def _table(rubrics: Rubrics) -> CueTable:
    return CueTable(rubrics)


def _friend(
    reads: Sequence[Read], lines: Sequence[Line], title: str, promised: TitleRead, rubrics: Rubrics
) -> tuple[str, dict[str, tuple[int, ...]]]:
    """Return the false friend with most distinct patterns found (enough of them), and every friend's lines.

    A friend without work needs a text that asks for next to none, and a title that names no job or names the friend.
    """
    duties = sum(line.is_work for line in lines)
    idle = duties < rubrics.data.scoring.minimum_lines and not any(
        practice in PRACTICES for line in lines for practice in line.practices
    )
    named = {id_ for id_, _ in rubrics.matcher.line(fold(title)).friends}
    seen: dict[str, set[int]] = {}
    where: dict[str, list[int]] = {}
    for i, read in enumerate(reads):
        for id_, number in read.hits.friends:
            seen.setdefault(id_, set()).add(number)
            where.setdefault(id_, []).append(i)
    enough = {
        f.id: tuple(dict.fromkeys(where[f.id]))
        for f in rubrics.data.false_friends
        if len(seen.get(f.id, ())) >= f.needs
        and (
            not f.no_work
            or (idle and (not promised.rule or (f.id in named and promised.practice not in PRACTICES)))
        )
    }
    best = max(enough, key=lambda id_: len(seen[id_]), default="")
    return best, enough


def _check(text: str) -> None:
    """Refuse a text that cannot be read; an empty one in words that fit a box as well as a program."""
    try:
        check_paste(text)
    except InputError as error:
        if error.code != "empty":
            raise
        next_step = "Paste a job description, or choose a file."
        raise InputError("empty", "There is no text to read.", next_step, error.status) from None


def check_org_size(given: object) -> None:
    """Raise InputError (org-size) for what is no whole number of people that an organisation can have. None may be."""
    if given is None:
        return
    if not isinstance(given, int) or isinstance(given, bool) or not 1 <= given <= MAX_ORG_SIZE:
        raise InputError(
            "org-size",
            f"The size of the organisation must be a whole number from 1 to {MAX_ORG_SIZE:,}.",
            "Give the number of people who work there, or leave it out.",
        )


def analyze_role(
    text: str, *, title: str | None = None, org_size: int | None = None, rubrics: Rubrics | None = None
) -> RoleAnalysis:
    """Read one job description.

    ``text``: the ad as given; all offsets in the result index it. ``title``: the role's title; taken from the
    text's first lines when None or blank. ``org_size``: people in the organisation, 1 or more; a small one gets
    softer findings. Raises :class:`advisor.errors.InputError` when the text cannot be used (empty, too large,
    binary), when the title is longer than 200 characters or the size is not a sensible number.
    """
    _check(text)
    check_org_size(org_size)
    if title is not None and len(title) > MAX_TITLE:
        raise InputError("title-too-long", f"The title is longer than {MAX_TITLE} characters.", "Shorten it.")
    rubrics = rubrics or load_rubrics()
    table, titles = _table(rubrics), rubrics.titles
    plain = unquoted(text)
    pieces = split(plain, rubrics.sections)
    title = (title or "").strip() or title_in(plain, pieces, titles)
    promised = titles.read(title)
    title_practice = promised.practice
    away = mostly_foreign(text)
    reads = read_lines(plain, pieces, rubrics, title_lines(plain, pieces, title, titles))
    if away:  # "Instagram" and "community" stand in ads of any language: what they seem to say is chance
        reads = [Read(read.raw, read.kind, NOTHING) for read in reads]
    lines = signals_of(reads, table, rubrics, promised)
    friend, friends = _friend(reads, lines, title, promised, rubrics)
    words = len(text.split())
    profile = profile_of(lines, words, promised, friend, rubrics, foreign=away)
    if profile.primary != "outside":
        friend, friends = "", {}
    elif friend:  # its title leads to no practice, and the words that both share are the other profession's
        again = signals_of(reads, table, rubrics, TitleRead("outside", "", 1.0))
        anew = profile_of(again, words, promised, friend, rubrics)
        if anew.primary == "outside":
            lines, profile = again, anew
    found = next((f for f in rubrics.data.false_friends if f.id == friend), None)
    others = other_titles(plain, pieces, title, titles)
    headings = [plain[h.start : h.end] for h in pieces.headings]
    evidence, said = _evidence(plain, reads, lines, title, headings, rubrics)
    evidence |= friends
    established = any(rule.id == promised.rule and rule.established for rule in rubrics.data.titles)
    facts = Facts(
        profile,
        title,
        title_practice,
        org_size,
        lines,
        evidence,
        found,
        away,
        established,
        said,
        others,
        branch_of(profile.primary, lines, rubrics),
    )
    headline, subline = verdict_of(facts, rubrics)
    findings = findings_of(facts, rubrics)
    return RoleAnalysis(
        rubrics=rubrics.version,
        text=text,
        title=title,
        title_practice=title_practice,
        org_size=org_size,
        lines=lines,
        headings=tuple(HeadingSpan(h.start, h.end, h.section) for h in pieces.headings),
        profile=profile,
        contrasts=contrasts_of(reads, lines, rubrics),
        findings=findings,
        advice=advice_of(facts, rubrics, findings=bool(findings)),
        headline=headline,
        subline=subline,
        foreign=away,
    )


def _evidence(
    text: str,
    reads: Sequence[Read],
    lines: Sequence[Line],
    title: str,
    headings: Sequence[str],
    rubrics: Rubrics,
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[str, ...]]]:
    """Map each cue and mark that counts to its lines, and each mark to its words.

    Marks may also stand in the title or in a heading, which are no lines.
    """
    found: dict[str, list[int]] = {}
    said: dict[str, list[str]] = {}
    marks = rubrics.marks
    for i, (read, line) in enumerate(zip(reads, lines, strict=True)):
        for signal in line.signals:
            found.setdefault(signal.cue, []).append(i)
        for hit in read.hits.marks:
            mark = marks[hit.id]
            if "lines" in mark.where and (not mark.kinds or read.kind in mark.kinds):
                found.setdefault(hit.id, []).append(i)
                said.setdefault(hit.id, []).append(text[line.start + hit.start : line.start + hit.end])
    for place, words in (("title", title), *(("headings", heading) for heading in headings)):
        for hit in rubrics.matcher.line(fold(words)).marks:
            if place in marks[hit.id].where:
                found.setdefault(hit.id, [])
                said.setdefault(hit.id, []).append(words[hit.start : hit.end])
    return (
        {id_: tuple(dict.fromkeys(where)) for id_, where in found.items()},
        {id_: tuple(" ".join(w.split()) for w in words) for id_, words in said.items()},
    )
