"""The questionnaire without a browser: answers travel from page to page, nothing that fits is lost."""

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict

from advisor import assess_readiness
from advisor.readiness.files import read_answer_file, write_answers
from advisor.rubrics.readiness import load_readiness
from tests.readiness.made import IDS, all_at

QUESTIONS = load_readiness()
SECTIONS = [s.id for s in QUESTIONS.data.sections]


def tree(response) -> Any:
    return html.fromstring(response.get_data(as_text=True))


def carried(page: Any, form: str = "questionnaire") -> MultiDict[str, str]:
    """The fields that the page's form would send, buttons aside."""
    fields = MultiDict[str, str]()
    inputs = page.xpath(f"//form[@id='{form}']//input | //input[@form='{form}']")
    for field in inputs:
        kind = field.get("type")
        if kind in ("radio", "checkbox") and field.get("checked") is None:
            continue
        if kind != "file" and field.get("name"):
            fields.add(field.get("name"), field.get("value") or "")
    return fields


def go(client: FlaskClient, where: str, fields: Any) -> Any:
    return client.post("/readiness", data=MultiDict([*MultiDict(fields).items(multi=True), ("go", where)]))


def text(answers: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in answers.items()}


def said(page: Any) -> str:
    return " ".join(page.xpath("string(//*[@id='problems'])").split())


def test_the_first_page_says_how_long_it_takes(client: FlaskClient) -> None:
    response = client.get("/readiness")
    page = tree(response)
    assert f"{len(IDS)} questions" in page.xpath("string(//*[@class='lede'])")
    assert len(page.xpath("//input[@name='context']")) == len(QUESTIONS.flags)
    assert response.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_asks_all_its_questions(client: FlaskClient, section: str) -> None:
    page = tree(go(client, section, {}))
    for item in QUESTIONS.of_section(section):
        (group,) = page.xpath(f"//fieldset[@id='q-{item.id}']")
        assert item.question in group.xpath("string(legend)")
        values = group.xpath(".//input[@type='radio']/@value")
        skip = [] if QUESTIONS.needed(item.id, ()) else ["not-applicable"]
        assert values == ["0", "1", "2", "3", "4", "dont-know", *skip]
        shown = group.xpath("string(.//details)")
        assert item.why in shown
        assert QUESTIONS.sources[item.sources[0]].title in shown


def test_answers_go_through_all_pages_and_come_back(client: FlaskClient) -> None:
    fields = carried(tree(client.get("/readiness")))
    fields.setlist("context", ["minors", "public_posting"])
    fields["who"] = "Ana <b>"
    expected = dict(zip(IDS, ["0", "1", "2", "3", "4", "dont-know", "not-applicable"] * 5, strict=False))
    for section in SECTIONS:
        page = tree(go(client, section, fields))
        fields = carried(page)
        for item in QUESTIONS.of_section(section):
            fields[item.id] = expected[item.id]
    fields = carried(tree(go(client, "review", fields)))
    back = carried(tree(go(client, SECTIONS[0], fields)))
    review = carried(tree(go(client, "review", back)))
    assert {i: review[i] for i in IDS} == expected
    assert review.getlist("context") == ["minors", "public_posting"]
    assert review["who"] == "Ana <b>"


def test_the_review_shows_every_answer_with_a_way_to_change_it(client: FlaskClient) -> None:
    page = tree(go(client, "review", {"A1": "3", "B2": "dont-know"}))
    rows = page.xpath("//dl/div")
    assert len(rows) == len(IDS)
    assert QUESTIONS.items["A1"].levels[3] in rows[0].xpath("string(dd)")
    changes = page.xpath("//button[starts-with(@formaction, '/readiness#q-')]")
    assert [c.get("formaction") for c in changes] == [f"/readiness#q-{i}" for i in IDS]
    assert f"{len(IDS) - 2} questions have no answer yet" in page.text_content()


