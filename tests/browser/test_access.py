"""Every page and state passes axe-core at AA (WCAG 2.2), light and dark, and fits a small screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import assert_clean

Visit = Callable[..., Page]

TOO_LITTLE = "Community Manager\n\nWe need somebody great. Apply now."
OUTSIDE = """Community Manager, Riverside Apartments

You run a building of 240 flats for its owner.

Responsibilities
- Lease apartments and show units to prospective tenants
- Collect rent and handle evictions
- Supervise maintenance staff and vendors
- Prepare the property budget and the monthly occupancy report
- Inspect units at move-in and move-out
- Renew leases and answer complaints about repairs
"""


def sent(text: str, **fields: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.fill("#text", text)
        for name, value in fields.items():
            page.fill(f"#{name}", value)
        page.click("button[type=submit]")
        page.wait_for_load_state()

    return act


def unfolded(page: Page) -> None:
    page.click("details.editor summary")
    page.click("#sums summary")
    page.locator("a.mark").nth(1).click()


def all_open(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")


def typed(page: Page) -> None:
    page.fill("#text", OUTSIDE)
    page.wait_for_selector(".state-outside")


STATES: dict[str, tuple[str, Callable[[Page], None] | None]] = {
    "first": ("/", None),
    "box": ("/role", None),
    "clean": ("/role?sample=clean-role", None),
    "bundle": ("/role?sample=four-jobs", unfolded),
    "borrowed": ("/role?sample=borrowed-title", None),
    "live": ("/role", typed),
    "too-little": ("/role", sent(TOO_LITTLE)),
    "outside": ("/role", sent(OUTSIDE)),
    "error": ("/role", sent("Welcome members", org_size="many", title="t" * 201)),
    "rubrics": ("/rubrics", None),
    "rubrics-readiness": ("/rubrics/readiness", all_open),
    "rubrics-teams": ("/rubrics/teams", all_open),
    "not-found": ("/nowhere", None),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(visit: Visit, state: str, scheme: str) -> None:
    path, act = STATES[state]
    page = visit(path, color_scheme=scheme, reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    if act:
        act(page)
    assert_clean(page)
