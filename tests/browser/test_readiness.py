"""The questionnaire in a real browser: as a phone user, by keyboard, without JavaScript, after closing the tab."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from advisor.readiness.files import write_answers
from advisor.rubrics.readiness import load_readiness
from tests.browser.axe import assert_clean
from tests.browser.walk import ITEMS, PHONE, SECTIONS, Visit, answer_all, choose, forward
from tests.readiness.made import all_at


def test_a_phone_user_answers_goes_back_changes_and_downloads(visit: Visit, tmp_path: Path) -> None:
    page = visit("/readiness", **PHONE)
    page.get_by_label("Children or young people").tap()
    page.get_by_role("button", name="Begin").tap()
    for number, section in enumerate(SECTIONS):
        for item in load_readiness().of_section(section.id):
            page.locator(f"#q-{item.id} label").nth(3).tap()
        if number == 2:  # back a section, change an answer, and on again
            page.get_by_role("button", name="Back").tap()
            expect(page.locator("#q-B1 input[value='3']")).to_be_checked()
            page.locator("#q-B1 label").nth(1).tap()
            forward(page)
            expect(page.locator("h1")).to_have_text(section.name)
            expect(page.locator("#q-C1 input[value='3']")).to_be_checked()
        forward(page)
    sponsor = page.locator(".answer", has_text="senior sponsor")
    expect(sponsor).to_contain_text("Agreed in conversation")
    sponsor.get_by_role("button").tap()
    expect(page.locator("#q-B1")).to_be_in_viewport()
    page.locator("#q-B1 label").nth(0).tap()
    page.get_by_role("button", name="Save and go back").tap()
    expect(sponsor).to_contain_text("There is no sponsor")
    page.get_by_role("button", name="See the result").first.tap()
    expect(page.locator("#verdict")).to_contain_text("Wait: no senior sponsor acts for it")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#client").fill("Harbour Credit Union")
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF, A4").tap()
    path = tmp_path / "readiness.pdf"
    download.value.save_as(path)
    text = " ".join(p.extract_text() for p in pypdf.PdfReader(path).pages)
    assert "Harbour Credit Union" in text
    assert "no senior sponsor acts for it" in " ".join(text.split())


def test_without_javascript_everything_works(visit: Visit) -> None:
    page = visit("/readiness", java_script_enabled=False)
    answer_all(page, skip=("A1",))
    page.get_by_role("button", name="See the result").first.click()
    page.locator("#try").select_option("A1=4")
    page.get_by_role("button", name="See what it does").click()
    assert "becomes" in page.locator(".moved").inner_text()
    page.get_by_role("button", name="Keep this answer").click()
    page.get_by_role("button", name="Change your answers").click()
    assert "They already meet" in page.locator(".answer").first.inner_text()


def test_by_keyboard_enter_goes_forward(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").press("Enter")
    page.locator("#q-A1 input").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-A1 input[value='1']")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(SECTIONS[1].name)


def test_the_browsers_back_shows_the_page_before_with_its_answers(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 2)
    forward(page)
    choose(page, "B1", 4)
    forward(page)
    # A click doesn't wait for the page it opens, and the browser can't go back from one that is still arriving.
    expect(page.locator("h1")).to_have_text(SECTIONS[2].name)
    page.wait_for_load_state()
    page.go_back()
    expect(page.locator("h1")).to_have_text(SECTIONS[1].name)
    page.wait_for_load_state()
    page.go_back()
    expect(page.locator("h1")).to_have_text(SECTIONS[0].name)
    expect(page.locator("#q-A1 input[value='2']")).to_be_checked()
    page.go_forward()
    expect(page.locator("#q-B1 input[value='4']")).to_be_checked()


def test_two_tabs_do_not_mix(visit: Visit) -> None:
    first = visit("/readiness")
    second = first.context.new_page()
    second.goto("/readiness")
    for page, level in ((first, 1), (second, 4)):
        page.get_by_role("button", name="Begin").click()
        choose(page, "A1", level)
        forward(page)
    first.get_by_role("button", name="Back").click()
    second.get_by_role("button", name="Back").click()
    expect(first.locator("#q-A1 input[value='1']")).to_be_checked()
    expect(second.locator("#q-A1 input[value='4']")).to_be_checked()


def test_a_tampered_answer_is_said_and_has_the_focus(visit: Visit) -> None:
    page = visit("/readiness")
    answer_all(page)
    page.evaluate("document.querySelector('#questionnaire input[name=C2]').value = '9'")
    page.get_by_role("button", name="See the result").first.click()
    expect(page.locator("#problems")).to_contain_text("“9” is no answer to")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator(".answer.open")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(visit: Visit, scheme: str) -> None:
    page = visit("/readiness", color_scheme=scheme, reduced_motion="reduce")

    assert_clean(page)
    page.get_by_role("button", name="Begin").click()
    page.locator("#q-A1 details summary").click()
    choose(page, "A1", 0)
    assert_clean(page)
    for _ in SECTIONS:
        forward(page)
    assert_clean(page)
    page.get_by_role("button", name="See the result").first.click()
    assert_clean(page)
    for item in ITEMS:
        page.evaluate(
            "([n, v]) => { const i = document.createElement('input'); i.type = 'hidden'; i.name = n; i.value = v;"
            " const old = document.querySelector(`#questionnaire input[name=${n}]`); old?.remove();"
            " document.getElementById('questionnaire').append(i); }",
            [item.id, "1" if item.id in ("B1", "E1", "C2") else "3"],
        )
    page.locator("#try").select_option("B1=4")
    page.get_by_role("button", name="See what it does").click()
    for summary in page.locator("main details summary").all():
        summary.click()
    assert_clean(page)
    page.locator("#files").set_input_files(
        [
            {
                "name": f"{name}.json",
                "mimeType": "application/json",
                "buffer": write_answers({name: all_at(level)}, format="json").encode(),
            }
            for name, level in (("Ana", 0), ("Bo", 4))
        ]
    )
    page.get_by_role("button", name="Put them together").click()
    expect(page.locator("#spread")).to_be_visible()
    assert_clean(page)


def test_wide_pages_use_their_width_and_phones_never_scroll_sideways(visit: Visit) -> None:
    def overflow(page: Page) -> int:
        return page.evaluate("document.documentElement.scrollWidth - innerWidth")

    def result(page: Page) -> None:
        page.locator("#files").set_input_files(
            {
                "name": "Ana.json",
                "mimeType": "application/json",
                "buffer": write_answers({"Ana": all_at(1)}, format="json").encode(),
            }
        )
        page.get_by_role("button", name="See what they come to").click()
        expect(page.locator("#verdict")).to_be_visible()

    wide = visit("/readiness", viewport={"width": 1280, "height": 800})
    result(wide)
    verdict, tools, plan = (
        wide.locator(f"section:has(> {head}), section:has(> .section-head {head})").last.bounding_box()
        for head in ("#verdict", "#what-if", "#plan")
    )
    assert verdict
    assert tools
    assert plan
    assert tools["x"] > verdict["x"] + verdict["width"], "the tools stand beside the verdict"
    assert plan["width"] >= tools["x"] + tools["width"] - verdict["x"] - 1, "the plan has the whole width"
    assert overflow(wide) == 0
    phone = visit("/readiness", **PHONE)
    result(phone)
    assert overflow(phone) == 0


def test_flags_and_name_go_along_with_the_files(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_label("Children or young people").check()
    answers = {"name": "b.json", "mimeType": "text/json", "buffer": json.dumps(all_at(3, E3=2)).encode()}
    page.get_by_role("button", name="See what they come to").click()
    expect(page.locator("h1")).to_contain_text("Hire, prepare")  # the browser asks for a file first
    page.locator("#files").set_input_files(answers)
    page.get_by_role("button", name="See what they come to").click()
    expect(page.locator("#verdict")).to_contain_text("the route for serious harm is not written down")
    page.locator("#client").fill("Harbour")
    page.locator("#files").set_input_files({**answers, "name": "c.json"})
    page.get_by_role("button", name="Put them together").click()
    expect(page.locator("#verdict")).to_be_visible()
    expect(page.locator("#client")).to_have_value("Harbour")
    page.get_by_role("button", name="Change what is true of the space").click()
    page.get_by_label("Children or young people").uncheck()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator("#verdict")).to_contain_text("Start with a pilot")


def test_changing_the_basics_does_not_offer_the_sitting_itself(visit: Visit) -> None:
    page = visit("/readiness")
    page.get_by_role("button", name="Begin").click()
    choose(page, "A1", 2)
    page.goto("/readiness")
    expect(page.locator("#resume")).to_be_visible()
    page.get_by_role("button", name="Resume").click()
    page.get_by_role("button", name="Back").click()
    expect(page.locator("h1")).to_contain_text("Hire, prepare")
    expect(page.locator("#resume")).to_be_hidden()


def test_printed_lists_show_both_digits_and_no_forms(visit: Visit) -> None:
    page = visit("/readiness")
    low = {"name": "b.json", "mimeType": "text/json", "buffer": json.dumps(all_at(0)).encode()}
    page.locator("#files").set_input_files(low)
    page.get_by_role("button", name="See what they come to").click()
    page.emulate_media(media="print")
    expect(page.locator("#try")).to_be_hidden()
    expect(page.locator("#files")).to_be_hidden()
    expect(page.locator("#verdict")).to_be_visible()
    padding = page.locator(".window ol").first.evaluate("e => parseFloat(getComputedStyle(e).paddingLeft)")
    size = page.locator(".window ol").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert padding >= 2 * size
