"""The questionnaire in a real browser: as a phone user, by keyboard, without JavaScript, after closing the tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from advisor.readiness.files import write_answers
from advisor.rubrics.readiness import load_readiness
from advisor.system import chromium
from tests.browser.axe import assert_clean
from tests.browser.conftest import Site
from tests.readiness.made import all_at

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SECTIONS = load_readiness().data.sections
ITEMS = load_readiness().data.items
Visit = Callable[..., Page]


def kept_copies(page: Page) -> list[dict[str, str]]:
    """The answers in each copy that the browser keeps."""
    copies = page.evaluate("Object.values(localStorage).map(text => JSON.parse(text).fields)")
    return [{name: value for name, value in fields if name in load_readiness().items} for fields in copies]


def forward(page: Page) -> None:
    page.locator(".move .button").first.click()


def choose(page: Page, item: str, value: int | str) -> None:
    page.locator(f"#q-{item} label:has(input[value='{value}'])").click()


def answer_all(page: Page, level: int = 3, skip: tuple[str, ...] = ()) -> None:
    """From the first page to the review."""
    page.get_by_role("button", name="Begin").click()
    for section in SECTIONS:
        expect(page.locator("h1")).to_have_text(section.name)
        for item in load_readiness().of_section(section.id):
            if item.id not in skip:
                choose(page, item.id, level)
        forward(page)
    expect(page.locator("h1")).to_have_text("Review your answers")


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


def test_a_second_tab_keeps_a_copy_of_its_own_and_both_are_offered(visit: Visit) -> None:
    first = visit("/readiness")
    second = first.context.new_page()
    second.goto("/readiness")
    for page, name, level in ((first, "Ana", 1), (second, "Bo", 4)):
        page.locator("#who").fill(name)
        page.get_by_role("button", name="Begin").click()
        choose(page, "A1", level)
        expect(page.locator("[data-saved]")).to_contain_text("Kept on this machine only")
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
    go_back(page, "How the advisor judges")
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
