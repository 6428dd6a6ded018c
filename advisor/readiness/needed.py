"""Questions that have to be answered: there “doesn't apply” is no answer and counts as not known."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.rubrics.models.readiness_says import counted
from advisor.rubrics.readiness import Questionnaire

from .answers import Answers
from .combine import ItemAnswers
from .model import DONT_KNOW, NOT_APPLICABLE


def settled(answers: Answers, questionnaire: Questionnaire) -> Answers:
    """Return the answers with “not-applicable” as not known, and told as refused, where an answer is needed."""
    needed = {i for i in questionnaire.items if questionnaire.needed(i, answers.context)}
    refused = {
        name: tuple(i for i in given if i in needed and given[i] == NOT_APPLICABLE)
        for name, given in answers.respondents.items()
    }
    return answers._replace(
        respondents={
            name: {i: DONT_KNOW if i in refused[name] else a for i, a in given.items()}
            for name, given in answers.respondents.items()
        },
        refused=refused,
    )


def refused_told(items: Mapping[str, ItemAnswers], questionnaire: Questionnaire) -> str:
    """Say which questions count as not known because “doesn't apply” was no answer to them; "" for none."""
    says = questionnaire.data.says
    names = [
        questionnaire.items[i].name
        for i, found in items.items()
        if found.combined == DONT_KNOW and any(g.label == says.refused for g in found.given)
    ]
    return counted(says.refused_told, str(len(names)), names=", ".join(names)) if names else ""


def unchecked_told(items: Mapping[str, ItemAnswers], gated: list[str], questionnaire: Questionnaire) -> str:
    """Say which gates were not checked, since everybody said that their questions don't apply; "" for none.

    ``gated``: the items with a gate that is on. Where the questionnaire tells when an answer is needed, and it is not,
    “doesn't apply” is a fair answer and nothing was missed.
    """
    names = [
        questionnaire.items[i].name
        for i in gated
        if items[i].combined == NOT_APPLICABLE and not questionnaire.may_need(i)
    ]
    says = questionnaire.data.says
    return counted(says.unchecked, str(len(names)), names=", ".join(names)) if names else ""
