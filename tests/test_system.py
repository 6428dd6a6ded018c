"""The list of what the machine has to provide, and scripts/bootstrap.py, which provides it."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from advisor import system

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", CHECKOUT / "scripts" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lacking(*packages: str) -> tuple[system.Need, ...]:
    return tuple(system.Need(p, "is needed for a test", p, lambda: False, "run") for p in packages)


def test_this_machine_has_all_that_the_tests_rely_on() -> None:
    assert system.missing("run", "test") == ()


def test_an_absent_library_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = system.Need("X", "y", "libx", system._library("libno-such-thing.so.9"), "run")
    monkeypatch.setattr(system, "NEEDS", (*system.NEEDS, absent))
    assert system.missing("run") == (absent,)
    assert system.missing("test") == ()


def test_the_list_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(CHECKOUT / "advisor" / "system.py")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_without_root_and_sudo_it_says_what_to_install(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "NEEDS", lacking("libone", "libtwo"))
    monkeypatch.setattr(bootstrap, "load_system", lambda: system)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(
        bootstrap.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )
    with pytest.raises(SystemExit, match="apt-get install libone libtwo"):
        bootstrap.install_system("run", venv_exists=True)
    assert "libone" in capsys.readouterr().out


def test_package_lists_are_fetched_only_when_installing_fails(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    present: list[bool] = []
    need = system.Need("X", "is needed", "libx", lambda: bool(present), "run")
    calls: list[str] = []

    def quietly(command: list[str], *, show: bool = False) -> bool:
        del show
        calls.append("update" if "update" in command else "install")
        if calls == ["install"]:
            return False
        if calls[-1] == "install":
            present.append(True)
        return True

    monkeypatch.setattr(system, "NEEDS", (need,))
    monkeypatch.setattr(bootstrap, "load_system", lambda: system)
    monkeypatch.setattr(bootstrap, "become_root", list)
    monkeypatch.setattr(bootstrap, "quietly", quietly)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/apt-get")
    bootstrap.install_system("run", venv_exists=True)
    bootstrap.install_system("run", venv_exists=True)
    assert calls == ["install", "update", "install"]


def test_what_apt_installs_without_effect_is_reported(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "NEEDS", lacking("libone"))
    monkeypatch.setattr(bootstrap, "load_system", lambda: system)
    monkeypatch.setattr(bootstrap, "become_root", list)
    monkeypatch.setattr(bootstrap, "quietly", lambda *_, **__: True)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/apt-get")
    with pytest.raises(SystemExit, match="still not found: libone"):
        bootstrap.install_system("run", venv_exists=True)


def test_ubuntus_chromium_package_is_left_alone_since_it_holds_no_browser(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = system.Need("Chromium", "drives", "chromium", lambda: False, "test")
    monkeypatch.setattr(system, "NEEDS", (absent,))
    monkeypatch.setattr(bootstrap, "load_system", lambda: system)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)
    monkeypatch.setattr(bootstrap.platform, "freedesktop_os_release", lambda: {"ID": "ubuntu"})
    bootstrap.install_system("dev", venv_exists=True)
    monkeypatch.setattr(bootstrap.platform, "freedesktop_os_release", lambda: {"ID": "debian"})
    with pytest.raises(SystemExit, match="apt-get"):
        bootstrap.install_system("dev", venv_exists=True)


def test_the_environment_is_made_again_when_a_lock_changes(bootstrap: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1\n")
    before = bootstrap.fingerprint(lock)
    lock.touch()
    assert bootstrap.fingerprint(lock) == before
    lock.write_text("one==2\n")
    assert bootstrap.fingerprint(lock) != before


def test_a_broken_environment_is_noticed(bootstrap: ModuleType, tmp_path: Path) -> None:
    assert bootstrap.works(Path(sys.executable))
    assert not bootstrap.works(tmp_path / "python")
    dead = tmp_path / "dead"
    dead.write_text("#!/bin/sh\nexit 1\n")
    dead.chmod(0o755)
    assert not bootstrap.works(dead)
