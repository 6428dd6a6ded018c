"""Answers and questionnaires made for the tests."""

from collections.abc import Iterable
from typing import Any

import advisor
from advisor.readiness.model import Caution, Readiness
from advisor.rubrics.models.readiness import Item, ReadinessSection
from advisor.rubrics.readiness import Questionnaire, load_readiness

SHIPPED = load_readiness()
IDS = tuple(SHIPPED.items)
FLAGS = tuple(SHIPPED.flags)
ANSWERS = (0, 1, 2, 3, 4, "dont-know", "not-applicable")


def all_at(answer: int | str = 4, **changes: Any) -> dict[str, Any]:
    """One respondent's answers: all the same but for the changes."""
    return {**dict.fromkeys(IDS, answer), **changes}


def with_items(items: Iterable[Item], sections: Iterable[str] = ("A",)) -> Questionnaire:
    """The shipped questionnaire with other items."""
    chosen = tuple(ReadinessSection(id=s, name=s) for s in sections)
    data = SHIPPED.data.model_copy(update={"items": tuple(items), "sections": chosen})
    return Questionnaire(data, SHIPPED.version, tuple(SHIPPED.sources.values()))


def plain_items(number: int, section: str = "A", weight: float = 1) -> list[Item]:
    """Items without gates."""
    model = SHIPPED.items["B4"]
    return [
        model.model_copy(update={"id": f"{section}{n}", "section": section, "weight": weight})
        for n in range(1, number + 1)
    ]


def rescaled(factor: float) -> Questionnaire:
    """The shipped questionnaire with every weight times the factor."""
    items = tuple(i.model_copy(update={"weight": i.weight * factor}) for i in SHIPPED.data.items)
    data = SHIPPED.data.model_copy(update={"items": items})
    return Questionnaire(data, SHIPPED.version, tuple(SHIPPED.sources.values()))


def cautions(result: Readiness) -> list[Caution]:
    """What a result warns of, but for answers that are all at their best, as they often are in tests."""
    return [c for c in result.cautions if c.kind != "spotless"]


def judged(*people: dict[str, Any], context: tuple[str, ...] = (), **more: Any) -> Readiness:
    named = {f"Person {n}": answers for n, answers in enumerate(people)}
    return advisor.assess_readiness(named, context=context, **more)
