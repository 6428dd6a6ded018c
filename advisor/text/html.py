"""HTML to plain text: what a reader of the page sees, in blocks, bullets kept.

lxml reads the markup, inscriptis lays it out; in between the page is reduced to its words.
"""

from __future__ import annotations

import re
from typing import Any

from inscriptis.css_profiles import STRICT_CSS_PROFILE
from inscriptis.html_engine import Inscriptis
from inscriptis.html_properties import Display, WhiteSpace
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement
from inscriptis.model.tag import CustomHtmlTagHandlerMapping
from lxml import etree

from advisor.text.tidy import tidy

BULLET = "• "

# Nothing that a reader reads, or nothing of the ad: code, media, form controls, the site's own navigation.
_DROPPED = re.compile(
    r"head|script|style|template|noscript|svg|math|canvas|iframe|object|embed|applet|audio|video|map|picture|img|nav|aside|"
    r"dialog|input|select|textarea|button|datalist|progress|meter"
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TABLE_PARTS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
_CELL_LENGTH = 80  # characters; a row of such cells is one line, longer cells are a page's layout

_CSS = {
    **STRICT_CSS_PROFILE,
    **dict.fromkeys(
        (
            "section",
            "form",
            "fieldset",
            "legend",
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "ul",
            "ol",
            "menu",
            "hr",
        ),
        HtmlElement(display=Display.block),
    ),
    "keep-lines": HtmlElement(display=Display.block, whitespace=WhiteSpace.pre),
    "q": HtmlElement(prefix="“", suffix="”"),
}


def _open_list(state: Any, _: Any) -> None:
    state.li_counter.append(BULLET)


def _open_item(state: Any, _: Any) -> None:
    marker = state.li_counter[-1] if state.li_counter else BULLET
    if isinstance(marker, int):
        state.li_counter[-1] = marker + 1
        marker = f"{marker}. "
    state.tags[-1].list_bullet = marker
    state.tags[-1].write("")


_HANDLERS = CustomHtmlTagHandlerMapping({"ul": _open_list, "li": _open_item}, {})


def read(markup: str) -> str:
    """The text of a page or a fragment; "" if it has none. No network, no entity beyond HTML's own."""
    markup = _XML_DECLARATION.sub("", markup).strip()
    if not markup:
        return ""
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    if root is None:
        return ""
    _drop(root)
    _unroll_tables(root)
    _plain_attributes(root)
    config = ParserConfig(css=_CSS.copy(), custom_html_tag_handler_mapping=_HANDLERS)
    return tidy(Inscriptis(root, config).get_text())


def _drop(root: Any) -> None:
    for node in list(root.iter()):
        if (
            not isinstance(node.tag, str)
            or _DROPPED.fullmatch(node.tag)
            or "hidden" in node.attrib
            or _HIDDEN.search(node.get("style", ""))
            or (node.tag == "footer" and not _inside(node, ("article", "main")))
        ):
            _remove(node)


def _inside(node: Any, tags: tuple[str, ...]) -> bool:
    return next(node.iterancestors(*tags), None) is not None


def _remove(node: Any) -> None:
    """Take a node out, but not the text that follows it."""
    parent = node.getparent()
    if parent is None:
        node.clear()
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)


def _unroll_tables(root: Any) -> None:
    """Cells in reading order: a row of short cells becomes one line, "Salary | £38,000"; other cells become blocks."""
    for row in reversed(list(root.iter("tr"))):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        texts = [" ".join("".join(cell.itertext()).split()) for cell in cells]
        beside = [row.text, *(cell.tail for cell in row)]  # broken markup may hold text between the cells
        plain = len(cells) == len(row) > 1 and not any(map(str.strip, filter(None, beside)))
        if plain and all(_is_short(cell, text) for cell, text in zip(cells, texts, strict=True)):
            tail = row.tail
            row.clear()
            row.text, row.tail = " | ".join(filter(None, texts)).replace(": | ", ": "), tail
    for node in list(root.iter(*_TABLE_PARTS)):
        node.tag = "div"


def _is_short(cell: Any, text: str) -> bool:
    blocks = sum(1 for _ in cell.iter(*_BLOCKS))
    return len(text) <= _CELL_LENGTH and blocks <= 1 and next(cell.iter("li", "br", "div"), None) is None


def _plain_attributes(root: Any) -> None:
    """Forget the page's own style: only kept line breaks matter. Items of lists made of <div> become items."""
    for node in root.iter():
        if node.get("role") == "listitem":
            node.tag = "li"
        elif node.tag in ("div", "p", "span", "section") and _KEEPS_LINES.search(node.get("style", "")):
            node.tag = "keep-lines"
        start = node.get("value") if node.tag == "li" else None
        node.attrib.clear()
        if start:
            node.set("value", start)
