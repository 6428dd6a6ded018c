"""The team page: a description in, the roles that were read back for correction, then the map. Nothing is stored."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, render_template, request

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org, reading_of
from advisor.orgs.facts import facts_in
from advisor.orgs.files import read_files
from advisor.orgs.model import MOST_FILES, MOST_ROLES, OrgReading, RoleDraft, draft_from
from advisor.orgs.read import read_org
from advisor.orgs.result import OrgAnalysis
from advisor.orgs.settled import still_open
from advisor.report.org_view import org_view
from advisor.text.limits import FILE_BYTES
from advisor.text.markup import without_markdown
from advisor.wording import figure

from . import limiting
from .downloads import asked_for, report_file
from .forms import whole_number
from .org_files import Added, added, texts
from .security import OWN_COPY

blueprint = Blueprint("orgs", __name__)

COLUMNS = ("title", "name", "headcount", "hours", "reports_to", "duties", "measures", "text")
# What the reading was not sure of stands beside its row, and goes with it until the row ``as_read`` is corrected.
CARRIED = (*COLUMNS, "doubts", "as_read")
# What the page calls its columns, for what is wrong in one.
LABELS = {
    "headcount": "People",
    "hours": "Hours a week, each",
    "reports_to": "Reports to",
    "duties": "Does",
    "measures": "Judged by",
}
_LISTS = ("notice", "told", "left", "fact", "read")
_MOST_FIELDS = MOST_ROLES * (len(CARRIED) + len(_LISTS)) + 100
_FORM_BYTES = FILE_BYTES + (256 << 10)


class RowError(InputError):
    """What is wrong with a row, in the words of the page: ``row`` counts from 0, ``field`` is its column."""

    def __init__(self, error: InputError, row: int, field: str, said: str) -> None:
        super().__init__(error.code, said, error.next_step, error.status)
        self.row, self.field = row, field


def _row_error(error: InputError, row: Mapping[str, str], at: int) -> RowError:
    """Find the column at fault by reading each alone, and call it by its label."""
    for column, label in LABELS.items():
        try:
            draft_from({"title": "?", column: row.get(column, "")}, at + 1)
        except InputError as alone:
            told = alone.message.removeprefix(f"Role {at + 1} (“?”): ")
            said = re.sub(rf"^{column}\b|\b{column}(?=\.$)", f"“{label}”", told)
            return RowError(error, at, column, error.message.removesuffix(told) + said)
    return RowError(error, at, "title", error.message)


class Table(NamedTuple):
    """The rows as sent, each a dict of texts, the organisation's size as typed, and what was told of the whole.

    ``told`` are sentences about the organisation, ``left`` those that no role was given; the ones in ``facts`` count,
    the others were set aside. ``titles`` are the seats that the text named.
    """

    rows: list[dict[str, str]]
    org_size: str
    notices: list[str]
    told: list[str]
    left: list[str]
    facts: list[str]
    titles: list[str]
    source: str = ""  # the text as pasted, to compare with

    @property
    def given(self) -> list[dict[str, str]]:
        """What each row says: its columns that are not blank."""
        return [{c: row[c] for c in COLUMNS if row[c].strip()} for row in self.rows]

    def drafts(self) -> list[RoleDraft]:
        """Return the rows that say something, checked. Raises RowError."""
        drafts = []
        for at, row in enumerate(self.given):
            try:
                doubts = self.rows[at]["doubts"]
                drafts += [draft_from({**row, "doubts": doubts}, at + 1)] if row else []
            except InputError as error:
                raise _row_error(error, row, at) from error
        return drafts

    @property
    def as_read(self) -> bool:
        """Whether the rows are those that were read, none corrected, added or removed."""
        return len(self.rows) == len(self.titles) and all(map(_unchanged, self.rows))

    def size(self) -> int | None:
        """Return the organisation's size. Raises InputError."""
        number = whole_number(self.org_size)
        if self.org_size.strip() and not number:
            raise InputError(
                "org-size",
                "The organisation’s size needs a whole number, such as 40.",
                "Leave it empty if unsure.",
            )
        return number


def _table() -> Table:
    sent = request.form
    count = min(whole_number(sent.get("count", "")) or 0, MOST_ROLES)
    rows = [{c: sent.get(f"{c}-{i}", "") for c in CARRIED} for i in range(count)]
    for row in rows:
        if not _unchanged(row):
            row["doubts"] = ""
    notices, told, left, facts, titles = (sent.getlist(field)[:MOST_ROLES] for field in _LISTS)
    return Table(rows, sent.get("org_size", ""), notices, told, left, facts, titles, sent.get("source", ""))


