"""What people do on the role page, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from advisor import analyze_role
from advisor.web.roles import sample_text

Visit = Callable[..., Page]
CLEAN, FOUR = sample_text("clean-role"), sample_text("four-jobs")

DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "text/plain"}));
  const form = document.getElementById("role-form");
  for (const kind of ["dragenter", "dragover", "drop"])
    form.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def verdict(page: Page, text: str) -> None:
    expect(page.locator("#verdict")).to_have_text(analyze_role(text).headline)


def download(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_paste_verdict_pdf(visit: Visit) -> None:
    page = visit("/")
    page.get_by_label("The job description").fill(FOUR)
    page.get_by_role("button", name="Read this role").click()
    verdict(page, FOUR)
    assert page.url.endswith("/role"), "nothing of the text is in the address"
    page.get_by_label("Prepared by").fill("Ada")
    name, content = download(page, "PDF, A4")
    assert name == "community-manager-review.pdf"
    assert content.startswith(b"%PDF-")
    assert download(page, "Markdown")[0].endswith(".md")
    verdict(page, FOUR)


def test_the_verdict_follows_the_typing(visit: Visit) -> None:
    page = visit("/role")
    box = page.get_by_label("The job description")
    box.fill(CLEAN)
    verdict(page, CLEAN)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Allotment Exchange")
    box.press_sequentially("- Run")
    expect(box).to_be_focused()
    # The verdict is told once it has settled.
    expect(page.get_by_role("status")).to_have_text(analyze_role(CLEAN).headline)
    box.fill(FOUR)
    verdict(page, FOUR)
    expect(page.get_by_role("status")).to_have_text(analyze_role(FOUR).headline)
    box.fill("")
    expect(page.locator("#result")).to_contain_text("There is no text")


def test_a_late_answer_does_not_overwrite_a_newer_one(visit: Visit, site) -> None:
    page = visit("/role")
    box = page.get_by_label("The job description")
    before = len(site.answered)
    site.slow[:] = [2.0, 0.0]
    with page.expect_request(lambda r: r.method == "POST"):
        box.fill(CLEAN)
    box.fill(FOUR)
    verdict(page, FOUR)
    # The older answer is ready only now; it must not show.
    page.wait_for_timeout(2200)
    assert sorted(site.answered[before:]) == [0.0, 2.0]
    verdict(page, FOUR)


def test_what_the_reader_opened_stays_open(visit: Visit) -> None:
    page = visit("/role")
    box = page.get_by_label("The job description")
    box.fill(FOUR)
    page.get_by_text("The sum behind each share").click()
    box.fill(CLEAN)
    verdict(page, CLEAN)
    expect(page.locator("#sums")).to_have_attribute("open", "")


def test_a_dropped_file_is_read(visit: Visit) -> None:
    page = visit("/role")
    page.evaluate(DROP, ["host.md", CLEAN])
    verdict(page, CLEAN)
    expect(page.get_by_text("Read from host.md.")).to_be_visible()
    page.get_by_text("Edit the text").click()
    expect(page.get_by_label("The job description")).to_have_value(CLEAN)


def test_a_chosen_file_is_read(visit: Visit) -> None:
    page = visit("/")
    page.get_by_label("Or choose a file").set_input_files(
        {"name": "ad.txt", "mimeType": "text/plain", "buffer": FOUR.encode()}
    )
    verdict(page, FOUR)


def test_what_is_too_large_never_leaves_and_nothing_is_lost(visit: Visit) -> None:
    page = visit("/role")
    box = page.get_by_label("The job description")
    box.evaluate("(box) => { box.value = 'words '.repeat(200000) }")
    page.get_by_role("button", name="Read this role").click()
    expect(page.get_by_role("alert")).to_contain_text("longer than 1 MB")
    assert len(box.input_value()) == 1_200_000
    box.fill(CLEAN)
    verdict(page, CLEAN)
    expect(page.get_by_role("alert")).to_be_hidden()
    page.evaluate(DROP, ["big.txt", "x" * (5 * 1024 * 1024 + 1)])
    expect(page.get_by_role("alert")).to_contain_text("larger than 5 MB")
    expect(box).to_have_value(CLEAN)


def test_without_javascript(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_label("The job description").fill(FOUR)
    page.get_by_role("button", name="Read this role").click()
    verdict(page, FOUR)
    mark = page.locator("a.mark").first
    mark.click()
    note = page.locator(".why:target")
    expect(note).to_be_visible()
    expect(note).to_contain_text(re.compile(r"(strong|medium|weak) cue, \+\d"))
    note.get_by_role("link", name="Close").click()
    expect(note).to_have_count(0)
    page.locator(".finding .quotes a").first.click()
    expect(page.locator(".line:target")).to_be_in_viewport()
    page.get_by_text("The sum behind each share").click()
    expect(page.locator("table.sums")).to_be_visible()
    assert download(page, "PDF, US Letter")[1].startswith(b"%PDF-")
    page.get_by_text("Edit the text").click()
    box = page.get_by_label("The job description")
    expect(box).to_have_value(FOUR)
    box.fill(CLEAN)
    page.get_by_role("button", name="Read this role").click()
    verdict(page, CLEAN)


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} can't be reached with the Tab key")


def test_by_keyboard_alone(visit: Visit) -> None:
    page = visit("/role")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "#text")
    page.keyboard.insert_text(FOUR)
    tab_to(page, "#role-form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector("details.editor")
    verdict(page, FOUR)
    tab_to(page, "#sums summary")
    page.keyboard.press("Enter")
    expect(page.locator("table.sums")).to_be_visible()
    tab_to(page, "a.mark")
    focused = page.locator("a.mark:focus")
    expect(focused).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".why.open")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.why') !== null"), "the note comes next"
    page.keyboard.press("Escape")
    expect(page.locator(".why.open")).to_have_count(0)
    expect(page.locator("a.mark:focus")).to_have_count(1)
    page.keyboard.press("Space")
    expect(page.locator(".why.open")).to_have_count(1)
    # A line of several marks: from the first into its note, back, through it, and on to the second.
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == first
    tab_to(page, ".why-close")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "first => { const m = document.activeElement; return m.matches('a.mark') && m.id !== first"
        " && m.closest('.line') === document.getElementById(first).closest('.line') }",
        first,
    )
    tab_to(page, "button[value=json]", most=120)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "community-manager-review.json"


def test_a_mark_tells_which_cue_fired_and_why(visit: Visit) -> None:
    page = visit("/role?sample=four-jobs")
    marks = page.locator("a.mark")
    marks.nth(0).click()
    marks.nth(1).click()
    expect(page.locator(".why.open")).to_have_count(1)
    note = page.locator(".why.open")
    expect(note).to_contain_text("Sources:")
    assert "#" not in page.url
    line = analyze_role(FOUR).findings[0].title
    page.locator(".line", has=page.locator("a.mark")).filter(has_text="around the clock").locator(
        "a.mark"
    ).first.click()
    expect(page.locator(".why.open")).to_contain_text(line)


def test_a_section_s_link_copies_itself(visit: Visit, site) -> None:
    page = visit("/role?sample=four-jobs", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Link to “What to do”").click()
    expect(page.locator("#advice + .copy-link")).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}/role?sample=four-jobs#advice"


def test_labels_of_the_picture_never_meet(visit: Visit) -> None:
    for width in (360, 1280):
        page = visit("/role?sample=clean-role", viewport={"width": width, "height": 900})
        role = page.locator(".role-label").bounding_box()
        title = page.locator(".said-label").bounding_box()
        track = page.locator(".scale-track").first.bounding_box()
        assert role
        assert title
        assert track
        assert role["y"] + role["height"] <= title["y"]
        for box in (role, title):
            assert box["x"] >= track["x"] - 1
            assert box["x"] + box["width"] <= track["x"] + track["width"] + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_has_no_form(visit: Visit, scheme: str) -> None:
    page = visit("/role?sample=four-jobs", color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    expect(page.locator("#verdict")).to_be_visible()
    expect(page.locator("#role-form")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
