"""The same text gives the same answer in every process, to the last bit of every sum."""

import os
import subprocess
import sys

_PRINTS = """
from advisor import load_rubrics
from advisor.matching.fold import fold
from advisor.roles.kinds import kind_reader
from advisor.text.lines import split
from tests.roles.made_ads import COMMUNITY, OFFICE, SETTLED, SUPPORT
rubrics = load_rubrics()
for lines in (COMMUNITY, SUPPORT, OFFICE, SETTLED):
    text = "We are a growing team with a passion for what we do. You will " + ". You will ".join(lines)
    print(list(kind_reader(rubrics).points(fold(text), split(text, rubrics.sections).lines)))
"""


def test_sums_do_not_depend_on_the_order_of_sets() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", _PRINTS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert said.pop().strip()
