"""Readiness as plain text for a terminal: the verdict first, then why, the plan and the hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.rubrics.models.readiness_says import counted
from advisor.wording import lower_first

from .readiness_view import readiness_view
from .readiness_words import band_name, counts, mind_then, respondents, stays
from .terminal import printable, wrapped

if TYPE_CHECKING:
    from advisor.readiness.model import AnswerGiven, Readiness, WhatIf
    from advisor.rubrics.readiness import Questionnaire

_BAR = 30


def _bar(percent: int | None) -> str:
    if percent is None:
        return "–"
    return f"{percent:>3}  {'█' * round(percent * _BAR / 100):<{_BAR}}"


def _gates(result: Readiness, questionnaire: Questionnaire) -> list[str]:
    out = []
    for gate in result.gates:
        cap = band_name(gate.caps_at, questionnaire)
        out.append(wrapped(f"{gate.name}: {gate.says}. Caps the verdict at {cap}.", "    ", "  - "))
        out.append(wrapped(gate.lift, "    "))
    return out


def _picture(answers: tuple[AnswerGiven, ...]) -> list[str]:
    return [
        wrapped(f"{given.answer}: {given.label}: {', '.join(given.names)}", "        ", "      ")
        for given in answers
    ]


def _plan(result: Readiness) -> list[str]:
    out = []
    for window, actions in result.plan():
        out += ["", window.name]
        for action in actions:
            out.append(wrapped(f"{action.order}. {action.what}", "     ", "  "))
            out.append(wrapped(f"{action.owner_name}. Done when: {action.done}", "     "))
    return [*out, "", wrapped(result.outcome, "  ")] if result.outcome else out


def to_text(result: Readiness, questionnaire: Questionnaire) -> str:
    """Return the result as text of at most 88 columns (longer only where a word is)."""
    verdict, score = result.verdict, result.score
    out = [wrapped(verdict.sentence), wrapped(verdict.meaning), ""]
    if score.percent is not None:
        out.append(f"Score {score.percent} of 100 = {score.points:g} of {score.possible:g} points")
    says = questionnaire.data.says
    out.append(wrapped(f"{counts(score, says)} {respondents(result.respondents, says)}."))
    if result.context:
        flags = "; ".join(lower_first(flag.name) for flag in result.context)
        out.append(wrapped(f"True of this space: {flags}."))
    if result.gates:
        out += ["", "What holds it back", *_gates(result, questionnaire)]
    if result.conditions:
        out += ["", "The pilot’s conditions"]
        out += [wrapped(c.says, "    ", "  - ") for c in result.conditions]
    if result.rise:
        out.append(wrapped(result.rise.says, "  ", "  "))
    names = {item.id: item.name for item in result.items}
    unknown = {item.item for item in result.find_out}
    wide = max(len(s.name) for s in result.sections)
    out += ["", "Sections"]
    for section in result.sections:
        lowest = ", ".join(names[i] for i in section.lowest if i not in unknown)
        out.append(
            f"  {section.name:<{wide}}  {_bar(section.percent)}" + (f"  lowest: {lowest}" if lowest else "")
        )
    if result.find_out and score.percent is None:
        out += ["", "Find out first"]
        out += [wrapped(f"{f.question} Ask: {f.owner_name}", "    ", "  - ") for f in result.find_out]
    if result.strengths:
        out += ["", "Already strong"]
        out += [wrapped(f"{s.name}: {s.label}", "    ", "  - ") for s in result.strengths]
    if result.spread:
        out += ["", "Where respondents differ", wrapped(questionnaire.data.says.spread_then, "  ", "  ")]
        for spread in result.spread:
            apart = counted(questionnaire.data.says.levels, str(spread.levels))
            out += [wrapped(f"{spread.question} ({apart})", "    ", "  - "), *_picture(spread.answers)]
    if result.cautions:
        out += ["", "Keep in mind"]
        if then := mind_then(result, questionnaire.data.says):
            out.append(wrapped(then, "  ", "  "))
        out += [
            wrapped(f"{c.name}: {c.says}", "    ", "  - ")
            for c in readiness_view(result, questionnaire).cautions
        ]
    out += _plan(result)
    if result.instead:
        out += ["", "Instead of waiting"]
        out += [wrapped(f"{option.name}. {option.what}", "    ", "  - ") for option in result.instead]
    staffing = result.staffing
    out += [
        "",
        "Hours",
        wrapped(" ".join(filter(None, (staffing.says, staffing.gap, staffing.cover))), "  ", "  "),
    ]
    out += ["", wrapped(verdict.review), "", f"Rubrics {result.rubrics}"]
    return printable("\n".join(out))


def what_if_text(changed: WhatIf, questionnaire: Questionnaire) -> str:
    """Return what one changed answer does, in two or three lines."""
    before, after = changed.before, changed.after
    item = after.item(changed.item)
    out = [
        wrapped(
            f"If {changed.item} ({item.name}) were “{item.label}” instead of “{before.item(changed.item).label}”:"
        ),
    ]
    if said := stays(changed, questionnaire):
        return printable("\n".join([*out, wrapped(said, "  ", "  ")]))
    names = (band_name(r.verdict.band, questionnaire) for r in (before, after))
    out += [
        wrapped(after.verdict.sentence, "  ", "  "),
        f"  {' → '.join(names)}; score {_said(before)} → {_said(after)}",
    ]
    return printable("\n".join(out))


def _said(result: Readiness) -> str:
    return "none" if result.score.percent is None else str(result.score.percent)
