"""Estimate ``rubrics/practice_words.yaml`` from labelled ads: what single words add to the points of a practice.

    python benchmarks/fit_words.py GOLD.jsonl … [--out rubrics/practice_words.yaml] [--folds 8]

A logistic regression for each practice, with a pull towards zero, over a line's words, its kind and the shares of the ad,
kind and shares as the cues alone read them. Its nats become points: ``WORTH`` each, counted from ``START`` nats instead of
even odds: two points by words alone are odds of about three, and even odds for other functions, of which cues know little.
Small weights are dropped, the rest rounded to tenths. With ``--folds`` the same is first done with every employer held out
in turn, and line F1 is printed with and without the words, all second readings left in; ``--test`` does so for the ads of one further file. What a line
denies is read as if it were said, other than by the advisor. Needs numpy and scipy; the package itself needs neither.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_kinds import same
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from softmax import common, entries, part_of

from advisor import analyze_role, load_rubrics
from advisor.evaluation.gold import read_gold
from advisor.matching.fold import fold
from advisor.matching.phrases import spaced
from advisor.roles.profile import ALL
from advisor.rubrics.loader import Rubrics
from advisor.text.quoting import unquoted

# Worth and start, by practice; the last is other functions' work, of which cues know little.
WORTH = np.array([0.5, 0.5, 0.5, 0.5, 0.5, 0.8])
START = np.array([-2.8, -2.8, -2.8, -2.8, -2.8, -2.5])
TAKES = 1
PULL, LEAST, EMPLOYERS, DROP = 0.125, 12, 8, 0.2
KINDS = ("duty", "measure", "skill", "context")
# Words that say nothing to somebody who asks why: they would only tell the writers of the ads apart.
IDLE = frozenset(
    "a able about above across actually after again all along alongside already also always am among an and "
    "another any anybody anyone anything anyway anywhere are around as at away back bad be because been before "
    "behind being below beside besides between beyond bit both but by can could did do does doing done during "
    "each eg eight either else etc even ever every everybody everyone everything few fifteen fifty first five "
    "for four from fully further get gets give given goes going good had half has have having he hence her here "
    "his how however hundred i ie if im in inside instead into is it its itself ive just last later least less "
    "let like ll long lot lots made mainly make makes many may me minus month months more most mostly much must "
    "my near need needed needs never next nine no nobody nor not nothing now of off often on once one ones only "
    "onto or other others our ours out outside over own per perhaps plus quite rather re really s same second "
    "seven several shall she should simply since six so some somebody someone something sometimes soon still "
    "such t ten than that the their theirs them themselves then there therefore these they third thirty this "
    "those thousand three through throughout thus to together too toward towards truly twelve twenty twice two "
    "under until up upon us ve very via was we week weeks well were what whatever when whenever where wherever "
    "whether which while who whom whose why will with within without would year years yes yet you youll your "
    "youre yours yourself youve".split()
)


class Example(NamedTuple):
    """A labelled line: whose it is, its words, kind, the ad's shares, the points by cues, and the practices wanted."""

    employer: str
    words: frozenset[str]
    kind: str
    shares: tuple[float, ...]
    points: tuple[float, ...]
    wanted: frozenset[str]


def examples(paths: list[Path]) -> list[Example]:
    """Return every labelled line that the splitter finds, as the cues alone read it."""
    shipped = load_rubrics()
    empty = shipped.data.practice_words.model_copy(update={"words": {}})
    bare = shipped.data.model_copy(update={"practice_words": empty})
    rubrics = Rubrics(bare, shipped.sections, shipped.language)
    found = []
    for path in paths:
        for ad in read_gold(path.read_text(encoding="utf-8")):
            result = analyze_role(ad.text, title=ad.title, rubrics=rubrics)
            words = spaced(fold(unquoted(ad.text)))
            profile = result.profile
            known = profile.recognised / profile.duties if profile.duties else 0.0
            shares = tuple(known * profile.shares[practice] for practice in ALL)
            for line in result.lines:
                gold = next((g for g in ad.lines if same(g, line)), None)
                if gold is None:
                    continue
                points = dict.fromkeys(ALL, 0.0)
                for signal in line.signals:
                    if signal.practice in points:
                        points[signal.practice] += signal.contribution
                said = (
                    frozenset(w.decode() for w in words[line.start : line.end].split() if w.isalpha()) - IDLE
                )
                found.append(
                    Example(
                        ad.employer or ad.id,
                        said,
                        line.kind,
                        shares,
                        tuple(points.values()),
                        frozenset(gold.practices),
                    )
                )
    return found


def vocabulary(train: Sequence[Example]) -> list[str]:
    """Return the words that stand in enough lines of enough employers."""
    words = common(((e.employer, e.words) for e in train), LEAST, EMPLOYERS)
    return [w for w in words if len(w) > 1 or w == "x"]  # the network; other letters are parts of "e.g."


def matrix(lines: Sequence[Example], known: Sequence[str]) -> Any:
    """Return a row for each line: its known words by the root of their number, its kind, its ad's shares."""
    column = {word: i for i, word in enumerate(known)}
    rows, columns, values = list[int](), list[int](), list[float]()
    for i, example in enumerate(lines):
        here = sorted(column[w] for w in example.words if w in column)
        here_values = [1 / np.sqrt(len(here) or 1)] * len(here)
        here += [len(known) + KINDS.index(example.kind)]
        here += range(len(known) + len(KINDS), len(known) + len(KINDS) + len(ALL))
        rows += [i] * len(here)
        columns += here
        values += [*here_values, 1.0, *example.shares]
    return csr_matrix((values, (rows, columns)), shape=(len(lines), len(known) + len(KINDS) + len(ALL)))


