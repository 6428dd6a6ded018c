"""The bytes of an answer file → what its YAML or JSON holds, with the place of what is wrong."""

from __future__ import annotations

import json
from typing import Any

import yaml

from advisor.errors import InputError, Problem
from advisor.rubrics.yamlfile import Place, compose_bytes, plain

_MAX_DEPTH = 8
_LINES = "Each answer has a line of its own, such as “A1: 3”: one colon, then a space. No tabs."
_AGAIN = "If you can’t see what is wrong, download the answers again and leave the layout as it is."
_WANTED = "an answer file, YAML or JSON, as the questionnaire gives it for download"
_SAVED = f"Expected: {_WANTED}. If it is one, save it again as UTF-8 in a text editor."
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def refuse(
    name: str, message: str, next_step: str, code: str = "answers-file", status: int = 422
) -> InputError:
    """Return the error that refuses a file: what it is, and what to do."""
    return InputError(code, f"{name} {message}", next_step, status)


def _unequal(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: JSON would keep the last and say nothing."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


class _TwiceError(ValueError):
    """A key stands twice in one JSON object."""


def _json(data: bytes, name: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unequal)
    except _TwiceError as twice:
        raise refuse(
            name,
            f"has “{str(twice)[:40]}” twice in one place.",
            "Keep one of them, or give each person a name.",
        ) from twice
    except json.JSONDecodeError as error:
        raise refuse(
            name,
            f"can’t be read as JSON at line {error.lineno}, column {error.colno}.",
            f"There or just before it, a comma, quote or bracket is missing or too many. {_AGAIN}",
        ) from error
    except UnicodeDecodeError as error:
        raise refuse(name, "is not UTF-8 text.", _SAVED) from error
    except (ValueError, RecursionError) as error:
        raise refuse(
            name, "holds a value that can’t be read.", "Use the downloaded form of the file."
        ) from error


def _shallow(data: bytes, name: str) -> None:
    """Refuse deep nesting and aliases before a tree is built: both can exhaust the machine."""
    depth = 0
    try:
        for event in yaml.parse(data, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _MAX_DEPTH:
                    raise refuse(name, "is nested too deeply.", "Use the downloaded form of the file.")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise refuse(name, f"uses a YAML alias at line {line}.", "Write the answers out.")
    except yaml.YAMLError:
        return  # said with its place when the tree is built


def _yaml(data: bytes, name: str) -> Any:
    _shallow(data, name)
    problems: list[Problem] = []
    root = compose_bytes(data, name, Place(), problems)
    if problems:
        first = problems[0]
        more = f" ({len(problems) - 1} more like it)" if len(problems) > 1 else ""
        where = f"line {first.line}, column {first.column}"
        if first.message.startswith("is not UTF-8"):
            raise refuse(name, f"can’t be read at {where}: it is not UTF-8 text.", _SAVED)
        if first.message.startswith("is not YAML"):
            raise refuse(name, f"can’t be read at {where}.", f"{_LINES} {_AGAIN}")
        raise refuse(
            name,
            f"can’t be read at {where}: {first.message.splitlines()[0]}.{more}",
            f"Expected: {first.expected}.",
        )
    if root is None:
        return None
    try:
        return plain(root)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise refuse(name, "holds a value that can’t be read.", "Use plain numbers and words.") from error


def _is_binary(data: bytes) -> bool:
    """Tell whether these are no text in any encoding: not UTF-8, and zeros although nothing marks UTF-16."""
    if data.startswith((b"PK\x03\x04", b"%PDF-")):
        return True
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return False


def parsed(data: bytes, name: str) -> Any:
    """Return what a file holds. Raises :class:`advisor.errors.InputError`."""
    if _is_binary(data):
        raise refuse(
            name, "is a picture, a document or a program’s own format, not text.", f"Choose {_WANTED}."
        )
    return _json(data, name) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else _yaml(data, name)
