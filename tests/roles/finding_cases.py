"""For each finding an ad that raises it, and a near miss."""

from typing import Any, NamedTuple

from advisor.roles.analyze import analyze_role
from advisor.roles.model import RoleAnalysis

from .made_ads import COMMUNITY, MODERATION, OFFICE, SAFETY, SETTLED, SOCIAL, SUPPORT, made_ad


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
    "finding.deletes-criticism": Case(
        social("Take down negative comments about our prices"),
        social("Answer negative comments about our prices"),
        "negative comments",
    ),
    "finding.hidden-promotion": Case(
        social("Post as an ordinary customer and praise our shoes"),
        social("Ask ordinary customers to tell us what they think of our shoes"),
        "ordinary customer",
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
    "finding.harm-left-to-volunteers": Case(
        moderation("Deal with posts about self-harm", offer="This is an unpaid volunteer role."),
        moderation("Deal with posts about self-harm"),
        "self-harm",
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


def read(text: str, org_size: int | None = None) -> RoleAnalysis:
    return analyze_role(text, org_size=org_size)


def ids(analysis: RoleAnalysis) -> dict[str, str]:
    return {f.id: f.severity for f in analysis.findings}
