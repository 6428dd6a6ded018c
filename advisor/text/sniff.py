"""What kind of file this is, by its content; name and declared type only decide where the content leaves a choice."""

from __future__ import annotations

import re
from typing import Literal

from advisor.errors import InputError

Kind = Literal["txt", "md", "html", "docx", "pdf"]

_EXTENSIONS: dict[str, Kind] = {
    "txt": "txt",
    "text": "txt",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "docx": "docx",
    "pdf": "pdf",
}
_TYPES: dict[str, Kind] = {
    "text/plain": "txt",
    "text/markdown": "md",
    "text/x-markdown": "md",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
NAMES: dict[Kind, str] = {
    "txt": "plain text",
    "md": "Markdown",
    "html": "a web page",
    "docx": "a Word document",
    "pdf": "a PDF",
}

AS_OTHER = "Open it and save it as .docx, .csv or .pdf, or paste its text."
_AS_TEXT = "Run it through text recognition (OCR), or type or paste the text."
AS_TABLE = "Save it as .csv, or copy its cells and paste them."
UNPACK = "Unpack it and choose the file itself."
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a Rich Text (.rtf) file", AS_OTHER),
    (b"\x89PNG\r\n", "a picture (PNG)", _AS_TEXT),
    (b"\xff\xd8\xff", "a picture (JPEG)", _AS_TEXT),
    (b"GIF8", "a picture (GIF)", _AS_TEXT),
    (b"II*\x00", "a picture (TIFF)", _AS_TEXT),
    (b"MM\x00*", "a picture (TIFF)", _AS_TEXT),
    (b"BM", "a picture (BMP)", _AS_TEXT),
    (b"\x1f\x8b", "a compressed archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive", UNPACK),
    (b"Rar!\x1a\x07", "a compressed archive", UNPACK),
    (b"%!PS", "a PostScript file", "Print it to PDF, or paste its text."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(r"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_XML_START = re.compile(r"\s*<\?xml[\s]", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}[\s/>]")


def claimed(filename: str | None, content_type: str | None) -> Kind | None:
    """The kind that the name's ending, else the declared media type, claims; None if neither is one of ours."""
    ending = (filename or "").rsplit(".", 1)[-1].strip().lower() if "." in (filename or "") else ""
    if ending in _EXTENSIONS:
        return _EXTENSIONS[ending]
    return _TYPES.get((content_type or "").split(";", 1)[0].strip().lower())


def charset(content_type: str | None) -> str | None:
    """The charset parameter of a media type, or None."""
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type or "", re.IGNORECASE)
    return found[1] if found else None


def packed_kind(data: bytes) -> Kind | None:
    """'pdf' or 'docx' (for any zip: the DOCX reader looks inside), None for what must be text.

    Raises InputError: unsupported-type (415), encrypted, for formats that are known and not read.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError(
                "encrypted",
                "This Word document is protected by a password.",
                "Save it without a password, or paste its text.",
            )
        raise unsupported("a file of an older Office format (.doc, .xls)", AS_OTHER)
    for magic, name, step in _OTHERS:
        if data.startswith(magic):
            if magic == b"BM" and b"\x00" not in data[:64]:
                continue  # a text may begin with these two letters
            raise unsupported(name, step)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise unsupported("a picture (WebP)", _AS_TEXT)
    if data[4:8] == b"ftyp":
        raise unsupported("a picture or a film", _AS_TEXT)
    return None


def text_kind(text: str, claim: Kind | None) -> Kind:
    """The kind of decoded text: a whole HTML page is HTML whatever it is called; a fragment only if it is called so."""
    if _HTML_START.match(text, _after_prolog(text)):
        return "html"
    if _XML_START.match(text):
        raise unsupported("an XML file", "Save it as .docx, .html or .txt, or paste its text.")
    if claim == "html" and _TAG.search(text):
        return "html"
    return "md" if claim == "md" else "txt"


def _after_prolog(text: str) -> int:
    """Where the first element or doctype may stand: after white space, comments and the XML declaration."""
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        for begin, end in (("<!--", "-->"), ("<?", "?>")):
            if text.startswith(begin, at):
                stop = text.find(end, at + len(begin))
                if stop < 0:
                    return at
                at = stop + len(end)
                break
        else:
            return at


def unsupported(name: str, step: str) -> InputError:
    """The error for a known format that isn't read."""
    return InputError(
        "unsupported-type",
        f"This is {name}; the advisor reads .txt, .md, .csv, .html, .docx and .pdf.",
        step,
        415,
    )
