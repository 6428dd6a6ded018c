"""The cue language: words a consultant can edit, turned into one RE2 expression.

====================  ==========================================================================
``welcome``           the word in all its forms (welcomes, welcomed, welcoming; member, member's)
``=host``             exactly this form
``moderat*``          any ending
``new?``              may be missing
``(help | answer)``   any of these; alternatives may be several words
``<members>``         a group from ``vocabulary.yaml``
``<figure>``          a number in digits: 30, 10,000, 50k, 4.5%
``..`` and ``...``    up to four, up to eight words in between
``^`` and ``$``       the start and the end of the line
``follow-up``         a hyphen matches a hyphen, a space or nothing
====================  ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from . import inflect

SEPARATOR = r"[^a-z0-9\x7f]+"
WORD = r"[a-z0-9\x7f]+(?:'[a-z]+)?"
WINDOWS = {"..": 4, "...": 8}
STEM_LEAST = 3

_TOKEN = re.compile(r"\s*(?:(\.{2,}|[()|^$?])|(<[^<>\s]*>?)|([^\s()|^$?<>]+))")
_WORD_OK = re.compile(r"=?[a-z0-9](?:[a-z0-9'&+/.\-]*[a-z0-9+])?\*?\Z")
_PART = re.compile(r"[a-z0-9]+")

# In a need, this stands for any word that begins with a digit.
FIGURE = "0"


class Need(NamedTuple):
    """Words of which at least one must be in a line for a pattern to match: whole words and beginnings of words."""

    words: frozenset[str]
    stems: frozenset[str]

    def __or__(self, other: Need) -> Need:  # type: ignore[override]
        return Need(self.words | other.words, self.stems | other.stems)


class Parsed(NamedTuple):
    """A pattern read: its RE2 expression, and what a line must contain for it to have a chance."""

    expression: str
    needs: tuple[Need, ...]


class PatternError(ValueError):
    """A pattern that cannot be read; ``at`` is the character where it goes wrong, counted from 0."""

    def __init__(self, message: str, at: int, expected: str) -> None:
        super().__init__(message)
        self.message, self.at, self.expected = message, at, expected


class _Piece(NamedTuple):
    expression: str
    optional: bool
    what: str  # item, window, start or end
    needs: tuple[Need, ...] = ()


def _separated(pieces: Sequence[_Piece]) -> str:
    """Join pieces with separators so that a missing optional piece leaves none behind."""
    required = [i for i, piece in enumerate(pieces) if piece.what == "item" and not piece.optional]
    out: list[str] = []
    for i, (expression, optional, what, _) in enumerate(pieces):
        if what == "start":
            out.append(r"^[^a-z0-9]*")
        elif what == "end":
            out.append(r"[^a-z0-9]*$")
        elif what == "window":
            out.append(expression)
        elif i < required[0]:
            out.append(f"(?:{expression}{SEPARATOR})?")
        elif i == required[0]:
            out.append(expression)
        elif optional:
            out.append(f"(?:{SEPARATOR}{expression})?")
        else:
            out.append(SEPARATOR + expression)
    return "".join(out)


class _Parser:
    def __init__(self, pattern: str, language: Language) -> None:
        self.pattern, self.language = pattern, language
        self.tokens: list[tuple[str, int]] = []
        at = 0
        while match := _TOKEN.match(pattern, at):
            text = match.group(match.lastindex or 0)
            self.tokens.append((text, match.end() - len(text)))
            at = match.end()
        if pattern[at:].strip():
            raise PatternError(f"unexpected character “{pattern[at:].strip()[0]}”", at, "words, ( | ), <group>, .., ^ or $")
        self.i = 0

    def peek(self) -> str:
        return self.tokens[self.i][0] if self.i < len(self.tokens) else ""

    def at(self) -> int:
        return self.tokens[self.i][1] if self.i < len(self.tokens) else len(self.pattern)

    def whole(self) -> Parsed:
        parsed = self.alternatives(top=True)
        if self.i < len(self.tokens):
            raise PatternError(f"“{self.peek()}” has no opening bracket", self.at(), "a balanced pattern")
        return parsed

    def alternatives(self, *, top: bool = False) -> Parsed:
        options = [self.sequence(top=top)]
        while self.peek() == "|":
            self.i += 1
            options.append(self.sequence(top=top))
        return self.language.either(options)

    def sequence(self, *, top: bool) -> Parsed:
        pieces: list[_Piece] = []
        while (token := self.peek()) and token not in (")", "|"):
            start = self.at()
            self.i += 1
            if token == "^" or token == "$":
                if not top or (token == "^" and pieces):
                    raise PatternError(f"“{token}” stands in the middle", start, "^ first or $ last in a pattern")
                pieces.append(_Piece("", False, "start" if token == "^" else "end"))
                continue
            if token.startswith(".."):
                if token not in WINDOWS:
                    raise PatternError(f"“{token}” is not a window", start, ".. (up to 4 words) or ... (up to 8)")
                if not any(piece.what == "item" for piece in pieces):
                    raise PatternError("a window needs a word before it", start, "a word, then ..")
                window = f"(?:{SEPARATOR}{WORD}){{0,{WINDOWS[token]}}}?"
                pieces.append(_Piece(window, False, "window"))
                continue
            if token == "?":
                raise PatternError("“?” follows nothing", start, "a word or a bracket before ?")
            if token == "(":
                parsed = self.alternatives()
                if self.peek() != ")":
                    raise PatternError("a bracket is not closed", start, "a closing bracket")
                self.i += 1
            elif token.startswith("<"):
                if not token.endswith(">") or len(token) < 3:
                    raise PatternError(f"“{token}” is not a group", start, "<name> of a group in vocabulary.yaml")
                parsed = self.language.group(token[1:-1], start)
            else:
                parsed = self.word(token, start)
            optional = self.peek() == "?"
            self.i += optional
            pieces.append(_Piece(f"(?:{parsed.expression})", optional, "item", parsed.needs))
        needs = tuple(n for piece in pieces if not piece.optional for n in piece.needs)
        if not needs:
            raise PatternError("nothing is required here", self.at(), "at least one word that must be there")
        if pieces[-1].what == "window":
            raise PatternError("a window needs a word after it", self.at(), "a word after ..")
        return Parsed(_separated(pieces), needs)

    def word(self, token: str, start: int) -> Parsed:
        if token != token.lower():
            raise PatternError(f"“{token}” has capitals", start, "small letters; matching ignores case")
        if not _WORD_OK.match(token):
            raise PatternError(f"“{token}” is not a word", start, "letters, digits, hyphen, apostrophe, = or *")
        exact, stem = token.startswith("="), token.endswith("*")
        core = token[exact : len(token) - stem]
        *heads, last = core.split("-")
        if stem and len(_PART.findall(last)[-1]) < STEM_LEAST:
            raise PatternError(f"“{token}” is too short for a stem", start, f"{STEM_LEAST} letters or more before *")
        return _word(tuple(heads), last, exact, stem, self.language.irregular)


def _word(heads: Sequence[str], last: str, exact: bool, stem: bool, irregular: Mapping[str, Sequence[str]]) -> Parsed:
    """One word, perhaps hyphenated: the hyphens match a hyphen, spaces or nothing, all of them alike."""
    inflects = last.isalpha() and not exact and not stem
    found = inflect.forms(last, irregular) if inflects else [last]
    tail = inflect.alternation(found) + (r"[a-z0-9]*(?:'s)?" if stem else "(?:'s)?" if inflects else "")
    if not heads:
        if stem:
            *whole, beginning = _PART.findall(last)
            need = Need(frozenset(whole), frozenset()) if whole else Need(frozenset(), frozenset({beginning}))
        else:
            need = Need(frozenset(max(_PART.findall(f), key=len) for f in found), frozenset())
        return Parsed(tail, (need,))
    spaced = "[ -]+".join([*(re.escape(h) for h in heads), tail])
    closed = "".join(re.escape(h) for h in heads) + tail
    first, glued = max(_PART.findall("-".join(heads)), key=len), _PART.findall("".join(heads) + found[0])[0]
    joined = frozenset() if stem else frozenset(_PART.findall("".join(heads) + f)[0] for f in found)
    need = Need(frozenset({first}) | joined, frozenset({glued}) if stem else frozenset())
    return Parsed(f"(?:{spaced}|{closed})", (need,))


class Language:
    """Reads patterns against a vocabulary.

    ``groups`` maps a name to its patterns, ``irregular`` a word to its irregular forms; ``counts`` says how often
    words are seen in lines like those that will be read, so that a pattern is looked up by its rarest words.
    """

    def __init__(
        self,
        groups: Mapping[str, Sequence[str]],
        irregular: Mapping[str, Sequence[str]],
        counts: Mapping[str, int] | None = None,
    ) -> None:
        self.groups, self.irregular, self.counts = groups, irregular, counts or {}
        self._parsed: dict[str, Parsed] = {}
        self._open: list[str] = []

    def commonness(self, need: Need) -> int:
        """Estimate how many lines meet a need: the fewer, the better it tells lines apart."""
        return sum(self.counts.get(w, 0) + 1 for w in need.words) + 30 * len(need.stems)

    def either(self, options: Sequence[Parsed]) -> Parsed:
        """One of several: a line needs one of the words that the options need most tellingly."""
        if len(options) == 1:
            return options[0]
        need = Need(frozenset(), frozenset())
        for option in options:
            need = need | min(option.needs, key=self.commonness)
        return Parsed("(?:" + "|".join(o.expression for o in options) + ")", (need,))

    def group(self, name: str, at: int) -> Parsed:
        """Return the group ``name``, which stands at character ``at`` of the pattern being read."""
        if name in self._parsed:
            return self._parsed[name]
        if name == "figure":
            return Parsed(r"[0-9]+(?:[.,][0-9]+)*[a-z]*", (Need(frozenset({FIGURE}), frozenset()),))
        if name not in self.groups:
            raise PatternError(f"there is no group <{name}>", at, "a group defined in vocabulary.yaml")
        if name in self._open:
            raise PatternError(f"<{name}> contains itself", at, "groups that do not go in circles")
        self._open.append(name)
        try:
            options = [_Parser(p, self).whole() for p in self.groups[name]]
        finally:
            self._open.pop()
        self._parsed[name] = self.either(options)
        return self._parsed[name]

    def parse(self, pattern: str) -> Parsed:
        """Return ``pattern`` as an expression bounded by word edges, and its needs. Raises :class:`PatternError`."""
        body, needs = _Parser(pattern, self).whole()
        left = "" if pattern.lstrip().startswith("^") else r"\b"
        right = "" if pattern.rstrip().endswith("$") else r"\b"
        return Parsed(f"{left}(?:{body}){right}", needs)
