"""The way through: answers by respondent → one frozen result; and the same with one answer changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from advisor.errors import InputError
from advisor.rubrics.readiness import Questionnaire, load_readiness

from .answers import Answers, clean_name, nearest, read_answer, read_answers
from .cautions import cautions_of
from .combine import ItemAnswers, combine, level_of, spread_findings
from .gates import gates_of
from .judge import gate_kind, judge, score_of, sections_of
from .model import NOT_APPLICABLE, ContextFlag, ItemResult, Readiness, WhatIf
from .needed import settled
from .pilot import conditions_of, rise_of
from .plan import actions_of, find_out, instead_of, outcome_of, strengths_of, windows_of
from .staffing import estimate
from .verdict import verdict_of


def assess_readiness(
    answers_by_respondent: Mapping[str, Mapping[str, Any]],
    *,
    context: Iterable[str] | None = (),
    staffing: Mapping[str, Any] | None = None,
    blanks: bool = False,
    questionnaire: Questionnaire | None = None,
) -> Readiness:
    """Judge whether an organisation is ready for community management.

    ``answers_by_respondent``: name → item id → a level from 0 to 4, "dont-know" or "not-applicable"; every item of
    the questionnaire needs an answer, unless ``blanks`` lets what is left out count as not known; 1 to 500 respondents. ``context``: flags of the rubric, such as minors.
    ``staffing``: see :func:`advisor.readiness.staffing.estimate`. ``questionnaire``: the shipped one when None.
    The order of respondents never matters. Raises :class:`advisor.errors.InputError`;
    :class:`advisor.readiness.answers.AnswersError` when it can name the answers that don't fit.
    """
    questionnaire = questionnaire or load_readiness()
    answers = read_answers(answers_by_respondent, context, questionnaire, blanks=blanks)
    return _result(answers, staffing, questionnaire)


def what_if(
    answers_by_respondent: Mapping[str, Mapping[str, Any]],
    item: str,
    answer: int | str,
    *,
    respondent: str | None = None,
    context: Iterable[str] | None = (),
    staffing: Mapping[str, Any] | None = None,
    blanks: bool = False,
    questionnaire: Questionnaire | None = None,
) -> WhatIf:
    """Return the result as it is and as it would be with one answer changed; nothing given is changed.

    ``respondent``: whose answer to change, everybody's when None. Raises as :func:`assess_readiness` does.
    """
    questionnaire = questionnaire or load_readiness()
    answers = read_answers(answers_by_respondent, context, questionnaire, blanks=blanks)
    id_ = {i.casefold(): i for i in questionnaire.items}.get(item.strip().casefold())
    if id_ is None:
        raise InputError(
            "unknown-item",
            f"“{item[:40]}” is not a question.{nearest(item, questionnaire.items)}",
            f"Use one of: {', '.join(questionnaire.items)}.",
        )
    try:
        changed = read_answer(answer)
        if changed is None:
            raise ValueError("is empty")  # noqa: TRY301 - said below, like any other wrong answer
    except ValueError as error:
        raise InputError(
            "answer", f"The changed answer to {id_} {error}.", "Use 0 to 4, dont-know or not-applicable."
        ) from error
    names = {n.casefold(): n for n in answers.respondents}
    name = clean_name(respondent) if respondent is not None else None
    if name is not None and name.casefold() not in names:
        raise InputError(
            "respondent",
            f"“{name[:40]}” is not a respondent.{nearest(name, names.values())}",
            "Use a name given.",
        )
    chosen = None if name is None else names[name.casefold()]
    after = Answers(
        {
            n: {**given, id_: changed} if chosen in (None, n) else given
            for n, given in answers.respondents.items()
        },
        answers.context,
        {
            n: tuple(i for i in blank if i != id_ or chosen not in (None, n))
            for n, blank in answers.blank.items()
        },
    )
    return WhatIf(id_, _result(answers, staffing, questionnaire), _result(after, staffing, questionnaire))


def _result(answers: Answers, staffing: object, questionnaire: Questionnaire) -> Readiness:
    data, context = questionnaire.data, answers.context
    answers = settled(answers, questionnaire)
    items = combine(answers, questionnaire)
    levels = {id_: found.combined for id_, found in items.items()}
    at_best = {id_: found.at_best for id_, found in items.items()}
    judgement = judge(levels, context, questionnaire, at_best=at_best)
    gates = gates_of(judgement, items, context, questionnaire)
    instead = instead_of(judgement, levels, questionnaire)
    estimated = estimate(questionnaire, staffing, levels, together=len(answers.respondents) > 1)
    closed = {g.id for g in gates}
    actions = actions_of(judgement, items, questionnaire)
    named = [
        *data.rules.sources,
        *(s for gate in gates for s in gate.sources),
        *(s for item in data.items for s in item.sources),
        *(s for option in instead for s in option.sources),
        *(s for assumption in estimated.assumptions for s in assumption.sources),
    ]
    return Readiness(
        rubrics=questionnaire.version,
        respondents=tuple(answers.respondents),
        context=tuple(ContextFlag(f, questionnaire.flags[f].name) for f in context),
        verdict=verdict_of(judgement, gates, items, context, questionnaire),
        score=score_of(judgement, questionnaire),
        gates=gates,
        sections=sections_of(judgement, levels, questionnaire),
        items=_items(items, closed, context, questionnaire),
        strengths=strengths_of(judgement, items, questionnaire),
        spread=spread_findings(items, questionnaire),
        cautions=cautions_of(judgement, items, closed, answers, estimated, questionnaire),
        find_out=find_out(judgement, context, questionnaire),
        windows=windows_of(questionnaire),
        actions=actions,
        outcome=outcome_of(actions, levels, context, questionnaire),
        conditions=conditions_of(judgement, items, context, questionnaire),
        rise=rise_of(judgement, levels, context, questionnaire),
        instead=instead,
        staffing=estimated,
        sources=tuple(dict.fromkeys(named)),
    )


def _items(
    items: Mapping[str, ItemAnswers], closed: set[str], context: tuple[str, ...], questionnaire: Questionnaire
) -> tuple[ItemResult, ...]:
    found = []
    for item in questionnaire.data.items:
        answers = items[item.id]
        counts = answers.combined != NOT_APPLICABLE
        found.append(
            ItemResult(
                item.id,
                item.section,
                item.name,
                item.question,
                answers.combined,
                answers.told(item, questionnaire.data.says),
                item.weight,
                item.weight * level_of(answers.combined) if counts else 0.0,
                item.weight * (len(item.levels) - 1) if counts else 0.0,
                gate_kind(item, context),
                item.id in closed,
                answers.spread,
                answers.given,
            )
        )
    return tuple(found)
