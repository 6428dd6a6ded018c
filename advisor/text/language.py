"""Whether a text is in another language than English: told by the commonest little words, or by the script."""

from __future__ import annotations

import re

# Little words that fill a fifth of any English text and stand in hardly any other language.
_ENGLISH = frozenset("the and to of with our you your are will from for".split())
# Those of the languages that job ads come in, without words that English has too ("die", "in", "on", "for").
_OTHERS = frozenset(
    """
    der das und ein eine einen für mit wir sie dich ist zu den von auf sich nicht werden oder bei unsere
    le la les des et du de pour vous nous une dans est avec sur votre nos
    el los para una que del como nuestra las por se y os um uma da dos das às ao em com
    il gli un di che della delle nel nostri sono i
    het een van je wij voor te zijn met onze
    og er til af det du vi vores som att och är på av ett med att vår
    w na do z się oraz jest dla praca nie jako pro je v že
    ja sekä että és az egy hogy ve bir için ile bu și care în
    """.split()
)
# … which English has, too, or names of places and people: they prove nothing in a short text.
_SHARED = frozenset("as care com da de del der do e el er i la le los med no pro van von".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAST = 25  # words; fewer say too little …
_FEWEST, _SHORT = (
    6,
    2,
)  # … unless so many, with no English little word, have so many of another language's own
_MANY = 0.1  # share of another language's little words that a text in it always reaches
_FOREIGN_SCRIPT = 0.5
_FAR_LETTER = re.compile("[^\\W\\d_\u0000-\u024f]")
_PLAINLY = 0.15  # share of English little words that little words of another language never double


def mostly_foreign(text: str) -> bool:
    """Whether ``text`` as a whole is in another language; False for very short texts and for lists of bare words."""
    far = 0 if text.isascii() else len(_FAR_LETTER.findall(text))
    if far >= _LEAST * _FOREIGN_SCRIPT:
        letters = sum(map(str.isalpha, text))
        if letters >= _LEAST and far >= _FOREIGN_SCRIPT * letters:
            return True
    text = text.lower()
    pieces = text.split()
    # So ends nearly every text: cutting it into words is dearer.
    if _count(pieces, _ENGLISH) >= _PLAINLY * len(pieces):
        return False
    words = _WORD.findall(text)
    if _FEWEST <= len(words) < _LEAST and not _count(words, _ENGLISH):
        return _count(words, _OTHERS - _SHARED) >= _SHORT
    others = _count(words, _OTHERS)
    return len(words) >= _LEAST and others >= _MANY * len(words) and others > 2 * _count(words, _ENGLISH)


def _count(words: list[str], of: frozenset[str]) -> int:
    return sum(map(of.__contains__, words))


def foreign(text: str) -> bool:
    """Whether any paragraph of ``text`` is in another language."""
    return any(mostly_foreign(part) for part in re.split(r"\n\s*\n", text))
