"""A readable view of a pasted text, and the way back to the offsets of the text as given.

The view has one kind of line end, no zero-width characters, no HTML entities or tags, and each bullet on a line of
its own. Splitting works on the view; a messy paste and a clean one have the same view, so they give the same lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from html import unescape

from advisor.text.lost_ends import (
    BULLETS,
    SHY,
    ends_of_lists,
    heads_before,
    inline_bullets,
    listed_behind,
    stuck,
)

_UNSEEN = "\xad\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"

_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = "\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ONE_FOR_ONE = str.maketrans({**dict.fromkeys(_LINE_ENDS, "\n"), **dict.fromkeys(_SPACES, " ")})
_ONE_FOR_ONE_SET = frozenset(_LINE_ENDS + _SPACES)
_UNSEEN_SET = frozenset(_UNSEEN)
_BULLET_SET = frozenset(BULLETS + SHY) - {"*"}
_ASCII = bytes(range(128))
_ASCII_ODD = tuple(c for c in _LINE_ENDS + _SPACES if c < "\x80")
_ENTITY_HINT = re.compile(r"&(?:amp;){0,2}#?[A-Za-z0-9]{2,31};")
_TAG_HINT = re.compile(r"</?[A-Za-z]")
_PIECE = re.compile(
    f"""(?P<unseen>[{_UNSEEN}]++)
    | (?P<entity>&(?:amp;){{0,2}}(?:\\#\\d{{1,7}}|\\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
    | <(?P<close>/?)(?P<tag>br|p|div|section|ul|ol|li|h[1-6]|t[rdh]|strong|b|em|i|u|span|a|font)
      (?![A-Za-z0-9])[^<>\\n]{{0,400}}>""",
    re.VERBOSE | re.IGNORECASE,
)
_INLINE_TAGS = frozenset(("strong", "b", "em", "i", "u", "span", "a", "font"))


class View:
    """`text`: what to split. `span(start, end)`: the offsets in the text as given for a stretch of it.

    Piece i of the view begins at `at[i]` and comes from `source[i]` of the text as given: character by character
    where `size[i]` is 0, else one character that stands for `size[i]` of them. No pieces: nothing is moved.
    """

    __slots__ = ("at", "size", "source", "text")

    def __init__(self, text: str, pieces: tuple[list[int], list[int], list[int]] | None = None) -> None:
        self.text = text
        self.at, self.source, self.size = pieces or ([], [], [])

    @property
    def same(self) -> bool:
        """Whether offsets in the view are offsets in the text as given."""
        return not self.at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where view[start:end] (not empty) stands in the text as given."""
        at, source, size = self.at, self.source, self.size
        i = bisect_right(at, start) - 1
        first = source[i] + (0 if size[i] else start - at[i])
        i = bisect_right(at, end - 1) - 1
        last = source[i] + (size[i] or end - at[i])
        return first, last


def view_of(text: str, heads: Callable[[str], str] = lambda _: "") -> View:
    """The view of `text`. Linear in its length; untouched (and the offsets equal) when nothing in it is odd.

    `heads`: the section that some words head, or "", so that a heading is found before the bullets of a list that lost its line ends.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    # Deleting the ASCII bytes leaves the other characters whole, and costs a thousandth of a look at each character.
    rare: frozenset[str] = frozenset()
    if not text.isascii():
        rare = frozenset(
            text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        )
    if not rare.isdisjoint(_ONE_FOR_ONE_SET) or any(c in text for c in _ASCII_ODD):
        text = text.translate(_ONE_FOR_ONE)
    odd = (
        not rare.isdisjoint(_UNSEEN_SET)
        or ("&" in text and _ENTITY_HINT.search(text))
        or ("<" in text and _TAG_HINT.search(text))
    )
    view = _compact(text) if odd else View(text)
    if odd or not rare.isdisjoint(_BULLET_SET) or " * " in text:
        bullets = inline_bullets(view.text)
        around = (*heads_before(view.text, bullets, heads), *ends_of_lists(view.text, bullets))
        view = _broken_at(view, sorted([*bullets, *around]))
    if ":" in view.text:
        view = _broken_at(view, list(listed_behind(view.text, heads)))
    return _broken_at(view, stuck(view.text, heads))


def _compact(text: str) -> View:
    """Without zero-width characters, entities and tags."""
    out: list[str] = []
    at: list[int] = []
    source: list[int] = []
    size: list[int] = []
    length = done = 0

    def keep(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            at.append(length)
            source.append(start)
            size.append(0)
            out.append(text[start:end])
            length += end - start

    for m in _PIECE.finditer(text):
        start, end = m.span()
        if m["unseen"]:
            new = ""
        elif m["entity"]:
            new = unescape(m["entity"])
            while new.startswith("&") and new.endswith(";") and len(new) > 2 and unescape(new) != new:
                new = unescape(new)
            if new == m["entity"]:
                continue
            new = re.sub(f"[{_UNSEEN}]", "", new)
        else:
            tag = m["tag"].lower()
            if tag in _INLINE_TAGS:
                new = ""
            elif m["close"]:
                new = "\n"
            else:
                new = "\n• " if tag == "li" else "\n# " if tag[0] == "h" else "\n"
        keep(done, start)
        for char in new:
            at.append(length)
            source.append(start)
            size.append(end - start)
            out.append(char)
            length += 1
        done = end
    keep(done, len(text))
    if not at or at[0] != 0:
        at.insert(0, 0)
        source.insert(0, 0)
        size.insert(0, 0)
    return View("".join(out), (at, source, size))


def _broken_at(view: View, places: list[int]) -> View:
    """The view with a line end before each of these places."""
    if not places:
        return view
    text = view.text
    out: list[str] = []
    at, source, size = [], [], []  # type: list[int], list[int], list[int]
    done = length = 0
    for place in [*places, len(text)]:
        out.append(text[done:place])
        at.append(length)
        source.append(done)
        size.append(0)
        length += place - done
        if place < len(text):
            out.append("\n")
            at.append(length)
            source.append(place)
            size.append(0)
            length += 1
        done = place
    return View("".join(out), _through(view, (at, source, size), length))


def _through(
    inner: View, pieces: tuple[list[int], list[int], list[int]], length: int
) -> tuple[list[int], list[int], list[int]]:
    """`pieces` lead from the new view to the inner one; follow them on to the text as given."""
    if inner.same:
        return pieces
    at, source, _ = pieces
    out_at: list[int] = []
    out_source: list[int] = []
    out_size: list[int] = []
    ends = [*at[1:], length]
    i = 0
    inner_at, inner_source, inner_size = inner.at, inner.source, inner.size
    for begin, end, start in zip(at, ends, source, strict=True):
        while i + 1 < len(inner_at) and inner_at[i + 1] <= start:
            i += 1
        j = i
        stop = start + (end - begin)
        while True:
            here = max(start, inner_at[j])
            out_at.append(begin + here - start)
            out_size.append(inner_size[j])
            out_source.append(inner_source[j] + (0 if inner_size[j] else here - inner_at[j]))
            if j + 1 >= len(inner_at) or inner_at[j + 1] >= stop:
                break
            j += 1
        i = j
    return out_at, out_source, out_size
