"""The questionnaire without a browser: answers travel from page to page, nothing that fits is lost."""

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from advisor import assess_readiness
from advisor.rubrics.readiness import load_readiness
from tests.readiness.made import IDS, all_at
from tests.web.questionnaire import carried, go, said, text, tree

QUESTIONS = load_readiness()
SECTIONS = [s.id for s in QUESTIONS.data.sections]


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
        ("others", '{"\\ud800": {"A1": 3}}', "arrived damaged"),
        ("others", '{"Bo": {"A1": "\\ud800"}}', "arrived damaged"),
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
