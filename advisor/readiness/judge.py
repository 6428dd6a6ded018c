"""Combined answers → score, gates, band. Raising a level never worsens what comes out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import floor
from typing import NamedTuple

from advisor.rubrics.models.readiness import BANDS, Band, Item, Rules, Todo
from advisor.rubrics.readiness import Questionnaire

from .combine import Combined, ItemAnswers, level_of
from .model import DONT_KNOW, NOT_APPLICABLE, Score, SectionResult

SECTION = "section"
# Gates in the order in which they matter.
KINDS = ("hard", "launch", "conditional", "soft", SECTION)


class Cap(NamedTuple):
    """A closed gate: an item's or a section's id, its kind and the best band that it leaves."""

    id: str
    kind: str
    band: Band


class Judgement(NamedTuple):
    """What the numbers say. ``exact`` is the score from 0 to 100.

    ``reason`` is score, gates, dont-know or too-little; the last two give no score. ``certain`` are the gates that hold
    the verdict at its lowest although too much is not known: nothing that is found out opens them.
    """

    exact: float
    points: float
    possible: float
    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    sections: Mapping[str, tuple[float, float]]
    caps: tuple[Cap, ...]
    by_score: Band
    band: Band
    reason: str
    certain: tuple[str, ...]

    def percent(self, section: str) -> float | None:
        """Return a section's score from 0 to 100, None when nothing in it applies."""
        points, possible = self.sections[section]
        return _percent(points, possible) if possible else None


def _percent(points: float, possible: float) -> float:
    # Rounded so that the rescaling of weights, exact on paper, can't move a score across an edge.
    return round(100 * points / possible, 9)


def gate_kind(item: Item, context: tuple[str, ...]) -> str | None:
    """Return the kind of the item's gate, None without one or where the context leaves it off."""
    if item.gate is None:
        return None
    if item.gate.kind == "conditional":
        on = set(context) & set(item.gate.when) if item.gate.when else context
        return item.gate.kind if on else None
    return item.gate.kind


def opens_at(item: Item, context: tuple[str, ...], rules: Rules) -> int:
    """Return the level from which the item's gate is open: a higher one where the context raises it."""
    raised = item.gate.raised if item.gate else None
    return raised.opens_at if raised and set(context) & set(raised.when) else rules.opens_at


def closers(
    id_: str,
    items: Mapping[str, ItemAnswers],
    closed: Collection[str],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> tuple[str, ...]:
    """Return who would close an item's gate that is open for all together; nobody where it is shut or not known."""
    item, answers = questionnaire.items[id_], items[id_]
    if gate_kind(item, context) is None or id_ in closed or answers.combined == DONT_KNOW:
        return ()
    level = opens_at(item, context, questionnaire.data.rules)
    return tuple(n for g in answers.given if isinstance(g.answer, int) and g.answer < level for n in g.names)


def todo_of(item: Item, answers: ItemAnswers, rules: Rules) -> Todo:
    """Return what to do about an answer below a strength: from what somebody said, never from a middle between."""
    return item.low if answers.stands < rules.opens_at else item.middle


def judge(
    answers: Mapping[str, Combined],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
    *,
    at_best: Mapping[str, Combined],
    without: str | None = None,
) -> Judgement:
    """Score the answers and close the gates; the section gate ``without`` is left open.

    ``at_best`` are the answers if all that is not known turned out well.
    """
    data = questionnaire.data
    rules = data.rules
    counted = tuple(i for i in questionnaire.items if answers[i] != NOT_APPLICABLE)
    unknown = tuple(i for i in counted if answers[i] == DONT_KNOW)
    sums = dict.fromkeys(questionnaire.sections, (0.0, 0.0))
    caps: list[Cap] = []
    for id_ in counted:
        item = questionnaire.items[id_]
        level = level_of(answers[id_])
        points, possible = sums[item.section]
        sums[item.section] = points + item.weight * level, possible + item.weight * (len(item.levels) - 1)
        kind = gate_kind(item, context)
        if kind is not None and item.gate is not None and level < opens_at(item, context, rules):
            caps.append(Cap(id_, kind, rules.caps[item.gate.kind]))
    for section, (points, possible) in sums.items():
        if possible and section != without and _percent(points, possible) < rules.section_floor:
            caps.append(Cap(section, SECTION, rules.section_cap))
    points, possible = sum(p for p, _ in sums.values()), sum(p for _, p in sums.values())
    whole = sum(i.weight * (len(i.levels) - 1) for i in data.items)
    exact = _percent(points, possible) if possible else 0.0
    by_score = max((b for b in data.bands if b.min <= exact), key=lambda b: b.min).id
    band = min([by_score, *(c.band for c in caps)], key=BANDS.index)
    reason = "gates" if any(c.band == band for c in caps) else "score"
    if not possible or round(possible / whole, 9) < rules.least_weight:
        reason = "too-little"
    elif round(len(unknown) / len(counted), 9) > rules.most_dont_know:
        reason = "dont-know"
    certain: tuple[str, ...] = ()
    if reason == "dont-know":
        lowest = (c.id for c in caps if c.kind != SECTION and c.band == BANDS[0])
        certain = tuple(
            i for i in lowest if level_of(at_best[i]) < opens_at(questionnaire.items[i], context, rules)
        )
    caps.sort(key=lambda c: (KINDS.index(c.kind), -_weight(c, questionnaire)))
    return Judgement(
        exact, points, possible, counted, unknown, sums, tuple(caps), by_score, band, reason, certain
    )


def _weight(cap: Cap, questionnaire: Questionnaire) -> float:
    return 0.0 if cap.kind == SECTION else questionnaire.items[cap.id].weight


def judged(judgement: Judgement) -> bool:
    """Tell whether there is enough for a score."""
    return judgement.reason in ("gates", "score")


def decided(judgement: Judgement) -> bool:
    """Tell whether there is a verdict: by a score, or by a gate that stays shut whatever is found out."""
    return judged(judgement) or bool(judgement.certain)


def score_of(judgement: Judgement, questionnaire: Questionnaire) -> Score:
    """Return the sum behind the score."""
    return Score(
        floor(judgement.exact) if judged(judgement) else None,
        judgement.points,
        judgement.possible,
        len(judgement.counted),
        len(judgement.unknown),
        len(questionnaire.items) - len(judgement.counted),
    )


def sections_of(
    judgement: Judgement, answers: Mapping[str, Combined], questionnaire: Questionnaire
) -> tuple[SectionResult, ...]:
    """Return one bar a section, each with up to two of its lowest answers."""
    rules, found = questionnaire.data.rules, []
    for section in questionnaire.data.sections:
        items = [i.id for i in questionnaire.of_section(section.id) if i.id in judgement.counted]
        low = [i for i in items if level_of(answers[i]) < rules.strength]
        low.sort(key=lambda i: (level_of(answers[i]), -questionnaire.items[i].weight))
        exact = judgement.percent(section.id)
        points, possible = judgement.sections[section.id]
        found.append(
            SectionResult(
                section.id,
                section.name,
                floor(exact) if exact is not None and judged(judgement) else None,
                points,
                possible,
                sum(i in judgement.unknown for i in items),
                tuple(low[:2]),
                judged(judgement) and exact is not None and exact < rules.section_floor,
            )
        )
    return tuple(found)
