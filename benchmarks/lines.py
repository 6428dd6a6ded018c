"""How splitting grows on hostile input: doubling the size should about double the time.

python benchmarks/lines.py            # prints the slowest inputs and every one that grows faster than its size
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent)]

from advisor import load_rubrics  # noqa: E402
from advisor.text.lines import split  # noqa: E402

UNITS = [
    *(
        "a",
        " ",
        "\n",
        "•",
        ".",
        "-",
        "#",
        "|",
        ">",
        "&",
        "<b",
        "_",
        '"',
        "。",
        "🌱",
        "\u00a0",
        "\u200b",
        "\r",
        "\t",
        "\\",
    ),
    *(
        "* ",
        "a.B",
        "e.g. ",
        "• a ",
        "<b ",
        "&amp;",
        "&amp;amp;",
        "&#8226;",
        "1. ",
        "(a) ",
        "**",
        "a ",
        "a\n",
        "A\n",
    ),
    *(
        "a\n ",
        "- a\n",
        "a:\n",
        "A: ",
        "# a\n",
        "=\n",
        "What you will do\n",
        "abc def ghi jkl mno pqr stu vwx\nyz ",
    ),
    *(
        "!?",
        "... ",
        "A.B.C.",
        "( a",
        "[ ] ",
        "a • ",
        "a\n•\n",
        "o ",
        "iv) ",
        "</",
        "We. ",
        " \n",
        "x•",
        "a * ",
        '." ',
    ),
]
SIZES = (250_000, 500_000, 1_000_000)


def main() -> None:
    """Time every unit repeated to each size."""
    sections = load_rubrics().sections
    rows: list[tuple[float, float, str]] = []
    for unit in UNITS:
        times: list[float] = []
        for size in SIZES:
            text = (unit * (size // len(unit) + 1))[:size]
            start = time.perf_counter()
            split(text, sections)
            times.append(time.perf_counter() - start)
        rows.append((times[-1], times[-1] / max(times[-2], 1e-4), repr(unit)))
    rows.sort(reverse=True)
    print(f"{'1 MB':>8} {'× for double':>13}  of")
    for seconds, growth, unit in rows[:8] + [r for r in rows[8:] if r[1] > 3 and r[0] > 0.1]:
        print(f"{seconds:7.2f}s {growth:13.1f}  {unit}")


if __name__ == "__main__":
    main()
