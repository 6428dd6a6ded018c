"""Words of a text and of the rubrics: what they are cut at, how they are compared, how phrases become a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.rubrics.loader import load_rubrics
from advisor.text.sentences import sentences

# What may stand before a number: "about fifteen", "~20".
ABOUT = r"(?:(?:about|around|roughly|maybe|perhaps|some|approx\.?|approximately|circa|ca\.?|up to|just|only|currently)\s+|~\s?)"
EDGES = ' \t.,;:–—-()*_"“”'  # what no title, name or duty begins or ends with
_LETTERS = [c for c in map(chr, range(0x41, 0x250)) if c.isalpha()]
UPPER, LOWER = ("".join(filter(f, _LETTERS)) for f in (str.isupper, str.islower))  # names have accents, too
WORD = re.compile(r"[^\W_](?:[^\W_]|['’&/.+-](?=[^\W_]))*")

_HONORIFIC = re.compile(r"\s*(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+(?=\w)")
# Numbers that stand before anything, and count only beside what says so.
ARTICLES = ("a", "an", "single", "both", "half a")
NEAR = 60  # characters in which a title would stand
# A short name of work or of a part of an organisation, whatever its words.
LABEL = r"[^\W_][\w&'’/#.+-]*(?:(?<![a-z]{3}\.)\s(?:&|\+|/|[^\W_][\w&'’/#.+-]*)){0,6}"
# "2x ", "0.5 x ", before whom they count; but "2x a week".
TIMES = r"(\d{1,3}(?:[.,]\d{1,2})?)\s?[x×]\s+(?!(?:an?|per|each|every|on|in|at|the|daily|weekly|day|week|month)\b)(?=\w)"


# How much somebody works, beside their name: "50%", "20 h", "0.5 FTE".
SHARE = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|(?:h|hrs?|hours?|fte|FTE)(?!\w)(?:\s?/\s?(?:week|wk)|\sa\sweek)?)"


def names_in(said: str) -> tuple[str, ...]:
    """Return the names in "Kim, Lee and Sam" or "Kim + Lee"."""
    return tuple(re.split(r",?\s(?:and|&|\+)\s|,\s", said))


def one_sentence(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` holds no more than one sentence."""
    return len(sentences(text, start, end, load_rubrics().sections)) <= 1


def first_name(text: str) -> str:
    """Return the first word of a text behind "Dr" and the like, without a possessive; "" when it has none."""
    title = _HONORIFIC.match(text)
    word = WORD.search(text, title.end() if title else 0)
    return word[0].removesuffix("'s").removesuffix("’s") if word else ""


def past(text: str, at: int, opens: re.Pattern[str], word: str, closes: re.Pattern[str]) -> int:
    """Return where ``opens``, ``word`` and ``closes``, one right behind the other, end from ``at`` on; -1 elsewhere.

    No pattern is made of the word: Python keeps the latest patterns, and what was read shall not stay in memory.
    """
    opened = opens.match(text, at)
    if opened is None or not text.startswith(word, opened.end()):
        return -1
    closed = closes.match(text, opened.end() + len(word))
    return closed.end() if closed else -1


def plain(word: str) -> str:
    """Return a word as the sets hold it: lower case, straight apostrophe, without a possessive."""
    return word.lower().replace("’", "'").removesuffix("'s")


def listed(phrases: Iterable[str]) -> str:
    """Return phrases as alternatives, the longest first."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some phrases as whole words, in capitals or not."""
    return re.compile(rf"(?<!\w)(?:{listed(phrases)})(?!\w)", re.IGNORECASE)
