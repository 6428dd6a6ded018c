"""Roles, team and readiness in one report: a summary on one page, each part, one plan in which nothing stands twice."""

from io import BytesIO

import pypdf

from advisor import analyze_org, analyze_role, assess_readiness
from advisor.report import build_report, to_markdown, to_pdf
from tests.readiness.made import all_at

from .made import BUNDLE, DATE

ORG = analyze_org(
    "Our community manager runs Instagram and the Discord and answers tickets. Two support agents answer tickets."
)
REPORT = build_report(
    [analyze_role(BUNDLE)],
    org=ORG,
    readiness=assess_readiness({"Ana": all_at(3, B1=0, E1=0, E3=1)}),
    client="Harbour",
    prepared_by="Ines",
    date=DATE,
)


def test_the_summary_stands_alone_on_the_first_page() -> None:
    pages = [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(BytesIO(to_pdf(REPORT))).pages]
    assert REPORT.conclusion.split(";")[0] in pages[0]
    assert REPORT.roles[0].headline in pages[0]
    for window in REPORT.plan:
        assert window.name in pages[0]
    assert "Who covers what" in pages[0]
    assert "Role 1 of 1" in pages[1]


def test_every_action_stands_once_in_the_plan() -> None:
    text = " ".join(
        " ".join(p.extract_text() for p in pypdf.PdfReader(BytesIO(to_pdf(REPORT))).pages).split()
    )
    whole = text[text.index("Roles, team and readiness together") :]
    whole = whole[: whole.index("Appendix")]
    for window in REPORT.plan:
        for what, _, done in window.actions:
            assert whole.count(f"{what} ") == 1, what
            assert done in whole
    said = [what for w in REPORT.plan for what, _, _ in w.actions]
    assert len(said) == len(set(said))


def test_readiness_comes_first_in_each_window() -> None:
    ready = REPORT.readiness
    assert ready is not None
    first = ready.windows[0].actions[0].what
    assert REPORT.plan[0].actions[0][0] == first


def test_markdown_and_json_carry_the_same_plan() -> None:
    text, plain = to_markdown(REPORT), REPORT.to_dict()
    assert text.count("## The next 90 days") == 1
    assert [w["window"] for w in plain["plan"]] == [w.name for w in REPORT.plan]
    assert plain["conclusion"] == REPORT.conclusion
    assert plain["org"]["schema"] == "advisor.org/1"


def test_roles_and_a_team_without_readiness() -> None:
    report = build_report([analyze_role(BUNDLE)], org=ORG, date=DATE)
    assert report.readiness is None
    assert to_pdf(report).startswith(b"%PDF")
    assert report.meta.title == "Role and team"


def test_a_plan_says_which_role_moves_what_in_a_sentence() -> None:
    untitled = "\n".join(BUNDLE.splitlines()[1:])
    one = build_report([analyze_role(untitled)], org=ORG, date=DATE)
    assert any(what.startswith("The role: move ") for w in one.plan for what, _, _ in w.actions)
    two = build_report([analyze_role(untitled), analyze_role(BUNDLE)], date=DATE)
    said = [what for w in two.plan for what, _, _ in w.actions]
    assert said
    assert all(what.startswith("Role 1 and Community Manager: move ") for what in said)
    assert not any(" goes to " in what for what in said)


def test_two_roles_of_one_title_are_told_apart() -> None:
    other = BUNDLE.replace(
        "- Answer support tickets in Zendesk within four hours and issue refunds where needed\n", ""
    )
    other = other.replace("- Cover live chat on weekends\n", "")
    report = build_report([analyze_role(BUNDLE), analyze_role(other)], date=DATE)
    said = [what for w in report.plan for what, _, _ in w.actions]
    assert any(what.startswith("Community Manager (role 1): move tickets") for what in said)
    assert any(
        what.startswith("Community Manager (role 1) and Community Manager (role 2): ") for what in said
    )


def test_the_owner_of_an_action_is_called_one() -> None:
    text = " ".join(
        " ".join(p.extract_text() for p in pypdf.PdfReader(BytesIO(to_pdf(REPORT))).pages).split()
    )
    for window in REPORT.plan:
        for what, owner, _ in window.actions:
            assert what.endswith((".", "!", "?")), what
            assert f"Owner: {owner}." in text
    assert "Owner: " in to_markdown(REPORT)
