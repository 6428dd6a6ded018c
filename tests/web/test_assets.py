"""Static files: addresses change with content, and only then may a browser keep them for long."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.rubrics.models import PRACTICES


def get(client: FlaskClient, address: str) -> tuple[int, str, bytes]:
    """Status, Cache-Control and content; the file behind the answer is closed."""
    with client.get(address) as answer:
        return answer.status_code, answer.headers.get("Cache-Control", ""), answer.data


def test_the_address_has_the_content_in_it_and_is_kept(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        address = app.jinja_env.globals["asset"]("css/base.css")
    assert "?v=" in address
    status, keep, _ = get(client, address)
    assert status == 200
    assert "immutable" in keep


def test_another_address_of_the_same_file_is_not_kept(client: FlaskClient) -> None:
    status, keep, _ = get(client, "/static/css/base.css?v=stale")
    assert status == 200
    assert "immutable" not in keep


def test_fonts_are_kept_for_a_month(client: FlaskClient) -> None:
    assert get(client, "/static/fonts/inter-latin-400-normal.woff2")[1] == "public, max-age=2592000"


def test_a_typo_is_noticed(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(FileNotFoundError):
        app.jinja_env.globals["asset"]("css/nope.css")


def test_every_address_in_the_style_sheets_exists(client: FlaskClient) -> None:
    fonts = re.findall(rb'url\("\.\./([^"]+)"\)', get(client, "/static/css/tokens.css")[2])
    assert len(fonts) == 8
    for font in fonts:
        assert get(client, f"/static/{font.decode()}")[0] == 200


@pytest.mark.parametrize("practice", [*PRACTICES, "other"])
@pytest.mark.parametrize("rule", [".fill-{} {{ fill", ".ink-{} {{ stroke"])
def test_the_pictures_follow_the_scheme_for_every_practice(
    client: FlaskClient, practice: str, rule: str
) -> None:
    assert f"{rule.format(practice)}: var(--{practice})" in get(client, "/static/css/charts.css")[2].decode()
