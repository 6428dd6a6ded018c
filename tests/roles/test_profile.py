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
