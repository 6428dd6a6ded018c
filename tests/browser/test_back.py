"""The way back loses nothing, even in a browser that keeps no page alive: no question whether to send again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from advisor import analyze_role
from advisor.system import chromium
from advisor.web.roles import sample_text

CLEAN, FOUR = sample_text("clean-role"), sample_text("four-jobs")


@pytest.fixture(scope="module")
def forgetful(browser: Browser) -> Iterator[Browser]:
    """A browser that makes every page anew on the way back. The session's own must run, for its event loop."""
    launched = browser.browser_type.launch(
        executable_path=chromium(), args=["--no-sandbox", "--disable-features=BackForwardCache"]
    )
    yield launched
    launched.close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def page(forgetful: Browser, site, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = forgetful.new_context(base_url=site.url, java_script_enabled=request.param)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


@pytest.fixture
def edited(forgetful: Browser, site) -> Iterator[Page]:
    """A page that shows the reading of ``FOUR`` above the text, which was then changed to ``CLEAN``."""
    context = forgetful.new_context(base_url=site.url)
    page = context.new_page()
    page.goto("/role")
    page.fill("#text", FOUR)
    page.get_by_role("button", name="Read this role").click()
    expect(page.locator("#verdict")).to_have_text(analyze_role(FOUR).headline)
    page.locator("#editor summary").click()
    page.fill("#text", CLEAN)
    expect(page.locator("#verdict")).to_have_text(analyze_role(CLEAN).headline)
    yield page
    context.close()


def away_and_back(page: Page) -> None:
    page.get_by_role("link", name="How it judges", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How the advisor judges job descriptions")
    page.go_back()


def test_what_was_pasted_on_the_first_page_is_there_again(page: Page) -> None:
    page.goto("/")
    page.fill("#text", FOUR)
    page.fill("#title", "Host")
    page.fill("#org_size", "12")
    away_and_back(page)
    assert page.input_value("#text") == FOUR
    assert (page.input_value("#title"), page.input_value("#org_size")) == ("Host", "12")


def test_a_verdict_is_shown_again_without_sending_the_form_again(page: Page) -> None:
    page.goto("/role")
    for text in (FOUR, CLEAN):
        if page.locator("#editor").count():
            page.locator("#editor summary").click()
        page.fill("#text", text)
        page.get_by_role("button", name="Read this role").click()
        expect(page.locator("#verdict")).to_have_text(analyze_role(text).headline)
    away_and_back(page)
    expect(page.locator("#verdict")).to_have_text(analyze_role(CLEAN).headline)
    assert page.input_value("#text").replace("\r", "") == CLEAN


def test_an_edit_and_its_verdict_come_back(edited: Page) -> None:
    expect(edited).to_have_title(f"{analyze_role(CLEAN).headline} – Role advisor")
    away_and_back(edited)
    expect(edited.locator("#verdict")).to_have_text(analyze_role(CLEAN).headline)
    expect(edited).to_have_title(f"{analyze_role(CLEAN).headline} – Role advisor")


def test_a_browser_that_keeps_nothing_for_a_tab_reads_all_the_same(forgetful: Browser, site) -> None:
    context = forgetful.new_context(base_url=site.url)
    context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused') } })"
    )
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/role")
    page.fill("#text", CLEAN)
    page.get_by_role("button", name="Read this role").click()
    expect(page.locator("#verdict")).to_have_text(analyze_role(CLEAN).headline)
    away_and_back(page)
    expect(page.locator("#verdict")).to_have_text(analyze_role(CLEAN).headline)
    assert not errors
    context.close()


def test_an_edit_outlives_a_reload_and_no_new_visit(edited: Page) -> None:
    edited.fill("#org_size", "12")
    edited.reload()
    expect(edited.locator("#verdict")).to_have_text(analyze_role(CLEAN).headline)
    assert (edited.input_value("#text"), edited.input_value("#org_size")) == (CLEAN, "12")
    edited.goto("/role")
    assert edited.input_value("#text") == ""
    edited.reload()
    assert edited.input_value("#text") == ""


def test_a_refused_form_comes_back_as_it_was(page: Page) -> None:
    page.goto("/role")
    page.fill("#text", FOUR)
    page.fill("#org_size", "lots")
    page.get_by_role("button", name="Read this role").click()
    expect(page.locator("#role-error")).to_be_visible()
    away_and_back(page)
    expect(page.locator("#role-error")).to_be_visible()
    assert page.input_value("#org_size") == "lots"


def test_a_team_and_its_rows_come_back(page: Page) -> None:
    page.goto("/org")
    page.fill("#text", "Our community manager runs the forum. Two agents answer tickets.")
    page.fill("#org_size", "33")
    page.get_by_role("button", name="Read the team").click()
    page.fill("#title-0", "Host")
    page.fill("#duties-0", "Run the wiki")
    page.locator("#org-rows").get_by_role("button", name="This is right").click()
    expect(page.locator("table.matrix")).to_contain_text("Host")
    page.go_back()
    assert (page.input_value("#title-0"), page.input_value("#duties-0")) == ("Host", "Run the wiki")
    page.go_back()
    assert page.input_value("#text").startswith("Our community manager")
    assert page.input_value("#org_size") == "33"
