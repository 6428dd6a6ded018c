"""The report as one HTML document, made with Jinja templates of its own; it needs no Flask.

The document is made for paper: it names no file and no address, its style sheet comes from the renderer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from advisor.paths import templates_dir
from advisor.wording import figure, lower_first, tenths

from .marked import Block, grouped
from .role_view import Quote, RoleView, ShareView, sum_in_words

if TYPE_CHECKING:
    from advisor.rubrics.models import Source

    from .model import Report

# What one ad, and all ads of a report together, may take of the appendix, in characters: about 3 500 words, six
# pages. More would make the time of a PDF the time of its longest paste.
LONGEST_AD = 20_000
LONGEST_ADS = 120_000
MOST_QUOTES = 4
MOST_CUTS = 3
COVER_END = "<!-- the summary ends here -->"

# Characters that no font draws and that PDF and XML cannot hold: controls, lone surrogates, non-characters.
# Marks that turn the direction of what follows go too: an ad could make a report's words read backwards.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_SENTENCE = re.compile(r"(?<=[.!?])\s")
_PART = re.compile(r"[,;:](?=\s)| (?=(?:and|or|who|which|that)\s)")
_LONG_WORD = re.compile(r"\S{28}")


class Printed(NamedTuple):
    """The part of an ad that is printed. ``left_out`` counts the words that are not; 0 when all are."""

    blocks: tuple[Block, ...]
    left_out: int


class Some(NamedTuple):
    """The first few of many quotes, and how many more there are."""

    shown: tuple[Quote, ...]
    more: int


def printed(role: RoleView, longest: int = LONGEST_AD) -> Printed:
    """Cut an ad's blocks after ``longest`` characters, inside a block if need be."""
    blocks, room = list[Block](), longest
    for block in role.blocks:
        segments = []
        for segment in block.segments:
            whole = len(segment.text) <= room
            segments.append(segment if whole else segment._replace(text=segment.text[:room].rstrip() + " …"))
            room -= len(segment.text)
            if room <= 0:
                break
        blocks.append(block._replace(segments=tuple(segments)))
        if room <= 0:
            break
    shown = sum(len(s.text.split()) for b in blocks for s in b.segments)
    return Printed(tuple(blocks), max(role.words - shown, 0) if room <= 0 else 0)


def some(quotes: Sequence[Quote], most: int = MOST_QUOTES) -> Some:
    """Return the first quotes; one more than ``most`` is shown rather than counted."""
    if len(quotes) <= most + 1:
        return Some(tuple(quotes), 0)
    return Some(tuple(quotes[:most]), len(quotes) - most)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole percents."""
    return f"{round(share * 100)} %"


def percent_wide(percents: int) -> str:
    """Return whole percents with figure spaces before, so that they align to the right without a table."""
    return f"{percents:\u2007>3} %"


def cited(source: Source) -> str:
    """Return a source in a few words: its first author and year, its title where nobody signed; the advisor's own rules of thumb say so."""
    if source.kind == "ours":
        return "our own rule of thumb"
    name = source.title if source.author == "unsigned" else source.author.split(",")[0]
    return name + (f" {source.year}" if source.year else "")


def shortened(text: str, most: int = 90) -> str:
    """Cut what is to be done after its first sentence, else where one of its parts ends; " …" tells of a cut."""
    first = text if len(text) <= most else _SENTENCE.split(text, maxsplit=1)[0]
    if len(first) <= most:
        return first if first == text else f"{first} …"
    parts = [m.start() for m in _PART.finditer(first) if m.start() <= most]
    return f"{first[: parts[-1] if parts else first.rindex(' ', 0, most)]} …"


def told(shares: Sequence[ShareView]) -> str:
    """Say a bar of shares in words."""
    return "Shares of the work: " + ", ".join(f"{s.name} {s.percent} %" for s in shares) + "."


def environment() -> Environment:
    """Return the environment that every face of the report is rendered in: escaped, strict, reading only templates."""
    env = Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters.update(
        percent=percent,
        figure=figure,
        tenths=tenths,
        some=some,
        grouped=grouped,
        told=told,
        lower_first=lower_first,
        cited=cited,
        shortened=shortened,
        percent_wide=percent_wide,
        sum_in_words=sum_in_words,
    )
    return env


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment()


def clean(text: str) -> str:
    """Replace what cannot be printed by a space."""
    return _UNPRINTABLE.sub(" ", text)


def render(report: Report, *, undrawn: bool = False, cuts: int = 0) -> str:
    """Return the report as one HTML document.

    ``undrawn`` adds a note on characters that no font draws. ``cuts``, from 0 to ``MOST_CUTS``, says how much a
    summary leaves out of what the parts behind it say again.
    """
    longest = min(LONGEST_AD, LONGEST_ADS // max(1, len(report.roles)))
    ads = [printed(role, longest) for role in report.roles]
    page = _environment().get_template("report/report.html")
    text = page.render(
        report=report,
        meta=report.meta,
        ads=ads,
        undrawn=undrawn,
        cuts=cuts,
        cover_end=Markup(COVER_END),  # noqa: S704 - our own
        several=report.several,
        # Breaking inside words costs a tenth of the layout time, so only where a word needs it.
        long_words=any(_LONG_WORD.search(role.analysis.text) for role in report.roles)
        or bool(_LONG_WORD.search(" ".join(report.meta[:3]))),
    )
    return clean(text)
