"""A PDF read back: its words, its bookmarks, its structure."""

from io import BytesIO

import pypdf
from pypdf.generic import IndirectObject


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(data))


def words(data: bytes) -> str:
    """Return the file's text with white space folded, running heads included."""
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())


def bookmarks(reader: pypdf.PdfReader) -> list[str]:
    def walk(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield entry.title

    return list(walk(reader.outline))


def elements(reader: pypdf.PdfReader) -> list[dict]:
    """Return every element of the structure tree."""
    found, stack = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while stack:
        node = stack.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            stack.extend(node)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                stack.append(node["/K"])
    return found
