"""How fast ads are read: ads a second, the cost of each stage, growth with size, cold import.

    python benchmarks/speed.py            # on a quiet machine; timings elsewhere are noisy: read the ratios

One process, one core. Every ad is different, nothing is cached between them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from ads import ad  # noqa: E402

from advisor import analyze_role, load_rubrics  # noqa: E402
from advisor.matching.fold import fold  # noqa: E402
from advisor.matching.matcher import TitleRead  # noqa: E402
from advisor.roles import analyze  # noqa: E402
from advisor.roles.kinds import kind_reader  # noqa: E402
from advisor.text.lines import split  # noqa: E402


def best(run: Callable[[], object], rounds: int = 5) -> float:
    """Return the seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def forget() -> None:
    """Make the readers forget the lines they have seen."""
    rubrics = load_rubrics()
    rubrics.matcher._remembered.clear()
    kind_reader(rubrics)._lines.clear()


def fresh(texts: list[str]) -> None:
    """Read the texts as if no line of any had been seen."""
    for text in texts:
        forget()
        analyze_role(text)


def stages(texts: list[str]) -> None:
    """Print what each stage costs an ad, in microseconds."""
    rubrics = load_rubrics()
    table = analyze._table(rubrics)
    pieces = [split(t, rubrics.sections) for t in texts]
    shadows = [fold(t) for t in texts]
    cut = [[s[x.start : x.end] for x in p.lines] for s, p in zip(shadows, pieces, strict=True)]
    match = rubrics.matcher._read
    reads = [analyze.read_lines(t, p, rubrics) for t, p in zip(texts, pieces, strict=True)]
    lines = [analyze.signals_of(r, table, rubrics, TitleRead("community", "", 1.0)) for r in reads]
    results = [analyze_role(t) for t in texts]
    n = len(texts)
    timed = {
        "split into lines": lambda: [split(t, rubrics.sections) for t in texts],
        "shadow": lambda: [fold(t) for t in texts],
        "match": lambda: [[match(line, context=False) for line in c] for c in cut],
        "shadow, match and kinds": lambda: [
            analyze.read_lines(t, p, rubrics) for t, p in zip(texts, pieces, strict=True)
        ],
        "signals": lambda: [
            analyze.signals_of(r, table, rubrics, TitleRead("community", "", 1.0)) for r in reads
        ],
        "contrasts": lambda: [analyze.contrasts_of(r, x, rubrics) for r, x in zip(reads, lines, strict=True)],
        "whole": lambda: [analyze_role(t) for t in texts],
        "to_dict (not in whole)": lambda: [r.to_dict() for r in results],
    }
    print(f"{'stage':28} {'µs an ad':>9}")
    for name, run in timed.items():
        print(f"{name:28} {best(run) / n * 1e6:9.0f}")


def main() -> None:
    texts = [ad(seed) for seed in range(200)]
    words = statistics.mean(len(t.split()) for t in texts)
    analyze_role(texts[0])
    fresh(texts)
    for what, run in (
        ("new lines", lambda: fresh(texts)),
        ("lines read before", lambda: [analyze_role(t) for t in texts]),
    ):
        seconds = best(run)
        each = f"{len(texts) / seconds:.0f} ads a second, {seconds / len(texts) * 1e3:.2f} ms each"
        print(f"{len(texts)} ads of {words:.0f} words, {what}: {each}")
    stages(texts)
    print(f"\n{'text':>10} {'ms':>9} {'ns a byte':>10}")
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = ad(1, words=size // 6 + 60)[:size]
        once = best(lambda t=text: fresh([t]), rounds=3)
        print(f"{len(text):>10} {once * 1e3:9.2f} {once / len(text) * 1e9:10.0f}")
    for what in ("import advisor", "import advisor; advisor.analyze_role('Host our forum. ' * 20)"):
        cold = best(lambda w=what: subprocess.run([sys.executable, "-c", w], check=True), rounds=3)
        bare = best(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), rounds=3)
        print(f"{what[:40]:40} {cold - bare:.3f} s beyond a bare interpreter ({bare:.3f} s)")


if __name__ == "__main__":
    main()
