"""The role page: a job description in, what job it really is and what to do about it out. Nothing is stored."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from flask import Blueprint, Response, abort, render_template, request
from werkzeug.datastructures import FileStorage

from advisor import analyze_role, load_rubrics
from advisor.errors import InputError
from advisor.paths import templates_dir
from advisor.report.role_view import RoleView, role_view
from advisor.roles.model import RoleAnalysis
from advisor.text.extract import extract
from advisor.text.limits import FILE_BYTES

from . import limiting
from .downloads import asked_for, file_part, report_file
from .forms import RoleForm, role_form
from .security import OWN_COPY

blueprint = Blueprint("roles", __name__)

# A text over the limit comes back in its form with a message, so the form may be somewhat larger than the text.
_FORM_BYTES = FILE_BYTES + (256 << 10)


class Sample(NamedTuple):
    """An ad of our own writing to try the advisor with."""

    id: str
    name: str
    says: str


SAMPLES = (
    Sample(
        "clean-role",
        "A community role, cleanly cut",
        "Hosts members, keeps the commons, judged by who returns.",
    ),
    Sample("four-jobs", "Four jobs in one seat", "Publishing, a help desk, a night watch, and some hosting."),
    Sample(
        "borrowed-title",
        "A social role in borrowed clothes",
        "Titled community; asked for reach and followers.",
    ),
)


class Shown(NamedTuple):
    """What the page shows beside the form. ``view`` is None when there is nothing to read, or it can't be read."""

    view: RoleView | None = None
    error: InputError | None = None
    notes: tuple[str, ...] = ()
    sample: str = ""


@cache
def sample_text(id_: str) -> str:
    """Return a sample's text. Raises KeyError for an id that is not in ``SAMPLES``."""
    if id_ not in {s.id for s in SAMPLES}:
        raise KeyError(id_)
    return (templates_dir() / "samples" / f"{id_}.txt").read_text("utf-8")


def _analysis(form: RoleForm) -> tuple[RoleAnalysis, tuple[str, ...]]:
    """Read the file if there is one, else the text; a file's text takes the place of the text in the form.

    Raises InputError; then the form is as the user left it.
    """
    notes: tuple[str, ...] = ()
    text = form.text.data or ""
    upload = form.file.data
    if isinstance(upload, FileStorage) and upload.filename:
        read = extract(upload.read(), filename=upload.filename, content_type=upload.content_type)
        text, notes = read.text, (f"Read from {upload.filename}.", *read.notes)
    analysis = analyze_role(text, title=form.title.data or None, org_size=form.org_size.data)
    form.text.data = text
    return analysis, notes


def _page(form: RoleForm, shown: Shown, status: int = 200) -> Response:
    """Render the page, or for a live update only the part that changes."""
    live = request.headers.get("HX-Request") == "true"
    template = "partials/role_result.html" if live else "pages/role.html"
    # A live update is answered as a success even when the text can't be read yet: the page says why.
    body = render_template(template, form=form, sample_ads=SAMPLES, live=live, **shown._asdict())
    response = Response(body, 200 if live else status)
    response.vary.add("HX-Request")
    if not live:
        response.headers["Cache-Control"] = OWN_COPY
    return response


def _form_error(form: RoleForm) -> InputError:
    field = next(field for field in form if field.errors)
    return InputError("field", f"“{field.label.text}” can’t be used as it is.", str(field.errors[0]))


def _generous() -> None:
    request.max_form_memory_size = _FORM_BYTES


@blueprint.get("/")
def home() -> Response:
    """Say what the advisor does, and offer the box."""
    response = Response(render_template("pages/home.html", form=RoleForm(), sample_ads=SAMPLES))
    response.headers["Cache-Control"] = OWN_COPY
    return response


@blueprint.get("/role")
@limiting.limiter.limit(limiting.ROLE)
def role_box() -> Response:
    """Show the box, empty or with a sample in it, read at once."""
    form, sample = RoleForm(), request.args.get("sample", "")
    if not sample:
        return _page(form, Shown())
    try:
        form.text.data = sample_text(sample)
    except KeyError:
        abort(404)
    view = role_view(analyze_role(form.text.data), load_rubrics())
    return _page(form, Shown(view, sample=sample))


@blueprint.post("/role")
@limiting.limiter.limit(limiting.ROLE)
def role() -> Response:
    """Read the ad in the form."""
    _generous()
    form = role_form(request)
    if not form.validate():
        return _page(form, Shown(error=_form_error(form)), 422)
    try:
        analysis, notes = _analysis(form)
    except InputError as error:
        return _page(form, Shown(error=error), error.status)
    return _page(form, Shown(role_view(analysis, load_rubrics()), notes=notes))


@blueprint.post("/role/report")
@limiting.limiter.limit(limiting.REPORT)
def report() -> Response:
    """Give the same reading as a file: ``as`` is pdf-a4, pdf-letter, md or json."""
    _generous()
    ending, paper = asked_for()
    form = role_form(request)
    if not form.validate():
        return _page(form, Shown(error=_form_error(form)), 422)
    try:
        analysis, _ = _analysis(form)
        return report_file(
            f"{file_part(analysis.title) or 'role'}-review",
            ending,
            paper,
            [analysis],
            client=form.client.data,
            prepared_by=form.prepared_by.data,
        )
    except InputError as error:
        return _page(form, Shown(error=error), error.status)
