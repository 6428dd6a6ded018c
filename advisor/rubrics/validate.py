"""pydantic's errors, said in plain English at the place in the file."""

from __future__ import annotations

import difflib
import reprlib
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from advisor.errors import Problem

from .yamlfile import Place, find, key_node, plain

M = TypeVar("M", bound=BaseModel)


def keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys allowed where ``loc`` points, by walking the model's fields."""
    current: Any = model
    for step in loc:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(step)
            if field is None:
                return []
            current = field.annotation
        while not isinstance(current, type) or not issubclass(current, BaseModel):
            inner = [a for a in getattr(current, "__args__", ()) if a is not type(None) and a is not Ellipsis]
            models = [a for a in inner if _has_model(a)]
            if not models:
                break
            current = models[0]
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _has_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_model(a) for a in getattr(annotation, "__args__", ()))


def _said(error: Any, model: type[BaseModel]) -> tuple[str, str]:
    kind, loc, context = error["type"], error["loc"], error.get("ctx", {})
    name = str(loc[-1]) if loc else "the file"
    if kind == "extra_forbidden":
        keys = keys_at(model, loc[:-1])
        near = difflib.get_close_matches(name, keys, 1)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        return f"“{name}” is not a key that belongs here{hint}", "one of " + ", ".join(keys)
    if kind == "missing":
        return f"“{name}” is missing", f"the key “{name}”"
    if kind == "literal_error":
        return f"{error['input']!r} is not a value of “{name}”", str(context.get("expected", ""))
    if kind == "string_pattern_mismatch":
        return f"{error['input']!r} does not look right", f"text of the form {context.get('pattern')}"
    if kind == "model_type":
        return "these are no keys with values", "keys with values: a name, a colon, a value"
    if kind in ("tuple_type", "list_type"):
        return f"“{name}” is not a list", "a list: items that start with “- ”, or [in brackets]"
    if kind == "too_short" and not context.get("actual_length"):
        return f"“{name}” is empty", "at least one entry"
    if kind == "string_type":
        return f"{error['input']!r} is not text", "text (put quotes around it)"
    if kind == "value_error":  # our own: what is expected, and what was found instead
        expected, _, found = str(context["error"]).partition("; ")
        return f"“{_key(loc)}” does not fit" + (f": {found}" if found else ""), expected
    said = str(error["msg"])
    expected = said.removeprefix("Input should be ")
    return said if said == expected else f"{reprlib.repr(error['input'])} is not {expected}", expected


def _key(loc: tuple[str | int, ...]) -> str:
    """Return the last key on the way to a place: an item of a list has none of its own."""
    return next((step for step in reversed(loc) if isinstance(step, str)), "the file")


def validated(model: type[M], root: yaml.Node, place: Place, problems: list[Problem]) -> M | None:
    """Return ``root`` as a ``model``, or None with every problem of it added to ``problems``."""
    try:
        data = plain(root)
    except (yaml.YAMLError, ValueError, RecursionError) as unread:
        problems.append(
            place.problem(root, f"holds a value that cannot be read: {unread}", "plain YAML values")
        )
        return None
    try:
        return model.model_validate(data)
    except ValidationError as invalid:
        for error in invalid.errors():
            loc = tuple(error["loc"])
            node = find(root, loc)
            if error["type"] == "extra_forbidden":
                node = key_node(find(root, loc[:-1]), str(loc[-1])) or node
            message, expected = _said(error, model)
            problems.append(place.problem(node, message, expected))
        return None
