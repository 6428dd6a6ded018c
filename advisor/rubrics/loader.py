"""Reads ``rubrics/`` once, checks everything, and compiles it.

Every problem of every file is collected before anything is refused: an author sees all of them at once.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from advisor.collector import uncollected
from advisor.errors import Problem, RubricError
from advisor.matching.language import Language

from . import models as m
from .once import loaded_once
from .validate import M, validated
from .whole import Whole
from .yamlfile import Place, compose, merge, repeated

if TYPE_CHECKING:
    from advisor.matching.matcher import Matcher, TitleReader
    from advisor.text.sections import SectionRubric

# File name → its model.
_FILES: dict[str, Any] = {
    "scoring": m.Scoring,
    "vocabulary": m.Vocabulary,
    "kinds": m.KindsFile,
    "kind_words": m.KindWordsFile,
    "practice_words": m.PracticeWordsFile,
    "sections": m.SectionsFile,
    "heading_words": m.HeadingWordsFile,
    "contrasts": m.ContrastsFile,
    "marks": m.MarksFile,
    "method": m.MethodFile,
    "findings": m.FindingsFile,
    "titles": m.TitlesFile,
    "false_friends": m.FalseFriendsFile,
    "advice": m.AdviceFile,
    "sources": m.SourcesFile,
}


class Rubrics:
    """All rubrics, validated and compiled; immutable, safe to share between threads."""

    def __init__(self, data: m.RubricsData, sections: SectionRubric, language: Language) -> None:
        self.data, self.sections, self.language = data, sections, language
        self.version = data.scoring.version
        self.practices = {p.practice: p for p in data.practices}
        self.family_of: dict[str, m.Family | None] = {p.practice: p.family for p in data.practices}
        self.cues: dict[str, m.Cue] = {c.id: c for p in data.practices for c in p.cues}
        self.cue_practice: dict[str, m.Practice] = {c.id: p.practice for p in data.practices for c in p.cues}
        self.marks = {mark.id: mark for mark in data.marks}
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
            practice_words=parsed["practice_words"],
            contrasts=parsed["contrasts"].contrasts,
            marks=parsed["marks"].marks,
            method=parsed["method"],
            findings=parsed["findings"].findings,
            job_words=parsed["titles"].job_words,
            around=parsed["titles"].around,
            titles=parsed["titles"].titles,
            false_friends=parsed["false_friends"].false_friends,
            advice=parsed["advice"],
            sources=parsed["sources"].sources,
        )
        whole = Whole(self.roots, self.place, self.problems)
        language = Language(data.vocabulary.groups, data.vocabulary.irregular, whole.counts())
        whole.check_patterns(language)
        whole.check_ids(data, sections)
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


@uncollected()
def read_rubrics(base: Path, overlay: Path | None = None) -> Rubrics:
    """Read, check and compile the rubrics in ``base``, with ``overlay``'s entries over them by id.

    Raises :class:`advisor.errors.RubricError` with every problem found, each located.
    """
    return Reader(base, overlay).read()


load_rubrics = loaded_once(read_rubrics)
