"""What axe-core says of a page, at the widths of a desk, of a desk at 200 %, and of a phone."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def assert_clean(page: Page) -> None:
    """Fail unless the page breaks no rule (WCAG 2.2 AA) and never scrolls sideways; it is left 1280 px wide."""
    page.evaluate(_AXE)
    for width in (640, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "no sideways scrolling"
        if width == 640:  # 1280 px at 200 %: laid out like one of the others
            continue
        found = page.evaluate("(tags) => axe.run({runOnly: tags})", _RULES)
        said = [
            f"{v['id']}: {n['html'][:120]} {n['failureSummary']}"
            for v in found["violations"]
            for n in v["nodes"]
        ]
        assert not said, "\n".join(said)
        assert len(found["passes"]) > 15
