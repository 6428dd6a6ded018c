"""Coverage, findings with their near misses, structure and picture."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import jsonschema
import pytest

from advisor import analyze_org
from advisor.errors import InputError
from advisor.orgs.chart import HIGH, WIDE, Seat, layout
from advisor.orgs.files import read_files
from advisor.orgs.result import OrgAnalysis
from advisor.report import build_report, to_markdown, to_pdf
from tests.report.made import BUNDLE, DATE

HOST = {
    "title": "Community host",
    "duties": ["Welcome new members", "Run the forum", "Report member feedback to product"],
    "measures": ["returning members"],
}
SOCIAL = {
    "title": "Social media manager",
    "duties": ["Publish daily posts on Instagram", "Answer comments"],
    "headcount": 2,
}
AGENT = {"title": "Support agent", "duties": ["Answer customer tickets in Zendesk"], "headcount": 3}
MOD = {
    "title": "Moderator",
    "duties": ["Review reported posts in the evenings", "Escalate threats", "Debrief every week"],
    "headcount": 5,
}
FOUR = {
    "title": "Community manager",
    "duties": ["Publish posts on Instagram", "Answer customer tickets", "Run the forum"],
    "measures": ["followers"],
}


def ids(*roles: dict[str, Any], size: int | None = 200) -> dict[str, Any]:
    return {f.id: f for f in analyze_org(list(roles), org_size=size).findings}


def test_no_scorecard_no_heading_for_it() -> None:
    result = analyze_org([{"title": "Producer", "duties": ["Process payroll and invoices"]}])
    assert result.structure.scorecards == ()
    assert "Scorecards" not in to_markdown(build_report(org=result, date=DATE))
    assert "Scorecards" in to_markdown(build_report(org=analyze_org([HOST]), date=DATE))


def test_the_size_of_a_studio_is_read() -> None:
    assert analyze_org("We're a 35-person game studio. Our community manager runs the forum.").org_size == 35


def test_one_person_who_is_alone_with_several_practices_is_told_once() -> None:
    singles = [f for f in analyze_org([FOUR, MOD]).findings if f.id == "org.single"]
    assert len(singles) == 1
    for name in ("community management", "social media management", "customer support"):
        assert name in singles[0].title


@pytest.mark.parametrize(
    ("finding", "roles", "near_miss"),
    [
        ("org.nobody", [HOST, AGENT, MOD], [HOST, SOCIAL, AGENT, MOD]),
        ("org.bundle", [FOUR, MOD], [HOST, SOCIAL, AGENT, MOD]),
        ("org.single", [HOST, SOCIAL, AGENT, MOD], [{**HOST, "headcount": 2}, SOCIAL, AGENT, MOD]),
        (
            "org.overlap",
            [
                {
                    "title": f"Officer {i}",
                    "duties": [
                        "Answer customer tickets",
                        "Develop software in Python",
                        "Process payroll and invoices",
                    ],
                }
                for i in "abc"
            ],
            [
                AGENT,
                {"title": "Officer", "duties": ["Answer customer tickets", "Process payroll and invoices"]},
            ],
        ),
        ("org.reach", [{**HOST, "measures": ["followers", "reach"]}], [HOST]),
        (
            "org.around_the_clock",
            [{**MOD, "headcount": 1, "duties": ["Moderate the chat around the clock"]}],
            [{**MOD, "headcount": 6, "duties": ["Moderate the chat around the clock"]}],
        ),
        ("org.out_of_hours", [HOST], [HOST, MOD]),
        ("org.moderators", [{"title": "Moderator", "duties": ["Review reported posts"]}], [MOD]),
        ("org.no_route", [{**HOST, "duties": ["Run the forum"]}], [HOST]),
        (
            "org.span",
            [HOST, {**AGENT, "headcount": 9, "reports_to": "Community host"}],
            [HOST, {**AGENT, "headcount": 8, "reports_to": "Community host"}],
        ),
        ("org.title", [{"title": "Community manager", "duties": ["Publish posts on Instagram"]}], [HOST]),
        ("org.responsibility", [HOST], []),
    ],
)
def test_each_finding_and_its_near_miss(finding: str, roles: list[Any], near_miss: list[Any]) -> None:
    found = ids(*roles)
    assert finding in found
    assert found[finding].sources
    assert "{" not in found[finding].title + found[finding].why + found[finding].next_step
    if near_miss:
        assert finding not in ids(*near_miss)


def test_what_is_a_fault_at_five_hundred_is_milder_at_five() -> None:
    large, small = ids(FOUR, size=500)["org.bundle"], ids(FOUR, size=5)["org.bundle"]
    assert (large.severity, large.softened, small.severity, small.softened) == (
        "serious",
        False,
        "advice",
        True,
    )


def test_the_arithmetic_of_a_seat_around_the_clock_is_shown() -> None:
    why = ids({**MOD, "headcount": 1, "duties": ["Moderate the chat around the clock"]})[
        "org.around_the_clock"
    ].why
    assert "4.2 full-time people before leave (168 hours at 40 each)" in why


def test_the_order_of_roles_never_changes_the_findings() -> None:
    roles = [HOST, SOCIAL, AGENT, MOD, FOUR]
    first = sorted((f.id, f.severity) for f in analyze_org(roles, org_size=90).findings)
    for seed in range(5):
        shuffled = random.Random(seed).sample(roles, len(roles))  # noqa: S311
        assert sorted((f.id, f.severity) for f in analyze_org(shuffled, org_size=90).findings) == first


def test_another_role_that_covers_never_uncovers() -> None:
    for pair in combinations([HOST, SOCIAL, AGENT, MOD], 2):
        before = {f.topic for f in analyze_org(list(pair)).findings if f.id == "org.nobody"}
        for more in (HOST, SOCIAL, AGENT, MOD):
            after = {
                f.topic
                for f in analyze_org([*pair, {**more, "title": more["title"] + " two"}]).findings
                if f.id == "org.nobody"
            }
            assert after <= before


def test_moves_go_to_those_who_have_the_work_or_to_a_new_seat() -> None:
    structure = analyze_org([FOUR, AGENT], org_size=200).structure
    moved = {m.practice: (m.to, m.new) for m in structure.moves}
    assert moved["support"] == ("Support agent", False)
    assert moved["social_media"][1]
    assert [m.order for m in structure.moves] == sorted(m.order for m in structure.moves)
    (split,) = structure.splits
    assert split.hours[0][0] == "community"
    assert sum(h for _, h in split.hours) == 40
    assert any(b.kind == "new" for b in structure.after.boxes)
    assert not any(b.kind == "stretched" for b in structure.after.boxes)


def test_terse_duties_are_read_too() -> None:
    (role,) = analyze_org([{"title": "Officer", "duties": ["Instagram", "Discord", "Zendesk"]}]).roles
    assert set(role.hats) == {"social_media", "community", "support"}


@pytest.mark.parametrize("seed", range(6))
def test_the_picture_has_room_for_every_box(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    labels = [f"Role {i}" for i in range(rng.choice([1, 3, 9, 50]))]
    seats = [Seat(x, "", "role", "community", rng.choice(["", "The boss", *labels])) for x in labels]
    chart = layout([s for s in seats if s.above != s.label], "told")
    assert {s.label for s in seats if s.above != s.label} <= {b.label for b in chart.boxes}
    for box in chart.boxes:
        assert 0 <= box.x <= chart.width - WIDE
        assert 0 <= box.y <= chart.height - HIGH
    for a, b in combinations(chart.boxes, 2):
        assert abs(a.x - b.x) >= WIDE or abs(a.y - b.y) >= HIGH
    for x1, y1, x2, y2 in chart.lines:
        assert x1 == x2 or y1 == y2


def test_no_role_and_too_many_are_refused() -> None:
    for wrong in ([], [HOST] * 201):
        with pytest.raises(InputError):
            analyze_org(wrong)
    with pytest.raises(InputError):
        analyze_org([HOST], org_size=0)


def result() -> OrgAnalysis:
    return analyze_org(
        [FOUR, AGENT, {**MOD, "reports_to": "Community manager", "title": "Moderator <b>*x*</b>"}],
        org_size=300,
    )


def test_the_result_is_plain_data() -> None:
    plain = result().to_dict()
    jsonschema.validate(
        plain,
        {
            "required": ["schema", "roles", "coverage", "findings", "structure"],
            "properties": {"schema": {"const": "advisor.org/1"}},
        },
    )
    assert plain["roles"][0]["title"] == "Community manager"


def test_pdf_and_markdown_tell_the_map() -> None:
    report = build_report(org=result(), client="Harbour", date=DATE)
    assert to_pdf(report).startswith(b"%PDF-1.7")
    text = to_markdown(report)
    assert "<b>" not in text
    for heading in (
        "Who covers what",
        "What to settle in the team",
        "Who does what where the work meets",
        "Scorecards",
    ):
        assert f"## {heading}" in text
    assert report.to_dict()["org"]["schema"] == "advisor.org/1"


def test_a_whole_job_description_reads_alike_as_a_role_and_as_a_file() -> None:
    (given,) = analyze_org([{"text": BUNDLE}]).reading.roles
    (read,) = read_files([("ad.txt", BUNDLE)]).roles
    assert given.title == "Community Manager"
    assert replace(given, spans=(), text="") == replace(read, spans=(), text="")
    assert given.text.strip() == read.text.strip()
