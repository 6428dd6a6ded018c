"""Several files, each a job description or a description of a team → one reading, with places in the joined text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from advisor.errors import InputError

from .finish import NobodyThereError
from .lines import lines_of
from .model import MOST_FILES, Fact, OrgReading, RoleDraft, Shape, Span
from .read import checked, read_org

_BETWEEN_FILES = "\n\n"


def read_files(files: Iterable[tuple[str, str]]) -> OrgReading:
    """Read several (name, text), each a job description or a description of a team; up to 50."""
    read = list(files)
    if not read:
        raise InputError("empty", "There is no file.", "Choose one or more.")
    if len(read) > MOST_FILES:
        raise InputError(
            "too-many", f"{len(read)} files are more than one map takes ({MOST_FILES}).", "Choose fewer."
        )
    roles: list[RoleDraft] = []
    facts: list[Fact] = []
    left: list[Span] = []
    notices: list[str] = []
    size, at = None, 0

    def shifted(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    for name, text in read:
        try:
            one = read_org(text)
        except NobodyThereError as error:  # one of several descriptions may be of an empty post
            if len(read) == 1:
                raise
            one = _empty_post(text, error.message)
        except InputError as error:
            raise InputError(
                error.code, f"“{name[:80]}”: {error.message}", error.next_step, error.status
            ) from error
        roles += [replace(r, spans=shifted(r.spans, at)) for r in one.roles]
        facts += [fact._replace(span=shifted([fact.span], at)[0]) for fact in one.facts]
        left += shifted(one.left, at)
        notices += one.notices
        size = size or one.org_size
        at += len(text) + len(_BETWEEN_FILES)
    joined = _BETWEEN_FILES.join(text for _, text in read)
    shape: Shape = "ads" if all(r.text for r in roles) else "mixed"
    return checked(OrgReading(joined, shape, tuple(roles), tuple(facts), tuple(left), size, tuple(notices)))


def _empty_post(text: str, notice: str) -> OrgReading:
    """Return the reading of a file of empty seats: each of its lines tells of them, and no role was read."""
    facts = [
        Fact("vacancy", text[line.start : line.end], Span(line.start, line.end))
        for line in lines_of(text)
        if line.text
    ]
    return OrgReading(text, "ads", (), tuple(facts), (), None, (notice,))
