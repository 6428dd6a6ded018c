"""Ways through the questionnaire, as people go them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from advisor.rubrics.readiness import load_readiness

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SECTIONS = load_readiness().data.sections
ITEMS = load_readiness().data.items
Visit = Callable[..., Page]


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


def kept_copies(page: Page) -> list[dict[str, str]]:
    """The answers in each copy that the browser keeps."""
    copies = page.evaluate("Object.values(localStorage).map(text => JSON.parse(text).fields)")
    return [{name: value for name, value in fields if name in load_readiness().items} for fields in copies]
