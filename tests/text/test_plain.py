"""Bytes to text, and the checks on a paste."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import InputError
from advisor.text import limits
from advisor.text.plain import check_paste, decode, without_controls
from tests.text.making import outcome

ENGLISH = "You’ll run the café’s forum – £30,000 – and report to “the board”."
PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffd"))


@given(PRINTABLE)
def test_utf8_comes_back_unchanged(text):
    assert decode(text.encode("utf-8")).text == text
    assert decode(text.encode("utf-8-sig")).text == text


@given(PRINTABLE, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_mark_decides(text, encoding):
    marks = {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    assert decode(marks[encoding] + text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be", "utf-8"])
def test_english_without_a_mark(encoding):
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мы ищем менеджера сообщества, который будет отвечать на вопросы участников форума. " * 4, "cp1251"),
        ("私たちはコミュニティの管理者を探しています。フォーラムの質問に答えます。" * 4, "shift_jis"),
    ],
)
def test_other_alphabets_are_guessed(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_declared_charset_is_followed_unless_the_bytes_are_utf8():
    assert decode("Łódź żółw".encode("iso8859-2"), "ISO-8859-2").text == "Łódź żółw"
    assert decode("Łódź".encode(), "iso-8859-1").text == "Łódź"


@pytest.mark.parametrize(
    "label", ["utf-7", "unicode_escape", "punycode", "zlib", "rot13", "no-such", "", None, "a\x00b"]
)
def test_odd_labels_do_no_harm(label):
    assert decode(ENGLISH.encode("cp1252"), label).text == ENGLISH


def test_damaged_utf8_is_repaired_and_counted():
    decoded = decode("é".encode() * 50 + b"\xff ok")
    assert (decoded.encoding, decoded.repaired) == ("utf-8", 1)
    assert decoded.text.endswith("\ufffd ok")


@given(
    st.binary(max_size=300),
    st.none() | st.sampled_from(["utf-8", "cp1252", "utf-16", "shift_jis", "hz", "x"]),
)
def test_any_bytes_give_text_or_a_clear_error(data, declared):
    read = outcome(lambda: decode(data, declared))
    if isinstance(read, InputError):
        assert read.code in ("binary", "encoding")
    else:
        assert read.text.encode("utf-8").decode("utf-8") == read.text


@given(st.text())
def test_spaces_for_controls_keep_the_length(text):
    assert len(without_controls(text)) == len(text)


@given(st.text())
def test_a_paste_is_kept_as_it_is_or_refused(text):
    read = outcome(lambda: check_paste(text))
    if isinstance(read, InputError):
        assert read.code in ("empty", "binary", "encoding")
        assert read.next_step
    else:
        assert read is text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <li>Answer members</li>",
        "line\r\nline\r\n",
        "مرحبا 👩‍💻 שלום",
        "one stray \x02 mark from a PDF viewer",
        "two words",
    ],
)
def test_pastes_that_are_fine(text):
    assert check_paste(text) == text


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        ("", "empty", 422),
        (" \r\n\t\xa0\u200b", "empty", 422),
        ("a\x00b", "binary", 422),
        ("\x01\x02\x03\x04\x05\x06 PNG", "binary", 422),
        ("half \ud83d of an emoji", "encoding", 422),
        ("a" * (limits.TEXT_BYTES + 1), "too-large", 413),
        ("é" * (limits.TEXT_BYTES // 2 + 1), "too-large", 413),
    ],
)
def test_pastes_that_are_refused(text, code, status):
    with pytest.raises(InputError) as caught:
        check_paste(text)
    assert (caught.value.code, caught.value.status) == (code, status)


def test_a_paste_of_exactly_the_limit_is_fine():
    check_paste("a" * limits.TEXT_BYTES)
