"""Several people's answers on the page: blanks, what is said once, and broken files in plain words."""

from flask.testing import FlaskClient

from advisor.readiness.files import write_answers
from tests.readiness.made import IDS, all_at
from tests.web.test_readiness_pages import ANA, carried, go, said, text, tree, upload


def half_blank(form: str) -> tuple[str, str]:
    answers = {i: 4 for i in IDS if i not in ("A3", "B4", "D2")} | {"H2": "dont-know"}
    return f"dee.{form}", write_answers({"Dee": answers}, format=form)


def mind(page) -> str:
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
