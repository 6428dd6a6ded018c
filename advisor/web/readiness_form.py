"""What the questionnaire's pages send: one form that carries every answer from page to page; nothing is stored.

The browser holds the answers in the form's own fields. Every field is checked whenever it comes back: what does not
fit is said and left out, the rest stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Request
from werkzeug.datastructures import CombinedMultiDict, FileStorage, MultiDict
from wtforms import (
    FloatField,
    Form,
    MultipleFileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import Length, NumberRange, Optional

from advisor.errors import InputError
from advisor.readiness.answers import MAX_NAME, MAX_RESPONDENTS, AnswerProblem, AnswersError, clean_name
from advisor.readiness.files import AnswerFile, read_answer_file, read_answer_files
from advisor.readiness.model import DONT_KNOW, NOT_APPLICABLE
from advisor.readiness.staffing import LIMITS
from advisor.report.model import LONGEST
from advisor.rubrics.models.readiness import TOP, Item
from advisor.rubrics.readiness import Questionnaire, load_readiness

from .forms import WholeNumber

LEVELS = tuple(str(level) for level in range(TOP + 1))
CHOICES = (*LEVELS, DONT_KNOW, NOT_APPLICABLE)
# Fields that steer a page, and are not part of what it carries.
STEERING = {"go", "from", "change", "try", "keep", "as", "files", "others", "leave_out", "adding"}


def _figure(label: str, key: str, example: str) -> dict[str, Any]:
    low, high = LIMITS[key]
    said = f"This needs a number from {low:g} to {high:,.0f}, such as {example}. Leave it empty for our assumption."
    return {"label": label, "validators": [Optional(), NumberRange(low, high, said)], "said": said}


class Figure(FloatField):
    """A number in words for people; its message says what fits."""

    def __init__(self, *, label: str, validators: list[Any], said: str, **more: Any) -> None:
        super().__init__(label, validators, **more)
        self.said = said

    def process_formdata(self, valuelist: list[str]) -> None:
        given = valuelist[0].strip().replace(",", ".") if valuelist else ""
        self.data = None
        if not given:
            return
        try:
            self.data = float(given)
        except ValueError as error:
            raise ValueError(self.said) from error


class ReadinessForm(Form):
    """Everything beside the answers: who answers, what is true of the space, figures for the hours, the report's head."""

    who = StringField(
        "Your name or role",
        [Optional(), Length(max=MAX_NAME, message=f"A name has at most {MAX_NAME} characters. Shorten it.")],
    )
    context = SelectMultipleField("What is true of the space?")
    active_members = WholeNumber(
        "Active members",
        [Optional(), NumberRange(1, 1_000_000, "This needs a number from 1 to 1,000,000, such as 200.")],
    )
    stage = SelectField("Stage", [Optional()])
    minutes_per_member = Figure(**_figure("Minutes a month for each member", "minutes_per_member", "5"))
    full_time_hours = Figure(**_figure("Hours in a full-time week", "full_time_hours", "40"))
    cover_hours = Figure(**_figure("Hours a week that somebody watches", "cover_hours", "40"))
    files = MultipleFileField("Answer files")
    client = StringField("Organisation", [Optional(), Length(max=LONGEST)])
    prepared_by = StringField("Prepared by", [Optional(), Length(max=LONGEST)])

    FIGURES = ("active_members", "stage", "minutes_per_member", "full_time_hours", "cover_hours")


