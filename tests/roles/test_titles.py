"""What a title promises, and finding the title in the ad."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_role
from advisor.matching.matcher import TitleReader
from advisor.roles.titles import title_in
from advisor.rubrics.loader import load_rubrics
from advisor.text.lines import split

RUBRICS = load_rubrics()
READER = TitleReader(RUBRICS)


@pytest.mark.parametrize(
    ("title", "practice"),
    [
        ("Community Manager", "community"),
        ("Senior Community Engagement Lead (m/f/d)", "community"),
        ("Head of Community", "community"),
        ("Membership Manager", "community"),
        ("Ambassador Program Coordinator", "community"),
        ("Community Organiser", "community"),
        ("Community Associate", "community"),
        ("Developer Community Manager", "community"),
        ("Community and Social Media Manager", "community"),
        ("Social Media Community Manager", "social_media"),
        ("SOCIAL MEDIA MANAGER", "social_media"),
        ("Paid Social Specialist", "social_media"),
        ("Influencer Marketing Manager", "social_media"),
        ("Content Creator", "social_media"),
        ("Community Support", "support"),
        ("Customer Success Manager", "support"),
        ("Help Desk Technician", "support"),
        ("Happiness Engineer", "support"),
        ("Customer Support Engineer", "support"),
        ("Social Media Customer Care Agent", "support"),
        ("Community Moderator", "moderation"),
        ("Content Moderation Analyst", "moderation"),
        ("Content Reviewer", "moderation"),
        ("Trust & Safety Specialist", "trust_safety"),
        ("Child Safety Policy Manager", "trust_safety"),
        ("Developer Relations Manager", "unclear"),
        ("Developer Advocate", "unclear"),
        ("Digital Manager", "unclear"),
        ("Volunteer", "unclear"),
        ("Software Engineer, Community", "outside"),
        ("Product Manager, Trust and Safety Tools", "outside"),
        ("Community Health Worker", "outside"),
        ("Community Pharmacist", "outside"),
        ("Focus Group Moderator", "outside"),
        ("Leasing Consultant", "outside"),
        ("Support Worker", "outside"),
        ("Registered Nurse", "outside"),
        ("Brand Marketing Manager", "outside"),
        ("Social Worker", "outside"),
        ("Qwertz", "unclear"),
    ],
)
def test_a_title_promises(title: str, practice: str) -> None:
    assert READER.read(title)[0] == practice


def found(text: str) -> str:
    return title_in(text, split(text, RUBRICS.sections), READER)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Community Manager\n\nAcme keeps bees.", "Community Manager"),
        ("# Forum Moderator (part-time)\n\nAcme keeps bees.", "Forum Moderator"),
        ("Forum Host (0.8 FTE, Ghent)\n\nAcme keeps bees.", "Forum Host"),
        ("Forum Host - (Remote)\n\nAcme keeps bees.", "Forum Host"),
        ("Forum Host (maternity cover, 12 months)\n\nAcme keeps bees.", "Forum Host"),
        ("Forum Host (Turkish, remote)\n\nAcme keeps bees.", "Forum Host (Turkish, remote)"),
        ("Community Manager – Cyclists' Union\n\nWe ride.", "Community Manager"),
        ("Head of Community, National Association of Bakers\n\nWe bake.", "Head of Community"),
        ("Community Manager at Acme Ltd\n\nWe keep bees.", "Community Manager"),
        ("Manager, Student Union\n\nWe are students.", "Manager, Student Union"),
        ("Community Manager, EMEA\n\nWe keep bees.", "Community Manager, EMEA"),
        ("Forum Host (nights)\n\nAcme keeps bees.", "Forum Host (nights)"),
        ("Acme Ltd\nJob title: Hive Keeper\n\nWe keep bees.", "Hive Keeper"),
        ("Acme Ltd\nLeeds\nCustomer Support Agent\n\nWe keep bees.", "Customer Support Agent"),
        ("Customer Support\n\nWe keep bees.", "Customer Support"),
        (
            "Description\n\nAcme keeps bees. We are looking for a Social Media Manager to post.",
            "Social Media Manager",
        ),
        ("As our Head of Community you run the forum.", "Head of Community"),
        ("About us\n\nOur community is large.", ""),
        ("Our community manager says hello.", ""),
        ("Join our community\n\nWe keep bees.", ""),
        ("Reporting to: Head of Marketing\n\nWe keep bees.", ""),
        ("- Lead the community\n- Moderate the forum", ""),
        (
            "| Duty | Share |\n|---|---|\n| Host the weekly forum | 60% |\n| Welcome new members here | 40% |",
            "",
        ),
        ("Host the forum of growers\nWelcome new members\nThank all volunteers\nWrite the digest\n", ""),
        ("", ""),
    ],
)
def test_the_title_is_found(text: str, title: str) -> None:
    assert found(text) == title


@given(st.text(max_size=400))
def test_whatever_the_text_a_title_is_short(text: str) -> None:
    assert len(found(text)) <= 90


def test_a_title_that_is_given_wins() -> None:
    result = analyze_role("Community Manager\n\nWelcome new members to the forum.", title="Nurse")
    assert (result.title, result.title_practice) == ("Nurse", "outside")


DUTIES = """
What you will do:
- Write and schedule posts for Instagram and TikTok
- Keep the content calendar for our social media channels
- Run paid social campaigns on Facebook
- Reply to comments and direct messages on our Instagram page
- Grow our followers and report on reach
"""


def test_a_title_that_promises_other_work_is_a_mismatch() -> None:
    assert analyze_role("Community Manager\n" + DUTIES).profile.mismatch
    assert not analyze_role("Social Media Manager\n" + DUTIES).profile.mismatch
    assert not analyze_role("Marketing Manager\n" + DUTIES).profile.mismatch


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Community Manager - Starfall Online", "Community Manager - Starfall Online"),
        ("Community Manager – remote", "Community Manager – remote"),
        (
            "« Back to results   Save job   Share\n\nOnline Community Manager (Tenants)",
            "Online Community Manager (Tenants)",
        ),
        ("JOB DESCRIPTION: Head of Community", "Head of Community"),
        ("Role profile – Forum Moderator", "Forum Moderator"),
    ],
)
@pytest.mark.parametrize(
    "between", ["", "Riverside Homes lets four thousand homes in the valley and has a forum.\n\n"]
)
def test_a_title_above_a_list_is_no_part_of_the_ad(top: str, title: str, between: str) -> None:
    ad = f"{top}\n\n{between}- Review reports and remove spam\n- Ban repeat offenders\n- Answer appeals\n"
    assert title_in(ad, split(ad, RUBRICS.sections), READER) == title


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Home > Jobs > Marketing > Community Manager", "Community Manager"),
        ("Jobs at Acme » Moderation » Forum Moderator", "Forum Moderator"),
        ("Jobs / Charity / Community Manager", "Community Manager"),
        ("Careers | Acme | Forum Moderator", "Forum Moderator"),
        ("Community Manager / Social Media Manager", "Community Manager / Social Media Manager"),
        ("Job title\tHead of Community", "Head of Community"),
        ("| Job title | Head of Community |", "Head of Community"),
        ("Post title: Digital Engagement Officer        Post no: CE/0417", "Digital Engagement Officer"),
        ("> Community Manager", "Community Manager"),
        ("> > Job title: Online Community Lead", "Online Community Lead"),
        (
            "We're hiring! Community Manager (m/f/d) @ Zappit 🚀 - Berlin / remote",
            "Community Manager",
        ),
        ("We’re hiring: Growers’ Forum Host", "Growers’ Forum Host"),
        ("Community Manager 🚀 Berlin", "Community Manager"),
        ("✨ Join us as Community & Social Lead! ✨", "Community & Social Lead"),
        ("Become our Forum Host!", "Forum Host"),
        ("Wanted: Forum Host", "Forum Host"),
        ("Community Manager | Leeds | £30k", "Community Manager"),
        ("From: Ann, Support Manager\nSent: Monday\nTo: Dana\n\nHi Dana,\n\nForum Host", "Forum Host"),
        ("Hi Dana,\nhow are you?\nSee below.\nBest,\nAnn\n--\nAcme\nJob title: Forum Host", "Forum Host"),
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(top: str, title: str) -> None:
    assert found(f"{top}\n\nWhat you will do\n- Welcome new members to the forum\n") == title


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Forum Host wanted for a growing chess club. Answer questions every evening.", "Forum Host"),
        ("Allotment society: Community Manager", "Community Manager"),
        ("Vacancy 2231: Social Media Manager", "Social Media Manager"),
        ("Trust & Safety: Community Manager", "Trust & Safety: Community Manager"),
    ],
)
def test_calls_behind_and_names_before_a_title_are_no_part_of_it(top: str, title: str) -> None:
    assert analyze_role(f"{top}\n\nWhat you will do\n- Welcome new members to our forum").title == title


@pytest.mark.parametrize("given", [None, "Volunteer Community Engagement Officer"])
def test_a_line_that_states_the_title_is_no_duty(given: str | None) -> None:
    ad = "Acme Ltd\nLeeds\nVolunteer Community Engagement Officer\n\nWe keep bees.\n" + DUTIES
    analysis = analyze_role(ad, title=given)
    line = next(i for i in range(len(analysis.lines)) if "Officer" in analysis.quote(i))
    assert (analysis.lines[line].kind, analysis.lines[line].practices) == ("context", ())


def test_words_that_announce_a_title_are_the_rubrics(tmp_path: Path) -> None:
    text = "Our charity craves a splendid Forum Lead to look after members."
    assert analyze_role(text).title == ""
    (tmp_path / "titles.yaml").write_text("around: {announcers: [craves], praise: [splendid]}\n", "utf-8")
    assert analyze_role(text, rubrics=load_rubrics(tmp_path)).title == "Forum Lead"


def test_lines_of_a_page_around_the_ad_hide_no_title() -> None:
    page = "Skip to main content\nMenu\nWe use cookies\nBack to all jobs\nShare this job\nSave\n"
    ad = "Community & Player Support Specialist\nYou host our forum and answer the tickets of players.\n"
    assert analyze_role(page + ad).title == "Community & Player Support Specialist"


def test_other_jobs_of_a_board_are_no_duties() -> None:
    ad = "Forum moderator\n\nWhat you will do\n- Review reported posts\n- Remove spam from the forum\n"
    more = "\nSimilar jobs\n- Social media manager\n- Post daily on Instagram and TikTok\n\nYou might also like\n- Answer tickets\n"
    assert analyze_role(ad + more).profile.shares == analyze_role(ad).profile.shares
