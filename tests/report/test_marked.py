"""The ad with its evidence marked: what is shown of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_role
from advisor.report.marked import blocks_of
from advisor.rubrics.loader import load_rubrics


def shown(text: str) -> list[str]:
    blocks = blocks_of(analyze_role(text), load_rubrics())
    return [" ".join("".join(segment.text for segment in block.segments).split()) for block in blocks]


def test_marks_of_quoted_mail_and_of_emphasis_are_not_shown() -> None:
    text = (
        "> Forum Host\n>\n> You will host the growers' forum and welcome everybody who\n> joins it by name. **Place:** Leeds | "
        "**Team:** Growers\n"
    )
    assert shown(text) == [
        "Forum Host",
        "You will host the growers' forum and welcome everybody who joins it by name.",
        "Place: Leeds | Team: Growers",
    ]


DUTIES = sorted({line for cue in load_rubrics().cues.values() for line in cue.examples.fires[:1]})
WORDS = sorted(load_rubrics().data.practice_words.words)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(DUTIES), st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(" ".join)
        ),
        min_size=1,
        max_size=5,
    )
)
def test_the_stretches_of_a_line_are_the_line_and_each_mark_has_its_reasons(duties: list[str]) -> None:
    text = "Forum Host\n\nWhat you will do\n" + "".join(f"- {duty}\n" for duty in duties)
    analysis = analyze_role(text)
    for block in blocks_of(analysis, load_rubrics()):
        if block.line < 0:
            continue
        line = analysis.lines[block.line]
        assert [block.segments[0].start, *(s.end for s in block.segments)] == [
            *(s.start for s in block.segments),
            line.end,
        ]
        marked = {cue.practice for s in block.segments for cue in s.cues}
        assert marked == set(line.practices)


def test_words_name_themselves_and_stand_with_the_cue_of_their_practice() -> None:
    text = "Forum Host\n\nWhat you will do\n- Answer tickets in Zendesk\n- Teach SQL\n"
    blocks = [b for b in blocks_of(analyze_role(text), load_rubrics()) if b.what == "bullet"]
    with_cue, alone = ([c for s in b.segments for c in s.cues if c.what == "single words"] for b in blocks)
    assert [c.practice for c in with_cue] == ["support"]
    assert "zendesk" in with_cue[0].says
    assert all("sql" in c.says for c in alone)
