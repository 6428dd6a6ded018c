"""The words that all rubrics share: practices, kinds, ids, and how a text names what is filled in."""

from __future__ import annotations

from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Family = Literal["community", "social_media", "support", "moderation"]
Kind = Literal["duty", "measure", "skill", "context"]
Strength = Literal["strong", "medium", "weak"]
Severity = Literal["blocking", "serious", "advice"]
TitlePractice = Literal[
    "community", "social_media", "support", "moderation", "trust_safety", "outside", "unclear"
]

FAMILIES: tuple[Family, ...] = ("community", "social_media", "support", "moderation")
KINDS: tuple[Kind, ...] = ("duty", "measure", "skill", "context")

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Pattern = Annotated[str, StringConstraints(min_length=2)]
Weight = Annotated[float, Field(gt=-6, lt=6)]
Share = Annotated[float, Field(ge=0, le=1)]


def words(*allowed: str) -> AfterValidator:
    """Refuse a text that names anything but the ``allowed`` words in braces."""

    def check(text: str) -> str:
        known = ", ".join("{" + word + "}" for word in allowed)
        said = f"words in braces of these: {known}" if allowed else "no words in braces"
        try:
            names = [
                name for _, name, spec, how in Formatter().parse(text) if name is not None or spec or how
            ]
        except ValueError as error:
            raise ValueError(f"a text whose braces are pairs, with {said}; {str(error).lower()}") from None
        if wrong := [name for name in names if name not in allowed]:
            raise ValueError(f"{said}; found {{{wrong[0]}}}")
        return text

    return AfterValidator(check)


class Model(BaseModel):
    """A frozen model that knows every key it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Examples(Model):
    """Lines that prove a cue: ``fires`` must match, ``quiet`` are near misses that must not."""

    fires: tuple[Text, ...] = Field(min_length=1)
    quiet: tuple[Text, ...] = Field(min_length=1)
