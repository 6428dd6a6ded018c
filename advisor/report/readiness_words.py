"""Sentences about a readiness result that every face shares: who answered, what counts, what to do about differences."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import TYPE_CHECKING

from advisor.readiness.answers import unnamed
from advisor.readiness.model import DONT_KNOW
from advisor.rubrics.models.readiness import BANDS
from advisor.wording import joined, lower_first

if TYPE_CHECKING:
    from advisor.readiness.model import ClosedGate, Readiness, Score, WhatIf
    from advisor.rubrics.models.readiness_says import Says
    from advisor.rubrics.readiness import Questionnaire

MOST_NAMES = 4  # names shown at one dot of the picture
_MOST_LISTED = 6  # names in a sentence


def people(names: Sequence[str]) -> str:
    """Return up to four names, and how many more there are."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} more"


def respondents(names: Sequence[str], says: Says) -> str:
    """Say whose answers they are."""
    if len(names) == 1:
        return says.respondent if unnamed(names[0]) else says.respondent_named.format(name=names[0])
    if len(names) <= _MOST_LISTED and not any(map(unnamed, names)):
        return says.respondents_named.format(people=len(names), names=joined(names))
    return says.respondents.format(people=len(names))


def counts(score: Score, says: Says) -> str:
    """Say how many questions count, and how many don't."""
    parts = [says.counts[score.counted != 1].format(count=score.counted)]
    if score.dont_know:
        parts.append(says.counts_unknown.format(count=score.dont_know))
    if score.not_applicable:
        parts.append(says.counts_out[score.not_applicable != 1].format(count=score.not_applicable))
    return "; ".join(parts) + "."


def mind_then(result: Readiness, says: Says) -> str:
    """Return what to do about the cautions, each advice once."""
    kinds = {c.kind for c in result.cautions}
    advice = {"watch": says.watch_then, "unsure": says.unsure_then}
    return " ".join(text for kind, text in advice.items() if kind in kinds)


def band_name(band: str, questionnaire: Questionnaire) -> str:
    """Return what a verdict is called wherever one is shown: wait, prepare, pilot or hire."""
    rule = questionnaire.bands.get(band)
    return rule.answer if rule else questionnaire.data.says.none_name


def gate_said(gate: ClosedGate, result: Readiness, questionnaire: Questionnaire) -> str:
    """Return the sentence on what closed a gate."""
    says = questionnaire.data.says
    if gate.kind == "section":
        percent = next(s.percent for s in result.sections if s.id == gate.id)
        return says.closed_section.format(percent=percent)
    item = result.item(gate.id)
    if item.label == says.refused:
        flags = [flag.id for flag in result.context]
        return says.closed_refused.format(why=questionnaire.needed(gate.id, flags))
    if item.label == says.no_answer:
        return says.closed_blank
    if known := [a for a in item.answers if item.answer == DONT_KNOW and isinstance(a.answer, int)]:
        unknown = sum(a.people for a in item.answers if a.answer == DONT_KNOW)
        total = unknown + sum(a.people for a in known)
        others = "; ".join(f"“{a.label}”" for a in known)
        return " ".join(
            (
                says.closed_unknown.format(count=unknown, total=total),
                says.closed_known.format(answer=others),
            )
        )
    if len(result.respondents) == 1:
        said = says.closed_one
    elif isinstance(item.answer, str) or item.answer in [g.answer for g in item.answers]:
        said = says.closed_together
    else:
        said = says.closed_apart
    return said.format(answer=lower_first(gate.label) if said is says.closed_apart else gate.label)


def gate_then(gate: ClosedGate, result: Readiness, questionnaire: Questionnaire) -> str:
    """Return what the verdict would be with this gate open; "" where another one holds the verdict."""
    says = questionnaire.data.says
    if not gate.binding:
        return ""
    if gate.then == result.verdict.band:
        above = BANDS[BANDS.index(questionnaire.bands[gate.then].id) + 1]
        least = f"{questionnaire.bands[above].min:g}"
        said = {"score": says.then_score, "both": says.then_both}.get(gate.holds, says.then_others)
        return said.format(min=least)
    if gate.then not in questionnaire.bands:
        return says.then_none
    return says.then.format(verdict=band_name(gate.then, questionnaire))


def stays(changed: WhatIf, questionnaire: Questionnaire) -> str:
    """Return what one changed answer does where it moves neither verdict nor score; "" where it moves one."""
    before, after, says = changed.before, changed.after, questionnaire.data.says
    if (before.verdict.band, before.score.percent) != (after.verdict.band, after.score.percent):
        return ""
    name, score = band_name(after.verdict.band, questionnaire), after.score
    if after.verdict.reason == "dont-know":
        said = [
            says.stays_none.format(open=score.dont_know, total=score.counted),
            _missing(score, questionnaire),
        ]
    elif score.percent is None:
        said = [
            after.verdict.sentence
            if after.verdict.reason == "too-little"
            else says.stays.format(verdict=name)
        ]
    else:
        said = [says.stays_score.format(verdict=name, score=score.percent)]
    shut, was = ({g.id: g.name for g in r.gates} for r in (after, before))
    for text, here, there in ((says.gate_shuts, shut, was), (says.gate_opens, was, shut)):
        if names := [name for id_, name in here.items() if id_ not in there]:
            said.append(text.format(names=", ".join(names)))
    return " ".join(said)


def _missing(score: Score, questionnaire: Questionnaire) -> str:
    """Say how many more answers give a verdict."""
    share = questionnaire.data.rules.most_dont_know
    count = score.dont_know - floor(round(share * score.counted, 9))
    return questionnaire.data.says.missing[count != 1].format(count=count, share=f"{100 * share:g}")
