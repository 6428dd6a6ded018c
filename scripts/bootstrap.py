"""Sets up what `make run` and `make test` need, once: system libraries, .venv, the locked packages.

    python3 scripts/bootstrap.py run|dev

Standard library only, since nothing else is there yet. Does nothing, quickly, when all is in place.
"""

from __future__ import annotations  # so that an older Python gets as far as our message

import fcntl
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
OLDEST = (3, 11)


def main(purpose: str) -> None:
    """Set up for `purpose`, "run" or "dev"; ends the program with a message when that can't be done."""
    if sys.version_info < OLDEST:
        stop(
            f"The advisor needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {sys.version.split()[0]}.",
            "Install a newer one and name it, e.g.: make run PYTHON=python3.12",
        )
    lock = ROOT / LOCKS[purpose]
    with lock.open("rb") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)  # two makes at once would install over each other
        ready = VENV / f".ready-{purpose}"
        install_system(purpose, venv_exists=PYTHON.exists())
        if not (PYTHON.exists() and ready.exists() and ready.read_text() == fingerprint(lock)):
            install_packages(lock)
            ready.write_text(fingerprint(lock))
        if purpose == "dev" and load_system().chromium() is None:
            print("Fetching Chromium …", flush=True)
            run([str(PYTHON), "-m", "playwright", "install", "--with-deps", "chromium"])


def fingerprint(lock: Path) -> str:
    """Changes when the environment has to be made again: with its Python, its place, its packages or this script.

    By content: file times change with every checkout.
    """
    digest = hashlib.sha256(f"{ROOT}\n{PYTHON.resolve()}\n".encode())
    for path in (lock, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def install_system(purpose: str, *, venv_exists: bool) -> None:
    """Install the system packages that are missing, by apt."""
    system = load_system()
    scopes = ["run"]
    if purpose == "dev":
        scopes.append("test")
    if not venv_exists:
        scopes.append("venv")
    # On Ubuntu the package is only a pointer to a snap, so there Playwright fetches its own, later.
    needs = [need for need in system.missing(*scopes) if not (need.package == "chromium" and on_ubuntu())]
    if not needs:
        return
    packages = [need.package for need in needs]
    for need in needs:
        print(f"Missing on this machine: {need.name} ({need.package}): {need.why}.", flush=True)
    by_hand = f"sudo apt-get install {' '.join(packages)}"
    if not shutil.which("apt-get"):
        stop("This machine has no apt-get, so install these with its own package manager, then try again.")
    prefix = become_root()
    if prefix is None:
        stop(
            "Installing them takes root, and there is no sudo here.",
            f"As root: {by_hand.removeprefix('sudo ')}",
        )
    install = [*prefix, "apt-get", "install", "--yes", "--no-install-recommends", *packages]
    print(f"Installing {' '.join(packages)} …", flush=True)
    # The package lists that are here usually do; fetching them anew takes longer than the packages.
    if not (quietly(install) or (quietly([*prefix, "apt-get", "update"]) and quietly(install, show=True))):
        stop("apt-get could not install them; its last lines are above.", f"By hand: {by_hand}")
    importlib.invalidate_caches()
    still = [need for need in needs if not need.present()]
    if still:
        names = ", ".join(need.name for need in still)
        stop(
            f"Installed, but still not found: {names}.",
            "If this python3 isn't the system's own: make run PYTHON=/usr/bin/python3",
        )


def on_ubuntu() -> bool:
    """Whether this is Ubuntu or made from it."""
    try:
        system = platform.freedesktop_os_release()
    except OSError:
        return False
    return "ubuntu" in f"{system['ID']} {system.get('ID_LIKE', '')}".split()


def become_root() -> list[str] | None:
    """The words to put before a command that needs root; None if there is no way."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if not shutil.which("sudo"):
        return None
    # Without a terminal nobody can type a password: fail instead of hanging.
    ask = [] if sys.stdin.isatty() else ["--non-interactive"]
    return ["sudo", *ask, "env", "DEBIAN_FRONTEND=noninteractive"]


def install_packages(lock: Path) -> None:
    """Make .venv unless a sound one is there, and install the locked packages and the checkout itself."""
    if not works(PYTHON):
        print("Creating .venv …", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    print(f"Installing the packages of {lock.name} …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)])
    # The checkout in place, so that .venv/bin/advisor is there; hatchling comes from the lock.
    run([*pip, "--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT)])


def works(python: Path) -> bool:
    """Whether the environment's Python starts (its base may have been removed), is new enough and has pip."""
    test = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return (
        python.exists()
        and subprocess.run([str(python), "-c", test], check=False, capture_output=True).returncode == 0
    )


def load_system() -> ModuleType:
    """advisor/system.py on its own: importing the package would need the packages we are about to install."""
    spec = importlib.util.spec_from_file_location("advisor_system", ROOT / "advisor" / "system.py")
    assert spec is not None and spec.loader is not None  # noqa: PT018, S101 - for the type checker
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(command: list[str]) -> None:
    """Run a step; end the program when it fails, since its own message has just been shown."""
    done = subprocess.run(command, check=False, cwd=ROOT)
    if done.returncode:
        stop(f"This step failed: {' '.join(command)}", "Its message is above; try again once that is mended.")


def quietly(command: list[str], *, show: bool = False) -> bool:
    """Run a command without its chatter; with `show`, print the end of it when it fails."""
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode and show:
        print("\n".join(done.stdout.splitlines()[-15:]), flush=True)
    return done.returncode == 0


def stop(*message: str) -> None:
    """End with a message and exit status 1."""
    sys.exit("\n".join(message))


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        stop("Usage: python3 scripts/bootstrap.py run|dev")
    main(sys.argv[1])
