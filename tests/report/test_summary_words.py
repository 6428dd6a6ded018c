"""The words of the first page and of the terminal: cut at the end of a thought, sources by their names."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.report.shown import shortened
from advisor.report.terminal_org import to_text
from advisor.rubrics.loader import load_rubrics


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Name a sponsor.", "Name a sponsor."),
        ("Name a sponsor. " + "If there is none, wait for one. " * 4, "Name a sponsor. …"),
        (
            "Find a senior sponsor for the community, with three commitments in writing about money and about hours.",
            "Find a senior sponsor for the community, with three commitments in writing about money …",
        ),
        ("Hire a " + "community" * 20, "Hire a …"),
        ("community" * 20, ("community" * 20)[:90] + " …"),
        ("Write " + "communityrules" * 3 + " " + "again" * 20 + ".", "Write " + "communityrules" * 3 + " …"),
    ],
)
def test_a_step_is_cut_where_a_thought_ends(text: str, short: str) -> None:
    assert shortened(text) == short


def test_sources_have_names() -> None:
    unsigned = next(s for s in load_rubrics().sources.values() if not s.author and s.kind != "ours")
    assert unsigned.cited.startswith(unsigned.title)
    assert unsigned.signed.startswith("No author named")
    text = to_text(analyze_org("Community manager: runs the forum, posts on Instagram", org_size=60))
    assert "Sources: " in text
    assert "paech-acm" not in text
