"""Each finding is raised by an ad that calls for it, and not by its near miss."""

from typing import Any, NamedTuple

import pytest

from advisor.roles.analyze import analyze_role
from advisor.roles.findings import Facts, holds
from advisor.roles.model import RoleAnalysis
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import FINDING_WORDS, When

from .made_ads import COMMUNITY, MODERATION, OFFICE, SAFETY, SETTLED, SOCIAL, SUPPORT, made_ad

RULES = {rule.id: rule for rule in load_rubrics().data.findings}


class Case(NamedTuple):
    raises: str
    quiet: str
    quoted: str = ""  # words that a quoted line must hold; "" when the finding quotes nothing


def community(*more: str, title: str = "Community Manager", **rest: Any) -> str:
    return made_ad(title, (*COMMUNITY, *more), **rest)


def social(*more: str, title: str = "Social Media Manager", **rest: Any) -> str:
    return made_ad(title, (*SOCIAL, *more), **rest)


def moderation(*more: str, title: str = "Content Moderator", **rest: Any) -> str:
    return made_ad(title, (*MODERATION, *more), **rest)


LEASING = (
    "Lead apartment tours and sign leases",
    "Collect rent and keep occupancy high",
    "Arrange maintenance work orders and move-ins",
    "Enter every payment in Yardi",
)

POOL = (
    "Join our Talent Community. We make software for orchards in three towns. Don't see a role that fits you today? "
    "Leave your CV, and we will reach out when something opens."
)

CASES = {
    "finding.several-ads": Case(
        f"{community()}\n----------\n\n{social()}",
        f"{community()}\nYou report to the\nSocial Media Manager\n",
    ),
    "finding.impossible-role": Case(
        made_ad("Community Manager", (*COMMUNITY[:3], *SOCIAL[:3], *SUPPORT, *MODERATION)),
        made_ad("Community Manager", (*COMMUNITY, *SOCIAL[:3], *SUPPORT)),
        "Zendesk",
    ),
    "finding.three-or-more-practices": Case(
        made_ad("Community Manager", (*COMMUNITY[:4], *SOCIAL, *SUPPORT)),
        made_ad("Community Manager", (*COMMUNITY, *SOCIAL)),
        "Instagram",
    ),
    "finding.two-practices": Case(
        made_ad("Community Manager", (*COMMUNITY, *SUPPORT)),
        community("Moderate our forum with a light hand"),
        "Zendesk",
    ),
    "finding.safety-around-the-clock": Case(
        made_ad(
            "Trust and Safety Manager", (*SAFETY, *MODERATION, "Be reachable day and night for urgent cases")
        ),
        made_ad(
            "Trust and Safety Manager",
            (*SAFETY, *MODERATION, "Take your turn in a rota that covers day and night"),
        ),
        "day and night",
    ),
    "finding.other-departments": Case(
        made_ad("Community Manager", (*COMMUNITY, *OFFICE)),
        community(OFFICE[0]),
        "press releases",
    ),
    "finding.title-mismatch": Case(social(title="Community Manager"), social(), "Instagram"),
    "finding.false-friend": Case(
        made_ad("Community Manager", LEASING),
        community("Lead tours of our online forum for newcomers"),
        "leases",
    ),
    "finding.false-friend-plain": Case(made_ad("", LEASING), made_ad("Community Manager", LEASING), "leases"),
    "finding.other-profession": Case(
        made_ad("Office Manager", OFFICE), made_ad("Community Manager", OFFICE), "catering"
    ),
    "finding.talent-pool": Case(POOL, f"{community()}\n{POOL}", "reach out when"),
    "finding.title-promises-more": Case(
        made_ad("Community Manager", OFFICE), made_ad("Office Manager", OFFICE)
    ),
    "finding.reach-under-marketing": Case(
        community("Increase reach and impressions", about="You report to the marketing director."),
        community("Increase reach and impressions", *SETTLED, about="You report to the marketing director."),
        "reach and impressions",
    ),
    "finding.judged-by-reach": Case(
        community(measures=["Grow our followers by 30% a quarter"]),
        social(measures=["Grow our followers by 30% a quarter"]),
        "followers by 30%",
    ),
    "finding.publishing-judged-by-belonging": Case(
        social(measures=["Raise member retention and the sense of belonging"]),
        community(measures=["Raise member retention and the sense of belonging"]),
        "member retention",
    ),
    "finding.judged-by-the-clock": Case(
        community(measures=["Answer every member within two hours"]),
        made_ad(
            "Community Manager", (*COMMUNITY, *SUPPORT), measures=["Answer every ticket within two hours"]
        ),
        "within two hours",
    ),
    "finding.growth-in-heads": Case(
        community(measures=["Grow the community from 5,000 to 50,000 members"]),
        community(about="We host a community of 50,000 members."),
        "50,000",
    ),
    "finding.moderation-by-volume": Case(
        moderation(measures=["Review 300 posts a day"]),
        moderation(measures=["Review 300 posts a day", "Keep decision accuracy above 97 per cent"]),
        "300 posts",
    ),
    "finding.quick-return": Case(
        community("Show a return on the community within one quarter"),
        community("Spend your first quarter getting to know members"),
        "within one quarter",
    ),
    "finding.community-as-channel": Case(
        community("Turn community members into leads for the sales team"),
        community("Tell the sales team what community members need"),
        "into leads",
    ),
    "finding.sales-quota": Case(
        community("Carry a personal sales quota"),
        community("Tell the sales team about new members"),
        "sales quota",
    ),
    "finding.round-the-clock": Case(
        community("Answer posts in the forum 24/7"),
        community("Answer posts in the forum 24/7", "Weekends and nights are covered by a rota of six hosts"),
        "24/7",
    ),
    "finding.out-of-hours": Case(
        community("Cover the forum on evenings and weekends"),
        community("Cover the forum on evenings and weekends, in a rota with four colleagues"),
        "evenings and weekends",
    ),
    "finding.unpaid-cover": Case(
        community("Rely on volunteers to cover the night shift in the forum"),
        community("Train volunteers who want to learn hosting"),
        "night shift",
    ),
    "finding.ai-replaces-judgement": Case(
        moderation("Replace moderators with AI by the end of the year"),
        moderation("Use AI to sort reports for the moderators"),
        "with AI",
    ),
    "finding.strategy-at-junior-grade": Case(
        community("Own the community strategy", title="Community Coordinator"),
        community("Own the community strategy", title="Head of Community"),
        "strategy",
    ),
    "finding.staff-at-junior-grade": Case(
        community(
            "Lead a team of three moderators and hold performance reviews", title="Community Coordinator"
        ),
        community("Lead volunteers from every region", title="Community Coordinator"),
        "performance reviews",
    ),
    "finding.followers-called-community": Case(
        social("Look after our Instagram community"),
        social("Look after our Instagram page"),
        "Instagram community",
    ),
    "finding.many-hats": Case(
        social(skills=["You wear many hats and like it"]),
        social(skills=["You know your way around Instagram"]),
        "hats",
    ),
    "finding.hero-words": Case(
        social(skills=["You are a true social media ninja"]),
        social(skills=["You know your way around Instagram"]),
        "ninja",
    ),
    "finding.toolbox": Case(
        community(skills=["Hootsuite, Zendesk, Photoshop and Mailchimp"]),
        community(skills=["Discord and Hootsuite"]),
        "Zendesk",
    ),
    "finding.harm-without-support": Case(
        moderation("Review reports of self-harm and graphic violence"),
        moderation(
            "Review reports of self-harm and graphic violence",
            offer="You get regular breaks and free counselling.",
        ),
        "self-harm",
    ),
    "finding.moderation-without-rules": Case(
        made_ad("Content Moderator", (*MODERATION[:2], "Warn members who insult others")),
        moderation("Escalate threats to the safety lead"),
        "spam",
    ),
    "finding.no-measure": Case(community(), community(*SETTLED)),
    "finding.strategy-without-say": Case(
        community("Own the community strategy", title="Head of Community"),
        community("Own the community strategy and manage its yearly budget", title="Head of Community"),
        "strategy",
    ),
    "finding.alone-in-the-seat": Case(
        community(about="You will be our first community hire."),
        community(about="You will be our first community hire. A named deputy covers your holidays."),
        "first community hire",
    ),
    "finding.pay-not-stated": Case(community(offer="A competitive salary and good coffee."), community()),
}

