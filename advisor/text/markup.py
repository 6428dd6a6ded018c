"""Marks that Markdown, mail and word processors put around words: seen through, offsets kept."""

from __future__ import annotations

import re

from advisor.text.lost_ends import BULLETS

_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
MARKER = re.compile(
    rf"""(?:\\?(?:
      [{BULLETS}·➔→★☆»]\s*
    | (?:[-–—−*+]|--|[-=]+>)\s+ | [-–—−](?=[A-Z][a-z])
    | o\s+(?=\S)
    | \(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{2,5}})\)\s+
    | (?:\d{{1,2}}|[a-z]|[ivx]{{2,5}})\\?\.\s+ | \d{{1,2}}\.(?=[A-Z][a-z])
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\.?\s+(?=[A-Z("“'])(?!(?:GB|MB|FTE|K|M)\b)
    | \[[ xX✓]?\]\s*
    | \d\ufe0f?\u20e3\s* | (?<=\s)\#{{1,6}}\s+
    | [{_EMOJI}][{_EMOJI}\ufe0f\u200d\u20e3]*+\s*
    )){{1,4}}""",
    re.VERBOSE,
)
_HAS_WORD = re.compile(r"[^\W_]")
_UNDERLINE = re.compile(r"[=\-_~*]{3,}\s*\Z")
_HASHES = re.compile(r"(#{1,6})(?:\s++|(?<=##))(?=[^\s#])")
_LINK = re.compile(r"!?\[([^\[\]\n]*+)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~|`)(?=\S)([^\n]{1,300}?)(?<=\S)\1(?!\w)")
_STARS = re.compile(r"(?<!\w)\*\*(?=\S)|(?<=\S)\*\*(?!\w)")


def unwrapped(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return the bounds of a line without the markup that it begins or ends with, and its mark."""
    mark = ""
    while start < end and (text[start] in ">|" or text[start].isspace()):
        start += 1
    hashes = _HASHES.match(text, start, end)
    if hashes is not None:
        start, mark = hashes.end(), hashes[1]
    else:
        found = MARKER.match(text, start, end)
        if found is not None:
            start, mark = found.end(), found[0]
    end = start + len(text[start:end].rstrip("\\| \t#" if mark[:1] == "#" else "\\| \t"))
    if not mark and is_bold(text[start:end]):
        return start, end, mark
    return *without_emphasis(text, start, end), mark


def is_bold(body: str) -> bool:
    """Tell whether the whole of a line is bold in Markdown; a colon may stand behind."""
    return body[:2] in ("**", "__") and body.rstrip(":")[-2:] in ("**", "__")


def underlines(body: str) -> int:
    """Return the level that `body`, a line without words, gives to the line above: 1 for ===, 2 for ---, 0 for none."""
    return 0 if _UNDERLINE.fullmatch(body) is None else 1 if body[0] == "=" else 2


def without_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without Markdown emphasis around the whole of it (`**What you will do**`)."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip("*_ \t")), end - len(inner) + len(inner.rstrip("*_ \t"))


def past_stray_mark(text: str, begin: int, stop: int) -> int:
    """Return where a sentence begins that has a bullet before it, in the middle of a paragraph."""
    stray = MARKER.match(text, begin, stop)
    return stray.end() if stray is not None and _HAS_WORD.search(text, stray.end(), stop) else begin


def without_stars(text: str) -> str:
    """Return a stretch of text without the stars of Markdown's bold anywhere in it: shorter, for showing it."""
    return _STARS.sub("", text)


def without_markdown(text: str) -> str:
    """Return ``text`` without Markdown's marks of emphasis, and a link's words in place of the link."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
