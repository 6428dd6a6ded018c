"""Job descriptions and answer files beside a team's map: all of them or a plain word, and nothing is lost on the way."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask.testing import FlaskClient

from advisor.readiness.files import write_answers
from advisor.report.model import MOST_ROLES
from advisor.web.roles import sample_text
from tests.readiness.made import all_at

from .test_orgs import TEAM, fields, read, tree

AD = sample_text("four-jobs")
GOOD = write_answers({"Ana": all_at(3)})


def mapped(client: FlaskClient) -> dict[str, Any]:
    page = tree(client.post("/org", data={**fields(read(client)), "go": "map"}))
    return fields(page, "org-carry")


def sent(client: FlaskClient, data: dict[str, Any], form: str = "md", **files: list[tuple[str, str]]) -> Any:
    made = {
        key: [(io.BytesIO(text.encode("utf-8", "surrogateescape")), name) for name, text in named]
        for key, named in files.items()
    }
    return client.post("/org/report", data={**data, "as": form, **made}, content_type="multipart/form-data")


def test_every_job_description_stands_in_the_report(client: FlaskClient) -> None:
    ads = [(f"{i}.txt", AD.replace("Community", f"Community{i}", 1)) for i in range(25)]
    answer = sent(client, mapped(client), "json", roles=ads)
    assert len(answer.get_json()["roles"]) == 25


def test_more_than_a_report_holds_are_refused_before_any_is_read(client: FlaskClient) -> None:
    answer = sent(client, mapped(client), roles=[(f"{i}.txt", AD) for i in range(MOST_ROLES + 1)])
    assert answer.status_code == 422
    said = tree(answer).xpath("string(//*[@id='problems'])")
    assert f"{MOST_ROLES + 1} job descriptions are more than one report holds ({MOST_ROLES})" in said


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("answers", "broken.yaml", "A1: [3\nB1: 2"),
        ("answers", "odd.json", '{"A1": 9}'),
        ("answers", "half.json", '{"context": ["\\ud800"], "A1": 3}'),
        ("answers", "list.yaml", "- 1\n- 2"),
        ("roles", "empty.txt", "  "),
        ("roles", "picture.pdf", "%PDF-1.4 no"),
        ("roles", "what.exe", "MZ\x00\x00\x01"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_beside_its_field_with_the_map(
    client: FlaskClient, kind: str, name: str, text: str
) -> None:
    carried = {**mapped(client), "client": "Harbour", "prepared_by": "A. Consultant"}
    files = {"roles": [("ad.txt", AD)], "answers": [("ana.yaml", GOOD)]}
    files[kind] = [*files[kind], (name, text)]
    answer = sent(client, carried, **files)
    assert answer.status_code >= 400
    page = tree(answer)
    problem = page.xpath("//form[@id='org-carry']//*[@id='problems']")[0]
    assert problem.get("role") == "alert"
    assert page.xpath("//table[contains(@class, 'matrix')]")
    assert page.xpath("string(//title)").startswith(page.xpath("string(//*[@id='problems']/h3)"))
    assert page.xpath("string(//input[@name='client']/@value)") == "Harbour"
    assert page.xpath("string(//input[@name='prepared_by']/@value)") == "A. Consultant"
    kept = page.xpath("//input[@type='checkbox'][@checked]/parent::label")
    assert {" ".join(k.text_content().split()) for k in kept} >= {"ad.txt", "ana.yaml"}


def test_what_was_read_before_the_error_comes_along(client: FlaskClient) -> None:
    page = tree(
        sent(
            client,
            mapped(client),
            roles=[("one.txt", AD), ("<b>.txt", AD.replace("Community", "Forum", 1)), ("none.txt", " ")],
            answers=[("ana.yaml", GOOD)],
        )
    )
    assert "“none.txt”" in page.xpath("string(//*[@id='problems'])")
    again = sent(client, fields(page, "org-carry"), "json", roles=[("three.txt", AD)]).get_json()
    assert len(again["roles"]) == 3
    assert again["readiness"]["schema"] == "advisor.readiness/1"
    assert again["roles"][0]["lines"] == again["roles"][2]["lines"]


def test_two_files_of_one_person_are_told_and_one_can_be_taken_out(client: FlaskClient) -> None:
    page = tree(sent(client, mapped(client), answers=[("ana.yaml", GOOD), ("again.yaml", GOOD)]))
    assert "Ana" in page.xpath("string(//*[@id='problems'])")
    carried = fields(page, "org-carry")
    carried["kept_answers"] = carried["kept_answers"][:1]
    assert sent(client, carried).status_code == 200


def test_every_file_that_cannot_be_used_is_named_and_its_field_marked(client: FlaskClient) -> None:
    page = tree(
        sent(
            client,
            mapped(client),
            roles=[("ad.txt", AD), ("enc.pdf", "%PDF-1.4 no")],
            answers=[("wrong.txt", "nothing of ours"), ("ana.yaml", GOOD)],
        )
    )
    assert page.xpath("string(//*[@id='problems']/h3)") == "2 files can’t be used."
    told = [item.text_content() for item in page.xpath("//*[@id='problems']//li")]
    assert ["enc.pdf" in told[0], "wrong.txt" in told[1]] == [True, True]
    assert page.xpath("//input[@type='file'][@aria-invalid='true']/@name") == ["roles", "answers"]
    assert len(page.xpath("//input[@type='checkbox'][@checked]")) == 2


def test_only_the_field_at_fault_is_marked(client: FlaskClient) -> None:
    page = tree(sent(client, mapped(client), roles=[("ad.txt", AD)], answers=[("odd.json", '{"A1": 9}')]))
    assert page.xpath("//input[@aria-invalid='true']/@name") == ["answers"]


def test_of_several_files_each_that_cannot_be_read_is_named(client: FlaskClient) -> None:
    def told(*names: str) -> Any:
        files = [(io.BytesIO(b"%PDF-1.4 no" if n.endswith(".pdf") else TEAM.encode()), n) for n in names]
        return tree(client.post("/org", data={"go": "read", "files": files})).xpath("//*[@id='problems']")[0]

    assert told("a.txt", "b.pdf").xpath("string(h2)").startswith("“b.pdf”: ")
    both = told("a.pdf", "b.txt", "c.pdf")
    assert both.xpath("string(h2)") == "2 files can’t be used."
    assert [item.text_content()[:7] for item in both.xpath(".//li")] == ["“a.pdf”", "“c.pdf”"]


def test_a_report_of_several_parts_is_not_called_a_map(client: FlaskClient) -> None:
    alone = sent(client, mapped(client), "json").headers["Content-Disposition"]
    together = sent(client, mapped(client), "json", roles=[("ad.txt", AD)]).headers["Content-Disposition"]
    assert (alone, together) == ('attachment; filename="team-map.json"', 'attachment; filename="report.json"')


def test_answers_in_the_field_of_job_descriptions_are_told_their_place(client: FlaskClient) -> None:
    page = tree(
        sent(client, mapped(client), roles=[("ana.yaml", "schema: advisor.answers/1\nrespondents:\n")])
    )
    assert "where answers are asked for" in page.text_content()
