"""Bullets, sentences, headings: exact offsets, nothing dropped, and a messy paste read like a clean one."""

from __future__ import annotations

import re

import pytest

from advisor.text.lines import Split, split
from tests.text.splitting import RUBRIC, heads, texts

AD = """\
Community Manager

About Brightwell
We make planning software for allotment societies. Our growers swap seeds, stories and advice.

What you'll do
- Welcome new growers and help them find their plot neighbours
- Host the monthly growers' evening. Write up what was said.
- Report on how many newcomers come back

Who you are
- Two years in a community role
- Calm in writing, e.g. in a heated thread

How to apply
Send us a letter by 3.30 p.m. on Friday! Questions? Write to Ada, our secretary.
"""


CLEAN = texts(AD)


def test_an_ad_is_read_into_headings_bullets_and_sentences() -> None:
    result = split(AD, RUBRIC)
    assert heads(AD) == [
        "Community Manager",
        "About Brightwell",
        "What you'll do",
        "Who you are",
        "How to apply",
    ]
    assert [h.section for h in result.headings[1:]] == [
        "about_us",
        "responsibilities",
        "requirements",
        "how_to_apply",
    ]
    assert [(line.section, line.bullet) for line in result.lines] == (
        [("about_us", False)] * 2
        + [("responsibilities", True)] * 3
        + [("requirements", True)] * 2
        + [("how_to_apply", False)] * 3
    )
    assert CLEAN[3] == "Host the monthly growers' evening. Write up what was said."
    assert CLEAN[7:] == [
        "Send us a letter by 3.30 p.m. on Friday!",
        "Questions?",
        "Write to Ada, our secretary.",
    ]
    assert [line.first for line in result.lines] == [i in {0, 2, 5, 7} for i in range(10)]
    assert [line.sentence for line in result.lines] == [0, 1, 0, 0, 0, 0, 0, 0, 1, 2]


def test_nothing_gives_nothing() -> None:
    for text in ("", " \n\t\r\n", "***\n---\n•\n"):
        assert split(text, RUBRIC) == Split((), ())


# --- messes: each takes a list-and-prose ad and returns it messed up -------------------------------------------

MARKS = [
    "•",
    "·",
    "–",
    "—",
    "*",
    "o",
    "▪",
    "●",
    "►",
    "✓",
    "➢",
    "🔹",
    "✅",
    "🌱",
    "-  ",
    "--",
    "->",
    "\\-",
    "&#8226;",
    "&bull;",
]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "   "])
def test_any_bullet_reads_like_a_dash(mark: str, space: str) -> None:
    assert texts(AD.replace("\n- ", f"\n{mark}{space}")) == CLEAN


@pytest.mark.parametrize("number", ["{}.", "{})", "({})", "{a})", "({a})", "({r})", "{r}.", "{a}."])
def test_numbered_lists_read_like_bullets(number: str) -> None:
    counter = iter([("1", "a"), ("2", "b"), ("3", "c"), ("4", "d"), ("5", "e")])
    roman = dict(zip("abcde", ("i", "ii", "iii", "iv", "v"), strict=True))

    def mark(_: re.Match[str]) -> str:
        n, a = next(counter)
        return "\n" + number.format(n, a=a, r=roman[a]) + " "

    assert texts(re.sub(r"\n- ", mark, AD)) == CLEAN


@pytest.mark.parametrize("mark", ["•", "▪", "✓", "·", "*"])
def test_bullets_in_one_paragraph_are_lines(mark: str) -> None:
    messy = (
        re.sub(r"\n- ", f" {mark} ", AD)
        .replace(f"do {mark}", f"do\n{mark}")
        .replace(f"are {mark}", f"are\n{mark}")
    )
    assert messy.count("\n") == AD.count("\n") - 3
    assert texts(messy) == CLEAN


def test_a_bullet_between_words_only_separates() -> None:
    assert (
        texts("Leeds • Hybrid\n\nWe are growing, and we would like you to grow with us.")[0]
        == "Leeds • Hybrid"
    )


