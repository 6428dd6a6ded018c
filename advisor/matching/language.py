"""The cue language: words a consultant can edit, turned into one RE2 expression.

====================  ==========================================================================
``welcome``           the word in all its forms (welcomes, welcomed, welcoming; member, member's)
``=host``             exactly this form
``moderat*``          any ending
``new?``              may be missing
``(help | answer)``   any of these; alternatives may be several words
``<members>``         a group from ``vocabulary.yaml``
``..`` and ``...``    up to four, up to eight words in between
``^`` and ``$``       the start and the end of the line
``follow-up``         a hyphen matches a hyphen, a space or nothing
====================  ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from . import inflect

SEPARATOR = r"[^a-z0-9\x7f]+"
WORD = r"[a-z0-9\x7f]+(?:'[a-z]+)?"
WINDOWS = {"..": 4, "...": 8}

_TOKEN = re.compile(r"\s*(?:(\.{2,}|[()|^$?])|(<[^<>\s]*>?)|([^\s()|^$?<>]+))")
_WORD_OK = re.compile(r"=?[a-z0-9](?:[a-z0-9'&+/.\-]*[a-z0-9+])?\*?\Z")


class PatternError(ValueError):
    """A pattern that cannot be read; ``at`` is the character where it goes wrong, counted from 0."""

    def __init__(self, message: str, at: int, expected: str) -> None:
        super().__init__(message)
        self.message, self.at, self.expected = message, at, expected


# One piece of a sequence: its expression, whether it may be missing, and what it is.
_Piece = tuple[str, bool, str]  # (expression, optional, "item" | "window" | "start" | "end")


def _separated(pieces: Sequence[_Piece]) -> str:
    """Join pieces with separators so that a missing optional piece leaves none behind."""
    required = [i for i, (_, optional, what) in enumerate(pieces) if what == "item" and not optional]
    first = required[0] if required else -1
    out: list[str] = []
    for i, (expression, optional, what) in enumerate(pieces):
        if what == "start":
            out.append(r"^[^a-z0-9]*")
        elif what == "end":
            out.append(r"[^a-z0-9]*$")
        elif what == "window":
            out.append(expression)
        elif i < first:
            out.append(f"(?:{expression}{SEPARATOR})?")
        elif i == first:
            out.append(expression)
        elif optional:
            out.append(f"(?:{SEPARATOR}{expression})?")
        else:
            out.append(SEPARATOR + expression)
    return "".join(out)


class _Parser:
    def __init__(self, pattern: str, group: Callable[[str, int], str], irregular: Mapping[str, Sequence[str]]):
        self.pattern, self.group, self.irregular = pattern, group, irregular
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

    def whole(self) -> str:
        expression = self.alternatives(top=True)
        if self.i < len(self.tokens):
            raise PatternError(f"“{self.peek()}” has no opening bracket", self.at(), "a balanced pattern")
        return expression

    def alternatives(self, *, top: bool = False) -> str:
        options = [self.sequence(top=top)]
        while self.peek() == "|":
            self.i += 1
            options.append(self.sequence(top=top))
        return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"

    def sequence(self, *, top: bool) -> str:
        pieces: list[_Piece] = []
        while (token := self.peek()) and token not in (")", "|"):
            start = self.at()
            self.i += 1
            if token == "^" or token == "$":
                if not top or (token == "^" and pieces):
                    raise PatternError(f"“{token}” stands in the middle", start, "^ first or $ last in a pattern")
                pieces.append(("", False, "start" if token == "^" else "end"))
                continue
            if token.startswith(".."):
                if token not in WINDOWS:
                    raise PatternError(f"“{token}” is not a window", start, ".. (up to 4 words) or ... (up to 8)")
                if not any(what == "item" for _, _, what in pieces):
                    raise PatternError("a window needs a word before it", start, "a word, then ..")
                pieces.append((f"(?:{SEPARATOR}{WORD}){{0,{WINDOWS[token]}}}?", False, "window"))
                continue
            if token == "?":
                raise PatternError("“?” follows nothing", start, "a word or a bracket before ?")
            if token == "(":
                expression = self.alternatives()
                if self.peek() != ")":
                    raise PatternError("a bracket is not closed", start, "a closing bracket")
                self.i += 1
                expression = f"(?:{expression})"
            elif token.startswith("<"):
                if not token.endswith(">") or len(token) < 3:
                    raise PatternError(f"“{token}” is not a group", start, "<name> of a group in vocabulary.yaml")
                expression = self.group(token[1:-1], start)
            else:
                expression = self.word(token, start)
            optional = self.peek() == "?"
            self.i += optional
            pieces.append((expression, optional, "item"))
        if not any(what == "item" and not optional for _, optional, what in pieces):
            raise PatternError("nothing is required here", self.at(), "at least one word that must be there")
        if pieces[-1][2] == "window":
            raise PatternError("a window needs a word after it", self.at(), "a word after ..")
        return _separated(pieces)

    def word(self, token: str, start: int) -> str:
        if token != token.lower():
            raise PatternError(f"“{token}” has capitals", start, "small letters; matching ignores case")
        if not _WORD_OK.match(token):
            raise PatternError(f"“{token}” is not a word", start, "letters, digits, hyphen, apostrophe, = or *")
        exact, stem = token.startswith("="), token.endswith("*")
        core = token[exact : len(token) - stem]
        parts = core.split("-")
        if stem or exact:
            expression = "[ -]*".join(re.escape(p) for p in parts)
            return expression + (r"[a-z0-9]*(?:'s)?" if stem else "")
        head = [re.escape(p) for p in parts[:-1]]
        last = parts[-1]
        tail = inflect.regex(last, self.irregular) if last.isalpha() else re.escape(last)
        return "[ -]*".join([*head, tail])


class Language:
    """Compiles patterns against a vocabulary.

    ``groups`` maps a name to its patterns, ``irregular`` a word to its irregular forms.
    """

    def __init__(self, groups: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]) -> None:
        self.groups, self.irregular = groups, irregular
        self._compiled: dict[str, str] = {}
        self._open: list[str] = []

    def _group(self, name: str, at: int) -> str:
        if name in self._compiled:
            return self._compiled[name]
        if name not in self.groups:
            raise PatternError(f"there is no group <{name}>", at, "a group defined in vocabulary.yaml")
        if name in self._open:
            raise PatternError(f"<{name}> contains itself", at, "groups that do not go in circles")
        self._open.append(name)
        try:
            options = [_Parser(p, self._group, self.irregular).whole() for p in self.groups[name]]
        finally:
            self._open.pop()
        self._compiled[name] = "(?:" + "|".join(options) + ")"
        return self._compiled[name]

    def expression(self, pattern: str) -> str:
        """Return the RE2 expression of ``pattern``, bounded by word edges. Raises :class:`PatternError`."""
        body = _Parser(pattern, self._group, self.irregular).whole()
        left = "" if pattern.lstrip().startswith("^") else r"\b"
        right = "" if pattern.rstrip().endswith("$") else r"\b"
        return f"{left}(?:{body}){right}"
