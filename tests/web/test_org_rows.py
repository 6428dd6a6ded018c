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


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("headcount-1", "headcount", "Role 2 (“Support agents”): “headcount” is no number for “People”."),
        (
            "hours-1",
            "500",
            "Role 2 (“Support agents”): “Hours a week, each” must be more than 0 and at most 168.",
        ),
        ("measures-0", "x" * 300_000, "Role 1 (“Community manager”): “Judged by” are longer than"),
        ("title-1", "", "Role 2: it has no title."),
        ("org_size", "lots", "The organisation’s size needs a whole number, such as 40."),
    ],
)
def test_what_is_wrong_in_a_row_has_the_focus_and_its_field_is_marked(
    client: FlaskClient, field: str, typed: str, said: str
) -> None:
    page = tree(client.post("/org", data={**fields(read(client)), field: typed, "go": "map"}))
    assert page.xpath("string(//*[@id='problems'][@autofocus][@tabindex='-1']/h2)").startswith(said)
    assert page.xpath("//*[@aria-invalid='true']/@name") == [field]
    assert page.xpath("string(//title)").startswith(said)


def test_what_is_wrong_in_the_box_has_the_focus_and_its_field_is_marked(client: FlaskClient) -> None:
    page = tree(client.post("/org", data={"text": " ", "go": "read"}))
    assert page.xpath("//*[@id='problems'][@autofocus][@tabindex='-1']")
    assert page.xpath("//*[@aria-invalid='true']/@name") == ["text"]
    assert page.xpath("string(//title)").startswith(page.xpath("string(//*[@id='problems']/h2)"))
    broken = client.post("/org", data={"go": "read", "files": (io.BytesIO(b"%PDF-1.4 no"), "a.pdf")})
    assert tree(broken).xpath("//*[@aria-invalid='true']/@name") == ["files"]


@pytest.mark.parametrize(
    ("go", "focused"),
    [("add", "title-2"), ("remove-0", "title-0"), ("remove-1", "go"), ("correct", None)],
)
def test_the_focus_goes_to_the_row_to_go_on_with(client: FlaskClient, go: str, focused: str | None) -> None:
    page = tree(client.post("/org", data={**fields(read(client)), "go": go}))
    assert page.xpath("//*[@autofocus]/@name") == ([focused] if focused else [])
