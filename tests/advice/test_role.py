"""Advice: what stays, what moves where and in which order, better measures, a better title."""

import pytest

from advisor.roles.analyze import analyze_role
from advisor.roles.model import RoleAnalysis
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import PRACTICES
from tests.roles.made_ads import COMMUNITY as CLEAR
from tests.roles.made_ads import SETTLED, made_ad

RULES = load_rubrics().data.advice
SMALL = load_rubrics().data.scoring.small_org

COMMUNITY = (
    "Welcome new members to our forum and introduce them to each other",
    "Host weekly discussions between members",
    "Organise meet-ups for our local member groups",
    "Mediate conflicts between members",
)
SOCIAL = (
    "Write and schedule posts for Instagram and TikTok",
    "Keep the content calendar for our social media channels",
    "Run paid social campaigns on Facebook",
)
SUPPORT = ("Answer support tickets in Zendesk", "Resolve customers' problems by phone, e-mail and live chat")
QUEUE = ("Review reported posts in the moderation queue", "Remove spam and ban repeat offenders")
CRAFT = ("Design brochures and banners in InDesign", "Write press releases and pitch stories to journalists")


def read(*duties: str, title: str = "Community Manager", org_size: int | None = None) -> RoleAnalysis:
    text = "\n".join([title, "", "What you will do", *(f"- {d}" for d in duties)])
    return analyze_role(text, org_size=org_size)


def quotes(analysis: RoleAnalysis, lines: tuple[int, ...]) -> list[str]:
    return [analysis.quote(i) for i in lines]


def test_a_focused_role_stays_as_it_is() -> None:
    analysis = read(*COMMUNITY)
    advice = analysis.advice
    assert analysis.findings
    assert advice.summary == "Keep the role as it is, and settle the findings before you publish."
    assert quotes(analysis, advice.stays) == list(COMMUNITY)
    assert advice.moves == ()
    assert advice.two_hats == ()
    assert advice.title == "Community Manager"
    assert advice.measures == load_rubrics().practices["community"].measures


def test_moves_come_in_their_order() -> None:
    analysis = read(*COMMUNITY, *CRAFT, *SUPPORT, *QUEUE, *SOCIAL, "Watch the forum around the clock")
    moves = analysis.advice.moves
    assert [m.order for m in moves] == [1, 2, 3, 4, 5]
    assert [m.practice for m in moves] == ["moderation", "social_media", "support", "moderation", "other"]
    assert "Nights" in moves[0].what
    assert quotes(analysis, moves[0].lines) == ["Watch the forum around the clock"]
    assert quotes(analysis, moves[1].lines) == list(SOCIAL)
    assert quotes(analysis, moves[4].lines) == list(CRAFT)
    assert set(COMMUNITY) <= set(quotes(analysis, analysis.advice.stays))
    moved = {i for m in moves for i in m.lines}
    assert not moved & set(analysis.advice.stays)
    assert "what harms most first" in analysis.advice.summary


def test_safety_leaves_a_community_role_first() -> None:
    safety = ("Investigate abuse and fraud on the platform", "Respond to requests from law enforcement")
    moves = read(*COMMUNITY, *SUPPORT, *safety).advice.moves
    assert moves[0].practice == "trust_safety"


def test_targets_for_reach_leave_a_community_role_and_stay_in_a_social_one() -> None:
    target = "Grow our followers by a third"
    assert "Targets" in read(*COMMUNITY, target).advice.moves[0].what
    assert read(*SOCIAL, target, title="Social Media Manager").advice.moves == ()


def test_contextual_moderation_stays() -> None:
    analysis = read(*COMMUNITY, "Moderate our forum with a light hand")
    assert analysis.advice.moves == ()
    assert "Moderate our forum with a light hand" in quotes(analysis, analysis.advice.stays)


def test_one_line_of_another_craft_stays() -> None:
    assert read(*COMMUNITY, CRAFT[0]).advice.moves == ()


def test_hosting_moves_out_of_a_social_role() -> None:
    moves = read(
        *SOCIAL, "Reply to comments on our Instagram page", *COMMUNITY[:2], title="Social Media Manager"
    ).advice.moves
    assert [m.practice for m in moves] == ["community"]


@pytest.mark.parametrize(("size", "hats"), [(1, True), (SMALL, True), (SMALL + 1, False), (None, False)])
def test_two_hats_in_a_very_small_organisation(size: int | None, hats: bool) -> None:
    advice = read(*COMMUNITY, *SUPPORT, org_size=size).advice
    assert bool(advice.two_hats) is hats
    if hats:
        said = " ".join(advice.two_hats)
        assert "hours" in said
        assert "two scorecards" in said
        assert "six months" in said
        assert "community management" in advice.summary


def test_a_small_organisation_with_one_job_needs_no_hats() -> None:
    assert read(*COMMUNITY, org_size=3).advice.two_hats == ()


