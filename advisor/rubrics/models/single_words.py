"""What single words are worth, estimated from labelled ads: for kinds of lines, for practices, for headings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from advisor.practices import Practice

from .base import Id, Kind, Model, Text
from .cues import KindPoints, ShapePoints

PlainWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")]


class KindWordsFile(Model):
    """``kind_words.yaml``: what single words add to a line's points, estimated from labelled ads.

    ``words``: for each word that stands in the line, once; ``first``: for its first word; ``places``: by section, for
    items of a list and for prose. Words are lower-case letters and digits, as in an ad's shadow.
    """

    words: dict[PlainWord, KindPoints]
    first: dict[PlainWord, KindPoints] = {}
    places: dict[Id, ShapePoints] = {}


PracticePoints = dict[Practice, float]


class PracticeWordsFile(Model):
    """``practice_words.yaml``: what single words add to the points of a line's practices, estimated from labelled ads.

    Points as cues give them. ``words``: for each word that stands in the line, once, all of them divided by the root of
    how many of them there are; ``kinds``: what a line of a kind starts with; ``shares``: what each practice's share of the
    ad (0 to 1, as the cues alone tell it; less by the part of the duties that they don't read) adds. ``takes``: the most that all of it may take from a practice. Without words,
    nothing is added. ``says`` stands beside a mark; ``speak_for`` and ``speak_against`` where {words} can be named.
    """

    says: Text
    speak_for: Annotated[Text, Field(pattern=r"\{words\}")]
    speak_against: Annotated[Text, Field(pattern=r"\{words\}")]
    takes: Annotated[float, Field(ge=0, lt=6)] = 1
    kinds: dict[Literal["duty", "measure", "skill"], PracticePoints] = {}
    shares: dict[Practice, PracticePoints] = {}
    words: dict[PlainWord, PracticePoints] = {}


class HeadingWordsFile(Model):
    """``heading_words.yaml``: what single words of a heading say about the lines below, estimated from labelled ads.

    ``sections``: the section that each kind stands for. ``base``: what every heading starts with; ``words``: what each
    word adds. The kind with most points is taken if it leads the next by ``least``.
    """

    sections: Annotated[dict[Kind, Id], Field(min_length=2)]
    least: KindPoints
    base: KindPoints = {}
    words: dict[PlainWord, KindPoints]
