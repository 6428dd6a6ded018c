"""What the questionnaire's pages send: one form that carries every answer from page to page; nothing is stored.

The browser holds the answers in the form's own fields. Every field is checked whenever it comes back: what does not
fit is said and left out, the rest stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from flask import Request
from werkzeug.datastructures import CombinedMultiDict, FileStorage, MultiDict

from advisor.errors import InputError
from advisor.readiness.answers import MAX_NAME, AnswerProblem, AnswersError, clean_name, numbered
from advisor.readiness.gather import Origin, gather, one_of
from advisor.readiness.model import DONT_KNOW
from advisor.readiness.parse import has_half_character
from advisor.rubrics.readiness import Questionnaire, load_readiness

from .readiness_fields import CHOICES, LEVELS, ReadinessForm, form_class

# Fields that steer a page, and are not part of what it carries.
STEERING = {"go", "from", "change", "try", "keep", "as", "files", "others", "leave_out", "adding"}


class Carried(NamedTuple):
    """What came in, sorted out. ``answers`` hold what was answered; ``others`` are further respondents.

    ``problems`` say, one sentence each, what did not fit: ``misfits`` tells whether a field is among it, ``wrong`` which
    fields keep it. ``origins`` tell which file an answer came from, and ``notes`` what files differ in, where files have
    just been read.
    """

    form: ReadinessForm
    answers: dict[str, int | str]
    others: dict[str, Any]
    context: list[str]
    staffing: dict[str, Any]
    problems: tuple[str, ...]
    misfits: bool = False
    wrong: frozenset[str] = frozenset()
    origins: Mapping[str, Origin] = MappingProxyType({})
    notes: tuple[str, ...] = ()

    @property
    def typed(self) -> bool:
        """Whether the form holds figures for the hours, right or wrong."""
        return any(any(self.form[key].raw_data or ()) for key in ReadinessForm.FIGURES)

    @property
    def name(self) -> str:
        """The respondent's name, or the first free number."""
        given = clean_name(self.form.who.data or "")
        if given:
            return given
        taken = {name.casefold() for name in self.others}
        return next(n for i in range(1, len(taken) + 2) if (n := numbered(i)).casefold() not in taken)

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


# What became of a file that is refused, by why.
_LEFT_OUT = {"staffing": "", "duplicate-respondent": "The later answers were left out. "}


def read_form(request: Request, *, adding: bool) -> Carried:
    """Sort out what a page sent. Nothing is raised for what the fields hold: it is said among the problems.

    ``adding``: files were to be put together. One that can't be used is said among the problems and left out. Raises
    InputError where none can be used, or where one names something of the space that is not known: a gate may hang on
    it. :func:`read_fields` still reads the rest.
    """
    carried = read_fields(request)
    files = [f for f in carried.form.files.data or () if isinstance(f, FileStorage) and f.filename]
    if not files:
        if adding:
            raise InputError(
                "no-file",
                "No answer file was chosen.",
                "Choose one or more first: YAML or JSON as downloaded here.",
            )
        return carried
    questionnaire = load_readiness()
    found, refused = gather(
        [(f.filename or "file", f.read()) for f in files], questionnaire, taken=[*carried.others]
    )
    if any(error.code == "context" for error in refused) or (refused and not found.respondents):
        raise one_of(refused)
    said = [
        f"{error.message} {_LEFT_OUT.get(error.code, 'It was left out. ')}{error.next_step}"
        for error in refused
    ]
    notes = list(found.notes)
    staffing = dict(carried.staffing)
    if carried.typed and found.staffing:
        notes.append("The figures for the hours are yours; those of the files were not used.")
    elif isinstance(found.staffing, Mapping):
        staffing = _filled(carried.form, found.staffing)
    return carried._replace(
        others={**carried.others, **found.respondents},
        context=[*carried.context, *(f for f in found.context if f not in carried.context)],
        staffing=staffing,
        problems=(*carried.problems, *said),
        origins=found.origins,
        notes=tuple(notes),
    )


def _filled(form: ReadinessForm, given: Mapping[Any, Any]) -> dict[str, Any]:
    """Put a file's figures into the form, as if typed there; return those that fit."""
    for key in form.FIGURES:
        if given.get(key) is not None:
            form[key].process(MultiDict({key: str(given[key])}))
            form[key].validate(form)
    return _figures(form)


def _figures(form: ReadinessForm) -> dict[str, Any]:
    return {
        key: form[key].data
        for key in form.FIGURES
        if form[key].data not in (None, "") and not form[key].errors
    }


def read_fields(request: Request) -> Carried:
    """Sort out the fields alone."""
    questionnaire = load_readiness()
    sent: MultiDict[str, Any] = request.form
    form = form_class(questionnaire)(CombinedMultiDict([request.files, sent]))
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
    wrong = [field for field in form if field.errors and field.name not in questionnaire.items]
    problems += [f"{field.label.text}: {field.errors[0]}" for field in wrong]
    flags = [f for f in sent.getlist("context") if f in questionnaire.flags]
    others = _others(sent.get("others", ""), problems)
    for name in sent.getlist("leave_out"):
        others.pop(name, None)
    return Carried(
        form,
        answers,
        others,
        flags,
        _figures(form),
        tuple(problems),
        bool(problems),
        frozenset(f.name for f in wrong),
    )


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
    if has_half_character(found):
        found = None
    if isinstance(found, dict) and all(isinstance(a, dict) for a in found.values()):
        return found
    problems.append(
        "The other respondents’ answers arrived damaged and were left out. Choose their files again."
    )
    return {}
