"""The report object and its renderers: every face shows the same.

Importing this package loads neither Jinja nor WeasyPrint; a renderer loads what it needs when it is called.
"""

from __future__ import annotations

from .model import Meta, Report, build_report

__all__ = ["Meta", "Report", "build_report", "to_html", "to_markdown", "to_pdf"]


def to_html(report: Report) -> str:
    """Return the whole report as one HTML document: what the PDF is made of."""
    from .html import render

    return render(report)


def to_markdown(report: Report) -> str:
    """Return the report as Markdown, for pasting into a document."""
    from .markdown import render

    return render(report)


def to_pdf(report: Report) -> bytes:
    """Return the report as a tagged PDF file. The same report gives the same bytes, from any thread."""
    from .pdf import render

    return render(report)
