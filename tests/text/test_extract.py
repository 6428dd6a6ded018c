"""The one way in for files: kinds, mismatches, limits, and that nothing but InputError ever comes out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.errors import InputError
from advisor.text import extract as extract_module
from advisor.text import limits, worker
from advisor.text.extract import extract
from tests.text import making


def refused(data: bytes, **claims: str) -> InputError:
    with pytest.raises(InputError) as caught:
        extract(data, **claims)
    assert caught.value.message.endswith((".", ":"))
    assert caught.value.next_step.endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("data", "claims", "kind"),
    [
        (b"Plain words", {"filename": "ad.txt"}, "txt"),
        (b"Plain words", {}, "txt"),
        (b"# Role\n\n- **Answer** members", {"filename": "AD.MD"}, "md"),
        (b"# Role", {"content_type": "text/markdown; charset=utf-8"}, "md"),
    ],
)
def test_text_is_kept_as_it_is(data, claims, kind):
    assert extract(data, **claims) == (data.decode(), kind, ())


def test_windows_line_ends_and_markup_in_a_text_file_stay():
    text = "Duties\r\n<li>Answer members</li>\r\n<script>x</script>"
    assert extract(text.encode(), filename="ad.txt").text == text


def test_stray_control_characters_of_a_text_file_become_spaces():
    assert extract(b"Answer\x02 members", filename="ad.txt").text == "Answer  members"


def test_a_page_called_text_is_read_as_a_page_and_says_so():
    read = extract(b"<!-- saved --><!DOCTYPE html><p>Answer members</p>", filename="ad.txt")
    assert (read.text, read.format) == ("Answer members", "html")
    assert "plain text" in read.notes[0]


def test_a_fragment_called_html_is_html():
    assert extract(b"<p>Answer<br>members</p>", filename="ad.html").text == "Answer\nmembers"


def test_html_charset_of_its_own():
    page = '<html><head><meta charset="iso-8859-2"></head><p>Łódź żółw</p></html>'
    assert extract(page.encode("iso8859-2"), filename="a.html").text == "Łódź żółw"


def test_text_called_pdf_is_read_with_a_note():
    read = extract(b"Answer members", filename="ad.pdf")
    assert read.format == "txt"
    assert "a PDF" in read.notes[0]


def test_a_pdf_called_word_is_read_with_a_note():
    read = extract(making.one_page_pdf(b"BT /F 12 Tf 50 700 Td (Answer members) Tj ET"), filename="ad.docx")
    assert (read.text, read.format) == ("Answer members", "pdf")
    assert "a Word document" in read.notes[0]


@pytest.mark.parametrize(
    ("data", "claims", "code", "status"),
    [
        (b"", {}, "empty", 422),
        (b" \r\n ", {"filename": "ad.txt"}, "empty", 422),
        (b"<html><head><title>x</title></head></html>", {}, "empty", 422),
        (b"a\x00b\x01\x02", {"filename": "ad.txt"}, "binary", 422),
        (b"a\x00b\x01\x02", {"filename": "ad.pdf"}, "broken-file", 422),
        (b"a\x00b\x01\x02", {"filename": "ad.docx"}, "broken-file", 422),
        (b"PK\x03\x04 cut", {"filename": "ad.docx"}, "broken-file", 422),
        (b"%PDF-1.7 cut", {"filename": "ad.pdf"}, "broken-file", 422),
        (b"\x89PNG\r\n\x1a\n", {}, "unsupported-type", 415),
        (b"\xff\xd8\xff\xe0", {}, "unsupported-type", 415),
        (b"{\\rtf1 Hello}", {"filename": "ad.rtf"}, "unsupported-type", 415),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 word", {"filename": "ad.doc"}, "unsupported-type", 415),
        (b"\x1f\x8b\x08", {}, "unsupported-type", 415),
        (b'<?xml version="1.0"?><job/>', {}, "unsupported-type", 415),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            {"filename": "ad.docx"},
            "encrypted",
            422,
        ),
        (b"a" * (limits.TEXT_BYTES + 1), {}, "too-large", 413),
        (b"a" * (limits.FILE_BYTES + 1), {}, "too-large", 413),
    ],
)
def test_what_is_refused(data, claims, code, status):
    error = refused(data, **claims)
    assert (error.code, error.status) == (code, status)


def test_comments_without_end_take_no_time():
    assert refused(b"<!-- -->" * 600_000).code == "too-large"


def in_process(kind: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The worker's own code without the process, so that many examples take little time."""
    result = worker.answer(kind, data)
    if "error" in result:
        raise InputError(*result["error"])
    return result["text"], tuple(result["notes"])


FILES = {
    "ad.docx": making.raw_docx(making.word_xml("Answer members")),
    "ad.pdf": making.one_page_pdf(b"BT /F 12 Tf 50 700 Td (Answer members) Tj ET"),
    "ad.html": b"<html><ul><li>Answer <b>members</b><table><tr><td>a<td>b</table></ul>&amp;",
    "ad.txt": "Answer – members".encode("cp1252"),
}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bytes_in_give_text_or_a_clear_error(data):
    name = data.draw(st.sampled_from([*FILES, None]))
    if name is None:
        content = data.draw(st.binary(max_size=200))
    else:
        original = FILES[name]
        start = data.draw(st.integers(0, len(original)))
        stop = data.draw(st.integers(start, min(len(original), start + 40)))
        content = original[:start] + data.draw(st.binary(max_size=20)) + original[stop:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extract_module, "run_bounded", in_process)
        read = making.outcome(lambda: extract(content, filename=name))
    if isinstance(read, InputError):
        assert all((read.code, read.message, read.next_step))
        assert read.status in (413, 415, 422)
    else:
        assert read.text.strip()
        assert read.format in ("txt", "md", "html", "docx", "pdf")
        assert read.text.encode("utf-8")


@pytest.mark.parametrize(
    ("start", "says", "then"),
    [
        ("# Answers\nschema: advisor.answers/1\nrespondents:\n", "answers", "where answers are asked for"),
        ('{"schema": "advisor.answers/1", ', "answers", "where answers are asked for"),
        ('{\n  "schema": "advisor.org/1", ', "a result that the advisor wrote", "was made from"),
    ],
)
def test_what_the_advisor_wrote_is_refused_with_its_place(start, says, then):
    with pytest.raises(InputError) as caught:
        extract(start.encode(), filename="ana.yaml")
    assert caught.value.code == "own-file"
    assert says in caught.value.message
    assert then in caught.value.next_step
    assert extract(b"We maintain the schema: advisor of answers", filename="ad.txt").text
