"""What goes wrong, said plainly: a page for people, ``application/problem+json`` for programs."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import NamedTuple

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from advisor.errors import InputError

from .limiting import WINDOW

log = logging.getLogger("advisor.web")


class RefusedError(Exception):
    """A request that does not fit; carries the problem document."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


class Said(NamedTuple):
    """A status in words: a title, what happened, and what to do next."""

    title: str
    message: str
    next_step: str


SAID = {
    400: Said(
        "That request can't be read", "Part of it is missing or broken.", "Go back and send the form again."
    ),
    403: Said(
        "That request came from elsewhere",
        "It was sent by another site's page, so it was not carried out.",
        "Open the advisor itself and try again there.",
    ),
    404: Said("There is no such page", "The address may be mistyped.", "Start again from the first page."),
    405: Said(
        "That page can't be opened like this", "It answers forms only.", "Start again from the first page."
    ),
    413: Said(
        "That is too large",
        "The advisor reads up to 1 MB of text, or a file of up to 5 MB.",
        "Go back (your browser still has what you typed) and send less: the job description only, or fewer files.",
    ),
    415: Said(
        "That kind of content can't be read",
        "It is not a form, nor JSON.",
        "Send JSON, or use the page's form.",
    ),
    429: Said(
        "That was a lot at once",
        "Too many requests came from your address in the last minute.",
        "Wait a minute, then send it again. Your browser still has your text if you go back.",
    ),
    500: Said(
        "Something broke on our side",
        "It is not your text's fault, and nothing of it was kept or logged.",
        "Go back (your browser still has your text) and try again.",
    ),
    503: Said("The advisor is busy", "It can't take this just now.", "Wait a moment, then try again."),
}


# The same where the questionnaire was sent: there it is answers, not a text.
ANSWERS = {
    413: Said(
        "That is too large",
        "The questionnaire reads up to 1 MB of answers with each file, and up to 5 MB at once.",
        "Go back (your browser still has your answers) and choose fewer or smaller answer files.",
    ),
    429: Said(
        "That was a lot at once",
        "Too many requests came from your address in the last minute.",
        "Wait a minute, go back and send it again. Your browser still has your answers.",
    ),
    500: Said(
        "Something broke on our side",
        "It is not your answers’ fault, and nothing of them was kept or logged.",
        "Go back (your browser still has your answers) and try again.",
    ),
}


# The same for programs: they have no first page, no form and no way back.
TOLD = {
    400: Said(
        "That request can't be read",
        "Part of it is missing or broken.",
        "See /api/v1/openapi.json for what each address takes.",
    ),
    403: Said(
        "That request came from elsewhere",
        "It carries the Origin or Sec-Fetch-Site header of another site's page, so it was not carried out.",
        "Send it from a program or a server of your own, without these headers.",
    ),
    404: Said(
        "There is no such address",
        "The API has nothing at this address.",
        "See /api/v1/openapi.json for every address.",
    ),
    405: Said(
        "This address takes another method",
        "The Allow header names the methods that it takes.",
        "Send the request with one of them; /api/v1/openapi.json lists every address.",
    ),
    413: Said(
        "That is too large",
        "A request has at most 1 MB of JSON.",
        "Send less: the job description only, or fewer roles at once.",
    ),
    415: Said(
        "That kind of content can't be read",
        "The body is not declared as JSON.",
        "Send JSON with the header Content-Type: application/json.",
    ),
    429: Said(
        "That was a lot at once",
        "Too many requests came from this address in the last minute.",
        "Wait a minute, then send it again.",
    ),
    500: Said(
        "Something broke on our side",
        "It is not the request's fault, and nothing of it was kept or logged.",
        "Send it again; if it breaks again, shorten the text.",
    ),
    503: Said("The advisor is busy", "It can't take this just now.", "Wait a moment, then send it again."),
}


def said(status: int) -> Said:
    """Return the words for a status; those of 400 or 500 for statuses that have none of their own."""
    words = TOLD if _wants_json() else {**SAID, **ANSWERS} if _of_questionnaire() else SAID
    return words.get(status) or words[500 if status >= 500 else 400]


def problem(
    status: int,
    title: str,
    detail: str,
    next_step: str,
    code: str,
    errors: list[dict[str, str]] | None = None,
) -> Response:
    """Return an RFC 9457 problem document."""
    body: dict[str, object] = {
        "type": "about:blank",
        "status": status,
        "title": title,
        "detail": detail,
        "next_step": next_step,
        "code": code,
    }
    if errors:
        body["errors"] = errors
    response = jsonify(body)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def _wants_json() -> bool:
    return request.path.startswith("/api/") or request.path == "/api"


def _of_questionnaire() -> bool:
    return request.path.startswith("/readiness")


def _http(error: HTTPException) -> Response | tuple[str, int]:
    status = error.code or 500
    words = said(status)
    if _wants_json():
        code = (error.name or "error").lower().replace(" ", "-")
        response = problem(status, words.title, words.message, words.next_step, code)
    else:
        # Without a host that it trusts, the app can't make the addresses that a page needs.
        page = words.message if isinstance(error, SecurityError) else _page(status, words)
        response = Response(page, status)
    for name, value in error.get_headers(request.environ):
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(WINDOW)
    return response


def _page(status: int, words: Said) -> str:
    return render_template(
        "pages/error.html", status=status, said=words, of_questionnaire=_of_questionnaire()
    )


def _input(error: InputError) -> Response:
    if _wants_json():
        return problem(error.status, said(error.status).title, error.message, error.next_step, error.code)
    words = Said("That can't be read", error.message, error.next_step)
    return Response(_page(error.status, words), error.status)


def _unexpected(error: Exception) -> Response | tuple[str, int]:
    # The type and the place, never the message: it may quote what the user pasted.
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place is not None else "?"
    log.error("%s at %s in %s %s", type(error).__name__, where, request.method, request.path)
    return _http(InternalServerError())


def init_app(app: Flask) -> None:
    """Answer every error in our own words."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(InputError, _input)
    app.register_error_handler(RefusedError, lambda error: error.response)
    app.register_error_handler(Exception, _unexpected)
