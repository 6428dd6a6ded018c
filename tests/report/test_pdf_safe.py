"""Whatever a text says, its PDF fetches nothing, is bounded, and holds together."""

import logging
import time

import pytest

from advisor.report import pdf, to_html, to_pdf

from .made import BUNDLE, HOSTILE, report_on
from .pdf_reading import read, words


def test_nothing_is_fetched_whatever_the_text_says(monkeypatch, caplog):
    asked = []
    fetch = pdf.OwnFontsOnly.fetch
    monkeypatch.setattr(
        pdf.OwnFontsOnly, "fetch", lambda self, url, *more: asked.append(url) or fetch(self, url, *more)
    )
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        data = to_pdf(
            report_on(HOSTILE, client="<img src=http://127.0.0.1:9/c>", title="</title><style>*{color:red}")
        )
    assert all(url.startswith("advisor-font:") for url in asked)  # our own fonts, once a process
    assert not caplog.records
    said = words(data)
    assert "<script>alert(1)</script>" in said
    assert "<img src=http://127.0.0.1:9/c>" in said
    assert "{{ 7 * 7 }}" in said
    assert "/EmbeddedFiles" not in data.decode("latin-1")
    assert not {
        a.get_object().get("/A", {}).get("/URI") for p in read(data).pages for a in p.get("/Annots", [])
    } - {None}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "https://example.org/x.css",
        "file:///etc/hostname",
        "data:text/css,p{color:red}",
        "ftp://127.0.0.1/x",
        "advisor-font:../fonts/LICENSE-Inter.txt",
        "advisor-font:/etc/hostname",
        "ADVISOR-FONT:inter-latin-400-normal.woff2",
        "relative.png",
        "",
    ],
)
def test_the_fetcher_refuses_all_but_our_fonts(url):
    fetcher = pdf.OwnFontsOnly()
    for way in (fetcher.fetch, fetcher.open, fetcher):
        with pytest.raises(ValueError, match="fetches nothing"):
            way(url)
    assert fetcher.fetch("advisor-font:inter-latin-400-normal.woff2").read()[:4] == b"wOF2"


def test_even_markup_that_got_through_could_fetch_nothing():
    page = (
        "<html lang=en><title>x</title><link rel=stylesheet href=file:///etc/passwd><style>@import url(http://127.0.0.1:9/);"
        "body{background:url(file:///etc/hostname)}</style><img alt=a src=file:///usr/share/icons/x.png><p>still here"
        "<link rel=attachment href=file:///etc/hostname>"
    )
    data = pdf.to_bytes(page)
    assert "still here" in words(data)
    assert b"EmbeddedFile" not in data


def test_a_megabyte_of_text_is_bounded_and_says_what_it_left_out():
    text = BUNDLE + "\n".join(
        f"- Welcome member number {i} to the forum and answer tickets" for i in range(16_000)
    )
    report = report_on(text)
    start = time.process_time()
    data = to_pdf(report)
    assert time.process_time() - start < 10
    assert len(read(data).pages) < 20
    assert "more words, which are not printed here" in words(data)


def test_one_endless_word_wraps_inside_the_page():
    data = to_pdf(report_on(BUNDLE + "- Welcome " + "wide" * 400 + " members\n", title="t" * 120))
    page_texts = [page.extract_text().replace("\n", "") for page in read(data).pages]
    # It may go over a page's end; nothing of it is lost.
    assert sum(text.count("wide") for text in page_texts) >= 399
    widest = 0.0

    def visit(text, _cm, tm, _font, _size):
        nonlocal widest
        if text.strip():
            widest = max(widest, tm[4])

    for page in read(data).pages:
        page.extract_text(visitor_text=visit)
    assert 0 < widest * 0.75 < 595 - 60  # user space is CSS pixels; the margin is 62 points


def test_other_scripts_and_emoji_do_not_break_it(caplog):
    text = (
        BUNDLE
        + "- Welcome 🎉 שלום مرحبا 你好 ñandú Łódź\u202e members \u200d\n- Здравствуйте, Ελλάδα, Việt Nam\n"
    )
    said = words(to_pdf(report_on(text)))
    for word in ("Łódź", "ñandú", "Здравствуйте", "Ελλάδα", "Việt"):
        assert word in said
    assert not caplog.records  # no text of the ad in a log, not even one letter
    if "你" not in said:
        assert "□□" in said
        assert "no font on the machine" in said


def test_the_html_behind_it_has_no_script_style_or_address():
    page = to_html(report_on(BUNDLE))
    for part in ("<script", "<style", "<link", "src=", "http://w", "https://"):
        assert part not in page.replace('xmlns="http://www.w3.org/2000/svg"', "")
