"""Where the rubrics and the templates are: at the top of the checkout, or inside the installed package. And our fonts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def rubrics_dir() -> Path:
    """The folder of the rubrics that ship with the advisor.

    Raises FileNotFoundError when the installation is incomplete.
    """
    return _find("rubrics")


_OWN_RUBRICS = "ADVISOR_RUBRICS"


def own_rubrics() -> Path | None:
    """The folder of a user's own rubric entries, from the environment (``ADVISOR_RUBRICS``), or None."""
    folder = os.environ.get(_OWN_RUBRICS)
    return Path(folder) if folder else None


@contextmanager
def using_rubrics(folder: Path | None) -> Iterator[None]:
    """Take ``folder``'s entries for everything that this process reads in the meantime; None changes nothing."""
    before = os.environ.get(_OWN_RUBRICS)
    if folder is not None:
        os.environ[_OWN_RUBRICS] = str(folder)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_OWN_RUBRICS, None)
        else:
            os.environ[_OWN_RUBRICS] = before


def templates_dir() -> Path:
    """The folder of the Jinja templates of pages and reports.

    Raises FileNotFoundError when the installation is incomplete.
    """
    return _find("templates")


def static_dir() -> Path:
    """The folder of the pages' style sheets, scripts, pictures and fonts; part of the package."""
    return _PACKAGE / "web" / "static"


def fonts_dir() -> Path:
    """The folder of our fonts, which pages and reports share."""
    return static_dir() / "fonts"


def _find(name: str) -> Path:
    # The package's own data first: beside an installed package lie other people's folders, which may
    # well be called "templates". A checkout has no _data.
    for place in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"The folder “{name}” is missing: it belongs in {_PACKAGE / '_data'} (installed) or "
        f"{_PACKAGE.parent} (checkout). Install the advisor again."
    )
