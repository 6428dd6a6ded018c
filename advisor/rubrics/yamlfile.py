"""YAML with places: files are composed to nodes that remember file, line and column, merged, then made plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from advisor.errors import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_BYTES = 2 << 20
_MAX_DEPTH = 30


def _excerpt(text: str, line: int) -> str:
    lines = text.splitlines()
    return lines[line].strip()[:120] if line < len(lines) else ""


class Place:
    """Finds the problem's line in the file it came from, for messages."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def remember(self, name: str, text: str) -> None:
        self._texts[name] = text

    def problem(self, node: yaml.Node | None, message: str, expected: str, *, shift: int = 0) -> Problem:
        """Return a located problem; ``shift`` counts characters into a scalar's text."""
        if node is None:
            return Problem("rubrics", 1, 1, message, expected, "")
        mark = node.start_mark
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        return Problem(
            file=mark.name,
            line=mark.line + 1,
            column=mark.column + 1 + shift + (1 if quoted and shift else 0),
            message=message,
            expected=expected,
            excerpt=_excerpt(self._texts.get(mark.name, ""), mark.line),
        )

    def unnamed(self, node: yaml.Node | None, name: str, expected: str) -> Problem:
        """Return the problem of a name that nothing has."""
        return self.problem(node, f"“{name}” names nothing", expected)


def compose(
    path: Path, name: str, place: Place, problems: list[Problem], *, trusted: bool = False
) -> yaml.Node | None:
    """Read one file to a node tree; what is wrong with it goes to ``problems``. ``trusted``: a file of ours."""
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.append(Problem(name, 1, 1, f"cannot be read: {error.strerror}", "a readable file", ""))
        return None
    return compose_bytes(data, name, place, problems, trusted=trusted)


def _dangers(text: str, most_deep: int, *, aliases: bool) -> tuple[int, str, str] | None:
    """Return the line, the message and what is expected where nesting or an alias could exhaust the machine.

    Told from events: building a deep tree can end the process.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line if event.start_mark else 0
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > most_deep:
                    return line, "is nested too deeply", f"at most {most_deep} levels"
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.AliasEvent) and not aliases:
                return line, "uses a YAML alias", "each value written out"
    except yaml.YAMLError:
        pass  # said with its place when the tree is built
    return None


def compose_bytes(
    data: bytes,
    name: str,
    place: Place,
    problems: list[Problem],
    *,
    trusted: bool = False,
    most_deep: int = _MAX_DEPTH,
    aliases: bool = True,
) -> yaml.Node | None:
    """Read a file's bytes to a node tree; what is wrong with them goes to ``problems``.

    ``most_deep``: levels that lists and mappings may be nested; ``aliases``: whether the file may repeat by reference.
    """
    if len(data) > _MAX_BYTES:
        problems.append(Problem(name, 1, 1, "is larger than 2 MB", "a rubric file", ""))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, 1, "is not UTF-8 text", "a file saved as UTF-8", ""))
        return None
    place.remember(name, text)
    if not trusted and (danger := _dangers(text, most_deep, aliases=aliases)) is not None:
        line, message, expected = danger
        problems.append(Problem(name, line + 1, 1, message, expected, _excerpt(text, line)))
        return None
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message = f"is not YAML here: {error.problem or error}"
        problems.append(Problem(name, line + 1, column + 1, message, "valid YAML", _excerpt(text, line)))
        return None
    except yaml.YAMLError as error:
        problems.append(Problem(name, 1, 1, f"is not YAML: {error}", "valid YAML text", ""))
        return None
    except RecursionError:
        problems.append(Problem(name, 1, 1, "is nested too deeply", "a rubric file", ""))
        return None
    finally:
        loader.dispose()
    if root is not None:
        _name(root, name, {}, 0, place, problems)
    return root


def _name(
    node: yaml.Node, name: str, seen: dict[int, bool], depth: int, place: Place, problems: list[Problem]
) -> None:
    """Give each node's mark its file's name; refuse duplicate keys, merge keys, aliases in circles.

    ``seen``: the nodes met so far, and whether what is below them has been met, too.
    """
    if id(node) in seen:
        if not seen[id(node)]:
            problems.append(place.problem(node, "contains itself, by an alias", "each value written out"))
        return
    seen[id(node)] = False
    mark = node.start_mark
    node.start_mark = yaml.Mark(name, mark.index, mark.line, mark.column, None, 0)
    if depth > _MAX_DEPTH:
        problems.append(place.problem(node, "is nested too deeply", f"at most {_MAX_DEPTH} levels"))
    elif isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            _name(key, name, seen, depth + 1, place, problems)
            if not isinstance(key, yaml.ScalarNode):
                problems.append(place.problem(key, "a list or a mapping can't be a key", "a word as the key"))
                continue
            if key.value in keys:
                problems.append(place.problem(key, f"“{key.value}” stands here twice", "each key once"))
            keys.add(str(key.value))
            _name(value, name, seen, depth + 1, place, problems)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _name(item, name, seen, depth + 1, place, problems)
    seen[id(node)] = True


def get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return the value of ``key`` in a mapping node, or None."""
    if isinstance(node, yaml.MappingNode):
        for k, v in node.value:
            if k.value == key:
                return v if isinstance(v, yaml.Node) else None
    return None


