"""The result's page and its paper: nothing said twice, nothing dropped, nothing cut off."""

import datetime as dt
import re

import pytest
from flask.testing import FlaskClient

from advisor import assess_readiness
from advisor.paths import templates_dir
from advisor.report import build_report
from advisor.report.html import render
from advisor.report.readiness_view import readiness_view
from advisor.web import create_app
from tests.readiness.made import all_at
from tests.web.questionnaire import go, text, tree

THREE = assess_readiness({"Ana": all_at(0), "Bo": all_at(4), "Cy": all_at(2, A3="dont-know")})


def test_the_paper_says_who_answered_what(client: FlaskClient) -> None:
    shown = re.sub(
        r"\s+",
        " ",
        re.sub(r"<[^>]+>", " ", render(build_report(readiness=THREE, date=dt.date(2026, 11, 21)))),
    )
    for spread in readiness_view(THREE).spread:
        for dot in (*spread.dots, *spread.off):
            assert f"“{dot.label}”: {dot.who}" in shown
    assert "Don’t know”: Cy" in shown


def test_the_papers_contents_name_differences_and_what_to_mind() -> None:
    contents = (
        render(build_report(readiness=THREE, date=dt.date(2026, 11, 21)))
        .split("In this report", 1)[1]
        .split("</p>", 1)[0]
    )
    assert "#readiness-spread" in contents
    assert "#readiness-mind" in contents


def test_gates_that_the_same_people_would_close_are_told_in_one() -> None:
    watched = [c for c in readiness_view(THREE).cautions if c.kind == "watch"]
    assert len(watched) == 1
    assert watched[0].says == "Ana put these at a level that would close their gates."
    assert "Sponsor" in watched[0].name
    assert len([c for c in THREE.cautions if c.kind == "watch"]) > 5


def test_the_farthest_differences_come_first_and_gates_before_others() -> None:
    gated = [THREE.item(s.item).gate is not None for s in THREE.spread if s.levels == 4]
    assert any(gated)
    assert not all(gated)
    assert gated[0]


def test_lowest_answers_are_told_only_where_something_is_lower_and_known() -> None:
    def lowest(*people: dict) -> list[str]:
        result = assess_readiness({f"P{n}": given for n, given in enumerate(people)})
        ids = {item.name: item.id for item in result.items}
        return [ids[low.name] for s in readiness_view(result).sections for low in s.lowest]

    assert lowest(all_at("dont-know")) == []
    assert lowest(all_at(1)) == []
    assert lowest(all_at(4, A1=0)) == ["A1"]


def test_finding_out_is_not_said_to_open_a_gate(client: FlaskClient) -> None:
    page = tree(go(client, "result", text(all_at(3, B1="dont-know", A1=0))))
    tagged = [
        li.text_content()
        for li in page.xpath("//*[contains(@class, 'window')]//li[.//*[@class='tag sev-serious']]")
    ]
    assert len(tagged) == 1
    assert "Find out" not in tagged[0]


@pytest.mark.parametrize("path", ["partials/readiness_result.html", "report/readiness.html"])
def test_the_plan_says_its_whole_order(path: str) -> None:
    assert "Gates first, then weak sections, then weight" in (templates_dir() / path).read_text("utf-8")


def test_too_much_at_once_leads_back_to_the_questionnaire() -> None:
    app = create_app({"MAX_CONTENT_LENGTH": 100})
    page = tree(app.test_client().post("/readiness", data={"who": "x" * 200}))
    shown = page.xpath("string(//main)")
    assert "answer files" in shown
    assert "job description" not in shown
    assert page.xpath("//main//a[@href='/readiness']")


def test_when_finding_out_is_done_is_said_once(client: FlaskClient) -> None:
    page = tree(go(client, "result", text(all_at("dont-know"))))
    assert " ".join(page.text_content().split()).count("omeone who knows has answered") == 1
    none = assess_readiness({"Ana": all_at("dont-know")})
    assert render(build_report(readiness=none, date=dt.date(2026, 11, 21))).count("omeone who knows has") == 1
