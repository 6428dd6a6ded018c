"""DOCX to text, and the attacks that come as DOCX."""

from __future__ import annotations

import pytest

from advisor.errors import InputError
from advisor.text import docx, limits
from advisor.text.extract import extract
from tests.text import making

ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;">]>'


def code(data: bytes) -> tuple[str, int]:
    with pytest.raises(InputError) as caught:
        docx.read(data)
    return caught.value.code, caught.value.status


def test_a_real_document():
    read = extract(making.word_docx(), filename="ad.docx")
    lines = [line for line in read.text.split("\n") if line]
    assert lines == [
        "Community Manager",
        "What you’ll do",
        "• Welcome new members",
        "• Run the monthly call",
        "• Write it up",
        "1. First step",
        "2. Second step",
        "Requirements",
        "Salary | £38,000",
        "Team",
        ("You work with two volunteers. " * 5).strip(),
        "مرحبا 🎉 שלום",
    ]
    assert read.format == "docx"


def test_symbol_bullets_become_bullets():
    assert docx.read(making.raw_docx(making.word_xml("\uf0b7 Answer members")))[0] == "• Answer members"


@pytest.mark.parametrize("entity", [ENTITY, LAUGHS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(entity, encoding):
    document = f'<?xml version="1.0" encoding="{encoding}"?>{entity}{making.word_xml("&e;")}'
    assert code(making.raw_docx(document.encode(encoding))) == ("unsafe-file", 422)


def test_entities_are_refused_in_every_part():
    document = making.raw_docx(making.word_xml("Hello"), {"word/styles.xml": f"{ENTITY}<x>&e;</x>".encode()})
    assert code(document) == ("unsafe-file", 422)


@pytest.mark.parametrize("entity", [ENTITY, LAUGHS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_a_text_of_any_name(entity, encoding):
    document = f'<?xml version="1.0" encoding="{encoding}"?>{entity}{making.word_xml("&e;")}'
    renamed = making.zipped(
        {
            "[Content_Types].xml": making._TYPES.replace("document.xml", "document.dat"),
            "_rels/.rels": making._LINKS.replace("document.xml", "document.dat"),
            "word/document.dat": document.encode(encoding),
        }
    )
    assert code(renamed) == ("unsafe-file", 422)


def test_pictures_and_web_pages_may_name_their_type():
    put_in = {
        "word/media/plan.svg": b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>',
        "word/afchunk.htm": b"<!DOCTYPE html><html><p>Hello</html>",
    }
    assert docx.read(making.raw_docx(making.word_xml("Hello"), put_in))[0] == "Hello"


@pytest.mark.parametrize("part", ["word/media/picture.bin", "word/theme.xml"])
def test_a_zip_bomb_is_refused(part):
    document = making.raw_docx(making.word_xml("Hello"), {part: b"\0" * (limits.ZIP_RATIO_FROM * 12)})
    assert code(document) == ("unsafe-file", 422)


def test_a_zip_that_lies_about_its_sizes_is_refused():
    honest = making.raw_docx(making.word_xml("Hello"), {"word/media/x.bin": b"\0" * 3_000_000})
    size = (3_000_000).to_bytes(4, "little")
    assert size in honest
    assert code(honest.replace(size, (500).to_bytes(4, "little")))[0] in ("unsafe-file", "broken-file")


def test_too_many_parts_are_refused():
    parts = {f"word/x{number}": b"" for number in range(limits.ZIP_ENTRIES)}
    assert code(making.raw_docx(making.word_xml("Hello"), parts)) == ("unsafe-file", 422)


def test_macros_are_refused():
    assert code(making.raw_docx(making.word_xml("Hello"), {"word/vbaProject.bin": b"x"})) == (
        "unsafe-file",
        422,
    )
    types = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    assert code(making.raw_docx(making.word_xml("Hello"), {"[Content_Types].xml": types})) == (
        "unsafe-file",
        422,
    )


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "ppt/presentation.xml", "content.xml", "META-INF/container.xml", "notes.txt"]
)
def test_other_archives_are_named(part):
    assert code(making.zipped({part: "x"})) == ("unsupported-type", 415)


def test_a_workbook_is_told_to_become_a_table():
    with pytest.raises(InputError) as caught:
        extract(making.zipped({"xl/workbook.xml": "x"}))
    assert "a spreadsheet" in caught.value.message
    assert ".csv" in caught.value.next_step


@pytest.mark.parametrize("document", ["", "<w:document", "not xml", "<a/>"])
def test_broken_documents(document):
    with pytest.raises(InputError) as caught:
        extract(making.raw_docx(document))
    assert caught.value.code in ("broken-file", "empty")


def test_a_password_is_named():
    data = bytearray(making.raw_docx(making.word_xml("Hello")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the encryption flag of the first part in the directory
    assert code(bytes(data)) == ("encrypted", 422)
