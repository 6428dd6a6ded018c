"""Answer files of the readiness pages: put together, refused, downloaded."""

import io
import json

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from advisor import assess_readiness
from advisor.readiness.files import read_answer_file
from tests.readiness.made import IDS, all_at
from tests.web.questionnaire import ANA, BO, carried, go, said, text, tree, upload


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