QUESTIONS = {id_ for id_, rule in RULES.items() if rule.title.endswith("?")}


def read(text: str, org_size: int | None = None) -> RoleAnalysis:
    return analyze_role(text, org_size=org_size)


def ids(analysis: RoleAnalysis) -> dict[str, str]:
    return {f.id: f.severity for f in analysis.findings}


def test_every_finding_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("id_", CASES)
def test_is_raised_and_quotes_its_lines(id_: str) -> None:
    analysis = read(CASES[id_].raises)
    found = next((f for f in analysis.findings if f.id == id_), None)
    assert found, (analysis.headline, ids(analysis))
    assert found.severity == RULES[id_].severity
    assert found.why
    assert found.next_step
    assert found.sources
    if CASES[id_].quoted:
        assert any(CASES[id_].quoted in analysis.quote(i) for i in found.lines), [
            analysis.quote(i) for i in found.lines
        ]


@pytest.mark.parametrize("id_", CASES)
def test_a_near_miss_stays_quiet(id_: str) -> None:
    analysis = read(CASES[id_].quiet)
    assert analysis.profile.primary != "unclear"
    assert id_ not in ids(analysis), analysis.headline


@pytest.mark.parametrize("id_", [i for i, rule in RULES.items() if rule.small])
def test_is_softer_in_a_very_small_organisation(id_: str) -> None:
    small = load_rubrics().data.scoring.small_org
    rule, text = RULES[id_], CASES[id_].raises
    soft = next(f for f in read(text, small).findings if f.id == id_)
    assert soft.severity == rule.small
    assert soft.softened
    assert next(f for f in read(text, small + 1).findings if f.id == id_).severity == rule.severity
    assert not next(f for f in read(text).findings if f.id == id_).softened
    if rule.small_next_step:
        assert soft.next_step != next(f for f in read(text).findings if f.id == id_).next_step


