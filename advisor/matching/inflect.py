"""English inflections of a word: plural, third person, past, gerund, in British and American spelling.

Derivations are other words: ``moderate`` gives moderates, moderated, moderating, not moderation or moderator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# Words that do not inflect in an ad; matched as they stand.
_FIXED = frozenset(
    "a an and any are as at be but by each for from has have how i if in is it its not of off on or our out over per "
    "so such than that the their them these they this those to under up us via was we were what when where who will "
    "with within without you your across between among about into onto".split()
)
_VOWELS = "aeiou"
# organise ~ organize, analyse ~ analyze, behaviour ~ behavior: a form in either spelling gives both.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2}[iy])[sz](?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "sz"),
    (re.compile(r"(?<=[a-z]{3})ou?r(?=(?:s|ed|ing|al|ed|ite|ites)?$)"), ("our", "or")),
)


def _spellings(form: str) -> list[str]:
    if len(form) < 6:
        return [form]
    for pattern, choices in _SPELLINGS:
        if pattern.search(form):
            return list(dict.fromkeys([form, *(pattern.sub(choice, form) for choice in choices)]))
    return [form]


def _doubles(word: str) -> bool:
    """plan → planning, travel → travelling; longer words that double (refer) are listed in the vocabulary."""
    last, before = word[-1], word[-2]
    if last in _VOWELS + "wxy" or before not in _VOWELS or (len(word) > 2 and word[-3] in _VOWELS):
        return False
    return last == "l" or len(re.findall(f"[{_VOWELS}]+", word)) == 1


def _regular(word: str) -> list[str]:
    last, before = word[-1], word[-2]
    if last == "e":
        return [word, word + "s", word + "d", word[:-1] + "ing"]
    if last == "y" and before not in _VOWELS:
        return [word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    if last in "sxz" or word.endswith(("ch", "sh")):
        return [word, word + "es", word + "ed", word + "ing"]
    forms = [word, word + "s", word + "ed", word + "ing"]
    if _doubles(word):
        forms += [word + last + "ed", word + last + "ing"]
    return forms


def forms(word: str, irregular: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Return the forms of ``word`` (lower-case ASCII) that a pattern matches, the word itself first."""
    found = [word] if len(word) < 3 or word in _FIXED or not word.isalpha() else _regular(word)
    if irregular and word in irregular:
        found += irregular[word]
    return list(dict.fromkeys(spelled for form in found for spelled in _spellings(form)))