def _print_of(row: Mapping[str, str]) -> str:
    """Return a short print of what a row says, by which it is known to be as it was read."""
    shown = [c for c in COLUMNS if not row["text"] or c not in ("duties", "measures")]  # as on the page
    said = "\x1f".join("\n".join(line.strip() for line in row[c].strip().splitlines()) for c in shown)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _unchanged(row: Mapping[str, str]) -> bool:
    return row["as_read"] == _print_of(row)


def _blank_row() -> dict[str, str]:
    return dict.fromkeys(CARRIED, "")


def _number(value: float | None) -> str:
    return "" if value is None else figure(value).replace(",", "")


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
            "doubts": "\n".join(r.doubts),
            "as_read": "",
        }
        for r in reading.roles
    ]
    rows = [{**row, "as_read": _print_of(row)} for row in rows]
    left = [" ".join(without_markdown(reading.text[s.start : s.end]).split())[:160] for s in reading.left]
    left = [said for said in left if re.search(r"\w", said)]  # the rule below a table's head says nothing
    facts = [without_markdown(f.text) for f in reading.facts if f.kind != "mail"]
    return Table(
        rows,
        size or _number(reading.org_size),
        list(reading.notices),
        facts[:MOST_ROLES],
        left[:MOST_ROLES],
        [*facts, *left][:MOST_ROLES],
        [r.title for r in reading.roles],
        reading.text,
    )


def _page(template: str, status: int = 200, **shown: Any) -> Response:
    given: dict[str, Any] = {
        "error": None,
        "text": request.form.get("text", ""),
        "table": None,
        "columns": CARRIED,
        "read": False,
        "focus": None,
        "by_file": False,
        "files": Added(),
    }
    response = Response(render_template(f"pages/{template}.html", **{**given, **shown}), status)
    response.headers["Cache-Control"] = OWN_COPY
    return response


def _uploads(field: str) -> list[tuple[str, bytes]]:
    return [
        (" ".join((f.filename or "file").split()), f.read())
        for f in request.files.getlist(field)
        if f.filename
    ]


@blueprint.get("/org")
def box() -> Response:
    """Show the box and the empty form."""
    return _page("org", org_size="")


@blueprint.post("/org")
@limiting.limiter.limit(limiting.ROLE)
def read() -> Response:
    """Read the description, or change the rows; show them for correction."""
    request.max_form_memory_size, request.max_form_parts = _FORM_BYTES, _MOST_FIELDS
    go, size = request.form.get("go", "read"), request.form.get("org_size", "")
    if go == "rows":
        return _page("org_rows", table=Table([_blank_row() for _ in range(3)], size, [], [], [], [], []))
    if go == "read":
        files = _uploads("files")
        try:
            if files:
                found = texts(files[: MOST_FILES + 1])
                reading = read_org(found[0][1]) if len(found) == 1 else read_files(found)
            else:
                reading = read_org(request.form.get("text", ""))
        except InputError as error:
            return _page("org", error.status, error=error, org_size=size, by_file=bool(files))
        return _page("org_rows", table=_rows_of(reading, size), read=True)
    table = _table()
    removed = whole_number(go.removeprefix("remove-")) if go.startswith("remove-") else None
    focus: int | str | None = None  # the row, or the button, to go on with
    if go == "add" and len(table.rows) < MOST_ROLES:
        table.rows.append(_blank_row())
        focus = len(table.rows) - 1
    elif removed is not None and removed < len(table.rows):
        del table.rows[removed]
        focus = removed if removed < len(table.rows) else "add"
    elif go == "map":
        return _mapped(table)
    elif go != "correct":
        abort(400)
    return _page("org_rows", table=table, focus=focus)


def _analysis(table: Table) -> OrgAnalysis:
    # What was said of the whole organisation, such as its hours, counts beside the rows.
    reading = reading_of(table.drafts())
    facts = still_open(facts_in("\n".join(table.facts)), reading.roles, table.titles)
    notices = tuple(table.notices) if table.as_read else ()  # what was corrected may have settled any of them
    return analyze_org(replace(reading, facts=facts, notices=notices), org_size=table.size())


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
    request.max_form_memory_size, request.max_form_parts = _FORM_BYTES, _MOST_FIELDS + 600
    ending, paper = asked_for()
    table = _table()
    try:
        analysis = _analysis(table)
    except InputError as error:
        return _page("org_rows", error.status, table=table, error=error)
    files = added(request)
    try:
        roles, ready = files.parts(table.size())
        return report_file(
            "report" if roles or ready else "team-map",
            ending,
            paper,
            roles,
            org=analysis,
            readiness=ready,
            client=request.form.get("client"),
            prepared_by=request.form.get("prepared_by"),
        )
    except InputError as error:
        return _page(
            "org_result", error.status, table=table, view=org_view(analysis), error=error, files=files
        )
