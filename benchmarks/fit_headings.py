"""Estimate ``rubrics/heading_words.yaml`` from labelled ads: what a heading's words say about the lines below it.

    python benchmarks/fit_headings.py GOLD.jsonl … [--more HEADINGS.tsv …] [--out rubrics/heading_words.yaml]

A heading counts as the kind that most labelled lines below it have; the phrases of ``sections.yaml`` count as well, and
so do the headings of tab-separated lists (kind, heading). Prints how many of each employer's headings get their kind
when that employer is held out (six folds), by the phrases alone and by phrases and words. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from softmax import Example, Terms, best, entries, fitted, part_of

from advisor import load_rubrics
from advisor.evaluation.gold import read_gold
from advisor.text.lines import split
from advisor.text.sections import heading_key

TERMS = Terms(pull=1.0, least=2, employers=2, drop=0.3)
STANDS_FOR = {"duty": "responsibilities", "measure": "measures", "skill": "requirements", "context": "other"}
ORDER = tuple(STANDS_FOR)
CLEAR = 0.7  # the share of the lines below that one kind must have
PHRASES = 120  # how many wordings of each section, whole and open, are learned from
LEAST = "least: {duty: 1.6, measure: 1.6, skill: 1.6, context: 2.8}"
_FOLDS = 6


def example(source: str, heading: str, kind: str) -> Example:
    """Return a heading as an example."""
    words = (f"word {w}" for w in heading_key(heading).split() if w.isascii())
    return Example(source, (0.0,) * len(ORDER), frozenset({"base", *words}), ORDER.index(kind))


def in_ads(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield employer, heading and kind of every heading with labelled lines below it."""
    rubric = load_rubrics().sections
    for ad in read_gold(path.read_text(encoding="utf-8")):
        headings = split(ad.text, rubric).headings
        for i, heading in enumerate(headings):
            end = headings[i + 1].start if i + 1 < len(headings) else len(ad.text)
            kinds = Counter(line.kind for line in ad.lines if heading.end <= line.start < end)
            if kinds and max(kinds.values()) >= CLEAR * kinds.total():
                yield ad.employer or ad.id, ad.text[heading.start : heading.end], kinds.most_common(1)[0][0]


def phrases() -> Iterator[tuple[str, str, str]]:
    """Yield some wordings of every phrase of the sections; each stands for an employer of its own."""
    rubric = load_rubrics().sections
    for table in (rubric.whole, rubric.starts, rubric.ends):
        chosen: Counter[str] = Counter()
        for phrase, section in sorted(
            table.items(),
            key=lambda item: hashlib.md5(item[0].encode()).hexdigest(),  # noqa: S324
        ):
            kind = rubric.kinds[section]
            chosen[section] += 1
            if kind in ORDER and chosen[section] <= PHRASES:
                yield phrase, phrase, kind


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--more", nargs="*", type=Path, default=[])
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    found = [row for path in given.gold for row in in_ads(path)]
    for path in given.more:
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, _, heading = line.partition("\t")
            found.append((heading, heading, kind))
    known = [example(*row) for row in phrases()]
    rubric = load_rubrics().sections
    fold_of = [part_of(who, _FOLDS) for who, _, _ in found]
    by_phrase = by_words = 0
    for number in range(_FOLDS):
        train = [example(*row) for row, f in zip(found, fold_of, strict=True) if f != number]
        weights = fitted(known + train, len(ORDER), TERMS)
        for row, f in zip(found, fold_of, strict=True):
            if f == number:
                match = rubric.match(heading_key(row[1]))
                said = match and rubric.kinds[match.section]
                by_phrase += said == row[2]
                by_words += (said or ORDER[best(example(*row), weights, len(ORDER))]) == row[2]
    print(
        f"{len(found)} headings: {by_phrase / len(found):.3f} right by phrases, {by_words / len(found):.3f} with words"
    )
    if given.out:
        weights = fitted(known + [example(*row) for row in found], len(ORDER), TERMS)
        given.out.write_text(written(weights), encoding="utf-8")
        print(f"{given.out}: {len(weights) - 1} words")


def written(weights: dict[str, list[float]]) -> str:
    """Return the rubric file."""
    points = {f: {k: n for k, n in zip(ORDER, w, strict=True) if n} for f, w in weights.items()}
    base = points.pop("base")
    head = (
        "# Estimated by benchmarks/fit_headings.py from labelled ads; may be changed by hand.\n"
        "# What the words of a heading that no phrase of sections.yaml knows say about the lines below it.\n"
    )
    sections = "".join(f"  {kind}: {section}\n" for kind, section in STANDS_FOR.items())
    start = "".join(f"  {kind}: {n}\n" for kind, n in base.items())
    words = "".join(entries({name.removeprefix("word "): p for name, p in points.items()}))
    return f"{head}sections:\n{sections}# By how much a kind must lead the next. Context most: what is taken for context is not read for work.\n{LEAST}\nbase:\n{start}words:\n{words}"


if __name__ == "__main__":
    main()
