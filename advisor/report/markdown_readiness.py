"""Readiness as Markdown paragraphs: the same part that page and PDF show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from advisor.wording import lower_first, tenths

from .markdown_text import escaped, opening

if TYPE_CHECKING:
    from advisor.rubrics.models import Source

    from .readiness_view import GateView, ReadinessView


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _gate(gate: GateView) -> str:
    lift = f"**To open it:** {escaped(gate.lift)}"
    if gate.next:
        lift += f" {escaped(gate.next)}"
    return (
        f"**{escaped(gate.name)}** ({gate.label.lower()}, at most “{escaped(gate.cap)}”). {escaped(gate.why)} "
        f"{escaped(gate.said)} {lift}"
    )


def readiness(
    view: ReadinessView, level: str, sources: Callable[[Sequence[Source]], Iterator[str]]
) -> Iterator[str]:
    """Yield the part's paragraphs; ``level`` is the mark of its headings, ``sources`` says a source line."""
    yield opening(f"{view.respondents}.")
    score = f"Score {view.percent} of 100: {view.sum}" if view.percent is not None else "No score."
    yield f"**{escaped(score)}** {escaped(view.counted)}"
    if view.context:
        yield f"True of this space: {escaped('; '.join(lower_first(c) for c in view.context))}."
    if view.find_out and view.percent is None:
        yield f"{level} Find these out first"
        yield _list(f"{opening(f.question)} Ask: {escaped(f.owner_name)}." for f in view.find_out)
    if view.gates:
        yield f"{level} What holds it back"
        for gate in view.gates:
            yield _gate(gate)
            yield from sources(gate.sources)
    if view.conditions:
        yield f"{level} The pilot’s conditions"
        yield _list(opening(c) for c in view.conditions)
        yield opening(view.rise)
    yield f"{level} Section by section"
    rows = ["| Section | Of 100 | Lowest answers |", "|---|---:|---|"]
    for s in view.sections:
        lowest = "; ".join(f"{escaped(low.name)} (“{escaped(low.answer)}”)" for low in s.lowest)
        percent = "–" if s.percent is None else f"{s.percent}{' (weak)' if s.weak else ''}"
        rows.append(f"| {escaped(s.name)} | {percent} | {lowest} |")
    yield "\n".join(rows)
    if view.strengths:
        yield f"{level} Already strong"
        yield _list(f"**{escaped(s.name)}.** {escaped(s.label)}" for s in view.strengths)
    if view.spread:
        yield f"{level} Where the respondents differ"
        yield escaped(view.spread_then)
        for item in view.spread:
            yield f"**{escaped(item.question)}** {opening(item.apart)}."
            yield _list(f"{opening(d.label)}: {escaped(d.who)}" for d in (*item.dots, *item.off))
    if view.cautions:
        yield f"{level} Keep in mind"
        if view.mind_then:
            yield escaped(view.mind_then)
        yield _list(f"**{escaped(c.name)}.** {escaped(c.says)}" for c in view.cautions)
    yield from _plan(view, level, own=level == "##")
    if view.instead:
        yield f"{level} Meanwhile, instead of waiting"
        yield _list(f"**{escaped(o.name)}.** {escaped(o.what)}" for o in view.instead)
    staffing = view.result.staffing
    yield f"{level} Hours a week"
    yield opening(" ".join(filter(None, (staffing.says, staffing.gap, staffing.cover, staffing.stage_why))))
    yield _list(f"{escaped(a.name)}: {escaped(a.value)}" for a in view.assumptions)
    yield f"{level} The answers"
    rows = ["| Question | Answer | Points |", "|---|---|---:|"]
    for i in view.result.items:
        points = f"{tenths(i.points)} of {tenths(i.possible)}" if i.possible else "–"
        rows.append(f"| {escaped(i.question)} | {escaped(i.label)} | {points} |")
    yield "\n".join(rows)


def _plan(view: ReadinessView, level: str, *, own: bool) -> Iterator[str]:
    """The part's own plan; beside other parts the report has one for all."""
    if view.windows and own:
        yield f"{level} The next 90 days"
        for window in view.windows:
            yield f"{level}# {escaped(window.name)}"
            yield "\n".join(
                f"{a.order}. **{escaped(a.what)}** Owner: {escaped(a.owner_name)}. Done when: {escaped(a.done)}"
                for a in window.actions
            )
        if view.result.outcome:
            yield opening(view.result.outcome)
    yield opening(view.review)
