"""The API of the questionnaire: answers in, ``advisor.readiness/1`` out. Nothing is stored."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from flask import Blueprint, Response, jsonify
from pydantic import Field, WithJsonSchema

from advisor import assess_readiness
from advisor.errors import InputError
from advisor.readiness.answers import MAX_RESPONDENTS, AnswersError
from advisor.readiness.gather import other_rubrics
from advisor.readiness.model import DONT_KNOW, NOT_APPLICABLE, Readiness
from advisor.readiness.staffing import LIMITS
from advisor.rubrics.models.readiness import TOP
from advisor.rubrics.readiness import load_readiness

from . import limiting
from .api import ApiRequest, read_json, wanted
from .errors import problem

blueprint = Blueprint("api_readiness", __name__, url_prefix="/api/v1")

# The core judges answers, because it can name the nearest question; this is what it takes.
_GIVEN: dict[str, Any] = {
    "type": "object",
    "description": "Question id → answer; every question of the questionnaire needs one.",
    "additionalProperties": {
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": TOP},
            {"enum": [DONT_KNOW, NOT_APPLICABLE]},
        ]
    },
}
Given = Annotated[Any, WithJsonSchema(_GIVEN)]


def _within(key: str) -> Any:
    low, high = LIMITS[key]
    return Field(ge=low, le=high)


class StaffingRequest(ApiRequest):
    """The assumptions of the staffing estimate; ours for those left out."""

    active_members: Annotated[int, _within("active_members")] | None = Field(
        None, description="People who take part in a month."
    )
    stage: str | None = Field(None, description="starting, growing or settled.")
    minutes_per_member: Annotated[float, _within("minutes_per_member")] | None = Field(
        None, description="Work a month for each active member, in minutes."
    )
    full_time_hours: Annotated[float, _within("full_time_hours")] | None = Field(
        None, description="Hours in a full-time week."
    )
    cover_hours: Annotated[float, _within("cover_hours")] | None = Field(
        None, description="Hours a week in which somebody watches the space."
    )


class ReadinessRequest(ApiRequest):
    """Answers of one respondent or several: also the body of an answer file, as the page and the command line give it."""

    respondents: dict[str, Given] = Field(
        description=f"Name → answers, of 1 to {MAX_RESPONDENTS} respondents."
    )
    context: list[str] = Field(
        default_factory=list, description="What is true of the space, such as minors or public_posting."
    )
    staffing: StaffingRequest | None = Field(None, description="Figures for the hours a week.")
    format_: Literal["advisor.answers/1"] | None = Field(
        None, alias="schema", description="The form of an answer file; it may be left out."
    )
    rubrics: str | None = Field(
        None,
        description="The rubrics that an answer file was made with: others than the advisor's are refused. It may be left out.",
    )


def _pointer(*steps: str) -> str:
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


def answers_problem(error: AnswersError, *above: str) -> Response:
    """Name every answer that does not fit; ``above`` are the fields that the answers stand in."""
    wrong = []
    for found in error.problems:
        part = ("context",) if found.code == "context" else ("respondents", found.respondent)
        for item in found.items or ("",):
            entry = {
                "field": _pointer(*above, *part, *([item] if item else [])),
                "message": found.message,
            }
            wrong.append(entry | ({"expected": found.expected} if found.expected else {}))
    return problem(
        error.status, "The answers do not fit", error.message, error.next_step, error.code, wrong[:100]
    )


@blueprint.errorhandler(AnswersError)
def _answers(error: AnswersError) -> Response:
    return answers_problem(error)


def judged(asked: ReadinessRequest) -> Readiness:
    """Return the result for a request's answers. Raises InputError."""
    staffing = asked.staffing.model_dump(exclude_none=True) if asked.staffing else None
    return assess_readiness(asked.respondents, context=asked.context, staffing=staffing)


@blueprint.post("/readiness")
@limiting.limiter.limit(limiting.ROLE)
def readiness() -> Response:
    """Judge the answers."""
    wanted("application/json")
    asked = read_json(ReadinessRequest)
    for told in other_rubrics({asked.rubrics or "": ["This file"]}, load_readiness()):
        raise InputError("other-rubrics", told, "Then send it again without “rubrics”.")
    return jsonify(judged(asked).to_dict())
