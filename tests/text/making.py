"""Files for the tests of advisor/text, made by the libraries that people's own programs use, or byte by byte."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from advisor.errors import InputError

T = TypeVar("T")


def outcome(call: Callable[[], T]) -> T | InputError:
    """What a call gives, or the error that is meant for the user; any other error fails the test."""
    try:
        return call()
    except InputError as error:
        return error


AD = """
<h1>Community Manager</h1>
<p>Northwind Tools, Leeds<br>Full time</p>
<h2>About us</h2>
<p>Northwind Tools makes planning software for allotments. We’re twelve people, spread over three countries, and our
members have been with us since the very first prototype ran on a borrowed laptop in a kitchen near the canal.</p>
<h2>What you’ll do</h2>
<ul>
<li>Welcome new members to our forum, help them find the conversations that matter to them, and introduce them to
people who share their interests so that they come back of their own accord, and keep the follow-up notes in order</li>
<li>Short bullet</li>
<li>Another bullet:<ul><li>Set up volunteer moderators with guidelines, escalation paths and an hour of debriefing
every other week, whatever else happens in between</li></ul></li>
</ul>
<h2>REQUIREMENTS:</h2>
<ol><li>Three years of looking after a member community, a forum or an association, ideally with volunteers and a small
budget of your own</li><li>Good English</li></ol>
<table><tr><th>Salary</th><td>£38,000</td></tr></table>
"""
PLAIN_CSS = (
    "@page{size:A4;margin:25mm;@bottom-center{content:'Page ' counter(page)}} body{font:11pt/1.4 sans-serif}"
)


@cache
def web_pdf(css: str = PLAIN_CSS, body: str = AD) -> bytes:
    from weasyprint import HTML

    pdf = HTML(string=f"<html lang=en><title>Ad</title><style>{css}</style><body>{body}</html>").write_pdf()
    assert pdf is not None
    return pdf


def raw_pdf(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(out),
        )
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def one_page_pdf(content: bytes, *, packed: int = 0) -> bytes:
    for _ in range(packed):
        content = zlib.compress(content, 9)
    filters = b"/Filter[%b]" % (b"/FlateDecode" * packed) if packed else b""
    return raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
            ),
            stream(content, filters),
        ]
    )


def many_pages_pdf(count: int) -> bytes:
    return raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * count, count),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
        ]
    )


def encrypted_pdf(user_password: str, algorithm: str = "RC4-128") -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(web_pdf()))
    writer.encrypt(user_password=user_password, owner_password=user_password + "!", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@cache
def word_docx() -> bytes:
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "Running header"
    document.sections[0].footer.paragraphs[0].text = "Running footer"
    document.add_heading("Community Manager", 0)
    document.add_heading("What you’ll do", 1)
    document.add_paragraph("Welcome new members", style="List Bullet")
    document.add_paragraph("Run the monthly call", style="List Bullet")
    document.add_paragraph("Write it up", style="List Bullet 2")
    document.add_paragraph("First step", style="List Number")
    document.add_paragraph("Second step", style="List Number")
    document.add_paragraph().add_run("Requirements").bold = True
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Salary", "£38,000"
    table.cell(1, 0).text, table.cell(1, 1).text = "Team", "You work with two volunteers. " * 5
    document.add_paragraph("مرحبا 🎉 שלום")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word_xml(text: str) -> str:
    return (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )


def raw_docx(document: str | bytes, more: dict[str, bytes] | None = None) -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _LINKS,
        "word/document.xml": document,
        **(more or {}),
    }
    return zipped(parts)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
