"""Splitting a text for tests: its lines and headings as plain words."""

from __future__ import annotations

import re
from html import unescape

from advisor.rubrics.loader import load_rubrics
from advisor.text.lines import Split, split

RUBRIC = load_rubrics().sections


def texts(text: str, result: Split | None = None) -> list[str]:
    return [plain(text[line.start : line.end]) for line in (result or split(text, RUBRIC)).lines]


def heads(text: str) -> list[str]:
    return [plain(text[h.start : h.end]) for h in split(text, RUBRIC).headings]


def plain(text: str) -> str:
    text = re.sub("[\u200b\u00ad\ufeff]", "", unescape(text))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()
