"""Another profession behind a familiar title is outside; our own work never is, whatever words it shares."""

import pytest

from advisor import analyze_role
from advisor.rubrics.loader import load_rubrics

FRIENDS = {
    "friend.apartments": (
        "Show apartments to prospective residents and process lease renewals",
        "Collect rent and keep the rent roll in Yardi",
        "Follow up on work orders with the maintenance team",
    ),
    "friend.homeowners-association": (
        "Prepare the annual meeting of the homeowners association",
        "Inspect common areas and enforce the CC&Rs",
        "Update the reserve study; CMCA preferred",
    ),
    "friend.coworking": (
        "Greet visitors at the front desk of our coworking space",
        "Give tours to people who want to rent a desk",
        "Sort the mail and keep the kitchen stocked",
    ),
    "friend.care-living": (
        "Support residents with daily living in our care home",
        "Follow care plans and help with bathing",
        "Keep records for the CQC",
    ),
    "friend.community-health": (
        "Make home visits to families and keep a caseload",
        "Work as a community health worker in two districts",
        "Check vital signs and refer patients",
    ),
    "friend.social-work": (
        "Write case notes for each client and family",
        "Place children with foster families",
        "A social work degree is required",
    ),
    "friend.exam-moderator": (
        "Moderate coursework against the mark scheme",
        "Report to the awarding body on each assessor",
        "Attend the standardisation meeting",
    ),
    "friend.panel-moderator": (
        "Moderate focus groups for our clients",
        "Write the discussion guide and the screener",
        "Market research experience is required",
    ),
    "friend.civic-outreach": (
        "Canvass door-to-door before the election",
        "Brief elected officials and the city council",
        "Build a grassroots coalition",
    ),
}


@pytest.mark.parametrize("friend", FRIENDS)
@pytest.mark.parametrize("title", ["Community Manager", "Community Moderator"])
def test_another_profession_is_outside(friend: str, title: str) -> None:
    duties = "\n".join(f"- {line}" for line in FRIENDS[friend])
    result = analyze_role(
        f"{title}\n\nResponsibilities:\n{duties}\n- Keep our community friendly and well informed\n",
        title=title,
    )
    name = next(f.name for f in load_rubrics().data.false_friends if f.id == friend)
    assert result.profile.primary == "outside"
    assert result.profile.mismatch
    assert not result.profile.bundled
    assert name in result.headline


OURS = [
    (
        "community",
        "We are a community bank's online forum, built on an open source community edition.",
        "Welcome new members of our patients' forum and introduce them to each other",
        "Run member meet-ups in coworking spaces in five cities",
        "Mediate conflicts between members and foster trust in the community",
        "Recognise volunteers who answer other members' questions",
    ),
    (
        "support",
        "Landlords and tenants use our app to pay rent.",
        "Answer support tickets from tenants in Zendesk",
        "Handle cases about leases by phone, e-mail and live chat",
        "Troubleshoot technical issues and issue refunds to customers",
        "Write help-centre articles",
    ),
    (
        "moderation",
        "Our site helps students with exams.",
        "Review reported posts in the moderation queue",
        "Remove spam and answers that break exam rules",
        "Enforce the guidelines with warnings and bans",
        "Review appeals against bans",
    ),
    (
        "trust_safety",
        "We keep a marketplace safe.",
        "Investigate abuse and fraud on the platform",
        "Respond to law enforcement requests from police departments",
        "Write our child safety policy",
        "Investigate harmful behaviour and coordinate the response to abuse on the platform",
    ),
]


@pytest.mark.parametrize("ad", OURS, ids=[ad[0] for ad in OURS])
def test_our_own_work_is_never_a_friend(ad: tuple[str, ...]) -> None:
    primary, about, *duties = ad
    text = f"{about}\n\nResponsibilities:\n" + "\n".join(f"- {line}" for line in duties)
    assert analyze_role(text).profile.primary == primary


def test_one_shared_word_is_no_evidence() -> None:
    needs = {f.id: f.needs for f in load_rubrics().data.false_friends}
    assert min(needs.values()) >= 2


POOL = """Join our Talent Community!

Larkfield makes software for orchards. We are 120 people in three towns.

Don't see a role that fits you today? Leave your CV, and we will reach out when something opens.

{more}
Larkfield welcomes applications from everyone and is an equal opportunity employer.
"""


def test_a_list_for_future_openings_is_no_community() -> None:
    result = analyze_role(POOL.format(more=""))
    assert result.profile.primary == "outside"
    assert "future openings" in result.headline
    assert "no work in it" in result.subline
    assert [f.id for f in result.findings] == ["finding.talent-pool"]


def test_an_ad_that_also_mentions_the_list_is_a_job() -> None:
    work = """You will:
- Welcome new members of our forum and introduce them to each other
- Host a weekly call for members
- Recognise volunteers who help other members
"""
    result = analyze_role(POOL.format(more=work), title="Community Manager")
    assert result.profile.primary == "community"


def test_so_is_one_of_another_profession() -> None:
    work = """You will:
- Reconcile the accounts and close the books
- Prepare budgets and the payroll
- Answer the auditors' questions
"""
    result = analyze_role(POOL.format(more=work), title="Accountant")
    assert "future openings" not in result.headline


@pytest.mark.parametrize("title", ["Customer Support Agent", "Talent Community Manager", "Accountant"])
def test_a_short_ad_of_a_job_with_the_usual_footer_is_no_list(title: str) -> None:
    text = f"{title}\n\nFull time in Leeds, from May.\n\n{POOL.format(more='').split(chr(10), 2)[2]}"
    result = analyze_role(text)
    assert "future openings" not in result.headline
    assert "finding.talent-pool" not in [f.id for f in result.findings]


def test_a_profession_is_not_judged_by_two_words_alone() -> None:
    text = "We are a small firm of CPAs. Our clients keep their general ledger with us, and have done so for thirty years now."
    assert analyze_role(f"{text} We are friendly people, too.").profile.primary == "unclear"


def test_a_title_leads_a_false_friends_lines_to_no_practice() -> None:
    """Members of a coworking house are its tenants, whatever the title of those who greet them."""
    duties = (
        *FRIENDS["friend.coworking"],
        "Greet members and register their guests",
        "Set up conference rooms for bookings",
        "Host a monthly evening so that members get to know each other",
    )
    text = "What you will do\n\n" + "\n".join(f"- {line}" for line in duties)
    community, office = (
        [line.practices for line in analyze_role(text, title=title).lines]
        for title in ("Community Associate", "Office Administrator")
    )
    assert community == office
    assert "community" not in community[duties.index("Set up conference rooms for bookings")]
    assert "community" in community[-1]


def test_one_long_sentence_about_a_property_is_no_social_media_job() -> None:
    role = analyze_role(
        "Community Manager - Mill Court\n"
        "We need a Community Manager for our 180-unit apartment house in Leeds.\n"
        "You will lease apartments, collect rent, walk vacant units, supervise maintenance technicians, plan resident "
        "events, answer questions by phone and e-mail and reply to Google reviews.\n"
        "Yardi experience preferred. 95% occupancy is your goal.\n"
    )
    assert role.profile.primary == "outside"
    assert "finding.false-friend" in {finding.id for finding in role.findings}
