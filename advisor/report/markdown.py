"""The report as Markdown (CommonMark), clean enough to paste into a document.

Whatever a user or a rubric wrote is escaped: it shows as it was written and can neither format nor link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advisor.wording import lower_first, tenths, upper_first

from .markdown_org import team
from .markdown_readiness import readiness
from .markdown_text import escaped, opening
from .marked import grouped
from .role_view import sum_in_words
from .shown import some

if TYPE_CHECKING:
    from advisor.rubrics.models import Source

    from .marked import Block
    from .model import Report
    from .role_view import FindingView, Quote, RoleView
    from .shown import Printed


def _quotes(quotes: Sequence[Quote], most: int = 4) -> Iterator[str]:
    few = some(quotes, most)
    if few.shown:
        yield "\n>\n".join(f"> “{escaped(quote.text)}”" for quote in few.shown)
    if few.more:
        yield f"and {few.more} more like {'it' if len(few.shown) == 1 else 'these'}, marked in the appendix"


def _marked(block: Block) -> str:
    """Return a block's text with its evidence in bold, each stretch followed by its letters."""
    parts = []
    for i, segment in enumerate(block.segments):
        text = escaped(segment.text) if i else opening(segment.text)
        before, after = (
            (" " if segment.text[:1].isspace() else ""),
            (" " if segment.text[-1:].isspace() else ""),
        )
        if segment.cues and text:
            text = f"**{text}** ({'·'.join(segment.letters)})"
        parts.append(before + text + after)
    return "".join(parts).strip()


def _signed(position: float | None) -> str:
    return f"{position:+.1f}".replace("-", "−") if position and round(position, 1) else "0"


