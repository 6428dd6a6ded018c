"""What is worth acting on: marks, and the rules that raise findings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from advisor.practices import Practice

from .base import Examples, Family, Id, Kind, Model, Pattern, Severity, Share, Text, TitlePractice, words

FINDING_WORDS = (
    "title",
    "count",
    "Count",
    "families",
    "primary",
    "hats",
    "friend",
    "size",
    "found",
    "others",
)
FindingText = Annotated[Text, words(*FINDING_WORDS)]


class Mark(Model):
    """Something an ad says that is evidence for a finding, not for a practice.

    ``where`` says where in the ad it is looked for; ``kinds`` limits it to lines of those kinds.
    """

    id: Id
    says: Text
    match: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[Pattern, ...] = ()
    kinds: tuple[Kind, ...] = ()
    where: tuple[Literal["lines", "headings", "title"], ...] = Field(("lines",), min_length=1)
    examples: Examples
    sources: tuple[Id, ...] = ()


class When(Model):
    """The conditions of a finding. All that are given must hold; ``any_of`` needs one of its own.

    ``has`` needs one of its cues, marks or false friends (or ``has_at_least`` of them), ``has_all`` every one, ``lacks`` none.
    ``present`` needs one of its families in the role, ``absent`` none; ``practice_lines`` needs one duty of one of these practices, ``no_lines`` no duty of any, ``share_at_least`` a share (0 to 1) for each that it names;
    ``several_ads`` asks whether the titles of further ads stand in the text; ``friend`` asks whether another profession that shares our words was recognised.
    """

    families_at_least: Annotated[int, Field(ge=1, le=4)] | None = None
    families_at_most: Annotated[int, Field(ge=0, le=4)] | None = None
    practices_at_least: Annotated[int, Field(ge=1, le=5)] | None = None
    primary: tuple[TitlePractice, ...] = ()
    not_primary: tuple[TitlePractice, ...] = ()
    present: tuple[Family, ...] = ()
    absent: tuple[Family, ...] = ()
    practice_lines: tuple[Practice, ...] = ()
    no_lines: tuple[Practice, ...] = ()
    share_at_least: dict[Practice, Share] = {}
    title: tuple[TitlePractice, ...] = ()
    mismatch: bool | None = None
    bundled: bool | None = None
    friend: bool | None = None
    has: tuple[Id, ...] = ()
    has_at_least: Annotated[int, Field(ge=1, le=9)] = 1
    has_all: tuple[Id, ...] = ()
    lacks: tuple[Id, ...] = ()
    duties_at_least: Annotated[int, Field(ge=0)] | None = None
    has_measures: bool | None = None
    several_ads: bool | None = None
    any_of: tuple[When, ...] = ()


class FindingRule(Model):
    """One finding: when it is raised, how grave it is, why, and what to do next.

    ``small`` is the severity in a very small organisation, ``small_next_step`` its advice; neither counts where the ad has
    a mark in ``small_unless``. ``lines`` says what is
    quoted: lines of the cues, marks and false friends named in ``when``, duties of the families present, duties of
    the practices named in ``practice_lines`` or ``share_at_least``, measures, duties of the primary practice, or none.
    Lines with the marks in ``spares`` are not quoted. Texts may use {title}, {count}, {Count}, {families}, {primary},
    {hats}, {friend}, {size}, {found} (the words of the ad in which the marks were found) and {others} (titles of further
    ads in the text). A finding that ``replaces`` others stands instead of them.
    """

    id: Id
    title: FindingText
    severity: Severity
    small: Severity | None = None
    small_next_step: FindingText | None = None
    small_unless: tuple[Id, ...] = ()
    when: When
    lines: tuple[Literal["marks", "families", "practices", "measures", "primary", "none"], ...] = ("marks",)
    spares: tuple[Id, ...] = ()
    replaces: tuple[Id, ...] = ()
    why: FindingText
    next_step: FindingText
    sources: tuple[Id, ...] = Field(min_length=1)


class MarksFile(Model):
    """``marks.yaml``."""

    marks: tuple[Mark, ...]


class FindingsFile(Model):
    """``findings.yaml``."""

    findings: tuple[FindingRule, ...]
