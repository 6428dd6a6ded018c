"""Reads ``readiness.yaml`` apart from the other rubrics: reading an ad never pays for the questionnaire."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

import yaml

from advisor.errors import RubricError
from advisor.wording import lower_first

from .loader import Reader
from .models.numbers import Scoring, Source, SourcesFile
from .models.readiness import BANDS, BandRule, Flag, Item, Owner, ReadinessFile, ReadinessSection
from .once import loaded_once
from .yamlfile import find, get

FILE = "readiness"


class Questionnaire:
    """The questionnaire, validated; immutable, safe to share between threads."""

    def __init__(self, data: ReadinessFile, version: str, sources: tuple[Source, ...]) -> None:
        self.data, self.version = data, version
        self.items: dict[str, Item] = {i.id: i for i in data.items}
        self.sections: dict[str, ReadinessSection] = {s.id: s for s in data.sections}
        self.bands: dict[str, BandRule] = {b.id: b for b in data.bands}
        self.flags: dict[str, Flag] = {f.id: f for f in data.context}
        self.owners: dict[str, Owner] = {o.id: o for o in data.owners}
        self.sources: dict[str, Source] = {s.id: s for s in sources}

    def needed(self, item: str, context: Collection[str]) -> str:
        """Return why “doesn't apply” is no answer to an item where the context's flags are true; "" where it is one."""
        for rule in self.data.needed:
            on = [self.flags[f].name for f in self.flags if f in rule.when and f in context]
            if item in rule.items and (on or not rule.when):
                return rule.why.format(flags="; ".join(lower_first(name) for name in on))
        return ""

    def may_need(self, item: str) -> bool:
        """Tell whether some context, or every one, makes an answer to the item necessary."""
        return any(item in rule.items for rule in self.data.needed)

    def of_section(self, section: str) -> tuple[Item, ...]:
        """Return the items of a section in the order of the file."""
        return tuple(item for item in self.data.items if item.section == section)


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):  # of ids to levels
        yield from (key for key, _ in node.value)


def _named(node: yaml.Node, keys: frozenset[str]) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield every text below one of ``keys``, with the key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in keys:
                yield from ((key.value, scalar) for scalar in _scalars(value))
            yield from _named(value, keys)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _named(item, keys)


def _names(reader: Reader, root: yaml.Node, data: ReadinessFile, sources: SourcesFile) -> None:
    """Every id stands once; every reference names something that exists."""
    items = {i.id for i in data.items}
    known = {
        "sections": {s.id for s in data.sections},
        "owners": {o.id for o in data.owners},
        "context": {name for f in data.context for name in (f.id, *f.also)},
        "items": items,
        "windows": {w.id for w in data.plan.windows},
    }
    source_ids = {s.id for s in sources.sources}
    whole: dict[str, tuple[set[str], str]] = dict.fromkeys(
        ("sources", "small_sources", "minutes_sources", "factor_sources"),
        (source_ids, "a source in sources.yaml"),
    )
    within: dict[str, dict[str, tuple[set[str], str]]] = {
        "items": {
            "section": (known["sections"], "the id of a section"),
            "ask": (known["owners"], "the id of an owner"),
            "owner": (known["owners"], "the id of an owner"),
            "when": (known["context"], "a flag of the context"),
        },
        "needed": {
            "items": (items, "the id of an item"),
            "when": ({f.id for f in data.context}, "the id of a flag"),
        },
        "tensions": {
            "high": (items, "the id of an item"),
            "low": (items, "the id of an item"),
        },
        "instead": dict.fromkeys(("when", "unless", "given"), (items, "the id of an item")),
        "pilot": {
            "owner": (known["owners"], "the id of an owner"),
            "window": (known["windows"], "the id of a window of the plan"),
        },
    }
    for part, keys in (("", whole), *within.items()):
        node = find(root, [part]) if part else root
        if node is None:
            continue
        for key, scalar in _named(node, frozenset(keys)):
            ids, expected = keys[key]
            if scalar.value not in ids:
                reader.problems.append(reader.place.unnamed(scalar, scalar.value, expected))
    staffing = get(root, "staffing")
    for key, ids, expected in (
        ("stage", {s.id for s in data.staffing.stages}, "the id of a stage"),
        ("item", items, "the id of an item"),
    ):
        for scalar in _scalars(get(staffing, key)):
            if scalar.value not in ids:
                reader.problems.append(reader.place.unnamed(scalar, scalar.value, expected))
    for part in ("sections", "owners", "items", "context", "instead", "tensions"):
        seen: set[str] = set()
        for _, scalar in _named(find(root, [part]) or root, frozenset(("id", "also"))):
            name = scalar.value.casefold()
            if name in seen:
                said = f"the id “{scalar.value}” stands twice"
                reader.problems.append(reader.place.problem(scalar, said, "an id of its own"))
            seen.add(name)


def _whole(reader: Reader, root: yaml.Node, data: ReadinessFile) -> None:
    """What only the whole can tell: bands in order, sections with items, windows in order."""
    bands = get(root, "bands")
    if tuple(b.id for b in data.bands) != BANDS:
        said = "these are not the four bands in order"
        reader.problems.append(reader.place.problem(bands, said, ", ".join(BANDS)))
    least = [b.min for b in data.bands]
    if least[:1] != [0] or any(a >= b for a, b in pairwise(least)):
        said = "the bands’ “min” do not rise from 0"
        reader.problems.append(reader.place.problem(bands, said, "0 first, then higher each time"))
    for index, section in enumerate(data.sections):
        if not any(item.section == section.id for item in data.items):
            node = find(root, ["sections", index])
            reader.problems.append(
                reader.place.problem(node, f"the section “{section.id}” has no items", "one item or more")
            )
    staffing = data.staffing
    if staffing.small_low > staffing.small_high:
        node = find(root, ["staffing", "small_low"])
        reader.problems.append(
            reader.place.problem(node, "“small_low” is above “small_high”", "the lower figure")
        )


def read_readiness(base: Path, overlay: Path | None = None) -> Questionnaire:
    """Read and check the questionnaire in ``base``, with ``overlay``'s entries over it by id.

    Raises :class:`advisor.errors.RubricError` with every problem found, each located.
    """
    reader = Reader(base, overlay)
    reader.known_files()
    scoring = reader.file("scoring", Scoring)
    sources = reader.file("sources", SourcesFile)
    data = reader.file(FILE, ReadinessFile)
    reader.refuse()
    if data is None or scoring is None or sources is None:  # never: then there were problems to refuse
        raise RubricError(reader.problems)
    root = reader.roots[FILE]
    _names(reader, root, data, sources)
    _whole(reader, root, data)
    reader.refuse()
    return Questionnaire(data, scoring.version, sources.sources)


load_readiness = loaded_once(read_readiness)
