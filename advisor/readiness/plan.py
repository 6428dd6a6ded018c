"""What to do: actions in the plan's windows, what to find out, what already stands, what to do instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import floor

from advisor.rubrics.models.readiness import BANDS, Effort, Instead, Item
from advisor.rubrics.models.readiness_says import Says
from advisor.rubrics.readiness import Questionnaire

from .combine import Combined, ItemAnswers, level_of
from .judge import KINDS, Judgement, decided, gate_kind, judge, judged, todo_of
from .model import DONT_KNOW, LATER, Strength
from .pilot import piloting
from .steps import Alternative, FindOut, PlannedAction, PlanWindow

_LOOKING: Effort = "small"  # finding something out


def windows_of(questionnaire: Questionnaire) -> tuple[PlanWindow, ...]:
    """Return the plan's windows and what comes after them."""
    plan = questionnaire.data.plan
    windows = [PlanWindow(w.id, w.name, w.from_day, w.to_day) for w in plan.windows]
    return (*windows, PlanWindow(LATER, plan.later, plan.windows[-1].to_day + 1, None))


def actions_of(
    judgement: Judgement, items: Mapping[str, ItemAnswers], questionnaire: Questionnaire
) -> tuple[PlannedAction, ...]:
    """Return what to do about every answer below a strength, ordered by gate, weight and effort.

    Windows are filled in that order, each with the days of work that fit beside an owner's own; what is left comes later. A pilot's own
    steps stand in their windows after the gates. Without a verdict the questions that nobody can answer come first.
    While gates say to wait, what opens none begins after the first window.
    """
    data = questionnaire.data
    closed = {c.id: c.kind for c in judgement.caps}
    waiting = []
    for index, id_ in enumerate(judgement.counted):
        item, answer = questionnaire.items[id_], items[id_].combined
        level, unknown = level_of(answer), answer == DONT_KNOW
        if level >= data.rules.strength:
            continue
        todo = todo_of(item, items[id_], data.rules)
        effort = _LOOKING if unknown else todo.effort
        days = data.plan.efforts[effort]
        rank = KINDS.index(closed[id_]) if id_ in closed else len(KINDS)
        if rank == len(KINDS) and item.section in closed:
            rank -= 1
        first = unknown and judgement.reason == "dont-know" and not judgement.certain
        waiting.append(((not first, rank, -item.weight, days, level, index), item, todo, effort, unknown))
    waiting.sort(key=lambda entry: entry[0])
    planned = _steps(judgement, questionnaire)
    windows = [w.id for w in data.plan.windows]
    room = {w.id: w.days for w in data.plan.windows}
    used = Counter[tuple[str, str]]()  # days, by window and owner
    for step in planned:
        used[step.window, step.owner] += step.days
    busy = set[tuple[str, str]]()  # with more than a pilot's own steps
    waits = judgement.band == BANDS[0] and any(rank < len(KINDS) for (_, rank, *_), *_ in waiting)
    for (behind, rank, *_), item, todo, effort, unknown in waiting:
        open_ = windows[1:] if waits and behind and rank == len(KINDS) and len(windows) > 1 else windows
        days = data.plan.efforts[effort]
        owner = item.ask if unknown else todo.owner
        free = (w for w in open_ if (w, owner) not in busy or used[w, owner] + days <= room[w])
        window = next(free, LATER)
        used[window, owner] += days
        busy.add((window, owner))
        planned.append(
            PlannedAction(
                0,
                item.id,
                item.name,
                window,
                _asked(item, items[item.id], data.says) if unknown else todo.do,
                owner,
                questionnaire.owners[owner].name,
                effort,
                days,
                data.says.find_out_done if unknown else todo.done,
                closed.get(item.id),
            )
        )
    planned.sort(key=lambda a: ([*windows, LATER].index(a.window), a.gate is None))
    return tuple(a._replace(order=order) for order, a in enumerate(planned, 1))


def _asked(item: Item, answers: ItemAnswers, says: Says) -> str:
    unknown, people = answers.unsure_people
    said = says.find_out if unknown == people else says.find_out_some
    return said.format(question=item.question, count=unknown, total=people)


def _steps(judgement: Judgement, questionnaire: Questionnaire) -> list[PlannedAction]:
    """Return what every pilot needs, whatever was answered; nothing for another verdict."""
    return [
        PlannedAction(
            0,
            "",
            "",
            step.window,
            step.do,
            step.owner,
            questionnaire.owners[step.owner].name,
            step.effort,
            questionnaire.data.plan.efforts[step.effort],
            step.done,
            None,
        )
        for step in (questionnaire.data.pilot.steps if piloting(judgement) else ())
    ]


def outcome_of(
    actions: tuple[PlannedAction, ...],
    answers: Mapping[str, Combined],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> str:
    """Say which verdict the answers come to once all of ``actions`` are done; "" without any that raises an answer."""
    data = questionnaire.data
    raised = {a.item: float(data.rules.strength) for a in actions if a.item}
    if not raised:
        return ""
    after = {**answers, **raised}
    found = judge(after, context, questionnaire, at_best=after)
    if not judged(found):
        return ""
    said = data.plan.outcome.format(score=floor(found.exact), verdict=questionnaire.bands[found.band].answer)
    above = [b.answer for b in data.bands if BANDS.index(b.id) > BANDS.index(found.band)]
    return said + (data.plan.outcome_more.format(better=above[-1]) if above else "")


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
    """Return what already stands, the highest and weightiest first.

    Nothing that too many don't know of or that people see quite differently, and no middle between a high answer and one that is no strength.
    """
    data = questionnaire.data
    found = []
    for id_ in judgement.counted:
        item, level = questionnaire.items[id_], level_of(items[id_].combined)
        if items[id_].spread >= data.rules.spread:
            continue  # told as what they differ on
        if items[id_].stands >= data.rules.strength and items[id_].unsure <= data.rules.most_dont_know:
            found.append(Strength(id_, item.name, level, items[id_].told(item, data.says)))
    return tuple(sorted(found, key=lambda s: (-s.level, -questionnaire.items[s.item].weight)))


def _may(option: Instead, answers: Mapping[str, Combined]) -> bool:
    """Whether what else was answered leaves room for an alternative."""

    def reaches(wanted: Mapping[str, int]) -> list[bool]:
        return [level_of(answers[i]) >= level for i, level in wanted.items() if i in answers]

    return all(reaches(option.given)) and not any(reaches(option.unless))


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
    fitting = [pair for pair in fitting if _may(pair[0], answers)]
    chosen = [pair for pair in fitting if pair[1]] or [pair for pair in fitting if pair[0].always]
    return tuple(Alternative(a.id, a.name, a.what, items, a.sources) for a, items in chosen)
