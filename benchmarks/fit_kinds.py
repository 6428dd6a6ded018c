"""Estimate ``rubrics/kind_words.yaml`` from labelled ads: what single words add to a line's points.

    python benchmarks/fit_kinds.py GOLD.jsonl … [--out rubrics/kind_words.yaml] [--folds 6]

A softmax over the kinds starts from the points that kinds.yaml gives (the offset) and learns, with a pull towards
zero, what the line's words, its first word and its place (section, in a list or in prose) add. Small weights are
dropped, the rest rounded to tenths. With ``--folds`` the same is first done with every employer held out in turn, and
the share of right kinds is printed with and without the words. Needs numpy and scipy (``pip install numpy scipy``);
the package itself needs neither.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from softmax import Example, Terms, best, entries, fitted, part_of

from advisor import load_rubrics
from advisor.evaluation.gold import read_gold
from advisor.matching.fold import fold
from advisor.matching.phrases import spaced
from advisor.roles.kinds import KindReader
from advisor.rubrics.loader import Rubrics
from advisor.text.lines import split

TERMS = Terms(pull=8.0, least=8, employers=6, drop=0.2, sharpness=1.2)


def examples(paths: list[Path]) -> tuple[list[Example], tuple[str, ...]]:
    """Return every labelled line that the splitter finds, and the order of the kinds."""
    shipped = load_rubrics()
    data = shipped.data
    bare = data.model_copy(
        update={"kind_words": data.kind_words.model_copy(update={"words": {}, "first": {}, "places": {}})}
    )
    rubrics = Rubrics(bare, shipped.sections, shipped.language)
    reader, order, work = KindReader(rubrics), data.kinds.order, data.kinds.names_work
    found = []
    for path in paths:
        for ad in read_gold(path.read_text(encoding="utf-8")):
            lines, shadow = split(ad.text, rubrics.sections).lines, fold(ad.text)
            words = spaced(shadow)
            for line, bare_points in zip(lines, reader.points(shadow, lines), strict=True):
                gold = next((g for g in ad.lines if same(g, line)), None)
                if gold is None:
                    continue
                fires = bool(shipped.matcher.line(shadow[line.start : line.end]).cues)
                more = (work.get(kind, 0.0) * fires for kind in order)
                points = tuple(n + m for n, m in zip(bare_points, more, strict=True))
                said = [word.decode() for word in words[line.start : line.end].split()]
                features = {f"word {w}" for w in said if w.isalpha()}
                features |= {f"first {w}" for w in said[:1] if w.isalpha()}
                features.add(f"place {line.section} {'bullet' if line.bullet else 'prose'}")
                found.append(
                    Example(ad.employer or ad.id, points, frozenset(features), order.index(gold.kind))
                )
    return found, order


def same(gold: Any, line: Any) -> bool:
    """Return whether a labelled line and a line of ours are mostly the same text."""
    shared = min(gold.end, line.end) - max(gold.start, line.start)
    return shared > 0 and 2 * shared >= min(gold.end - gold.start, line.end - line.start)


def right(test: list[Example], weights: dict[str, list[float]], kinds: int) -> int:
    """Return how many lines get their kind."""
    return sum(best(e, weights, kinds) == e.kind for e in test)


def written(weights: dict[str, list[float]], order: tuple[str, ...]) -> str:
    """Return the rubric file."""
    parts: dict[str, dict[str, Any]] = {"words": {}, "first": {}, "places": {}}
    for feature, given in sorted(weights.items()):
        part, _, name = feature.partition(" ")
        points = {kind: n for kind, n in zip(order, given, strict=True) if n}
        if part == "place":
            section, shape = name.split()
            parts["places"].setdefault(section, {})[shape] = points
        else:
            parts["words" if part == "word" else "first"][name] = points
    says = "What single words, a line's first word and its place add to the points of kinds.yaml."
    head = (
        "# Estimated by benchmarks/fit_kinds.py from labelled ads; may be changed by hand. Points as in kinds.yaml.\n"
        f"# {says}\n"
    )
    return head + "".join(f"{part}:\n" + "".join(entries(points)) for part, points in parts.items() if points)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    lines, order = examples(given.gold)
    if given.folds:
        fold_of = [part_of(e.employer, given.folds) for e in lines]
        before = after = 0
        for number in range(given.folds):
            test = [e for e, f in zip(lines, fold_of, strict=True) if f == number]
            weights = fitted(
                [e for e, f in zip(lines, fold_of, strict=True) if f != number], len(order), TERMS
            )
            before += right(test, {}, len(order))
            after += right(test, weights, len(order))
        print(
            f"{len(lines)} lines: {before / len(lines):.4f} right without words, {after / len(lines):.4f} with"
        )
    if given.out:
        weights = fitted(lines, len(order), TERMS)
        given.out.write_text(written(weights, order), encoding="utf-8")
        print(f"{given.out}: {len(weights)} words and places")


if __name__ == "__main__":
    main()
