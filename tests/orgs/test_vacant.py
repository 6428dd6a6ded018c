"""The title of a seat that a sentence says is empty."""

from __future__ import annotations

import pytest

from advisor.orgs.vacant import title_of


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Fraud and Security Adviser (vacant)", "Fraud and Security Adviser"),
        ("IT Technician (vacant), 1, 37", "IT Technician"),
        ("VACANT Forum Moderator", "Forum Moderator"),
        ("The Forum Moderator – vacant", "Forum Moderator"),
    ],
)
def test_the_whole_title_of_an_empty_seat_is_told(said: str, title: str) -> None:
    assert title_of(said) == title
