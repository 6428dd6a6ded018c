"""The team pages and the API: read, corrected, mapped, taken away; nothing typed is lost."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html

from advisor.orgs.analyze import analyze_org
from advisor.readiness.files import write_answers
from advisor.report.org_view import org_view
from advisor.web.roles import sample_text
from tests.readiness.made import all_at

TEAM = """We are a 60 person company. Our community manager, Dana, reports to the CMO, runs Instagram and the Discord and
answers tickets at weekends. Two support agents answer tickets in Zendesk.
Nobody is there at night."""


def tree(response: Any) -> Any:
    return html.fromstring(response.get_data(as_text=True))


def fields(page: Any, form: str = "org-rows") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in page.xpath(f"//form[@id='{form}']//input | //form[@id='{form}']//textarea"):
        name = field.get("name")
        unticked = field.get("type") == "checkbox" and field.get("checked") is None
        if not name or field.get("type") == "file" or unticked:
            continue
        value = (field.text or "").removeprefix("\n") if field.tag == "textarea" else field.get("value") or ""
        found.setdefault(name, []).append(value)
    return found


def read(client: FlaskClient, text: str = TEAM) -> Any:
    return tree(client.post("/org", data={"text": text, "go": "read"}))


def test_what_was_read_is_shown_for_correction(client: FlaskClient) -> None:
    page = read(client)
    assert page.xpath("string(//h1)") == "We read 2 roles. Is this right?"
    sent = fields(page)
    assert sent["title-0"] == ["Community manager"]
    assert sent["reports_to-0"] == ["CMO"]
    assert sent["headcount-1"] == ["2"]
    assert sent["org_size"] == ["60"]
    assert "Nobody is there at night" in page.xpath("string(//*[@class='notice'])")


def test_corrections_are_kept_to_the_map_and_back(client: FlaskClient) -> None:
    sent = fields(read(client))
    sent["title-0"] = ["Community host"]
    sent["duties-0"] = ["Run the forum\nWelcome new members"]
    page = tree(client.post("/org", data={**sent, "go": "map"}))
    assert "Community host (1)" in page.xpath("string(//table)")
    back = tree(client.post("/org", data={**fields(page, "org-carry"), "go": "correct"}))
    again = fields(back)
    assert again["title-0"] == ["Community host"]
    assert again["duties-0"] == ["Run the forum\nWelcome new members"]
    assert again["org_size"] == ["60"]


def test_what_was_said_of_the_whole_counts_whatever_the_rows_are_called(client: FlaskClient) -> None:
    said = "Marta runs our forum; Jonas and Ayo answer tickets. Nobody is there at night."
    sent = fields(read(client, said))
    assert sent["fact"] == ["Nobody is there at night."]
    sent["title-0"] = ["Zebra"]
    page = tree(client.post("/org", data={**sent, "go": "map"}))
    assert "Zebra (1)" in page.xpath("string(//table)")
    assert "Nobody is there at night" in page.xpath("string(//main)")
    again = fields(tree(client.post("/org", data={**fields(page, "org-carry"), "go": "correct"})))
    assert again["fact"] == sent["fact"]


def test_facts_too_large_are_refused(client: FlaskClient) -> None:
    sent = {**fields(read(client)), "fact": ["We are a 60 person company. " * 60_000]}
    response = client.post("/org", data={**sent, "go": "map"})
    assert response.status_code == 413


def test_markup_in_a_fact_is_text(client: FlaskClient) -> None:
    sent = {**fields(read(client)), "fact": ['"><script>alert(1)</script> nobody is there at night']}
    page = client.post("/org", data={**sent, "go": "map"}).get_data(as_text=True)
    assert "<script>alert(1)" not in page


def test_rows_are_added_and_removed_without_javascript(client: FlaskClient) -> None:
    page = tree(client.post("/org", data={"go": "rows"}))
    sent = fields(page)
    assert sent["count"] == ["3"]
    sent["title-0"], sent["title-2"] = ["Host"], ["Agent"]
    more = fields(tree(client.post("/org", data={**sent, "go": "add"})))
    assert more["count"] == ["4"]
    less = fields(tree(client.post("/org", data={**more, "go": "remove-1"})))
    assert (less["count"], less["title-0"], less["title-1"]) == (["3"], ["Host"], ["Agent"])


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("headcount-1", "0", "Role 2"),
        ("headcount-1", "lots", "is no number"),
        ("hours-0", "500", "Role 1"),
        ("org_size", "-3", "whole number"),
    ],
)
def test_wrong_figures_are_said_and_nothing_is_lost(
    client: FlaskClient, name: str, value: str, says: str
) -> None:
    sent = {**fields(read(client)), name: [value]}
    response = client.post("/org", data={**sent, "go": "map"})
    assert response.status_code == 422
    page = tree(response)
    assert says in page.xpath("string(//*[@id='problems'])")
    assert fields(page)["title-0"] == ["Community manager"]
    assert fields(page)[name] == [value]


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("A company of 1234567 employees.", "org_size", "1234567"),
        ("We are a company of 1,000,000 people.", "org_size", "1000000"),
        ("Half a moderator bans spammers.", "headcount-1", "0.5"),
        ("Two moderators ban spammers 7.25 hours a week each.", "hours-1", "7.25"),
    ],
)
def test_a_number_that_was_read_comes_back_as_it_was(
    client: FlaskClient, said: str, field: str, value: str
) -> None:
    sent = fields(read(client, f"Our community manager runs the forum. {said}"))
    assert sent[field] == [value]
    assert client.post("/org", data={**sent, "go": "map"}).status_code == 200


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "1e3", "٣", "", "x" * 9000])
def test_odd_numbers_of_rows_break_nothing(client: FlaskClient, number: str) -> None:
    sent = {**fields(read(client)), "go": f"remove-{number}"}
    assert client.post("/org", data=sent).status_code in (200, 400)
    assert client.post("/org", data={**sent, "go": "add", "count": number}).status_code == 200
    assert client.post("/org", data={**sent, "go": "map", "org_size": number or "0"}).status_code == 422


def test_a_name_that_was_read_is_seen_and_corrected(client: FlaskClient) -> None:
    said = "Our community manager Maria Lopez runs the forum."
    page = read(client, said)
    field = page.xpath("//input[@name='name-0']")[0]
    assert (field.get("type"), field.get("value")) == ("text", "Maria Lopez")
    assert "name" in page.xpath(f"string(//label[@for='{field.get('id')}'])")
    sent = {**fields(page), "name-0": ["Mary Low"]}
    carried = fields(tree(client.post("/org", data={**sent, "go": "map"})), "org-carry")
    assert carried["name-0"] == ["Mary Low"]


def test_the_heading_says_what_happened(client: FlaskClient) -> None:
    def heading(page: Any) -> str:
        return str(page.xpath("string(//h1)"))

    page = tree(client.post("/org", data={"go": "rows"}))
    assert heading(page) == "Who is in the team, and what do they do?"
    sent = {**fields(page), "title-0": ["Host"]}
    assert heading(tree(client.post("/org", data={**sent, "go": "add"}))) == "4 roles. Is this right?"
    page = read(client, "Our community manager runs the forum. Dan answers tickets.")
    assert page.xpath("//*[contains(@class, 'notice')]")
    for _ in range(2):
        page = tree(client.post("/org", data={**fields(page), "go": "remove-0"}))
    assert heading(page) == "No role is left"
    assert not page.xpath("//*[contains(@class, 'notice')]")


def test_a_doubt_stands_with_its_row_and_goes_with_it(client: FlaskClient) -> None:
    page = read(client, "Our part-time community manager runs the forum. Two agents answer tickets.")
    sent = fields(page)
    doubt = page.xpath("string(//fieldset[1]//div[contains(@class, 'notice')]//li)")
    assert "part-time" in doubt
    page = tree(client.post("/org", data={**sent, "go": "add"}))
    assert doubt in page.xpath("string(//fieldset[1])")
    page = tree(client.post("/org", data={**sent, "go": "remove-0"}))
    assert doubt not in page.xpath("string(//main)")
    sent = {**sent, "title-0": "", "duties-0": "", "hours-0": "", "headcount-0": "", "reports_to-0": ""}
    assert client.post("/org", data={**sent, "go": "map"}).status_code == 200


def test_the_plan_stands_on_the_page(client: FlaskClient) -> None:
    sent = {**fields(read(client)), "go": "map"}
    page = tree(client.post("/org", data=sent))
    told = page.xpath("string(//section[@aria-labelledby='plan'])")
    view = org_view(analyze_org(TEAM))
    assert view.plan
    for window in view.plan:
        assert window.name in told
        for what, owner, done in window.actions:
            assert what in told
            assert owner in told
            assert done in told


@pytest.mark.parametrize("text", ["", "Nothing to see here.", "0 agents answer tickets"])
def test_a_text_without_roles_comes_back(client: FlaskClient, text: str) -> None:
    response = client.post("/org", data={"text": text, "go": "read"})
    assert response.status_code == 422
    page = tree(response)
    assert page.xpath("string(//textarea)").strip() == text
    assert page.xpath("//*[@id='problems']")


def test_empty_rows_make_no_map(client: FlaskClient) -> None:
    response = client.post("/org", data={"count": "3", "go": "map"})
    assert response.status_code == 422
    assert client.post("/org", data={"go": "dance"}).status_code == 400
    assert client.post("/org/report", data={"as": "exe"}).status_code == 400


def test_files_are_read(client: FlaskClient) -> None:
    table = "Role,People,Duties\nHost,1,runs the forum\nAgent,2,tickets\n"
    data = {"go": "read", "files": [(io.BytesIO(table.encode()), "team.csv")]}
    page = tree(client.post("/org", data=data, content_type="multipart/form-data"))
    assert fields(page)["headcount-1"] == ["2"]
    ads = {
        "go": "read",
        "files": [(io.BytesIO(sample_text(n).encode()), f"{n}.txt") for n in ("clean-role", "four-jobs")],
    }
    page = tree(client.post("/org", data=ads, content_type="multipart/form-data"))
    assert page.xpath("string(//h1)") == "We read 2 roles. Is this right?"
    mapped = client.post("/org", data={**fields(page), "go": "map"})
    assert mapped.status_code == 200


@pytest.mark.parametrize(
    ("kind", "begins"), [("pdf-a4", b"%PDF"), ("pdf-letter", b"%PDF"), ("md", b"# "), ("json", b"{")]
)
def test_the_map_downloads_with_roles_and_readiness(client: FlaskClient, kind: str, begins: bytes) -> None:
    page = tree(client.post("/org", data={**fields(read(client)), "go": "map"}))
    answers = write_answers({"Ana": all_at(3, B1=0)})
    data = {
        **fields(page, "org-carry"),
        "as": kind,
        "client": "Harbour",
        "roles": [(io.BytesIO(sample_text("four-jobs").encode()), "ad.txt")],
        "answers": [(io.BytesIO(answers.encode()), "ana.yaml")],
    }
    response = client.post("/org/report", data=data, content_type="multipart/form-data")
    assert response.status_code == 200
    assert response.get_data().startswith(begins)
    if kind == "md":
        text = response.get_data(as_text=True)
        for heading in ("## The next 90 days", "## The team", "## Readiness", "## Sources"):
            assert heading in text


def test_blanks_in_an_answer_file_count_as_not_known(client: FlaskClient) -> None:
    page = tree(client.post("/org", data={**fields(read(client)), "go": "map"}))
    answers = write_answers({"Ana": all_at(3), "Bo": {i: a for i, a in all_at(3).items() if i != "D2"}})
    data = {
        **fields(page, "org-carry"),
        "as": "md",
        "answers": [(io.BytesIO(answers.encode()), "both.yaml")],
    }
    response = client.post("/org/report", data=data, content_type="multipart/form-data")
    assert response.status_code == 200
    assert "Left blank: 1 of these" in response.get_data(as_text=True)


def test_the_api_maps_text_and_roles(client: FlaskClient) -> None:
    by_text = client.post("/api/v1/orgs", json={"text": TEAM}).get_json()
    assert by_text["schema"] == "advisor.org/1"
    assert [r["title"] for r in by_text["roles"]] == ["Community manager", "Support agents"]
    roles = [{"title": "Host", "duties": ["Run the forum"], "headcount": 2, "reports_to": "COO"}]
    assert client.post("/api/v1/orgs", json={"roles": roles, "org_size": 9}).get_json()["org_size"] == 9
    for wrong in (
        {},
        {"text": TEAM, "roles": roles},
        {"roles": [{"title": "x", "headcount": 0}]},
        {"text": "hm"},
    ):
        response = client.post("/api/v1/orgs", json=wrong)
        assert response.status_code == 422
        assert response.get_json()["next_step"]


def test_one_report_of_all_by_the_api(client: FlaskClient) -> None:
    asked = {
        "roles": [{"text": sample_text("four-jobs")}],
        "org": {"text": TEAM},
        "readiness": {"respondents": {"Ana": all_at(3, B1=0)}},
    }
    plain = client.post("/api/v1/reports", json=asked).get_json()
    assert plain["org"]["schema"] == "advisor.org/1"
    assert plain["conclusion"].startswith("Wait")
    said = [a["what"] for w in plain["plan"] for a in w["actions"]]
    assert len(said) == len(set(said)) > 5