@pytest.mark.parametrize("id_", ["finding.round-the-clock", "finding.safety-around-the-clock"])
def test_nobody_is_awake_all_week_in_a_small_organisation_either(id_: str) -> None:
    assert ids(read(CASES[id_].raises, 3))[id_] == "blocking"


def test_the_most_severe_come_first() -> None:
    order = ["blocking", "serious", "advice"]
    for case in CASES.values():
        severities = [order.index(f.severity) for f in read(case.raises).findings]
        assert severities == sorted(severities)


@pytest.mark.parametrize(("id_", "replaced"), [(r.id, o) for r in RULES.values() for o in r.replaces])
def test_the_bigger_finding_replaces_the_smaller(id_: str, replaced: str) -> None:
    assert replaced not in ids(read(CASES[id_].raises))


def test_what_is_not_stated_is_a_question_and_never_a_fault() -> None:
    """A rule that silence alone can meet is advice, and its title asks."""

    def proven(when: When) -> bool:
        asks = (
            when.has,
            when.has_all,
            when.mismatch,
            when.bundled,
            when.friend,
            when.share_at_least,
            when.families_at_least,
        )
        return any(asks)

    for rule in RULES.values():
        if (rule.when.lacks or rule.when.has_measures is False) and not proven(rule.when):
            assert rule.id in QUESTIONS, rule.id
    assert QUESTIONS
    for id_ in QUESTIONS:
        assert RULES[id_].severity == "advice", id_


@pytest.mark.parametrize(
    "text", ["Community Manager\nAround the clock, ninja.", "Wear many hats. Grow followers 24/7."]
)
def test_two_lines_raise_nothing(text: str) -> None:
    analysis = read(text)
    assert analysis.profile.primary == "unclear"
    assert analysis.findings == ()


def test_a_clean_community_role_has_nothing_grave() -> None:
    assert not [f for f in read(community(*SETTLED)).findings if f.severity != "advice"]


def test_contextual_moderation_and_public_replies_make_no_bundle() -> None:
    for text in (community("Moderate our forum with a light hand"), social()):
        assert not {i for i in ids(read(text)) if "practices" in i or "impossible" in i}


def test_a_negated_line_raises_nothing() -> None:
    assert "finding.round-the-clock" not in ids(read(community("You will not be available around the clock")))


def test_texts_survive_any_title() -> None:
    for title in ("{title}", "{0} {", "100% %s Community Manager", "<b>Community</b> Manager"):
        for text in (CASES["finding.title-mismatch"].raises, CASES["finding.impossible-role"].raises):
            analysis = analyze_role(text, title=title)
            assert all(f.title and f.why and f.next_step for f in analysis.findings)


def test_texts_name_the_families_and_the_title() -> None:
    analysis = read(CASES["finding.title-mismatch"].raises)
    why = next(f for f in analysis.findings if f.id == "finding.title-mismatch").why
    assert "“Community Manager”" in why
    assert "social media management" in why
    assert all(
        "{" not in f.title + f.why + f.next_step for c in CASES.values() for f in read(c.raises).findings
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.id)
def test_rule_texts_read_well(rule: Any) -> None:
    """Short plain sentences: no shouting, no semicolons in a row of clauses, an end mark at the end."""
    for text in (rule.why, rule.next_step, rule.small_next_step or "Fine."):
        assert text[0].isupper() or text[0] in "“{", text
        assert text[-1] in ".?!”", text
        assert max(len(s.split()) for s in text.replace("?", ".").split(".")) <= 40, text
    assert len(rule.title.split()) <= 14
    assert all(word in FINDING_WORDS for word in ("title", "count"))


def test_conditions_hold_together_and_one_by_one() -> None:
    analysis = read(CASES["finding.two-practices"].raises)
    rubrics = load_rubrics()
    facts = Facts(analysis.profile, "T", "community", None, analysis.lines, {"a": (1,), "b": (2,)})
    assert holds(When(), facts, rubrics)
    assert holds(When(has=("a", "c")), facts, rubrics)
    assert not holds(When(has=("a", "c"), has_at_least=2), facts, rubrics)
    assert holds(When(has=("a", "b", "c"), has_at_least=2), facts, rubrics)
    assert not holds(When(has_all=("a", "c")), facts, rubrics)
    assert not holds(When(lacks=("b",)), facts, rubrics)
    assert holds(When(any_of=(When(has=("c",)), When(title=("community",)))), facts, rubrics)
    assert not holds(When(any_of=(When(has=("c",)),), has=("a",)), facts, rubrics)
    assert holds(When(present=("support",), absent=("social_media",)), facts, rubrics)
    assert not holds(When(absent=("support",)), facts, rubrics)
    assert not holds(When(share_at_least={"community": 0.99}), facts, rubrics)
    assert not holds(When(friend=True), facts, rubrics)
