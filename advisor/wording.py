"""How the core and every face put names and figures into a sentence."""

from __future__ import annotations

from collections.abc import Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def joined(names: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; "" for none."""
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def figure(number: float) -> str:
    """Return a number below 10,000 million as people write it: "3", "0.25", "1,200"; never with an exponent."""
    return f"{round(number, 4):,.10g}"


def tenths(number: float) -> str:
    """Return a number as people write it, with one decimal at most: "3", "0.3"."""
    return figure(round(number, 1))


def number_word(count: int) -> str:
    """Return a small whole number in words: "no", "one" … "nine"; from ten on in figures."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else figure(count)


def counted(number: float, noun: str) -> str:
    """Return a number with its noun: "1 role", "3 roles"."""
    return f"{figure(number)} {noun}{'' if number == 1 else 's'}"


def upper_first(text: str) -> str:
    """Return what begins a sentence with a capital."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Lower the first letter of what goes on after a colon, unless the word is an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
