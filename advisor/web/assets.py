"""Addresses of static files that change with their content, so that browsers may keep them for a year."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from flask import Flask, Response, request, url_for

_YEAR = "public, max-age=31536000, immutable"
_MONTH = "public, max-age=2592000"


def init_app(app: Flask) -> None:
    """Give templates ``asset(name)``, and set how long browsers keep what it points to.

    Files are hashed once, when first asked for (in debug mode every time); a missing file raises FileNotFoundError,
    so that a typo in a template shows in a test and not as an unstyled page.
    """
    folder = Path(app.static_folder or "")
    known: dict[str, str] = {}

    def asset(name: str) -> str:
        if name not in known or app.debug:
            known[name] = blake2b((folder / name).read_bytes(), digest_size=6).hexdigest()
        return url_for("static", filename=name, v=known[name])

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code in (200, 206, 304):
            name = (request.view_args or {}).get("filename", "")
            if name in known and request.args.get("v") == known[name]:
                response.headers["Cache-Control"] = _YEAR
            elif name.startswith("fonts/"):
                # Style sheets name fonts without a hash; a font's file name changes with its content.
                response.headers["Cache-Control"] = _MONTH
        return response

    app.add_template_global(asset)
    app.after_request(keep)
