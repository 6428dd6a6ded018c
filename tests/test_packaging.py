"""The package as others get it: declared dependencies, locks, and the wheel installed alone outside the checkout."""

import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))

AD = """Community Manager

Responsibilities
- Welcome new members to our forum and help them find their feet
- Grow our follower count on Instagram and plan the content calendar
- Answer customer tickets within four hours
"""

PAGES = """
import json, pathlib, sys
import advisor
from advisor.web import create_app
client = create_app({"TESTING": True}).test_client()
home = client.get("/")
role = client.post("/role", data={"text": sys.argv[1]}, headers={"Sec-Fetch-Site": "same-origin"})
text = role.get_data(as_text=True)
assert "Welcome new members" in text, text[:2000]
asset = client.get("/static/" + sorted(p.relative_to(r) for r in [pathlib.Path(client.application.static_folder)]
                                       for p in r.rglob("*.css"))[0].as_posix())
print(json.dumps({"file": advisor.__file__, "home": home.status_code, "role": role.status_code, "css": asset.status_code}))
"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> dict[str, str]:
    """Package name to version; every pin has to carry a hash."""
    found = {}
    for entry in re.split(r"\n(?=\S)", (CHECKOUT / lock).read_text(encoding="utf-8")):
        pin = re.match(r"([\w.-]+)==([^\s;]+)", entry)
        if pin:
            assert "--hash=sha256:" in entry, f"{lock}: {pin[0]} has no hash"
            found[normal(pin[1])] = pin[2]
    return found


def declared() -> set[str]:
    return {normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in PROJECT["project"]["dependencies"]}


def test_the_locks_agree_and_cover_what_is_declared() -> None:
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert declared() <= run.keys()
    assert run.items() <= dev.items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_name_no_index(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_dependency_says_why() -> None:
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.findall(r'^  "([\w.-]+)[^"]*",(.*)$', text.split("[tool.", 1)[0], re.MULTILINE)
    assert {normal(name) for name, _ in listed} >= declared()
    assert [name for name, rest in listed if not re.fullmatch(r"\s+# \S.{10,}", rest)] == []


def test_what_the_package_imports_is_what_it_declares() -> None:
    providers = packages_distributions()
    imported: dict[str, set[str]] = {}
    for path in (CHECKOUT / "advisor").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            for top in {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"advisor"}:
                distributions = {normal(d) for d in providers.get(top, [top])}
                imported.setdefault("/".join(sorted(distributions)), set()).add(path.name)
    # Packages that live and are versioned with a declared one.
    companions = {"werkzeug": "flask", "jinja2": "flask", "markupsafe": "flask", "limits": "flask-limiter"}
    used = {companions.get(name, name) for name in imported}
    assert used - declared() == set(), imported
    assert declared() - used == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The bin folder of an environment with the wheel in it and, borrowed from this one, the locked packages."""
    folder = wheel.parent
    venv = folder / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=folder)
    python = venv / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, wheel, cwd=folder)
    # A .pth file adds the folder, but not what the .pth files in that folder add: the checkout stays out.
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    (Path(site) / "locked.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv / "bin"


def run(*command: str | Path, cwd: Path, stdin: str = "") -> str:
    """Run outside the checkout's reach; the standard output."""
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        capture_output=True,
        text=True,
        input=stdin,
        cwd=cwd,
        env=env,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    moved = {"advisor": "advisor", "rubrics": "advisor/_data/rubrics", "templates": "advisor/_data/templates"}
    expected = {
        f"{target}/{path.relative_to(CHECKOUT / source).as_posix()}"
        for source, target in moved.items()
        for path in (CHECKOUT / source).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == expected
    for needed in ("advisor/py.typed", "advisor/_data/rubrics/scoring.yaml"):
        assert needed in held


def test_the_wheel_says_what_the_package_is(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = archive.read(name).decode()
    assert "Description-Content-Type: text/markdown" in said
    assert (CHECKOUT / "README.md").read_text(encoding="utf-8").strip() in said


def test_the_wheel_runs_the_command_line(installed: Path, tmp_path: Path) -> None:
    result = json.loads(run(installed / "advisor", "role", "-", "--format", "json", cwd=tmp_path, stdin=AD))
    assert result["schema"] == "advisor.role/1"
    assert set(result["profile"]["present"]) >= {"community", "social_media", "support"}
    run(installed / "advisor", "rubrics", "check", cwd=tmp_path)
    run(installed / "python", "-m", "advisor", "--help", cwd=tmp_path)


def test_the_wheel_serves_the_pages(installed: Path, tmp_path: Path) -> None:
    answer = json.loads(run(installed / "python", "-c", PAGES, AD, cwd=tmp_path).splitlines()[-1])
    assert CHECKOUT not in Path(answer["file"]).parents
    assert (answer["home"], answer["role"], answer["css"]) == (200, 200, 200)


def test_the_wheel_draws_the_pdf(installed: Path, tmp_path: Path) -> None:
    run(installed / "advisor", "role", "-", "--format", "pdf", "--out", "role.pdf", cwd=tmp_path, stdin=AD)
    assert (tmp_path / "role.pdf").read_bytes().startswith(b"%PDF-")
