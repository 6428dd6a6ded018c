"""Several respondents → one answer an item: the median of those who know, and how far apart they are."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import NamedTuple

from advisor.rubrics.models.readiness import TOP, Item
from advisor.rubrics.models.readiness_says import Says, counted
from advisor.rubrics.readiness import Questionnaire
from advisor.wording import joined

from .answers import Answers
from .model import DONT_KNOW, NOT_APPLICABLE, Answer, AnswerGiven, SpreadFinding

Combined = float | str  # a level, possibly half-way, or one of the two words


class ItemAnswers(NamedTuple):
    """One item's combined answer, who gave what, and the levels between the lowest and the highest."""

    combined: Combined
    given: tuple[AnswerGiven, ...]
    spread: int

    @property
    def at_best(self) -> Combined:
        """The combined answer if everyone who doesn't know turned out to be at the top."""
        levels = [
            TOP if g.answer == DONT_KNOW else int(g.answer)
            for g in self.given
            if g.answer != NOT_APPLICABLE
            for _ in g.names
        ]
        return float(median(levels)) if levels else NOT_APPLICABLE

    @property
    def stands(self) -> int:
        """The highest level that somebody gave and that the combined answer reaches; 0 for a word."""
        if isinstance(self.combined, str):
            return 0
        return max(g.answer for g in self.given if isinstance(g.answer, int) and g.answer <= self.combined)

    def told(self, item: Item, says: Says) -> str:
        """Return the answer in the item's own words; a middle that nobody gave as what was said, from … to …."""
        levels = [g for g in self.given if isinstance(g.answer, int)]
        ways = {g.label for g in self.given if g.answer == DONT_KNOW}
        if self.combined == DONT_KNOW and len(ways) == 1:
            return ways.pop()
        if isinstance(self.combined, str) or any(g.answer == self.combined for g in levels):
            return label_of(self.combined, item, says)
        return says.apart.format(low=levels[0].label, high=levels[-1].label)

    @property
    def unsure(self) -> float:
        """The share of people who don't know, among those to whom the item applies."""
        unknown, people = self.unsure_people
        return round(unknown / people, 9) if people else 0.0

    @property
    def unsure_people(self) -> tuple[int, int]:
        """How many people don't know, and of how many to whom the item applies."""
        unknown = sum(g.people for g in self.given if g.answer == DONT_KNOW)
        return unknown, sum(g.people for g in self.given if g.answer != NOT_APPLICABLE)

    @property
    def split(self) -> bool:
        """Tell whether some say that the item doesn't apply while others answer it."""
        answers = {g.answer for g in self.given}
        return NOT_APPLICABLE in answers and len(answers) > 1


def level_of(combined: Combined) -> float:
    """Return the level that counts: "don't know" scores 0."""
    return combined if isinstance(combined, int | float) else 0.0


def label_of(answer: Combined, item: Item, says: Says) -> str:
    """Return an answer that can be given, a whole level or one of the two words, in the item's own words."""
    if isinstance(answer, str):
        return says.dont_know if answer == DONT_KNOW else says.not_applicable
    return item.levels[int(answer)]


def _label(item: Item, answer: Answer, name: str, answers: Answers, says: Says) -> str:
    """Return a respondent's answer in words; one that counts as not known says why it does."""
    if item.id in answers.refused.get(name, ()):
        return says.refused
    if answer == DONT_KNOW and item.id in answers.blank.get(name, ()):
        return says.no_answer
    return label_of(answer, item, says)


def _order(answer: int | str) -> int:
    return answer if isinstance(answer, int) else TOP + 1 + (answer == NOT_APPLICABLE)


def combine(answers: Answers, questionnaire: Questionnaire) -> dict[str, ItemAnswers]:
    """Combine each item's answers.

    The item doesn't apply when everybody says so. It counts as not known when more than half of the others don't
    know. Else the median of the levels given is its level.
    """
    found = {}
    for item in questionnaire.data.items:
        by_answer: dict[tuple[int | str, str], list[str]] = {}
        for name, given in answers.respondents.items():
            label = _label(item, given[item.id], name, answers, questionnaire.data.says)
            by_answer.setdefault((given[item.id], label), []).append(name)
        levels = sorted(a for (a, _), names in by_answer.items() if isinstance(a, int) for _ in names)
        unknown = sum(len(names) for (a, _), names in by_answer.items() if a == DONT_KNOW)
        combined: Combined
        if not levels and not unknown:
            combined = NOT_APPLICABLE
        elif not levels or unknown > len(levels):
            combined = DONT_KNOW
        else:
            combined = float(median(levels))
        given_by = tuple(
            AnswerGiven(a, label, len(names), tuple(names))
            for (a, label), names in sorted(
                by_answer.items(), key=lambda pair: (_order(pair[0][0]), pair[0][1])
            )
        )
        found[item.id] = ItemAnswers(combined, given_by, levels[-1] - levels[0] if levels else 0)
    return found


def who(names: tuple[str, ...], says: Says) -> str:
    """Return up to three names, or how many people they are."""
    if len(names) > 3:
        return says.people.format(count=len(names))
    return joined(names)


def spread_findings(
    items: Mapping[str, ItemAnswers], questionnaire: Questionnaire
) -> tuple[SpreadFinding, ...]:
    """Return the items on which respondents lie far apart, the farthest first, then those with a gate, then by weight."""

    def gated(item: str) -> bool:
        return questionnaire.items[item].gate is not None

    says, found = questionnaire.data.says, []
    for id_, answers in items.items():
        if answers.spread < questionnaire.data.rules.spread:
            continue
        item = questionnaire.items[id_]
        levels = [g for g in answers.given if isinstance(g.answer, int)]
        low, high = (
            says.spread_side.format(who=who(side.names, says), level=side.label)
            for side in (levels[0], levels[-1])
        )
        found.append(
            SpreadFinding(
                id_,
                item.name,
                item.question,
                answers.spread,
                int(levels[0].answer),
                int(levels[-1].answer),
                says.spread.format(apart=counted(says.levels, str(answers.spread)), low=low, high=high),
                answers.given,
            )
        )
    return tuple(
        sorted(found, key=lambda f: (-f.levels, not gated(f.item), -questionnaire.items[f.item].weight))
    )