class _Writer:
    """Writes paragraphs; a paragraph is a string without blank lines around it."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def sources(self, sources: Sequence[Source]) -> Iterator[str]:
        if sources:
            named = (f"{escaped(s.cited)} [{self.report.number(s)}]" for s in sources)
            yield f"Source{'s' if len(sources) > 1 else ''}: {'; '.join(named)}"

    def document(self) -> Iterator[str]:
        report = self.report
        several, ready = report.several, report.readiness
        whole = report.alone
        yield f"# {escaped(report.conclusion)}"
        yield (
            ": ".join([f"**{escaped(report.meta.title)}**", *map(escaped, report.heading[1:])])
            if several
            else opening(whole.subline)
        )
        yield "  \n".join(self.byline(several=several))
        if several and report.plan:
            yield "## The next 90 days"
            for window in report.plan:
                yield f"### {escaped(window.name)}"
                yield "\n".join(
                    f"{i}. **{escaped(a.what)}** Owner: {escaped(a.owner)}. Done when: {escaped(a.done)} "
                    f"*{escaped(' '.join(a.why))}*"
                    for i, a in enumerate(window.actions, 1)
                )
        if report.disputes:
            yield f"## {escaped(report.disputes_head)}"
            yield "\n".join(f"- **{escaped(d.name)}.** {escaped(d.says)}" for d in report.disputes)
        for i, role in enumerate(report.roles, 1):
            if several:
                yield f"## {i}. {escaped(role.title or 'A job description without a title')}"
                yield f"**{escaped(role.headline)}** {escaped(role.subline)}"
            yield from self.role(role, "###" if several else "##")
        if report.org:
            if several:
                yield "## The team"
                yield f"**{escaped(report.org.headline)}** {escaped(report.org.subline)}"
            waits = report.held.here if report.held else ""
            yield from team(report.org, "###" if several else "##", self.sources, waits)
        if ready:
            if several:
                yield "## Readiness"
                yield f"**{escaped(ready.headline)}** {escaped(ready.subline)}"
            yield from readiness(ready, "###" if several else "##", self.sources)
        for i, (role, ad) in enumerate(zip(report.roles, report.printed_ads(), strict=True), 1):
            name = f" · {escaped(role.title or f'role {i}')}" if several else ""
            yield f"## Appendix: the text that was read{name}"
            yield from self.ad(ad)
        yield from self.method()
        if report.sources:
            yield "## Sources"
            yield "\n".join(
                f"{i}. {escaped(s.signed)}. {escaped(s.listed)}" for i, s in enumerate(report.sources, 1)
            )

    def byline(self, *, several: bool) -> Iterator[str]:
        meta = self.report.meta
        if not several and self.report.roles:
            yield f"Role: **{escaped(self.report.roles[0].title or 'no title given')}**"
        if meta.client:
            yield f"Organisation: **{escaped(meta.client)}**"
        if meta.prepared_by:
            yield f"Prepared by: **{escaped(meta.prepared_by)}**"
        yield f"Date: **{self.report.date_text}**"
        yield f"Rubrics: **{escaped(meta.rubrics)}**"

    def role(self, role: RoleView, level: str) -> Iterator[str]:
        if role.shares:
            yield f"{level} What the work adds up to"
            whole = tenths(sum(s.points for s in role.shares))
            yield "\n".join(
                f"- **{s.percent} % {escaped(s.name)} ({s.letter})**: {sum_in_words(s)}, {tenths(s.points)} of {whole} points"
                for s in role.shares
            )
        why = role.confidence.why
        yield f"**Confidence: {role.confidence.level}.** {escaped(upper_first(why))}."
        yield f"{level} Findings"
        if not role.findings:
            yield role.settled
        for i, finding in enumerate(role.findings, 1):
            yield from self.finding(finding, i, level)
        yield from self.contrasts(role, level)
        yield from self.advice(role, level)

    def finding(self, finding: FindingView, i: int, level: str) -> Iterator[str]:
        yield f"{level}# {i}. {escaped(finding.title)} ({finding.label.lower()})"
        yield opening(finding.why)
        yield from _quotes(finding.quotes)
        yield f"**Next step.** {escaped(finding.next_step)}"
        if finding.softened:
            yield opening(finding.softened)
        yield from self.sources(finding.sources)

    def contrasts(self, role: RoleView, level: str) -> Iterator[str]:
        stated = [c for c in role.contrasts if c.position is not None]
        if not stated:
            return
        yield f"{level} Where it stands, contrast by contrast"
        rows = ["| Contrast | Social media (−1) | Community (+1) | This role |", "|---|---|---|---:|"]
        for c in stated:
            cells = (escaped(c.name), escaped(c.social), escaped(c.community), _signed(c.position))
            rows.append(f"| {' | '.join(cells)} |")
        yield "\n".join(rows)
        silent = [escaped(c.name).lower() for c in role.contrasts if c.position is None]
        if silent:
            yield f"Not stated in the text, and so not judged: {', '.join(silent)}."

    def advice(self, role: RoleView, level: str) -> Iterator[str]:
        advice = role.advice
        yield f"{level} What to do"
        yield opening(advice.summary)
        if role.stays or role.passing:
            yield f"{level}# What stays in this role"
            yield opening(advice.stays_why)
            yield from _quotes(role.stays, 6)
            if role.passing:
                yield opening(role.passing_why)
                yield from _quotes(role.passing, 3)
        if role.moves:
            yield f"{level}# What moves{', in this order' if len(role.moves) > 1 else ''}"
            yield "\n".join(
                f"{i}. **{escaped(m.what)}: {escaped(lower_first(m.to))}.** {escaped(m.why)}"
                for i, m in enumerate(role.moves, 1)
            )
        for title, items in (
            ("While one person wears two hats", advice.two_hats),
            ("Better measures", advice.measures),
        ):
            if items:
                yield f"{level}# {title}"
                yield "\n".join(f"- {opening(item)}" for item in items)
        if advice.title:
            yield f"{level}# The title"
            yield f"**{escaped(advice.title)}.** {escaped(advice.title_why)}"

    def ad(self, ad: Printed) -> Iterator[str]:
        yield "Bold words are evidence; the letters after them name the practice."
        for group in grouped(ad.blocks):
            lines = [_marked(block) for block in group.blocks]
            if group.what == "heading":
                yield f"**{lines[0]}**"
            elif group.what == "bullet":
                yield "\n".join(f"- {text}" for text in lines)
            else:
                yield " ".join(lines)
        if ad.left_out:
            yield f"The text goes on for about {ad.left_out:,} more words, which are not printed here. All of it was read and counted."

    def method(self) -> Iterator[str]:
        yield "## How this was judged"
        for chapter in self.report.chapters:
            yield f"### {escaped(chapter.name)}"
            yield from map(opening, chapter.says)
            if chapter.points:
                yield "\n".join(f"- {opening(point)}" for point in chapter.points)
        if self.report.roles:
            yield f"### {escaped(self.report.method.practices_name)}"
            yield "\n".join(
                f"- **{escaped(p.name)} ({p.letter}).** {escaped(p.says)}"
                for p in self.report.method.practices
                if p.practice != "other"
            )


def render(report: Report) -> str:
    """Return the report as Markdown, ending in a newline."""
    return "\n\n".join(_Writer(report).document()) + "\n"
