"""Several people's answers on the page: blanks, what is said once, and broken files in plain words."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from advisor.readiness.files import write_answers
from tests.readiness.made import IDS, SHIPPED, all_at
from tests.web.questionnaire import ANA, carried, go, said, text, tree, upload


def half_blank(form: str) -> tuple[str, str]:
    answers = {i: 4 for i in IDS if i not in ("A3", "B4", "D2")} | {"H2": "dont-know"}
    return f"dee.{form}", write_answers({"Dee": answers}, format=form)


def mind(page: Any) -> str:
    return " ".join(page.xpath("string(//section[@aria-labelledby='cautions'])").split())


def test_a_file_with_blanks_joins_and_says_who_left_what_open(client: FlaskClient) -> None:
    for form in ("yaml", "json"):
        response = upload(client, text(all_at(4)) | {"who": "Bo"}, half_blank(form))
        assert response.status_code == 200
        page = tree(response)
        assert "2 people’s answers" in page.text_content()
        assert "Dee. Doesn’t know 4 of 29 questions" in mind(page)
        assert "Left blank: 3 of these" in mind(page)
        again = tree(go(client, "result", carried(page)))
        assert "Left blank: 3 of these" in mind(again)


def test_ones_own_blanks_are_told_beside_another_persons_answers(client: FlaskClient) -> None:
    own = text(all_at(4))
    del own["A3"]
    page = tree(upload(client, own | {"who": "Bo"}, ANA))
    assert "Bo. Doesn’t know 1 of 29 questions: Member exchange." in mind(page)


def test_a_file_without_any_answer_is_refused_by_name(client: FlaskClient) -> None:
    response = upload(client, text(all_at(4)), ("cy.yaml", write_answers({"Cy": {}})))
    assert response.status_code == 422
    assert "“Cy” has answered nothing yet" in said(tree(response))


def test_advice_on_differences_is_given_once_and_nothing_is_said_twice(client: FlaskClient) -> None:
    bo = ("bo.yaml", write_answers({"Bo": all_at(4, C3=1, D1=1, H1=1, D2=0)}))
    page = tree(upload(client, {}, ANA, bo))
    shown = " ".join(page.text_content().split())
    assert len(page.xpath("//*[@class='spread']")) == 4
    for advice in (SHIPPED.data.says.spread_then, SHIPPED.data.says.watch_then):
        assert shown.count(advice) == 1
    assert "Bo said" not in shown
    assert "4 levels apart" in shown
    assert "3 levels apart" in shown


def test_quotes_are_not_nested_alike(client: FlaskClient) -> None:
    bo = ("bo.yaml", write_answers({"Bo": all_at(4, B1=0, D3=1)}))
    ana = ("ana.yaml", write_answers({"Ana": all_at(4, B1=1, D3=2)}))
    shown = " ".join(tree(upload(client, {}, ana, bo)).text_content().split())
    assert "The answers lie between ‘There is no sponsor’ and ‘Agreed in conversation’." in shown
    assert "““" not in shown
    assert "between “" not in shown


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("dee.yaml", "name: Dee: the lead\nA1: 3\n"),
        ("dee.yaml", "A1: 3\n\tA2: 2\n"),
        ("dee.json", '{"A1": 3 "A2": 2}'),
    ],
)
def test_a_broken_file_says_in_plain_words_what_to_do(client: FlaskClient, name: str, broken: str) -> None:
    problem = said(tree(upload(client, text(all_at(4)), (name, broken))))
    assert "at line" in problem
    assert "download the answers again" in problem
    for jargon in ("YAML", "mapping values", "token", "delimiter"):
        assert jargon not in problem


def half_open(**more: str) -> dict[str, str]:
    return {i: "4" for i in IDS if i not in ("A3", "B4", "D2", "F1", "G2", "H2", "H3")} | more


def tried(client: FlaskClient, answers: dict[str, str], change: str) -> str:
    page = tree(go(client, "try", answers | {"try": change}))
    return " ".join(page.xpath("string(//section[@id='tried'])").split())


def test_a_certain_verdict_is_said_among_open_answers(client: FlaskClient) -> None:
    page = tree(go(client, "result", half_open(B1="0")))
    assert page.xpath("string(//h2[@id='verdict'])") == "Wait: no senior sponsor acts for it."
    assert "Not yet, whatever the open answers turn out to be" in page.text_content()
    assert len(page.xpath("//*[@class='todo']/li")) == 7


def test_a_what_if_without_a_verdict_says_how_many_answers_are_missing(client: FlaskClient) -> None:
    shown = tried(client, half_open(), "A3=4")
    assert "6 of 29 questions would be open. 1 more answer gives one" in shown
    assert "becomes" not in shown
    assert "held back by: Rules" in tried(client, half_open(E1="0"), "E1=4")
    assert "The verdict stays “Wait”." in tried(client, half_open(B1="0"), "A3=4")


def test_question_and_scale_use_the_same_words(client: FlaskClient) -> None:
    asked = tree(client.get("/readiness")).xpath("string(//h1)").rstrip("?").casefold()
    scale = tree(go(client, "result", text(all_at(3)))).xpath(
        "//*[@class='score-line']/*[name()='text']/text()"
    )
    words = {word.casefold() for word in scale if not word.startswith("score")}
    assert words == {"wait", "prepare", "pilot", "hire"}
    assert all(word in asked for word in words)


BROKEN = ("q.yaml", "name: Q\nanswers: {A1: 9, A2: sometimes}\n")


def way_out(page: Any) -> tuple[str, dict[str, Any]]:
    """Return what the button to go on says, and what its form sends."""
    (form,) = page.xpath("//form[@data-leave-out]")
    fields: dict[str, Any] = {}
    for field in form.xpath(".//input"):
        fields.setdefault(field.get("name"), []).append(field.get("value"))
    (button,) = form.xpath(".//button")
    return " ".join(button.text_content().split()), {**fields, "go": button.get("value")}


def test_a_broken_answer_beside_a_good_one_can_be_left_out_by_name(client: FlaskClient) -> None:
    page = tree(upload(client, {}, BROKEN, ANA))
    label, fields = way_out(page)
    assert label == "Leave out “Q” and see the result"
    result = client.post("/readiness", data=fields)
    assert result.status_code == 200
    assert "Answers of Ana" in tree(result).text_content()
    assert "“Q”" not in tree(result).text_content()


def test_everybody_whose_answers_are_broken_is_left_out_at_once(client: FlaskClient) -> None:
    also = ("z.json", '{"name": "Zed", "answers": {"A1": 3, "Z7": 2}}')
    label, fields = way_out(tree(upload(client, text(all_at(3)), BROKEN, also, ANA)))
    assert label == "Leave out “Q” and “Zed” and see the result"
    assert "2 people’s answers" in tree(client.post("/readiness", data=fields)).text_content()


def test_a_file_of_ones_own_name_can_be_left_out(client: FlaskClient) -> None:
    label, fields = way_out(tree(upload(client, text(all_at(3)) | {"who": "ana"}, ANA)))
    assert label == "Leave out “Ana” and see the result"
    assert client.post("/readiness", data=fields).status_code == 200


def test_with_nobody_left_the_way_out_is_the_beginning(client: FlaskClient) -> None:
    label, fields = way_out(tree(upload(client, {}, BROKEN)))
    assert label == "Leave out “Q” and begin again"
    start = tree(client.post("/readiness", data=fields))
    assert "Hire, prepare, pilot or wait?" in start.text_content()
    assert not start.xpath("//input[@name='others']")


def test_an_unreadable_file_does_not_cost_the_good_one(client: FlaskClient) -> None:
    page = tree(upload(client, {}, ("torn.yaml", "A1: 3\n\tA2: 2\n"), ANA))
    assert "“torn.yaml” can’t be read at line 2" in said(page)
    assert "It was left out." in said(page)
    assert "Answers of Ana" in tree(go(client, "result", carried(page))).text_content()
