"""Splitting a text for tests: its lines and headings as plain words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import yaml

from advisor.paths import rubrics_dir
from advisor.text.lines import Split, split
from advisor.text.sections import build_sections

RUBRIC = build_sections(yaml.safe_load(Path(rubrics_dir(), "sections.yaml").read_text(encoding="utf-8")))


def texts(text: str, result: Split | None = None) -> list[str]:
    return [plain(text[line.start : line.end]) for line in (result or split(text, RUBRIC)).lines]


def heads(text: str) -> list[str]:
    return [plain(text[h.start : h.end]) for h in split(text, RUBRIC).headings]


def plain(text: str) -> str:
    text = re.sub("[\u200b\u00ad\ufeff]", "", unescape(text))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()
