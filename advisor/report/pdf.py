"""The report as a PDF file, by WeasyPrint: tagged, bookmarked, the same bytes for the same report.

The style sheet is parsed and the fonts are loaded once a process and shared between renders; threads take turns.
Nothing is fetched: the only address that can be opened is ``advisor-font:…``, one of our own fonts, read from
the package before.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import re
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from advisor.collector import uncollected
from advisor.paths import fonts_dir, templates_dir

from . import html
from .html import COVER_END, MOST_CUTS

if TYPE_CHECKING:
    from .model import Report

_LINKED = re.compile(r'href="#([^"]+)"')
_VARIANT = {"pdf_variant": "pdf/ua-1"}
FONT_SCHEME = "advisor-font:"
_ONCE = threading.Lock()
_ONE_AT_A_TIME = threading.Lock()


class OwnFontsOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Serves our own fonts from memory and refuses every other address, whatever its scheme."""

    def __init__(self) -> None:
        # No protocol is allowed, no redirect followed: what fetch() below does not answer goes nowhere.
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._fonts = {path.name: path.read_bytes() for path in sorted(fonts_dir().glob("*.woff2"))}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the base class's signature
        """Return a bundled font. Raises ValueError, which WeasyPrint takes for a missing resource, for all else."""
        font = self._fonts.get(url.removeprefix(FONT_SCHEME)) if url.startswith(FONT_SCHEME) else None
        if font is None:
            raise ValueError("A report fetches nothing but its own fonts.")
        return URLFetcherResponse(url, font, {"Content-Type": "font/woff2"})


class _Undrawn(logging.Filter):
    """Collects, per thread, the characters that WeasyPrint found no font for, and keeps them out of the logs.

    WeasyPrint tells it in a warning only; the text of an ad must not stand in a log anyway.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found = threading.local()

    def filter(self, record: logging.LogRecord) -> bool:
        """Return False for a missing character, after noting it."""
        if not (record.msg.startswith(".notdef") and isinstance(record.args, tuple)):
            return True
        found: set[str] = getattr(self.found, "characters", set())
        found.add(str(record.args[0]))
        return False


class _Press(NamedTuple):
    """What renders share: fetcher, fonts, the style sheets of each paper, and who watches for missing letters."""

    fetcher: OwnFontsOnly
    fonts: FontConfiguration
    sheets: dict[str, tuple[CSS, CSS]]
    undrawn: _Undrawn


@lru_cache(maxsize=1)
def _made() -> _Press:
    fetcher, fonts = OwnFontsOnly(), FontConfiguration()
    style = (templates_dir() / "report" / "report.css").read_text("utf-8")
    sheet = CSS(string=style, url_fetcher=fetcher, font_config=fonts)
    papers = {
        paper: CSS(string=f"@page {{ size: {paper} portrait }}", url_fetcher=fetcher, font_config=fonts)
        for paper in ("A4", "Letter")
    }
    undrawn = _Undrawn()
    LOGGER.addFilter(undrawn)
    # What is loaded by now stays: the collections after each render need not walk through modules and rubrics.
    gc.collect()
    gc.freeze()
    return _Press(fetcher, fonts, {paper: (sheet, size) for paper, size in papers.items()}, undrawn)


def press() -> _Press:
    """Return the shared press, made by whichever thread comes first.

    Make it after a server has forked, not before: WeasyPrint keeps decoded fonts in a folder that it deletes when
    the process ends, and a worker that ends must not delete its siblings' fonts.
    """
    with _ONCE:
        return _made()


def render(report: Report) -> bytes:
    """Return the report as a PDF/UA-1 file of PDF 1.7.

    Characters that no font on this machine draws are replaced by a sign, and a note says so: a file for people
    who listen may not hold letters without a glyph.
    """
    missing = press().undrawn.found
    missing.characters = set()
    data = _fitted(report)
    if missing.characters:
        data = _fitted(report, {ord(c): _sign(c) for c in missing.characters})
    return data


def _sign(character: str) -> str:
    """Return what stands for a character without a glyph: a bullet for pictures, nothing for what shows nothing."""
    kind = unicodedata.category(character)
    return "" if kind[0] in "CM" else "•" if kind == "So" else "□"


@contextmanager
def _alone() -> Iterator[None]:
    """Let one thread at a time lay out, and free what it made before the next one begins.

    Pango's fonts may be shared between renders but not used by two threads at once, and that includes freeing: a
    collection that some other thread sets off would release one render's objects in the midst of another's. So the
    collector rests while a thread lays out and is run at the end. Python runs one thread at a time anyway.
    """
    with _ONE_AT_A_TIME, uncollected():
        try:
            yield
        finally:
            gc.collect()


def to_bytes(document: str, paper: str = "A4") -> bytes:
    """Lay out an HTML document with the report's style. Its dates and identifier come from the document itself."""
    shared = press()
    with _alone():
        return _written(_laid_out(document, paper, shared), document)


def _fitted(report: Report, signs: dict[int, str] | None = None) -> bytes:
    """Lay out a report, its summary as full as the first page holds. ``signs`` stand for what no font draws."""
    shared, paper = press(), report.meta.paper
    with _alone():
        for cuts in range(MOST_CUTS + 1):
            text = html.render(report, undrawn=bool(signs), cuts=cuts)
            text = text.translate(signs) if signs else text
            if cuts == MOST_CUTS or _cover_fits(text, paper, shared):
                break
        return _written(_laid_out(text, paper, shared), text)


def _cover_fits(document: str, paper: str, shared: _Press) -> bool:
    """Tell whether the summary takes one page. It is laid out alone, with stubs for what its contents point to."""
    cover, end, _ = document.partition(COVER_END)
    if not end:
        return True
    stubs = "".join(f'<i id="{name}"></i>' for name in sorted(set(_LINKED.findall(cover))))
    return len(_laid_out(f'{cover}<div class="part">{stubs}</div>', paper, shared).pages) == 2


def _laid_out(document: str, paper: str, shared: _Press) -> Document:
    page = HTML(string=document, base_url="about:blank", url_fetcher=shared.fetcher)
    return page.render(stylesheets=shared.sheets[paper], font_config=shared.fonts, **_VARIANT)


def _written(pages: Document, document: str) -> bytes:
    identifier = hashlib.sha256(document.encode()).hexdigest()[:32].encode()
    return bytes(pages.write_pdf(pdf_identifier=identifier, **_VARIANT))
