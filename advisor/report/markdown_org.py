"""A team's map as Markdown paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from advisor.wording import lower_first

from .markdown_text import escaped, opening

if TYPE_CHECKING:
    from advisor.rubrics.models import Source

    from .org_view import OrgView


def team(
    view: OrgView, level: str, sources: Callable[[Sequence[Source]], Iterator[str]], waits: str = ""
) -> Iterator[str]:
    """Yield the part's paragraphs; ``level`` is the mark of its headings, ``sources`` says a source line, ``waits``
    that the step waits for another part."""
    yield f"{level} Who covers what"
    names = [name for _, name, _ in view.practices]
    rows = [f"| Role | {' | '.join(names)} | Judged by |", f"|---|{'---|' * len(names)}---|"]
    for row in view.rows:
        cells = " | ".join("–" if c.level == "none" else c.level for c in row.cells)
        rows.append(
            f"| {escaped(row.title)} ({row.people}) | {cells} | {escaped(row.judged_by) or 'not stated'} |"
        )
    rows.append(f"| **Together** | {' | '.join(total.said for total in view.totals)} | |")
    yield "\n".join(rows)
    yield "; ".join(f"{name}: {escaped(who) or 'nobody named'}" for name, who in view.hours) + "."
    if view.notes:
        yield f"{level}# What the reading assumed"
        yield "\n".join(f"- {escaped(note)}" for note in view.notes)
    yield f"{level} What to settle in the team"
    for i, f in enumerate(view.findings, 1):
        yield f"{level}# {i}. {escaped(f.title)} ({f.label.lower()})"
        yield opening(f.why)
        if f.evidence:
            yield "\n>\n".join(f"> “{escaped(e)}”" for e in f.evidence)
        yield f"**Next step.** {escaped(f.next_step)}"
        if f.softened:
            yield opening(f.softened)
        yield from sources(f.sources)
    s = view.analysis.structure
    yield f"{level} {escaped(s.step)}"
    if waits:
        yield f"**{escaped(waits)}**"
    yield f"**Today: {escaped(s.now_name)}.** {escaped(s.now_why)}"
    if view.moves:
        yield "\n".join(
            f"{m.order}. **{escaped(m.what)}: {escaped(m.role)} → {escaped(m.to)}{m.mark}.** {escaped(m.why)} {m.window}."
            for m in view.moves
        )
    for split in view.splits:
        hours = ", ".join(f"{h} {escaped(name).lower()}" for name, h in split.hours)
        yield f"**Meanwhile, {escaped(split.role)}:** {hours}. {escaped(split.says)}"
    yield opening(s.before.told)
    if s.after.boxes != s.before.boxes:
        yield opening(s.after.told)
    up = f" **Move up when:** {escaped(lower_first(s.up))}" if s.up else ""
    yield f"**Cover:** {escaped(s.cover)} **Watch for:** {escaped(s.mind)}{up}"
    yield f"{level} Who does what where the work meets"
    yield escaped(s.letters)
    yield "\n".join(
        f"- **{escaped(row.work)}.** " + "; ".join(f"{letters} {escaped(who)}" for who, letters in row.parts)
        for row in s.seams
    )
    if view.scorecards:
        yield f"{level} Scorecards"
        yield "\n".join(
            f"- **{escaped(role)}:** {escaped('; '.join(measures))}" for role, measures in view.scorecards
        )
    yield f"{level}# Where it may report"
    yield "\n".join(f"- **{escaped(to)}.** {escaped(good)} {escaped(mind)}" for to, good, mind in s.reporting)
    if level == "##" and view.plan:  # beside other parts the report has one plan for all
        yield f"{level} The team’s next 90 days"
        for window in view.plan:
            yield f"{level}# {escaped(window.name)}"
            yield "\n".join(
                f"{i}. {escaped(what)} Owner: {escaped(owner)}. Done when: {escaped(done)}"
                for i, (what, owner, done) in enumerate(window.actions, 1)
            )
