"""Whatever is wrong with a file or a figure, the page says which and where, and there is a way on."""

import io
import json

import pytest
from flask.testing import FlaskClient

from advisor.readiness.files import write_answers
from tests.readiness.made import IDS, all_at
from tests.web.questionnaire import ANA, BO, carried, go, said, text, tree, upload

FLAGGED = ("f.json", json.dumps({"name": "Flo", "context": ["public"], "answers": all_at(4, E4=0)}))


def headline(page) -> str:
    return str(page.xpath("string(//h2[@id='verdict'])"))


def add(client: FlaskClient, fields, *files: tuple[str, str]):
    """Press the result page's button to put files together, all its fields sent along."""
    sent = [(io.BytesIO(data.encode()), name) for name, data in files]
    data = {**fields, "adding": "yes", "files": sent}
    return client.post("/readiness", data=data, content_type="multipart/form-data")


def test_a_flag_of_a_file_counts_however_it_is_spelt(client: FlaskClient) -> None:
    page = tree(upload(client, {}, FLAGGED))
    assert headline(page) == "Prepare first: legal duties are not mapped."
    assert "anyone can read or post" in page.text_content()
    assert headline(tree(go(client, "result", carried(page)))).startswith("Prepare first")


def test_an_unknown_flag_of_a_file_gives_no_result(client: FlaskClient) -> None:
    strange = ("g.yaml", write_answers({"Gil": all_at(4)}, context=["public-postings"]))
    response = upload(client, {}, strange, ANA)
    assert response.status_code == 422
    page = tree(response)
    assert "“g.yaml”: “public-postings” is not something the context knows" in said(page)
    assert not headline(page)


@pytest.mark.parametrize("way", ["result", "try"])
def test_a_bad_figure_is_shown_where_it_can_be_corrected(client: FlaskClient, way: str) -> None:
    fields = {**text(all_at(3)), "minutes_per_member": "abc", "from": "result", "try": "A1=4"}
    page = tree(go(client, way, fields))
    assert page.xpath("//input[@name='minutes_per_member' and @aria-invalid]/@value") == ["abc"]
    assert headline(page)


def test_a_bad_figure_does_not_trap_a_download(client: FlaskClient) -> None:
    fields = {**text(all_at(3)), "minutes_per_member": "abc", "as": "pdf-a4"}
    response = client.post("/readiness/report", data=fields)
    assert response.status_code == 422
    page = tree(response)
    assert page.xpath("//input[@name='minutes_per_member' and @aria-invalid]/@value") == ["abc"]
    review = tree(go(client, "review", carried(page)))
    assert "Review your answers" in review.xpath("string(//h1)")
    again = tree(go(client, "result", carried(review)))
    assert again.xpath("//input[@name='minutes_per_member' and @aria-invalid]")
    corrected = carried(again)
    corrected["minutes_per_member"] = "6"
    assert go(client, "result", corrected).status_code == 200


@pytest.mark.parametrize("figure", ["many", 1.2, -4, "1.200"])
def test_a_bad_figure_of_a_file_names_it_and_stands_in_its_field(client: FlaskClient, figure: object) -> None:
    bad = ("bo.yaml", write_answers({"Bo": all_at(3)}, staffing={"active_members": figure}))
    response = upload(client, {**text(all_at(3)), "who": "Ana"}, bad)
    assert response.status_code == 422
    page = tree(response)
    assert "“bo.yaml”: “active_members” is not a" in said(page)
    assert page.xpath("//input[@name='active_members' and @aria-invalid]/@value") == [str(figure)]
    assert "2 people’s answers" in page.text_content()
    corrected = carried(page)
    corrected["active_members"] = "1200"
    assert "1,200 active members" in tree(go(client, "result", corrected)).text_content()


def test_a_name_that_is_too_long_is_shown_where_it_can_be_shortened(client: FlaskClient) -> None:
    page = tree(go(client, "review", {**text(all_at(3)), "who": "x" * 81, "from": "H"}))
    assert page.xpath("//input[@id='who' and @aria-invalid]")


