"""The fields of the questionnaire's pages: one for each question, the figures for the hours, the report's head."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from wtforms import (
    FloatField,
    Form,
    MultipleFileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import Length, NumberRange, Optional, ValidationError

from advisor.readiness.answers import MAX_NAME
from advisor.readiness.model import DONT_KNOW, NOT_APPLICABLE
from advisor.readiness.staffing import LIMITS
from advisor.report.model import LONGEST
from advisor.rubrics.models.readiness import TOP, Item
from advisor.rubrics.readiness import Questionnaire

from .forms import WholeNumber

LEVELS = tuple(str(level) for level in range(TOP + 1))
CHOICES = (*LEVELS, DONT_KNOW, NOT_APPLICABLE)
_HEAD = f"A report’s head holds {LONGEST} characters. Shorten it."


def _range(key: str, example: str, otherwise: str = "") -> NumberRange:
    low, high = LIMITS[key]
    said = f"This needs a number from {low:g} to {high:,.0f}, such as {example}.{otherwise}"
    return NumberRange(low, high, said)


def _figure(label: str, key: str, example: str) -> dict[str, Any]:
    fits = _range(key, example, " Leave it empty for our assumption.")
    return {"label": label, "validators": [Optional(), fits], "said": fits.message}


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


class Flags(SelectMultipleField):
    """What is true of the space; its message names what can't be chosen."""

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 - what WTForms calls
        if unknown := [flag for flag in self.data or () if flag not in (self.choices or ())]:
            raise ValidationError(f"“{unknown[0][:20]}” can’t be chosen. It was left out.")


class Stage(SelectField):
    """How far along the community is; its message names what can be chosen."""

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 - what WTForms calls
        choices = self.choices if isinstance(self.choices, dict) else {}
        if self.data not in choices:
            raise ValidationError(
                f"This needs one of: {', '.join(name for name in choices.values() if name)}."
            )


class ReadinessForm(Form):
    """Everything beside the answers: who answers, what is true of the space, figures for the hours, the report's head."""

    who = StringField(
        "Your name or role",
        [Optional(), Length(max=MAX_NAME, message=f"A name has at most {MAX_NAME} characters. Shorten it.")],
    )
    context = Flags("What is true of the space?")
    active_members = WholeNumber(
        "Active members",
        [Optional(), _range("active_members", "200")],
    )
    stage = Stage("Stage", [Optional()])
    minutes_per_member = Figure(**_figure("Minutes a month for each member", "minutes_per_member", "5"))
    full_time_hours = Figure(**_figure("Hours in a full-time week", "full_time_hours", "40"))
    cover_hours = Figure(**_figure("Hours a week that somebody watches", "cover_hours", "40"))
    files = MultipleFileField("Answer files")
    client = StringField("Organisation", [Optional(), Length(max=LONGEST, message=_HEAD)])
    prepared_by = StringField("Prepared by", [Optional(), Length(max=LONGEST, message=_HEAD)])

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
def form_class(questionnaire: Questionnaire) -> type[ReadinessForm]:
    """Return the form with one radio field for each question."""
    fields = {
        item.id: RadioField(
            item.question, [Optional()], choices=dict(choices_of(item, questionnaire)), validate_choice=False
        )
        for item in questionnaire.data.items
    }
    return type("QuestionnaireForm", (ReadinessForm,), fields)
