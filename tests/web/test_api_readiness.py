"""The API of the questionnaire: the core's own result, and every answer that does not fit by name."""

import json
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient

import advisor
from advisor.readiness.files import write_answers
from tests.readiness.made import IDS, all_at

PATH = "/api/v1/readiness"


def test_readiness_is_the_cores_result(client: FlaskClient) -> None:
    people = {"Sponsor": all_at(4), "Lead": all_at(2, B1=0, F3="not-applicable", A3="dont-know")}
    staffing = {"active_members": 400, "stage": "growing", "cover_hours": 60}
    response = client.post(PATH, json={"respondents": people, "context": ["minors"], "staffing": staffing})
    assert response.status_code == 200
    expected = advisor.assess_readiness(people, context=["minors"], staffing=staffing).to_dict()
    assert response.get_json() == json.loads(json.dumps(expected))


@pytest.mark.parametrize(
    "people",
    [{"Ana": all_at(0), "Ben": all_at(4)}, {"Ana": all_at("dont-know")}, {"Ana": all_at("not-applicable")}],
)
def test_the_document_describes_what_is_asked_and_answered(
    client: FlaskClient, people: dict[str, Any]
) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    asked = {"respondents": people, "context": ["minors"], "staffing": {"cover_hours": 168}}
    answer = client.post(PATH, json=asked).get_json()
    for name, value in (("Readiness", answer), ("ReadinessRequest", asked)):
        schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
    spoiled = answer | {"verdict": answer["verdict"] | {"band": 3}}
    schema = {"$ref": "#/components/schemas/Readiness", "components": document["components"]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoiled, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({}, "fields", "/respondents"),
        ([], "fields", "/"),
        ({"respondents": []}, "fields", "/respondents"),
        ({"respondents": {}}, "empty", None),
        ({"respondents": {"Ana": 3}}, "answers-shape", "/respondents/Ana"),
        ({"respondents": {"Ana": all_at(4, A9=1)}}, "unknown-item", "/respondents/Ana/A9"),
        ({"respondents": {"Ana": all_at(4, A1=5)}}, "answer", "/respondents/Ana/A1"),
        ({"respondents": {"Ana": all_at(4, A1="4")}}, "answer", "/respondents/Ana/A1"),
        ({"respondents": {"a/b~": all_at(4, A1=None)}}, "missing-answers", "/respondents/a~1b~0/A1"),
        ({"respondents": {"Ana": all_at(4), "ANA": all_at(4)}}, "duplicate-respondent", "/respondents/ANA"),
        ({"respondents": {"Ana": all_at(4)}, "context": ["minor"]}, "context", "/context"),
        ({"respondents": {"Ana": all_at(4)}, "context": "minors"}, "fields", "/context"),
        ({"respondents": {"Ana": all_at(4)}, "staffing": {"stage": "late"}}, "staffing", None),
        ({"respondents": {"Ana": all_at(4)}, "staffing": {"members": 3}}, "fields", "/staffing/members"),
        (
            {"respondents": {"Ana": all_at(4)}, "staffing": {"active_members": 0}},
            "fields",
            "/staffing/active_members",
        ),
        ({"respondents": {f"P{n}": {} for n in range(10_000)}}, "too-many-respondents", None),
    ],
)
def test_what_does_not_fit_is_named(client: FlaskClient, body: Any, code: str, field: str | None) -> None:
    response = client.post(PATH, json=body)
    problem = response.get_json()
    assert response.status_code == 422
    assert response.mimetype == "application/problem+json"
    assert problem["code"] == code
    assert problem["next_step"]
    fields = [e["field"] for e in problem.get("errors", [])]
    assert fields == ([field] if field else [])


def test_every_missing_answer_is_a_field(client: FlaskClient) -> None:
    problem = client.post(PATH, json={"respondents": {"Ana": {"A1": 3}}}).get_json()
    assert [e["field"] for e in problem["errors"]] == [f"/respondents/Ana/{i}" for i in IDS[1:]]


def test_a_name_that_stands_twice_is_refused(client: FlaskClient) -> None:
    one = json.dumps(all_at(4))
    body = f'{{"respondents": {{"Ana": {one}, "Ana": {one}}}}}'
    response = client.post(PATH, data=body, content_type="application/json")
    assert (response.status_code, response.get_json()["code"]) == (400, "duplicate-name")
    assert "“Ana”" in response.get_json()["detail"]


def test_ten_thousand_full_answers_are_too_large(client: FlaskClient) -> None:
    response = client.post(PATH, json={"respondents": {f"P{n}": all_at(3) for n in range(10_000)}})
    assert response.status_code == 413
    assert response.mimetype == "application/problem+json"


def test_an_answer_file_is_a_body(client: FlaskClient) -> None:
    body = json.loads(write_answers({"Ana": all_at(4, B1=0)}, format="json"))
    response = client.post(PATH, json=body)
    assert response.status_code == 200
    assert response.get_json() == advisor.assess_readiness({"Ana": all_at(4, B1=0)}).to_dict()


def test_readiness_in_a_report(client: FlaskClient) -> None:
    asked = {
        "readiness": {"respondents": {"Ana": all_at(3, B1=0)}, "context": ["minors"]},
        "client": "Harbour",
    }
    plain = client.post("/api/v1/reports", json=asked).get_json()
    assert plain["readiness"]["verdict"]["band"] == "not_yet"
    assert plain["roles"] == []
    pdf = client.post("/api/v1/reports", json=asked, headers={"Accept": "application/pdf"})
    assert pdf.get_data().startswith(b"%PDF")
    both = asked | {"roles": [{"text": "Forum host\n\n- Welcome new members to our forum"}]}
    markdown = client.post("/api/v1/reports", json=both, headers={"Accept": "text/markdown"}).get_data(
        as_text=True
    )
    assert "## Readiness" in markdown


def test_wrong_answers_in_a_report_are_named(client: FlaskClient) -> None:
    asked = {"readiness": {"respondents": {"Ana": all_at(3, B1=9)}}}
    response = client.post("/api/v1/reports", json=asked)
    assert response.status_code == 422
    assert response.get_json()["errors"][0]["field"] == "/readiness/respondents/Ana/B1"


def test_an_answer_file_of_other_rubrics_is_not_judged_in_silence(client: FlaskClient) -> None:
    body = {"schema": "advisor.answers/1", "rubrics": "1999.01", "respondents": {"Ana": all_at(4)}}
    refused = client.post(PATH, json=body)
    assert (refused.status_code, refused.get_json()["code"]) == (422, "other-rubrics")
    assert "1999.01" in refused.get_json()["detail"]
    assert "without “rubrics”" in refused.get_json()["next_step"]
    del body["rubrics"]
    assert client.post(PATH, json=body).status_code == 200
