"""Geometry to lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from advisor.text.reflow import Dot, Page, Piece, reflow


def column(*texts: str, left: float = 50, top: float = 700, step: float = 14) -> list[Piece]:
    """Lines one below the other, 5 points a character, in a 10 point font."""
    return [
        Piece(
            text,
            left,
            left + 5 * len(text),
            top - step * row,
            top - step * row + 10,
            10,
            False,
            5 * len(text.split()[0]),
        )
        for row, text in enumerate(texts)
    ]


def lines(*pieces: Piece, dots: tuple[Dot, ...] = ()) -> list[str]:
    return reflow([Page(600, 800, pieces, dots)]).split("\n")


def test_a_full_line_goes_on_and_a_short_one_ends():
    assert lines(
        *column("You welcome people who are new here and", "help them settle.", "Short end.", "Next one")
    ) == [
        "You welcome people who are new here and help them settle.",
        "Short end.",
        "Next one",
    ]


def test_a_hyphen_of_the_typesetter_goes_and_one_of_the_word_stays():
    assert lines(
        *column("We look for someone who knows commu-", "nities and does the steady follow-", "up.")
    ) == ["We look for someone who knows communities and does the steady follow-up."]


def test_a_hyphen_follows_the_word_elsewhere():
    text = lines(*column("This is a peer-led group, and it is peer-", "led for good reason."))
    assert text == ["This is a peer-led group, and it is peer-led for good reason."]


def test_marks_painted_later_find_their_lines():
    first, second = column("Answer members", "Host the call", left=70)
    marks = [Piece("•", 55, 60, piece.bottom, piece.top, 10) for piece in (first, second)]
    assert lines(first, second, *marks) == ["• Answer members", "• Host the call"]


def test_dots_are_bullets_only_beside_a_line():
    first, second = column("Answer members", "Host the call", left=70)
    assert lines(first, second, dots=(Dot(58, 62, first.bottom + 5), Dot(300, 304, second.bottom + 5))) == [
        "• Answer members",
        "Host the call",
    ]


def test_running_heads_and_page_numbers_are_left_out():
    body = column("Answer members")
    pages = [
        Page(600, 800, [*column("Northwind", top=780), *body, *column(f"Page {number} of 2", top=20)])
        for number in (1, 2)
    ]
    assert reflow(pages).split() == ["Answer", "members", "Answer", "members"]


NUMBERS = st.floats(-50, 900, allow_nan=False)
PIECES = st.builds(
    lambda text, left, width, bottom, size: Piece(
        text, left, left + width, bottom, bottom + size, size, False, width / 2
    ),
    st.text(st.characters(categories=["L", "P", "N"]), min_size=1, max_size=12),
    NUMBERS,
    st.floats(1, 500),
    NUMBERS,
    st.floats(1, 40),
)


@given(st.lists(st.lists(PIECES, max_size=6).map(lambda pieces: Page(600, 800, pieces)), max_size=3))
def test_any_geometry_is_read_and_invents_no_letters(pages):
    letters = {char for page in pages for piece in page.pieces for char in piece.text}
    assert {char for char in reflow(pages) if char.isalpha()} <= letters
