"""What importing pulls in. The core judges; it knows no web framework, form library, PDF renderer or database."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import advisor

CORE = ("rubrics", "text", "matching", "roles", "orgs", "readiness", "advice")
FACES = {"flask", "werkzeug", "jinja2", "wtforms", "flask_limiter", "gunicorn", "weasyprint", "sqlalchemy"}
READERS = {"pypdfium2", "mammoth", "inscriptis", "lxml", "requests", "charset_normalizer"}

IMPORT_CORE = f"""
import importlib, pkgutil
from pathlib import Path
import advisor
for name in {CORE!r}:
    if not (Path(advisor.__file__).parent / name).is_dir():
        continue
    package = importlib.import_module("advisor." + name)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
"""


def modules_after(code: str) -> set[str]:
    """The names of all modules loaded once a fresh interpreter has run `code`."""
    done = subprocess.run(
        [sys.executable, "-c", code + "\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(advisor.__file__).parent.parent,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_core_imports_no_face() -> None:
    modules = modules_after(IMPORT_CORE)
    for name in ("rubrics", "text", "matching", "roles", "advice"):
        assert f"advisor.{name}" in modules
    assert modules & FACES == set()


@pytest.mark.parametrize("unwanted", [FACES, READERS], ids=["faces", "file-readers"])
def test_importing_the_advisor_is_light(unwanted: set[str]) -> None:
    modules = modules_after("import advisor")
    assert "advisor" in modules
    assert modules & unwanted == set()


def test_pasted_text_is_analysed_without_faces_and_file_readers() -> None:
    modules = modules_after("import advisor; advisor.analyze_role('Welcome new members to the forum.')")
    assert "advisor.matching" in modules
    assert modules & (FACES | READERS) == set()


def test_the_commands_help_compiles_no_rubrics() -> None:
    assert modules_after("import advisor.cli") & {"pydantic", "re2", "advisor.rubrics.models"} == set()


def test_the_watch_notices_a_face() -> None:
    assert "flask" in modules_after("import advisor, flask") & FACES
