"""The API of teams: a description or roles in, ``advisor.org/1`` out. Nothing is stored."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify
from pydantic import Field

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org
from advisor.orgs.model import LEAST_PEOPLE, MOST_PEOPLE, MOST_ROLES
from advisor.orgs.result import OrgAnalysis
from advisor.roles.analyze import MAX_ORG_SIZE

from . import limiting
from .api import ApiRequest, read_json, wanted

blueprint = Blueprint("api_orgs", __name__, url_prefix="/api/v1")


class OrgRoleRequest(ApiRequest):
    """One role of a team: a title, and what it does as duties or as a whole text."""

    title: str = Field("", max_length=200)
    text: str = Field("", description="A whole job description.")
    duties: list[str] = Field(default_factory=list, max_length=200, description="What it does, one each.")
    measures: list[str] = Field(default_factory=list, max_length=50, description="What it is judged by.")
    headcount: float | None = Field(None, ge=LEAST_PEOPLE, le=MOST_PEOPLE, description="People; 1 if absent.")
    hours: float | None = Field(None, gt=0, le=168, description="Hours a week of each of them.")
    reports_to: str = Field("", max_length=200)
    name: str = Field("", max_length=200)


class OrgRequest(ApiRequest):
    """A team: a description as text, or roles."""

    text: str | None = Field(None, description="Prose, bullets, a table, CSV or job descriptions.")
    roles: list[OrgRoleRequest] = Field(default_factory=list, max_length=MOST_ROLES)
    org_size: int | None = Field(None, ge=1, le=MAX_ORG_SIZE, description="People in the organisation.")


def mapped(asked: OrgRequest) -> OrgAnalysis:
    """Return the map for a request. Raises InputError."""
    if bool(asked.text) == bool(asked.roles):
        raise InputError("org", "Give either text or roles.", "Send one of the two.")
    given = asked.text or [role.model_dump() for role in asked.roles]
    return analyze_org(given, org_size=asked.org_size)


@blueprint.post("/orgs")
@limiting.limiter.limit(limiting.ROLE)
def orgs() -> Response:
    """Map a team."""
    wanted("application/json")
    return jsonify(mapped(read_json(OrgRequest)).to_dict())
