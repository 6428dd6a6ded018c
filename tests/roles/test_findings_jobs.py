"""What makes a second job: duties of it, by the name of the practice that has them; a head who leads people has one."""

from advisor.roles.analyze import RoleAnalysis

from .finding_cases import community, ids, read
from .made_ads import COMMUNITY, MODERATION, SAFETY, SOCIAL, SUPPORT, made_ad


def _texts(analysis: RoleAnalysis) -> str:
    return " ".join(f.why for f in analysis.findings if "practices" in f.id)


def test_the_practice_that_has_the_lines_is_named() -> None:
    safety = read(made_ad("Trust and Safety Manager", (*SAFETY, *SAFETY, *COMMUNITY[:3])))
    assert safety.profile.primary == "trust_safety"
    assert "trust and safety" in _texts(safety)
    assert "moderation" not in _texts(safety)
    beside = read(made_ad("Community Manager", (*COMMUNITY, *SAFETY)))
    assert "trust and safety" in _texts(beside)
    assert "safety function" in beside.headline
    assert "moderation" in _texts(read(made_ad("Community Manager", (*COMMUNITY, *MODERATION))))


def test_a_measure_alone_makes_no_second_job() -> None:
    measures = ["Case deflection", "Time to resolve a ticket", "Customer satisfaction (CSAT)"]
    analysis = read(community(*COMMUNITY[:2], measures=measures))
    assert "finding.two-practices" not in ids(analysis)
    assert "help desk" not in analysis.headline
    assert not [m for m in analysis.advice.moves if m.practice == "support"]
    assert "finding.two-practices" in ids(read(community(*SUPPORT, measures=measures)))


LED = (
    "Lead a team of five: two community managers, a content moderator and a moderation lead",
    "Look after the wellbeing of the team who moderate reported posts",
)


def test_a_head_who_leads_a_moderation_lead_has_one_job() -> None:
    analysis = read(community(*LED, title="Head of Community"))
    assert "finding.two-practices" not in ids(analysis)
    assert not [m for m in analysis.advice.moves if m.practice == "moderation"]
    assert "finding.two-practices" in ids(read(community(*MODERATION, title="Head of Community")))


def test_a_head_stays_a_head() -> None:
    assert read(made_ad("Head of Community", SOCIAL)).advice.title == "Head of Social Media"
    assert read(made_ad("Director, Community", SUPPORT)).advice.title == "Director of Customer Support"
    assert read(made_ad("Community Manager", SOCIAL)).advice.title == "Social Media Manager"
