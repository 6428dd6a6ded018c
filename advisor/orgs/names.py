"""Who holds which role, by name: a first name alone is enough where it is known once."""

from __future__ import annotations

from typing import Generic, TypeVar

from .words import WORD, Vocabulary

T = TypeVar("T")


def first_name(text: str) -> str:
    """Return the first word of a text, without a possessive; "" when it has none."""
    word = WORD.search(text)
    return word[0].removesuffix("'s").removesuffix("’s") if word else ""


class Names(Generic[T]):
    """Roles by the names of those who hold them."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._held: dict[str, tuple[str, T]] = {}

    def hold(self, name: str, role: T) -> None:
        """Note whose name stands for a role; the first of two with the same first name keeps it."""
        self._held.setdefault(name.lower(), (name, role))
        if (first := first_name(name).lower()) not in self._words.honorifics:
            self._held.setdefault(first, (name, role))

    def holder(self, name: str) -> T | None:
        """Return the role of somebody named before: by the whole name, or by the first unless the surnames differ."""
        found = self._held.get(name.lower())
        if found is None and (known := self._held.get(first_name(name).lower())):
            found = known if " " not in name or " " not in known[0] else None
        return found[1] if found else None

    def begins(self, text: str) -> T | None:
        """Return the role of somebody named before with whose name a text begins."""
        pair = " ".join(WORD.findall(text[:80])[:2])
        found = self._held.get(pair.lower()) or self._held.get(first_name(text).lower())
        return found[1] if found else None
