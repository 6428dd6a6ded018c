"""Names and figures as sentences carry them."""

from __future__ import annotations

import pytest

from advisor.wording import figure, joined, lower_first


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_are_joined(names: list[str], said: str) -> None:
    assert joined(names) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (3.0, "3"),
        (0.25, "0.25"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.3333"),
        (1200, "1,200"),
        (200_000_000.0, "200,000,000"),
        (0, "0"),
    ],
)
def test_a_figure_has_neither_noise_nor_an_exponent(number: float, said: str) -> None:
    assert figure(number) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Anna runs it", "anna runs it"), ("A seat", "a seat"), ("SLA missed", "SLA missed"), ("", "")],
)
def test_a_first_letter_is_lowered_unless_it_begins_an_abbreviation(text: str, said: str) -> None:
    assert lower_first(text) == said
