"""A role's analysis as plain text for a terminal: the verdict first, then evidence and advice."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .role_view import FindingView, Quote, RoleView, role_view, sum_in_words
from .shown import some

if TYPE_CHECKING:
    from advisor.roles.model import RoleAnalysis
    from advisor.rubrics.loader import Rubrics

_WIDTH = 88
_BAR = 30


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """Return the text in lines of 88 columns."""
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def printable(text: str) -> str:
    """Drop control characters: pasted text must not steer the terminal."""
    return "".join(c for c in text if c.isprintable() or c == "\n")


def _line(position: float | None) -> str:
    """The line from megaphone to campfire, with the role standing on it."""
    track = ["·"] * 41
    if position is not None:
        track[round((position + 1) * 20)] = "●"
    return f"megaphone {''.join(track)} campfire"


def _shares(view: RoleView) -> list[str]:
    wide = max((len(s.name) for s in view.shares), default=0)
    return [
        f"  {s.name:<{wide}}  {s.percent:>3}%  {'█' * max(1, round(s.percent * _BAR / 100)):<{_BAR}}  "
        f"{sum_in_words(s)}"
        for s in view.shares
    ]


def _quotes(quotes: Sequence[Quote]) -> list[str]:
    few = some(quotes, 3)
    out = [wrapped(f"“{q.text}”", "      ", "    ") for q in few.shown]
    return [*out, f"    … and {few.more} more lines"] if few.more else out


def _finding(finding: FindingView) -> list[str]:
    out = [f"[{finding.label}] {finding.title}"]
    out += _quotes(finding.quotes)
    out.append(wrapped(finding.why, "    "))
    out.append(wrapped(f"Next: {finding.next_step}", "    "))
    if finding.softened:
        out.append(wrapped(finding.softened, "    "))
    if finding.sources:
        out.append(wrapped("Sources: " + "; ".join(s.cited for s in finding.sources), "    "))
    return [*out, ""]


def to_text(analysis: RoleAnalysis, rubrics: Rubrics) -> str:
    """Return the result as text of at most 88 columns (longer only where a word is)."""
    view = role_view(analysis, rubrics)
    out = [wrapped(view.headline), wrapped(view.subline), ""]
    out.append(wrapped(f"Confidence {view.confidence.level}: {view.confidence.why}."))
    if view.position is not None:
        out += ["", _line(view.position)]
    if view.shares:
        out += ["", "Shares of the work", *_shares(view)]
    if view.findings:
        outside = analysis.profile.primary == "outside"
        out += ["", "Why we stop here" if outside else "Settle before you publish", ""]
        for finding in view.findings:
            out += _finding(finding)
    else:
        out += ["", wrapped(view.settled), ""]
    out += ["What to do", wrapped(view.advice.summary, "  ")]
    for why, lines in ((view.advice.stays_why, view.stays), (view.passing_why, view.passing)):
        if lines:
            out += [wrapped(why, "  "), *_quotes(lines)]
    for move in view.moves:
        out.append(wrapped(f"{move.order}. {move.what} → {move.to}. {move.why}", "     ", "  "))
    out += [wrapped(step, "    ", "  - ") for step in view.advice.two_hats]
    if view.advice.measures:
        out += ["", "Better measures", *(wrapped(m, "    ", "  - ") for m in view.advice.measures)]
    if view.advice.title:
        out += ["", wrapped(view.advice.title_why, "  ")]
    out += ["", f"Rubrics {analysis.rubrics}"]
    return printable("\n".join(out))
