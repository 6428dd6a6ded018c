"""Answers kept in the browser: closed tabs, reloads, two tabs, the way back, other people's files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from advisor.readiness.files import write_answers
from advisor.system import chromium
from tests.browser.conftest import Site
from tests.browser.walk import SECTIONS, Visit, choose, forward, kept_copies
from tests.readiness.made import all_at


def test_closing_the_tab_and_coming_back_offers_to_go_on(visit: Visit) -> None:
    page = visit("/readiness")
    expect(page.locator("#resume")).to_be_hidden()
    page.get_by_label("Children or young people").check()
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 2)
    forward(page)
    choose(page, "B1", 4)
    expect(page.locator("[data-saved]")).to_contain_text("Kept on this machine only")
    again = page.context.new_page()
    page.close()
    again.goto("/readiness")
    expect(again.locator("#resume")).to_contain_text("2 answers were kept on this machine")
    again.get_by_role("button", name="Resume").click()
    expect(again.locator("h1")).to_have_text(SECTIONS[1].name)
    expect(again.locator("#q-B1 input[value='4']")).to_be_checked()
    again.get_by_role("button", name="Back").click()
    expect(again.locator("#q-A1 input[value='2']")).to_be_checked()
    again.goto("/readiness")
    again.get_by_role("button", name="Clear them").click()
    expect(again.locator("#resume")).to_be_hidden()
    assert again.evaluate("localStorage.length") == 0


def test_a_reload_brings_back_what_was_chosen_on_the_page(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 2)
    choose(page, "A2", 4)
    expect(page.locator("#progress")).to_contain_text("2 of 29")
    page.reload()
    expect(page.locator("#q-A1 input[value='2']")).to_be_checked()
    expect(page.locator("#q-A2 input[value='4']")).to_be_checked()
    expect(page.locator("#progress")).to_contain_text("2 of 29")
    choose(page, "A3", 3)
    forward(page)
    expect(page.locator("h1")).to_have_text(SECTIONS[1].name)
    expect(page.locator("#progress")).to_contain_text("3 of 29")
    assert kept_copies(page) == [{"A1": "2", "A2": "4", "A3": "3"}]


def test_the_browsers_back_loses_no_later_answer(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 2)
    forward(page)
    expect(page.locator("h1")).to_have_text(SECTIONS[1].name)
    choose(page, "B1", 4)
    page.wait_for_load_state()
    page.go_back()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
    choose(page, "A1", 3)
    forward(page)
    expect(page.locator("#q-B1 input[value='4']")).to_be_checked()
    assert kept_copies(page) == [{"A1": "3", "B1": "4"}]


def _begin(page: Page, name: str, level: int) -> None:
    page.locator("#who").fill(name)
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", level)
    expect(page.locator("[data-saved]")).to_contain_text("Kept on this machine only")


def _two_tabs(visit: Visit) -> tuple[Page, Page]:
    """Open two tabs of one browser, in which Ana and Bo have answered a question each."""
    ana = visit("/readiness")
    bo = ana.context.new_page()
    bo.goto("/readiness")
    _begin(ana, "Ana", 1)
    _begin(bo, "Bo", 4)
    return ana, bo


def test_a_second_tab_keeps_a_copy_of_its_own_and_both_are_offered(visit: Visit) -> None:
    first, _ = _two_tabs(visit)
    first.reload()
    expect(first.locator("#q-A1 input[value='1']")).to_be_checked()
    third = first.context.new_page()
    third.goto("/readiness")
    expect(third.locator(".copy")).to_have_count(2)
    ana = third.locator(".copy", has_text="1 answer of Ana")
    expect(third.locator(".copy", has_text="1 answer of Bo")).to_be_visible()
    ana.get_by_role("button", name="Resume").click()
    expect(third.locator("#q-A1 input[value='1']")).to_be_checked()
    choose(third, "A2", 2)
    assert {"A1": "1", "A2": "2"} in kept_copies(third)
    assert {"A1": "4"} in kept_copies(third)


def test_clear_takes_ones_own_answers_only_and_lasts(visit: Visit) -> None:
    _, bo = _two_tabs(visit)
    bo.get_by_role("button", name="Clear").click()
    expect(bo.locator("[data-saved]")).to_contain_text("These answers are not kept on this machine")
    forward(bo)
    assert kept_copies(bo) == [{"A1": "1"}], "Ana's stay, Bo's are not kept again by going on"
    choose(bo, "B1", 3)
    assert {"A1": "4", "B1": "3"} in kept_copies(bo), "the next answer is kept"


def test_beginning_anew_shows_nobody_elses_answers(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 2)
    page.goto("/readiness")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("#progress")).to_contain_text("0 of 29")
    expect(page.locator("#q-A1 input:checked")).to_have_count(0)
    choose(page, "A1", 0)
    page.goto("/readiness")
    expect(page.locator(".copy")).to_have_count(2)
    page.locator(".copy").first.get_by_role("button", name="Clear them").click()
    expect(page.locator(".copy")).to_have_count(1)
    assert kept_copies(page) == [{"A1": "2"}]


def test_other_peoples_files_bring_nobody_elses_answers_into_the_form(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 3)
    choose(page, "A2", 3)
    page.goto("/readiness")
    bo = write_answers({"Bo": all_at(4)}, format="json").replace('"H1"', '"Z9"')
    page.locator("#files").set_input_files({"name": "b.json", "mimeType": "text/json", "buffer": bo.encode()})
    page.get_by_role("button", name="See what they come to").click()
    expect(page.locator(".kicker").first).to_have_text("0 of 29 questions answered")
    page.locator(".answer button").first.click()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    choose(page, "A3", 1)
    assert sorted(kept_copies(page), key=len) == [{"A3": "1"}, {"A1": "3", "A2": "3"}]


def test_a_changed_answer_outlives_a_reload(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 3)
    forward(page)
    page.get_by_role("button", name="Back").click()
    expect(page.locator("#q-A1 input[value='3']")).to_be_checked()
    choose(page, "A1", 0)
    page.reload()
    expect(page.locator("#q-A1 input[value='0']")).to_be_checked()
    expect(page.locator("#progress")).to_contain_text("1 of 29")
    assert kept_copies(page) == [{"A1": "0"}]


@pytest.fixture(params=[True, False], ids=["pages kept alive", "pages made anew"])
def asked(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """The first section, in a browser that keeps pages alive for Back, and in one that makes them anew."""
    features = (
        "--enable-features=BackForwardCache" if request.param else "--disable-features=BackForwardCache"
    )
    launched = browser.browser_type.launch(executable_path=chromium(), args=["--no-sandbox", features])
    page = launched.new_context(base_url=site.url).new_page()
    page.set_default_timeout(10_000)
    page.goto("/readiness")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
    yield page
    launched.close()


def go_back(page: Page, heading: str) -> None:
    page.wait_for_load_state()
    page.go_back()
    expect(page.locator("h1")).to_have_text(heading)
    page.wait_for_load_state()


def test_a_changed_answer_outlives_the_way_back(asked: Page) -> None:
    page = asked
    choose(page, "A1", 3)
    forward(page)
    expect(page.locator("h1")).to_have_text(SECTIONS[1].name)
    page.get_by_role("button", name="Back").click()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
    choose(page, "A1", 0)
    forward(page)
    expect(page.locator("h1")).to_have_text(SECTIONS[1].name)
    go_back(page, SECTIONS[0].name)
    go_back(page, SECTIONS[1].name)
    assert kept_copies(page) == [{"A1": "0"}]
    expect(page.locator("#questionnaire input[name=A1]")).to_have_value("0")
    forward(page)
    expect(page.locator("h1")).to_have_text(SECTIONS[2].name)
    expect(page.locator("#questionnaire input[name=A1]")).to_have_value("0")


def test_the_way_back_leads_to_nobody_elses_answers(asked: Page) -> None:
    page = asked
    choose(page, "A1", 3)
    page.goto("/rubrics")  # The same address again would take the page's place.
    page.goto("/readiness")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
    choose(page, "A1", 0)
    choose(page, "A2", 0)
    go_back(page, "Hire, prepare, pilot or wait?")
    go_back(page, "How the advisor judges job descriptions")
    go_back(page, SECTIONS[0].name)
    expect(page.locator("#q-A1 input[value='3']")).to_be_checked()
    expect(page.locator("#q-A2 input:checked")).to_have_count(0)
    choose(page, "A3", 3)
    assert sorted(kept_copies(page), key=str) == [{"A1": "0", "A2": "0"}, {"A1": "3", "A3": "3"}]


@pytest.mark.parametrize(
    "kept", ["{", "[]", '{"fields": 3}', '{"fields": [["A1", "77"]], "go": "Z", "at": "x"}']
)
def test_what_was_kept_may_be_damaged(visit: Visit, kept: str) -> None:
    page = visit("/readiness")
    page.evaluate("(text) => localStorage.setItem('advisor.readiness', text)", kept)
    page.reload()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
