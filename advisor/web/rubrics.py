"""How we judge: the rubrics as a page anyone can read, drawn from the YAML itself."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, render_template

from advisor import load_rubrics
from advisor.report.role_view import SEVERITIES

blueprint = Blueprint("rubrics", __name__)


def _numbers(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every number of the scoring file with its name in words."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _numbers(below, f"{name}: {key}" if name else str(key))
    elif isinstance(value, int | float):
        yield name.replace("_", " "), f"{value:g}"


@blueprint.get("/rubrics")
def page() -> str:
    """Show practices, cues with examples, contrasts, findings, title rules, numbers and sources."""
    rubrics = load_rubrics()
    names = {str(p.practice): p.name for p in rubrics.data.practices}
    return render_template(
        "pages/rubrics.html",
        rubrics=rubrics,
        data=rubrics.data,
        severities=SEVERITIES,
        names=names | {"outside": "Another profession", "unclear": "The title does not tell"},
        numbers=list(_numbers(rubrics.data.scoring.model_dump())),
    )
