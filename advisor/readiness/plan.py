"""What to do: actions in the plan's windows, what to find out, what already stands, what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.rubrics.models.readiness import Effort
from advisor.rubrics.readiness import Questionnaire

from .combine import Combined, ItemAnswers, label_of, level_of
from .judge import KINDS, Judgement, decided, gate_kind
from .model import (
    DONT_KNOW,
    LATER,
    Alternative,
    FindOut,
    PlannedAction,
    PlanWindow,
    Strength,
)

_LOOKING: Effort = "small"  # finding something out


def windows_of(questionnaire: Questionnaire) -> tuple[PlanWindow, ...]:
    """Return the plan's windows and what comes after them."""
    plan = questionnaire.data.plan
    windows = [PlanWindow(w.id, w.name, w.from_day, w.to_day) for w in plan.windows]
    return (*windows, PlanWindow(LATER, plan.later, plan.windows[-1].to_day + 1, None))


def actions_of(
    judgement: Judgement, answers: Mapping[str, Combined], questionnaire: Questionnaire
) -> tuple[PlannedAction, ...]:
    """Return what to do about every answer below a strength, ordered by gate, weight and effort.

    Windows are filled in that order, each with the days of work that fit; what is left comes later. Without a
    verdict the questions that nobody can answer come first.
    """
    data = questionnaire.data
    closed = {c.id: c.kind for c in judgement.caps}
    waiting = []
    for index, id_ in enumerate(judgement.counted):
        item, answer = questionnaire.items[id_], answers[id_]
        level, unknown = level_of(answer), answer == DONT_KNOW
        if level >= data.rules.strength:
            continue
        todo = item.low if level < data.rules.opens_at else item.middle
        effort = _LOOKING if unknown else todo.effort
        days = data.plan.efforts[effort]
        rank = KINDS.index(closed[id_]) if id_ in closed else len(KINDS)
        if rank == len(KINDS) and item.section in closed:
            rank -= 1
        first = unknown and judgement.reason == "dont-know" and not judgement.certain
        waiting.append(((not first, rank, -item.weight, days, level, index), item, todo, effort, unknown))
    waiting.sort(key=lambda entry: entry[0])
    windows, at, used, planned = data.plan.windows, 0, 0, []
    for order, (_, item, todo, effort, unknown) in enumerate(waiting, 1):
        days = data.plan.efforts[effort]
        while at < len(windows) and used and used + days > windows[at].days:
            at, used = at + 1, 0
        used += days
        owner = item.ask if unknown else todo.owner
        planned.append(
            PlannedAction(
                order,
                item.id,
                item.name,
                windows[at].id if at < len(windows) else LATER,
                data.says.find_out.format(question=item.question) if unknown else todo.do,
                owner,
                questionnaire.owners[owner].name,
                effort,
                days,
                data.says.find_out_done if unknown else todo.done,
                closed.get(item.id),
            )
        )
    return tuple(planned)


def find_out(
    judgement: Judgement, context: tuple[str, ...], questionnaire: Questionnaire
) -> tuple[FindOut, ...]:
    """Return the questions that count as not known: gates first, then by weight."""
    found = []
    for id_ in judgement.unknown:
        item = questionnaire.items[id_]
        owner = questionnaire.owners[item.ask]
        kind = gate_kind(item, context)
        found.append(FindOut(id_, item.name, item.question, owner.id, owner.name, kind))
    return tuple(
        sorted(
            found,
            key=lambda f: (
                KINDS.index(f.gate) if f.gate else len(KINDS),
                -questionnaire.items[f.item].weight,
            ),
        )
    )


def strengths_of(
    judgement: Judgement, items: Mapping[str, ItemAnswers], questionnaire: Questionnaire
) -> tuple[Strength, ...]:
    """Return what already stands, the highest and weightiest first; nothing that too many don't know of."""
    data = questionnaire.data
    found = []
    for id_ in judgement.counted:
        item, level = questionnaire.items[id_], level_of(items[id_].combined)
        if level >= data.rules.strength and items[id_].unsure <= data.rules.most_dont_know:
            found.append(Strength(id_, item.name, level, label_of(level, item, data.says)))
    return tuple(sorted(found, key=lambda s: (-s.level, -questionnaire.items[s.item].weight)))


def instead_of(
    judgement: Judgement, answers: Mapping[str, Combined], questionnaire: Questionnaire
) -> tuple[Alternative, ...]:
    """Return what to do instead when the verdict is to wait, else nothing."""
    data = questionnaire.data
    if not decided(judgement) or judgement.band != data.bands[0].id:
        return ()
    low = {
        i for i in judgement.counted if answers[i] != DONT_KNOW and level_of(answers[i]) < data.rules.opens_at
    }
    fitting = [(a, tuple(i for i in a.when if i in low)) for a in data.instead]
    chosen = [pair for pair in fitting if pair[1]] or [pair for pair in fitting if pair[0].always]
    return tuple(Alternative(a.id, a.name, a.what, items, a.sources) for a, items in chosen)
