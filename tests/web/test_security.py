"""Headers on every answer, no cookie, no storing; requests of other sites are refused; limits hold."""

import logging
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.web import create_app

AD = "Welcome new members to our forum and host weekly discussions between members. " * 4
EXPECTED = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
ANSWERS = [
    ("GET", "/", 200),
    ("GET", "/role", 200),
    ("POST", "/role", 200),
    ("GET", "/rubrics", 200),
    ("GET", "/healthz", 200),
    ("GET", "/api/v1/openapi.json", 200),
    ("GET", "/nowhere", 404),
    ("GET", "/api/v1/nowhere", 404),
    ("GET", "/api/v1/roles", 405),
    ("POST", "/api/v1/roles", 415),
]


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_has_the_headers_and_no_cookie(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    response = client.open(path, method=method, data={"text": AD} if method == "POST" else None)
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers
    assert "Strict-Transport-Security" not in response.headers
    assert "Access-Control-Allow-Origin" not in response.headers


def test_transport_security_over_https_only(client: FlaskClient) -> None:
    response = client.get("/", base_url="https://localhost")
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_pages_hold_no_inline_script_or_style_and_nothing_from_elsewhere(client: FlaskClient) -> None:
    pages = [
        client.get("/"),
        client.get("/rubrics"),
        client.post("/role", data={"text": AD}),
        client.get("/nowhere"),
    ]
    for response in pages:
        html = response.get_data(as_text=True)
        assert not re.search(r"<script(?![^>]*\bsrc=)", html)
        assert not re.search(r"<style|\sstyle=|\son\w+=", html)
        for address in re.findall(r"""(?:src|href|action|hx-post|hx-get)=["']([^"']*)""", html):
            assert address.startswith(("/", "#")), address
            assert not address.startswith("//"), address


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://localhost"}, 200),
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 200),
    ],
)
def test_another_sites_form_is_refused(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    assert client.post("/role", data={"text": AD}, headers=headers).status_code == status
    assert client.post("/api/v1/roles", json={"text": AD}, headers=headers).status_code == status


def test_a_body_of_text_may_have_a_mebibyte(client: FlaskClient) -> None:
    large = "host our forum " * 140_000
    page = client.post("/role", data={"text": large})
    assert page.status_code == 413
    assert "up to 1 MB of text" in page.get_data(as_text=True)
    answer = client.post("/api/v1/roles", json={"text": large})
    assert answer.status_code == 413
    assert answer.mimetype == "application/problem+json"


def test_a_file_may_have_five_mebibytes(client: FlaskClient) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="ad.txt"\r\n\r\n'
    body = head + b"x" * (6 << 20) + b"\r\n--x--\r\n"
    response = client.post("/role", data=body, content_type="multipart/form-data; boundary=x")
    assert response.status_code == 413


def test_costly_routes_are_limited_and_say_when_to_come_back() -> None:
    app = create_app({"TESTING": True})
    client = app.test_client()
    body = {"roles": [{"text": AD}]}
    statuses = [client.post("/api/v1/reports", json=body).status_code for _ in range(31)]
    assert statuses[:30] == [200] * 30
    last = client.post("/api/v1/reports", json=body)
    assert last.status_code == 429
    assert last.mimetype == "application/problem+json"
    assert client.get("/").status_code == 200


def test_what_is_pasted_reaches_no_log(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/role", data={"text": AD + " quinquereme"})
        client.post("/api/v1/roles", json={"text": AD + " quinquereme"})
    assert "quinquereme" not in caplog.text


def test_an_unexpected_error_is_a_plain_page_and_logs_no_text(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("quinquereme")

    monkeypatch.setattr("advisor.web.api.analyze_role", broken)
    response = app.test_client().post("/api/v1/roles", json={"text": AD})
    assert response.status_code == 500
    assert response.mimetype == "application/problem+json"
    assert "quinquereme" not in response.get_data(as_text=True) + caplog.text
    assert "RuntimeError at" in caplog.text
