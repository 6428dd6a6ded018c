"""Is it alive: for whoever runs the advisor."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from advisor import __version__, analyze_role, load_rubrics

blueprint = Blueprint("health", __name__)

_PROBE = "Welcome new members to our forum and help them find their feet. Host a weekly discussion between members."


@blueprint.get("/healthz")
def healthz() -> dict[str, Any]:
    """Read one line with the rubrics in memory, as a request would, and say which versions answered."""
    found = analyze_role(_PROBE, title="Community Manager").profile.shares["community"] > 0
    return {
        "status": "ok" if found else "degraded",
        "version": __version__,
        "rubrics": load_rubrics().version,
    }
