"""What the combined answers hide: somebody at a gate, a gate that was skipped, answers that hardly go together,
who doesn't know what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor.rubrics.models.readiness import TOP
from advisor.rubrics.readiness import Questionnaire

from .answers import Answers
from .combine import ItemAnswers, who
from .judge import Judgement, closers, gate_kind
from .model import DONT_KNOW, Caution, Staffing
from .needed import unchecked_told
from .pilot import opens

_MOST_PEOPLE = 6  # told one by one
_MOST_NAMES = 12  # questions named for each of them


def cautions_of(
    judgement: Judgement,
    items: Mapping[str, ItemAnswers],
    closed: set[str],
    answers: Answers,
    staffing: Staffing,
    questionnaire: Questionnaire,
) -> tuple[Caution, ...]:
    """Return the cautions: short hours, those of the questionnaire in its order, then who doesn't know what."""
    return (
        *_hours(judgement, staffing, questionnaire),
        *_items(items, closed, answers.context, questionnaire),
        *_tensions(items, questionnaire),
        *_spotless(items, answers, questionnaire),
        *_people(answers, questionnaire),
    )


def _items(
    items: Mapping[str, ItemAnswers], closed: set[str], context: tuple[str, ...], questionnaire: Questionnaire
) -> Iterator[Caution]:
    data = questionnaire.data
    for item in data.items:
        answers = items[item.id]
        if low := closers(item.id, items, closed, context, questionnaire):
            people = who(low, data.says)
            yield Caution("watch", item.id, item.name, data.says.watch.format(who=people), people)
        if answers.split:
            yield Caution("applies", item.id, item.name, data.says.applies)
    gated = [item.id for item in data.items if gate_kind(item, context) is not None]
    if skipped := unchecked_told(items, gated, questionnaire):
        yield Caution("unchecked", "", data.says.unchecked_name, skipped)


def _tensions(items: Mapping[str, ItemAnswers], questionnaire: Questionnaire) -> Iterator[Caution]:
    """Yield the answers that hardly go together."""
    data = questionnaire.data
    for rule in data.tensions:
        pair = [items[id_].combined for id_ in (rule.high, rule.low) if id_ in items]
        high, low = pair if len(pair) > 1 else ("", "")  # a questionnaire of one's own may lack one
        if isinstance(high, str) or isinstance(low, str):
            continue
        if high >= rule.least and low <= rule.most:
            names = {"high": questionnaire.items[rule.high].name, "low": questionnaire.items[rule.low].name}
            yield Caution("tension", "", data.says.tension_name.format(**names), rule.says)


def _hours(judgement: Judgement, staffing: Staffing, questionnaire: Questionnaire) -> Iterator[Caution]:
    """Yield whether hours are short, where the verdict lets the space open."""
    data = questionnaire.data
    if staffing.short and opens(judgement):
        name = questionnaire.items[data.staffing.item].name
        said = data.says.hours_short.format(need=staffing.needs, gap=staffing.gap)
        yield Caution("hours", data.staffing.item, name, said)


def _spotless(
    items: Mapping[str, ItemAnswers], answers: Answers, questionnaire: Questionnaire
) -> Iterator[Caution]:
    """Yield whether one person alone found nearly everything at its best."""
    data = questionnaire.data
    levels = [found.combined for found in items.values() if not isinstance(found.combined, str)]
    best = sum(level == TOP for level in levels)
    if len(answers.respondents) == 1 and best > data.rules.spotless * len(items):
        said = data.says.spotless.format(count=best, total=len(items))
        yield Caution("spotless", "", data.says.spotless_name, said)


def _people(answers: Answers, questionnaire: Questionnaire) -> Iterator[Caution]:
    """Yield who of several doesn't know what, the most first: the others' answers count in their place."""
    if len(answers.respondents) < 2:
        return
    found = []
    for name, given in answers.respondents.items():
        unknown = [item.name for id_, item in questionnaire.items.items() if given[id_] == DONT_KNOW]
        if unknown:
            found.append((name, unknown))
    found.sort(key=lambda pair: -len(pair[1]))
    says, total = questionnaire.data.says, len(questionnaire.items)
    shown = found if len(found) <= _MOST_PEOPLE + 1 else found[:_MOST_PEOPLE]
    for name, unknown in shown:
        names, blank = _named(unknown, questionnaire), len(answers.blank[name])
        said = says.unsure.format(count=len(unknown), total=total, names=names)
        if blank:
            said = f"{said} {says.blank.format(count=blank)}"
        if refused := len(answers.refused.get(name, ())):
            said = f"{said} {says.refusals.format(count=refused)}"
        yield Caution("unsure", "", name, said)
    if left := found[len(shown) :]:
        some = [i.name for i in questionnaire.items.values() if any(i.name in names for _, names in left)]
        people = says.unsure_people.format(count=len(left))
        said = says.unsure_more.format(names=_named(some, questionnaire))
        yield Caution("unsure", "", people, said)


def _named(unknown: list[str], questionnaire: Questionnaire) -> str:
    names = ", ".join(unknown[:_MOST_NAMES])
    if len(unknown) > _MOST_NAMES:
        return questionnaire.data.says.more.format(reasons=names, count=len(unknown) - _MOST_NAMES)
    return names
