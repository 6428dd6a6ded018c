"""The API of reports: roles, a team and readiness in, one report out, as JSON, PDF or Markdown."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from flask import Blueprint, Response, jsonify
from pydantic import Field, StringConstraints

from advisor import analyze_role
from advisor.errors import InputError
from advisor.readiness.answers import AnswersError
from advisor.report import to_markdown, to_pdf
from advisor.report.model import LONGEST, MOST_ROLES, build_report
from advisor.roles.model import RoleAnalysis

from . import limiting
from .api import ApiRequest, RoleRequest, Title, read_json, wanted
from .api_orgs import OrgRequest, mapped
from .api_readiness import ReadinessRequest, answers_problem, judged
from .errors import RefusedError, problem, said

blueprint = Blueprint("api_reports", __name__, url_prefix="/api/v1")

Name = Annotated[str, StringConstraints(max_length=LONGEST)]


class ReportRequest(ApiRequest):
    """What to put into one report: roles, a team, readiness: any of them."""

    title: Title | None = Field(None, description="The report's title.")
    client: Name | None = Field(None, description="The organisation the report is for.")
    prepared_by: Name | None = Field(None, description="Who prepared it.")
    date: dt.date | None = Field(None, description="The date on the report, today if absent.", strict=False)
    paper: Literal["A4", "Letter"] = Field("A4", description="The PDF's paper size.")
    roles: list[RoleRequest] = Field(
        default_factory=list, max_length=MOST_ROLES, description="The roles to read."
    )
    org: OrgRequest | None = Field(None, description="A team to map.")
    readiness: ReadinessRequest | None = Field(None, description="Answers to judge.")


@blueprint.errorhandler(AnswersError)
def _answers(error: AnswersError) -> Response:
    return answers_problem(error, "readiness")


def _role(asked: RoleRequest, at: int) -> RoleAnalysis:
    try:
        return analyze_role(asked.text, title=asked.title, org_size=asked.org_size)
    except InputError as error:
        wrong = [{"field": f"/roles/{at}", "message": error.message}]
        title = said(error.status).title
        raise RefusedError(
            problem(error.status, title, error.message, error.next_step, error.code, wrong)
        ) from error


@blueprint.post("/reports")
@limiting.limiter.limit(limiting.REPORT)
def reports() -> Response:
    """Put roles, a team and readiness into one report: JSON, or a PDF or Markdown file by the Accept header."""
    wants = wanted("application/json", "application/pdf", "text/markdown")
    asked = read_json(ReportRequest)
    roles = [_role(asked_for, at) for at, asked_for in enumerate(asked.roles)]
    report = build_report(
        roles,
        org=mapped(asked.org) if asked.org else None,
        readiness=judged(asked.readiness) if asked.readiness else None,
        title=asked.title,
        client=asked.client,
        prepared_by=asked.prepared_by,
        date=asked.date or dt.datetime.now(tz=dt.UTC).date(),
        paper=asked.paper,
    )
    if wants == "application/pdf":
        return Response(to_pdf(report), mimetype="application/pdf")
    if wants == "text/markdown":
        return Response(to_markdown(report), mimetype="text/markdown")
    return jsonify(report.to_dict())
