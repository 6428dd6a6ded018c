"""The part of an ad that says what the job is not: where it begins and how far it reaches."""

from __future__ import annotations

from typing import NamedTuple

from advisor.text.headings import Block


class Denied(NamedTuple):
    """How far the part reaches that says what the job is not: one list, or the lines up to a blank one.

    before: the section above it. indent: of its list, -1 while there is none. lines: whether any was read. over: whether it
    has ended.
    """

    before: str
    indent: int = -1
    lines: bool = False
    over: bool = False

    def after(self, block: Block, gap: bool) -> Denied:
        """With one more block, which may be the first beyond it."""
        if block.mark:
            over = self.indent > block.indent
            return self._replace(
                indent=self.indent if self.indent >= 0 else block.indent, lines=True, over=over
            )
        return self._replace(lines=True, over=self.indent >= 0 or (gap and self.lines))


def only_begins(text: str, blocks: list[Block], i: int) -> bool:
    """Whether what looks like a heading is only the beginning of a sentence."""
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    ended = text[blocks[i].end - 1] in ":："
    return (
        not ended and below is not None and not below.mark and not below.gap and text[below.start].islower()
    )
