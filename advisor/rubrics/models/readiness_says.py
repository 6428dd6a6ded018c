"""The sentences of ``readiness.yaml`` that a result is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Text, words

# Two texts with {count}: of one, and of any other number.
Counted = tuple[Annotated[Text, words("count")], Annotated[Text, words("count")]]
Named = tuple[Annotated[Text, words("count", "names")], Annotated[Text, words("count", "names")]]


def counted(texts: tuple[str, str], count: str, **words: str) -> str:
    """Return the text of one or of many, with the number as it is shown and any other words."""
    return texts[count != "1"].format(count=count, **words)


class Says(Model):
    """The sentences that the questionnaire's result is made of."""

    gates: dict[Literal["hard", "launch", "conditional", "soft", "section"], Text]
    respondent: Text
    respondent_named: Annotated[Text, words("name")]
    respondents: Annotated[Text, words("people")]
    respondents_named: Annotated[Text, words("people", "names")]
    counts: Counted
    counts_unknown: Annotated[Text, words("count")]
    counts_out: Counted
    sum: Annotated[Text, words("points", "possible")]
    none_name: Text
    none_answer: Text
    none_dont_know: Annotated[Text, words("count", "total")]
    none_applies: Annotated[Text, words()]
    none_meaning: Text
    none_review: Text
    applies_meaning: Text
    applies_review: Text
    certain: Annotated[Text, words("count", "total")]
    stays: Annotated[Text, words("verdict")]
    stays_score: Annotated[Text, words("verdict", "score")]
    stays_none: Annotated[Text, words("open", "total")]
    missing: tuple[Annotated[Text, words("count", "share")], Annotated[Text, words("count", "share")]]
    gate_opens: Annotated[Text, words("names")]
    gate_shuts: Annotated[Text, words("names")]
    then: Annotated[Text, words("verdict")]
    then_none: Text
    then_others: Text
    then_score: Annotated[Text, words("min")]
    then_both: Annotated[Text, words("min")]
    score_too: Annotated[Text, words("score")]
    unknown: Annotated[Text, words("name")]
    unknown_some: Annotated[Text, words("name", "count", "total")]
    section: Annotated[Text, words("section", "percent")]
    more: Annotated[Text, words("reasons", "count")]
    and_: Annotated[Text, words("first", "second")] = Field(alias="and")
    some: tuple[
        Annotated[Text, words("count", "total", "says")], Annotated[Text, words("count", "total", "says")]
    ]
    settle: tuple[Annotated[Text, words("reason")], Annotated[Text, words("reason")]]
    lift: Annotated[Text, words("do", "level")]
    lift_unknown: Annotated[Text, words("do", "level")]
    lift_section: Annotated[Text, words("section", "floor", "names")]
    find_out: Annotated[Text, words("question")]
    find_out_some: Annotated[Text, words("question", "count", "total")]
    find_out_done: Text
    levels: Counted
    spread: Annotated[Text, words("apart", "low", "high")]
    spread_then: Text
    spread_side: Annotated[Text, words("who", "level")]
    people: Annotated[Text, words("count")]
    watch: Annotated[Text, words("who")]
    watch_several: Annotated[Text, words("who")]
    watched: tuple[Annotated[Text, words()], Annotated[Text, words("count")]]
    watch_then: Text
    unsure: Annotated[Text, words("count", "total", "names")]
    blank: Annotated[Text, words("count")]
    half: Named
    watched_hire: Text
    hours_short: Annotated[Text, words("gap", "need")]
    tension_name: Annotated[Text, words("high", "low")]
    spotless_name: Text
    spotless: Annotated[Text, words("count", "total")]
    refusals: Annotated[Text, words("count")]
    unsure_then: Text
    unsure_people: Annotated[Text, words("count")]
    unsure_more: Annotated[Text, words("names")]
    unchecked: Named
    unchecked_name: Text
    applies: Text
    apart: Annotated[Text, words("low", "high")]
    closed_one: Annotated[Text, words("answer")]
    closed_together: Annotated[Text, words("answer")]
    closed_apart: Annotated[Text, words("answer")]
    closed_section: Annotated[Text, words("percent")]
    closed_unknown: Annotated[Text, words("count", "total")]
    closed_known: Annotated[Text, words("answer")]
    closed_blank: Text
    closed_refused: Annotated[Text, words("why")]
    refused_told: Named
    dont_know: Text
    not_applicable: Text
    no_answer: Text
    refused: Text
