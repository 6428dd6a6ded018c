"""``method.yaml``: what a report says about how it was judged."""

from __future__ import annotations

from typing import Annotated, Literal

from .base import Id, Model, Text, words

FIGURES = (
    *("rubrics", "cues", "words", "strong", "medium", "weak", "line_threshold", "sure_points", "words_take"),
    *("duty", "measure", "skill", "context", "sure_share", "present_floor", "present_share"),
    *("outside_other", "outside_silent", "outside_promised", "present_lines", "minimum_words"),
    *("minimum_lines", "small_org"),
)
Said = Annotated[Text, words(*FIGURES)]


class Chapter(Model):
    """What is said where a report has this ``part``: paragraphs, and a list under them."""

    id: Id
    part: Literal["readiness", "team", "roles"]
    name: Text
    says: tuple[Said, ...] = ()
    points: tuple[Said, ...] = ()


class MethodFile(Model):
    """``method.yaml``. ``softened`` is said of a finding that weighs less in a small organisation."""

    chapters: tuple[Chapter, ...]
    practices_name: Text
    softened: Text
