"""The team page: a description in, the roles that were read back for correction, then the map. Nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, render_template, request

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org, reading_of
from advisor.orgs.facts import facts_in
from advisor.orgs.model import MOST_FILES, MOST_ROLES, OrgReading, RoleDraft, draft_from
from advisor.orgs.read import read_files, read_org
from advisor.orgs.result import OrgAnalysis
from advisor.readiness.assess import assess_readiness
from advisor.readiness.files import read_answer_files
from advisor.report.org_view import org_view
from advisor.roles.analyze import analyze_role
from advisor.text.extract import extract
from advisor.text.limits import FILE_BYTES

from . import limiting
from .downloads import asked_for, report_file

blueprint = Blueprint("orgs", __name__)

COLUMNS = ("title", "headcount", "hours", "reports_to", "duties", "measures", "name", "text")
_FORM_BYTES = FILE_BYTES + (256 << 10)


class Table(NamedTuple):
    """The rows as sent, each a dict of texts, the organisation's size as typed, and what was told of the whole."""

    rows: list[dict[str, str]]
    org_size: str
    notices: list[str]
    facts: list[str]

    def drafts(self) -> list[RoleDraft]:
        """Return the rows that say something, checked. Raises InputError with the row's number."""
        given = [{key: value for key, value in row.items() if value.strip()} for row in self.rows]
        return [draft_from(row, number) for number, row in enumerate(given, 1) if row]

    def size(self) -> int | None:
        """Return the organisation's size. Raises InputError."""
        text = self.org_size.replace(",", "").strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
            raise InputError(
                "org-size",
                "The organisation’s size needs a whole number, such as 40.",
                "Leave it empty if unsure.",
            )
        return int(text)


def _table() -> Table:
    sent = request.form
    count = min(int(sent.get("count", "0")) if sent.get("count", "0").isdecimal() else 0, MOST_ROLES)
    rows = [{c: sent.get(f"{c}-{i}", "") for c in COLUMNS} for i in range(count)]
    return Table(rows, sent.get("org_size", ""), sent.getlist("notice"), sent.getlist("fact")[:MOST_ROLES])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _rows_of(reading: OrgReading, size: str) -> Table:
    rows = [
        {
            "title": r.title,
            "headcount": _number(r.headcount),
            "hours": _number(r.hours),
            "reports_to": r.reports_to,
            "duties": "\n".join(r.duties),
            "measures": "\n".join(r.measures),
            "name": r.name,
            "text": r.text,
        }
        for r in reading.roles
    ]
    left = [" ".join(reading.text[s.start : s.end].split())[:160] for s in reading.left]
    facts = [f.text for f in reading.facts]
    notices = [*reading.notices, *(d for r in reading.roles for d in r.doubts)]
    if facts:
        notices.append(f"Taken as facts about the organisation: {_listed(facts)}")
    if any(left):
        notices.append(f"Given to no role: {_listed(left)}")
    return Table(rows, size or _number(reading.org_size), notices, [*facts, *filter(None, left)])


def _listed(sentences: list[str]) -> str:
    return "; ".join(s.rstrip(" .") for s in sentences if s)


def _page(template: str, status: int = 200, **shown: Any) -> Response:
    given: dict[str, Any] = {
        "error": None,
        "text": request.form.get("text", ""),
        "table": None,
        "columns": COLUMNS,
    }
    response = Response(render_template(f"pages/{template}.html", **{**given, **shown}), status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _uploads(field: str) -> list[tuple[str, bytes]]:
    return [(f.filename or "file", f.read()) for f in request.files.getlist(field) if f.filename]


@blueprint.get("/org")
def box() -> Response:
    """Show the box and the empty form."""
    return _page("org", org_size="")


@blueprint.post("/org")
@limiting.limiter.limit(limiting.ROLE)
def read() -> Response:
    """Read the description, or change the rows; show them for correction."""
    request.max_form_memory_size, request.max_form_parts = _FORM_BYTES, MOST_ROLES * len(COLUMNS) + 100
    go, size = request.form.get("go", "read"), request.form.get("org_size", "")
    if go == "rows":
        return _page("org_rows", table=Table([dict.fromkeys(COLUMNS, "") for _ in range(3)], size, [], []))
    if go == "read":
        files = _uploads("files")
        try:
            if files:
                found = [(name, extract(data, filename=name).text) for name, data in files[: MOST_FILES + 1]]
                reading = read_org(found[0][1]) if len(found) == 1 else read_files(found)
            else:
                reading = read_org(request.form.get("text", ""))
        except InputError as error:
            return _page("org", error.status, error=error, org_size=size)
        return _page("org_rows", table=_rows_of(reading, size))
    table = _table()
    if go == "add" and len(table.rows) < MOST_ROLES:
        table.rows.append(dict.fromkeys(COLUMNS, ""))
    elif go.startswith("remove-") and go[7:].isdecimal() and int(go[7:]) < len(table.rows):
        del table.rows[int(go[7:])]
    elif go == "map":
        return _mapped(table)
    elif go != "correct":
        abort(400)
    return _page("org_rows", table=table)


def _analysis(table: Table) -> OrgAnalysis:
    # What was said of the whole organisation, such as its hours, counts beside the rows.
    facts = facts_in("\n".join(table.facts))
    return analyze_org(replace(reading_of(table.drafts()), facts=facts), org_size=table.size())


def _mapped(table: Table) -> Response:
    try:
        analysis = _analysis(table)
    except InputError as error:
        return _page("org_rows", error.status, table=table, error=error)
    return _page("org_result", table=table, view=org_view(analysis))


@blueprint.post("/org/report")
@limiting.limiter.limit(limiting.REPORT)
def report() -> Response:
    """Give the map as a file; job descriptions and answer files sent along make one report of all."""
    request.max_form_memory_size, request.max_form_parts = _FORM_BYTES, MOST_ROLES * len(COLUMNS) + 700
    ending, paper = asked_for()
    table = _table()
    try:
        answers = _uploads("answers")
        ready = None
        if answers:
            given = read_answer_files(answers)
            ready = assess_readiness(
                given.respondents, context=given.context, staffing=given.staffing, blanks=True
            )
        roles = [
            analyze_role(extract(data, filename=name).text, org_size=table.size())
            for name, data in _uploads("roles")[:20]
        ]
        return report_file(
            "team-map",
            ending,
            paper,
            roles,
            org=_analysis(table),
            readiness=ready,
            client=request.form.get("client"),
            prepared_by=request.form.get("prepared_by"),
        )
    except InputError as error:
        return _page("org_rows", error.status, table=table, error=error)
