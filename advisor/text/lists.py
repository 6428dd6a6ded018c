"""Lists that lost their look on the way: nested ones pasted flat, and items without their marks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from advisor.text.headings import WIDEST, Block
from advisor.text.sections import SectionRubric
from advisor.text.sentences import sentences
from advisor.text.tables import is_field

# Words: of a bullet that heads a part of its list, of the items below it.
_MOST_WORDS_PART, _FEWEST_WORDS_ITEM = 5, 7
_NAME = re.compile(r"[A-Z](?:[^\W\d_]|[ ,/&'’()-])*+\Z")
_FEWEST_PARTED = 6  # bullets in a list that has parts
# Of a list without marks: its items, the characters of one.
_FEWEST_BARE, _LONGEST_BARE = 3, 260
_LONGEST_HEAD, _LEAST_BELOW_HEAD = (
    40,
    60,
)  # characters: of the line that heads it, of the two items below together


def parts_of_lists(text: str, blocks: list[Block], rubric: SectionRubric) -> frozenset[int]:
    """Which bullets head the parts of a list: short names among long items, as where nested lists were pasted flat.

    There are two or more and each stands above an item. Without colons the rubric knows each of them for a part's name,
    too, the first bullet is one, and items are twice as many.
    """
    parts = {
        at
        for at, (block, below) in enumerate(pairwise(blocks))
        if text[block.end - 1] == ":"
        and _marked(block)
        and below.mark
        and _is_short(text, block, colon=1)
        and (_is_item(text, below) or _is_inside(text, block, below))
    }
    if len(parts) == 1:
        parts = set()
    i = 0
    while i < len(blocks):
        first = i
        while i < len(blocks) and _marked(blocks[i]) and not (i > first and blocks[i].gap):
            i += 1
        if i - first >= _FEWEST_PARTED and _is_short(text, blocks[first]):
            short = {at for at in range(first, i) if _is_short(text, blocks[at])}
            items = {at for at in range(first, i) if _is_item(text, blocks[at])}
            named = all(_last_word(text, blocks[at]) in rubric.part_names for at in short)
            if named and 2 <= len(short) <= len(items) / 2 and {at + 1 for at in short} <= items:
                parts |= short
        i = max(i, first + 1)
    return frozenset(parts)


LOOSE = -2


class Bare(NamedTuple):
    """Lists without marks, by the numbers of their blocks.

    lists: to which list a block belongs, if it is taken for an item; LOOSE for all with blank lines between.
    heads: the lines that may be the heading of one.
    """

    lists: dict[int, int]
    heads: frozenset[int]


def bare_lists(text: str, blocks: list[Block], rubric: SectionRubric) -> Bare:
    """Three or more lines of one sentence each, close together, as where a list lost its marks on the way.

    Close together: no blank line between, or no full stop at the end of either.
    """
    chains: list[tuple[int, list[int]]] = []
    number, chain = 0, list[int]()
    for at, block in enumerate(blocks):
        loose = block.gap
        if loose or block.mark:
            number = at
        if block.mark or not _is_single(text, block, rubric):
            chain = []  # one that goes on behind a longer item keeps its number
            continue
        apart = loose and chain and (_ended(text, blocks[at - 1]) or _ended(text, block))
        changed = len(chain) > 1 and loose != blocks[chain[-1]].gap
        if not chain or apart or changed:
            chain = [chain.pop()] if changed and not loose else []
            chains.append((number, chain))
        chain.append(at)
    lists: dict[int, int] = {}
    heads: set[int] = set()
    for number, chain in chains:
        if len(chain) > 1 and blocks[chain[1]].gap:
            number = LOOSE  # noqa: PLW2901
        head = _head(blocks, chain)
        items = chain[1:] if head else chain
        ended = [_ended(text, blocks[at]) for at in items]
        if 2 * sum(ended) < len(items):  # sentences among bare phrases are none
            items = [at for at, is_ended in zip(items, ended, strict=True) if not is_ended]
        if len(items) >= _FEWEST_BARE:
            lists.update(dict.fromkeys(chain[:1] + items if head else items, number))
            heads.update(chain[:1] if head else _above(text, blocks, chain[0]))
    return Bare(lists, frozenset(heads))


def _head(blocks: list[Block], chain: list[int]) -> bool:
    """Whether the first of these lines may head the others: apart from what is above, short, above longer ones."""
    if len(chain) <= _FEWEST_BARE or not blocks[chain[0]].gap:
        return False
    head, *widths = [blocks[at].end - blocks[at].start for at in chain]
    return (
        head <= _LONGEST_HEAD
        and 1.5 * head * len(widths) < sum(widths)
        and widths[0] + widths[1] >= _LEAST_BELOW_HEAD
    )


def _above(text: str, blocks: list[Block], first: int) -> tuple[int, ...]:
    """The line between blank lines above a list that begins with block `first`."""
    at = first - 1
    alone = at >= 0 and blocks[first].gap and blocks[at].gap and not blocks[at].mark
    short = alone and blocks[at].end - blocks[at].start <= WIDEST
    return (at,) if short and not _ended(text, blocks[at]) else ()


def _is_single(text: str, block: Block, rubric: SectionRubric) -> bool:
    return (
        block.end - block.start <= _LONGEST_BARE
        and text[block.end - 1] not in ":："
        and not is_field(text, block.start, block.end)
        and len(sentences(text, block.start, block.end, rubric)) == 1
    )


def _ended(text: str, block: Block) -> bool:
    return text[block.end - 1] in ".!?"


def _marked(block: Block) -> bool:
    return block.mark != "" and block.mark[0] != "#"


def _is_short(text: str, block: Block, colon: int = 0) -> bool:
    body = text[block.start : block.end - colon]
    return body.count(" ") < _MOST_WORDS_PART and _NAME.match(body) is not None


def _last_word(text: str, block: Block) -> str:
    return text[block.start : block.end].rsplit(" ", 1)[-1].lower()


def _is_item(text: str, block: Block) -> bool:
    return text.count(" ", block.start, block.end) + 1 >= _FEWEST_WORDS_ITEM


def _is_inside(text: str, block: Block, below: Block) -> bool:
    """Whether the bullet below is one of a deeper list, and says more than this one."""
    return below.indent > block.indent and text.count(" ", below.start, below.end) > text.count(
        " ", block.start, block.end
    )
