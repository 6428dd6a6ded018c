"""A team's Markdown says what its page says."""

from __future__ import annotations

from advisor import analyze_org
from advisor.report import build_report, to_html, to_markdown
from advisor.report.org_view import org_view
from advisor.report.terminal_org import to_text

from .made import DATE

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
    org = analyze_org(
        "Community lead: hosts the forum, trains its volunteers. Forum host: welcomes new members."
    )
    if org.structure.after.boxes == org.structure.before.boxes:
        assert to_markdown(build_report(org=org, date=DATE)).count(org.structure.after.told) <= 1
