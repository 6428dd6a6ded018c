"""Why the verdict is no better, in a sentence: each closed gate as what everybody says, or as what some of them say."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.rubrics.models.readiness import Gate
from advisor.rubrics.models.readiness_says import Says, counted

from .combine import ItemAnswers
from .model import NOT_APPLICABLE, ClosedGate

_SHOWN = 2  # reasons told in full


def by_some(answers: ItemAnswers, opens_at: int) -> tuple[int, int]:
    """Return how many people's answers close the gate, and of how many people to whom the question applies."""
    people = [g for g in answers.given if g.answer != NOT_APPLICABLE]
    low = sum(g.people for g in people if isinstance(g.answer, int) and g.answer < opens_at)
    return low, sum(g.people for g in people)


def reason(gate: Gate, answers: ItemAnswers, opens_at: int, says: Says) -> tuple[str, bool]:
    """Return what closes a gate, for the middle of a sentence, and whether somebody says otherwise.

    Who doesn't know says nothing else: there is nothing to settle with them.
    """
    low, people = by_some(answers, opens_at)
    if low == people:
        return gate.says, False
    otherwise = any(isinstance(g.answer, int) and g.answer >= opens_at for g in answers.given)
    return counted(says.some, str(low), total=str(people), says=gate.says), otherwise


def together(gates: Sequence[ClosedGate], says: Says) -> str:
    """Return the reasons in one sentence's middle: the first two, how many more, and what to settle first."""
    shown = [g.says for g in gates[:_SHOWN]]
    if some := [at for at, g in enumerate(gates[:_SHOWN]) if g.some]:
        shown[some[-1]] = says.settle[len(some) > 1].format(reason=shown[some[-1]])
    if len(gates) > _SHOWN:
        return says.more.format(reasons=", ".join(shown), count=len(gates) - _SHOWN)
    return says.and_.format(first=shown[0], second=shown[1]) if len(shown) > 1 else shown[0]
