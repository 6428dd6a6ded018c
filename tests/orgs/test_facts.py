"""The size of an organisation, told in brackets behind its name."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org

ROLES = "\n\n- Community manager: runs the forum\n- Support agents (5 people): tickets"


@pytest.mark.parametrize(
    ("first", "size"),
    [
        ("Hi, this is how we're set up at Lumen (about 85 staff, courses for nurses).", 85),
        ("OVERVIEW – Bergdal Outdoor (clothing, web shop, 12 people)", 12),
        ("Bergdal Outdoor (1,200 employees)", 1200),
        ("Customer support (5 people)", None),
        ("Our community team (4 people)", None),
        ("Bergdal Outdoor (12 people a day visit the shop)", None),
    ],
)
def test_a_size_beside_the_name_is_read_and_a_teams_is_not(first: str, size: int | None) -> None:
    assert read_org(first + ROLES).org_size == size
