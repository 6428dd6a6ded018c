"""Reads ``rubrics/`` once, checks everything, and compiles it.

Every problem of every file is collected before anything is refused: an author sees all of them at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from advisor.collector import uncollected
from advisor.errors import Problem, RubricError
from advisor.matching.fold import fold
from advisor.matching.language import Language, PatternError
from advisor.matching.phrases import whole_words
from advisor.paths import own_rubrics, rubrics_dir

from . import models as m
from .validate import M, validated
from .yamlfile import Place, compose, find, get, merge, repeated

if TYPE_CHECKING:
    from advisor.matching.matcher import Matcher, TitleReader
    from advisor.text.sections import SectionRubric

# File name → its model.
_FILES: dict[str, Any] = {
    "scoring": m.Scoring,
    "vocabulary": m.Vocabulary,
    "kinds": m.KindsFile,
    "kind_words": m.KindWordsFile,
    "sections": m.SectionsFile,
    "heading_words": m.HeadingWordsFile,
    "contrasts": m.ContrastsFile,
    "marks": m.MarksFile,
    "findings": m.FindingsFile,
    "titles": m.TitlesFile,
    "false_friends": m.FalseFriendsFile,
    "advice": m.AdviceFile,
    "sources": m.SourcesFile,
}


_SPACES = {c: " " for c in range(128) if not chr(c).isalnum()}


class Rubrics:
    """All rubrics, validated and compiled; immutable, safe to share between threads."""

    def __init__(self, data: m.RubricsData, sections: SectionRubric, language: Language) -> None:
        self.data, self.sections, self.language = data, sections, language
        self.version = data.scoring.version
        self.practices = {p.practice: p for p in data.practices}
        self.family_of: dict[str, m.Family | None] = {p.practice: p.family for p in data.practices}
        self.cues: dict[str, m.Cue] = {c.id: c for p in data.practices for c in p.cues}
        self.cue_practice: dict[str, m.Practice] = {c.id: p.practice for p in data.practices for c in p.cues}
        self.functions = {f.id: f for p in data.practices for f in p.functions}
        self.marks = {mark.id: mark for mark in data.marks}
        self.findings = {f.id: f for f in data.findings}
        self.contrasts = {c.id: c for c in data.contrasts}
        self.sources = {s.id: s for s in data.sources}

    @cached_property
    def pole_uses(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Each cue that counts for contrasts: their ids, and 1 for the community pole or -1 for the social one."""
        uses: dict[str, tuple[tuple[str, int], ...]] = {}
        for contrast in self.data.contrasts:
            for pole, side in ((contrast.community, 1), (contrast.social, -1)):
                for cue in pole.uses:
                    uses[cue] = (*uses.get(cue, ()), (contrast.id, side))
        return uses

    @cached_property
    def matcher(self) -> Matcher:
        """The compiled patterns of every cue."""
        from advisor.matching.matcher import Matcher

        with uncollected():
            return Matcher(self)

    @cached_property
    def titles(self) -> TitleReader:
        """The compiled title rules."""
        from advisor.matching.matcher import TitleReader

        with uncollected():
            return TitleReader(self)


def _names() -> list[str]:
    return [*_FILES, *(f"practices/{p}" for p in (*m.PRACTICES, "other"))]


