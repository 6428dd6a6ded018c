"""Whatever the text: nothing dropped, nothing overlapping, and a messy paste read like a clean one."""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from advisor.text.lines import split
from tests.text.splitting import RUBRIC, texts

WORDS = [
    "growers",
    "seeds",
    "forum",
    "tools",
    "welcome",
    "listen",
    "weekly",
    "notes",
    "plot",
    "R&D",
    "neighbours",
    "well",
]
FIRST = ["We", "You", "Our", "They", "Please"]
sentence = st.builds(
    lambda a, ws, end: " ".join([a, *ws]) + end,
    st.sampled_from(FIRST),
    st.lists(st.sampled_from(WORDS), min_size=4, max_size=14),
    st.sampled_from([".", "!", "?"]),
)
item = st.builds(
    lambda ws: " ".join(ws).capitalize(), st.lists(st.sampled_from(WORDS[2:]), min_size=3, max_size=12)
)
item = st.one_of(item, st.builds(" ".join, st.lists(sentence, min_size=1, max_size=2)))
heading = st.sampled_from(
    ["What you'll do", "Who you are", "Perks", "About us", "How to apply", "Nice to haves"]
)
block = st.one_of(
    st.tuples(st.just("list"), st.lists(item, min_size=1, max_size=4)),
    st.tuples(st.just("prose"), st.lists(sentence, min_size=1, max_size=4)),
)
ads = st.lists(st.tuples(heading, block), min_size=1, max_size=5)
Ad = list[tuple[str, tuple[str, list[str]]]]


def written(
    ad: Ad,
    mark: str = "- ",
    *,
    gap: str = "\n",
    dress: str = "{}",
    between: str = " ",
    inline: bool = False,
    wrap: int = 0,
) -> str:
    parts: list[str] = []
    for name, (kind, pieces) in ad:
        parts.append(dress.format(name) + "\n" + gap)
        if kind == "prose":
            parts.append(textwrap.fill(" ".join(pieces), wrap) if wrap else between.join(pieces))
        else:
            join = f" {mark}" if inline else "\n" + mark
            parts.append(mark + join.join(pieces))
        parts.append("\n\n")
    return "".join(parts)


@settings(max_examples=80)
@given(
    ad=ads,
    mark=st.sampled_from(
        ["• ", "· ", "– ", "— ", "* ", "o ", "▪ ", "●\t", "► ", "✓ ", "➢ ", "&#8226; ", "✅ ", "1. ", "2) "]
    ),
    gap=st.sampled_from(["", "\n", "\n\n"]),
    dress=st.sampled_from(["{}", "{}:", "## {}", "**{}**", "  {}  "]),
    between=st.sampled_from([" ", "\n", "\n\n", "", "  ", "\u00a0"]),
    ends=st.sampled_from(["\n", "\r\n", "\r", "\u2028"]),
    spaces=st.sampled_from([" ", "\u00a0", "&nbsp;", "\u2009", " \u200b", "\u200b ", "\t"]),
    entities=st.booleans(),
)
def test_a_messy_paste_gives_the_lines_of_a_clean_one(
    ad: Ad, mark: str, gap: str, dress: str, between: str, ends: str, spaces: str, *, entities: bool
) -> None:
    clean = written(ad)
    messy = written(ad, mark, gap=gap, dress=dress, between=between)
    if entities:
        messy = messy.replace("R&D", "R&amp;D").replace("'", "&rsquo;")
    messy = re.sub(r"(?<=[a-z]) (?=[a-z])", spaces, messy).replace("\n", ends)
    assert texts(messy) == texts(clean)
    assert [h.section for h in split(messy, RUBRIC).headings] == [
        h.section for h in split(clean, RUBRIC).headings
    ]


@settings(max_examples=60)
@given(ads, st.sampled_from(["• ", "▪ ", "✓ ", "· "]))
def test_inline_bullets_give_the_lines_of_a_list(ad: Ad, mark: str) -> None:
    assert texts(written(ad, mark, inline=True)) == texts(written(ad))


@settings(max_examples=60)
@given(ads, st.sampled_from([60, 72, 78]))
def test_wrapped_prose_gives_the_sentences_of_unwrapped(ad: Ad, wrap: int) -> None:
    # One certain sign of wrapping in the text, as any real e-mail has.
    sign = "We " + "listen to growers and welcome " * 12 + "them."
    ad = [*ad, ("About us", ("prose", [sign]))]
    assert texts(written(ad, wrap=wrap)) == texts(written(ad))


pieces = st.sampled_from(
    [
        *"•·–*o-#>|_=:.!?\n\r\t \u00a0\u200b\u00ad()[]\"'1aA9",
        "e.g.",
        "&amp;",
        "&nbsp;",
        "&#8226;",
        "\t•\t",
        " · ",
        "<li>",
        "</p>",
        "<b>",
        "**",
        "1. ",
        "(ii) ",
        "\n\n",
        "\r\n",
        "We",
        "app.We",
        "...",
        "…",
        "。",
        "中",
        "🌱",
        "\u2028",
        "What you'll do",
        "Requirements:",
        "grow ",
        "the quick brown fox jumps over the lazy dog and then goes on to",
        "\ud800",
        "\u0600",
        "٣",
    ]
)
anything = st.one_of(st.text(max_size=300), st.lists(pieces, max_size=60).map("".join))
FURNITURE = re.compile(
    r"</?[A-Za-z][^<>\n]{0,400}>|&(?:amp;){0,2}#?[A-Za-z0-9]{2,31};|(?m:^[^\w\n]*(?:[A-Za-z0-9ivx]{1,5}\W+)*)|\d\ufe0f?\u20e3"
)


@settings(max_examples=400)
@example("**\t0")
@example("\t• grow")
@example("we\n&nbsp;• grow")
@given(anything)
def test_nothing_is_dropped_and_nothing_overlaps(text: str) -> None:
    result = split(text, RUBRIC)
    spans = sorted([(x.start, x.end) for x in result.lines] + [(x.start, x.end) for x in result.headings])
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
    left = 0
    rest: list[str] = []
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert any(c.isalnum() for c in text[start:end])
        rest.append(text[left:start])
        left = end
    rest.append(text[left:])
    for piece in rest:
        bare = re.sub(r"</?[A-Za-z][^<>\n]{0,400}>|&(?:amp;){0,2}#?[A-Za-z0-9]{2,31};", " ", piece)
        words = re.findall(r"[^\W_]+", bare)
        # What is left are list numbers and letters: "1.", "(ii)", "o".
        assert all(re.fullmatch(r"\d{1,3}|[A-Za-z]|[ivx]{2,5}|X", word) for word in words), piece


@settings(max_examples=150)
@given(anything)
def test_lines_refer_to_what_stands_before_them(text: str) -> None:
    result = split(text, RUBRIC)
    for i, line in enumerate(result.lines):
        assert -1 <= line.lead_in < i
        assert -1 <= line.heading < len(result.headings)
        if line.heading >= 0:
            assert result.headings[line.heading].end <= line.start
        assert line.section in RUBRIC.names
        assert line.depth == 0 or line.bullet
    assert [line.start for line in result.lines] == sorted(line.start for line in result.lines)
