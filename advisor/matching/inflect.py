"""English inflections of a word as one regular expression: plural, possessive, third person, past, gerund.

Derivations are other words: ``moderate`` gives moderates, moderated, moderating, not moderation or moderator.
Spelling follows both shores: organise/organize, behaviour/behavior.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

# Words that do not inflect in an ad; matched as they stand.
_FIXED = frozenset(
    "a an and any are as at be but by each for from has have how i if in is it its not of off on or our out over per "
    "so such than that the their them these they this those to under up us via was we were what when where who will "
    "with within without you your across between among about into onto".split()
)
_VOWELS = "aeiou"
_SPELLING = (
    (re.compile(r"i[sz](e|es|ed|er|ers|ing|ation|ations|ational)\b"), r"i[sz]\1"),
    (re.compile(r"y[sz](e|es|ed|er|ers|ing)\b"), r"y[sz]\1"),
    (re.compile(r"([a-z]{3})our(s|ed|ing|al|ed|ite|ites)?\b"), r"\1ou?r\2"),
)


def _spellings(form: str) -> str:
    if len(form) < 6:
        return form
    for pattern, replacement in _SPELLING:
        form, n = pattern.subn(replacement, form)
        if n:
            break
    return form


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
    if len(word) < 3 or word in _FIXED or not word.isalpha():
        found = [word]
    else:
        found = _regular(word)
    if irregular and word in irregular:
        found += irregular[word]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _joined(found: tuple[str, ...]) -> str:
    # Share the prefix: the automaton is smaller and the pattern compiles faster.
    prefix = found[0]
    for form in found[1:]:
        while not form.startswith(prefix):
            prefix = prefix[:-1]
    tails = [form[len(prefix) :] for form in found]
    if tails == [""]:
        return prefix
    body = "|".join(sorted((t for t in tails if t), key=len, reverse=True))
    return f"{prefix}(?:{body}){'?' if '' in tails else ''}"


def regex(word: str, irregular: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return an RE2 expression (no anchors) that matches ``word`` in all its forms, possessives included."""
    found = forms(word, irregular)
    spelled = [_spellings(f) for f in found]
    if spelled != found:
        body = "(?:" + "|".join(sorted(spelled, key=len, reverse=True)) + ")"
    else:
        body = _joined(tuple(found))
    return body + ("(?:'s)?" if len(found) > 1 else "")
