"""PDF to plain text: PDFium gives the words and where they stand, reflow.py makes lines and bullets whole again.

Why PDFium: in a trial on WeasyPrint's and Chromium's files it alone read every font (the others stumbled over
WeasyPrint's own character maps), and it opens all encryptions that need no password. It runs no script. It is C++, one
more reason for the process that bounded.py puts it into.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from advisor.errors import InputError
from advisor.text import limits
from advisor.text.reflow import Dot, Page, Piece, reflow
from advisor.text.tidy import tidy

_SAVE_AGAIN = "Open it and save or print it as a new PDF, or paste the text."
_OBJECTS = 20_000  # of a page, looked at for painted bullets
_LETTERS_SHARE = 0.5  # of a page's visible characters: below, its fonts say nothing about the letters


def read(data: bytes) -> tuple[str, list[str]]:
    """Text and notes for the user. Raises InputError: encrypted, broken-file, image-only, too-large (413)."""
    document = _opened(data)
    count = len(document)
    if count > limits.PDF_PAGES:
        raise InputError(
            "too-large",
            f"This PDF has {count:,} pages; the advisor reads up to {limits.PDF_PAGES}.",
            "Save the pages that hold the job description as a PDF of their own, or paste the text.",
            413,
        )
    pages: list[Page] = []
    bare = 0
    length = 0
    for number in range(count):
        try:
            page = _page(document[number])
        except pdfium.PdfiumError as error:
            raise _broken() from error
        length += sum(len(piece.text) for piece in page.pieces)
        if length > limits.TEXT_BYTES:
            raise limits.text_too_large(length)
        bare += not page.pieces
        pages.append(page)
    text = tidy(reflow(pages))
    if not text:
        raise InputError(
            "image-only",
            "This PDF has no text in it: it looks like a scan.",
            "Run it through text recognition (OCR), or paste the text.",
        )
    if _unreadable(text):
        raise InputError(
            "image-only",
            "The text of this PDF can't be copied out of it: its fonts don't say which letters they show.",
            "Run it through text recognition (OCR), or paste the text.",
        )
    notes = (
        [f"{bare} of {count} pages have no text; if they are scans, their words are missing here."]
        if bare
        else []
    )
    return text, notes


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        if len(document) == 0:
            raise _broken()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise InputError(
                "encrypted",
                "This PDF is protected by a password.",
                "Save it without a password, or paste its text.",
            ) from error
        raise _broken() from error
    return document


def _broken() -> InputError:
    return InputError("broken-file", "This PDF is damaged: it can't be opened.", _SAVE_AGAIN)


def _unreadable(text: str) -> bool:
    visible = [char for char in text if not char.isspace()]
    return sum(char.isalnum() for char in visible) < len(visible) * _LETTERS_SHARE and len(visible) > 40


def _page(page: pdfium.PdfPage) -> Page:
    textpage = page.get_textpage()
    pieces = list(_pieces(textpage))
    dots = list(_dots(page)) if pieces else []
    width, height = page.get_size()
    textpage.close()
    page.close()
    return Page(width, height, pieces, dots)


_BREAKS = (0x0A, 0x0D)
_HYPHENS = (0x02, 0xFFFE)  # PDFium's sign for a hyphen at the end of a line; it leaves the break itself out


def _pieces(textpage: Any) -> Iterator[Piece]:
    """The text between PDFium's line breaks, with its box, in the order of painting."""
    count = textpage.count_chars()
    codes = [raw.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    start = 0
    for index, code in enumerate([*codes, 0x0A]):
        if code in _BREAKS or code in _HYPHENS:
            if piece := _piece(textpage, codes, start, index, hyphen=code in _HYPHENS):
                yield piece
            start = index + 1


def _piece(textpage: Any, codes: list[int], start: int, end: int, *, hyphen: bool) -> Piece | None:
    text = "".join(map(_char, codes[start:end])).strip()
    if not text:
        return None
    boxes = [box for index in range(start, end) if codes[index] != 0x20 and (box := _box(textpage, index))]
    if not boxes:
        return None
    heights = sorted(box[3] - box[2] for box in boxes)
    return Piece(
        text + "-" * hyphen,
        min(box[0] for box in boxes),
        max(box[1] for box in boxes),
        min(box[2] for box in boxes),
        max(box[3] for box in boxes),
        heights[len(heights) // 2],
        _bold(textpage, start + (end - start) // 2),
        _first_word(textpage, codes, start, end),
    )


def _first_word(textpage: Any, codes: list[int], start: int, end: int) -> float:
    """The width of the first word in points."""
    while start < end and codes[start] == 0x20:
        start += 1
    stop = start
    while stop < end and codes[stop] != 0x20:
        stop += 1
    boxes = [box for index in range(start, stop) if (box := _box(textpage, index))]
    return max((box[1] for box in boxes), default=0) - min((box[0] for box in boxes), default=0)


def _char(code: int) -> str:
    return " " if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _bold(textpage: Any, index: int) -> bool:
    """By the font's name, because most files leave its weight out."""
    name = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(textpage, index, name, len(name), None)
    return 0 < length <= len(name) and any(
        word in name.value.lower() for word in (b"bold", b"black", b"heavy")
    )


def _box(textpage: Any, index: int) -> tuple[float, float, float, float] | None:
    """Left, right, bottom, top of a character in points, with the font's own height."""
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(textpage, index, rect) or rect.right <= rect.left:
        return None
    return rect.left, rect.right, min(rect.bottom, rect.top), max(rect.bottom, rect.top)


def _dots(page: pdfium.PdfPage) -> Iterator[Dot]:
    """Small painted shapes: browsers paint the bullets of a printed page instead of writing them."""
    for number, item in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=6)):
        if number > _OBJECTS:
            return
        try:
            left, bottom, right, top = item.get_bounds()
        except pdfium.PdfiumError:
            continue
        width, height = right - left, top - bottom
        if 1 <= width <= 9 and 1 <= height <= 9 and 0.6 <= width / height <= 1.7:
            yield Dot(left, right, (bottom + top) / 2)
