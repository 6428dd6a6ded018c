"""What the advisor says: verdicts, moves, two hats, titles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from advisor.practices import Practice

from .base import Family, Id, Model, Share, Text, words
from .findings import When

LeadKind = Literal["most", "part", "beside", "tied"]


class Move(Model):
    """Where work goes when it leaves a role, and in which order.

    A move takes the duties and measures of its ``practice`` where that practice's family is bundled in. With ``when``
    it takes the lines of the cues and marks that ``when`` names, whoever's they are, where its conditions hold.
    Lines with the marks in ``spares`` stay where they are; one with a mark in ``alone`` moves also where it is the only one.
    """

    id: Id
    practice: Practice
    order: Annotated[int, Field(ge=1, le=9)]
    what: Text
    when: When | None = None
    spares: tuple[Id, ...] = ()
    alone: tuple[Id, ...] = ()
    to: Text
    why: Text
    sources: tuple[Id, ...] = ()


class TwoHats(Model):
    """What a very small organisation does instead of splitting the role; the first step is one of the two ``hours``."""

    says: Text
    hours_community: Annotated[Text, words("first", "second")]
    hours: Annotated[Text, words("first", "second")]
    steps: tuple[Text, ...] = Field(min_length=1)
    sources: tuple[Id, ...] = Field(min_length=1)


class Summaries(Model):
    """One sentence that sums up the advice, by what the role turned out to be; ``settle`` joins it where there are findings."""

    settle: Annotated[Text, words()]
    focused: Annotated[Text, words("job", "practice", "settle")]
    retitle: Annotated[Text, words("job", "practice", "settle")]
    focused_moves: Annotated[Text, words("job", "practice")]
    focused_beside: Annotated[Text, words("job", "practice", "settle")]
    bundled: Annotated[Text, words("job", "practice", "order")]
    bundled_stays: Annotated[Text, words("job", "practice")]
    shared: Annotated[str, words()]
    bundled_tied: Annotated[Text, words("job", "practice", "order")]
    bundled_small: Annotated[Text, words("job", "practice", "second", "rest")]
    rest: Annotated[str, words("order")]
    order: tuple[Annotated[Text, words()], Annotated[Text, words()]]
    outside: Text
    unclear: Text
    language: Text


_TITLE_WORDS = words("title", "better", "practice", "says", "work")


class TitleAdvice(Model):
    """Why a title is kept or changed; ``{title}``, ``{better}``, ``{practice}``, and ``{says}`` and ``{work}`` of ``leads``.

    A title of a rank in ``ranks`` keeps it, and gets its practice's field from ``heads``. ``beside`` is the mark of what stands beside a title and is no part of it.
    """

    beside: Id
    ranks: tuple[Text, ...]
    heads: dict[Practice, Text]

    keep: Annotated[Text, _TITLE_WORDS]
    keep_part: Annotated[Text, _TITLE_WORDS]
    change: Annotated[Text, _TITLE_WORDS]
    vague: Annotated[Text, _TITLE_WORDS]
    established: Annotated[Text, _TITLE_WORDS]
    established_beside: Annotated[Text, _TITLE_WORDS]
    missing: Annotated[Text, _TITLE_WORDS]


class Lead(Model):
    """What is said of the first practice, by how large it is: parts of sentences."""

    work: Annotated[Text, words("ask")]
    title: Annotated[Text, words()]


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
    tied: Annotated[Text, words("job", "rivals", "inside", "titled")]
    tied_many: Annotated[Text, words("count", "names", "inside", "titled")]
    names: dict[Practice, Text]
    tied_inside: Annotated[Text, words("inside")]
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
    sub_focused: Annotated[Text, words("work")]
    sub_beside: Annotated[Text, words("work")]
    sub_close: Annotated[Text, words("names")]
    sub_bundled: Annotated[Text, words("count")]
    sub_tied: Annotated[Text, words("count")]
    sub_mismatch: Annotated[Text, words("promise", "work")]
    sub_outside: Text
    sub_outside_mismatch: Annotated[Text, words("promise")]
    sub_friend: Text
    sub_unclear: Text
    sub_no_duties: Text
    settled: Text
    settled_unclear: Text
    settled_language: Text
    sub_language: Text


class AdviceFile(Model):
    """``advice.yaml``: what stays, what moves, and the advice for a very small organisation."""

    verdicts: Verdicts
    leads: dict[LeadKind, Lead]
    tie: Share
    moves: tuple[Move, ...]
    two_hats: TwoHats
    stays: dict[Practice, Text]
    passing: Text
    summaries: Summaries
    titles: TitleAdvice
