"""Contrasts: where a role stands between megaphone and campfire, and on which lines."""

from itertools import pairwise

import pytest

from advisor.roles.analyze import analyze_role
from advisor.roles.model import ContrastPosition
from advisor.rubrics.loader import load_rubrics

from .made_ads import COMMUNITY, OFFICE, SETTLED, SOCIAL, made_ad

# The dimensions that an ad can show, as DESIGN and the digest of the sources count them.
DIMENSIONS = 19


def positions(text: str) -> dict[str, ContrastPosition]:
    return {c.id: c for c in analyze_role(text).contrasts}


def test_all_dimensions_stand_in_the_result_in_the_rubric_s_order() -> None:
    rubric = load_rubrics().data.contrasts
    assert len(rubric) == DIMENSIONS
    assert [c.id for c in analyze_role(made_ad("Community Manager", COMMUNITY)).contrasts] == [
        c.id for c in rubric
    ]


@pytest.mark.parametrize(
    ("contrast", "community", "social"),
    [
        ("structure", "Introduce new members to each other", "Publish posts for a wide audience"),
        ("role", "Host the members' forum", "Be the voice of our brand"),
        ("focus", "Give newcomers a sense of belonging", "Raise awareness of our tools"),
        ("horizon", "Build lasting relationships with members", "Run seasonal campaigns"),
        ("problems", "Support peer learning in working groups", "Drive traffic to our shop"),
        ("yardstick", "Track member retention", "Report impressions and clicks"),
        ("craft", "Mediate conflict between members", "Shoot and edit short videos"),
        ("place", "Look after our Discord server", "Post on Instagram"),
        ("relationship", "Recognise the contributors who help most", "Turn followers into buyers"),
        ("access", "Vet people who ask to join the forum", "Reply to comments and mentions"),
        ("rules", "Write house rules with members", "Keep up with platform updates and the algorithm"),
        (
            "narrative",
            "Bring the voice of members to the product team",
            "Keep every post in line with brand guidelines",
        ),
        ("department", "You report to the head of community", "You report to the marketing director"),
        ("ai", "Use AI to flag posts for human review", "Write captions with AI"),
        ("return", "Show how the forum lowers churn", "Lower the cost per lead"),
        ("benefit", "Help newcomers find a project they like", "Meet the sales targets"),
        ("content", "Start discussions with a weekly prompt", "Produce reels and captions"),
        ("care", "Settle disputes between members", "Reply to negative reviews on Google"),
        ("memory", "Keep rituals such as the yearly reunion", "Jump on viral trends"),
    ],
)
def test_each_pole_pulls_its_way(contrast: str, community: str, social: str) -> None:
    ours = positions(made_ad("Manager", (*OFFICE, community)))[contrast]
    theirs = positions(made_ad("Manager", (*OFFICE, social)))[contrast]
    assert ours.position == 1 or (ours.position or 0) > (theirs.position or 0)
    assert theirs.position is not None
    assert theirs.position < 0
    assert ours.evidence
    assert theirs.evidence


def test_positions_run_from_social_to_community() -> None:
    mixes = [(*SOCIAL,), (*SOCIAL, *COMMUNITY), (*COMMUNITY, *SETTLED)]
    means = []
    for duties in mixes:
        known = [
            c.position for c in analyze_role(made_ad("Manager", duties)).contrasts if c.position is not None
        ]
        assert all(-1 <= p <= 1 for p in known)
        means.append(sum(known) / len(known))
    assert all(a < b for a, b in pairwise(means))
    assert means[0] < -0.5 < 0.5 < means[-1]


def test_no_evidence_gives_no_position() -> None:
    for contrast in analyze_role(
        made_ad("Office Manager", ("Pay invoices", "Order paper", "Water the plants"))
    ).contrasts:
        assert contrast.position is None
        assert contrast.evidence == ()


def test_context_counts_for_nothing() -> None:
    about = "Our brand is loved by 90,000 followers on Instagram, and we publish campaigns all year."
    plain = positions(made_ad("Community Manager", COMMUNITY))
    assert {
        k: c.position for k, c in positions(made_ad("Community Manager", COMMUNITY, about=about)).items()
    } == {k: c.position for k, c in plain.items()}


def test_who_a_role_reports_to_may_stand_in_the_context() -> None:
    about = "You will report to the marketing director."
    assert positions(made_ad("Community Manager", COMMUNITY, about=about))["department"].position == -1


def test_a_line_can_speak_for_both() -> None:
    both = positions(made_ad("Manager", (*OFFICE, "Look after our Discord server and our Instagram page")))[
        "place"
    ]
    assert both.position == 0
    assert len(both.evidence) == 1
