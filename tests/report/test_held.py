"""While the verdict on readiness is to wait or to prepare, no other part of the report makes a seat or places an ad."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from advisor import analyze_org, analyze_role, assess_readiness
from advisor.report import Report, build_report, to_markdown, to_pdf
from tests.readiness.made import all_at

from .made import BUNDLE, DATE

TEAM = """We are 80 people.
- Community host (vacant): hosts the forum
- Marketing manager (Dana): posts on Instagram, answers tickets
- Support agents (4): answer tickets"""


def together(level: int, *ads: str, **answers: int) -> Report:
    ready = assess_readiness({"Ana": all_at(level, **answers)})
    return build_report([analyze_role(ad) for ad in ads], org=analyze_org(TEAM), readiness=ready, date=DATE)


def asked(report: Report) -> list[str]:
    return [a.what for w in report.plan for a in w.actions]


@pytest.mark.parametrize(("level", "band"), [(0, "not_yet"), (2, "prepare")])
def test_all_that_makes_a_seat_waits_in_one_place(level: int, band: str) -> None:
    report = together(level, BUNDLE)
    assert report.readiness
    assert report.readiness.band == band
    assert report.held
    assert [what for what in asked(report) if "new seat" in what] == [report.held.says]
    assert not [what for what in asked(report) if what.startswith(("Make a seat", "Fill the seat"))]
    for waits in ("“Community manager”", "the empty seats", "the ad for “Community Manager”"):
        assert waits in report.held.says
    page = " ".join(pypdf.PdfReader(BytesIO(to_pdf(report))).pages[0].extract_text().split())
    assert report.held.says in page
    assert "Next step: give" not in page
    assert report.held.here in to_markdown(report)


def test_nothing_waits_once_the_verdict_allows_it() -> None:
    report = together(4, BUNDLE)
    assert report.held is None
    assert any(what.startswith("Make a seat") or "new seat" in what for what in asked(report))
    assert any(what.startswith("Fill the seat") for what in asked(report))


def test_readiness_alone_has_nothing_that_waits() -> None:
    alone = build_report(readiness=assess_readiness({"Ana": all_at(0)}), date=DATE)
    assert alone.held is None
