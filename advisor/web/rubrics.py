"""How we judge: the rubrics as pages anyone can read, drawn from the YAML itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from advisor import load_rubrics
from advisor.report.role_view import SEVERITIES
from advisor.rubrics.models.readiness import TOP
from advisor.rubrics.readiness import load_readiness
from advisor.rubrics.structures import load_structures
from advisor.wording import figure

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Practice

blueprint = Blueprint("rubrics", __name__)

_TELLING = 24


def telling_words(rubrics: Rubrics, practice: Practice) -> list[str]:
    """Return the single words that speak most for a practice, the most telling first."""
    points = {word: given.get(practice, 0.0) for word, given in rubrics.data.practice_words.words.items()}
    return sorted((word for word, n in points.items() if n > 0), key=lambda word: -points[word])[:_TELLING]


def _numbers(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every number of a part of a rubric with its name in words."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _numbers(below, f"{name}: {key}" if name else str(key))
    elif isinstance(value, list | tuple) and value and all(isinstance(each, int | float) for each in value):
        yield name.replace("_", " "), ", ".join(map(figure, value))
    elif isinstance(value, list | tuple):
        for each in value:
            if isinstance(each, dict) and "name" in each:
                yield from _numbers({k: v for k, v in each.items() if k != "name"}, f"{name}: {each['name']}")
    elif isinstance(value, int | float):
        yield name.replace("_", " "), figure(value)


@blueprint.get("/rubrics")
def page() -> str:
    """Show practices, cues with examples, contrasts, findings, title rules, numbers and sources."""
    rubrics = load_rubrics()
    telling = {p.practice: telling_words(rubrics, p.practice) for p in rubrics.data.practices}
    names = {str(p.practice): p.name for p in rubrics.data.practices}
    return render_template(
        "pages/rubrics.html",
        rubrics=rubrics,
        data=rubrics.data,
        severities=SEVERITIES,
        telling=telling,
        names=names | {"outside": "Another profession", "unclear": "The title does not tell"},
        numbers=list(_numbers(rubrics.data.scoring.model_dump())),
    )


@blueprint.get("/rubrics/readiness")
def readiness() -> str:
    """Show verdicts, questions with their gates and actions, where an answer is needed, numbers and sources."""
    asked = load_readiness()
    data = asked.data
    caps = {
        band.id: [kind for kind, best in data.rules.caps.items() if best == band.id] for band in data.bands
    }
    parts = {"rules": data.rules, "plan": data.plan, "hours": data.staffing}
    return render_template(
        "pages/rubrics_readiness.html",
        asked=asked,
        data=data,
        top=TOP,
        gates=[item for item in data.items if item.gate],
        caps=caps,
        numbers=list(_numbers({name: part.model_dump() for name, part in parts.items()})),
    )


@blueprint.get("/rubrics/teams")
def teams() -> str:
    """Show responsibilities, hours, findings, structures, moves, who does what, numbers and sources."""
    rules, rubrics = load_structures(), load_rubrics()
    return render_template(
        "pages/rubrics_teams.html",
        rules=rules,
        data=rules.data,
        known=rubrics.sources,
        severities=SEVERITIES,
        names={str(p.practice): p.name for p in rubrics.data.practices},
        numbers=list(_numbers(rules.data.numbers.model_dump())),
    )
