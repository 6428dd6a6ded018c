"""How we judge: the rubrics as a page anyone can read, drawn from the YAML itself."""

from __future__ import annotations

from flask import Blueprint, render_template

from advisor import load_rubrics

blueprint = Blueprint("rubrics", __name__)


@blueprint.get("/rubrics")
def page() -> str:
    """Show practices, cues with examples, contrasts, findings, title rules, numbers and sources."""
    rubrics = load_rubrics()
    return render_template("pages/rubrics.html", rubrics=rubrics, data=rubrics.data)