@pytest.mark.parametrize(
    ("title", "better", "said"),
    [
        ("Community Manager", "Social Media Manager", "draw people who want another job"),
        ("Social Media Manager", "Social Media Manager", "Keep"),
        ("Community Specialist", "Social Media Specialist", "draw people"),
        ("Growth Hero", "Social Media Manager", "does not tell"),
        ("", "Social Media Manager", "no title"),
    ],
)
def test_titles(title: str, better: str, said: str) -> None:
    advice = read(*SOCIAL, "Reply to comments on our Instagram page", title=title).advice
    assert advice.title == better
    assert said in advice.title_why


def test_a_title_at_odds_with_focused_work_is_the_advice() -> None:
    assert read(*SOCIAL).advice.summary == RULES.summaries.retitle.format(settle=RULES.summaries.settle)


def test_without_findings_nothing_is_left_to_settle() -> None:
    analysis = analyze_role(made_ad("Community Manager", (*CLEAR, *SETTLED)))
    assert analysis.findings == ()
    assert analysis.advice.summary == "Keep the role as it is."


def test_work_in_shared_lines_moves_with_them_and_they_are_to_be_parted() -> None:
    analysis = read(
        "Welcome new members to our forum and answer support tickets in Zendesk",
        "Host weekly discussions between members and answer support tickets by live chat",
        "Organise meet-ups for our local member groups",
    )
    assert analysis.profile.bundled
    assert [(step.practice, step.lines) for step in analysis.advice.moves] == [("support", (0, 1))]
    assert analysis.advice.summary.endswith("Write each of them as two lines first.")


@pytest.mark.parametrize("size", [None, 3])
def test_one_move_has_no_order(size: int | None) -> None:
    community = (
        "Welcome new members to our forum",
        "Host weekly discussions between members",
        "Organise meet-ups for our local member groups",
    )
    support = ("Answer support tickets in Zendesk", "Resolve customer complaints by live chat")
    post = ("Post daily on our Instagram page", "Plan the social media content calendar")
    one, two = (read(*community, *support, *more, org_size=size).advice for more in ((), post))
    if size is None:
        assert len(one.moves) == 1
        assert one.summary.endswith("move the rest as shown below.")
        assert len(two.moves) == 2
    for advice in (one, two):
        assert ("in the order below" in advice.summary) == (len(advice.moves) > 1)


def test_outside_and_unclear_get_one_sentence() -> None:
    outside = read(
        "Fit pipes and boilers",
        "Write code in Rust for our compiler",
        *CRAFT,
        "Pay invoices",
        title="Plumber",
    )
    assert outside.advice.summary == RULES.summaries.outside
    unclear = read("Hello", title="Host")
    assert unclear.advice.summary == RULES.summaries.unclear
    for analysis in (outside, unclear):
        advice = analysis.advice
        assert not (advice.moves)
        assert not (advice.stays)
        assert not (advice.measures)
        assert not (advice.title)
        assert not (advice.two_hats)


def test_the_rubric_covers_every_practice() -> None:
    assert (
        {*PRACTICES, "other"} == set(RULES.stays) == set(RULES.verdicts.promises) == set(RULES.verdicts.asks)
    )
    assert {m.practice for m in RULES.moves} == {*PRACTICES, "other"}
    by_practice = {m.id: m.order for m in RULES.moves}
    assert by_practice["move.safety"] == by_practice["move.hours"] < by_practice["move.targets"]
    assert (
        by_practice["move.publishing"]
        < by_practice["move.tickets"]
        == by_practice["move.queue"]
        < by_practice["move.craft"]
    )


def test_a_title_that_its_trade_knows_stays() -> None:
    for title in ("Developer Advocate", "Head of Developer Relations"):
        advice = read(*COMMUNITY, title=title).advice
        assert advice.title == title
        assert "most of the work is community management" in advice.title_why


def test_of_three_jobs_a_small_organisation_keeps_two_and_moves_the_third() -> None:
    duties = (*SOCIAL, "Run a contest on Instagram", *SUPPORT, "Process refunds", *QUEUE, COMMUNITY[0])
    analysis = read(*duties, org_size=12)
    advice = analysis.advice
    assert "Keep social media management as the main one and customer support as the other" in advice.summary
    assert "social media management and customer support" in advice.two_hats[0]
    assert "community" not in advice.two_hats[0]
    assert [m.practice for m in advice.moves] == ["moderation"]
    small = next(f.next_step for f in analysis.findings if f.softened)
    assert "social media management and customer support" in small
    assert {i for i in advice.stays if "support" in analysis.lines[i].practices}  # the other hat stays, too
    assert advice.hats == ("social_media", "support")
    large = read(*duties, org_size=400).advice
    assert {m.practice for m in large.moves} >= {"support", "moderation"}


def test_two_jobs_in_a_small_organisation_both_stay() -> None:
    advice = read(*COMMUNITY, *SUPPORT, org_size=12).advice
    assert advice.moves == ()
    assert "10 to 15 a week" in advice.two_hats[0]
    assert "below" not in advice.summary


