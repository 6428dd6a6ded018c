"""What people correct in the rows settles what the text said: an empty seat, a sentence without a role, a title."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.test_orgs import fields, read, tree

TEAM = """- Support agents (3): answer tickets
- Community Host (vacant since January): hosts the forum
- Marketing Manager (Dana): posts on Instagram"""
AGENCY = "For posts on Instagram there is Red Heron, whenever they like."


def mapped(client: FlaskClient, sent: dict[str, Any]) -> str:
    response = client.post("/org", data={**sent, "go": "map"})
    assert response.status_code == 200
    return str(tree(response).xpath("string(//main)"))


def with_row(client: FlaskClient, sent: dict[str, Any], **row: str) -> dict[str, Any]:
    more = fields(tree(client.post("/org", data={**sent, "go": "add"})))
    last = int(more["count"][0]) - 1
    return {**more, **{f"{column}-{last}": [text] for column, text in row.items()}}


@pytest.mark.parametrize("who", [{"name": "Zed"}, {"headcount": "1"}])
def test_a_seat_that_has_somebody_now_is_empty_no_more(client: FlaskClient, who: dict[str, str]) -> None:
    sent = fields(read(client, TEAM))
    assert "missing from a seat" in mapped(client, sent)
    assert "missing from a seat" in mapped(client, with_row(client, sent, title="Event host", **who))
    filled = with_row(client, sent, title="Community host", duties="hosts the forum", **who)
    assert "missing from a seat" not in mapped(client, filled)


def test_a_second_post_of_a_seat_that_was_read_stays_empty(client: FlaskClient) -> None:
    sent = fields(
        read(client, "Moderator (Ada): reviews reports. We have a vacant post for a second moderator.")
    )
    assert "missing from a seat" in mapped(client, sent)


def test_what_a_new_row_names_is_given_to_a_role(client: FlaskClient) -> None:
    sent = {**fields(read(client, TEAM)), "left": [AGENCY], "fact": [AGENCY]}
    assert "given to no role" in mapped(client, sent)
    row = {"title": "Agency", "name": "Red Heron", "duties": "posts on Instagram"}
    assert "given to no role" not in mapped(client, with_row(client, sent, **row))


def test_a_sentence_is_set_aside_by_its_tick_and_can_come_back(client: FlaskClient) -> None:
    page = read(client, TEAM)
    sent = fields(page)
    assert any("vacant" in text for text in sent["fact"])
    aside = {**sent, "fact": [text for text in sent["fact"] if "vacant" not in text]}
    result = tree(client.post("/org", data={**aside, "go": "map"}))
    assert "missing from a seat" not in result.xpath("string(//main)")
    back = tree(client.post("/org", data={**fields(result, "org-carry"), "go": "correct"}))
    (tick,) = back.xpath("//input[@name='fact'][contains(@value, 'vacant')]")
    assert tick.get("checked") is None


def test_a_row_without_a_title_takes_the_name(client: FlaskClient) -> None:
    sent = {**fields(read(client, TEAM)), "title-0": [""], "name-0": ["Ada"]}
    assert "Ada (3)" in mapped(client, sent)


def test_a_row_with_neither_title_nor_name_is_refused_by_its_number(client: FlaskClient) -> None:
    sent = {**fields(read(client, TEAM)), "title-1": [""], "name-1": [""]}
    response = client.post("/org", data={**sent, "go": "map"})
    assert response.status_code == 422
    assert "Role 2: it has no title" in tree(response).xpath("string(//*[@id='problems'])")


def test_a_long_text_is_carried_to_the_map_and_back(client: FlaskClient) -> None:
    text = TEAM + "\n\n" + "\n".join(f"The weather of day {i} was rather fine." for i in range(400))
    page = tree(client.post("/org", data={**fields(read(client, text)), "go": "map"}))
    assert page.xpath("string(//h1)") == "The team, mapped"
    back = client.post("/org", data={**fields(page, "org-carry"), "go": "correct"})
    assert back.status_code == 200


def test_what_was_assumed_is_told_until_the_row_is_corrected(client: FlaskClient) -> None:
    sent = fields(read(client, "- Support agents (3): answer tickets\n- Forum volunteers: answer questions"))
    doubt = "was taken as"
    assert doubt in mapped(client, sent)
    again = fields(tree(client.post("/org", data={**sent, "go": "map"})), "org-carry")
    assert doubt in mapped(client, again)
    assert doubt not in mapped(client, {**sent, "headcount-1": ["12"], "hours-1": ["3"]})
    page = tree(client.post("/org", data={**sent, "hours-1": ["3"], "go": "add"}))
    assert doubt not in page.xpath("string(//form)")


def test_what_was_told_of_the_whole_goes_with_the_rows_as_they_were_read(client: FlaskClient) -> None:
    sent = fields(read(client, TEAM))
    told = "Nobody sits there today"
    assert told in mapped(client, sent)
    assert told not in mapped(client, {**sent, "title-0": ["Care team"]})
