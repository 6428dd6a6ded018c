"""A text's shadow: the same length, lower-case and plain, so that offsets in it are offsets in the text."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "ß": "s",
    "ø": "o",
    "ł": "l",
    "đ": "d",
}


class _Table(dict[int, str]):
    """Maps every character to one ASCII character; fills itself with the characters that texts contain."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _SPECIAL:
            folded = _SPECIAL[char]
        elif unicodedata.category(char) == "Sc":
            folded = "$"
        else:
            base = unicodedata.normalize("NFKD", char)[0]
            # A letter of another script stays a word character, so that windows still count words.
            other = "\x7f" if char.isalnum() else " "
            folded = base.lower() if base.isascii() else other
        if len(self) < 4096:
            self[code] = folded
        return folded


_table = _Table()
_OTHER = re.compile(r"[^\x00-\x7f]+")


def _fold_run(match: re.Match[str]) -> str:
    return match[0].translate(_table)


def fold(text: str) -> bytes:
    """Return the ASCII shadow of ``text``: ``len(fold(text)) == len(text)``.

    Letters are lower-cased and lose their accents, curly quotes become straight, other scripts become a
    placeholder word character (0x7f), signs of currencies a dollar, every other symbol a space.
    """
    if text.isascii():
        return text.lower().encode("ascii")
    # Ads are mostly ASCII: only the stretches that are not go through the table.
    return _OTHER.sub(_fold_run, text).lower().encode("ascii")
