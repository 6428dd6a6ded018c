"""The API: JSON in, the same results out. Errors are problem documents that name each field."""

from __future__ import annotations

import json
from typing import Annotated, Any, NoReturn, TypeVar

from flask import Blueprint, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from advisor import analyze_role
from advisor.roles.analyze import MAX_ORG_SIZE, MAX_TITLE
from advisor.rubrics.validate import keys_at

from . import limiting
from .errors import RefusedError, problem
from .openapi import document
from .security import TEXT_BODY

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")

Title = Annotated[str, StringConstraints(max_length=MAX_TITLE)]
M = TypeVar("M", bound=BaseModel)


class ApiRequest(BaseModel):
    """A request's body: no unknown fields, no guessing of types."""

    model_config = ConfigDict(extra="forbid", strict=True)


class RoleRequest(ApiRequest):
    """One role to read."""

    text: str = Field(description="The job description as plain text, up to 1 MiB.")
    title: Title | None = Field(
        None, description="The role's title; taken from the text's first lines if absent."
    )
    org_size: int | None = Field(None, ge=1, le=MAX_ORG_SIZE, description="People in the organisation.")


def _refuse(status: int, title: str, detail: str, next_step: str, code: str, errors: Any = None) -> NoReturn:
    raise RefusedError(problem(status, title, detail, next_step, code, errors))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: the last would silently win."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse(
                400,
                "A name stands twice",
                f"“{key[:80]}” stands twice in one object.",
                "Keep one of the two, or rename one.",
                "duplicate-name",
            )
        found[key] = value
    return found


def wanted(*types: str) -> str:
    """Return which of the content ``types`` the request would rather have, the first if it does not say.

    Ends in status 406 when it takes none of them.
    """
    best = request.accept_mimetypes.best_match(types) if request.accept_mimetypes else types[0]
    if best is None:
        _refuse(
            406,
            "That form is not made here",
            f"This address answers with {' or '.join(types)}; the Accept header takes none of them.",
            "Name one of them in the Accept header, or send “*/*”.",
            "not-acceptable",
        )
    return best


def read_json(model: type[M]) -> M:
    """Return the request's body as ``model``; refuse what does not fit, naming every field."""
    if request.mimetype != "application/json":
        abort(415)
    body = request.get_data(cache=False)
    if len(body) >= TEXT_BODY:  # sent in chunks, and cut off there
        abort(413)
    try:
        data = json.loads(body, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        _refuse(
            400,
            "That is not JSON",
            "The body can't be read as JSON.",
            "Send one JSON object as UTF-8.",
            "json",
        )
    try:
        return model.model_validate(data)
    except ValidationError as error:
        wrong = [_said(e, model) for e in error.errors(include_url=False, include_input=False)]
        _refuse(
            422,
            "The request does not fit",
            f"{len(wrong)} field{'s do' if len(wrong) > 1 else ' does'} not fit; “errors” lists them.",
            "Correct them and send it again; /api/v1/openapi.json describes every field.",
            "fields",
            wrong,
        )


def _said(error: Any, model: type[BaseModel]) -> dict[str, str]:
    where = "/" + "/".join(str(step) for step in error["loc"])
    if error["type"] == "extra_forbidden":
        return {
            "field": where,
            "message": "There is no such field.",
            "expected": ", ".join(keys_at(model, error["loc"][:-1])),
        }
    if error["type"] == "model_type":
        return {"field": where, "message": "This should be a JSON object, with the names of fields."}
    if error["type"] == "missing":
        return {"field": where, "message": "This field is missing."}
    return {"field": where, "message": error["msg"]}


@blueprint.post("/roles")
@limiting.limiter.limit(limiting.ROLE)
def roles() -> Response:
    """Read one role; the answer is ``advisor.role/1``."""
    wanted("application/json")
    asked = read_json(RoleRequest)
    return jsonify(analyze_role(asked.text, title=asked.title, org_size=asked.org_size).to_dict())


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of this API."""
    return jsonify(document())
