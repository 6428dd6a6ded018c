"""What the sections rubric knows, compiled for lookup: heading phrases, default kinds, sentence words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product
from types import MappingProxyType
from typing import Any, NamedTuple

NONE = "none"
UNKNOWN = "unknown"
KINDS = ("duty", "measure", "skill", "context", "none")

_WORDS = re.compile(r"[^\W_]+")
_PARENS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SHORT_FORMS = (
    ("won't", "will not"),
    ("can't", "can not"),
    ("n't", " not"),
    ("'ll", " will"),
    ("'re", " are"),
    ("'ve", " have"),
    ("'d", " would"),
    ("'m", " am"),
    ("'s", " is"),
)
_LONGEST = 6  # words that an open phrase ("about ...") is looked up by
_MOST_VARIANTS = 6000


class Match(NamedTuple):
    """The section that a heading names, and whether the phrase was matched whole."""

    section: str
    whole: bool


class HeadingWords(NamedTuple):
    """What single words of a heading say about the lines below it: points for each kind.

    sections: the section that a kind stands for, in the order of the points. least: by how many points each kind must
    lead. Parsed `heading_words.yaml`.
    """

    sections: tuple[str, ...] = ()
    least: tuple[float, ...] = ()
    base: tuple[float, ...] = ()
    points: Mapping[str, tuple[float, ...]] = MappingProxyType({})

    def section(self, key: str) -> str | None:
        """The section of the kind with most points, if it leads clearly."""
        known = [self.points[word] for word in key.split(" ") if word in self.points]
        if not known:
            return None
        sums = [sum(column) for column in zip(self.base, *known, strict=True)]
        first, second = sorted(sums, reverse=True)[:2]
        best = sums.index(first)
        return self.sections[best] if first - second >= self.least[best] else None


class SectionRubric(NamedTuple):
    """Parsed `sections.yaml`, ready for `split`. Plain data: build it with `build_sections`."""

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    denied: frozenset[str]
    brief: frozenset[str]
    whole: Mapping[str, str]
    starts: Mapping[str, str]
    ends: Mapping[str, str]
    opening_words: frozenset[str]
    last_words: frozenset[str]
    words: HeadingWords
    fillers: frozenset[str]
    part_names: frozenset[str]
    unfinished: frozenset[str]
    never_end: frozenset[str]
    may_end: frozenset[str]
    first_words: frozenset[str]
    prose_words: frozenset[str]
    name_endings: frozenset[str]

    def match(self, key: str) -> Match | None:
        """The section whose phrase fits `key` (see `heading_key`): whole phrases first, then the longest open one."""
        section = self.whole.get(key)
        if section is not None:
            return Match(section, True)
        words = key.split(" ")
        if words[0] in self.fillers:
            while words and words[0] in self.fillers:
                del words[0]
            section = self.whole.get(" ".join(words))
            if section is not None:
                return Match(section, True)
            if not words:
                return None
        if words[-1] in self.last_words or words[0] in self.opening_words:
            for n in range(min(len(words), _LONGEST), 0, -1):
                section = self.ends.get(" ".join(words[-n:])) or self.starts.get(" ".join(words[:n]))
                if section is not None:
                    return Match(section, False)
        return None

    def named(self, words: str) -> str:
        """The section that `words`, as they stand in the text, name as a whole phrase, or ""."""
        match = self.match(heading_key(words))
        return match.section if match is not None and match.whole else ""

    def by_words(self, key: str) -> str | None:
        """The section that the single words of `key` speak for, or None where they leave it open."""
        return self.words.section(key)

    def introduces(self, key: str) -> str | None:
        """The section that a sentence introduces by how it ends ("… we expect you to:")."""
        words = key.split(" ")
        if words[-1] in self.last_words:
            for n in range(min(len(words), _LONGEST), 0, -1):
                section = self.ends.get(" ".join(words[-n:]))
                if section is not None:
                    return section
        return None


def heading_key(text: str) -> str:
    """`text` as the rubric compares headings: lower-case words, short forms opened, no brackets or punctuation."""
    low = text.lower()
    if not low.replace(" ", "").isalpha():
        if "(" in low or "[" in low:
            low = _PARENS.sub(" ", low) if _PARENS.sub("", low).strip(" :*#_") else low
        low = low.replace("’", "'").replace("&", " and ")
        if "'" in low:
            for short, full in _SHORT_FORMS:
                low = low.replace(short, full)
    elif low.isascii():
        return " ".join(low.split())
    return " ".join(_WORDS.findall(low))


def build_sections(data: Mapping[str, Any], words: Mapping[str, Any] | None = None) -> SectionRubric:
    """Compile the parsed YAML of `rubrics/sections.yaml`, and of `rubrics/heading_words.yaml`.

    Shape: ``{sections: [{id, name, kind, headings: [phrase], denies?, brief?}], fillers: [word], part_names: [word], sentences:
    {unfinished, never_end, may_end, first_words, prose_words, name_endings}}``. The first section to claim a phrase keeps it. Raises
    ValueError on a repeated or missing id, an unknown kind, or a phrase whose brackets don't close.
    """
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    whole: dict[str, str] = {}
    starts: dict[str, str] = {}
    ends: dict[str, str] = {}
    for entry in data["sections"]:
        section = entry["id"]
        if section in names:
            raise ValueError(f"section '{section}' is listed twice")
        if entry["kind"] not in KINDS:
            raise ValueError(f"section '{section}': kind '{entry['kind']}' is none of {', '.join(KINDS)}")
        names[section] = entry["name"]
        kinds[section] = entry["kind"]
        for phrase in entry.get("headings", ()):
            for variant in expand(phrase):
                _file(variant, section, whole, starts, ends)
    missing = [section for section in (NONE, UNKNOWN) if section not in names]
    if missing:
        raise ValueError(f"the sections {', '.join(missing)} must be listed")
    sentences = data["sentences"]
    return SectionRubric(
        names=MappingProxyType(names),
        kinds=MappingProxyType(kinds),
        denied=frozenset(entry["id"] for entry in data["sections"] if entry.get("denies")),
        brief=frozenset(entry["id"] for entry in data["sections"] if entry.get("brief")),
        whole=MappingProxyType(whole),
        starts=MappingProxyType(starts),
        ends=MappingProxyType(ends),
        opening_words=frozenset(key.split(" ", 1)[0] for key in starts),
        last_words=frozenset(key.rsplit(" ", 1)[-1] for key in ends),
        words=_heading_words(words, kinds) if words else HeadingWords(),
        fillers=_lower(data["fillers"]),
        part_names=_lower(data["part_names"]),
        unfinished=_lower(sentences["unfinished"]),
        never_end=_lower(sentences["never_end"]),
        may_end=_lower(sentences["may_end"]),
        first_words=_lower(sentences["first_words"]),
        prose_words=_lower(sentences["prose_words"]),
        name_endings=_lower(sentences["name_endings"]),
    )


def _heading_words(data: Mapping[str, Any], kinds: Mapping[str, str]) -> HeadingWords:
    stands_for: Mapping[str, str] = data["sections"]
    for kind, section in stands_for.items():
        if kinds.get(section) != kind:
            raise ValueError(f"heading words: '{section}' is no section of kind '{kind}'")

    def points(given: Mapping[str, float]) -> tuple[float, ...]:
        return tuple(given.get(kind, 0.0) for kind in stands_for)

    return HeadingWords(
        sections=tuple(stands_for.values()),
        least=points(data["least"]),
        base=points(data["base"]),
        points=MappingProxyType({word: points(given) for word, given in data["words"].items()}),
    )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(str(word).lower() for word in words)


def _file(
    variant: str, section: str, whole: dict[str, str], starts: dict[str, str], ends: dict[str, str]
) -> None:
    open_start = variant.startswith("...")
    open_end = variant.endswith("...")
    key = variant.strip(". ")
    if not key:
        return
    if open_start:
        ends.setdefault(key, section)
    if open_end:
        starts.setdefault(key, section)
    if not open_start and not open_end:
        whole.setdefault(key, section)


def expand(phrase: str) -> list[str]:
    """Every wording of a heading phrase: "(a|b) c?" gives "a c", "a", "b c", "b". Raises ValueError on bad brackets."""
    tokens = re.findall(r"\.\.\.|[()|?]|[^\s()|?]+", phrase)
    position = 0

    def choice(depth: int) -> list[str]:
        nonlocal position
        branches: list[str] = []
        parts: list[list[str]] = []
        while position < len(tokens):
            piece = tokens[position]
            position += 1
            if piece == "(":
                parts.append(choice(depth + 1))
            elif piece == ")":
                if not depth:
                    raise ValueError(f"heading phrase {phrase!r}: ')' without '('")
                branches += joined(parts)
                return branches
            elif piece == "|":
                branches += joined(parts)
                parts = []
            elif piece == "?":
                if not parts:
                    raise ValueError(f"heading phrase {phrase!r}: '?' follows nothing")
                parts[-1] = [*parts[-1], ""]
            else:
                parts.append([piece if piece == "..." else heading_key(piece)])
        if depth:
            raise ValueError(f"heading phrase {phrase!r}: '(' is never closed")
        return branches + joined(parts)

    def joined(parts: list[list[str]]) -> list[str]:
        size = 1
        for part in parts:
            size *= len(part)
        if size > _MOST_VARIANTS:
            raise ValueError(
                f"heading phrase {phrase!r}: more than {_MOST_VARIANTS} wordings; split it in two"
            )
        return [" ".join(filter(None, words)) for words in product(*parts)]

    return choice(0)
