"""The errors that the advisor raises on purpose.

Each says what happened, where, and what to do next; every face (page, API, command line) shows them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class AdvisorError(Exception):
    """Root of all errors that the advisor raises on purpose."""


class InputError(AdvisorError):
    """What the user gave can't be used.

    code: stable kebab-case id, for programs: empty, too-large, binary, encoding, encrypted, image-only, broken-file,
        unsafe-file, unsupported-type, timeout, too-complex, busy, or an id of another module.
    message: what happened, one plain sentence or two.
    next_step: what the user can do about it.
    status: the HTTP status that fits (413 too large, 415 unsupported type, 503 busy, else 422).
    """

    def __init__(self, code: str, message: str, next_step: str, status: int = 422) -> None:
        super().__init__(code, message, next_step, status)
        self.code = code
        self.message = message
        self.next_step = next_step
        self.status = status

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a rubric file. line and column count from 1; 0 means that the place is unknown."""

    file: str
    line: int
    column: int
    message: str
    expected: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])
        stop = "" if self.message.endswith((".", "!", "?")) else "."
        expected = f"{stop} Expected: {self.expected}" if self.expected else ""
        excerpt = f"\n    {self.excerpt}" if self.excerpt else ""
        return f"{place}: {self.message}{expected}{excerpt}"


class RubricError(AdvisorError):
    """The rubrics can't be used; `problems` holds every mistake found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
