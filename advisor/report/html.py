"""The report as one HTML document, made with Jinja templates of its own; it needs no Flask.

The document is made for paper: it names no file and no address, its style sheet comes from the renderer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from advisor.paths import templates_dir
from advisor.wording import figure, lower_first, tenths

from .marked import grouped
from .role_view import sum_in_words
from .shown import clean, percent, percent_wide, shortened, some, told

if TYPE_CHECKING:
    from .model import Report

MOST_CUTS = 3
COVER_END = "<!-- the summary ends here -->"
_LONG_WORD = re.compile(r"\S{28}")


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
        shortened=shortened,
        percent_wide=percent_wide,
        sum_in_words=sum_in_words,
    )
    return env


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment()


def render(report: Report, *, undrawn: bool = False, cuts: int = 0) -> str:
    """Return the report as one HTML document.

    ``undrawn`` adds a note on characters that no font draws. ``cuts``, from 0 to ``MOST_CUTS``, says how much a
    summary leaves out of what the parts behind it say again.
    """
    page = _environment().get_template("report/report.html")
    text = page.render(
        report=report,
        meta=report.meta,
        ads=report.printed_ads(),
        undrawn=undrawn,
        cuts=cuts,
        cover_end=Markup(COVER_END),  # noqa: S704 - our own
        several=report.several,
        # Breaking inside words costs a tenth of the layout time, so only where a word needs it.
        long_words=any(_LONG_WORD.search(role.analysis.text) for role in report.roles)
        or bool(_LONG_WORD.search(" ".join(report.meta[:3]))),
    )
    return clean(text)
