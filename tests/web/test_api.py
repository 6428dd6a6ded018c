"""The API answers with the core's own result, and says of every field what does not fit."""

import io
import json
import re
from typing import Any

import jsonschema
import pypdf
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import advisor
from advisor.web.errors import said
from tests.readiness.made import all_at

AD = """Community Manager

What you'll do
- Welcome new members to our forum and help them find their feet
- Grow our follower count on Instagram and plan the content calendar
- Answer customer tickets within four hours
"""


def test_a_role_is_the_cores_result(client: FlaskClient) -> None:
    response = client.post("/api/v1/roles", json={"text": AD, "title": "Community Lead", "org_size": 12})
    assert response.status_code == 200
    expected = advisor.analyze_role(AD, title="Community Lead", org_size=12).to_dict()
    assert response.get_json() == json.loads(json.dumps(expected))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    from advisor.web import create_app

    answer = create_app({"TESTING": True}).test_client().get("/api/v1/openapi.json").get_json()
    assert isinstance(answer, dict)
    return answer


ANSWERS_ALL: dict[str, Any] = {"respondents": {"Ana": all_at(3, B1=0), "Bo": all_at(1, A2="dont-know")}}
ROLES = [
    {"title": "Host", "duties": ["Run the forum"], "headcount": 2, "hours": 12.5, "reports_to": "COO"},
    {"title": "Manager", "text": AD, "name": "Mia"},
]
SEATS = "A host runs the forum. Two agents, who report to the COO, answer tickets. 7 agents of Acme help out. Tea."
REAL = [
    ("roles", {"text": AD}),
    (
        "roles",
        {"text": "Wir suchen eine Person, die sich um unsere Mitglieder kümmert und das Forum leitet."},
    ),
    ("roles", {"text": "Community Manager", "title": "Community Manager", "org_size": 4}),
    ("orgs", {"text": SEATS}),
    (
        "orgs",
        {"text": "We are a 9 person company. Our community manager does it all: forum, tickets, Instagram."},
    ),
    ("orgs", {"roles": ROLES, "org_size": 900}),
    ("readiness", ANSWERS_ALL),
    ("reports", {"roles": [{"text": AD}]}),
    ("reports", {"org": {"text": SEATS}, "client": "Harbour"}),
    ("reports", {"readiness": ANSWERS_ALL}),
    ("reports", {"roles": [{"text": AD}] * 2, "org": {"roles": ROLES}, "readiness": ANSWERS_ALL}),
]


def schema_of(document: dict[str, Any], path: str) -> dict[str, Any]:
    answers = document["paths"][f"/api/v1/{path}"]["post"]["responses"]["200"]["content"]
    return {**answers["application/json"]["schema"], "components": document["components"]}


@pytest.mark.parametrize(("path", "body"), REAL)
def test_the_document_describes_what_is_answered(
    client: FlaskClient, document: dict[str, Any], path: str, body: dict[str, Any]
) -> None:
    response = client.post(f"/api/v1/{path}", json=body)
    assert response.status_code == 200
    schema = schema_of(document, path)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(response.get_json(), schema, jsonschema.Draft202012Validator)
    for spoiled in (response.get_json() | {"schema": "other"}, response.get_json() | {"more": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoiled, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("path", ["roles", "orgs", "readiness", "reports"])
def test_every_field_of_an_answer_is_described(document: dict[str, Any], path: str) -> None:
    """An object without properties, or an empty schema, says nothing."""
    schemas = document["components"]["schemas"]
    todo, done = [schema_of(document, path) | {"components": {}}], set[str]()
    while todo:
        part = todo.pop()
        if "$ref" in part:
            name = part["$ref"].rsplit("/", 1)[1]
            todo += [] if name in done else [schemas[name]]
            done.add(name)
            continue
        assert {"type", "anyOf", "enum", "const"} & set(part), part
        if part.get("type") == "object":
            assert part.get("properties") or part.get("additionalProperties"), part
        todo += [*part.get("properties", {}).values(), *part.get("anyOf", ()), *part.get("prefixItems", ())]
        todo += [p for key in ("items", "additionalProperties") if isinstance(p := part.get(key), dict)]


@pytest.mark.parametrize("path", ["roles", "orgs", "readiness", "reports"])
@pytest.mark.parametrize(
    "accept",
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/html", "image/*"],
)
def test_a_form_that_is_not_made_here_is_refused(
    client: FlaskClient, document: dict[str, Any], path: str, accept: str
) -> None:
    body = {"roles": [{"text": AD}]} if path == "reports" else {}
    response = client.post(f"/api/v1/{path}", json=body, headers={"Accept": accept})
    assert response.status_code == 406
    assert response.mimetype == "application/problem+json"
    assert "application/json" in response.get_json()["detail"]
    assert "406" in document["paths"][f"/api/v1/{path}"]["post"]["responses"]


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("text/*", "text/markdown"),
        ("application/pdf;q=0.1, application/json;q=0.9", "application/json"),
        ("image/png, */*;q=0.1", "application/json"),
    ],
)
def test_the_accept_header_is_weighed(client: FlaskClient, accept: str, mimetype: str) -> None:
    body = {"roles": [{"text": AD}]}
    assert client.post("/api/v1/reports", json=body, headers={"Accept": accept}).mimetype == mimetype


PAGE_WORDS = re.compile(r"first page|\bforms?\b|go back|browser|no such page", re.IGNORECASE)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nowhere", 404),
        ("GET", "/api/nowhere", 404),
        ("GET", "/api", 404),
        ("GET", "/api/v1/roles", 405),
        ("DELETE", "/api/v1/openapi.json", 405),
        ("POST", "/api/v1/roles", 415),
    ],
)
def test_problems_are_worded_for_programs(client: FlaskClient, method: str, path: str, status: int) -> None:
    response = client.open(path, method=method)
    problem = response.get_json()
    assert (response.status_code, problem["status"]) == (status, status)
    assert not PAGE_WORDS.search(f"{problem['title']} {problem['detail']} {problem['next_step']}")
    assert status != 405 or response.headers["Allow"]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 415, 418, 429, 500, 503, 504])
