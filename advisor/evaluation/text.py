"""An evaluation as plain text for a terminal, and as plain data for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from .measure import Evaluation, Miss, Rates

LONGEST = 150  # characters of a line that are shown
MOST_CUES = 25


def _rates(name: str, rates: Rates) -> str:
    return (
        f"{name:14} {rates.precision:9.3f} {rates.recall:7.3f} {rates.f1:6.3f}"
        f"   {rates.hits} right, {rates.false} without reason, {rates.missed} missed"
    )


def _confusion(what: str, pairs: Counter[tuple[str, str]]) -> Iterator[str]:
    wrong = [(n, a, b) for (a, b), n in pairs.items() if a != b]
    for n, labelled, read in sorted(wrong, key=lambda w: (-w[0], w[1:])):
        yield f"  {n:4} × {what} {labelled} read as {read}"


def _miss(miss: Miss) -> str:
    text = miss.line if len(miss.line) <= LONGEST else miss.line[:LONGEST].rstrip() + " …"
    kind = miss.kind if miss.kind == miss.read_kind else f"{miss.kind} read as {miss.read_kind}"
    verb = "missed" if miss.wanted else "without reason"
    cues = f"\n      cues: {', '.join(miss.cues)} ({miss.points:g} points)" if miss.cues else ""
    return f"  {miss.practice} {verb}, {kind}: {text}{cues}"


def to_text(found: Evaluation, *, practice: str | None = None, errors: int = 20) -> str:
    """Say the figures in words and columns, with the first ``errors`` misses of each sort (of ``practice`` only, if given)."""
    rows = [
        f"Rubrics {found.rubrics} on {found.ads} ads, {found.lines} lines",
        "",
        f"{'':14} {'precision':>9} {'recall':>7} {'F1':>6}",
        *(_rates(name, rates) for name, rates in found.practices.items()),
        f"{'five practices':14} {'':9} {'':7} {found.macro_f1:6.3f}",
        "",
        _rates("present", found.present),
        _rates("bundled", found.bundled),
        _rates("mismatch", found.mismatch),
        "",
        f"Kind of line right: {found.kind_accuracy:.3f}",
        *_confusion("kind", found.kinds),
        "",
        f"Primary practice right: {found.primary_accuracy:.3f}",
        *_confusion("primary", found.primaries),
        "",
        "Can confidence be trusted?",
        *(
            f"  {t.level:7} {t.ads:4} ads"
            + (f", {t.right / t.ads:.1%} with the right primary" if t.ads else "")
            for t in found.trust
        ),
    ]
    misleading = [c for c in found.cues if c.wrong and practice in (None, c.practice)][:MOST_CUES]
    if misleading:
        rows += ["", "Cues that misled most often"]
        rows += [f"  {c.cue} ({c.practice}): {c.wrong} wrong, {c.right} right" for c in misleading]
    chosen = [m for m in found.misses if practice in (None, m.practice)]
    for title, wanted in (("Named without reason", False), ("Missed", True)):
        some = [m for m in chosen if m.wanted is wanted]
        if some and errors:
            rows += [
                "",
                f"{title}: {len(some)}, the worst {min(errors, len(some))}",
                *map(_miss, some[:errors]),
            ]
    return "\n".join(rows) + "\n"


def _rates_dict(rates: Rates) -> dict[str, Any]:
    return {**rates._asdict(), "precision": rates.precision, "recall": rates.recall, "f1": rates.f1}


def _pairs(pairs: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"labelled": a, "read": b, "count": n} for (a, b), n in sorted(pairs.items())]


def to_dict(found: Evaluation) -> dict[str, Any]:
    """Return plain dicts and lists, ready for JSON: every figure, cue record and miss."""
    return {
        "schema": "advisor.evaluation/1",
        "rubrics": found.rubrics,
        "ads": found.ads,
        "lines": found.lines,
        "practices": {name: _rates_dict(rates) for name, rates in found.practices.items()},
        "macro_f1": found.macro_f1,
        "kind_accuracy": found.kind_accuracy,
        "kinds": _pairs(found.kinds),
        "primary_accuracy": found.primary_accuracy,
        "primaries": _pairs(found.primaries),
        "present": _rates_dict(found.present),
        "bundled": _rates_dict(found.bundled),
        "mismatch": _rates_dict(found.mismatch),
        "confidence": [t._asdict() for t in found.trust],
        "cues": [c._asdict() for c in found.cues],
        "misses": [{**m._asdict(), "cues": list(m.cues)} for m in found.misses],
    }
