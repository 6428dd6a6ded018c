"""Who holds a role that a text names: before the title, in brackets, right behind it, or behind what they do."""

from __future__ import annotations

from typing import NamedTuple

from advisor.wording import joined

from .doers import Doers
from .mentions import Mention
from .model import Span
from .names import holder_further_back, holder_of
from .people import PeopleReader
from .vocabulary import several
from .words import names_in


class Holder(NamedTuple):
    """A role with all that belongs to its title, who holds it or "", where its duties begin, the names of all who hold
    it together, and the stretches of its duties that only name them.
    """

    mention: Mention
    name: str
    rest: int
    together: tuple[str, ...]
    aside: tuple[tuple[int, int], ...] = ()


def holder_at(
    mention: Mention, span: Span, rest: int, before: str, doers: Doers, people: PeopleReader, *, listed: bool
) -> Holder:
    """Return who holds the role of ``mention`` in ``span``.

    ``before`` is what stands before it, ``rest`` where its duties begin; ``listed``: it has a line of its own.
    """
    text, group = doers.text, several(mention.title, people.words)
    held = doers.names_at(rest, span.end) if listed and group else None
    if held and mention.number is None:  # "Support agents: Bea, Carlos and Finn"
        mention, rest = mention._replace(number=float(len(held.names)), counted=""), held.end
    team = held if held and not mention.counted else doers.bracketed(mention.after, span.end)
    team = team or doers.named_by(mention, span.start, span.end)
    if team:  # "the moderators (Lea, Ivo and Sam)"
        return Holder(mention, joined(team.names), max(rest, team.end), team.names)
    mention, name, rest = holder_of(text, mention, span, rest, before, people)
    if listed and not (name or group or mention.number):
        name, *aside = holder_further_back(text, rest, span.end, people) or ("",)
        return Holder(mention, name, rest, (), tuple(aside))
    return Holder(mention, name, rest, names_in(name) if group else ())
