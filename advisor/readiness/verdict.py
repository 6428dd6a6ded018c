"""The verdict in words: what holds it back, or the score, and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import floor

from advisor.rubrics.models.readiness import BANDS
from advisor.rubrics.models.readiness_says import counted
from advisor.rubrics.readiness import Questionnaire
from advisor.wording import joined

from .combine import ItemAnswers
from .judge import Judgement, closers, decided, gate_kind
from .model import NONE, ClosedGate, ReadinessVerdict
from .needed import refused_told, unchecked_told
from .reasons import together

BEST = BANDS[-1]


def verdict_of(
    judgement: Judgement,
    gates: tuple[ClosedGate, ...],
    items: Mapping[str, ItemAnswers],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> ReadinessVerdict:
    """Return the verdict in words. Its meaning tells first what was left out, then what the band itself means."""
    refused = refused_told(items, questionnaire)
    if not decided(judgement):
        return _none(judgement, refused, questionnaire)
    band = questionnaire.bands[judgement.band]
    score = floor(judgement.exact)
    binding = [g for g in gates if g.binding]
    if binding:
        sentence = band.capped.format(reasons=together(binding, questionnaire.data.says))
    else:
        sentence = band.scored.format(score=score)
    return ReadinessVerdict(
        band.id,
        band.name,
        band.answer,
        sentence,
        " ".join(filter(None, (refused, *_meaning(judgement, gates, items, context, questionnaire)))),
        band.review,
        None if judgement.certain else judgement.by_score,
        "gates" if judgement.certain else judgement.reason,
    )


def _none(judgement: Judgement, refused: str, questionnaire: Questionnaire) -> ReadinessVerdict:
    says = questionnaire.data.says
    if judgement.reason == "dont-know":
        total = len(judgement.counted)
        sentence = says.none_dont_know.format(count=len(judgement.unknown), total=total)
        meaning, review = says.none_meaning, says.none_review
    else:
        sentence, meaning, review = says.none_applies, says.applies_meaning, says.applies_review
    return ReadinessVerdict(
        NONE,
        says.none_name,
        says.none_answer,
        sentence,
        " ".join(filter(None, (refused, meaning))),
        review,
        None,
        judgement.reason,
    )


def _meaning(
    judgement: Judgement,
    gates: tuple[ClosedGate, ...],
    items: Mapping[str, ItemAnswers],
    context: tuple[str, ...],
    questionnaire: Questionnaire,
) -> Iterator[str]:
    """Yield what tempers the verdict and then the band's own sentence, which gates open only for some replace."""
    says, best = questionnaire.data.says, judgement.band == BEST
    same = judgement.by_score == judgement.band and not judgement.certain
    if same and any(g.binding for g in gates):
        yield says.score_too.format(score=floor(judgement.exact))
    closed = [g.id for g in gates]
    watched = [i for i in items if closers(i, items, closed, context, questionnaire)]
    if watched:
        yield counted(says.watched, str(len(watched)))
    if judgement.certain:
        yield says.certain.format(count=len(judgement.unknown), total=len(judgement.counted))
    if best:
        gated = [i for i in items if gate_kind(questionnaire.items[i], context)]
        strength = questionnaire.data.rules.strength
        half = [
            questionnaire.items[i].name
            for i in gated
            if i in judgement.counted and items[i].stands < strength
        ]
        if half:
            yield counted(says.half, str(len(half)), names=joined(half))
        yield unchecked_told(items, gated, questionnaire)
    yield says.watched_hire if best and watched else questionnaire.bands[judgement.band].meaning
