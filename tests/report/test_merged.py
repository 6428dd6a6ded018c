"""Roles, team and readiness in one report: a summary on one page, each part, one plan in which nothing stands twice."""

import re
from io import BytesIO

import pypdf
import pytest

from advisor import analyze_org, analyze_role, assess_readiness
from advisor.report import Report, build_report, to_markdown, to_pdf
from advisor.report.merged import Action
from tests.readiness.made import all_at

from .made import BUNDLE, DATE
from .pdf_reading import words

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
    text = words(to_pdf(REPORT))
    whole = text[text.index("Roles, team and readiness together") :]
    whole = whole[: whole.index("Appendix")]
    for window in REPORT.plan:
        for action in window.actions:
            assert whole.count(f"{action.what} ") == 1, action.what
            assert action.done in whole
            assert all(why in whole for why in action.why)
    said = [a.what for w in REPORT.plan for a in w.actions]
    assert len(said) == len(set(said))


def test_readiness_comes_first_in_each_window() -> None:
    ready = REPORT.readiness
    assert ready is not None
    first = ready.windows[0].actions[0].what
    said = [a.what for a in REPORT.plan[0].actions]
    assert REPORT.disputes
    assert said[0].startswith("Settle where the parts of this report disagree: ")
    assert said[1].startswith("Hire nobody for the community while the verdict is “Wait”.")
    assert said[2] == first


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
    assert any(a.what.startswith("The role: move ") for w in one.plan for a in w.actions)
    two = build_report([analyze_role(untitled), analyze_role(BUNDLE)], date=DATE)
    said = [a.what for w in two.plan for a in w.actions]
    assert said
    assert all(what.startswith("Role 1 and Community Manager: move ") for what in said)
    assert not any(" goes to " in what for what in said)


def test_two_roles_of_one_title_are_told_apart() -> None:
    other = BUNDLE.replace(
        "- Answer support tickets in Zendesk within four hours and issue refunds where needed\n", ""
    )
    other = other.replace("- Cover live chat on weekends\n", "")
    report = build_report([analyze_role(BUNDLE), analyze_role(other)], date=DATE)
    said = [a.what for w in report.plan for a in w.actions]
    assert any(what.startswith("Community Manager (role 1): move tickets") for what in said)
    assert any(
        what.startswith("Community Manager (role 1) and Community Manager (role 2): ") for what in said
    )


def test_the_owner_of_an_action_is_called_one() -> None:
    text = words(to_pdf(REPORT))
    for window in REPORT.plan:
        for action in window.actions:
            assert action.what.endswith((".", "!", "?")), action.what
            assert f"Owner: {action.owner}." in text
    assert "Owner: " in to_markdown(REPORT)


HOST = """Community Manager

What you'll do
- Welcome new forum members and help them introduce themselves
- Host weekly discussions between members
- Keep the forum guidelines and mend quarrels between members
- Run a monthly meet-up and connect members with each other
- Publish daily posts on Instagram and plan the content calendar
- Grow our followers and report reach
"""
FORUM = "Forum host: runs the forum\nDesigner: draws icons"


def asked(report: Report) -> list[Action]:
    return [a for w in report.plan for a in w.actions]


def test_every_uncovered_practice_keeps_its_action() -> None:
    report = build_report(org=analyze_org(FORUM), date=DATE)
    said = [a.what for a in asked(report)]
    for practice in ("social media management", "customer support", "moderation"):
        assert sum(f"answers for {practice}" in what for what in said) == 1, practice
    assert [a.what for a in asked(report)] == [what for w in report.org.plan for what, _, _ in w.actions]  # type: ignore[union-attr]


TEAM = analyze_org(
    "Community manager: welcomes new members, runs the forum, posts daily on Instagram, removes reported posts. "
    "Measured by follower growth and reach.\nDesigner: draws icons",
    org_size=60,
)


def together(*ads: str, **answers: int) -> Report:
    ready = assess_readiness({"Ana": all_at(3, **answers)})
    return build_report([analyze_role(ad) for ad in ads], org=TEAM, readiness=ready, date=DATE)


def test_what_two_parts_ask_of_the_same_thing_is_one_action_with_both_reasons() -> None:
    report = together(C3=0, D1=1, H1=0)
    (deputy,) = [a for a in asked(report) if "deputy" in a.what.lower()]
    assert "“Community manager”" in deputy.what
    assert any("Cover, “Nobody”" in why for why in deputy.why)
    assert any("only one person covers" in why for why in deputy.why)
    (measure,) = [a for a in asked(report) if "measure" in a.what.lower()]
    assert len(measure.why) == 2
    moves = [a for a in asked(report) if ": move " in a.what]
    assert moves
    assert all(any("Scope" in why for why in a.why) for a in moves)
    assert not any("Split the community role" in a.what for a in asked(report))
    assert report.disputes == tuple(d for d in report.disputes if d.item not in ("C3", "D1", "H1"))


def test_an_answer_that_asks_for_more_adds_its_sentence() -> None:
    (hours,) = [a for a in asked(together(E2=0)) if "hours" in a.what and "staffed" in a.what]
    assert "report button" in hours.what
    assert hours in together(E2=0).plan[0].actions