class Reader:
    """One reading of the rubrics: files, then schema, then what only the whole can tell."""

    def __init__(self, base: Path, overlay: Path | None) -> None:
        self.base, self.overlay = base, overlay
        self.place, self.problems = Place(), list[Problem]()
        self.roots: dict[str, yaml.Node] = {}

    def read(self) -> Rubrics:
        names = _names()
        self.known_files()
        parsed: dict[str, Any] = {}
        for name in names:
            model = m.PracticeFile if name.startswith("practices/") else _FILES[name]
            parsed[name] = self.file(name, model)
        self.refuse()
        sections = self._sections(parsed["sections"], parsed["heading_words"])
        data = m.RubricsData(
            scoring=parsed["scoring"],
            vocabulary=parsed["vocabulary"],
            practices=tuple(parsed[f"practices/{p}"] for p in (*m.PRACTICES, "other")),
            kinds=parsed["kinds"],
            kind_words=parsed["kind_words"],
            contrasts=parsed["contrasts"].contrasts,
            marks=parsed["marks"].marks,
            findings=parsed["findings"].findings,
            job_words=parsed["titles"].job_words,
            around=parsed["titles"].around,
            titles=parsed["titles"].titles,
            false_friends=parsed["false_friends"].false_friends,
            advice=parsed["advice"],
            sources=parsed["sources"].sources,
        )
        language = Language(data.vocabulary.groups, data.vocabulary.irregular, self._counts())
        self._patterns(language)
        self._ids(data, sections)
        self.refuse()
        return Rubrics(data, sections, language)

    def refuse(self) -> None:
        if self.problems:
            raise RubricError(sorted(self.problems, key=lambda p: (p.file, p.line, p.column)))

    def known_files(self) -> None:
        """Note every file of the overlay that is none of the rubrics."""
        overlay = self.overlay
        if overlay is None:
            return
        if not overlay.is_dir():
            self.problems.append(
                Problem(str(overlay), 1, 1, "is not a folder", "a folder with rubric files", "")
            )
            return
        apart = ("readiness", "structures", "organisations", "joint")
        known = {f"{n}.yaml" for n in (*_names(), *apart)}
        for path in sorted(overlay.rglob("*.y*ml")):
            name = path.relative_to(overlay).as_posix()
            if name not in known:
                said = "is not the name of a rubric file"
                self.problems.append(Problem(name, 1, 1, said, "one of " + ", ".join(sorted(known)), ""))

    def file(self, name: str, model: type[M]) -> M | None:
        """Return one file as its ``model``, or None with what is wrong among the problems."""
        root = self._root(name)
        if root is None:
            return None
        self.roots[name] = root
        return validated(model, root, self.place, self.problems)

    def _root(self, name: str) -> yaml.Node | None:
        file = f"{name}.yaml"
        before = len(self.problems)
        root = compose(self.base / file, file, self.place, self.problems, trusted=True)
        if self.overlay is not None and ((over := self.overlay / file).exists() or over.is_symlink()):
            top = compose(over, str(over), self.place, self.problems)
            if root is not None and top is not None and len(self.problems) == before:
                for id_ in repeated(top):
                    said = f"the id “{id_.value}” stands twice in this list"
                    self.problems.append(self.place.problem(id_, said, "an id of its own"))
                root = merge(root, top)
        if root is None and len(self.problems) == before:
            self.problems.append(Problem(file, 1, 1, "is empty", "the rubric's keys", ""))
        return root

    def _sections(self, checked: m.SectionsFile, words: m.HeadingWordsFile) -> SectionRubric:
        from advisor.text.sections import build_sections

        try:
            return build_sections(checked.model_dump(), words.model_dump())
        except ValueError as error:
            root = self.roots["sections"]
            self.problems.append(
                self.place.problem(root, str(error), "headings as sections.yaml explains them")
            )
            raise RubricError(self.problems) from error

    @cached_property
    def _scalars(self) -> dict[str, list[tuple[str, yaml.ScalarNode]]]:
        """Every scalar below a key in any file, by the key, each with its file's name."""
        found: dict[str, list[tuple[str, yaml.ScalarNode]]] = {}
        for name, root in self.roots.items():
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

    def _counts(self) -> Counter[str]:
        """Count the words of all examples: lines such as ads have."""
        lines = [text for key in ("fires", "quiet") for text, _ in self._each(key)]
        return Counter(fold(" ".join(lines)).decode("ascii").translate(_SPACES).split())

    def _try(self, compile_: Callable[[str], object], pattern: str, node: yaml.Node) -> None:
        try:
            compile_(pattern)
        except PatternError as error:
            problem = self.place.problem(
                node, f"the pattern cannot be read: {error}", error.expected, shift=error.at
            )
            self.problems.append(problem)

    def _patterns(self, language: Language) -> None:
        groups = get(self.roots["vocabulary"], "groups")
        for name, patterns in language.groups.items():
            for i, pattern in enumerate(patterns):
                node = find(groups, (name, i))
                if node is not None:
                    self._try(language.parse, pattern, node)
        for key in ("match", "unless", "job_words", "negation", "negation_ends", "not_negation"):
            for name, node in self._scalars.get(key, ()):
                kinds = name == "kinds"
                self._try(partial(whole_words, language) if kinds else language.parse, node.value, node)

    def _ids(self, data: m.RubricsData, sections: SectionRubric) -> None:
        """Ids stand once; every reference names something that exists."""
        for section in data.kind_words.places:
            if section not in sections.kinds:
                node = get(self.roots["kind_words"], "places")
                said = f"“{section}” is no section"
                self.problems.append(self.place.problem(node, said, "a section of sections.yaml"))
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
                self.problems.append(
                    self.place.problem(
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
            "beside": (known["marks"], "the id of a mark"),
            "replaces": (known["findings"], "a finding's id"),
            "desks": (cues, "a cue's id"),
            "function": ({f.id for p in data.practices for f in p.functions}, "a function's id"),
        }
        for key, (ids, expected) in allowed.items():
            for value, node in self._each(key):
                if value not in ids:
                    self.problems.append(self.place.problem(node, f"“{value}” names nothing", expected))


@uncollected()
def read_rubrics(base: Path, overlay: Path | None = None) -> Rubrics:
    """Read, check and compile the rubrics in ``base``, with ``overlay``'s entries over them by id.

    Raises :class:`advisor.errors.RubricError` with every problem found, each located.
    """
    return Reader(base, overlay).read()


def load_rubrics(overlay: Path | None = None) -> Rubrics:
    """Return the shipped rubrics, with a user's own ``overlay`` folder over them; loaded once a process; without
    one, ``ADVISOR_RUBRICS`` may name it."""
    return _load(overlay or own_rubrics())


@lru_cache(maxsize=4)
def _load(overlay: Path | None) -> Rubrics:
    return read_rubrics(rubrics_dir(), overlay)
