"""How long a one-role PDF takes, first and warm, and how that compares with bare WeasyPrint.

Bare WeasyPrint lays out the same words as plain headings, paragraphs and lists: no style of ours, no pictures, no
tags. Both take turns in one process, so that a busy machine slows both. Run: python benchmarks/pdf.py [--runs 15]
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO

AD = """Community Manager

Fernhill makes booking software for village halls. We are a team of 60 people.

What you'll do
- Plan the monthly content calendar and publish daily posts on Instagram, TikTok and LinkedIn
- Grow our follower count by 30% each quarter and report reach and impressions to the marketing lead
- Answer support tickets in Zendesk within four hours and issue refunds where needed
- Cover live chat on weekends
- Review reported posts in our user forum, remove spam and ban repeat offenders, around the clock
- Welcome new forum members and help them introduce themselves
- Run a monthly meet-up for hall secretaries and connect members with each other
- Manage paid social campaigns with a budget of 5k a month

What we're looking for
- 1-2 years of experience with Hootsuite and Zendesk
- You wear many hats and are a true social media ninja
"""


def made() -> object:
    """Return the report that is timed."""
    from advisor import analyze_role
    from advisor.report import build_report

    return build_report(
        [analyze_role(AD)], client="Fernhill", prepared_by="A. Consultant", date=dt.date(2026, 11, 21)
    )


def plain(document: str) -> str:
    """Return the report's words as plain HTML: headings, paragraphs and list items, nothing else."""
    body = re.sub(r"<(head|svg)\b.*?</\1>", "", document, flags=re.DOTALL)
    parts = re.findall(
        r"<(h[1-4]|p|li|td|th|dt|dd)\b[^>]*>(.*?)(?=<(?:h[1-4]|p|li|td|th|dt|dd)\b|\Z)", body, re.DOTALL
    )
    words = ((tag, " ".join(re.sub(r"<[^>]+>", " ", inner).split())) for tag, inner in parts)
    flat = [(tag if tag[0] == "h" else "p", text) for tag, text in words if text]
    return "<html lang=en><title>Plain</title>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in flat)


def milliseconds(work: Callable[[], object]) -> float:
    """Return the time that ``work`` takes once."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def first() -> float:
    """Return the time of the first PDF in a fresh process, WeasyPrint's import and the fonts included."""
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); import pdf; report = pdf.made();"
        "from advisor.report import to_pdf; print(pdf.milliseconds(lambda: to_pdf(report)))"
    )
    here = __file__.rsplit("/", 1)[0]
    done = subprocess.run([sys.executable, "-c", code, here], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Time both and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    print(f"first PDF in a fresh process   {first():7.0f} ms   (WeasyPrint's import and the fonts included)")

    from pypdf import PdfReader
    from weasyprint import HTML

    from advisor.report import to_html, to_pdf

    report = made()
    data, bare_html = to_pdf(report), plain(to_html(report))
    bare = HTML(string=bare_html).write_pdf()
    pages, bare_pages = len(PdfReader(BytesIO(data)).pages), len(PdfReader(BytesIO(bare)).pages)
    words = len(re.sub(r"<[^>]+>", " ", html.unescape(bare_html)).split())
    ours_ms, bare_ms = [], []
    for _ in range(runs):
        ours_ms.append(milliseconds(lambda: to_pdf(report)))
        bare_ms.append(milliseconds(lambda: HTML(string=bare_html).write_pdf()))
    ours, theirs = statistics.median(ours_ms), statistics.median(bare_ms)
    print(
        f"report, warm                   {ours:7.0f} ms   {pages} pages, {ours / pages:.0f} ms a page, best {min(ours_ms):.0f} ms"
    )
    print(
        f"bare WeasyPrint, same words    {theirs:7.0f} ms   {bare_pages} pages, {words} words, best {min(bare_ms):.0f} ms"
    )
    print(
        f"ratio                          {ours / theirs:7.2f}      of medians; {min(ours_ms) / min(bare_ms):.2f} of the best runs"
    )
    print(f"file                           {len(data):7,} bytes")


if __name__ == "__main__":
    main()
