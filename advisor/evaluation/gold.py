"""Labelled ads: JSON lines, one ad each, checked and located when something is wrong with them."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from advisor.errors import InputError
from advisor.practices import Practice

Primary = Literal[
    "community", "social_media", "support", "moderation", "trust_safety", "outside", "unclear", "other"
]
Family = Literal["community", "social_media", "support", "moderation"]
Kind = Literal["duty", "measure", "skill", "context"]
MOST_PROBLEMS = 8


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldLine(_Gold):
    """One line: where it is in the ad's text (characters), what it is, which practices it asks for."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    kind: Kind
    practices: tuple[Practice, ...] = ()


class GoldRole(_Gold):
    """What the ad as a whole is."""

    primary: Primary
    present: tuple[Family, ...] = ()
    bundled: bool = False
    mismatch: bool = False


class GoldAd(_Gold):
    """One labelled ad. ``employer`` may be empty."""

    id: str = ""
    title: str | None = None
    employer: str | None = None
    text: str
    lines: tuple[GoldLine, ...]
    role: GoldRole

    @model_validator(mode="after")
    def _inside(self) -> GoldAd:
        for number, line in enumerate(self.lines, 1):
            if not line.start < line.end <= len(self.text):
                raise ValueError(f"line {number} runs from {line.start} to {line.end}, outside the text")
        return self


def read_gold(data: str) -> tuple[GoldAd, ...]:
    """Read labelled ads, one JSON object a row; blank rows are passed over.

    Raises :class:`advisor.errors.InputError` that names the rows that can't be used, and why.
    """
    ads, problems = list[GoldAd](), list[str]()
    for number, row in enumerate(data.split("\n"), 1):
        if not row.strip():
            continue
        try:
            ads.append(GoldAd.model_validate(_object(row)))
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            problems.append(f"row {number}{f', at {where}' if where else ''}: {first['msg']}")
        except ValueError as error:
            problems.append(f"row {number}: {error}")
    if problems:
        more = len(problems) - MOST_PROBLEMS
        told = "; ".join(problems[:MOST_PROBLEMS]) + (f"; and {more} more" if more > 0 else "")
        raise InputError(
            "gold",
            f"The labelled ads can't be used: {told}.",
            "Each row is one JSON object with text, lines (start, end, kind, practices) and role.",
        )
    if not ads:
        raise InputError(
            "empty", "The file holds no labelled ads.", "Give a file with one JSON object a row."
        )
    return tuple(ads)


def _object(row: str) -> dict[str, Any]:
    try:
        found = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise ValueError("this is not JSON") from error
    if not isinstance(found, dict):
        raise ValueError("this is not a JSON object")  # noqa: TRY004 - one kind of error for a row
    return found