def test_no_status_sends_a_program_back_to_a_page(app: Flask, status: int) -> None:
    with app.test_request_context("/api/v1/roles"):
        words = said(status)
    assert not PAGE_WORDS.search(" ".join(words))


def test_every_answer_that_can_come_is_described(document: dict[str, Any]) -> None:
    for path in document["paths"].values():
        assert {"200", "400", "403", "405", "406", "413", "415", "422", "429", "500", "503"} <= set(
            path["post"]["responses"]
        )


def test_every_route_of_the_api_is_described(client: FlaskClient, document: dict[str, Any]) -> None:
    rules = {r.rule for r in client.application.url_map.iter_rules() if r.rule.startswith("/api/")}
    assert rules - {"/api/v1/openapi.json"} == set(document["paths"])


@pytest.mark.parametrize(
    ("body", "status", "code", "field"),
    [
        ({}, 422, "fields", "/text"),
        ({"text": AD, "titel": "x"}, 422, "fields", "/titel"),
        ({"text": 5}, 422, "fields", "/text"),
        ({"text": AD, "org_size": 0}, 422, "fields", "/org_size"),
        ({"text": AD, "org_size": "12"}, 422, "fields", "/org_size"),
        ({"text": AD, "title": "x" * 300}, 422, "fields", "/title"),
        ([], 422, "fields", "/"),
        ({"text": ""}, 422, "empty", ""),
        ({"text": " \n\t"}, 422, "empty", ""),
        ({"text": "a\x00b\x01" * 50}, 422, "binary", ""),
    ],
)
def test_what_does_not_fit_is_named(
    client: FlaskClient, body: object, status: int, code: str, field: str
) -> None:
    response = client.post("/api/v1/roles", json=body)
    problem = response.get_json()
    assert response.status_code == status
    assert response.mimetype == "application/problem+json"
    assert problem["code"] == code
    assert problem["next_step"]
    assert [e["field"] for e in problem.get("errors", [])] == ([field] if field else [])


def test_what_is_not_json_is_said(client: FlaskClient) -> None:
    response = client.post("/api/v1/roles", data=b"{", content_type="application/json")
    assert (response.status_code, response.get_json()["code"]) == (400, "json")
    deep = client.post("/api/v1/roles", data=b"[" * 100_000, content_type="application/json")
    assert deep.status_code == 400


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_a_result_or_a_problem(client: FlaskClient, text: str) -> None:
    response = client.post("/api/v1/roles", json={"text": text})
    assert response.status_code in (200, 422)
    assert response.mimetype == (
        "application/json" if response.status_code == 200 else "application/problem+json"
    )


def test_a_report_comes_in_the_form_asked_for(client: FlaskClient) -> None:
    body = {
        "client": "Harbour Ltd",
        "prepared_by": "A. Adviser",
        "date": "2026-11-20",
        "roles": [{"text": AD}],
    }
    plain = client.post("/api/v1/reports", json=body).get_json()
    assert plain["schema"] == "advisor.report/1"
    assert "Harbour Ltd" in json.dumps(plain)
    pdf = client.post("/api/v1/reports", json=body, headers={"Accept": "application/pdf"})
    assert pdf.mimetype == "application/pdf"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages)
    assert "Harbour Ltd" in text
    markdown = client.post("/api/v1/reports", json=body, headers={"Accept": "text/markdown"})
    assert "Harbour Ltd" in markdown.get_data(as_text=True)


def test_a_report_needs_a_part(client: FlaskClient) -> None:
    response = client.post("/api/v1/reports", json={"roles": []})
    assert response.status_code == 422
    assert response.get_json()["code"] == "empty"


def test_health_reads_a_line(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {
        "status": "ok",
        "version": advisor.__version__,
        "rubrics": advisor.load_rubrics().version,
    }


def test_a_field_that_is_not_known_is_told_with_those_of_its_own_place(client: FlaskClient) -> None:
    body = {"roles": [{"text": AD, "titel": "Host"}], "clint": "Harbour"}
    errors = client.post("/api/v1/reports", json=body).get_json()["errors"]
    assert {e["field"]: e["expected"].split(", ")[0:3] for e in errors} == {
        "/roles/0/titel": ["text", "title", "org_size"],
        "/clint": ["title", "client", "prepared_by"],
    }


def test_a_role_that_cannot_be_read_is_pointed_to(client: FlaskClient) -> None:
    roles = [{"text": "Host the forum and welcome members."}, {"text": " "}]
    answer = client.post("/api/v1/reports", json={"roles": roles})
    assert answer.status_code == 422
    assert [e["field"] for e in answer.get_json()["errors"]] == ["/roles/1"]
