"""Numbers, words and sources: ``scoring.yaml``, ``vocabulary.yaml``, ``sources.yaml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from advisor.practices import Practice

from .base import Family, Id, Kind, Model, Pattern, Share, Strength, Text, words


class Scoring(Model):
    """``scoring.yaml``: every number that turns signals into a profile, each adjustable."""

    version: Text
    strengths: dict[Strength, Annotated[float, Field(gt=0, le=6)]]
    line_threshold: Annotated[float, Field(gt=0, le=10)]
    sure_points: Annotated[float, Field(ge=0, le=10)]
    sure_share: Share
    kind_weights: dict[Kind, Share]
    lean_share: dict[Practice, Share]
    lean_mostly: Share
    lean_duties: Share
    list_lines: Annotated[int, Field(ge=1, le=20)]
    list_share: Share
    list_part: Share
    title_lean: Annotated[float, Field(ge=0, le=20)]
    title_points_outside: Annotated[float, Field(ge=0, le=20)]
    friend_yields: tuple[Practice, ...]
    friend_yields_share: Share
    friend_yields_lines: Annotated[int, Field(ge=1)]
    other_beside: Share
    shared_line: Share
    title_points: Annotated[float, Field(ge=0, le=20)]
    title_points_share: Share
    title_points_lead: Share
    present_lines: Annotated[int, Field(ge=1, le=20)]
    present_share: Share
    present_floor: Share
    present_extra: dict[Family, Annotated[int, Field(ge=0, le=10)]] = {}
    contextual: dict[Practice, tuple[Family, ...]] = {}
    desks: tuple[Id, ...] = ()
    outside_share: dict[Literal["promised", "silent", "other"], Share]
    outside_unread: Share
    outside_unread_duties: Annotated[int, Field(ge=1, le=100)]
    practice_lines: Annotated[int, Field(ge=1, le=20)]
    minimum_words: Annotated[int, Field(ge=0)]
    minimum_lines: Annotated[int, Field(ge=0)]
    small_org: Annotated[int, Field(ge=1)]
    confidence_high: Share
    confidence_medium: Share
    confidence_known: Annotated[float, Field(ge=0, lt=1)]  # what is left of 1 is divided by
    confidence_against: Share
    confidence_duties: Annotated[int, Field(ge=0)]
    reasons: dict[Id, Annotated[Text, words("recognised", "duties", "ask", "leader")]] = {}


class Vocabulary(Model):
    """``vocabulary.yaml``: groups of words, irregular forms, and what negates."""

    groups: dict[
        Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")],
        Annotated[tuple[Pattern, ...], Field(min_length=1)],
    ]
    irregular: dict[str, tuple[str, ...]] = {}
    negation: tuple[Pattern, ...]
    negation_ends: tuple[Pattern, ...]
    not_negation: tuple[Pattern, ...]


class Source(Model):
    """Where knowledge comes from. A heuristic of ours says so."""

    id: Id
    author: str  # "" where nobody signed
    title: Text
    year: Annotated[int, Field(ge=1980, le=2100)] | None = None
    where: Text
    kind: Literal["authority", "support", "web", "guideline", "ours"]

    @property
    def cited(self) -> str:
        """The source in a few words: its first author and year, its title where nobody signed."""
        if self.kind == "ours":
            return "our own rule of thumb"
        name = self.author.split(",")[0] if self.author else self.title
        return name + (f" {self.year}" if self.year else "")

    @property
    def signed(self) -> str:
        """Who wrote it and when, as a list of sources begins."""
        return (self.author or "No author named") + (f" ({self.year})" if self.year else "")

    @property
    def listed(self) -> str:
        """Its title and where it is found, as a list of sources ends."""
        stop = "" if self.title[-1] in "?!." else "."
        return f"{self.title}{stop} {self.where}."


class SourcesFile(Model):
    """``sources.yaml``."""

    sources: tuple[Source, ...]
