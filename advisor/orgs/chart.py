"""The organisation's picture: boxes below whom they report to, two in a row, so that it fits a phone and a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .result import Box, Chart

WIDE, HIGH = 158, 46
GAP_X, GAP_Y, GAP_GROUP = 16, 14, 26
COLUMNS = 2
WIDTH = COLUMNS * WIDE + (COLUMNS - 1) * GAP_X + 4


class Seat(NamedTuple):
    """One place: its label, what stands below it, and the label of the place above ("" for none)."""

    label: str
    sub: str
    kind: str
    practice: str
    above: str


def layout(seats: Sequence[Seat], told: str) -> Chart:
    """Lay seats out: each place with people below it stands over them, groups below each other."""
    groups: dict[str, list[Seat]] = {}
    for seat in seats:
        groups.setdefault(seat.above, []).append(seat)
    by_label = {seat.label: seat for seat in seats}
    order: list[str] = []

    def walk(above: str) -> None:
        if above in order:
            return
        order.append(above)
        for seat in groups.get(above, ()):
            if seat.label in groups:
                walk(seat.label)

    for above in groups:
        if above not in by_label or above == "":
            walk(above)
    for above in groups:
        walk(above)
    boxes: list[Box] = []
    lines: list[tuple[int, int, int, int]] = []
    y, middle = 2, WIDTH // 2
    hangs = ""  # the place drawn last, if only places with people of their own are below it
    for above in order:
        # Whoever has people below stands over them, once.
        members = [s for s in groups[above] if s.label not in groups or by_label[s.label] is not s]
        if not members and above == "":
            continue
        head_y = y
        if above:
            head = by_label.get(above) or Seat(above, "", "leader", "", "")
            if head.above and head.above == hangs:
                y = head_y = y - GAP_GROUP + GAP_Y
                lines.append((middle, y - GAP_Y, middle, y))
                below = ""
            else:
                below = head.above
            place = ((WIDTH - WIDE) // 2, y)
            boxes.append(Box(head.label, head.sub, head.kind, head.practice, *place, below))
            y += HIGH + GAP_Y
        hangs = "" if members else above
        for row in range(0, len(members), COLUMNS):
            placed = members[row : row + COLUMNS]
            left = (WIDTH - len(placed) * WIDE - (len(placed) - 1) * GAP_X) // 2
            for column, seat in enumerate(placed):
                x = left + column * (WIDE + GAP_X)
                boxes.append(Box(seat.label, seat.sub, seat.kind, seat.practice, x, y))
                if above:
                    bend = y - GAP_Y // 2
                    if row == 0:
                        lines.append((middle, head_y + HIGH, middle, bend))
                    else:
                        lines.append((middle, bend - HIGH - GAP_Y, middle, bend))
                    lines.append((middle, bend, x + WIDE // 2, bend))
                    lines.append((x + WIDE // 2, bend, x + WIDE // 2, y))
            y += HIGH + GAP_Y
        y += GAP_GROUP - GAP_Y
    return Chart(tuple(boxes), tuple(dict.fromkeys(lines)), WIDTH, max(y - GAP_GROUP + 2, HIGH), told)
