"""A team's Markdown says what its page says."""

from __future__ import annotations

from advisor import analyze_org
from advisor.report import build_report, to_html, to_markdown
from advisor.report.org_view import org_view
from advisor.report.terminal_org import to_text

from .made import DATE

STAYS = (
    "Head of Community\n"
    "Community managers (3), report to Head of Community: host the forum\n"
    "Moderators (4), report to Head of Community: remove reported posts\n"
    "Support agents (6): answer tickets\n"
    "Social media managers (2): post on Instagram\n"
    "Trust and safety managers (2): investigate fraud and write policy"
)
TEAM = "Community manager: runs the forum, posts on Instagram and answers tickets. Judged by followers."


def test_cover_reporting_and_what_weighs_less_stand_in_every_face() -> None:
    org = analyze_org(TEAM, org_size=6)
    structure, report = org.structure, build_report(org=org, date=DATE)
    assert any(f.softened for f in org_view(org).findings)
    for face in (to_markdown(report), to_html(report), " ".join(to_text(org).split())):
        plain = face.replace("*", "").replace("<strong>", "").replace("</strong>", "")
        assert f"Cover: {structure.cover}" in plain
        assert "Where it may report" in plain
        assert "Milder than it would be in a larger organisation." in plain


def test_a_picture_that_stays_is_told_once() -> None:
    stays = analyze_org(STAYS)
    text = to_markdown(build_report(org=stays, date=DATE))
    assert stays.structure.after.boxes == stays.structure.before.boxes
    told = [text.count(chart.told) for chart in (stays.structure.before, stays.structure.after)]
    assert told == [1, 0]


def test_two_pictures_that_differ_are_both_told() -> None:
    structure = analyze_org(TEAM).structure
    assert structure.after.boxes != structure.before.boxes
    text = to_markdown(build_report(org=analyze_org(TEAM), date=DATE))
    assert [text.count(chart.told) for chart in (structure.before, structure.after)] == [1, 1]
