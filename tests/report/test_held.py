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
    assert [what for what in asked(report) if "the empty seat" in what] == [report.held.says]
    assert not [what for what in asked(report) if what.startswith(("Make a seat", "Fill the"))]
    for waits in ("the empty seat “Community host”", "the ad for “Community Manager”"):
        assert waits in report.held.says
    page = " ".join(pypdf.PdfReader(BytesIO(to_pdf(report))).pages[0].extract_text().split())
    assert report.held.says in page
    assert "Next step: give" not in page
    assert report.held.here in to_markdown(report)


def test_nothing_waits_once_the_verdict_allows_it() -> None:
    report = together(4, BUNDLE)
    assert report.held is None
    assert any(what.startswith("Fill the seat") and "“Community host”" in what for what in asked(report))


def test_a_seat_for_other_work_does_not_wait() -> None:
    team = (
        "We are 80 people.\n- Community host (Ana): hosts the forum, posts on Instagram, plans paid campaigns"
    )
    ready = assess_readiness({"Ana": all_at(0)})
    report = build_report(
        [analyze_role("Forum Moderator\n\nDuties\n- Review the queue\n- Ban spammers\n- Remove posts")],
        org=analyze_org(team),
        readiness=ready,
        date=DATE,
    )
    assert "a new seat, “Social media specialist”" in " ".join(asked(report))
    assert report.held is None


def test_a_new_seat_for_the_community_waits() -> None:
    team = analyze_org("We are 80 people.\n- Marketing manager (Dana): posts on Instagram, answers tickets")
    report = build_report(org=team, readiness=assess_readiness({"Ana": all_at(0)}), date=DATE)
    assert report.held
    assert "the new seat “Community manager”" in report.held.says


def test_readiness_alone_has_nothing_that_waits() -> None:
    alone = build_report(readiness=assess_readiness({"Ana": all_at(0)}), date=DATE)
    assert alone.held is None
