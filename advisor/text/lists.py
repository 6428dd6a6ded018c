"""Lists that lost their look on the way: nested ones pasted flat, and items without their marks."""

from __future__ import annotations

import re
from itertools import pairwise

from advisor.text.headings import Block, several_sentences
from advisor.text.tables import is_field

# Words: of a bullet that heads a part of its list, of the items below it.
_MOST_WORDS_PART, _FEWEST_WORDS_ITEM = 5, 7
_PART = re.compile(r"[A-Z](?:[^\W\d_]|[ ,/&'’()-])*+\Z")
_FEWEST_PARTED = 6  # bullets in a list that has parts
# Of a list without marks: its items, the characters of one, the characters of a line that may head it.
_FEWEST_BARE, _LONGEST_BARE, _LONGEST_HEAD = 3, 260, 40


def parts_of_lists(text: str, blocks: list[Block]) -> frozenset[int]:
    """Which bullets head the parts of a list: short names among long items, as where nested lists were pasted flat.

    There are two or more and each stands above an item. Without colons the first bullet is one of them, too, and items
    are twice as many.
    """
    parts = {
        at
        for at, (block, below) in enumerate(pairwise(blocks))
        if text[block.end - 1] == ":"
        and _marked(block)
        and below.mark
        and _names_a_part(text, block, colon=1)
        and _is_item(text, below)
    }
    if len(parts) == 1:
        parts = set()
    i = 0
    while i < len(blocks):
        first = i
        while i < len(blocks) and _marked(blocks[i]) and not (i > first and blocks[i].gap):
            i += 1
        if i - first >= _FEWEST_PARTED and _names_a_part(text, blocks[first]):
            short = [at for at in range(first, i) if _names_a_part(text, blocks[at])]
            items = [at for at in range(first, i) if _is_item(text, blocks[at])]
            if 2 <= len(short) <= len(items) / 2 and {at + 1 for at in short} <= set(items):
                parts |= set(short)
        i = max(i, first + 1)
    return frozenset(parts)


def bare_items(text: str, blocks: list[Block]) -> frozenset[int]:
    """Which blocks without a mark are items all the same: one of three or more lines of one sentence each, close
    together, as where a list lost its marks on the way.

    Close together: no blank line between, or no full stop at the end of either.
    """
    items: set[int] = set()
    chain: list[int] = []
    for at, block in enumerate(blocks):
        if block.mark or not _is_single(text, block):
            items |= _items_of(text, blocks, chain)
            chain = []
            continue
        loose = block.gap
        if chain and loose and (_ended(text, blocks[at - 1]) or _ended(text, block)):
            items |= _items_of(text, blocks, chain)
            chain = []
        elif len(chain) > 1 and loose != blocks[chain[-1]].gap:
            first = [] if loose else [chain.pop()]
            items |= _items_of(text, blocks, chain)
            chain = first
        chain.append(at)
    return frozenset(items | _items_of(text, blocks, chain))


def _items_of(text: str, blocks: list[Block], chain: list[int]) -> set[int]:
    """The items of one stretch of lines: not its heading, and not the sentences among bare phrases."""
    if chain and blocks[chain[0]].gap:
        head, *widths = [blocks[at].end - blocks[at].start for at in chain]
        if head <= _LONGEST_HEAD and 1.5 * head * len(widths) < sum(widths):
            chain = chain[1:]
    ended = {at for at in chain if _ended(text, blocks[at])}
    if 2 * len(ended) < len(chain):
        chain = [at for at in chain if at not in ended]
    return set(chain) if len(chain) >= _FEWEST_BARE else set()


def _is_single(text: str, block: Block) -> bool:
    body = text[block.start : block.end]
    return (
        len(body) <= _LONGEST_BARE
        and body[-1] not in ":："
        and not several_sentences(body)
        and not is_field(text, block.start, block.end)
    )


def _ended(text: str, block: Block) -> bool:
    return text[block.end - 1] in ".!?"


def _marked(block: Block) -> bool:
    return block.mark != "" and block.mark[0] != "#"


def _names_a_part(text: str, block: Block, colon: int = 0) -> bool:
    body = text[block.start : block.end - colon]
    return body.count(" ") < _MOST_WORDS_PART and _PART.match(body) is not None


def _is_item(text: str, block: Block) -> bool:
    return text.count(" ", block.start, block.end) + 1 >= _FEWEST_WORDS_ITEM
