"""What the advisor says: verdicts, moves, two hats, titles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import (
    Family,
    Id,
    Model,
    Practice,
    Text,
    words,
)
from .findings import When


class Move(Model):
    """Where work goes when it leaves a role, and in which order.

    A move takes the duties and measures of its ``practice`` where that practice's family is bundled in. With ``when``
    it takes the lines of the cues and marks that ``when`` names, whoever's they are, where its conditions hold.
    """

    id: Id
    practice: Practice
    order: Annotated[int, Field(ge=1, le=9)]
    what: Text
    when: When | None = None
    to: Text
    why: Text
    sources: tuple[Id, ...] = ()


class TwoHats(Model):
    """What a very small organisation does instead of splitting the role."""

    says: Text
    steps: tuple[Text, ...] = Field(min_length=1)
    sources: tuple[Id, ...] = Field(min_length=1)


class Summaries(Model):
    """One sentence that sums up the advice, by what the role turned out to be; ``settle`` joins it where there are findings."""

    settle: Annotated[Text, words()]
    focused: Annotated[Text, words("job", "practice", "settle")]
    retitle: Annotated[Text, words("job", "practice", "settle")]
    focused_moves: Annotated[Text, words("job", "practice")]
    bundled: Annotated[Text, words("job", "practice")]
    bundled_shared: Annotated[Text, words("job", "practice")]
    bundled_small: Annotated[Text, words("job", "practice")]
    outside: Text
    unclear: Text
    language: Text


class TitleAdvice(Model):
    """Why a title is kept or changed; ``{title}``, ``{better}`` and ``{practice}`` are filled in."""

    keep: Annotated[Text, words("title", "better", "practice")]
    change: Annotated[Text, words("title", "better", "practice")]
    vague: Annotated[Text, words("title", "better", "practice")]
    missing: Annotated[Text, words("title", "better", "practice")]


class Inside(Model):
    """Another name in the headline for bundled work of ``family``, where ``when`` holds ("a night watch")."""

    family: Family
    when: When
    says: Text


class Verdicts(Model):
    """The sentences of the verdict. A headline starts with a capital whatever fills it."""

    focused: Annotated[Text, words("job", "titled")]
    as_titled: Annotated[Text, words("job")]
    bundled: Annotated[Text, words("job", "inside", "titled")]
    unsure: Annotated[Text, words("headline")]
    titled: Annotated[Text, words("title")]
    outside: Annotated[Text, words("titled")]
    outside_friend: Annotated[Text, words("friend", "titled")]
    unclear: Annotated[Text, words()]
    language: Annotated[Text, words()]
    unclear_titled: Annotated[Text, words("title")]
    insides: tuple[Inside, ...] = ()
    promises: dict[Practice, Text]
    asks: dict[Practice, Text]
    sub_focused: Annotated[Text, words("practice")]
    sub_bundled: Annotated[Text, words("count")]
    sub_mismatch: Annotated[Text, words("promise", "ask")]
    sub_outside: Text
    sub_outside_mismatch: Annotated[Text, words("promise")]
    sub_friend: Text
    sub_unclear: Text
    sub_language: Text


class AdviceFile(Model):
    """``advice.yaml``: what stays, what moves, and the advice for a very small organisation."""

    verdicts: Verdicts
    moves: tuple[Move, ...]
    two_hats: TwoHats
    stays: dict[Practice, Text]
    passing: Text
    summaries: Summaries
    titles: TitleAdvice
