"""Where a role stands between the two poles of each contrast, and on which lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .model import ContrastPosition, Line
from .reading import Read

if TYPE_CHECKING:
    from advisor.rubrics.loader import Rubrics


def contrasts_of(
    reads: Sequence[Read], lines: Sequence[Line], rubrics: Rubrics
) -> tuple[ContrastPosition, ...]:
    """Return a position for each contrast: the balance of lines for either pole, None without evidence."""
    votes: dict[str, dict[int, set[int]]] = {c.id: {1: set(), -1: set()} for c in rubrics.data.contrasts}
    for i, (read, line) in enumerate(zip(reads, lines, strict=True)):
        for id_, side in read.hits.poles:
            if line.kind != "context" or rubrics.contrasts[id_].context:
                votes[id_][side].add(i)
        for signal in line.signals:  # a line of context has none
            for id_, side in rubrics.pole_uses.get(signal.cue, ()):
                votes[id_][side].add(i)
    out = []
    for id_, sides in votes.items():
        ours, theirs = len(sides[1]), len(sides[-1])
        position = (ours - theirs) / (ours + theirs) if ours + theirs else None
        out.append(ContrastPosition(id_, position, tuple(sorted(sides[1] | sides[-1]))))
    return tuple(out)
