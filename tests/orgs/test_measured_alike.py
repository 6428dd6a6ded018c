"""What a text says that everybody is judged by."""

from __future__ import annotations

import pytest

from tests.orgs.seats import roles


@pytest.mark.parametrize(
    ("said", "measures"),
    [
        ("We measure everybody by followers.", ("followers",)),
        ("Everyone is judged by reach and sign-ups.", ("reach", "sign-ups")),
        ("They are all measured on ticket numbers.", ("ticket numbers",)),
        ("The board judges the whole team by reach, saves and clicks.", ("reach", "saves", "clicks")),
    ],
)
def test_everybody_but_the_chief_is_judged_alike(said: str, measures: tuple[str, ...]) -> None:
    found = roles(f"CEO\nIda runs our forum and Tom answers tickets. {said}")
    assert {title: role.measures for title, role in found.items()} == {
        "CEO": (),
        "Ida": measures,
        "Tom": measures,
    }


def test_what_one_is_judged_by_stays_theirs() -> None:
    found = roles("Ida runs our forum. She is judged by reach. Tom answers tickets.")
    assert (found["Ida"].measures, found["Tom"].measures) == (("reach",), ())
