"""Lines over others that name no seat."""

from __future__ import annotations

import pytest

from advisor.orgs.analyze import analyze_org
from advisor.orgs.read import read_org

BELOW = "- Head of Fans: Orla Quinn\n- Social: Dev Patel, match days"


def titles(text: str) -> list[str]:
    return [role.title for role in read_org(text).roles]


@pytest.mark.parametrize(
    "first",
    [
        "Harbour FC – fan & digital team",
        "Our fan team",
        "Harbour FC – fan team (the club has about 140 staff)",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_name_of_the_text_is_no_seat(first: str, gap: str) -> None:
    assert titles(f"{first}{gap}{BELOW}") == ["Head of Fans", "Social"]


def test_a_team_that_is_counted_there_is() -> None:
    assert titles(f"Harbour – fan team (12 people)\n{BELOW}")[0] == "Fan team"


def test_a_team_whose_work_is_listed_is_a_seat() -> None:
    assert titles("Support team\n- answers tickets\n- calls guests back")[0] == "Support team"


def test_the_size_of_all_is_not_that_of_a_team() -> None:
    result = analyze_org(f"Harbour FC – fan team (the club has about 140 staff)\n\n{BELOW}")
    assert result.org_size == 140
    assert max(role.people for role in result.roles) == 1
