"""The last touch on text that came out of a layout (HTML, DOCX, PDF)."""

from __future__ import annotations

import re

# Bullets that Word's and PDF's symbol fonts leave behind as private-use characters.
_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0A8: "•",
    0xF0D8: "•",
    0xF076: "•",
    0xF0FC: "•",
    0xF06E: "•",
    0xF0E0: "→",
    0xA0: " ",
    0xAD: None,  # a place where a word may break is no part of the word
    0x200B: None,
    0x2060: None,
    0xFEFF: None,
    0xFFFD: " ",
    0x2028: "\n",
    0x2029: "\n",
    0x0B: "\n",
    0x0C: "\n",
    0x85: "\n",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RUNS = re.compile(r"[^\S\n]+")
_EDGES = re.compile(r" ?\n ?")
_GAPS = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """Text without layout characters: single spaces, no spaces at line ends, at most one blank line in a row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SYMBOLS)
    text = _RUNS.sub(" ", _CONTROL.sub(" ", text))
    return _GAPS.sub("\n\n", _EDGES.sub("\n", text)).strip()
