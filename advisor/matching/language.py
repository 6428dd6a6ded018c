"""The cue language: words a consultant can edit, read into a tree of words.

====================  ==========================================================================
``welcome``           the word in all its forms (welcomes, welcomed, welcoming; member, member's)
``=host``             exactly this form
``moderat*``          any ending
``new?``              may be missing
``(help | answer)``   any of these; alternatives may be several words
``<members>``         a group from ``vocabulary.yaml``
``<figure>``          a number in digits: 30, 10,000, 50k
``<thousands>``       one from 10,000 to 999,999, as a year's pay is: 34,000, 34 000, 60k (but not 401k)
``<money>``           a number with a currency's sign: £26k, $ 40, 30 000 €
``<salary>``          both: thousands with a currency's sign
``..`` and ``...``    up to four, up to eight words in between
``^`` and ``$``       the start and the end of the line
``follow-up``         a hyphen matches a hyphen, a space or nothing
====================  ==========================================================================

Between words anything that is not a letter or digit may stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from . import inflect
from .tree import Choice, Node, Parsed, Piece, Series, Words, any_of, branches

WINDOWS = {"..": 4, "...": 8}
STEM_LEAST = 3
# Kinds of numbers; each stands in a tree for any number of its kind.
FIGURE, THOUSANDS, MONEY, SALARY = NUMBERS = "<figure>", "<thousands>", "<money>", "<salary>"

_TOKEN = re.compile(r"\s*(?:(\.{2,}|[()|^$?])|(<[^<>\s]*>?)|([^\s()|^$?<>]+))")
_WORD_OK = re.compile(r"=?[a-z0-9](?:[a-z0-9'&/.\-]*[a-z0-9])?\*?\Z")
_PART = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


class PatternError(ValueError):
    """A pattern that cannot be read; ``at`` is the character where it goes wrong, counted from 0."""

    def __init__(self, message: str, at: int, expected: str) -> None:
        super().__init__(message)
        self.message, self.at, self.expected = message, at, expected


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
            said = f"unexpected character “{pattern[at:].strip()[0]}”"
            raise PatternError(said, at, "words, ( | ), <group>, .., ^ or $")
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
        pieces: list[Piece] = []
        needs: list[Words] = []
        bounds = {"^": False, "$": False}
        while (token := self.peek()) and token not in (")", "|"):
            start = self.at()
            self.i += 1
            if bounds["$"]:
                raise PatternError("“$” stands in the middle", start, "$ last in a pattern")
            if token in bounds:
                if not top or (token == "^" and pieces):
                    raise PatternError(
                        f"“{token}” stands in the middle", start, "^ first or $ last in a pattern"
                    )
                bounds[token] = True
            elif token.startswith(".."):
                if token not in WINDOWS:
                    raise PatternError(
                        f"“{token}” is not a window", start, ".. (up to 4 words) or ... (up to 8)"
                    )
                if not any(piece.node for piece in pieces):
                    raise PatternError("a window needs a word before it", start, "a word, then ..")
                pieces.append(Piece(None, False, WINDOWS[token]))
            else:
                parsed = self.item(token, start)
                optional = self.peek() == "?"
                self.i += optional
                pieces.append(Piece(parsed.node, optional, 0))
                if not optional:
                    needs += parsed.needs
        if not needs:
            raise PatternError("nothing is required here", self.at(), "at least one word that must be there")
        if pieces[-1].window:
            raise PatternError("a window needs a word after it", self.at(), "a word after ..")
        if len(pieces) == 1 and pieces[0].node and not any(bounds.values()):
            return Parsed(pieces[0].node, tuple(needs))
        return Parsed(Series(tuple(pieces), bounds["^"], bounds["$"]), tuple(needs))

    def item(self, token: str, start: int) -> Parsed:
        if (known := self.language.tokens.get(token)) is not None:
            return known
        if token == "?":
            raise PatternError("“?” follows nothing", start, "a word or a bracket before ?")
        if token == "(":
            parsed = self.alternatives()
            if self.peek() != ")":
                raise PatternError("a bracket is not closed", start, "a closing bracket")
            self.i += 1
            return parsed
        if token.startswith("<"):
            if not token.endswith(">") or len(token) < 3:
                raise PatternError(f"“{token}” is not a group", start, "<name> of a group in vocabulary.yaml")
            return self.language.group(token[1:-1], start)
        if token != token.lower():
            raise PatternError(f"“{token}” has capitals", start, "small letters; matching ignores case")
        if not _WORD_OK.match(token):
            raise PatternError(
                f"“{token}” is not a word", start, "letters, digits, hyphen, apostrophe, = or *"
            )
        exact, stem = token.startswith("="), token.endswith("*")
        parts = [normal(part) for part in _PART.findall(token[exact : len(token) - stem])]
        if stem and len(parts[-1]) < STEM_LEAST:
            raise PatternError(
                f"“{token}” is too short for a stem", start, f"{STEM_LEAST} letters or more before *"
            )
        word = self.language.word(parts, exact=exact, stem=stem, hyphen="-" in token)
        self.language.tokens[token] = word
        return word


def normal(word: str) -> str:
    """Return a word without the possessive: member's is member."""
    return word.removesuffix("'s")


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
        self._groups: dict[str, Parsed] = {}
        self.tokens: dict[str, Parsed] = {}  # words read before, as they stand in patterns
        self._patterns: dict[str, Parsed] = {}
        self._common: dict[Words, int] = {}
        self._open: list[str] = []

    def commonness(self, need: Words) -> int:
        """Estimate how many lines meet a need: the fewer, the better it tells lines apart."""
        found = self._common.get(need)
        if found is None:
            found = sum(self.counts.get(w, 0) + 1 for w in need.words) + 30 * len(need.stems)
            self._common[need] = found
        return found

    def either(self, options: Sequence[Parsed]) -> Parsed:
        """One of several: a line needs one of the words that the options need most tellingly."""
        if len(options) == 1:
            return options[0]
        need = any_of(min(option.needs, key=self.commonness) for option in options)
        singles, others = list[Words](), list[Node]()
        for option in options:
            for node in option.node.options if isinstance(option.node, Choice) else (option.node,):
                if isinstance(node, Words):
                    singles.append(node)
                else:
                    others.append(node)
        if not others:
            return Parsed(any_of(singles), (need,))
        return Parsed(Choice((any_of(singles), *others) if singles else tuple(others)), (need,))

    def group(self, name: str, at: int) -> Parsed:
        """Return the group ``name``, which stands at character ``at`` of the pattern being read."""
        if f"<{name}>" in NUMBERS:
            number = Words(frozenset({f"<{name}>"}))
            return Parsed(number, (number,))
        if name not in self._groups:
            if name not in self.groups:
                raise PatternError(f"there is no group <{name}>", at, "a group defined in vocabulary.yaml")
            if name in self._open:
                raise PatternError(f"<{name}> contains itself", at, "groups that do not go in circles")
            self._open.append(name)
            try:
                self._groups[name] = self.either([_Parser(p, self).whole() for p in self.groups[name]])
            finally:
                self._open.pop()
        return self._groups[name]

    def word(self, parts: Sequence[str], *, exact: bool, stem: bool, hyphen: bool) -> Parsed:
        """Return a word, or several that stand together: q&a, follow-up (also followup)."""
        *heads, last = parts
        spaced = self._single(last, exact=exact, stem=stem)
        if not heads:
            return Parsed(spaced, (spaced,))
        if hyphen and not exact and not stem and len(spaced.words) == 1:
            spaced = Words(spaced.words | {last + "s"})  # meet-ups: the small word at the end does inflect
        nodes = [Words(frozenset({h})) for h in heads]
        pieces = tuple(Piece(n, False, 0) for n in (*nodes, spaced))
        parsed = Parsed(Series(pieces, start=False, end=False), (*nodes, spaced))
        if hyphen:
            glued = "".join(heads)
            closed = Words(*(frozenset(glued + w for w in words) for words in spaced))
            parsed = self.either([parsed, Parsed(closed, (closed,))])
        return parsed

    def _single(self, word: str, *, exact: bool, stem: bool) -> Words:
        if stem:
            return Words(frozenset(), frozenset({word}))
        return Words(frozenset([word] if exact else inflect.forms(word, self.irregular)))

    def needs(self, node: Node) -> tuple[Words, ...]:
        """Return what a line must contain for ``node`` to have a chance: each need in one of its words."""
        if isinstance(node, Words):
            return (node,)
        if isinstance(node, Choice):
            return (any_of(min(self.needs(option), key=self.commonness) for option in node.options),)
        return tuple(
            need
            for piece in node.pieces
            if piece.node and not piece.optional
            for need in self.needs(piece.node)
        )

    def branches(self, node: Node) -> list[Parsed]:
        """Cut a tree where it chooses between several words, so that each branch tells exactly what it needs."""
        return [Parsed(branch, self.needs(branch)) for branch in branches(node)]

    def parse(self, pattern: str) -> Parsed:
        """Return ``pattern`` as a tree of words, and its needs. Raises :class:`PatternError`."""
        if pattern not in self._patterns:
            self._patterns[pattern] = _Parser(pattern, self).whole()
        return self._patterns[pattern]