@pytest.mark.parametrize("mark", ["•", "-", "o"])
def test_a_bullet_alone_on_its_line_belongs_to_the_next(mark: str) -> None:
    result = split(AD.replace("\n- ", f"\n{mark}\n"), RUBRIC)
    assert texts(AD.replace("\n- ", f"\n{mark}\n")) == CLEAN
    assert sum(line.bullet for line in result.lines) == 5


@pytest.mark.parametrize(
    "style",
    [
        "{}:",
        "# {}",
        "### {} ###",
        "**{}**",
        "**{}:**",
        "__{}__",
        "{}\n======",
        "{}\n---",
        "🌱 {}",
        "{} :",
        "- {}:",
        "1. {}:",
    ],
)
@pytest.mark.parametrize("case", [str, str.upper])
def test_headings_in_any_dress(style: str, case: type[str]) -> None:
    messy = AD
    for heading in heads(AD)[1:]:
        if style[0] in "-1" and heading.startswith("About B"):
            continue  # after a bullet or number only phrases known whole are headings
        messy = messy.replace(heading + "\n", style.format(case(heading)) + "\n")
    assert texts(messy) == CLEAN
    assert [h.section for h in split(messy, RUBRIC).headings] == [
        h.section for h in split(AD, RUBRIC).headings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use tools, e.g. Discord. Write well.", ["Use tools, e.g. Discord.", "Write well."]),
        ("Based in the U.S. Army archive. We hire.", ["Based in the U.S. Army archive.", "We hire."]),
        ("Based in the U.S. We hire.", ["Based in the U.S.", "We hire."]),
        ("Work for Plot Inc. Leeds today. It pays.", ["Work for Plot Inc. Leeds today.", "It pays."]),
        ("Forums, chats, etc. You will host.", ["Forums, chats, etc.", "You will host."]),
        ("Pay is 3.5 or 4.2 units. Nice.", ["Pay is 3.5 or 4.2 units.", "Nice."]),
        (
            "See https://plots.example/a.B?c=D.e for more. Then apply.",
            ["See https://plots.example/a.B?c=D.e for more.", "Then apply."],
        ),
        ("Really?! Yes… We do.", ["Really?!", "Yes…", "We do."]),
        (
            'She said "Join us." We did. (It was good.) Then we left.',
            ['She said "Join us."', "We did.", "(It was good.)", "Then we left."],
        ),
        (
            "We built the app.We are proud!You may be too.",
            ["We built the app.", "We are proud!", "You may be too."],
        ),
        ("We use Node.js and Plots.Com daily. Good.", ["We use Node.js and Plots.Com daily.", "Good."]),
        ("Write to J. Smith about it. She knows.", ["Write to J. Smith about it.", "She knows."]),
        ("Join us! 🌱 We grow. 🌱", ["Join us!", "We grow. 🌱"]),
        ("我们在招聘。请加入我们！谢谢", ["我们在招聘。", "请加入我们！", "谢谢"]),
        ("هل تحب الحدائق؟ انضم إلينا.", ["هل تحب الحدائق؟", "انضم إلينا."]),
        ("We **grow.** You **sow.** Both win.", ["We **grow.**", "You **sow.**", "Both win."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_lead_ins_are_told() -> None:
    text = (
        "The job\nWe are a small society with a loud forum, and for that reason we expect you to:\n"
        "- listen\n- answer\n  - by post\n  - by pigeon\n\nWe are kind.\n"
    )
    lines = split(text, RUBRIC).lines
    assert [(line.lead_in, line.depth) for line in lines] == [
        (-1, 0),
        (0, 0),
        (0, 0),
        (2, 1),
        (2, 1),
        (-1, 0),
    ]
    assert lines[1].section == "requirements"
    assert lines[-1].section == "about_role"


def test_a_heading_may_run_into_its_paragraph() -> None:
    lines = split(
        "We grow things, and we like it.\n\nRequirements: two years with growers. Patience.\n\nCome by.",
        RUBRIC,
    ).lines
    assert [line.section for line in lines] == ["none", "requirements", "requirements", "none"]
