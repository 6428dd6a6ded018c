"""Advice for one role: what stays, what moves where and in which order, measures, a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor.roles.model import Advice, Line, Profile, Step

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics


def _keeper(profile: Profile, title_practice: str, rubrics: Rubrics) -> str:
    """Return the practice that keeps the seat: the primary one, or the title's where no practice leads."""
    if profile.primary in rubrics.practices:
        return profile.primary
    return title_practice if title_practice in rubrics.practices else "community"


def _moves(keeper: str, profile: Profile, lines: Sequence[Line], rubrics: Rubrics) -> tuple[Step, ...]:
    family_of = {p.practice: p.family for p in rubrics.data.practices}
    steps: list[Step] = []
    for move in sorted(rubrics.data.advice.moves, key=lambda m: m.order):
        family = family_of[move.practice]
        if move.practice == keeper or family == family_of.get(keeper):  # type: ignore[call-overload]
            continue
        evidence = tuple(
            i
            for i, line in enumerate(lines)
            if line.kind in ("duty", "measure") and move.practice in line.practices and keeper not in line.practices
        )
        if evidence and (family in profile.present or (family is None and len(evidence) >= 2)):
            steps.append(Step(len(steps) + 1, move.practice, move.to, move.why, evidence))
    return tuple(steps)


def _title(title: str, keeper: str, profile: Profile, title_practice: str, rubrics: Rubrics) -> tuple[str, str]:
    say = rubrics.data.advice.titles
    better = rubrics.practices[keeper].titles[0]  # type: ignore[index]
    if profile.primary in ("outside", "unclear"):
        return "", ""
    if not title:
        return better, say.missing.format(better=better, title="")
    if title_practice == keeper:
        return title, say.keep.format(better=better, title=title)
    return better, say.change.format(better=better, title=title)


def advice_of(
    lines: Sequence[Line], profile: Profile, title: str, title_practice: str, org_size: int | None, rubrics: Rubrics
) -> Advice:
    """Return what to do with this role."""
    rules = rubrics.data.advice
    if profile.primary in ("outside", "unclear"):
        said = rules.summaries.outside if profile.primary == "outside" else rules.summaries.unclear
        return Advice(said, (), "", (), (), "", "", ())
    keeper = _keeper(profile, title_practice, rubrics)
    practice = rubrics.practices[keeper]  # type: ignore[index]
    small = org_size is not None and org_size <= rubrics.data.scoring.small_org
    moves = _moves(keeper, profile, lines, rubrics)
    said = rules.summaries.focused
    if profile.bundled:
        said = rules.summaries.bundled_small if small else rules.summaries.bundled
    stays = tuple(i for i, line in enumerate(lines) if line.kind == "duty" and keeper in line.practices)
    better, why = _title(title, keeper, profile, title_practice, rubrics)
    return Advice(
        summary=said.format(practice=practice.name.lower(), job=practice.job),
        stays=stays,
        stays_why=rules.stays[keeper],  # type: ignore[index]
        moves=moves,
        measures=practice.measures,
        title=better,
        title_why=why,
        two_hats=rules.two_hats.steps if small and profile.bundled else (),
    )
