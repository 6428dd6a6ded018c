"""The API answers with the core's own result, and says of every field what does not fit."""

import io
import json
from typing import Any

import jsonschema
import pypdf
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import advisor

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


def test_the_document_describes_what_is_answered(client: FlaskClient, document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    answer = client.post("/api/v1/roles", json={"text": AD}).get_json()
    schema = {"$ref": "#/components/schemas/Role", "components": document["components"]}
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(answer, schema, jsonschema.Draft202012Validator)
    spoiled = answer | {"profile": answer["profile"] | {"primary": 3}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoiled, schema, jsonschema.Draft202012Validator)


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
