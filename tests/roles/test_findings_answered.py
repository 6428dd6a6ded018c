"""What the ad does say is not asked for, in whatever words; and what merely sounds like it settles nothing."""

import pytest

from .finding_cases import community, ids, moderation, read
from .made_ads import MODERATION, SAFETY, made_ad

HARM = "Review reports of self-harm and graphic violence"


@pytest.mark.parametrize(
    "said",
    [
        "Lunch, insurance and a wellness counsellor on the floor.",
        "You have weekly group sessions with a licensed therapist.",
        "You will have a clinical supervisor from outside the firm.",
        "There is a cap of three hours a day with distressing material.",
        "Greyscale and blur are switched on by default.",
        "Nobody looks at the worst material for more than two hours.",
        "Wellness breaks of an hour in every shift.",
    ],
)
def test_protection_that_is_stated_is_not_asked_for(said: str) -> None:
    assert "finding.harm-without-support" in ids(read(moderation(HARM)))
    assert "finding.harm-without-support" not in ids(read(moderation(HARM, offer=said)))


@pytest.mark.parametrize(
    "line",
    [
        "Make sure that we meet our duties under the Terrorist Content Online Regulation",
        "Decide which stories open for comment, since a death in the town seldom should",
        "Handle sensitive situations with tact",
    ],
)
def test_a_word_of_harm_is_no_harm_seen(line: str) -> None:
    assert "finding.harm-without-support" not in ids(read(moderation(line)))


@pytest.mark.parametrize(
    "line",
    [
        "PASS THREATS TO THE CLUB SAFEGUARDING OFFICER",
        "Lock the account and hand the file to Investigations",
        "Start the safeguarding procedure when a child is in danger",
        "Answer requests of the police with help from legal",
        "Raise any talk of self-harm with the team leader, as per SOP",
        "Flag anything odd to your supervisor",
        "Ask the night editor when in doubt",
        "Apply client guidelines to each clip",
    ],
)
def test_rules_or_a_route_that_are_named_are_not_asked_for(line: str) -> None:
    few = (*MODERATION[:2], "Warn members who insult others")
    assert "finding.moderation-without-rules" in ids(read(made_ad("Content Moderator", few)))
    assert "finding.moderation-without-rules" not in ids(read(made_ad("Content Moderator", (*few, line))))


def test_safety_work_is_not_asked_for_the_rules_of_a_line_of_moderation() -> None:
    ad = made_ad("Head of Trust and Safety", (*SAFETY, *SAFETY, MODERATION[0]))
    assert "finding.moderation-without-rules" not in ids(read(ad))


def test_a_budget_in_a_list_is_a_budget() -> None:
    line = "Set the three-year strategy, budget and headcount plan"
    assert "finding.strategy-without-say" not in ids(read(community(line, title="Head of Community")))


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Cover the forum on evenings and weekends", True),
        ("Cover the forum on evenings; nights are covered by our team in Quito", False),
        ("Cover the forum on one Saturday in four", False),
        ("Hold meetings online so that nurses who work nights can take part", False),
    ],
)
def test_hours_are_asked_about_where_they_are_this_person_s_and_not_shared(line: str, asked: bool) -> None:
    assert ("finding.out-of-hours" in ids(read(community(line)))) is asked


@pytest.mark.parametrize("heading", ["What good looks like after 6 months", "Numbers you'd move"])
def test_measures_are_found_under_everyday_headings(heading: str) -> None:
    measures = (
        f"\n{heading}\n- 94 of 100 newcomers content with the welcome\n- Seven in ten back within a month\n"
    )
    assert "finding.no-measure" not in ids(read(community() + measures))