def test_what_is_typed_beside_the_files_is_sent_with_them(client: FlaskClient) -> None:
    start = tree(client.get("/readiness"))
    (form,) = start.xpath("//form[@id='questionnaire']")
    assert form.xpath(".//input[@name='context']")
    assert form.xpath(".//input[@name='adding' and @type='submit' and @formenctype='multipart/form-data']")
    assert all(b.get("formnovalidate") is not None for b in form.xpath(".//button"))
    page = tree(add(client, {"context": "high_conflict", "who": "Cy"}, BO))
    assert carried(page).getlist("context") == ["high_conflict"]
    typed = {**text(all_at(3)), "client": "Harbour", "active_members": "5000"}
    result = tree(add(client, typed, ANA))
    assert carried(result)["client"] == "Harbour"
    assert carried(result)["active_members"] == "5000"
    assert "those of the files were not used" in result.text_content()
    assert {"client", "active_members", "files"} <= {
        f.get("name") for f in result.xpath("//*[@form='questionnaire'] | //form[@id='questionnaire']//input")
    }


def test_a_result_of_files_alone_leads_to_what_is_true_of_the_space(client: FlaskClient) -> None:
    page = tree(upload(client, {}, BO))
    assert page.xpath("//button[@form='questionnaire' and @name='go' and @value='start']")
    start = tree(go(client, "start", carried(page)))
    fields = carried(start)
    fields.add("context", "minors")
    assert start.xpath("//button[@name='go' and @value='result']")
    assert "children or young people" in tree(go(client, "result", fields)).text_content()


@pytest.mark.parametrize("extra", [ANA, ("torn.yaml", "A1: ["), ("odd.yaml", "context: [moon]\nA1: 3")])
def test_a_bad_extra_file_leaves_the_result_where_it_was(client: FlaskClient, extra: tuple[str, str]) -> None:
    page = tree(upload(client, {}, ANA, BO))
    response = add(client, {**carried(page), "from": "result"}, extra)
    assert response.status_code == 422
    again = tree(response)
    assert extra[0] in said(again)
    assert headline(again) == headline(page)
    assert "2 people’s answers" in again.text_content()


def test_all_that_is_wrong_with_files_is_told_at_once(client: FlaskClient) -> None:
    broken = ("q.yaml", "name: Q\nanswers: {A1: 9}\n")
    page = tree(upload(client, {}, ("torn.yaml", "A1: ["), broken, ANA, ("ana2.yaml", ANA[1])))
    assert all(name in said(page) for name in ("torn.yaml", "“q.yaml”, line 2", "ana2.yaml"))
    assert page.xpath("//form[@data-leave-out]//input[@name='leave_out']/@value") == ["Q"]


def test_without_any_answers_none_are_said_to_be_kept(client: FlaskClient) -> None:
    assert "still here" not in said(tree(upload(client, {}, ("torn.yaml", "A1: ["))))
    assert "still here" in said(tree(upload(client, text(all_at(2)), ("torn.yaml", "A1: ["))))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("context", "moon", "“moon” can’t be chosen"),
        ("stage", "huge", "This needs one of: Starting, Growing, Settled"),
        ("client", "x" * 121, "holds 120 characters"),
    ],
)
def test_messages_of_fields_are_for_people(client: FlaskClient, field: str, value: str, says: str) -> None:
    page = tree(go(client, "result", {**text(all_at(3)), field: value}))
    assert says in said(page)
    assert all(carried(page)[i] == "3" for i in IDS)


def test_the_address_with_a_slash_is_the_same_page(client: FlaskClient) -> None:
    assert client.get("/readiness/").status_code == 200


def test_from_the_basics_of_a_finished_questionnaire_the_way_on_is_back_to_the_review(
    client: FlaskClient,
) -> None:
    page = tree(client.post("/readiness", data={**dict.fromkeys(IDS, "3"), "go": "start", "from": "review"}))
    first = page.xpath("//form[@id='questionnaire']//button[@name='go']")[0]
    assert (first.get("value"), first.get("class")) == ("review", "button")
