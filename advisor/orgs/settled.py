"""What corrections settle: a seat that was empty and has somebody now, a sentence whose people have a role now."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .doubts import key_of
from .model import Fact, RoleDraft

_SHORTEST = 3  # letters of a name that can be looked for: "IT" is in "it"


def still_open(facts: Sequence[Fact], drafts: Sequence[RoleDraft], read: Collection[str]) -> tuple[Fact, ...]:
    """Return the facts that the corrected ``drafts`` have not settled.

    ``read`` are the titles that the text gave: what it says of a seat that it named is no answer to itself.
    """
    known = {key_of(title) for title in read}
    added = [draft for draft in drafts if key_of(draft.title) not in known]
    filled = [key_of(d.title) for d in added if d.name or d.headcount]
    named = [key_of(name) for d in added for name in (d.title, d.name) if name]
    settles = {"vacancy": filled, "note": named}
    return tuple(
        fact for fact in facts if not any(_names(fact.text, name) for name in settles.get(fact.kind, ()))
    )


def _names(text: str, name: str) -> bool:
    return len(name) >= _SHORTEST and f" {name} " in f" {key_of(text)} "
