"""Reads ``structures.yaml`` apart from the ads' rubrics, checks its references, and compiles its patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml

from advisor.errors import RubricError
from advisor.matching.engine import PatternSet
from advisor.matching.fold import fold
from advisor.matching.language import PatternError
from advisor.matching.negation import Affirmed, Stretches

from .loader import Reader, Rubrics, load_rubrics
from .models.base import Examples
from .models.numbers import Scoring, SourcesFile
from .models.structures import StructuresFile
from .once import loaded_once
from .yamlfile import find, get


class Structures:
    """The file, validated; ``read`` says which responsibilities, hours and yardsticks a phrase names."""

    def __init__(self, data: StructuresFile, version: str, rubrics: Rubrics) -> None:
        self.data, self.version = data, version
        language, words = rubrics.language, rubrics.data.vocabulary
        self.kinds = tuple(data.yardsticks)
        self._duties = Affirmed(language, words, [(r.match, ()) for r in data.responsibilities], data.denials)
        self._cover = Affirmed(language, words, [(c.match, ()) for c in data.cover], data.denials)
        self._own = PatternSet(language, [(data.own_posts.match, data.own_posts.unless)])
        self._empty = PatternSet(language, [(data.empty_post.match, data.empty_post.unless)])
        self._told = PatternSet(language, [(c.told, ()) for c in data.cover])
        self._hours = PatternSet(language, [(c.match, ()) for c in data.cover])
        self._yard = PatternSet(
            language, [(data.yardsticks[k].match, data.yardsticks[k].unless) for k in self.kinds]
        )

    def responsibilities(self, phrase: str) -> tuple[str, ...]:
        """Return the ids of the responsibilities that a duty names."""
        return tuple(self.data.responsibilities[i].id for i in sorted(self._duties.spans(fold(phrase))))

    def own_posts(self, phrase: str) -> bool:
        """Whether a duty signs off what the organisation publishes itself."""
        return bool(self._own.slots(fold(phrase)))

    def empty_post(self, sentence: str) -> tuple[int, int] | None:
        """Return where a sentence says that nobody sits in a post yet, as offsets; None where it doesn't."""
        return self._empty.spans(fold(sentence)).get(0)

    def denied(self, phrase: str) -> Stretches:
        """Return the stretches of a duty that it denies, as offsets."""
        return self._duties.denied(fold(phrase))

    def cover(self, phrase: str) -> tuple[str, ...]:
        """Return the ids of the hours that a phrase names."""
        return tuple(self.data.cover[i].id for i in sorted(self._cover.spans(fold(phrase))))

    def cover_told(self, phrase: str) -> tuple[str, ...]:
        """Return the ids of the hours that words name which only tell hours: "Mon-Sun"."""
        return tuple(self.data.cover[i].id for i in sorted(self._told.slots(fold(phrase))))

    def speaks_of_hours(self, phrase: str) -> bool:
        """Whether a phrase names hours, be it to say that nobody is there."""
        return bool(self._hours.slots(fold(phrase)))

    def yardsticks(self, phrase: str) -> tuple[str, ...]:
        """Return the kinds of yardstick that a measure is."""
        return tuple(self.kinds[i] for i in sorted(self._yard.slots(fold(phrase))))


def _patterns(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    for part in ("responsibilities", "cover"):
        node = get(root, part)
        for entry in node.value if isinstance(node, yaml.SequenceNode) else ():
            for key in ("match", "told"):
                match = get(entry, key)
                yield from match.value if isinstance(match, yaml.SequenceNode) else ()
    denials = get(root, "denials")
    yield from denials.value if isinstance(denials, yaml.SequenceNode) else ()
    yard = get(root, "yardsticks")
    kinds = [entry for _, entry in yard.value] if isinstance(yard, yaml.MappingNode) else []
    for told in (get(root, "own_posts"), get(root, "empty_post"), *kinds):
        for key in ("match", "unless"):
            match = get(told, key)
            yield from match.value if isinstance(match, yaml.SequenceNode) else ()


def _examples(reader: Reader, root: yaml.Node, found: Structures) -> None:
    """Every example of a responsibility, of hours and of a yardstick holds."""
    data = found.data
    entries: list[tuple[list[str | int], str, Examples, Callable[[str], tuple[str, ...]]]] = [
        (["responsibilities", i], r.id, r.examples, found.responsibilities)
        for i, r in enumerate(data.responsibilities)
    ]
    entries += [(["cover", i], c.id, c.examples, found.cover) for i, c in enumerate(data.cover)]
    entries += [
        (["own_posts"], "own", data.own_posts.examples, lambda text: ("own",) * found.own_posts(text)),
        (
            ["empty_post"],
            "empty",
            data.empty_post.examples,
            lambda text: ("empty",) * (found.empty_post(text) is not None),
        ),
    ]
    entries += [(["yardsticks", k], k, y.examples, found.yardsticks) for k, y in data.yardsticks.items()]
    for path, id_, examples, read in entries:
        for kind, texts in (("fires", examples.fires), ("quiet", examples.quiet)):
            for j, text in enumerate(texts):
                if (id_ in read(text)) != (kind == "fires"):
                    node = find(root, [*path, "examples", kind, j])
                    said = f"“{id_}” {'does not recognise this example' if kind == 'fires' else 'recognises this near miss'}"
                    reader.problems.append(reader.place.problem(node, said, "a pattern that fits"))


def _sources(reader: Reader, root: yaml.Node, known: Sequence[str]) -> None:
    def walk(node: yaml.Node) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == "sources" and isinstance(value, yaml.SequenceNode):
                    for each in value.value:
                        if each.value not in known:
                            expected = "a source in sources.yaml"
                            reader.problems.append(reader.place.unnamed(each, each.value, expected))
                else:
                    walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                walk(each)

    walk(root)


def read_structures(base: Path, overlay: Path | None = None) -> Structures:
    """Read and check the file in ``base``, with ``overlay``'s entries over it by id. Raises RubricError, located."""
    reader = Reader(base, overlay)
    reader.known_files()
    scoring, sources = reader.file("scoring", Scoring), reader.file("sources", SourcesFile)
    data = reader.file("structures", StructuresFile)
    reader.refuse()
    if data is None or scoring is None or sources is None:  # never: then there were problems to refuse
        raise RubricError(reader.problems)
    rubrics = load_rubrics(overlay)
    root, language = reader.roots["structures"], rubrics.language
    for node in _patterns(root):
        try:
            language.parse(node.value)
        except PatternError as error:
            reader.problems.append(reader.place.problem(node, error.message, error.expected, shift=error.at))
    _sources(reader, root, [s.id for s in sources.sources])
    known = {r.id for r in data.responsibilities}
    need = find(root, ["says", "moderators_need"])
    for key, _ in need.value if isinstance(need, yaml.MappingNode) else ():
        if key.value not in known:
            reader.problems.append(reader.place.unnamed(key, key.value, "the id of a responsibility"))
    reader.refuse()
    found = Structures(data, scoring.version, rubrics)
    _examples(reader, root, found)
    reader.refuse()
    return found


load_structures = loaded_once(read_structures)
