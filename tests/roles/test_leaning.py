"""Cues that wait to see where an ad leans: mostly, turned, and prose about the main work."""

from __future__ import annotations

from advisor import RoleAnalysis, analyze_role

SOCIAL = (
    "Write and schedule posts for our Instagram and TikTok accounts",
    "Plan paid social campaigns and report reach and impressions",
    "Reply to comments and direct messages on our Facebook page",
    "Brief influencers before each launch",
)
FORUM = (
    "Welcome new members to the forum and introduce them to one another",
    "Host a monthly call for members",
    "Recruit and thank volunteer hosts",
    "Carry what members say to the product team",
)


def ad(*duties: str, title: str, prose: str = "") -> RoleAnalysis:
    listed = "\n".join(f"- {duty}" for duty in duties)
    return analyze_role(f"{title}\n\n{prose}\n\nWhat you will do\n{listed}\n", title=title)


def practices(result: RoleAnalysis, words: str) -> tuple[str, ...]:
    start = result.text.index(words)
    return next(line.practices for line in result.lines if line.start <= start < line.end)


def test_our_community_means_followers_in_a_social_media_ad() -> None:
    line = "Engage with our community every day"
    social = ad(*SOCIAL, line, title="Social Media Manager")
    forum = ad(*FORUM, line, title="Community Manager")
    assert "community" not in practices(social, line)
    assert "community" in practices(forum, line)


def test_a_turned_cue_gives_its_points_to_the_practice_it_turned_to() -> None:
    line = "Engage with our community every day"
    found = ad(*SOCIAL, line, title="Social Media Manager")
    at = found.text.index(line)
    signals = next(x.signals for x in found.lines if x.start == at)
    assert all(s.practice != "community" for s in signals if s.cue == "community.engages-community")
    assert sum(s.contribution for s in signals if s.practice == "social_media") >= 2


def test_wide_words_count_only_where_the_ad_is_mostly_about_their_practice() -> None:
    line = "Write the runbook after each outage"
    support = (
        "Answer customers' tickets in Zendesk within four hours",
        "Cover live chat at weekends",
        "Escalate bugs to engineering with clear steps",
        "Keep customer satisfaction above target",
    )
    assert "support" in practices(ad(*support, line, title="Support Engineer"), line)
    assert "support" not in practices(ad(*FORUM, line, title="Community Manager"), line)


def test_prose_that_tells_the_main_work_is_work() -> None:
    prose = (
        "At Larkfield the forum brings hobby brewers together, and moderators remove spam from it every day."
    )
    forum = (
        "Review reported posts and remove those that break the rules",
        "Warn and ban members who abuse others",
        "Work through the moderation queue every evening",
    )
    said = "remove spam from it"
    assert "moderation" in practices(ad(*forum, title="Forum Moderator", prose=prose), said)
    engineer = ("Write Python services", "Review code", "Deploy with Kubernetes")
    assert "moderation" not in practices(ad(*engineer, title="Software Engineer", prose=prose), said)


def test_a_title_without_a_craft_weighs_little() -> None:
    line = "Enforce the community guidelines and remove abusive posts"
    rest = (
        "Decide on appeals against bans",
        "Tidy the archive twice a year",
        "Prepare the handover to the next shift",
    )
    steward = ad(line, *rest, title="Zone Steward and Coordinator")
    engineer = ad(line, *rest, title="Backend Engineer")
    assert steward.title_practice == engineer.title_practice == "outside"
    assert steward.profile.primary == "moderation"
    assert engineer.profile.primary == "outside"


def test_a_title_that_speaks_for_another_job_lowers_the_confidence() -> None:
    duties = (*SOCIAL, "Schedule daily stories and reels", "Grow our follower count each quarter", *FORUM[:2])
    agreed = ad(*duties, title="Social Media Manager").profile
    against = ad(*duties, title="Customer Support Agent").profile
    assert agreed.primary == against.primary == "social_media"
    assert (agreed.confidence.level, against.confidence.level) == ("high", "medium")
    assert "title" in against.confidence.why


def test_other_functions_beside_a_practice_count_only_where_the_ad_is_mostly_theirs() -> None:
    line = "Write Python code for our member forum and welcome new members"
    code = (
        "Write Python code and review pull requests",
        "Design database schemas",
        "Deploy services to production with Kubernetes",
    )
    assert practices(ad(*FORUM, line, title="Community Manager"), line) == ("community",)
    assert practices(ad(*FORUM, code[0], title="Community Manager"), code[0]) == ("other",)
    assert set(practices(ad(*code, line, title="Software Engineer"), line)) == {"community", "other"}


def test_one_line_among_many_is_no_leaning() -> None:
    """What only a safety role's words say stays unsaid where one line in ten names safety and no title does."""
    desk = (
        "Check guests in and hand over the keys",
        "Take payments at the desk",
        "Look after arrivals by phone",
        "Find rooms elsewhere when the house is full",
        "Wake guests who ask for it",
        "Carry bags to the rooms",
        "Call taxis in the morning",
        "Sweep the hall at night",
    )
    safety = "Investigate fraud, scams and account takeovers on the platform"
    line = "Note down what guests complain of"
    found = ad(*desk, safety, line, title="Night Porter")
    assert "trust_safety" in practices(found, safety)
    assert [x.practices for x in found.lines if "trust_safety" in x.practices] == [practices(found, safety)]
    few = ad(safety, line, title="Night Porter")
    assert "trust_safety" in practices(few, line)


def test_nothing_turns_where_an_ad_asks_mostly_for_both() -> None:
    """Two halves would change places: each keeps its own words."""
    moderation = (
        "Review reported posts in the queue and remove what breaks the rules",
        "Ban spammers and hand out warnings",
        "Moderate the forum and its chat",
    )
    safety = (
        "Investigate fraud and account takeovers on the platform",
        "Answer legal requests from law enforcement",
        "Write our child safety policy",
    )
    line = "Watch the server in the evening"
    both = ad(*moderation, *safety, line, title="Coordinator")
    assert practices(both, line) == ("moderation",)
