"""How the advisor judges, in figures and in words: every number that turns evidence into a verdict, from the rubrics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from advisor.wording import figure

from .shown import percent

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics


class PracticeNote(NamedTuple):
    """A practice as the report explains it: its name, the letter that marks it, and what it is."""

    practice: str
    name: str
    letter: str
    says: str


class ChapterView(NamedTuple):
    """What is said where the report has this part (readiness, team or roles): paragraphs, and a list under them."""

    part: str
    name: str
    says: tuple[str, ...]
    points: tuple[str, ...]


class Method(NamedTuple):
    """The numbers of ``rubrics/scoring.yaml`` that a reader needs to redo a verdict.

    Strengths, ``line_threshold`` and ``sure_points`` are points; ``weights`` say how much one line of a kind counts in the
    shares (0 to 1); the ``…_share`` and ``confidence_…`` values run from 0 to 1; ``small_org`` counts people.
    ``words`` counts single words, ``words_take`` is the most points that they may take. ``chapters`` say all this in words.
    """

    strong: float
    medium: float
    weak: float
    line_threshold: float
    sure_points: float
    sure_share: float
    weights: dict[str, float]
    present_lines: int
    present_floor: float
    present_share: float
    outside_share: Mapping[str, float]
    minimum_words: int
    minimum_lines: int
    confidence_high: float
    confidence_medium: float
    small_org: int
    cues: int
    words: int
    words_take: float
    practices: tuple[PracticeNote, ...]
    chapters: tuple[ChapterView, ...]
    practices_name: str


_NUMBERS = ("strong", "medium", "weak", "line_threshold", "sure_points", "words_take")
_SHARES = ("sure_share", "present_floor", "present_share")
_COUNTS = ("cues", "words", "present_lines", "minimum_words", "minimum_lines", "small_org")


def figures_of(method: Method, version: str) -> dict[str, str]:
    """Return what the method's words name in braces, as it is written."""
    return {
        "rubrics": version,
        **{name: figure(getattr(method, name)) for name in _NUMBERS},
        **{kind: figure(weight) for kind, weight in method.weights.items()},
        **{name: percent(getattr(method, name)) for name in _SHARES},
        **{f"outside_{name}": percent(share) for name, share in method.outside_share.items()},
        **{name: f"{getattr(method, name):,}" for name in _COUNTS},
    }


def method_of(rubrics: Rubrics) -> Method:
    """Read the method's numbers from ``rubrics``, and say them in words."""
    scoring, said = rubrics.data.scoring, rubrics.data.method
    method = Method(
        strong=scoring.strengths["strong"],
        medium=scoring.strengths["medium"],
        weak=scoring.strengths["weak"],
        line_threshold=scoring.line_threshold,
        sure_points=scoring.sure_points,
        sure_share=scoring.sure_share,
        weights={str(kind): weight for kind, weight in scoring.kind_weights.items()},
        present_lines=scoring.present_lines,
        present_floor=scoring.present_floor,
        present_share=scoring.present_share,
        outside_share={str(k): v for k, v in scoring.outside_share.items()},
        minimum_words=scoring.minimum_words,
        minimum_lines=scoring.minimum_lines,
        confidence_high=scoring.confidence_high,
        confidence_medium=scoring.confidence_medium,
        small_org=scoring.small_org,
        cues=len(rubrics.cues),
        words=len(rubrics.data.practice_words.words),
        words_take=rubrics.data.practice_words.takes,
        practices=tuple(PracticeNote(p.practice, p.name, p.letter, p.says) for p in rubrics.data.practices),
        chapters=(),
        practices_name=said.practices_name,
    )
    figures = figures_of(method, rubrics.version)

    def filled(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text.format(**figures) for text in texts)

    return method._replace(
        chapters=tuple(ChapterView(c.part, c.name, filled(c.says), filled(c.points)) for c in said.chapters)
    )


def to_dict(method: Method) -> dict[str, Any]:
    """Return the method as plain dicts and lists, ready for JSON."""
    return {
        **method._asdict(),
        "practices": [practice._asdict() for practice in method.practices],
        "chapters": [chapter._asdict() for chapter in method.chapters],
    }
