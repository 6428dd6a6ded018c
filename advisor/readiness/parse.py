"""The bytes of an answer file → what its YAML or JSON holds, with the place of what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from advisor.errors import InputError, Problem
from advisor.rubrics.yamlfile import Place, compose_bytes, plain

from .answers import clean_name

_MAX_DEPTH = 8
_LINES = "Each answer has a line of its own, such as “A1: 3”: one colon, then a space. No tabs."
_AGAIN = "If you can’t see what is wrong, download the answers again and leave the layout as it is."
_WANTED = "an answer file, YAML or JSON, as the questionnaire gives it for download"
_SAVED = f"Expected: {_WANTED}. If it is one, save it again as UTF-8 in a text editor."


_QUESTION = re.compile(r"[ \t]*(?:-[ \t]+)?[\"']?[A-Za-z]\d+\b")
_ANSWERED = re.compile(r"[ \t]*(?:-[ \t]+)?([\"']?)[A-Za-z]\d+\1[ \t]*:(?:[ \t]|$)")

_HALF = re.compile("[\ud800-\udfff]")


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
            f"has “{clean_name(str(twice))[:40]}” twice in one place.",
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


def _yaml(data: bytes, name: str) -> Any:
    problems: list[Problem] = []
    root = compose_bytes(data, name, Place(), problems, most_deep=_MAX_DEPTH, aliases=False)
    if problems:
        first = problems[0]
        more = f" ({len(problems) - 1} more like it)" if len(problems) > 1 else ""
        where = f"line {first.line}, column {first.column}"
        if first.message.startswith("is not UTF-8"):
            raise refuse(name, f"can’t be read at {where}: it is not UTF-8 text.", _SAVED)
        if first.message.startswith("is not YAML"):
            if line := _not_an_answer(data, first.line):
                number, said = line
                raise refuse(name, f"can’t be read at line {number}: “{said}”.", f"{_LINES} {_AGAIN}")
            raise refuse(name, f"can’t be read at {where}.", f"{_LINES} {_AGAIN}")
        if first.message.startswith(("is nested", "uses a YAML alias")):
            raise refuse(
                name, f"{first.message} at line {first.line}.", "Use the downloaded form of the file."
            )
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


def _not_an_answer(data: bytes, last: int) -> tuple[int, str] | None:
    """Return number and text of the first line, up to ``last``, that begins as an answer and lacks colon and space.

    YAML finds out only lines later, at something that is fine.
    """
    for number, line in enumerate(data.decode("utf-8-sig").splitlines()[:last], 1):
        if _QUESTION.match(line) and not _ANSWERED.match(line):
            return number, clean_name(line)[:40]
    return None


def line_of(data: bytes, person: str, key: str) -> int:
    """Return the line, from 1, on which ``person`` answers ``key`` in a file; 0 where it can't be told."""
    root = compose_bytes(data, "", Place(), [], most_deep=_MAX_DEPTH, aliases=False)
    lines = list(_lines(root, person.casefold(), key.strip().casefold(), False))
    own = [line for line, of_person in lines if of_person] or [line for line, _ in lines]
    return own[0] if len(own) == 1 else 0


def _lines(node: yaml.Node | None, person: str, key: str, inside: bool) -> Iterator[tuple[int, bool]]:
    """Yield each line on which ``key`` stands, and whether it is the person's."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _lines(each, person, key, inside)
    elif isinstance(node, yaml.MappingNode):
        said = [(_folded(k), k, v) for k, v in node.value]
        inside = inside or any(k == "name" and _folded(v) == person for k, _, v in said)
        for word, at, value in said:
            if word == key:
                yield at.start_mark.line + 1, inside
            yield from _lines(value, person, key, inside or word == person)


def _folded(node: yaml.Node) -> str:
    return clean_name(node.value).casefold() if isinstance(node, yaml.ScalarNode) else ""


def _is_binary(data: bytes) -> bool:
    """Tell whether these are no text in any encoding: not UTF-8, and zeros although nothing marks UTF-16."""
    if data.startswith((b"PK\x03\x04", b"%PDF-")):
        return True
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return False


def has_half_character(found: Any) -> bool:
    """Tell whether a string in what was parsed holds half of a character, a lone surrogate.

    JSON can write one, as ``\\ud800``; neither a page nor a file can be made with it.
    """
    waiting = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if _HALF.search(value):
                return True
        elif isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
    return False


def parsed(data: bytes, name: str) -> Any:
    """Return what a file holds. Raises :class:`advisor.errors.InputError`."""
    if _is_binary(data):
        raise refuse(
            name, "is a picture, a document or a program’s own format, not text.", f"Choose {_WANTED}."
        )
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    found = _json(data, name) if is_json else _yaml(data, name)
    if has_half_character(found):
        raise refuse(
            name,
            "holds half of a character (a lone surrogate).",
            "Write the names in it again, and save it as UTF-8.",
            "encoding",
        )
    return found
