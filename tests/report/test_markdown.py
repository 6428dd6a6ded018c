import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report import to_html, to_markdown
from advisor.report.markdown import escaped, opening
from advisor.report.marked import Block, Segment, grouped
from advisor.report.role_view import Quote
from advisor.report.shown import clean, printed, some

from .made import BUNDLE, HOSTILE, UNCLEAR, report_on


def shown(markdown: str) -> str:
    """Undo backslash escapes, as a Markdown reader does."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def test_it_says_what_the_report_says():
    report = report_on(BUNDLE)
    said, role = shown(to_markdown(report)), report.roles[0]
    assert said.startswith(f"# {role.headline}\n")
    for fact in ("Fernhill Halls", "A. Consultant", "21 November 2026", role.subline, role.advice.summary):
        assert fact in said
    for finding in role.findings:
        assert finding.title in said
        assert finding.why in said
        assert finding.next_step in said
    assert f"“{role.findings[0].quotes[0].text}”" in said
    assert all(source.title in said for source in report.sources)


def test_headings_skip_no_level_with_one_role_or_several():
    for report in (report_on(BUNDLE), report_on(BUNDLE, UNCLEAR)):
        levels = [len(hashes) for hashes in re.findall(r"(?m)^(#+) ", to_markdown(report))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_hostile_text_stays_text():
    said = to_markdown(report_on(HOSTILE, client="# *x* | <b>"))
    assert not re.search(r"(?<!\\)<(script|img|style|b|link|svg)", said)
    assert not re.search(r"(?<!\\)\]\(", said)
    assert "\x1b" not in said
    assert r"\*boldly\*" in said


@given(st.text(max_size=60))
def test_escaped_text_shows_itself(text):
    line = " ".join(clean(text).split())
    assert shown(escaped(text)) == line
    assert shown(opening(text)) == line
    assert "\n" not in opening(text)


@pytest.mark.parametrize("text", ["# a", "- a", "+ a", "1. a", "12) a", "> a", "* a", "=== ", "--- ", "| a"])
def test_nothing_opens_a_block(text):
    assert re.match(r"\d*\\", opening(text))


def test_several_roles_stand_one_after_the_other_with_their_ads():
    said = to_markdown(report_on(BUNDLE, UNCLEAR, title="Two ads"))
    assert said.startswith("# 1 of 2 roles holds more than one job.\n\n**Two ads**: 2 roles reviewed\n")
    assert said.count("## Appendix") == 2


def block(what: str, text: str, *, gap: bool = False) -> Block:
    return Block(what, 0, "duty", (), (Segment(text, 0, len(text), "", (), ()),), gap, ())


def test_sentences_join_to_paragraphs_and_bullets_to_lists():
    blocks = [
        block("heading", "H"),
        block("sentence", "a"),
        block("sentence", "b"),
        block("sentence", "c", gap=True),
    ]
    blocks += [
        block("bullet", "d", gap=True),
        block("bullet", "e", gap=True),
        block("heading", "I"),
        block("heading", "J"),
    ]
    assert [(g.what, len(g.blocks)) for g in grouped(blocks)] == [
        ("heading", 1),
        ("sentence", 2),
        ("sentence", 1),
        ("bullet", 2),
        ("heading", 1),
        ("heading", 1),
    ]


def test_a_long_ad_is_cut_and_what_is_left_out_is_counted():
    role = report_on(BUNDLE).roles[0]
    assert printed(role).left_out == 0
    assert printed(role).blocks == role.blocks
    cut = printed(role, 200)
    assert sum(len(s.text) for b in cut.blocks for s in b.segments) <= 202
    assert 0 < cut.left_out < role.words


def test_quotes_beyond_a_few_are_counted_but_never_a_single_one():
    quotes = [Quote(i, str(i)) for i in range(9)]
    assert (len(some(quotes).shown), some(quotes).more) == (4, 5)
    assert (len(some(quotes[:5]).shown), some(quotes[:5]).more) == (5, 0)
    assert some([]).shown == ()


def test_the_html_escapes_and_prints_no_template_of_the_users():
    page = to_html(report_on(HOSTILE, title="{{ 7 * 7 }}<i>"))
    assert "{{ 7 * 7 }}&lt;i&gt;" in page
    assert "<script" not in page
    assert "javascript:alert(1)" in page  # as text only
    assert 'href="javascript' not in page


def test_a_line_of_other_work_too_small_to_move_stays_apart_from_the_roles_own():
    ad = """Community Manager

Responsibilities:
- Welcome newcomers to the forum and introduce members to each other
- Host the weekly thread and the monthly meetup of members
- Thank the volunteers who help others
- Recruit and support ambassadors in every region
- Measure how many members come back each month
- Settle quarrels between members
- Tell the product team what members say
- Answer tickets from customers in Zendesk
"""
    role = report_on(ad).roles[0]
    assert [q.text for q in role.passing] == ["Answer tickets from customers in Zendesk"]
    assert "Answer tickets from customers in Zendesk" not in {q.text for q in role.stays}
    said = shown(to_markdown(report_on(ad)))
    assert said.index(role.passing_why) < said.index(
        "Answer tickets from customers in Zendesk", said.index("What to do")
    )
