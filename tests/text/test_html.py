"""HTML to text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advisor.text import html
from tests.text import making


def test_an_ad_keeps_its_blocks():
    lines = [line for line in html.read(making.AD).split("\n") if line]
    assert lines[:4] == ["Community Manager", "Northwind Tools, Leeds", "Full time", "About us"]
    assert "REQUIREMENTS:" in lines
    bullets = [line for line in lines if line.startswith("• ")]
    assert [line[:12] for line in bullets] == ["• Welcome ne", "• Short bull", "• Another bu", "• Set up vol"]
    assert bullets[0].endswith("follow-up notes in order")
    assert "2. Good English" in lines
    assert "Salary | £38,000" in lines


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>R&amp;D &ndash; caf&eacute;&nbsp;&pound;1</p>", "R&D – café £1"),
        ("<p>a</p><script>b</script><style>c{}</style><template>d</template>e", "a\n\ne"),
        ("<head><title>t</title></head><body><nav>menu</nav><p>a</p><footer>f</footer>", "a"),
        ("<article><p>a</p><footer>Apply by May</footer></article>", "a\n\nApply by May"),
        ("<p>a</p><p hidden>b</p><p style='display: none'>c</p><p style='visibility:hidden'>d</p>", "a"),
        ("<ul><li>a</li><li><p>b</p></li></ul><li>c", "• a\n\n• b\n\n• c"),
        ("<div role=list><div role=listitem>a</div><div role=listitem>b</div></div>", "• a\n• b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<div style='white-space: pre-wrap'>a\nb</div>", "a\nb"),
        ("wel<b>come</b> <span>new</span> <i>members</i>", "welcome new members"),
        ("<table><tr><td><ul><li>a</li></ul></td><td><p>b</p><p>c</p></td></tr></table>", "• a\n\nb\n\nc"),
        ("<table><tr><td>Place:</td><td>Leeds</td></tr></table>", "Place: Leeds"),
        ("a<!-- b -->c<?php d ?>", "ac"),
        ("<p style='margin-top: 99999em'>a</p>b", "a\n\nb"),
        ("<p>مرحبا 👩‍💻 שלום</p>", "مرحبا 👩‍💻 שלום"),
        ("", ""),
    ],
)
def test_small_pages(markup, text):
    assert html.read(markup) == text


def test_entities_of_the_page_itself_are_not_followed():
    assert "root:" not in html.read('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;ok</p>')


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "x ", "<p>", "</p>", "&"]
        )
    )
)
@example(["<tr>", "x ", "<td>", "<td>"])
def test_any_soup_is_read(parts):
    text = html.read("".join(parts))
    assert text == text.strip()
    assert text.count("x") == parts.count("x ")


def test_words_survive_in_order():
    words = [f"word{number}" for number in range(200)]
    assert html.read("".join(f"<div><section>{word}</section></div>" for word in words)).split() == words


def test_what_stands_aside_is_left_out():
    page = "<main><h1>Forum host</h1><p>You host our forum.</p></main><aside><h3>Similar jobs</h3><a>Seller</a></aside>"
    assert html.read(page) == "Forum host\n\nYou host our forum."
