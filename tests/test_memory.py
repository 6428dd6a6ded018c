"""Nothing that was read stays in memory: no cache grows with the texts."""

from __future__ import annotations

import functools
import re
import sys

from advisor import analyze_org, analyze_role
from advisor.report import build_report, to_markdown
from tests.report.made import DATE

TEAM = (
    "{0} Bell\nHead of Support\n{0} leads the desk.\n\n- Community manager 1 – Ana {0} (vacant): hosts forum {0}\n"
    "- Community manager 2 (Bo {0}), runs calls\n- Moderator Cy {0}, removes spam"
)
AD = "Forum Host {0}\n\nWhat you will do\n- Welcome new members of {0}\n- Host calls of {0} every month"


def read(word: str) -> None:
    team, role = analyze_org(TEAM.format(word)), analyze_role(AD.format(word))
    assert word.lower() in to_markdown(build_report([role], org=team, date=DATE)).lower()


def caches() -> dict[str, int]:
    """Return how much each cache of the advisor's functions holds."""
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "advisor"]
    found = {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, functools._lru_cache_wrapper)
    }
    return {name: value.cache_info().currsize for name, value in found.items()}


def test_no_cache_grows_with_what_is_read() -> None:
    read("Quinquereme")
    before = caches()
    assert before
    read("Xebec")
    read("Felucca")
    assert caches() == before


def test_python_keeps_no_pattern_made_of_what_was_read() -> None:
    read("Quinquereme")
    assert "quinquereme" not in repr(list(re._cache)).lower()  # type: ignore[attr-defined]
