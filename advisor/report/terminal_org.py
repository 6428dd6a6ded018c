"""A team's map as plain text for a terminal: the verdict first, then who covers what, what to settle, the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisor.wording import lower_first

from .org_view import OrgFindingView, OrgView, org_view
from .terminal import printable, wrapped

if TYPE_CHECKING:
    from advisor.orgs.result import OrgAnalysis


def _item(text: str, mark: str = "- ") -> str:
    return wrapped(text, "  " + " " * len(mark), "  " + mark)


def _coverage(view: OrgView) -> Iterator[str]:
    names = {practice: name for practice, name, _ in view.practices}
    for row in view.rows:
        yield wrapped(f"{row.title} ({row.people}), judged by: {row.judged_by or 'not stated'}", "    ", "  ")
        held = [f"{names[c.practice]} ({c.level})" for c in row.cells if c.level != "none"]
        yield wrapped(", ".join(held) or "none of these practices", "      ")
    yield "  Together"
    for total in view.totals:
        yield wrapped(f"{names[total.practice]}: {total.said}", "        ", "      ")
    yield "  Hours"
    for name, who in view.hours:
        yield wrapped(f"{name}: {who or 'nobody named'}", "        ", "      ")


def _finding(finding: OrgFindingView) -> Iterator[str]:
    yield wrapped(f"[{finding.label}] {finding.title}", "    ", "")
    for text in finding.evidence:
        yield wrapped(f"“{text}”", "      ", "    ")
    yield wrapped(finding.why, "    ")
    yield wrapped(f"Next: {finding.next_step}", "    ")
    if finding.softened:
        yield wrapped(finding.softened, "    ")
    if finding.sources:
        yield wrapped("Sources: " + "; ".join(s.cited for s in finding.sources), "    ")
    yield ""


def _structure(view: OrgView) -> Iterator[str]:
    s = view.analysis.structure
    yield wrapped(s.step)
    yield wrapped(f"Today: {s.now_name}. {s.now_why}", "  ")
    for m in view.moves:
        yield _item(f"{m.what}: {m.role} → {m.to}{m.mark}. {m.why} {m.window}.", f"{m.order}. ")
    for split in view.splits:
        hours = ", ".join(f"{hours} {lower_first(name)}" for name, hours in split.hours)
        yield wrapped(f"Meanwhile, {split.role}: {hours}. {split.says}", "  ")
    yield wrapped(s.before.told, "  ")
    if s.after.boxes != s.before.boxes:
        yield wrapped(s.after.told, "  ")
    yield wrapped(f"Cover: {s.cover}", "  ")
    yield wrapped(f"Watch for: {s.mind}", "  ")
    if s.up:
        yield wrapped(f"Move up when: {lower_first(s.up)}", "  ")


def to_text(analysis: OrgAnalysis) -> str:
    """Return the result as text of at most 88 columns (longer only where a word is)."""
    view = org_view(analysis)
    out = [wrapped(view.headline), wrapped(view.subline)]
    out += ["", *(_item(note, "Note: ") for note in view.notes)] if view.notes else []
    out += ["", "Who covers what", *_coverage(view), ""]
    out += ["What to settle in the team", ""] if view.findings else ["Nothing needs settling.", ""]
    for finding in view.findings:
        out += _finding(finding)
    out += [*_structure(view), ""]
    out += ["Who does what where the work meets", wrapped(view.analysis.structure.letters, "  ")]
    for row in view.analysis.structure.seams:
        out.append(_item(f"{row.work}: {'; '.join(f'{letters} {who}' for who, letters in row.parts)}"))
    out += ["", "Where it may report"]
    out += [_item(f"{to}: {good} {mind}") for to, good, mind in view.analysis.structure.reporting]
    if view.scorecards:
        out += ["", "Scorecards"]
        out += [_item(f"{role}: {'; '.join(measures)}") for role, measures in view.scorecards]
    if view.plan:
        out += ["", "The team’s next 90 days"]
        for window in view.plan:
            out.append(f"  {window.name}")
            for i, (what, owner, done) in enumerate(window.actions, 1):
                said = f"{what} Owner: {owner}. Done when: {done}"
                out.append(wrapped(said, "       ", f"    {i}. "))
    out += ["", f"Rubrics {analysis.rubrics}"]
    return printable("\n".join(out))
