"""Advice for one role: what stays, what moves where and in which order, measures, a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor.roles.findings import Facts, evidence_of, holds
from advisor.roles.model import Advice, Step
from advisor.roles.spoken import spoken

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Move


def _evidence(move: Move, keepers: Sequence[str], facts: Facts, rubrics: Rubrics) -> tuple[int, ...]:
    """Return the lines that ``move`` takes out of a role that stays with ``keepers``; none when it does not apply."""
    if move.when is not None:
        marked = evidence_of(move.when, facts, rubrics) if holds(move.when, facts, rubrics) else set()
        return tuple(i for i in sorted(marked) if facts.lines[i].is_work)
    family_of = rubrics.family_of
    family = family_of[move.practice]
    if family in {family_of[keeper] for keeper in keepers}:
        return ()
    asked = [i for i, line in enumerate(facts.lines) if line.is_work and move.practice in line.practices]
    own = [i for i in asked if not _shared(i, keepers, facts)]
    # Work of another practice that stands in no line of its own moves with the lines that it shares.
    spared = {i for mark in move.spares for i in facts.evidence.get(mark, ())}
    lines = tuple(i for i in own if i not in spared)
    if family and not lines:
        duties = [i for i in asked if facts.lines[i].kind == "duty"]
        lines = tuple(i for i in duties or asked if i not in spared)
    # One line of another department's work is normal; so is a neighbour that is too small to be present.
    heavy = any(i in facts.evidence.get(mark, ()) for mark in move.alone for i in lines)
    enough = (
        heavy or family in facts.jobs(rubrics)
        if family
        else len(lines) >= rubrics.data.scoring.practice_lines
    )
    return lines if enough else ()


def _shared(line: int, keepers: Sequence[str], facts: Facts) -> bool:
    """Whether a line also asks for what stays."""
    return bool(set(keepers) & set(facts.lines[line].practices))


def _moves(keepers: Sequence[str], facts: Facts, rubrics: Rubrics) -> tuple[Step, ...]:
    """Return the moves in their order; no two for the same lines.

    Hours and targets that are all there is of a practice move as such; those that are part of it move with the rest.
    """
    moves = sorted(rubrics.data.advice.moves, key=lambda m: m.order)
    found = [(move, lines) for move in moves if (lines := _evidence(move, keepers, facts, rubrics))]
    shared = {i for i in range(len(facts.lines)) if _shared(i, keepers, facts)}
    marked = [(m.practice, lines) for m, lines in found if m.when is not None and not shared & set(lines)]
    found = [(m, lines) for m, lines in found if m.when is not None or (m.practice, lines) not in marked]
    parts = [(move, set(lines)) for move, lines in found if move.when is not None]
    leaving = {i for move, lines in found if move.when is None for i in lines} - shared
    found = [(move, lines) for move, lines in found if move.when is None or not leaving.issuperset(lines)]

    def rank(step: tuple[Move, tuple[int, ...]]) -> int:
        # A queue that takes the nights along goes as early as the nights.
        move, lines = step
        along = [m.order for m, part in parts if part <= set(lines)]
        return min([move.order, *along])

    return tuple(
        Step(order, move.practice, move.to, move.why, lines, move.what)
        for order, (move, lines) in enumerate(sorted(found, key=rank), 1)
    )


def _title(keeper: str, facts: Facts, rubrics: Rubrics, *, bundled: bool) -> tuple[str, str]:
    """Return the title to use, and why."""
    say, practice = rubrics.data.advice.titles, rubrics.practices[keeper]  # type: ignore[index]
    title, grade = facts.title, facts.title.lower().split()
    # Of the practice's titles the one at the same grade (lead, specialist …), else the most usual.
    titles = (facts.branch or practice).titles
    better = next((t for t in titles if t.lower().split()[-1] in grade), titles[0])
    if "mark.head-title" in facts.evidence and practice.practice in say.heads:
        # A head of several is one of the fields that is left, never a manager below it.
        said = title.lower()
        rank = next((r for r in say.ranks if re.search(rf"\b{r.lower()}\b", said)), "")
        better = f"{rank} of {say.heads[practice.practice]}" if rank else better
    if not title:
        why = say.missing
    elif facts.title_practice == keeper or facts.established:
        beside = say.established_beside if facts.lead(rubrics) == "beside" else say.established
        keep = say.keep_part if bundled and facts.lead(rubrics) != "tied" else say.keep
        better, why = spoken(title, rubrics), beside if facts.established else keep
    else:
        why = say.change if facts.profile.mismatch else say.vague
    name, lead = practice.name.lower(), rubrics.data.advice.leads[facts.lead(rubrics)]
    work = lead.work.format(ask=name)
    shown = better if facts.title_practice == keeper or facts.established else spoken(title, rubrics)
    return better, why.format(better=better, title=shown, practice=name, says=lead.title, work=work)


def advice_of(facts: Facts, rubrics: Rubrics, *, findings: bool) -> Advice:
    """Return what to do with this role. Without one of the five practices in the lead it is one sentence.

    ``findings``: whether there is anything to settle, which the summary then mentions.
    """
    rules, profile = rubrics.data.advice, facts.profile
    if profile.primary not in rubrics.practices:
        said = rules.summaries.unclear if profile.primary == "unclear" else rules.summaries.outside
        if facts.foreign:
            said = rules.summaries.language
        return Advice(said, (), "", (), (), "", "", (), ())
    keeper = profile.primary
    practice, branch = rubrics.practices[keeper], facts.branch
    bundled = profile.bundled and len(facts.jobs(rubrics)) > 1
    two_hats = facts.small(rubrics) and bundled
    hats = facts.hats(rubrics) if two_hats else (keeper,)
    moves = _moves(hats, facts, rubrics)
    if bundled:
        tied = rules.summaries.bundled_tied if facts.rivals(rubrics) else rules.summaries.bundled
        said = rules.summaries.bundled_small if two_hats else tied if moves else rules.summaries.bundled_stays
        if any(step.practice != "other" and _shared(i, hats, facts) for step in moves for i in step.lines):
            said += rules.summaries.shared
    else:
        said = rules.summaries.focused_moves if moves else rules.summaries.focused
        if facts.lead(rubrics) == "beside" and all(step.practice == "other" for step in moves):
            said = rules.summaries.focused_beside
        if profile.mismatch:
            said = rules.summaries.retitle
        if not profile.duties:
            said = rules.summaries.unclear
    moved = {i for step in moves for i in step.lines}
    stays = tuple(
        i for i, line in enumerate(facts.lines) if line.kind == "duty" and line.practices and i not in moved
    )
    better, why = _title(keeper, facts, rubrics, bundled=bundled)
    names = [rubrics.practices[hat].name.lower() for hat in hats]  # type: ignore[index]
    hours = rules.two_hats.hours_community if "community" in hats else rules.two_hats.hours
    steps = (hours.format(first=names[0], second=names[-1]), *rules.two_hats.steps)
    order = rules.summaries.order[len(moves) > 1]
    return Advice(
        summary=said.format(
            practice=practice.name.lower(),
            job=(branch or practice).job.split(" ", 1)[-1],
            second=names[-1],
            rest=rules.summaries.rest.format(order=order) if moves else "",
            order=order,
            settle=rules.summaries.settle if findings else "",
        ),
        stays=stays,
        stays_why=branch.stays if branch else rules.stays[practice.practice],
        moves=moves,
        measures=(branch or practice).measures,
        title=better,
        title_why=why,
        two_hats=steps if two_hats else (),
        hats=tuple(hats),
    )
