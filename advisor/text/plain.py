"""Plain text: bytes to str, and the checks on a paste."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from advisor.errors import InputError
from advisor.text.limits import check_text_size

# Control characters that no writer means. Tab, line ends, form feed and vertical tab (Word's soft line break) are fine;
# so are U+0085 (a line end) and the marks that steer right-to-left text.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.01  # a few slip into honest text (a PDF viewer's clipboard), a hundredth doesn't
_CONTROL_FREE = 4

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a browser reads when a page says so; other labels go through Python's own names.
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_LABELS_NEVER = (
    "utf-7",
    "idna",
    "punycode",
    "unicode-escape",
    "raw-unicode-escape",
    "undefined",
    "mbcs",
    "oem",
)


class Decoded(NamedTuple):
    """text; encoding: Python's name of it; repaired: how many unreadable bytes were replaced by U+FFFD."""

    text: str
    encoding: str
    repaired: int = 0


def binary_error() -> InputError:
    """The error for input that isn't text."""
    return InputError(
        "binary",
        "This doesn't look like text: it contains bytes that no text has.",
        "Paste its words, or choose a .txt, .md, .csv, .html, .docx or .pdf file.",
    )


def empty_error(where: str = "here") -> InputError:
    """The error for nothing at all."""
    return InputError("empty", f"There is no text {where}.", "Paste the text, or choose another file.")


def looks_binary(text: str) -> bool:
    """Whether text has a NUL, or more control characters than honest text has."""
    if "\x00" in text:
        return True
    count = len(_CONTROL.findall(text))
    return count > _CONTROL_FREE and count > len(text) * _CONTROL_SHARE


def without_controls(text: str) -> str:
    """The same text, of the same length, with a space for every control character."""
    return _CONTROL.sub(" ", text)


def check_paste(text: str) -> str:
    """Return pasted text as it is, so that offsets stay true, or raise InputError.

    Codes: empty, too-large (413), binary (NUL or many control characters), encoding (half of a character, which only a
    broken program sends). Markup in a paste is text like any other.
    """
    check_text_size(text)
    if not text.strip("\x00\ufeff \t\r\n\f\v\xa0\u200b"):
        raise empty_error()
    if looks_binary(text):
        raise binary_error()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "encoding",
            f"Character {error.start + 1} of this text is half of a character (a lone surrogate).",
            "Copy the text again from its source, or send it as UTF-8.",
        ) from error
    return text


def known_encoding(label: str | None) -> str | None:
    """Python's name for an encoding label from a header or a <meta>, or None if it is none that can be trusted."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if name.replace("_", "-") in _LABELS_NEVER:
        return None
    return _LABELS.get(name, name)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a text file.

    Tried in turn: a byte order mark; UTF-8; UTF-16 without a mark; the declared label; Windows-1252, when what is not
    ASCII is sparse and reads as Western letters and punctuation; charset-normalizer's guess.
    Raises InputError: encoding, binary.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _with_repairs(data[len(mark) :], name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if unmarked := _bare_utf16(data):
        return _with_repairs(data, unmarked)
    if b"\x00" in data:
        raise binary_error()
    if label := known_encoding(declared):
        try:
            return Decoded(data.decode(label), label)
        except (UnicodeError, LookupError, AssertionError, TypeError):
            pass  # a label that is wrong, or names no text encoding
    return _damaged_utf8(data) or _western(data) or _guessed(data)


def _with_repairs(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    repaired = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    if repaired > max(2, len(text) // 100):
        raise _encoding_error()
    return Decoded(text, encoding, max(0, repaired))


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 that lost its mark: mostly Latin letters, so that every other byte is NUL."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes (cut off, or pasted together): many more characters are sound than broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - broken
    return Decoded(text, "utf-8", broken) if broken * 10 <= sound else None


_WESTERN = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿŠšŽžŒœŸ‚„…‘’“”•–—™©®°·²³½¼¾£€§«»¿¡ªº×ƒ†‡\xa0´]*")


def _western(data: bytes) -> Decoded | None:
    """Windows-1252: by far the likeliest for ads, and what guessers get wrong on short texts."""
    high = sum(1 for byte in data if byte > 0x7F)
    if high > max(4, len(data) * 0.12):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "cp1252") if _WESTERN.fullmatch(text) else None


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or looks_binary(str(best)):
        raise _encoding_error()
    return Decoded(str(best), best.encoding)


def _encoding_error() -> InputError:
    return InputError(
        "encoding",
        "The characters of this file can't be read: its encoding is unknown or the file is damaged.",
        "Save it again as UTF-8, or open it and paste the text.",
    )
