"""Sizes are said so that what is too large differs from what is allowed."""

import pytest

from advisor.errors import InputError
from advisor.text.extract import extract
from advisor.text.limits import FILE_BYTES, MIB, TEXT_BYTES, check_text_size, size


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 kB"), (1024, "1 kB"), (1025, "2 kB"), (MIB, "1 MB"), (MIB + 1, "1.1 MB"), (5 * MIB, "5 MB")],
)
def test_a_size_is_rounded_up(count: int, said: str) -> None:
    assert size(count) == said


@pytest.mark.parametrize("over", [1, 400, 30_000, 120_000])
def test_a_text_that_is_too_long_is_told_from_the_limit(over: int) -> None:
    with pytest.raises(InputError) as caught:
        check_text_size("x" * (TEXT_BYTES + over))
    assert "up to 1 MB." in caught.value.message
    assert "is 1 MB long" not in caught.value.message


def test_a_file_that_is_too_large_is_told_from_the_limit() -> None:
    with pytest.raises(InputError) as caught:
        extract(b"x" * (FILE_BYTES + 9), filename="ad.docx")
    assert caught.value.message == "This file is 5.1 MB large; the advisor reads up to 5 MB."
