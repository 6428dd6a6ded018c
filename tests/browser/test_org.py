"""The team in a real browser: pasted, corrected, mapped, downloaded; accessible and without sideways scrolling."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from advisor.web.roles import sample_text
from tests.browser.axe import assert_clean

Visit = Callable[..., Page]
TEAM = """We are a 60 person company. Our community manager, Dana, reports to the CMO, runs Instagram and the Discord and
answers tickets at weekends. She is judged on followers. Two support agents answer tickets in Zendesk.
Three volunteer moderators watch the Discord in the evenings."""


def test_through_correction_to_the_pdf(visit: Visit, tmp_path: Path) -> None:
    page = visit("/org", java_script_enabled=False)
    page.fill("#text", TEAM)
    page.get_by_role("button", name="Read the team").click()
    expect(page.locator("h1")).to_have_text("We read 3 roles. Is this right?")
    page.fill("#headcount-2", "5")
    page.get_by_role("button", name="Add a role").click()
    page.fill("#title-3", "Social media specialist")
    page.fill("#duties-3", "Publish posts on LinkedIn")
    page.locator("#org-rows").get_by_role("button", name="This is right").click()
    expect(page.locator("table.matrix")).to_contain_text("Volunteer moderators (5)")
    expect(page.locator("#structure")).to_be_visible()
    page.get_by_role("button", name="Correct the roles").click()
    assert page.locator("#headcount-2").input_value() == "5"
    page.wait_for_load_state()
    page.go_back()
    page.fill("#client", "Harbour Museum")
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF, A4").click()
    path = tmp_path / "team.pdf"
    download.value.save_as(path)
    text = " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(path).pages).split())
    assert "Harbour Museum" in text
    assert "Publishing and its targets: Community manager → Social media specialist" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str) -> None:
    page = visit("/org", color_scheme=scheme, reduced_motion="reduce")

    assert_clean(page)
    page.get_by_role("button", name="Read the team").click()
    expect(page.locator("#problems")).to_be_visible()
    assert_clean(page)
    page.fill("#text", TEAM)
    page.get_by_role("button", name="Read the team").click()
    assert_clean(page)
    page.locator("#org-rows").get_by_role("button", name="This is right").click()
    for summary in page.locator("main details summary").all():
        summary.click()
    assert_clean(page)


def test_a_broken_file_is_told_beside_its_field_and_the_rest_is_kept(visit: Visit, tmp_path: Path) -> None:
    page = visit("/org", viewport={"width": 360, "height": 700}, reduced_motion="reduce")
    page.fill("#text", TEAM)
    page.get_by_role("button", name="Read the team").click()
    page.get_by_label("Person’s name").first.fill("Dana Low")
    page.locator("#org-rows").get_by_role("button", name="This is right").click()
    ad = {"name": "ad.txt", "mimeType": "text/plain", "buffer": sample_text("four-jobs").encode()}
    page.set_input_files("#roles", files=[ad])  # type: ignore[list-item]
    page.set_input_files("#answers", files=[{"name": "broken.yaml", "mimeType": "", "buffer": b"A1: [3"}])
    page.get_by_role("button", name="PDF, A4").click()
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#problems")).to_be_in_viewport()
    expect(page.locator("#problems")).to_contain_text("broken.yaml")
    expect(page.locator("table.matrix")).to_have_count(1)
    expect(page.get_by_label("ad.txt")).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_clean(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    path = tmp_path / "report.json"
    download.value.save_as(path)
    made = json.loads(path.read_text("utf-8"))
    assert len(made["roles"]) == 1
    assert made["org"]["roles"][0]["name"] == "Dana Low"


def test_on_paper_there_is_nothing_to_press_and_tints_are_light(visit: Visit) -> None:
    page = visit("/org", color_scheme="dark")
    page.fill("#text", TEAM)
    page.get_by_role("button", name="Read the team").click()
    tick = page.locator(".kept input").first.bounding_box()
    label = page.locator(".kept label").first.bounding_box()
    assert tick
    assert label
    assert (tick["width"], label["height"] >= 44) == (20, True)
    page.locator("#org-rows").get_by_role("button", name="This is right").click()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("table.matrix")).to_be_visible()
    for pressed in (".button", "input[type=file]"):
        assert not any(each.is_visible() for each in page.locator(pressed).all())
    tint = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--serious-tint')")
    assert tint.strip() == "#f8ecd0"


@pytest.mark.parametrize(("field", "path"), [("#files", "/org"), ("#roles", "map")])
def test_files_too_large_never_leave_and_nothing_is_lost(visit: Visit, field: str, path: str) -> None:
    page = visit("/org")
    page.fill("#text", TEAM)
    if path == "map":
        page.get_by_role("button", name="Read the team").click()
        page.locator("#org-rows").get_by_role("button", name="This is right").click()
    big = {"name": "big.txt", "mimeType": "text/plain", "buffer": b"x" * (3 << 20)}
    page.set_input_files(field, files=[big, {**big, "name": "more.txt"}])  # type: ignore[list-item]
    before = page.url
    page.get_by_role("button", name="Read the team" if path == "/org" else "PDF, A4").click()
    expect(page.get_by_role("alert")).to_contain_text("larger than 5 MB together")
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_have_attribute("aria-invalid", "true")
    assert page.url == before
