"""Headers on every answer, no cookie, no storing; requests of other sites are refused; limits hold."""

import io
import logging
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from advisor.errors import AdvisorError
from advisor.web import create_app
from tests.readiness.made import all_at

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
WORD = "quinquereme"
TOLD = AD + WORD
TEAM = f"Our community manager runs the {WORD} forum. Two agents answer tickets."
ROWS = {"count": "1", "title-0": f"Host {WORD}", "duties-0": "Run the forum", "name-0": WORD, "fact": WORD}
ANSWERS = {**{id_: str(level) for id_, level in all_at(3, B1=0).items()}, "who": WORD, "client": WORD}
BROKEN = {"answers": (io.BytesIO(b"A1: [3 quinquereme"), "quinquereme.yaml")}
BY_API = {"text": TOLD}
GIVEN = {"respondents": {WORD: all_at(3)}}

# What is asked of every address: (method, address) → bodies; a dict is a form, a tuple of one is JSON.
ASKED: dict[tuple[str, str], list[Any]] = {
    ("GET", "/"): [None],
    ("GET", "/role"): [None],
    ("POST", "/role"): [{"text": TOLD}, {"text": WORD}, {"text": ""}, {"text": TOLD, "org_size": WORD}],
    ("POST", "/role/report"): [{"text": TOLD, "as": kind} for kind in ("md", "json", WORD)] + [{"text": ""}],
    ("GET", "/org"): [None],
    ("POST", "/org"): [
        {"go": "read", "text": TEAM},
        {"go": "read", "text": WORD},
        {"go": "rows"},
        {**ROWS, "go": "map"},
        {**ROWS, "go": "map", "headcount-0": WORD},
        {**ROWS, "go": "correct"},
        {**ROWS, "go": WORD},
    ],
    ("POST", "/org/report"): [{**ROWS, "as": "md", "client": WORD}, {**ROWS, "as": "md"} | BROKEN],
    ("GET", "/readiness"): [None],
    ("POST", "/readiness"): [{**ANSWERS, "go": go} for go in ("start", "A", "review", "result", WORD)]
    + [{**ANSWERS, "go": "try", "try": "B1=3"}, {**ANSWERS, "B1": WORD, "go": "review"}],
    ("POST", "/readiness/report"): [{**ANSWERS, "as": "md"}, {**ANSWERS, "B1": WORD}],
    ("POST", "/readiness/answers"): [{**ANSWERS, "as": "json"}],
    ("GET", "/rubrics"): [None],
    ("GET", "/rubrics/readiness"): [None],
    ("GET", "/rubrics/teams"): [None],
    ("GET", "/healthz"): [None],
    ("GET", "/api/v1/openapi.json"): [None],
    ("POST", "/api/v1/roles"): [(BY_API,), (WORD,), ({WORD: WORD},), {"text": TOLD}],
    ("POST", "/api/v1/orgs"): [({"text": TEAM},), ({"text": WORD},)],
    ("POST", "/api/v1/readiness"): [(GIVEN,), ({"respondents": {WORD: {WORD: WORD}}},)],
    ("POST", "/api/v1/reports"): [({"roles": [BY_API], "client": WORD},), ({"client": WORD},)],
}
# Addresses that are there, asked with another method, and addresses that are not.
ELSEWHERE = [("GET", "/nowhere"), ("GET", "/api/v1/nowhere"), ("GET", "/api/v1/roles"), ("PUT", "/org")]
EVERY = [(*where, i) for where, bodies in ASKED.items() for i in range(len(bodies))]


def ask(client: FlaskClient, method: str, path: str, number: int = 0) -> TestResponse:
    body = ASKED.get((method, path), [None])[number]
    if isinstance(body, tuple):
        return client.open(path, method=method, json=body[0])
    if body and any(isinstance(v, tuple) for v in body.values()):
        for file, _ in (v for v in body.values() if isinstance(v, tuple)):
            file.seek(0)
        body = {k: (io.BytesIO(v[0].read()), v[1]) if isinstance(v, tuple) else v for k, v in body.items()}
    return client.open(path, method=method, data=body)


def test_every_address_is_asked(app: Flask) -> None:
    rules = [r for r in app.url_map.iter_rules() if r.endpoint != "static"]
    there = {(method, r.rule) for r in rules for method in (r.methods or set()) - {"HEAD", "OPTIONS"}}
    assert there == set(ASKED)


