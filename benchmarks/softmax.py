"""Points for kinds, estimated from labelled examples: a softmax with a pull towards zero, rounded to tenths.

What ``fit_kinds.py``, ``fit_headings.py`` and ``fit_words.py`` share. Needs numpy and scipy.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import yaml
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


class Example(NamedTuple):
    """Something labelled: who wrote it, its points so far, what may weigh, and its kind's number."""

    employer: str
    points: tuple[float, ...]
    features: frozenset[str]
    kind: int


class Terms(NamedTuple):
    """How points are estimated.

    pull: towards zero. least, employers: in how many examples, of how many employers, a feature must stand. drop: points
    below this are left out. sharpness: how many nats a point is worth.
    """

    pull: float
    least: int
    employers: int
    drop: float
    sharpness: float = 1.0


def fitted(train: Sequence[Example], kinds: int, terms: Terms) -> dict[str, list[float]]:
    """Return each feature's points for each kind, rounded; features that weigh little are left out."""
    known = common(((e.employer, e.features) for e in train), terms.least, terms.employers)
    column = {f: i for i, f in enumerate(known)}
    pairs = [(i, column[f]) for i, e in enumerate(train) for f in e.features if f in column]
    rows, columns = zip(*pairs, strict=True)
    x = csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(len(train), len(known)))
    wanted = np.array([e.kind for e in train])
    offset, one_hot = terms.sharpness * np.array([e.points for e in train]), np.eye(kinds)[wanted]

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(-1, kinds)
        score = offset + x @ weights
        score -= score.max(1, keepdims=True)
        share = np.exp(score)
        share /= share.sum(1, keepdims=True)
        miss = -np.log(share[np.arange(len(wanted)), wanted] + 1e-12).sum()
        slope = x.T @ (share - one_hot) + terms.pull * weights
        return miss + terms.pull / 2 * (weights**2).sum(), np.asarray(slope).ravel()

    start = np.zeros(len(known) * kinds)
    weights = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x.reshape(
        -1, kinds
    )
    weights = np.round((weights - weights.mean(1, keepdims=True)) / terms.sharpness, 1)
    return {
        f: list(map(float, w)) for f, w in zip(known, weights, strict=True) if np.abs(w).max() >= terms.drop
    }


def common(rows: Iterable[tuple[str, Iterable[str]]], least: int, employers: int) -> list[str]:
    """Return the features that stand in enough of the rows, of enough employers; a row is whose it is and its features."""
    lines, owners = Counter[str](), defaultdict[str, set[str]](set)
    for employer, features in rows:
        for feature in features:
            lines[feature] += 1
            owners[feature].add(employer)
    return sorted(f for f, n in lines.items() if n >= least and len(owners[f]) >= employers)


def part_of(employer: str, parts: int) -> int:
    """Return the part of the employers, from 0, that one belongs to: the same in every run."""
    return int(hashlib.md5(employer.encode()).hexdigest(), 16) % parts  # noqa: S324


def best(example: Example, weights: dict[str, list[float]], kinds: int) -> int:
    """Return the number of the kind with most points."""
    score = np.array(example.points) + sum(
        (np.array(weights[f]) for f in example.features if f in weights), np.zeros(kinds)
    )
    return int(score.argmax())


def entries(points: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield lines of YAML: a word and its points, sorted."""
    for name, given in sorted(points.items()):
        key = name if yaml.safe_load(name) == name else f'"{name}"'
        yield f"  {key}: {yaml.safe_dump(given, default_flow_style=True, width=200).strip()}\n"