def test_the_ad_and_the_map_move_the_same_work_out_of_the_same_seat_once() -> None:
    report = together(HOST)
    (publishing,) = [a for a in asked(report) if "publishing" in a.what]
    assert "Job description: Community Manager." in publishing.why
    assert not [d for d in report.disputes if not d.item]
    other = together(HOST.replace("Community Manager", "Forum Lead", 1))
    assert len([a for a in asked(other) if "publishing" in a.what]) == 2


def test_a_plan_never_keeps_and_moves_the_same_work() -> None:
    report = together(
        BUNDLE
    )  # most of its work is social media; the map keeps the community work in that seat
    assert "hosting" in " ".join(m.what.lower() for m in report.roles[0].moves)
    assert not [a for a in asked(report) if "hosting" in a.what]
    (seat,) = [d for d in report.disputes if not d.item]
    assert seat.name == "What “Community manager” is for"
    assert "keeps community management" in seat.says
    assert "what “Community manager” is for" in asked(report)[0].what


def test_strong_answers_that_the_map_calls_in_question_are_told_as_such() -> None:
    report = together(BUNDLE)
    ready = report.readiness
    assert ready is not None
    assert {"C3", "D1", "E2", "H1"} <= {d.item for d in report.disputes}
    assert not {d.item for d in report.disputes} & {s.item for s in ready.strengths}
    markdown = to_markdown(report)
    strong = markdown.split("### Already strong")[1].split("\n###")[0]
    text = words(to_pdf(report))
    for dispute in report.disputes:
        assert dispute.says in markdown.replace("\\", "")
        assert dispute.says in text
        assert f"**{dispute.name}.**" not in strong
    assert "Settle which is true first" in report.disputes[0].says
    assert [d["item"] for d in report.to_dict()["disputes"]] == [d.item for d in report.disputes]


def test_nothing_is_disputed_where_the_parts_agree() -> None:
    good = analyze_org(
        "Two community managers: welcome members, run the forum, on a rota for evenings and weekends. "
        "Measured by returning members.\nSupport agents (3): answer tickets.",
        org_size=60,
    )
    report = build_report(org=good, readiness=assess_readiness({"Ana": all_at(3)}), date=DATE)
    assert not {"C3", "D1", "H1"} & {d.item for d in report.disputes}
    assert build_report(org=TEAM, date=DATE).disputes == ()
    alone = build_report(readiness=assess_readiness({"Ana": all_at(3)}), date=DATE)
    assert alone.disputes == ()


def test_two_hats_dispute_only_the_answer_that_there_is_one() -> None:
    two = analyze_org("Community manager: runs the forum, posts daily on Instagram.\nDesigner: draws icons")
    for level, told in ((3, False), (4, True)):
        ready = assess_readiness({"Ana": all_at(3, H1=level)})
        disputes = build_report(org=two, readiness=ready, date=DATE).disputes
        assert ("H1" in {d.item for d in disputes}) is told


@pytest.mark.parametrize("title", ["Community manager", "Support agents", "Heads of community"])
def test_each_action_stands_alone(title: str) -> None:
    org = analyze_org(
        f"{title}: welcomes new members, runs the forum, answers tickets, removes reported posts. "
        "Measured by follower growth.",
        org_size=60,
    )
    lost = re.compile(r"\b(this role|these two|put both on a simple rota for|of each who|do them)\b")
    for action in asked(build_report(org=org, date=DATE)):
        assert not lost.search(action.what), action.what
    for finding in org.findings:
        if finding.id in ("org.single", "org.reach", "org.bundle"):
            assert title in finding.next_step
        assert f"When {title}" not in finding.why


def test_what_comes_after_the_90_days_is_not_dropped() -> None:
    ready = assess_readiness({"Ana": all_at(0)})
    report = build_report(org=TEAM, readiness=ready, date=DATE)
    assert [w.name for w in report.plan][-1] == "After 90 days"


def test_a_role_split_by_its_ad_is_not_split_again_by_the_answers() -> None:
    ready = assess_readiness({"Ana": all_at(3, H1=0)})
    report = build_report([analyze_role(HOST)], readiness=ready, date=DATE)
    assert not any("Split the community role" in a.what for a in asked(report))
    moves = [a for a in asked(report) if ": move " in a.what]
    assert moves
    assert all("Answers: Scope, “Five or more”." in a.why for a in moves)


def test_a_step_that_no_finding_asks_for_says_where_it_comes_from() -> None:
    few = analyze_org(
        "Reading Groups Coordinator, 15 hours a week: runs 22 reading groups, trains volunteer hosts, welcomes new "
        "members.\nDigital officer: posts on Facebook and Instagram."
    )
    report = build_report([], org=few, readiness=assess_readiness({"Ana": all_at(3)}), date=DATE)
    actions = [a for window in report.plan for a in window.actions]
    assert all(action.why for action in actions)
    assert any(w.startswith("Team: the step to “") for a in actions for w in a.why)