def choices_of(item: Item, questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Return every answer to a question: what is sent, and what it says."""
    says = questionnaire.data.says
    return [
        *((str(level), text) for level, text in enumerate(item.levels)),
        (DONT_KNOW, says.dont_know),
        (NOT_APPLICABLE, says.not_applicable),
    ]


@lru_cache(maxsize=4)
def _form_class(questionnaire: Questionnaire) -> type[ReadinessForm]:
    """Return the form with one radio field for each question."""
    fields = {
        item.id: RadioField(
            item.question, [Optional()], choices=dict(choices_of(item, questionnaire)), validate_choice=False
        )
        for item in questionnaire.data.items
    }
    return type("QuestionnaireForm", (ReadinessForm,), fields)


class Carried(NamedTuple):
    """What came in, sorted out. ``answers`` hold what was answered; ``others`` are further respondents.

    ``problems`` say, one sentence each, what did not fit and was left out.
    """

    form: ReadinessForm
    answers: dict[str, int | str]
    others: dict[str, Any]
    context: list[str]
    staffing: dict[str, Any]
    problems: tuple[str, ...]

    @property
    def name(self) -> str:
        """The respondent's name, or the first free number."""
        given = clean_name(self.form.who.data or "")
        if given:
            return given
        taken = {name.casefold() for name in self.others}
        return next(n for i in range(1, len(taken) + 2) if (n := f"Respondent {i}").casefold() not in taken)

    def respondents(self, questionnaire: Questionnaire) -> dict[str, Any]:
        """Return everybody's answers, blanks left out. Raises InputError when a name stands twice."""
        if not self.answers and self.others:
            return dict(self.others)
        name = self.name
        if name.casefold() in {other.casefold() for other in self.others}:
            said = f"“{name}” answers here and in a file."
            raise AnswersError(
                [AnswerProblem("duplicate-respondent", name, (), said)],
                "Change your name on the first page, or leave the file out.",
            )
        # Who has answered nothing may see what that comes to, all the same.
        own = dict(self.answers) or dict.fromkeys(questionnaire.items, DONT_KNOW)
        return {name: own, **self.others}

    def blamed(self, error: InputError) -> list[str]:
        """Return the other respondents whose answers can't be used, as ``error`` says."""
        wrong = {p.respondent.casefold() for p in error.problems} if isinstance(error, AnswersError) else ()
        return [name for name in self.others if clean_name(name)[:MAX_NAME].casefold() in wrong]

    def hidden(self, *, without: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
        """Yield the fields that a page carries without showing them."""
        for item, answer in self.answers.items():
            if item not in without:
                yield item, str(answer)
        if "start" not in without:
            yield "who", self.form.who.data or ""
            for flag in self.context:
                yield "context", flag
        if "figures" not in without:
            for key in ReadinessForm.FIGURES:
                raw = self.form[key].raw_data
                if raw and raw[0]:
                    yield key, raw[0]
        for key in ("client", "prepared_by"):
            if key not in without and self.form[key].data:
                yield key, self.form[key].data
        if self.others:
            yield "others", json.dumps(self.others, ensure_ascii=False, separators=(",", ":"))


def read_form(request: Request) -> Carried:
    """Sort out what a page sent. Nothing is raised for what the fields hold: it is said among the problems.

    A file that can't be read beside others that can is said there too, and left out. Raises InputError where no file
    can be used, or someone answers twice; :func:`read_fields` still reads the rest.
    """
    carried = read_fields(request)
    files = [f for f in carried.form.files.data or () if isinstance(f, FileStorage) and f.filename]
    if not files:
        if request.form.get("adding"):
            raise InputError(
                "no-file",
                "No answer file was chosen.",
                "Choose one or more first: YAML or JSON as downloaded here.",
            )
        return carried
    found, unreadable = _read([(f.filename or "file", f.read()) for f in files])
    twice = sorted(
        n for n in found.respondents if str(n).casefold() in {o.casefold() for o in carried.others}
    )
    if twice:
        raise InputError(
            "duplicate-respondent",
            f"“{twice[0]}” has answered already.",
            "Leave that file out, or change the name in it.",
        )
    questionnaire = load_readiness()
    flags = [f for f in found.context if f in questionnaire.flags and f not in carried.context]
    staffing = dict(carried.staffing)
    if isinstance(found.staffing, Mapping) and not staffing:
        staffing = {str(key): value for key, value in found.staffing.items()}
        for key in carried.form.FIGURES:
            if key in staffing:
                carried.form[key].raw_data = [str(staffing[key])]
    return carried._replace(
        others={**carried.others, **{str(n): a for n, a in found.respondents.items()}},
        context=[*carried.context, *flags],
        staffing=staffing,
        problems=(*carried.problems, *unreadable),
    )


def _read(files: list[tuple[str, bytes]]) -> tuple[AnswerFile, list[str]]:
    """Return what the files that can be read hold, and a sentence for each other one. Raises as the reader does."""
    try:
        return read_answer_files(files), []
    except InputError:
        if len(files) == 1 or len(files) > MAX_RESPONDENTS:
            raise
        usable, unreadable = [], []
        for name, data in files:
            try:
                read_answer_file(data, filename=name)
                usable.append((name, data))
            except InputError as error:
                unreadable.append(f"{error.message} It was left out. {error.next_step}")
        if not usable or not unreadable:
            raise
        return read_answer_files(usable), unreadable


def read_fields(request: Request) -> Carried:
    """Sort out the fields alone."""
    questionnaire = load_readiness()
    sent: MultiDict[str, Any] = request.form
    form = _form_class(questionnaire)(CombinedMultiDict([request.files, sent]))
    form.context.choices = {f.id: f.name for f in questionnaire.data.context}
    form.stage.choices = {"": "", **{s.id: s.name for s in questionnaire.data.staffing.stages}}
    problems: list[str] = []
    answers: dict[str, int | str] = {}
    for id_, item in questionnaire.items.items():
        given = sent.get(id_, "").strip()
        if given in CHOICES:
            answers[id_] = int(given) if given in LEVELS else given
        elif given:
            problems.append(
                f"“{given[:20]}” is no answer to “{item.question}” It was left out: choose one there."
            )
    problems += _unknown(sent, questionnaire)
    form.validate()
    problems += [
        f"{field.label.text}: {field.errors[0]}"
        for field in form
        if field.errors and field.name not in questionnaire.items
    ]
    flags = [f for f in sent.getlist("context") if f in questionnaire.flags]
    figures = {
        key: form[key].data
        for key in form.FIGURES
        if form[key].data not in (None, "") and not form[key].errors
    }
    others = _others(sent.get("others", ""), problems)
    for name in sent.getlist("leave_out"):
        others.pop(name, None)
    return Carried(form, answers, others, flags, figures, tuple(problems))


def _unknown(sent: MultiDict[str, Any], questionnaire: Questionnaire) -> Iterator[str]:
    known = {*questionnaire.items, *(field.name for field in ReadinessForm()), *STEERING}
    for key in sorted({k for k in sent if k not in known})[:5]:
        yield f"“{key[:20]}” is not a question of this questionnaire. It was left out."


def _others(text: str, problems: list[str]) -> dict[str, Any]:
    """Return the other respondents that a page carried along, or nothing and a problem."""
    if not text:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict) and all(isinstance(a, dict) for a in found.values()):
        return found
    problems.append(
        "The other respondents’ answers arrived damaged and were left out. Choose their files again."
    )
    return {}
