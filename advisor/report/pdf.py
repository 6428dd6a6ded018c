"""The report as a PDF file, by WeasyPrint: tagged, bookmarked, the same bytes for the same report.

The style sheet is parsed and the fonts are loaded once a process and shared between renders and threads.
Nothing is fetched: the only address that can be opened is ``advisor-font:…``, one of our own fonts, read from
the package before.
"""

from __future__ import annotations

import hashlib
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from advisor.paths import templates_dir

from . import html

if TYPE_CHECKING:
    from .model import Report

FONT_SCHEME = "advisor-font:"
_FONTS = Path(__file__).resolve().parent.parent / "web" / "static" / "fonts"
_ONCE = threading.Lock()


class OwnFontsOnly(URLFetcher):
    """Serves our own fonts from memory and refuses every other address, whatever its scheme."""

    def __init__(self) -> None:
        # No protocol is allowed, no redirect followed: what fetch() below does not answer goes nowhere.
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._fonts = {path.name: path.read_bytes() for path in sorted(_FONTS.glob("*.woff2"))}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return a bundled font. Raises ValueError, which WeasyPrint takes for a missing resource, for all else."""
        font = self._fonts.get(url.removeprefix(FONT_SCHEME)) if url.startswith(FONT_SCHEME) else None
        if font is None:
            raise ValueError("A report fetches nothing but its own fonts.")
        return URLFetcherResponse(url, font, {"Content-Type": "font/woff2"})


class _Press(NamedTuple):
    """What renders share: fetcher, fonts, and the style sheets of each paper."""

    fetcher: OwnFontsOnly
    fonts: FontConfiguration
    sheets: dict[str, tuple[CSS, CSS]]


@lru_cache(maxsize=1)
def _made() -> _Press:
    fetcher, fonts = OwnFontsOnly(), FontConfiguration()
    style = (templates_dir() / "report" / "report.css").read_text("utf-8")
    sheet = CSS(string=style, url_fetcher=fetcher, font_config=fonts)
    papers = {
        paper: CSS(string=f"@page {{ size: {paper} portrait }}", url_fetcher=fetcher, font_config=fonts)
        for paper in ("A4", "Letter")
    }
    return _Press(fetcher, fonts, {paper: (sheet, size) for paper, size in papers.items()})


def press() -> _Press:
    """Return the shared press, made by whichever thread comes first."""
    with _ONCE:
        return _made()


def render(report: Report) -> bytes:
    """Return the report as a PDF/UA-1 file of PDF 1.7."""
    return to_bytes(html.render(report), report.meta.paper)


def to_bytes(document: str, paper: str = "A4") -> bytes:
    """Lay out an HTML document with the report's style. Its dates and identifier come from the document itself."""
    shared = press()
    page = HTML(string=document, base_url="about:blank", url_fetcher=shared.fetcher)
    return bytes(
        page.write_pdf(
            stylesheets=shared.sheets[paper],
            font_config=shared.fonts,
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(document.encode()).hexdigest()[:32].encode(),
        )
    )
