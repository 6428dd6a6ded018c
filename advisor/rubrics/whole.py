"""What only the rubrics as a whole can tell: patterns against groups, ids that stand once, references that lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import yaml

from advisor.errors import Problem
from advisor.matching.fold import fold
from advisor.matching.language import Language, PatternError
from advisor.matching.phrases import whole_words

from . import models as m
from .yamlfile import Place, find, get

if TYPE_CHECKING:
    from advisor.text.sections import SectionRubric

_SPACES = {c: " " for c in range(128) if not chr(c).isalnum()}


class Whole:
    """All files of one reading, by name; what is wrong is added to ``problems``."""

    def __init__(self, roots: Mapping[str, yaml.Node], place: Place, problems: list[Problem]) -> None:
        self._roots, self._place, self._problems = roots, place, problems

    @cached_property
    def _scalars(self) -> dict[str, list[tuple[str, yaml.ScalarNode]]]:
        """Every scalar below a key in any file, by the key, each with its file's name."""
        found: dict[str, list[tuple[str, yaml.ScalarNode]]] = {}
        for name, root in self._roots.items():
            stack: list[yaml.Node] = [root]
            while stack:
                node = stack.pop()
                if isinstance(node, yaml.MappingNode):
                    for k, v in node.value:
                        items = v.value if isinstance(v, yaml.SequenceNode) else [v]
                        found.setdefault(k.value, []).extend(
                            (name, i) for i in items if isinstance(i, yaml.ScalarNode)
                        )
                        stack.append(v)
                elif isinstance(node, yaml.SequenceNode):
                    stack.extend(node.value)
        return found

    def _each(self, key: str) -> Iterable[tuple[str, yaml.Node]]:
        """Yield every scalar below any ``key`` in any file, with its text."""
        return ((node.value, node) for _, node in self._scalars.get(key, ()))

    def counts(self) -> Counter[str]:
        """Count the words of all examples: lines such as ads have."""
        lines = [text for key in ("fires", "quiet") for text, _ in self._each(key)]
        return Counter(fold(" ".join(lines)).decode("ascii").translate(_SPACES).split())

    def _try(self, compile_: Callable[[str], object], pattern: str, node: yaml.Node) -> None:
        try:
            compile_(pattern)
        except PatternError as error:
            problem = self._place.problem(
                node, f"the pattern cannot be read: {error}", error.expected, shift=error.at
            )
            self._problems.append(problem)

    def check_patterns(self, language: Language) -> None:
        """Every pattern of every file can be read; those of kinds hold whole words only."""
        groups = get(self._roots["vocabulary"], "groups")
        for name, patterns in language.groups.items():
            for i, pattern in enumerate(patterns):
                node = find(groups, (name, i))
                if node is not None:
                    self._try(language.parse, pattern, node)
        for key in ("match", "unless", "job_words", "negation", "negation_ends", "not_negation"):
            for name, node in self._scalars.get(key, ()):
                kinds = name == "kinds"
                self._try(partial(whole_words, language) if kinds else language.parse, node.value, node)

    def check_ids(self, data: m.RubricsData, sections: SectionRubric) -> None:
        """Ids stand once; every reference names something that exists."""
        for section in data.kind_words.places:
            if section not in sections.kinds:
                node = get(self._roots["kind_words"], "places")
                said = f"“{section}” is no section"
                self._problems.append(self._place.problem(node, said, "a section of sections.yaml"))
        lists: dict[str, Sequence[Any]] = {
            "kinds": data.kinds.cues,
            "contrasts": data.contrasts,
            "marks": data.marks,
            "findings": data.findings,
            "titles": data.titles,
            "false_friends": data.false_friends,
            "sources": data.sources,
        }
        known = {name: {item.id for item in items} for name, items in lists.items()}
        cues = {c.id for p in data.practices for c in p.cues}
        seen: dict[str, yaml.Node] = {}
        for value, node in self._each("id"):
            if value in seen:
                first = seen[value].start_mark
                where = f"{first.name}:{first.line + 1}"
                self._problems.append(
                    self._place.problem(
                        node, f"the id “{value}” stands twice (first in {where})", "an id of its own"
                    )
                )
            seen[value] = node
        evidence = cues | known["marks"] | known["false_friends"]
        allowed = {
            "sources": (known["sources"], "a source in sources.yaml"),
            "uses": (cues, "a cue's id"),
            "has": (evidence, "the id of a cue, a mark or a false friend"),
            "has_all": (evidence, "the id of a cue, a mark or a false friend"),
            "lacks": (evidence, "the id of a cue, a mark or a false friend"),
            "spares": (known["marks"], "the id of a mark"),
            "alone": (known["marks"], "the id of a mark"),
            "small_unless": (known["marks"], "the id of a mark"),
            "beside": (known["marks"], "the id of a mark"),
            "replaces": (known["findings"], "a finding's id"),
            "desks": (cues, "a cue's id"),
            "outnumbers": (cues, "a cue's id"),
            "function": ({f.id for p in data.practices for f in p.functions}, "a function's id"),
        }
        for key, (ids, expected) in allowed.items():
            for value, node in self._each(key):
                if value not in ids:
                    self._problems.append(self._place.unnamed(node, value, expected))
