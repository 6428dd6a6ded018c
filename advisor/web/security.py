"""Headers on every answer, and a refusal of requests that another site's page sends."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from advisor.errors import AdvisorError

# Text in a form or in JSON: 1 MiB, and what its encoding adds.
TEXT_BODY = (1 << 20) + (64 << 10)

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# A page that only shows what this person typed: their own browser may show it again on Back, without asking.
OWN_COPY = "private, no-cache"

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


_MOST_PROXIES = 9


def trusted_proxies(text: str) -> int:
    """Return how many proxies stand before the advisor, as the environment says; 0 when it says nothing.

    Raises AdvisorError for what is not a number from 0 to 9.
    """
    given = text.strip() or "0"
    if len(given) != 1 or given not in "0123456789":
        raise AdvisorError(
            f"TRUSTED_PROXIES is “{given[:20]}”. Set it to the number of proxies in front of the advisor, "
            f"from 0 to {_MOST_PROXIES}; 0 if there is none."
        )
    return int(given)


def _same_origin() -> bool:
    """Tell whether the request comes from our own pages or from no browser page at all.

    Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; programs say neither.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    try:
        return origin is None or urlsplit(origin).netloc == request.host
    except ValueError:  # no address at all, such as "http://[": not ours
        return False


def _refuse() -> None:
    if request.method in ("POST", "PUT", "PATCH", "DELETE") and not _same_origin():
        abort(403, "This request came from another site's page, so it was not carried out.")
    if request.mimetype != "multipart/form-data":
        if (request.content_length or 0) > TEXT_BODY:
            raise RequestEntityTooLarge
        # A body that comes in chunks does not say how long it is.
        request.max_content_length = min(request.max_content_length or TEXT_BODY, TEXT_BODY)


def _headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.endpoint != "static":
        # Results hold what the user pasted: no cache keeps them, unless a page says so itself.
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def init_app(app: Flask) -> None:
    """Put the checks before and the headers after every request.

    Behind ``TRUSTED_PROXIES`` proxies the visitor's address is what the farthest of them saw: the rate limit counts
    by it. Without any, what a visitor writes into X-Forwarded-For counts for nothing.
    """
    if proxies := app.config["TRUSTED_PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0)  # type: ignore[method-assign]
    app.before_request(_refuse)
    app.after_request(_headers)
