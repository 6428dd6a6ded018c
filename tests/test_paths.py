"""Where the package finds its rubrics and templates. The wheel's side is in test_packaging.py."""

from pathlib import Path

import pytest

from advisor import paths

CHECKOUT = Path(__file__).parent.parent


def test_a_checkout_uses_its_own_folders() -> None:
    assert paths.rubrics_dir() == CHECKOUT / "rubrics"
    assert paths.templates_dir() == CHECKOUT / "templates"


def test_pages_and_reports_share_the_fonts() -> None:
    from advisor.web import create_app

    served = Path(create_app({"TESTING": True}).static_folder or "") / "fonts"
    assert served == paths.fonts_dir()
    assert len(list(served.glob("*.woff2"))) == 10


def test_an_installed_package_prefers_its_own_data_to_a_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "advisor"
    (package / "_data" / "templates").mkdir(parents=True)
    (tmp_path / "site-packages" / "templates").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.templates_dir() == package / "_data" / "templates"


def test_an_incomplete_installation_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "advisor")
    with pytest.raises(FileNotFoundError, match="rubrics") as caught:
        paths.rubrics_dir()
    assert str(tmp_path / "advisor" / "_data") in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_folder_of_ones_own_is_taken_for_a_while(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ADVISOR_RUBRICS", raising=False)
    assert paths.own_rubrics() is None
    with paths.using_rubrics(tmp_path):
        assert paths.own_rubrics() == tmp_path
        with paths.using_rubrics(None):
            assert paths.own_rubrics() == tmp_path
    assert paths.own_rubrics() is None
