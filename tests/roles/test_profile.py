"""What a role adds up to: shares, families, and when one line is enough for one."""

import pytest

from advisor import analyze_role

SOCIAL = """Social Media Manager

What you'll do
- Plan the content calendar and publish posts on Instagram and TikTok
- Grow our followers and report on reach
- Run paid social campaigns
- Work with influencers on LinkedIn and YouTube
- {line}
"""


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("Reply to comments and direct messages on our pages", ("social_media",)),
        ("Moderate our Facebook group", ("social_media",)),
        ("Answer support tickets within four hours", ("social_media", "support")),
        ("Cover live chat and issue refunds", ("social_media", "support")),
        ("Work through the moderation queue and ban repeat offenders", ("social_media", "moderation")),
    ],
)
def test_one_line_makes_a_family_only_when_it_runs_a_desk(line: str, present: tuple[str, ...]) -> None:
    profile = analyze_role(SOCIAL.format(line=line)).profile
    assert profile.primary == "social_media"
    assert profile.present == present
    assert profile.bundled is (len(present) > 1)


def test_shares_are_the_sums_shown() -> None:
    profile = analyze_role(
        SOCIAL.format(line="Write for our blog and host member calls in the forum")
    ).profile
    points = sum(s.points for s in profile.sums)
    assert sum(profile.shares.values()) == pytest.approx(1, abs=0.001)
    for row in profile.sums:
        assert row.share == pytest.approx(row.points / points, abs=0.001)
        assert profile.shares[row.practice] == row.share


def test_too_little_text_is_unclear_whatever_the_title() -> None:
    profile = analyze_role("Join us and help. Good pay.", title="Community Manager").profile
    assert (profile.primary, profile.present, profile.mismatch) == ("unclear", (), False)
    assert profile.confidence.level == "low"


def test_entities_in_a_title_and_a_quote_are_read() -> None:
    ad = SOCIAL.replace("Social Media Manager", "Social Media &amp; Content Manager", 1)
    analysis = analyze_role(ad.format(line="Answer tickets &amp; chats all day and all night, 24/7"))
    assert analysis.title == "Social Media & Content Manager"
    assert any("tickets & chats" in analysis.quote(i) for i in range(len(analysis.lines)))


COMMUNITY = """Community Manager

- Welcome new members to our forum
- Host weekly calls between members
- Recruit and coach member volunteers
- {line}
"""


@pytest.mark.parametrize(
    ("line", "desk"),
    [
        ("Moderate our forum with a light hand", False),
        ("Keep an eye on the chat and remind people of the rules", False),
        ("Moderate reported posts in the queue, 200 a day", True),
        ("Take your turn in the moderation rota at weekends", True),
        ("Moderate comments in late shifts", True),
        ("Review 300 posts a day", True),
    ],
)
def test_a_queue_a_rota_or_a_number_a_day_is_more_than_moderation_in_passing(line: str, desk: bool) -> None:
    assert ("moderation" in analyze_role(COMMUNITY.format(line=line)).profile.present) is desk


def test_a_title_does_not_turn_a_clear_lead_of_the_lines_round() -> None:
    ad = (
        "Community Manager\n- Answer tickets from customers in Zendesk\n- Process refunds for customers\n"
        "- Host the members' forum and welcome newcomers\n- Post on Instagram daily\n- Remove spam and ban offenders"
    )
    profile = analyze_role(ad).profile
    assert profile.shares["support"] > 1.5 * profile.shares["community"] > 0
    assert (profile.primary, profile.mismatch) == ("support", True)


def test_what_the_title_promises_is_not_there_in_passing_only() -> None:
    duties = "- Publish posts on Instagram\n- Run paid social campaigns\n- Plan the content calendar\n- Host weekly calls between members"
    text = "\n{}\n\nWe make garden tools that last, for people who like to be out of doors.\n\n" + duties
    assert "community" in analyze_role(text.format("Community and Social Media Manager")).profile.present
    assert "community" not in analyze_role(text.format("Social Media Manager")).profile.present


def test_what_is_built_for_moderators_is_engineering() -> None:
    line = "Own the PostgreSQL schema for posts, threads and moderation queues"
    assert analyze_role(COMMUNITY.format(line=line)).profile.shares["moderation"] == 0


@pytest.mark.parametrize(
    ("duties", "primary"),
    [
        (
            ("Publish daily posts on Instagram", "Post on TikTok and host our members' weekly discussion"),
            "social_media",
        ),
        (("Publish daily posts on Instagram", "Host our members' weekly discussion"), "community"),
    ],
)
def test_a_title_decides_a_tie_but_does_not_outweigh_the_lines(duties: tuple[str, ...], primary: str) -> None:
    rest = (
        "Feed the cat that lives in the office, water the plants, and walk along the river every day at noon"
    )
    text = "\n".join(["Community Manager", "", "What you will do", *(f"- {d}" for d in (*duties, rest))])
    profile = analyze_role(text).profile
    assert profile.shares["social_media"] >= profile.shares["community"] > 0
    assert profile.primary == primary


@pytest.mark.parametrize(("title", "mismatch"), [("Choir Director", False), ("Community Manager", True)])
@pytest.mark.parametrize(("asked", "primary"), [(1, "outside"), (2, "outside"), (3, "community")])
def test_many_duties_that_nobody_knows_are_another_profession(
    title: str, mismatch: bool, asked: int, primary: str
) -> None:
    known = ["Welcome new members", "Run the members' forum", "Thank the ambassadors"][:asked]
    unknown = [
        "Conduct two rehearsals a week",
        "Choose the pieces for spring",
        "Tune the old piano",
        "Copy the missing parts by hand",
        "Play the organ on Sundays",
        "Hear those who would like to sing",
        "Rehearse the altos apart",
    ]
    text = "\n".join([title, "", "What you will do", *(f"- {duty}" for duty in known + unknown)])
    profile = analyze_role(text).profile
    assert profile.primary == primary
    assert profile.mismatch is (mismatch and primary == "outside")
