"""What is said of how it was judged: the parts of the report, the figures of the rubrics, in every face."""

from __future__ import annotations

import re
from pathlib import Path

from advisor import analyze_org
from advisor.paths import using_rubrics
from advisor.report import Report, build_report, to_html, to_markdown
from advisor.report.method import figures_of, method_of
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models.method import FIGURES
from tests.readiness.made import all_at, judged

from .made import BUNDLE, DATE, report_on

TEAM = "Community manager: runs the forum. Support lead: answers tickets."


def chapters(report: Report) -> list[str]:
    return [c.name for c in report.chapters]


def test_each_part_of_a_report_has_its_chapters_in_every_face() -> None:
    team = build_report(org=analyze_org(TEAM), date=DATE)
    ready = build_report(readiness=judged(all_at(3)), date=DATE)
    role = report_on(BUNDLE)
    assert chapters(team) == ["The team"]
    assert chapters(ready) == ["Readiness"]
    assert "Shares" in chapters(role)
    assert not {"The team", "Readiness"} & set(chapters(role))
    for report in (team, ready, role):
        page, text = to_html(report), to_markdown(report)
        for chapter in report.chapters:
            assert f"<h3>{chapter.name}</h3>" in page
            assert f"### {chapter.name}\n" in text
        assert ("The five practices" in page) is ("The five practices" in text) is bool(report.roles)


def test_its_figures_are_those_that_judge(tmp_path: Path) -> None:
    said = " ".join(text for c in report_on(BUNDLE).chapters for text in (*c.says, *c.points))
    assert "{" not in said
    assert re.search(r"up to \d+ people", said)
    (tmp_path / "scoring.yaml").write_text("minimum_words: 41\n", encoding="utf-8")
    with using_rubrics(tmp_path):
        changed = " ".join(text for c in report_on(BUNDLE).chapters for text in c.says)
    assert "fewer than 41 words" in changed


def test_every_figure_that_the_words_may_name_is_there() -> None:
    rubrics = load_rubrics()
    assert set(figures_of(method_of(rubrics), rubrics.version)) == set(FIGURES)