def test_doesnt_apply_is_not_offered_where_it_is_no_answer(client: FlaskClient) -> None:
    fields = MultiDict([*text(all_at(4, F3="not-applicable")).items(), ("context", "ai_sanctions")])
    page = tree(go(client, "F", fields))
    (group,) = page.xpath("//fieldset[@id='q-F3']")
    assert "not-applicable" not in group.xpath(".//input/@value")
    assert not group.xpath(".//input[@checked]")
    assert "“Doesn’t apply” is no answer here" in group.text_content()
    assert "ai can remove" in group.text_content().lower()
    review = tree(go(client, "review", fields))
    assert "One question has no answer yet" in review.text_content()
    (row,) = review.xpath("//div[contains(@class, 'answer open')]")
    assert "Doesn’t apply (no answer here)" in row.text_content()
    free = tree(go(client, "F", text(all_at(4, F3="not-applicable"))))
    assert free.xpath("//fieldset[@id='q-F3']//input[@value='not-applicable' and @checked]")


def test_change_leads_back_to_the_review(client: FlaskClient) -> None:
    page = tree(go(client, "B", {**text(all_at(2)), "change": "yes", "from": "review"}))
    assert page.xpath("//button[@name='go']/@value") == ["review", "review"]
    assert page.xpath("//fieldset[@id='q-B1']//input[@value='2' and @checked]")


def test_the_result_is_the_cores(client: FlaskClient) -> None:
    answers = all_at(3, B1=1, C1="dont-know")
    del answers["D1"]
    fields = MultiDict([*text(answers).items(), ("context", "minors"), ("active_members", "1,200")])
    page = tree(go(client, "result", fields))
    expected = assess_readiness(
        {"Respondent 1": {**answers, "D1": "dont-know"}},
        context=["minors"],
        staffing={"active_members": 1200},
    )
    assert page.xpath("string(//h2[@id='verdict'])") == expected.verdict.sentence
    shown = page.text_content()
    for gate in expected.gates:
        assert gate.name in shown
        assert gate.lift in shown
    for action in expected.actions:
        assert action.what in shown
        assert action.done in shown
    assert expected.staffing.says in shown


def test_what_if_moves_the_verdict_and_keeps_the_answers(client: FlaskClient) -> None:
    fields = {**text(all_at(4, B1=0)), "try": "B1=4"}
    page = tree(go(client, "try", fields))
    moved = " ".join(page.xpath("string(//*[@class='moved'])").split())
    assert moved.startswith("Wait")
    assert "Hire" in moved
    assert carried(page)["B1"] == "0"
    assert page.xpath("string(//h2[@id='verdict'])").startswith("Wait")
    kept = tree(go(client, "keep", fields))
    assert carried(kept)["B1"] == "4"
    assert kept.xpath("string(//h2[@id='verdict'])").startswith("Hire")


@pytest.mark.parametrize("change", ["", "B1", "Z9=3", "B1=9", "=", "B1=4=4"])
def test_a_tampered_what_if_is_said_and_loses_nothing(client: FlaskClient, change: str) -> None:
    response = go(client, "try", {**text(all_at(4)), "try": change})
    assert response.status_code == 422
    page = tree(response)
    assert said(page)
    assert all(carried(page)[i] == "4" for i in IDS)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("A1", "9", "“9” is no answer to"),
        ("A1", "-1", "“-1” is no answer to"),
        ("A1", "3.0", "“3.0” is no answer to"),
        ("Z9", "3", "“Z9” is not a question"),
        ("<script>", "3", "“<script>” is not a question"),
        ("context", "vampires", "What is true of the space?"),
        ("active_members", "many", "whole number"),
        ("active_members", "0", "from 1 to 1,000,000"),
        ("cover_hours", "169", "from 0 to 168"),
        ("stage", "huge", "Stage"),
        ("who", "x" * 81, "at most 80 characters"),
        ("others", "{", "arrived damaged"),
        ("others", "[" * 50_000, "arrived damaged"),
        ("others", '{"Bo": 3}', "arrived damaged"),
    ],
)
def test_tampered_fields_are_said_and_the_rest_stays(
    client: FlaskClient, field: str, value: str, says: str
) -> None:
    fields = {**text(all_at(3)), field: value}
    response = go(client, "result", fields)
    assert response.status_code == 422
    page = tree(response)
    assert says in said(page)
    left = carried(page)
    assert all(left[i] == "3" for i in IDS if i != field)


