"""How long a one-role PDF takes, first and warm, and how that compares with bare WeasyPrint.

Bare WeasyPrint lays out the same words twice: as plain headings and paragraphs, and as the report's own elements (lists,
quotes, links) without a style sheet and pictures; neither is tagged or numbered. All take turns in one process, and
processor time is counted, so that a busy machine slows all alike. Run: python benchmarks/pdf.py [--runs 15]
"""

from __future__ import annotations

import argparse
import datetime as dt
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


def bare_elements(document: str) -> str:
    """Return the report's HTML without pictures and classes."""
    simple = re.sub(r"<svg(?:(?!</?svg).)*</svg>", "", document, flags=re.DOTALL)
    simple = re.sub(r"<svg.*?</svg>", "", simple, flags=re.DOTALL)
    return re.sub(r' (class|data-\w+)="[^"]*"', "", simple)


def milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time that ``work`` takes once."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


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
    document = to_html(report)
    works = {
        "report, warm": lambda: to_pdf(report),
        "bare, plain paragraphs": lambda: HTML(string=plain(document)).write_pdf(),
        "bare, the report's elements": lambda: HTML(string=bare_elements(document)).write_pdf(),
    }
    made_by = {name: work() for name, work in works.items()}
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            times[name].append(milliseconds(work))
    ours = statistics.median(times["report, warm"])
    for name, data in made_by.items():
        pages, typical = len(PdfReader(BytesIO(data)).pages), statistics.median(times[name])
        print(
            f"{name:30} {typical:7.0f} ms   {pages} pages, {typical / pages:.0f} ms a page, {len(data):,} bytes, "
            f"best {min(times[name]):.0f} ms; the report takes {ours / typical:.2f} times as long"
        )


if __name__ == "__main__":
    main()
