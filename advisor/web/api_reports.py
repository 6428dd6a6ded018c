"""The API of reports: roles, a team and readiness in, one report out, as JSON, PDF or Markdown."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from flask import Blueprint, Response, jsonify
from pydantic import Field, StringConstraints

from advisor import analyze_role
from advisor.readiness.answers import AnswersError
from advisor.report import to_markdown, to_pdf
from advisor.report.model import LONGEST, MOST_ROLES, build_report

from . import limiting
from .api import ApiRequest, RoleRequest, Title, read_json, wanted
from .api_orgs import OrgRequest, mapped
from .api_readiness import ReadinessRequest, answers_problem, judged

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


@blueprint.post("/reports")
@limiting.limiter.limit(limiting.REPORT)
def reports() -> Response:
    """Put roles, a team and readiness into one report: JSON, or a PDF or Markdown file by the Accept header."""
    wants = wanted("application/json", "application/pdf", "text/markdown")
    asked = read_json(ReportRequest)
    roles = [analyze_role(r.text, title=r.title, org_size=r.org_size) for r in asked.roles]
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
