"""What looks like another ad, an unpaid role, a title's end or a tie, and is none: near misses of the wider rules."""

from __future__ import annotations

import pytest

from advisor import analyze_role

BUNDLE = (
    "Community Manager\n\nWhat you'll do\n- Host our members' forum and welcome newcomers\n- Answer tickets from customers\n"
    "- Process refunds\n- Publish posts on Instagram daily\n- Plan the content calendar\n- Remove spam in the reports queue\n"
    "- Review reported posts\n- Recruit member volunteers\n"
)
COMMUNITY = "\n- Welcome members to our forum\n- Host member calls\n- Run events for members\n"


def ids(text: str) -> list[str]:
    return [finding.id for finding in analyze_role(text).findings]


@pytest.mark.parametrize(
    "behind",
    [
        "You report to\nHead of Social Media\n\n- 25 days of leave\n- Pension\n",
        "Your manager:\nHead of Community\n\n- 25 days of leave\n- Pension\n",
        "Contact\nAnna Smith\nSupport Manager\n- 25 days of leave\n- Pension\n",
        "Your team:\nContent Moderators\nSupport Agents\n- 25 days of leave\n- Pension\n",
    ],
)
def test_a_title_that_introduces_somebody_is_no_second_ad(behind: str) -> None:
    found = ids(f"{BUNDLE}\n{behind}")
    assert "finding.several-ads" not in found
    assert "finding.impossible-role" in found


def test_a_second_ad_is_named() -> None:
    assert "finding.several-ads" in ids(
        f"{BUNDLE}\n-----\nCustomer Support Agent\n- Answer tickets\n- Process refunds\n"
    )


def test_support_at_night_moves_to_support() -> None:
    advice = analyze_role(
        "Community Manager\n- Welcome members\n- Introduce members to each other\n- Host calls\n"
        "- Answer customer tickets in the evenings and at weekends\n- Handle refunds by chat at night\n"
    ).advice
    assert [move.practice for move in advice.moves] == ["support"]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Review child sexual abuse images and design new detection rules", True),
        ("Own the child abuse queue and apply the policy to every image", True),
        ("Draft and revise policies on hate speech and child safety", False),
    ],
)
def test_who_sees_harm(line: str, seen: bool) -> None:
    text = f"Content Reviewer\n- {line}\n- Decide appeals from users\n- Train new reviewers\n- Report abuse trends\n"
    assert ("finding.harm-without-support" in ids(text)) is seen


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Rely on unpaid moderators at night and weekends", True),
        ("Unpaid volunteers do the moderation at weekends", True),
        ("Thank the unpaid volunteers once a year", False),
    ],
)
def test_cover_left_to_unpaid_people(line: str, found: bool) -> None:
    assert ("finding.unpaid-cover" in ids(f"Community Manager{COMMUNITY}- {line}\n")) is found


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Fill each volunteer moderator role", True),
        ("Create volunteer opportunities for members", True),
        ("Work with our volunteer community leaders", True),
        ("This is an unpaid volunteer role", False),
    ],
)
def test_only_an_unpaid_role_is_not_asked_for_its_pay(line: str, asked: bool) -> None:
    text = f"Community Manager{COMMUNITY}- Answer tickets from customers in Zendesk\n- Process refunds\n- {line}\n"
    assert ("finding.pay-not-stated" in ids(text)) is asked


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Trust and Safety   Support Lead", "Trust and Safety Support Lead"),
        ("Senior  Community  Manager", "Senior Community Manager"),
        ("Opening – we open a new office\nSupport Agent", "Support Agent"),
        ("Community • Moderation • Support Lead", "Community • Moderation • Support Lead"),
        ("Subject: Community Manager", "Community Manager"),
        ("We need a Community Manager", "Community Manager"),
        ("Home > Jobs > Community Manager", "Community Manager"),
    ],
)
def test_where_a_title_ends(first: str, title: str) -> None:
    assert analyze_role(f"{first}{COMMUNITY}").title == title


def test_an_empty_last_cell_costs_no_row() -> None:
    rows = (
        "| Host the weekly member calls | 30% | with us |",
        "| Answer customer tickets in Zendesk | 40% | daily |",
        "| Publish posts on Instagram daily | 30% | |",
    )
    shares = analyze_role("Forum lead\n\n" + "\n".join(rows)).profile.shares
    assert shares["community"] == shares["support"] == shares["social_media"]


def test_a_side_that_is_far_ahead_is_no_tie() -> None:
    text = "Community Manager\n- Host our forum\n- Welcome members\n" + "\n".join(
        f"- {duty}"
        for duty in (
            "Answer tickets",
            "Process refunds",
            "Answer the customers' phone",
            "Write help articles",
        )
    )
    assert "about the same size" not in analyze_role(text).headline
