"""Step 2 of the team page: the text stands beside what was read; messages say what is true."""

from __future__ import annotations

import io

import pytest
from flask.testing import FlaskClient

from advisor.web.forms import whole_number
from tests.web.test_orgs import TEAM, fields, read, tree


def test_the_text_stands_folded_beside_the_rows_and_comes_along(client: FlaskClient) -> None:
    page = read(client)
    assert page.xpath("string(//details[contains(@class, 'source')]/pre)") == TEAM
    sent = fields(page)
    again = tree(client.post("/org", data={**sent, "go": "add"}))
    assert again.xpath("string(//details[contains(@class, 'source')]/pre)") == TEAM
    mapped = tree(client.post("/org", data={**sent, "go": "map"}))
    back = tree(client.post("/org", data={**fields(mapped, "org-carry"), "go": "correct"}))
    assert back.xpath("string(//details[contains(@class, 'source')]/pre)") == TEAM


def test_a_form_filled_in_has_no_text_to_show(client: FlaskClient) -> None:
    page = tree(client.post("/org", data={"go": "rows"}))
    assert not page.xpath("//details[contains(@class, 'source')]")


def test_the_rule_of_a_table_is_no_sentence(client: FlaskClient) -> None:
    page = read(client, "| Title | Work |\n|---|---|\n| Host | runs the forum |\n| Agent | tickets |")
    assert "---" not in page.xpath("string(//form[@id='org-rows'])")
    assert "Given to no role" not in page.xpath("string(//main)")


def test_nothing_typed_is_not_said_to_be_still_here(client: FlaskClient) -> None:
    empty = client.post("/org", data={"text": " ", "go": "read"})
    assert "What you typed is still here" not in empty.get_data(as_text=True)
    kept = client.post("/org", data={"text": "Nothing to see.", "go": "read"})
    assert "What you typed is still here" in kept.get_data(as_text=True)


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 50, b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_kinds_of_files_that_are_told_have_tables_among_them(client: FlaskClient, data: bytes) -> None:
    answer = client.post("/org", data={"go": "read", "files": (io.BytesIO(data), "team")})
    assert ".csv" in tree(answer).xpath("string(//*[@id='problems'])")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1,200", 1200), ("1 200", 1200), ("12,000,000", 12000000), ("40", 40), ("12,5", None), ("1,2 3", None)],
)
def test_a_comma_parts_thousands_only(typed: str, number: int | None) -> None:
    assert whole_number(typed) == number