def find(node: yaml.Node | None, path: Sequence[str | int]) -> yaml.Node | None:
    """Return the node at ``path``, or the nearest one above it that exists."""
    best = node
    for step in path:
        if isinstance(step, int) and isinstance(best, yaml.SequenceNode) and step < len(best.value):
            best = best.value[step]
        elif isinstance(step, str) and (below := get(best, step)) is not None:
            best = below
        else:
            # A tuple item that stands as a lone scalar, or a model's own step: stay where we are.
            continue
    return best


def key_node(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return the key itself in a mapping node, to point at an unknown key."""
    if isinstance(node, yaml.MappingNode):
        for k, _ in node.value:
            if k.value == key:
                return k if isinstance(k, yaml.Node) else None
    return None


def merge(base: yaml.Node, over: yaml.Node) -> yaml.Node:
    """Overlay ``over`` on ``base``: mappings by key, lists of mappings with ``id`` by id, the rest replaced."""
    if isinstance(base, yaml.MappingNode) and isinstance(over, yaml.MappingNode):
        pairs = {k.value: (k, v) for k, v in base.value}
        for key, value in over.value:
            old = pairs.get(key.value)
            pairs[key.value] = (key, merge(old[1], value) if old else value)
        return yaml.MappingNode(base.tag, list(pairs.values()), over.start_mark, over.end_mark)
    if isinstance(base, yaml.SequenceNode) and isinstance(over, yaml.SequenceNode):
        ids = [get(item, "id") for item in (*base.value, *over.value)]
        if ids and all(isinstance(i, yaml.ScalarNode) for i in ids):
            items = {get(item, "id").value: item for item in base.value}  # type: ignore[union-attr]
            for item in over.value:
                name = get(item, "id").value  # type: ignore[union-attr]
                items[name] = merge(items[name], item) if name in items else item
            return yaml.SequenceNode(base.tag, list(items.values()), over.start_mark, over.end_mark)
    return over


def repeated(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield each ``id`` that an earlier entry of the same list has: :func:`merge` would make one of the two."""
    if isinstance(root, yaml.MappingNode):
        for _, value in root.value:
            yield from repeated(value)
    elif isinstance(root, yaml.SequenceNode):
        seen: set[str] = set()
        for item in root.value:
            yield from repeated(item)
            if isinstance(id_ := get(item, "id"), yaml.ScalarNode):
                if id_.value in seen:
                    yield id_
                seen.add(id_.value)


class _Constructor(yaml.constructor.SafeConstructor):
    """YAML's safe types, without the old surprises: no, on and yes are words, 24:7 and dates are text."""

    def plain_bool(self, node: yaml.ScalarNode) -> object:
        return {"true": True, "false": False}.get(node.value.lower(), node.value)

    def plain_int(self, node: yaml.ScalarNode) -> object:
        return int(node.value) if re.fullmatch(r"[+-]?\d+", node.value) else node.value

    def plain_text(self, node: yaml.ScalarNode) -> object:
        return node.value


for _tag, _construct in (
    ("bool", _Constructor.plain_bool),
    ("int", _Constructor.plain_int),
    ("timestamp", _Constructor.plain_text),
):
    # The stubs want a constructor of the base class.
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_tag}", _construct)  # type: ignore[type-var]


def plain(node: yaml.Node) -> object:
    """Turn a node into dicts, lists and scalars. Raises ``yaml.YAMLError`` for tags that are not plain YAML."""
    return _Constructor().construct_document(node)