def test_no_line_is_moved_twice() -> None:
    late = "Review reported posts in the moderation queue and cover evenings and weekends"
    for duties in ((*SOCIAL, late, "Remove spam and ban offenders"), (*COMMUNITY, late), (*SOCIAL, late)):
        lines = [i for m in read(*duties).advice.moves for i in m.lines]
        assert len(lines) == len(set(lines))


def test_advice_on_a_tie_asks_for_a_decision() -> None:
    advice = read(*SOCIAL[:2], *SUPPORT).advice
    assert advice.summary.startswith("Decide first which part this seat is for.")
    assert "names one of the largest parts" in advice.title_why


def test_a_queue_that_takes_the_nights_along_goes_first() -> None:
    queue = (
        "Remove spam and ban repeat offenders in the reports queue",
        "Review reported posts and remove abuse",
    )
    days = read(*SOCIAL, *SUPPORT, *queue, title="Social Media Manager").advice.moves
    assert [m.practice for m in days] == ["support", "moderation"]
    round_the_clock = (queue[0], f"{queue[1]} around the clock")
    nights = read(*SOCIAL, *SUPPORT, *round_the_clock, title="Social Media Manager").advice.moves
    assert [m.practice for m in nights] == ["moderation", "support"]


MORE_CRAFT = (
    "Prepare the annual budget and the monthly invoices",
    "Write blog articles and optimise them for search engines",
)


def test_work_that_protects_people_is_never_handed_on_as_a_craft() -> None:
    safe = "Follow the safeguarding procedure and prepare the report when a patient is at risk"
    analysis = read(*COMMUNITY, *CRAFT, *MORE_CRAFT, safe)
    craft = next(move for move in analysis.advice.moves if move.practice == "other")
    assert quotes(analysis, craft.lines) == [*CRAFT, *MORE_CRAFT]
    quoted = [analysis.quote(i) for f in analysis.findings for i in f.lines]
    assert safe not in quoted


def test_more_work_of_other_departments_than_of_the_practice_is_said() -> None:
    analysis = read(*COMMUNITY[:2], *CRAFT, *MORE_CRAFT, "Answer the phone of the medical practice")
    assert analysis.profile.primary == "community"
    assert analysis.profile.shares["other"] > analysis.profile.shares["community"]
    assert "belongs to other departments" in analysis.subline
    assert "largest part" not in analysis.subline + analysis.advice.title_why
    assert "few lines" not in analysis.advice.summary


def test_a_line_that_asks_for_several_jobs_moves_each_of_them() -> None:
    line = (
        "Be online 24/7 on Telegram and Discord, answer tickets, ban scammers from our groups, run our Instagram "
        "account and grow it to 50,000 followers within a year"
    )
    steps = read(line, title="Social Media Manager").advice.moves
    assert [step.what.split(" ")[0] for step in steps] == ["Nights,", "Tickets,", "Review"]


def test_leading_volunteers_is_no_queue_that_moves_to_a_team() -> None:
    analysis = read(
        "Lead a team of 22 volunteer moderators and look after their training",
        "Decide on bans and appeals in our forum",
        "Remove posts that break the rules",
        "Welcome new members to our forum",
        "Host weekly discussions between members",
        "Organise meet-ups for our local member groups",
        "Bring what members say to the product team",
    )
    moved = {i for step in analysis.advice.moves for i in step.lines}
    assert 1 in moved
    assert 0 not in moved


def test_a_title_that_fits_only_what_stays_is_said_to() -> None:
    analysis = read(
        "Welcome new members to our forum",
        "Host weekly discussions between members",
        "Organise meet-ups for our local member groups",
        "Answer support tickets in Zendesk",
        "Answer calls of customers and process refunds",
    )
    assert analysis.profile.bundled
    assert analysis.advice.title_why == "Keep “Community Manager”. It fits the part that stays."


@pytest.mark.parametrize(
    ("load", "moves"), [(", some 50 a day", True), ("", False), (" within a day", False)]
)
def test_one_line_with_a_daily_load_is_not_too_small_to_move(load: str, moves: bool) -> None:
    more = ("Invite quiet members to introduce themselves", "Thank members who help each other in the forum")
    groups = "Plan the yearly gathering of our local member groups"
    found = read(*COMMUNITY, *more, groups, f"Answer members' e-mails about their invoices{load}").advice
    assert ("Tickets, chats and account questions" in [step.what for step in found.moves]) is moves


def test_a_set_night_shift_needs_no_rota() -> None:
    hours = "You work four nights a week, 22:00 to 06:00"
    found = read(*SUPPORT, "Restore lost accounts", hours, title="Support Agent (nights)")
    assert "finding.out-of-hours" not in [finding.id for finding in found.findings]
    assert "Nights, weekends and being on call" not in [step.what for step in found.advice.moves]
