"""The questionnaire: one section a page, a review, the result. The answers travel in the form; nothing is stored."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, render_template, request

from advisor.errors import InputError
from advisor.readiness.assess import assess_readiness, what_if
from advisor.readiness.files import write_answers
from advisor.readiness.gather import placing
from advisor.readiness.model import NOT_APPLICABLE, WhatIf
from advisor.report.readiness_view import ReadinessView, readiness_view
from advisor.report.readiness_words import stays
from advisor.rubrics.models.readiness import Item, ReadinessSection
from advisor.rubrics.readiness import load_readiness

from . import limiting
from .downloads import asked_for, attachment, file_part, report_file
from .readiness_fields import CHOICES, LEVELS, choices_of
from .readiness_form import Carried, read_fields, read_form
from .security import OWN_COPY

blueprint = Blueprint("readiness", __name__)

MAX_PARTS = 600  # every question, and a file for each respondent
SECONDS_A_QUESTION = 12  # to read and choose: 26 words at an easy pace, and a thought


class Question(NamedTuple):
    """One question as a page shows it. ``choices``: value, text; ``given`` is the value chosen so far, or "".

    ``needed`` says why “doesn't apply” is no answer here, "" where it is one; chosen all the same, it is not ``given``.
    """

    item: Item
    choices: list[tuple[str, str]]
    given: str
    label: str
    needed: str


class Part(NamedTuple):
    """One section with its questions."""

    section: ReadinessSection
    number: int
    questions: list[Question]

    @property
    def answered(self) -> int:
        """How many of the questions have an answer."""
        return sum(1 for q in self.questions if q.given)


def _parts(carried: Carried | None) -> list[Part]:
    questionnaire = load_readiness()
    parts = []
    for number, section in enumerate(questionnaire.data.sections, 1):
        questions = []
        for item in questionnaire.of_section(section.id):
            choices = choices_of(item, questionnaire)
            given = str(carried.answers.get(item.id, "")) if carried else ""
            label = dict(choices).get(given, "")
            if needed := questionnaire.needed(item.id, carried.context if carried else ()):
                choices = [choice for choice in choices if choice[0] != NOT_APPLICABLE]
                if given == NOT_APPLICABLE:
                    given, label = "", questionnaire.data.says.refused
            questions.append(Question(item, choices, given, label, needed))
        parts.append(Part(section, number, questions))
    return parts


def _page(template: str, carried: Carried | None, status: int = 200, **shown: Any) -> Response:
    """Render a page of the questionnaire. The browser may keep it, so that Back shows it again without asking."""
    questionnaire, parts = load_readiness(), _parts(carried)
    body = render_template(
        f"pages/{template}.html",
        carried=carried,
        parts=parts,
        total=len(questionnaire.items),
        answered=sum(part.answered for part in parts),
        questionnaire=questionnaire,
        minutes=max(1, round(len(questionnaire.items) * SECONDS_A_QUESTION / 60)),
        problems=carried.problems if carried else (),
        kept=bool(carried and (carried.answers or carried.others)),
        **{"error": None, "blamed": (), **shown},
    )
    response = Response(body, status)
    response.headers["Cache-Control"] = OWN_COPY
    return response


@blueprint.get("/readiness")
def start() -> Response:
    """Say what it is, and begin."""
    return _page("readiness", None)


@blueprint.post("/readiness")
@limiting.limiter.limit(limiting.ROLE)
def step() -> Response:
    """Show the page that was asked for, with every answer carried along."""
    request.max_form_parts = MAX_PARTS
    adding = bool(request.form.get("adding"))
    go, came_from = "result" if adding else request.form.get("go", ""), request.form.get("from", "")
    try:
        carried = read_form(request, adding=adding)
    except InputError as error:
        carried = read_fields(request)
        if came_from == "result":
            return _result(carried, "result", error.status, error)
        return _page("readiness", carried, error.status, error=error)
    parts = {part.section.id: part for part in _parts(carried)}
    status = 422 if carried.problems else 200
    if carried.misfits:
        go = _where_to_correct(carried, go, came_from if came_from in (*parts, "result") else "review")
    if go in parts:
        changing = request.form.get("change") == "yes"
        return _page("readiness_section", carried, status, part=parts[go], changing=changing)
    if go == "start":
        return _page("readiness", carried, status)
    if go == "review":
        return _page("readiness_review", carried, status)
    if go == "alone":
        return _page("readiness_review", carried._replace(others={}), status)
    if go not in ("result", "try", "keep"):
        abort(400)
    return _result(carried, go, status)


def _where_to_correct(carried: Carried, go: str, came_from: str) -> str:
    """Return the page to show where fields did not fit: one that has them, so that nobody is sent in circles."""
    if "who" in carried.wrong:
        return "start"
    if go not in ("review", "result", "try", "keep"):
        return go
    if carried.wrong - {"context"}:  # The figures and the report's head stand on the result's page.
        return "review" if go == "review" else "result"
    return came_from


def _result(carried: Carried, go: str, status: int, error: InputError | None = None) -> Response:
    """Show the result; ``error`` is what could not be added to it."""
    try:
        view, tried, carried = _judged(carried, go)
    except InputError as refused:
        return _refused(carried, refused)
    return _page(
        "readiness_result", carried, status, view=view, tried=tried, error=error, **_before_after(tried)
    )


def _judged(carried: Carried, go: str) -> tuple[ReadinessView, WhatIf | None, Carried]:
    """Judge the answers, and what one changed answer would do. Raises InputError."""
    questionnaire = load_readiness()
    item, _, text = request.form.get("try", "").partition("=")
    answer: int | str = int(text) if text in LEVELS else text
    if go == "keep" and item in questionnaire.items and text in CHOICES:
        carried = carried._replace(answers={**carried.answers, item: answer})
    respondents = carried.respondents(questionnaire)
    given: dict[str, Any] = {"context": carried.context, "staffing": carried.staffing or None, "blanks": True}
    with placing(carried.origins):
        result = assess_readiness(respondents, **given)
    tried = what_if(respondents, item, answer, **given) if go == "try" else None
    return readiness_view(result, questionnaire), tried, carried


def _before_after(tried: WhatIf | None) -> dict[str, Any]:
    if tried is None:
        return {"after": None, "before_item": None, "after_item": None, "stays": ""}
    return {
        "after": readiness_view(tried.after),
        "stays": stays(tried, load_readiness()),
        "before_item": tried.before.item(tried.item),
        "after_item": tried.after.item(tried.item),
    }


@blueprint.post("/readiness/report")
@limiting.limiter.limit(limiting.REPORT)
def report() -> Response:
    """Give the result as a file: ``as`` is pdf-a4, pdf-letter, md or json."""
    ending, paper = asked_for()
    carried = read_fields(request)
    if carried.problems:  # The buttons, and the fields that the report is made of, are the result page's.
        return _result(carried, "result", 422)
    try:
        respondents = carried.respondents(load_readiness())
        result = assess_readiness(
            respondents, context=carried.context, staffing=carried.staffing or None, blanks=True
        )
        return report_file(
            "readiness",
            ending,
            paper,
            readiness=result,
            client=carried.form.client.data,
            prepared_by=carried.form.prepared_by.data,
        )
    except InputError as error:
        return _refused(carried, error)


def _refused(carried: Carried, error: InputError) -> Response:
    """Say what can't be used, and offer the way on without those whose answers it is."""
    blamed = carried.blamed(error)
    go_on = bool(carried.answers) or len(blamed) < len(carried.others)
    return _page("readiness_review", carried, error.status, error=error, blamed=blamed, go_on=go_on)


@blueprint.post("/readiness/answers")
@limiting.limiter.limit(limiting.REPORT)
def answers() -> Response:
    """Give the answers as a file that can be sent on, filled in further, and read again."""
    form = "json" if request.form.get("as") == "json" else "yaml"
    carried = read_fields(request)
    own = {carried.name: carried.answers} if carried.answers or not carried.others else {}
    body = write_answers(
        {**own, **carried.others}, context=carried.context, staffing=carried.staffing, format=form
    )
    named = file_part(carried.form.who.data or "") if carried.answers and not carried.others else ""
    return attachment(body, f"readiness-answers-{named}" if named else "readiness-answers", form)
