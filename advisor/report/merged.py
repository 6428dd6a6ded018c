"""Several parts as one: the conclusion in a sentence, and one plan without repetition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from advisor.roles.findings import joined
from advisor.rubrics.structures import load_structures

from .org_view import OrgView, PlanView
from .readiness_view import ReadinessView
from .role_view import RoleView, lower_first

_ORDER = {1: "first", 2: "second", 3: "second", 4: "third"}
_MOST_NAMES = 3
_ALIKE = 0.6  # share of the shorter one's words that two actions have in common when they are the same


class _Action(NamedTuple):
    what: str
    owner: str
    done: str


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z]{4,}", text.lower()))


def conclusion(roles: Sequence[RoleView], org: OrgView | None, ready: ReadinessView | None) -> str:
    """Return what all parts come to: readiness decides whether, the team and the roles what."""
    parts = []
    if ready:
        parts.append(ready.headline.rstrip("."))
    if org:
        parts.append(
            org.headline.rstrip(".") if not parts else org.headline[:1].lower() + org.headline[1:].rstrip(".")
        )
    if roles and not org:
        bundled = [r for r in roles if r.analysis.profile.bundled]
        said = (
            f"{len(bundled)} of {len(roles)} roles hold{'s' if len(bundled) == 1 else ''} more than one job"
            if bundled
            else "each role holds one job"
        )
        parts.append(said if parts else said[:1].upper() + said[1:])
    return "; ".join(parts) + "."


def names_of(roles: Sequence[RoleView]) -> list[str]:
    """Return a name for each role that tells it from the others: its title, with its number where that is not enough."""
    titles = [role.title for role in roles]
    return (
        [
            f"{title} (role {i})" if titles.count(title) > 1 and title else title or f"Role {i}"
            for i, title in enumerate(titles, 1)
        ]
        if len(roles) > 1
        else [title or "The role" for title in titles]
    )


def _moves(roles: Sequence[RoleView]) -> dict[tuple[str, str], list[str]]:
    """Return each move with its window, and the names of the roles that it is for."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, role in zip(names_of(roles), roles, strict=True):
        for m in role.moves:
            move = f"move {lower_first(m.what)} to {lower_first(m.to)}"
            found.setdefault((_ORDER.get(m.order, "third"), move), []).append(name)
    return found


def _some(names: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    more = len(names) - _MOST_NAMES
    return joined([*names[:_MOST_NAMES], f"{more} more"]) if more > 1 else joined(names)


def plan(roles: Sequence[RoleView], org: OrgView | None, ready: ReadinessView | None) -> tuple[PlanView, ...]:
    """Return one plan: readiness first (its gates decide), then the team, then the roles; nothing twice."""
    names: dict[str, str] = {str(k): v for k, v in load_structures().data.windows.items()}
    held: dict[str, list[_Action]] = {id_: [] for id_ in names}
    seen: list[frozenset[str]] = []

    def add(window: str, action: _Action, said: str = "") -> None:
        words = _words(said or action.what)
        if words and any(
            len(words & other) >= _ALIKE * min(len(words), len(other)) for other in seen if other
        ):
            return
        seen.append(words)
        held[window].append(action)

    if ready:
        for window in ready.windows:
            if window.id in held:
                for a in window.actions:
                    add(window.id, _Action(a.what, a.owner_name, a.done))
    if org:
        by_name = {name: id_ for id_, name in names.items()}
        for part in org.plan:
            for what, owner, done in part.actions:
                add(by_name[part.name], _Action(what, owner, done))
    for (when, move), movers in _moves(roles).items():
        done = (
            "The rewritten description says so."
            if len(movers) == 1
            else "Each rewritten description says so."
        )
        add(when, _Action(f"{_some(movers)}: {move}.", "Hiring manager", done), move)
    return tuple(
        PlanView(name, tuple((a.what, a.owner, a.done) for a in held[id_]))
        for id_, name in names.items()
        if held[id_]
    )
