"""What has been read of a text so far: roles, who they are by name, facts, and what belongs to neither."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.rubrics.structures import load_structures
from advisor.wording import upper_first

from .doubts import key_of
from .facts import fact_of
from .mentions import mentions
from .model import Fact, Span
from .names import Names
from .seat import Seat
from .tables import TableRow
from .vocabulary import vocabulary


class Collected:
    """Roles and facts as they are found, and the role at hand; whole tables, forms and job descriptions are taken as they are."""

    def __init__(self, text: str) -> None:
        self.text, self.words = text, vocabulary()
        self.roles: dict[str, Seat] = {}
        self.names = Names[Seat](self.words)
        self.current: Seat | None = None
        self.facts: list[Fact] = []
        self.left: list[Span] = []
        self.notices: list[str] = []

    def boss(self, said: str | None) -> str:
        """Return whom "under …" means: somebody read before, or as written; None is the role at hand."""
        if said is None:
            return self.current.title if self.current else ""
        role = self.names.holder(said)
        return role.title if role else said

    def ad(self, span: Span, title: str) -> None:
        """Take a whole job description as one role."""
        self.roles[f"ad {len(self.roles)}"] = Seat.of_ad(self.text, span, title, self.words)

    def table(self, rows: Sequence[TableRow], notices: list[str], left: list[Span]) -> None:
        """Take over a table's rows."""
        for draft, vacant, part_time in rows:
            seat = Seat.of_row(draft, self.words, vacant=vacant)
            seat.part_time = part_time
            role = self.roles.setdefault(f"row {len(self.roles)}", seat)
            if role.name:
                self.names.hold(role.name, role)
            if role.vacant:  # the head of the table is not about this seat
                self.left += [span for span in role.spans[:-1] if span.end > span.start]
                role.spans = role.spans[-1:]
        self.notices += notices
        self.left += left

    def form(self, rows: Sequence[TableRow], notices: list[str], left: list[Span]) -> None:
        """Take over a form about one person; bullets below it are about them, too."""
        self.table(rows, notices, left)
        self.current = list(self.roles.values())[-1] if rows else self.current

    def is_name(self, text: str) -> bool:
        """Whether a stretch begins with the name of somebody read before; that role is then the one at hand."""
        role = self.names.begins(text)
        self.current = role or self.current
        return role is not None

    def nobody(self, span: Span) -> None:
        """Note that a stretch says that nobody does something."""
        self.facts.append(Fact("nobody", self.text[span.start : span.end], span))

    def empty(self, title: str, span: Span) -> bool:
        """Note a seat in which nobody sits; return whether it is one that was not read before."""
        new = key_of(title) not in self.roles
        if new:
            self.roles[key_of(title)] = Seat(upper_first(title), vacant=True, spans=[span])
        return new

    def leave(self, *spans: Span) -> None:
        """Note stretches that no role has."""
        self.left += spans

    def fact_or_left(self, span: Span) -> None:
        """Keep a sentence that is about no role."""
        fact = fact_of(self.text, span, self.words)
        empty = load_structures().empty_post(self.text[span.start : span.end])
        named = mentions(self.text, span.start + empty[1], span.end, self.words) if empty else []
        if named and self.empty(named[0].title, span):
            return
        if fact:
            self.facts.append(fact)
        else:
            self.left.append(span)
