"""The command ``advisor``, and ``python -m advisor``: the command line in a process of its own."""

import gc

from advisor.cli import main


def run() -> None:
    """Run one command."""
    # It soon ends: looking for unused objects among the million of the rubrics would take a third of its time.
    gc.disable()
    main()


if __name__ == "__main__":
    run()
