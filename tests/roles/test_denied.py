"""What an ad says that the job is not is read for nothing."""

from __future__ import annotations

import pytest

from advisor import analyze_role

WORK = """What you'll do

- Welcome new members and introduce them to each other
- Host the Friday table for members
- Thank the volunteers who run our groups
"""
NOT = """
- Run our Instagram channel and publish posts
- Answer customers' tickets in Zendesk
- Moderate comments on the website
"""


@pytest.mark.parametrize(
    "heading",
    [
        "You will not",
        "You won't:",
        "What this role is not",
        "Out of scope",
        "Not part of this job",
        "In this role you will not:",
        "What you don't have to do",
        "A few things you will not be doing:",
    ],
)
def test_what_the_job_is_not_is_no_work(heading: str) -> None:
    role = analyze_role(f"{WORK}\n{heading}\n{NOT}\nWe judge your year by how many members return.\n")
    assert role.profile.present == ("community",)
    assert [line.kind for line in role.lines if "Zendesk" in role.text[line.start : line.end]] == ["context"]
    assert role.lines[-1].kind == "measure"
    assert not {f.id for f in role.findings} & {"finding.two-practices", "finding.moderation-without-rules"}


@pytest.mark.parametrize(
    "text",
    [
        # The denial is the beginning of a sentence.
        f"{WORK}\nPlease do not apply if you\nare not able to work nights.\n\nYou will moderate the forum at night.\n",
        f"{WORK}\nThis role does not include\nsupport tickets, which our desk answers.\nYou will moderate the forum.\n",
        # It reaches to the blank line, to the end of its list, to the outer list.
        f"{WORK}\nThis role does not include:\nAnswering tickets\nRunning ads\n\nYou will moderate the forum every day.\n",
        f"{WORK}\nYou will not:\n\nAnswer tickets.\nRun ads.\n\nYou will moderate the forum every day.\n",
        f"{WORK}\nWhat you will not do\n- Answer tickets\n- Run paid ads\n\nYou will moderate the forum every day.\n",
        "Tasks:\n- Things you will not do:\n  - Answer tickets\n  - Run ads\n- Host weekly calls\n- Moderate the forum every day\n",
        # What only ends in the same words denies nothing.
        f"Without these you will not:\n{NOT}",
        f"If you like people, you will not:\n{NOT}",
    ],
)
def test_a_denial_reaches_no_further_than_its_list(text: str) -> None:
    role = analyze_role(text)
    assert "moderation" in {p for line in role.lines if line.kind == "duty" for p in line.practices}


def test_the_same_list_below_another_heading_is_work() -> None:
    role = analyze_role(f"{WORK}\nYou will also\n{NOT}")
    assert {p for line in role.lines for p in line.practices} > {"social_media", "support", "moderation"}


@pytest.mark.parametrize(
    "line",
    [
        "Marketing runs our Instagram, TikTok and paid campaigns",
        "Our agency reviews reported posts and bans offenders",
        "Work with Player Support, who answer tickets in Zendesk",
    ],
)
def test_work_that_a_line_gives_to_others_is_not_asked_for(line: str) -> None:
    ad = f"Forum Host\n\nYou will:\n- Welcome new members to our forum\n- Host weekly talks in our forum\n- {line}\n"
    assert analyze_role(ad).lines[-1].practices == ()


def test_work_with_others_that_is_the_jobs_own_is_asked_for() -> None:
    ad = "Social Media Manager\n\nYou will:\n- Marketing: run our Instagram and TikTok channels\n"
    assert analyze_role(ad).lines[-1].practices == ("social_media",)


@pytest.mark.parametrize(
    "line",
    [
        "Other duties as may reasonably be assigned by the Head of Member Relations",
        "Any other duty assigned by management",
        "Perform other related duties as required",
    ],
)
def test_duties_that_are_yet_to_be_given_name_no_practice(line: str) -> None:
    ad = (
        f"Customer Support Agent\n\nYou will:\n- Answer customers' calls\n- Work the ticket queue\n- {line}\n"
    )
    assert analyze_role(ad).lines[-1].practices == ()


def test_other_duties_that_are_named_are_asked_for() -> None:
    ad = "Forum Host\n\nYou will:\n- Welcome new members\n- Other duties include answering customers' tickets\n"
    assert "support" in analyze_role(ad).lines[-1].practices
