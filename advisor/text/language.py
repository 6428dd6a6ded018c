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
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAST = 25  # words; fewer say too little
_MANY = 0.1  # share of another language's little words that a text in it always reaches
_FOREIGN_SCRIPT = 0.5


def mostly_foreign(text: str) -> bool:
    """Whether ``text`` as a whole is in another language; False for short texts and for lists of bare words."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= _LEAST and sum(c > "\u024f" for c in letters) / len(letters) >= _FOREIGN_SCRIPT:
        return True
    words = [w.lower() for w in _WORD.findall(text)]
    others = sum(w in _OTHERS for w in words)
    return (
        len(words) >= _LEAST
        and others >= _MANY * len(words)
        and others > 2 * sum(w in _ENGLISH for w in words)
    )


def foreign(text: str) -> bool:
    """Whether any paragraph of ``text`` is in another language."""
    return any(mostly_foreign(part) for part in re.split(r"\n\s*\n", text))
