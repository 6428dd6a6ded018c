"""How a report lies on its pages: the summary on one, a heading with what it heads, a running head on one line."""

import datetime as dt
from io import BytesIO

import pypdf
import pytest

from advisor import analyze_org, analyze_role, assess_readiness
from advisor.report import build_report, to_html, to_pdf
from tests.readiness.made import all_at

from .made import BUNDLE, DATE, UNCLEAR

HOST = """Community Host

- Welcome new members to the forum and help them find their feet
- Host weekly discussions between members
- Train volunteer moderators and care for them
- Bring what members say to the product team each month
- You will be judged by members who return after 90 days
"""
TEAM = (
    "We are an 80 person company. Our community manager, Dana, reports to the CMO, runs Instagram and the forum and "
    "answers tickets at weekends. She is judged on followers. Two support agents answer tickets in Zendesk and report "
    "to the head of service. Three volunteer moderators watch the forum in the evenings. Our social media specialist "
    "publishes posts on LinkedIn and reports to the CMO. Nobody is there at night."
)
LARGE = (
    TEAM
    + " An editor writes help articles. A trust and safety analyst reviews appeals. Two hosts run the wiki."
)
LONG = "Community and social media at Harbour: what the roles ask for, how the team stands, and what to do this year"


def pages_of(*roles: str, team: str = "", ready: bool = False, **more: object) -> list[str]:
    report = build_report(
        [analyze_role(text) for text in roles],
        org=analyze_org(team) if team else None,
        readiness=assess_readiness({"Ana": all_at(3, B1=0, C1=1), "Bo": all_at(2, B1=0)}) if ready else None,
        **{"date": DATE, "client": "Harbour Housing Association", "prepared_by": "A. Consultant", **more},  # type: ignore[arg-type]
    )
    return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(BytesIO(to_pdf(report))).pages]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "parts",
    [
        {"roles": (BUNDLE, HOST), "team": TEAM, "ready": True},
        {"roles": (BUNDLE, HOST, UNCLEAR, BUNDLE), "team": LARGE, "ready": True, "title": LONG},
        {"roles": (BUNDLE,) * 12, "team": LARGE},
        {"roles": (HOST, BUNDLE)},
        {"roles": (), "team": TEAM, "ready": True},
    ],
    ids=["two roles, a team, readiness", "much", "twelve roles", "roles", "a team and readiness"],
)
def test_the_summary_stands_on_one_page_with_the_plan(parts: dict, paper: str) -> None:
    parts = dict(parts)
    first, second = pages_of(*parts.pop("roles"), **parts, paper=paper)[:2]
    assert "The next 90 days" in first
    assert "Role 1 of" in second or "Who covers what, and the structure" in second


def test_what_fits_is_not_left_out() -> None:
    first = pages_of(team=TEAM, ready=True)[0]
    assert "Who covers what" in first
    assert "3. " in first.split("The next 90 days")[1]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_heading_stands_with_what_it_heads(paper: str) -> None:
    pages = pages_of(BUNDLE, HOST, team=TEAM, ready=True, paper=paper)
    for page in pages[1:]:
        for heading, begins in (
            ("What to do Keep", "What stays in this role"),
            ("Next step: give", "After the step"),
        ):
            assert page.count(heading) <= page.count(begins), heading


def test_a_running_head_takes_one_line() -> None:
    report = build_report(
        [analyze_role(HOST)],
        title=LONG,
        client="Harbour Housing Association of the North and its Neighbours",
        prepared_by="A. Consultant of Consultants, Partners and Daughters Limited",
        date=dt.date(2026, 11, 21),
    )
    heights = set()

    def note(text: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        if text.strip():
            heights.add(round(matrix[5]))

    page = pypdf.PdfReader(BytesIO(to_pdf(report))).pages[1]
    said = page.extract_text(visitor_text=note)
    assert "21 November 2026" in said
    top = max(heights)
    assert not [height for height in heights if top - 20 < height < top]


def test_boxes_without_a_reporting_line_are_set_apart() -> None:
    def page(text: str) -> str:
        return to_html(build_report(org=analyze_org(text), date=DATE))

    assert page(TEAM).count("no reporting line stated") == 2  # before and after
    together = TEAM.replace("Three volunteer moderators watch the forum in the evenings. ", "")
    assert "no reporting line stated" not in page(together)
