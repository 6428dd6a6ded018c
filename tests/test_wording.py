"""Names and figures as sentences carry them."""

from __future__ import annotations

import pytest

from advisor.wording import figure, joined, lower_first, number_word, tenths


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
    ("number", "said"), [(2.0, "2"), (0.1 + 0.2, "0.3"), (2.46, "2.5"), (0.04, "0"), (1234.5, "1,234.5")]
)
def test_a_figure_in_tenths_has_one_decimal_at_most(number: float, said: str) -> None:
    assert tenths(number) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Anna runs it", "anna runs it"), ("A seat", "a seat"), ("SLA missed", "SLA missed"), ("", "")],
)
def test_a_first_letter_is_lowered_unless_it_begins_an_abbreviation(text: str, said: str) -> None:
    assert lower_first(text) == said


@pytest.mark.parametrize(("count", "said"), [(0, "no"), (1, "one"), (5, "five"), (9, "nine"), (10, "10")])
def test_small_counts_are_words(count: int, said: str) -> None:
    assert number_word(count) == said
