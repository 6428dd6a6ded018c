"""The closed gates: what closed each, what would open it, and what the verdict would be then."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.rubrics.models.readiness_says import Says
from advisor.rubrics.readiness import Questionnaire

from .combine import ItemAnswers
from .judge import SECTION, Judgement, decided, judge, judged, opens_at, sections_of, todo_of
from .model import DONT_KNOW, NONE, ClosedGate
from .reasons import reason


def gates_of(
    judgement: Judgement,
    items: Mapping[str, ItemAnswers],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> tuple[ClosedGate, ...]:
    """Return the closed gates, those that matter most first, each with what would open it: what the plan asks for.

    Without a score the gates that known answers close are still told; those that stay shut whatever is found out cap
    the verdict.
    """
    data = questionnaire.data
    says, aim = data.says, data.rules.strength
    answers = {id_: found.combined for id_, found in items.items()}
    at_best = {id_: found.at_best for id_, found in items.items()}
    found = []
    for cap in judgement.caps:
        if cap.kind == SECTION:
            if not judged(judgement):
                continue
            some = False
            section = next(s for s in sections_of(judgement, answers, questionnaire) if s.id == cap.id)
            name, percent = section.name, section.percent or 0
            said = says.section.format(section=name, percent=percent)
            label, why, sources = f"{percent} / 100", "", data.rules.sources
            names = ", ".join(questionnaire.items[i].name for i in section.lowest)
            lift = says.lift_section.format(section=name, floor=f"{data.rules.section_floor:g}", names=names)
            after = judge(answers, context, questionnaire, at_best=at_best, without=cap.id)
        else:
            item, answer = questionnaire.items[cap.id], answers[cap.id]
            if item.gate is None or (answer == DONT_KNOW and not judged(judgement)):
                continue
            name, why, sources = item.name, item.gate.why, item.sources
            label = items[cap.id].told(item, says)
            raised = item.gate.raised
            if raised and opens_at(item, context, data.rules) == raised.opens_at:
                why, sources = f"{why} {raised.why}", tuple(dict.fromkeys((*sources, *raised.sources)))
            unknown = answer == DONT_KNOW
            said, some = reason(
                item.gate, items[cap.id], data.rules, opens_at(item, context, data.rules), says
            )
            if unknown:
                said, some = _unknown(name, items[cap.id], says), False
            do = item.question if unknown else todo_of(item, items[cap.id], data.rules).do
            lift = (says.lift_unknown if unknown else says.lift).format(do=do, level=item.levels[aim])
            opened = {cap.id: float(aim)}
            after = judge({**answers, **opened}, context, questionnaire, at_best={**at_best, **opened})
        then = after.band if decided(after) else NONE
        binding = cap.id in judgement.certain or (judged(judgement) and cap.band == judgement.band)
        holds = _holds(after) if then == judgement.band else ""
        found.append(
            ClosedGate(
                cap.id, cap.kind, name, cap.band, said, some, why, label, lift, then, holds, binding, sources
            )
        )
    return tuple(found)


def _unknown(name: str, answers: ItemAnswers, says: Says) -> str:
    unknown, people = answers.unsure_people
    if unknown == people:
        return says.unknown.format(name=name)
    return says.unknown_some.format(name=name, count=unknown, total=people)


def _holds(judgement: Judgement) -> str:
    """Return what holds a verdict where it is: gates, score or both."""
    if judgement.by_score != judgement.band:
        return "gates"
    return "both" if any(c.band == judgement.band for c in judgement.caps) else "score"