def test_an_unknown_page_is_a_bad_request(client: FlaskClient) -> None:
    assert go(client, "Z", text(all_at(3))).status_code == 400
    assert client.post("/readiness/report", data={"as": "exe"}).status_code == 400


def test_nothing_known_gives_no_verdict_and_what_to_find_out(client: FlaskClient) -> None:
    page = tree(go(client, "result", {}))
    assert page.xpath("string(//h2[@id='verdict'])").startswith("No verdict yet")
    assert len(page.xpath("//*[@class='todo']/li")) == len(IDS)


def test_nothing_applies_gives_no_verdict(client: FlaskClient) -> None:
    page = tree(go(client, "result", text(all_at("not-applicable"))))
    assert page.xpath("string(//h2[@id='verdict'])").startswith("No verdict")


def upload(client: FlaskClient, fields: dict[str, str], *files: tuple[str, str]) -> Any:
    data: dict[str, Any] = {
        **fields,
        "go": "result",
        "files": [(io.BytesIO(t.encode()), n) for n, t in files],
    }
    return client.post("/readiness", data=data, content_type="multipart/form-data")


ANA = ("ana.yaml", write_answers({"Ana": all_at(4)}, context=["minors"], staffing={"active_members": 77}))
BO = ("bo.json", write_answers({"Bo": all_at(1)}, format="json"))


def test_files_of_several_people_are_put_together(client: FlaskClient) -> None:
    page = tree(upload(client, {}, ANA, BO))
    assert "2 people’s answers" in page.text_content()
    expected = assess_readiness({"Ana": all_at(4), "Bo": all_at(1)}, context=["minors"])
    assert page.xpath("string(//h2[@id='verdict'])") == expected.verdict.sentence
    assert len(page.xpath("//*[@class='spread']")) == len(expected.spread) > 0
    again = tree(go(client, "result", carried(page)))
    assert "about 77 active members" in again.text_content()
    assert again.xpath("string(//h2[@id='verdict'])") == expected.verdict.sentence


def test_ones_own_answers_join_those_of_files_and_leave_again(client: FlaskClient) -> None:
    page = tree(upload(client, {**text(all_at(3)), "who": "Cy"}, ANA))
    assert "2 people’s answers" in page.text_content()
    review = tree(go(client, "review", carried(page)))
    assert "With the answers of 1 more person: Ana" in " ".join(review.text_content().split())
    alone = tree(go(client, "alone", carried(review)))
    assert "others" not in carried(alone)
    assert carried(alone)["A1"] == "3"


@pytest.mark.parametrize(
    ("files", "who", "says"),
    [
        ([("a.yaml", "A1: [")], "", "a.yaml"),
        ([("a.yaml", "")], "", "is empty"),
        ([("a.yaml", "\x00\x01\x02")], "", "a.yaml"),
        ([("a.json", '{"A1": 1, "A1": 2}')], "", "twice"),
        ([ANA, ANA], "", "“Ana” answers in"),
        ([ANA], "ana", "“ana” answers here and in a file"),
        ([("a.yaml", "A1: 9")], "", "A1"),
        ([("a.yaml", "Z9: 1")], "", "Z9"),
        ([("deep.yaml", "A1: " + "[" * 9000)], "", "nested too deeply"),
    ],
)
def test_files_that_do_not_fit_are_said_and_answers_stay(
    client: FlaskClient, files: list[tuple[str, str]], who: str, says: str
) -> None:
    response = upload(client, {**text(all_at(2)), "who": who}, *files)
    assert response.status_code == 422
    page = tree(response)
    assert says in said(page)
    assert all(carried(page)[i] == "2" for i in IDS)


def test_ten_thousand_respondents_are_too_many(client: FlaskClient) -> None:
    many = json.dumps({"respondents": {f"P{n}": {"A1": 1} for n in range(10_000)}})
    response = upload(client, text(all_at(2)), ("many.json", many))
    assert response.status_code in (413, 422)
    page = tree(response)
    assert "500" in said(page)
    assert carried(page)["A1"] == "2"


