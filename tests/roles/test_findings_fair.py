"""Findings are fair: none for what the ad does say, none against what the work calls for, none for two jobs at once."""

import pytest

from .finding_cases import community, ids, moderation, read, social


def test_an_unpaid_role_is_not_asked_for_its_pay_and_leaves_no_cover_to_others() -> None:
    free = "This is an unpaid volunteer role; we refund your travel."
    for text in (community(offer=free), community(title="Volunteer Forum Host (4 hours a week)", offer=free)):
        assert not {"finding.pay-not-stated", "finding.unpaid-cover"} & set(ids(read(text)))
    assert "finding.pay-not-stated" in ids(
        read(community("Recruit volunteer moderators", offer="Good coffee."))
    )


def test_reach_is_a_fair_yardstick_where_the_work_is_publishing() -> None:
    found = ids(read(social(title="Community Manager", measures=["Grow our followers by 30% a quarter"])))
    assert "finding.title-mismatch" in found
    assert "finding.judged-by-reach" not in found


@pytest.mark.parametrize(
    "said",
    [
        "We judge the role by how many members are still active after ninety days.",
        "We will judge you by how many members return each month.",
        "After a year, 60% of members should still be active.",
        "Target: 500 active members by June.",
        "We look at how many newcomers come back.",
        "We want half of our newcomers to post within a month.",
    ],
)
def test_a_yardstick_in_a_sentence_is_heard(said: str) -> None:
    assert "finding.no-measure" in ids(read(community()))
    assert "finding.no-measure" not in ids(read(f"{community()}\n\nAnd then\n{said}\n"))


def test_writing_a_policy_on_harm_is_not_seeing_it() -> None:
    policy = "Draft and revise policies on hate speech, harassment and child safety"
    assert "finding.harm-without-support" not in ids(read(moderation(policy)))


def test_words_that_were_found_are_said() -> None:
    found = {f.id: f for f in read(community(title="Community Ninja")).findings}
    assert "“Ninja”" in found["finding.hero-words"].why
    assert "finding.many-hats" not in found
    hats = {f.id: f for f in read(community(skills=["You wear many hats"])).findings}["finding.many-hats"]
    assert "“many hats”" in hats.why


def test_several_ads_are_named_and_not_judged_as_one_job() -> None:
    analysis = read(f"{community()}\n----------\n\n{social()}")
    found = {f.id: f for f in analysis.findings}
    assert "“Social Media Manager”" in found["finding.several-ads"].why
    assert not {"finding.two-practices", "finding.title-mismatch"} & set(found)
    again = f"{community()}\n\nCommunity Manager (level 2)\n\n- Host calls\n- Welcome members\n"
    assert "finding.several-ads" not in ids(read(again))