def assert_safe(response: TestResponse) -> None:
    """The headers are there, no cookie is set, and a page holds nothing that runs inline or comes from elsewhere."""
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert response.headers["Cache-Control"] in ("no-store", "private, no-cache")
    assert "Set-Cookie" not in response.headers
    assert "Strict-Transport-Security" not in response.headers
    assert "Access-Control-Allow-Origin" not in response.headers
    if response.mimetype != "text/html":
        return
    html = response.get_data(as_text=True)
    assert not re.search(r"<script(?![^>]*\bsrc=)", html)
    assert not re.search(r"<style|\sstyle=|\son\w+=", html)
    addresses = re.findall(
        r"""\b(?:src|srcset|href|action|formaction|poster|data|hx-get|hx-post)=["'](\S[^"'\s]*)""", html
    )
    for address in addresses:
        assert not re.match(r"[a-z][a-z+.-]*:|//|\\\\", address, re.IGNORECASE), address


@pytest.mark.parametrize(("method", "path", "number"), EVERY)
def test_every_answer_is_safe_and_tells_no_log(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, method: str, path: str, number: int
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = ask(client, method, path, number)
    assert response.status_code in (200, 400, 415, 422)
    assert number or response.status_code == 200
    assert_safe(response)
    assert WORD not in caplog.text


@pytest.mark.parametrize(("method", "path"), ELSEWHERE)
def test_errors_are_safe_too(client: FlaskClient, method: str, path: str) -> None:
    response = ask(client, method, path)
    assert response.status_code in (404, 405)
    assert_safe(response)


def test_transport_security_over_https_only(client: FlaskClient) -> None:
    response = client.get("/", base_url="https://localhost")
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


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
        ({"Origin": "http://["}, 403),
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
    assert last.headers["Retry-After"] == "60"
    assert last.mimetype == "application/problem+json"
    assert client.get("/").status_code == 200


def asked_from(app: Flask, sender: str, forwarded: str) -> int:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    body = {"roles": [{"text": AD}]}
    client = app.test_client()
    return client.post(
        "/api/v1/reports", json=body, headers=headers, environ_base={"REMOTE_ADDR": sender}
    ).status_code


def test_behind_a_proxy_each_visitor_has_a_limit_of_their_own() -> None:
    app = create_app({"TESTING": True, "TRUSTED_PROXIES": 1})
    assert [asked_from(app, "127.0.0.1", "192.0.2.1") for _ in range(31)][-1] == 429
    assert asked_from(app, "127.0.0.1", "192.0.2.2") == 200
    # What a visitor writes into the header stands before what the proxy adds, and counts for nothing.
    assert asked_from(app, "127.0.0.1", "198.51.100.9, 192.0.2.1") == 429


def test_without_a_proxy_nobody_gets_round_the_limit_with_a_header() -> None:
    app = create_app({"TESTING": True})
    assert [asked_from(app, "192.0.2.1", f"198.51.100.{n}") for n in range(31)][-1] == 429
    assert asked_from(app, "192.0.2.2", "198.51.100.1") == 200


def test_the_number_of_proxies_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, number in (("", 0), ("0", 0), (" 2 ", 2)):
        monkeypatch.setenv("TRUSTED_PROXIES", text)
        assert create_app({"TESTING": True}).config["TRUSTED_PROXIES"] == number
    for wrong in ("yes", "-1", "1.5", "10", "9" * 5000):
        monkeypatch.setenv("TRUSTED_PROXIES", wrong)
        with pytest.raises(AdvisorError, match="number of proxies"):
            create_app({"TESTING": True})


def test_a_proxy_tells_that_the_visitor_came_over_https() -> None:
    for proxies, header in ((1, "max-age=31536000"), (0, None)):
        client = create_app({"TESTING": True, "TRUSTED_PROXIES": proxies}).test_client()
        response = client.get("/", headers={"X-Forwarded-Proto": "https"})
        assert response.headers.get("Strict-Transport-Security") == header


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


def test_a_host_that_is_not_trusted_is_refused_with_every_header(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_HOSTS", "advisor.example, www.advisor.example")
    client = create_app({"TESTING": True}).test_client()
    assert client.get("/role", headers={"Host": "www.advisor.example"}).status_code == 200
    refused = client.get("/role", headers={"Host": "other.example"})
    assert refused.status_code == 400
    assert all(refused.headers[name] == value for name, value in EXPECTED.items())


def test_a_body_in_chunks_has_the_same_limit(client: FlaskClient) -> None:
    body = b'{"text": "' + b"a" * (2 << 20) + b'"}'
    answer = client.post(
        "/api/v1/roles",
        input_stream=io.BytesIO(body),
        content_type="application/json",
        environ_overrides={
            "wsgi.input_terminated": True,
            "CONTENT_LENGTH": "",
            "HTTP_TRANSFER_ENCODING": "chunked",
        },
    )
    assert answer.status_code == 413
