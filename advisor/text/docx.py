"""DOCX to plain text: checked as an archive and as XML first, then mammoth to HTML, then as any HTML.

Body text only: page headers, footers, comments, deleted text and pictures are left out. Nothing outside the file is
opened, and macros never run: a file that has them is refused.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.parsers import expat

import mammoth

from advisor.errors import InputError
from advisor.text import html, limits, sniff

_SAVE_AGAIN = "Open it in Word or LibreOffice and save it again as .docx, or paste the text."
_OTHER_ZIPS = (
    ("xl/", "a spreadsheet", sniff.AS_TABLE),
    ("ppt/", "a presentation", sniff.AS_OTHER),
    ("content.xml", "an OpenDocument file (.odt, .ods)", sniff.AS_OTHER),
    ("Index/", "a Pages document", sniff.AS_OTHER),
    ("META-INF/container.xml", "an e-book", sniff.AS_OTHER),
)


def read(data: bytes) -> tuple[str, list[str]]:
    """Text and notes for the user. Raises InputError: broken-file, unsafe-file, unsupported-type, encrypted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise _broken() from error
    result = mammoth.convert_to_html(
        io.BytesIO(data),
        convert_image=lambda _: [],
        include_embedded_style_map=False,
        ignore_empty_paragraphs=True,
        style_map="br[type='page'] => hr\np[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh",
    )
    return html.read(f"<html><body>{result.value}</body></html>"), []


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > limits.ZIP_ENTRIES:
        raise _bomb(f"has {len(entries):,} parts")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        for mark, name, step in _OTHER_ZIPS:
            if any(each.startswith(mark) for each in names):
                raise sniff.unsupported(name, step)
        raise sniff.unsupported("a compressed archive", sniff.UNPACK)
    if len(set(names)) < len(names):
        raise _broken()
    total = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise InputError(
                "encrypted",
                "This file is protected by a password.",
                "Save it without a password, or paste its text.",
            )
        total += _unpacked(archive, entry, limits.ZIP_BYTES - total)
        if "vbaproject" in entry.filename.lower():
            raise _macros()
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise _macros()


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    """Unpack one part piece by piece, and stop as soon as it is too much, whatever it claims. Returns its bytes."""
    if entry.file_size > left or _steep(entry.file_size, entry.compress_size):
        raise _bomb(f"unpacks to more than {limits.size(limits.ZIP_BYTES)}, or to far more than it is packed")
    count = 0
    # Whatever it is called: a document may name any of its parts as the one with the text.
    guard = _doctype_guard(always=entry.filename.lower().endswith((".xml", ".rels")))
    with archive.open(entry) as part:
        while piece := part.read(1 << 16):
            count += len(piece)
            if count > left or _steep(count, entry.compress_size):
                raise _bomb("unpacks to more than it says")
            if guard is not None and not _past_prolog(guard, piece):
                guard = None
    return count


def _steep(unpacked: int, packed: int) -> bool:
    return unpacked > limits.ZIP_RATIO_FROM and unpacked > packed * limits.ZIP_RATIO


class _PrologEndsError(Exception):
    """The first element has begun: a document type can no longer be declared."""


def _doctype_guard(*, always: bool) -> Any:
    """A parser that refuses a document type, in any encoding, and so every entity, external or growing. Office files
    never have one. Unless ``always``, one that only names a type passes: pictures (SVG) and web pages put in have it."""
    parser = expat.ParserCreate()

    def doctype(_name: str, _system: object, _public: object, declares: int) -> None:
        if always or declares:
            raise InputError(
                "unsafe-file",
                "This Word document declares XML entities, which no word processor writes: it may be an attack.",
                _SAVE_AGAIN,
            )

    def element(*_: object) -> None:
        raise _PrologEndsError

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    return parser


def _past_prolog(parser: Any, piece: bytes) -> bool:
    """Feed a piece; whether the parser still waits for the first element."""
    try:
        parser.Parse(piece, False)
    except (_PrologEndsError, expat.ExpatError):
        return False  # mammoth's own parser meets the same error, if it reads this part at all
    return True


def _bomb(why: str) -> InputError:
    return InputError("unsafe-file", f"This Word document {why}. No job description does that.", _SAVE_AGAIN)


def _macros() -> InputError:
    return InputError(
        "unsafe-file",
        "This Word document contains macros (small programs). The advisor runs none and reads no such file.",
        "Save it as .docx without macros, or paste the text.",
    )


def _broken() -> InputError:
    return InputError("broken-file", "This Word document is damaged: it can't be opened.", _SAVE_AGAIN)
