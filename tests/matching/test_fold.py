"""The shadow keeps every character's place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.matching.fold import fold


@given(st.text())
def test_a_shadow_is_as_long_as_its_text_and_plain(text: str) -> None:
    shadow = fold(text)
    assert len(shadow) == len(text)
    assert shadow.isascii()
    assert shadow == shadow.lower()


@given(st.text(), st.text())
def test_the_shadow_of_a_part_is_the_part_of_the_shadow(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@pytest.mark.parametrize(
    ("text", "shadow"),
    [
        ("Café – MEMBERS’", b"cafe   members'"),
        ("“Straße”", b'"strase"'),
        ("İstanbul", b"istanbul"),
        ("follow\u00a0up\u200b!", b"follow up !"),
        ("社区 manager", b"\x7f\x7f manager"),
    ],
)
def test_letters_lose_accents_quotes_straighten_symbols_become_spaces(text: str, shadow: bytes) -> None:
    assert fold(text) == shadow