def test_five_hundred_files_are_taken(client: FlaskClient) -> None:
    files = [(f"p{n}.json", json.dumps(all_at(n % 5))) for n in range(500)]
    page = tree(upload(client, {}, *files))
    assert "500 people’s answers" in page.text_content()
    again = go(client, "result", carried(page))
    assert again.status_code == 200


@pytest.mark.parametrize("fields", [{}, text(all_at(3))])
def test_putting_files_together_without_a_file_asks_for_one(
    client: FlaskClient, fields: dict[str, str]
) -> None:
    start = tree(client.get("/readiness"))
    (adding,) = start.xpath("//form[.//input[@type='file']]//input[@name='adding']")
    assert start.xpath("//input[@type='file' and @required]")
    response = go(client, "result", {**fields, adding.get("name"): adding.get("value")})
    assert response.status_code == 422
    page = tree(response)
    assert "No answer file was chosen. Choose one or more first" in said(page)
    kept = carried(page)
    assert {i: kept[i] for i in fields} == fields
    result = tree(go(client, "result", text(all_at(3))))
    assert result.xpath("//form[.//input[@type='file' and @required]]//input[@name='adding']")


def test_a_file_of_another_kind_says_which_kind_is_wanted(client: FlaskClient) -> None:
    for name, data in (("a.png", b"\x89PNG\r\n\x1a\n\x00\x00"), ("a.docx", b"PK\x03\x04\x14\x00\x06")):
        fields = {"go": "result", "adding": "yes", "files": (io.BytesIO(data), name)}
        page = tree(client.post("/readiness", data=fields, content_type="multipart/form-data"))
        assert f"“{name}” is a picture, a document" in said(page)
        assert "Choose an answer file, YAML or JSON" in said(page)


@pytest.mark.parametrize(
    ("who", "others", "name"),
    [
        ("Ana Müller", "", "readiness-answers-ana-muller"),
        ("Head of People/2\r\nX: y", "", "readiness-answers-head-of-people-2-x-y"),
        ("李", "", "readiness-answers"),
        ("", "", "readiness-answers"),
        ("Ana", json.dumps({"Bo": all_at(2)}), "readiness-answers"),
    ],
)
def test_an_answer_file_bears_its_persons_name(client: FlaskClient, who: str, others: str, name: str) -> None:
    for form in ("yaml", "json"):
        fields = {**text(all_at(3)), "who": who, "others": others, "as": form}
        response = client.post("/readiness/answers", data=fields)
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}.{form}"'


def test_answers_download_and_read_back(client: FlaskClient) -> None:
    fields = MultiDict([*text(all_at(2, A1="dont-know")).items(), ("who", "Ana"), ("context", "minors")])
    for form in ("yaml", "json"):
        response = client.post(
            "/readiness/answers", data=MultiDict([*fields.items(multi=True), ("as", form)])
        )
        assert f".{form}" in response.headers["Content-Disposition"]
        found = read_answer_file(response.get_data(), filename=f"x.{form}")
        assert found.respondents == {"Ana": all_at(2, A1="dont-know")}
        assert found.context == ["minors"]


@pytest.mark.parametrize(
    ("kind", "begins"), [("pdf-a4", b"%PDF-1.7"), ("pdf-letter", b"%PDF"), ("md", b"# "), ("json", b"{")]
)
def test_the_report_downloads(client: FlaskClient, kind: str, begins: bytes) -> None:
    fields = {**text(all_at(3)), "client": "Harbour", "prepared_by": "Ines", "as": kind}
    response = client.post("/readiness/report", data=fields)
    assert response.status_code == 200
    assert response.get_data().startswith(begins)
    assert "attachment" in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"


def test_a_report_of_tampered_answers_is_refused_on_a_page(client: FlaskClient) -> None:
    response = client.post("/readiness/report", data={**text(all_at(3)), "A1": "77", "as": "md"})
    assert response.status_code == 422
    assert carried(tree(response))["A2"] == "3"
