"""The text for a terminal counts in plain English."""

import pytest

from advisor import analyze_role
from advisor.report.terminal import to_text
from advisor.rubrics.loader import load_rubrics
from tests.roles.made_ads import SOCIAL, made_ad


@pytest.mark.parametrize(
    ("lines", "said"),
    [(SOCIAL[:4], "… and 1 more line\n"), ((*SOCIAL[:4], SOCIAL[0]), "… and 2 more lines\n")],
)
def test_lines_that_are_left_out_are_counted(lines: tuple[str, ...], said: str) -> None:
    assert said in to_text(analyze_role(made_ad("Community Manager", lines)), load_rubrics())
