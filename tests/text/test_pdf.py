"""PDF to text, on files that WeasyPrint, pypdf and the tests made."""

from __future__ import annotations

import pytest

from advisor.errors import InputError
from advisor.text import limits, pdf
from advisor.text.extract import extract
from tests.text import making

JUSTIFIED = "@page{size:A5;margin:15mm} body{font:10pt/1.4 serif;text-align:justify;hyphens:auto}"
COLUMNS = "@page{size:A4;margin:15mm} body{font:9pt/1.3 sans-serif;columns:2} ul{list-style:square}"
PAGES = (
    "@page{size:A6;margin:12mm;@top-left{content:'Northwind Tools'}@bottom-right{content:counter(page) ' / ' "
    "counter(pages)}} body{font:9pt/1.3 sans-serif}"
)


def code(data: bytes) -> tuple[str, int]:
    with pytest.raises(InputError) as caught:
        pdf.read(data)
    return caught.value.code, caught.value.status


@pytest.mark.parametrize("css", [making.PLAIN_CSS, JUSTIFIED, COLUMNS, PAGES])
def test_wrapped_bullets_and_paragraphs_come_back_whole(css):
    text, notes = pdf.read(making.web_pdf(css))
    lines = [line for line in text.split("\n") if line]
    assert lines == [
        "Community Manager",
        "Northwind Tools, Leeds",
        "Full time",
        "About us",
        (
            "Northwind Tools makes planning software for allotments. We’re twelve people, spread over three countries, "
            "and our members have been with us since the very first prototype ran on a borrowed laptop in a kitchen near "
            "the canal."
        ),
        "What you’ll do",
        (
            "• Welcome new members to our forum, help them find the conversations that matter to them, and introduce them "
            "to people who share their interests so that they come back of their own accord, and keep the follow-up notes "
            "in order"
        ),
        "• Short bullet",
        "• Another bullet:",
        (
            "• Set up volunteer moderators with guidelines, escalation paths and an hour of debriefing every other week, "
            "whatever else happens in between"
        ),
        "REQUIREMENTS:",
        (
            "1. Three years of looking after a member community, a forum or an association, ideally with volunteers and a "
            "small budget of your own"
        ),
        "2. Good English",
        "Salary £38,000",
    ]
    assert notes == []


def test_painted_bullets_count():
    """Browsers paint the dots of a list."""
    content = (
        b"50 703 4 4 re f BT /F 12 Tf 60 700 Td (Answer members) Tj ET BT /F 12 Tf 50 670 Td (After) Tj ET"
    )
    assert pdf.read(making.one_page_pdf(content))[0] == "• Answer members\nAfter"


@pytest.mark.parametrize("word", ["مجتمع", "שלום"])
def test_right_to_left(word):
    assert word in pdf.read(making.web_pdf(body=f"<p>{word}</p>"))[0]


def test_encryption_without_a_password_is_opened_and_one_with_a_password_is_named():
    assert "Community Manager" in pdf.read(making.encrypted_pdf(""))[0]
    assert code(making.encrypted_pdf("secret")) == ("encrypted", 422)


def test_a_scan_says_so():
    with pytest.raises(InputError) as caught:
        extract(making.one_page_pdf(b"0 0 600 800 re f"), filename="scan.pdf")
    assert caught.value.code == "image-only"
    assert "scan" in caught.value.message
    assert "OCR" in caught.value.next_step


def test_a_scanned_page_among_others_gives_a_note():
    body = "<p>Answer members</p><div style='break-before:page;height:9px'></div>"
    text, notes = pdf.read(making.web_pdf("@page{size:A5}", body))
    assert text == "Answer members"
    assert len(notes) == 1
    assert "1 of 2 pages" in notes[0]


def test_many_pages_are_refused_whatever_the_file_claims():
    assert code(making.many_pages_pdf(limits.PDF_PAGES + 1)) == ("too-large", 413)


@pytest.mark.parametrize("cut", [20, 300, 2000])
def test_cut_files(cut):
    assert code(making.web_pdf()[:cut]) == ("broken-file", 422)


def test_a_page_tree_that_bites_its_tail():
    loop = making.raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])
    assert code(loop) == ("broken-file", 422)
