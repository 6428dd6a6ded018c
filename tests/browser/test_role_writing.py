"""What people do in the role page's box: a file taken out again, errors at their place, a page that follows the text."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from advisor import analyze_role
from advisor.web.roles import sample_text
from tests.browser.axe import assert_clean

Visit = Callable[..., Page]
CLEAN, FOUR = sample_text("clean-role"), sample_text("four-jobs")
# What the browser does on the way back: the field holds its file again, and no event tells.
RESTORE = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "text/plain"}));
  document.getElementById("role-form").elements.file.files = data.files;
  window.dispatchEvent(new Event("pageshow"));
}"""


def verdict(page: Page, text: str) -> None:
    expect(page.locator("#verdict")).to_have_text(analyze_role(text).headline)


@pytest.mark.parametrize("path", ["/", "/role"])
def test_a_file_that_came_back_can_be_taken_out_by_keyboard(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.locator("#chosen")).to_be_hidden()
    page.evaluate(RESTORE, ["old.txt", FOUR])
    expect(page.locator("#chosen")).to_contain_text("Chosen: old.txt.")
    out = page.get_by_role("button", name="Take the file out")
    out.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("old.txt was taken out.")
    expect(page.locator("#file")).to_be_focused()
    expect(out).to_be_hidden()
    assert page.evaluate("document.getElementById('file').files.length") == 0


def test_what_is_typed_after_a_file_wins_over_it(visit: Visit) -> None:
    page = visit("/role")
    page.evaluate(RESTORE, ["old.txt", FOUR])
    box = page.get_by_label("The job description")
    box.fill(CLEAN)
    verdict(page, CLEAN)
    box.press("Tab")
    page.get_by_role("button", name="Read this role").click()
    page.wait_for_selector("details.editor")
    verdict(page, CLEAN)


def test_the_heading_is_what_a_submission_would_show(visit: Visit) -> None:
    page = visit("/role")
    head, box = page.get_by_role("heading", level=1), page.get_by_label("The job description")
    box.fill(FOUR)
    expect(head).to_have_text("“Community Manager”")
    box.fill("- Host the forum and welcome new members\n- Answer tickets from customers in Zendesk")
    expect(head).to_have_text("An ad without a title")
    box.fill("")
    expect(head).to_have_text("What job is this, really?")


def test_a_text_over_the_limit_leaves_no_old_verdict(visit: Visit) -> None:
    page = visit("/role")
    box = page.get_by_label("The job description")
    box.fill(FOUR)
    verdict(page, FOUR)
    typed = "(box, text) => { box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})) }"
    box.evaluate(typed, "€€€€ " * 81_000)
    expect(page.get_by_role("alert")).to_contain_text("longer than 1 MB", timeout=20_000)
    expect(page.locator("#result")).to_contain_text("No verdict yet.")
    expect(page.get_by_role("heading", level=1)).to_have_text("What job is this, really?")
    expect(page).to_have_title("This text is longer than 1 MB – Role advisor")
    box.evaluate(typed, FOUR)
    verdict(page, FOUR)


def test_a_wrong_size_is_told_at_its_field_while_typing(visit: Visit) -> None:
    page = visit("/role", reduced_motion="reduce")
    page.get_by_label("The job description").fill(FOUR)
    verdict(page, FOUR)
    size = page.get_by_label("Organisation size")
    size.fill("lots")
    expect(page.locator("#org_size-error")).to_contain_text("This needs a whole number")
    expect(size).to_have_attribute("aria-invalid", "true")
    expect(size).to_be_focused()
    assert_clean(page)
    size.fill("12")
    verdict(page, FOUR)
    expect(page.locator("#org_size-error")).to_be_hidden()
    expect(size).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_what_is_wrong_gets_the_focus(visit: Visit, script: bool) -> None:
    page = visit("/role", java_script_enabled=script)
    page.get_by_role("button", name="Read this role").click()
    expect(page.locator("#role-error")).to_be_focused()
    expect(page).to_have_title("There is no text to read. – Role advisor")


def test_an_error_goes_when_the_next_text_is_read(visit: Visit) -> None:
    page = visit("/role")
    page.get_by_role("button", name="Read this role").click()
    box = page.get_by_label("The job description")
    expect(box).to_have_attribute("aria-invalid", "true")
    box.fill(FOUR)
    verdict(page, FOUR)
    expect(page.locator("#role-error")).to_have_count(0)
    expect(box).not_to_have_attribute("aria-invalid", "true")
