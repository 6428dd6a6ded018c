"""The rubrics' self-test: every example fires what it should and nothing that it should not.

Each cue proves itself with lines that it must recognise and near misses that it must let pass, read by the matcher
that reads the ads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from advisor.errors import Problem, RubricError
from advisor.matching.fold import fold
from advisor.matching.matcher import TitleReader
from advisor.paths import rubrics_dir
from advisor.roles.kinds import kind_reader

from .joint import load_joint
from .loader import load_rubrics
from .organisations import load_organisations
from .readiness import load_readiness
from .structures import load_structures
from .yamlfile import Place, compose, get

if TYPE_CHECKING:
    from .loader import Rubrics
    from .models import Examples

# A part of the rubrics with examples: its id, what it is, its examples, and whether a line fires it.
Part = tuple[str, str, "Examples", Callable[[str], bool]]


def _fires(rubrics: Rubrics, field: str, id_: Any) -> Callable[[str], bool]:
    """Return a test of lines: does the matcher report ``id_`` in this ``field`` of its answer?"""

    def test(line: str) -> bool:
        hits = getattr(rubrics.matcher.line(fold(line)), field)
        return any((hit.id if field in ("cues", "marks") else hit) == id_ for hit in hits)

    return test


def _kind(rubrics: Rubrics, id_: str) -> Callable[[str], bool]:
    reader = kind_reader(rubrics)
    return lambda line: id_ in reader.cues_in(fold(line))


def _title(reader: TitleReader, id_: str) -> Callable[[str], bool]:
    return lambda title: reader.read(title).rule == id_


def _friend(rubrics: Rubrics, id_: str, needs: int) -> Callable[[str], bool]:
    """A false friend's example may be a whole text: it needs several distinct patterns."""

    def test(text: str) -> bool:
        return len({n for found, n in rubrics.matcher.line(fold(text)).friends if found == id_}) >= needs

    return test


def parts(rubrics: Rubrics) -> Iterator[Part]:
    """Yield everything in the rubrics that has examples."""
    data = rubrics.data
    for cue in rubrics.cues.values():
        yield cue.id, "cue", cue.examples, _fires(rubrics, "cues", cue.id)
    for mark in data.marks:
        yield mark.id, "mark", mark.examples, _fires(rubrics, "marks", mark.id)
    for contrast in data.contrasts:
        for side, pole, name in ((1, contrast.community, "community"), (-1, contrast.social, "social")):
            if pole.match:
                yield (
                    contrast.id,
                    f"{name} pole",
                    pole.examples,
                    _fires(rubrics, "poles", (contrast.id, side)),
                )
    for kind in data.kinds.cues:
        yield kind.id, "kind cue", kind.examples, _kind(rubrics, kind.id)
    reader = rubrics.titles
    for rule in data.titles:
        yield rule.id, "title rule", rule.examples, _title(reader, rule.id)
    for friend in data.false_friends:
        yield friend.id, "false friend", friend.examples, _friend(rubrics, friend.id, friend.needs)


def _places(folders: Sequence[Path]) -> dict[tuple[str, str], tuple[str, int, int]]:
    """Map an entry's id and a text in it to file, line and column; later folders stand over earlier ones."""
    found: dict[tuple[str, str], tuple[str, int, int]] = {}

    def walk(node: yaml.Node, owner: str) -> None:
        if isinstance(node, yaml.MappingNode):
            id_ = get(node, "id")
            owner = id_.value if isinstance(id_, yaml.ScalarNode) else owner
            for _, value in node.value:
                walk(value, owner)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                walk(item, owner)
        elif isinstance(node, yaml.ScalarNode):
            mark = node.start_mark
            found[owner, node.value.strip()] = (mark.name, mark.line + 1, mark.column + 1)

    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            root = compose(path, path.relative_to(folder).as_posix(), Place(), [])
            if root is not None:
                walk(root, "")
    return found


def check_files(overlay: Path | None = None) -> tuple[Problem, ...]:
    """Return every mistake of form or reference in any file, with ``overlay``'s entries over the shipped ones."""
    found: dict[Problem, None] = {}  # some files are read by several
    for load in (load_rubrics, load_readiness, load_structures, load_organisations, load_joint):
        try:
            load(overlay)
        except RubricError as error:
            found |= dict.fromkeys(error.problems)
    return tuple(found)


def check(rubrics: Rubrics, overlay: Path | None = None) -> tuple[Problem, ...]:
    """Return one problem for each example that does not hold; none when the rubrics keep their word.

    ``overlay`` is the folder that was laid over the shipped rubrics, to say where in it a problem is.
    """
    wrong: list[tuple[str, str, str, str]] = []
    for id_, what, examples, fires in parts(rubrics):
        for line in examples.fires:
            if not fires(line):
                said = f"the {what} “{id_}” does not recognise this example"
                wrong.append((id_, line, said, "a pattern that matches it"))
        for line in examples.quiet:
            if fires(line):
                said = f"the {what} “{id_}” recognises this near miss"
                wrong.append((id_, line, said, "a narrower pattern, or an “unless”"))
    if not wrong:
        return ()
    places = _places([rubrics_dir(), *([overlay] if overlay else [])])
    problems = [
        Problem(*places.get((id_, line), ("rubrics", 0, 0)), message, expected, line)
        for id_, line, message, expected in wrong
    ]
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column)))
