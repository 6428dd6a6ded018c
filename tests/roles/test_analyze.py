"""What is given beside the ad is refused with a word where it can't be."""

from __future__ import annotations

from typing import Any

import pytest

from advisor import InputError, analyze_org, analyze_role
from advisor.roles.analyze import MAX_ORG_SIZE

_HOST = {"title": "Forum Host", "duties": ["Run the forum"]}


@pytest.mark.parametrize("size", [0, -1, MAX_ORG_SIZE + 1, 2.5, 40.0, float("nan"), True, "40", [40]])
def test_a_size_that_is_no_number_of_people_is_refused(size: Any) -> None:
    for read in (
        lambda: analyze_role("Run the forum for our members", org_size=size),
        lambda: analyze_org([_HOST], org_size=size),
    ):
        with pytest.raises(InputError, match="whole number from 1") as caught:
            read()
        assert caught.value.code == "org-size"


def test_a_size_may_be_left_out_or_be_any_number_of_people() -> None:
    for size in (None, 1, MAX_ORG_SIZE):
        assert analyze_role("Run the forum for our members", org_size=size).org_size == size
