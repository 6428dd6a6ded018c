"""A pilot's own part of the result: the conditions it runs under, and what lifts it to the next verdict."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.rubrics.models.readiness import BANDS, TOP
from advisor.rubrics.readiness import Questionnaire

from .combine import Combined, ItemAnswers, level_of
from .judge import Judgement, gate_kind, judge, judged, todo_of
from .model import DONT_KNOW
from .steps import Condition, Raise, Rise

BAND = "pilot"


def piloting(judgement: Judgement) -> bool:
    """Tell whether the verdict is a pilot."""
    return judged(judgement) and judgement.band == BAND


def opens(judgement: Judgement) -> bool:
    """Tell whether the verdict lets the space open: as a pilot, or for good."""
    return judged(judgement) and BANDS.index(judgement.band) >= BANDS.index(BAND)


def conditions_of(
    judgement: Judgement,
    items: Mapping[str, ItemAnswers],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> tuple[Condition, ...]:
    """Return the few things that have to hold while the pilot runs: the answers with a gate, the lowest first."""
    if not piloting(judgement):
        return ()
    rule, rules = questionnaire.data.pilot, questionnaire.data.rules
    gated = [
        (level_of(items[i].combined), rule.kinds.index(item.gate.kind), -item.weight, item)
        for i, item in questionnaire.items.items()
        if i in judgement.counted and item.gate and gate_kind(item, context)
    ]
    gated.sort(key=lambda entry: entry[:3])
    found = []
    for _, _, _, item in gated[: rule.most]:
        answers = items[item.id]
        if answers.stands < rules.strength:
            unknown = answers.combined == DONT_KNOW
            done = questionnaire.data.says.find_out_done if unknown else todo_of(item, answers, rules).done
            said = rule.reach.format(name=item.name, done=done)
        else:
            said = rule.keep.format(name=item.name, level=item.levels[answers.stands])
        found.append(Condition(item.id, item.name, said))
    return tuple(found)


def rise_of(
    judgement: Judgement,
    answers: Mapping[str, Combined],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> Rise | None:
    """Return answers that together reach the verdict above a pilot, none of them to spare; None for other verdicts."""
    if not piloting(judgement):
        return None
    data, items = questionnaire.data, questionnaire.items
    band = questionnaire.bands[BANDS[BANDS.index(BAND) + 1]]

    def reaches(levels: Mapping[str, int]) -> bool:
        changed = {**answers, **levels}
        after = judge(changed, context, questionnaire, at_best=changed)
        return BANDS.index(after.band) >= BANDS.index(band.id)

    levels: dict[str, int] = {}
    for goal in (data.rules.strength, TOP):
        for id_ in _order(judgement, answers, goal, questionnaire):
            if not reaches(levels):
                levels[id_] = goal
    for id_ in reversed(tuple(levels)):
        fewer = {i: level for i, level in levels.items() if i != id_}
        if reaches(fewer):
            levels = fewer
    raises = tuple(Raise(i, items[i].name, level, items[i].levels[level]) for i, level in levels.items())
    named = [data.pilot.raised.format(name=r.name, level=r.label) for r in raises]
    # One more is named rather than counted.
    shown = named if len(named) <= data.pilot.most + 1 else named[: data.pilot.most]
    said = "; ".join(shown)
    if len(named) > len(shown):
        said = data.says.more.format(reasons=said, count=len(named) - len(shown))
    return Rise(
        band.id, data.pilot.rise.format(verdict=band.answer, min=f"{band.min:g}", raises=said), raises
    )


def _order(
    judgement: Judgement, answers: Mapping[str, Combined], goal: int, questionnaire: Questionnaire
) -> list[str]:
    """Return the items below the goal: those behind a closed gate first, then those that add most to the score."""
    shut = {c.id for c in judgement.caps}

    def first(id_: str) -> tuple[bool, bool, float]:
        item = questionnaire.items[id_]
        gain = item.weight * (goal - level_of(answers[id_]))
        return id_ not in shut, item.section not in shut, -gain

    return sorted((i for i in judgement.counted if level_of(answers[i]) < goal), key=first)
