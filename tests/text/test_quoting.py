"""Quoted mail reads like the mail itself, and offsets are those of the text as given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_role
from advisor.text.quoting import unquoted

AD = """\
Job title: Online Community Lead

What you will do
- Welcome new members and introduce them to people
  with similar plots
- Host the monthly growers' evening in the forum and
  write up what was said
- Keep our Instagram lively

The forum is old, and its members know each other well. They will
tell you quickly when something is amiss.
"""
CLEAN = analyze_role(AD)


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">> ", "  > "])
def test_a_quoted_ad_reads_like_the_ad(mark: str) -> None:
    quoted = "".join(f"{mark}{line}\n" for line in AD.splitlines())
    analysis = analyze_role(f"From: Ann\nTo: Dana\nSubject: FW: ad\n\n{mark}Hi Dana,\n\n{quoted}")
    assert analysis.title == "Online Community Lead"
    found = [(line.kind, line.practices, analysis.quote(i)) for i, line in enumerate(analysis.lines)]
    wanted = [(line.kind, line.practices, CLEAN.quote(i)) for i, line in enumerate(CLEAN.lines)]
    assert found[-len(wanted) + 1 :] == wanted[1:]
    assert analysis.profile.shares == CLEAN.profile.shares


@given(st.text(alphabet="> \n\tab-|", max_size=60))
def test_offsets_stay(text: str) -> None:
    plain = unquoted(text)
    assert len(plain) == len(text)
    assert all(a in (b, " ") for a, b in zip(plain, text, strict=True))


def test_only_marks_at_the_beginning_of_a_line_are_quoting() -> None:
    assert unquoted("a > b\n> c -> d") == "a > b\n  c -> d"
