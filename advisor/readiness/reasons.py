"""Why the verdict is no better, in a sentence: each closed gate as what everybody says, or as what some of them say."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.rubrics.models.readiness import Gate, Rules
from advisor.rubrics.models.readiness_says import Says, counted

from .combine import ItemAnswers
from .model import NOT_APPLICABLE, ClosedGate

_SHOWN = 2  # reasons told in full


def by_some(answers: ItemAnswers, opens_at: int) -> tuple[int, int]:
    """Return how many people's answers close the gate, and of how many people to whom the question applies."""
    people = [g for g in answers.given if g.answer != NOT_APPLICABLE]
    low = sum(g.people for g in people if isinstance(g.answer, int) and g.answer < opens_at)
    return low, sum(g.people for g in people)


def reason(gate: Gate, answers: ItemAnswers, rules: Rules, opens_at: int, says: Says) -> tuple[str, bool]:
    """Return what closes a gate, for the middle of a sentence, and whether somebody says otherwise.

    ``opens_at``: the level that opens it here. Who doesn't know says nothing else: there is nothing to settle with
    them.
    """
    low, people = by_some(answers, opens_at)
    levels = [g.answer for g in answers.given if isinstance(g.answer, int)]
    # Half-done answers close a raised gate too: nobody said what its own words say.
    half = any(rules.opens_at <= level < opens_at for level in levels)
    said = gate.raised.says if gate.raised and half else gate.says
    everybody = sum(g.people for g in answers.given)
    otherwise = any(level >= opens_at for level in levels)
    # A few don't speak for the many who say that it doesn't apply.
    few = 2 * people < everybody
    if low == people and not few:
        return said, False
    return counted(says.some, str(low), total=str(everybody if few else people), says=said), otherwise


def together(gates: Sequence[ClosedGate], says: Says) -> str:
    """Return the reasons in one sentence's middle: the first two, how many more, and what to settle first."""
    # What only some say comes last: "1 of 2 says" would else seem to go on.
    told = sorted(gates[:_SHOWN], key=lambda gate: gate.some)
    shown = [g.says for g in told]
    if some := [at for at, g in enumerate(told) if g.some]:
        shown[some[-1]] = says.settle[len(some) > 1].format(reason=shown[some[-1]])
    if len(gates) > _SHOWN:
        return says.more.format(reasons=", ".join(shown), count=len(gates) - _SHOWN)
    return says.and_.format(first=shown[0], second=shown[1]) if len(shown) > 1 else shown[0]