def fitted(train: Sequence[Example]) -> tuple[list[str], Any]:
    """Return the words that weigh, and the points of words, kinds and shares: a row each, a column a practice."""
    known = vocabulary(train)
    wanted = np.array([[practice in e.wanted for practice in ALL] for e in train], float)
    points: Any = None
    for _ in range(3):  # again without the words that weigh nothing, so that the others share the line
        x = matrix(train, known)

        def loss(flat: Any, x: Any = x) -> tuple[float, Any]:
            weights = flat.reshape(-1, len(ALL))
            score = x @ weights
            value = (np.logaddexp(0, score) - wanted * score).sum() + PULL / 2 * (weights**2).sum()
            return value, (x.T @ (1 / (1 + np.exp(-score)) - wanted) + PULL * weights).ravel()

        size = x.shape[1] * len(ALL)
        weights = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        points = WORTH * weights.reshape(-1, len(ALL))
        points[len(known) : len(known) + len(KINDS)] -= WORTH * START
        heavy = np.abs(points[: len(known)]).max(1) >= DROP
        if heavy.all():
            break
        rest, kept = points[len(known) :], points[: len(known)][heavy]
        known, points = [w for w, h in zip(known, heavy, strict=True) if h], np.vstack([kept, rest])
    points[np.abs(points) < DROP / 2] = 0
    return known, np.round(points, 1)


def scores(lines: Sequence[Example], added: Any, spoken: Any, rubrics: Rubrics) -> Any:
    """Return true, false and missed lines for each practice, with these points added to those of the cues.

    ``spoken``: whether the line's words themselves speak for the practice.
    """
    cues, threshold = np.array([e.points for e in lines]), rubrics.data.scoring.line_threshold
    totals = cues + np.maximum(added, -TAKES)
    totals[(cues <= 0) & ((cues >= threshold).any(1)[:, None] | ~spoken)] = 0  # as PracticeWords does
    wanted = np.array([[practice in e.wanted for practice in ALL] for e in lines], bool)
    work = np.array([e.kind != "context" for e in lines])[:, None]
    got = (totals >= threshold) & work
    return np.array([(got & wanted).sum(0), (got & ~wanted).sum(0), (~got & wanted).sum(0)])


def written(known: Sequence[str], points: Any) -> str:
    """Return the rubric file."""

    def given(row: Any) -> dict[str, float]:
        return {practice: float(n) for practice, n in zip(ALL, row, strict=True) if n}

    kinds, shares = points[len(known) : len(known) + len(KINDS)], points[len(known) + len(KINDS) :]
    parts = {
        "kinds": {kind: given(row) for kind, row in zip(KINDS[:3], kinds[:3], strict=True)},
        "shares": {practice: given(row) for practice, row in zip(ALL, shares, strict=True)},
        "words": {w: given(row) for w, row in zip(known, points[: len(known)], strict=True)},
    }
    head = (
        "# Estimated by benchmarks/fit_words.py from labelled ads; may be changed by hand. Points as in scoring.yaml.\n"
        "says: What the rest of the ad asks for\n"
        "speak_for: 'Single words that speak for it: {words}'\n"
        "speak_against: 'Single words that speak against it: {words}'\n"
        f"# The most that words take from a practice: by themselves they undo no strong cue.\n"
        f"takes: {TAKES}\n"
    )
    return head + "".join(f"{part}:\n" + "".join(entries(rows)) for part, rows in parts.items())


def report(name: str, counts: Any) -> None:
    """Print line F1, of the five practices together and of each."""
    true, false, missed = counts
    f1 = 2 * true / np.maximum(1, 2 * true + false + missed)
    said = ", ".join(f"{practice} {n:.3f}" for practice, n in zip(ALL, f1, strict=True))
    print(f"{name}: macro-F1 {f1[:-1].mean():.4f} ({said})")


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--test", type=Path)
    asked = parser.parse_args()
    lines, rubrics = examples(asked.gold), load_rubrics()

    def compared(pairs: list[tuple[list[Example], list[Example]]]) -> None:
        before = after = np.zeros((3, len(ALL)), int)
        for train, test in pairs:
            known, points = fitted(train)
            x = matrix(test, known)
            by_words = x[:, : len(known)] @ points[: len(known)] > 0
            before = before + scores(test, np.zeros((len(test), len(ALL))), by_words, rubrics)
            after = after + scores(test, x @ points, by_words, rubrics)
        report("cues alone", before)
        report("with words", after)

    if asked.folds:
        marked = [(e, part_of(e.employer, asked.folds)) for e in lines]
        compared(
            [([e for e, f in marked if f != n], [e for e, f in marked if f == n]) for n in range(asked.folds)]
        )
    if asked.test:
        compared([(lines, examples([asked.test]))])
    if asked.out:
        known, points = fitted(lines)
        asked.out.write_text(written(known, points), encoding="utf-8")
        print(f"{asked.out}: {len(known)} words from {len(lines)} lines")


if __name__ == "__main__":
    main()
