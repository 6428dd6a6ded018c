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
        "We have colleagues for some things, so you will not:",
        "What you don't have to do",
    ],
)
def test_what_the_job_is_not_is_no_work(heading: str) -> None:
    role = analyze_role(f"{WORK}\n{heading}\n{NOT}\nWe judge your year by how many members return.\n")
    assert role.profile.present == ("community",)
    assert [line.kind for line in role.lines if "Zendesk" in role.text[line.start : line.end]] == ["context"]
    assert role.lines[-1].kind == "measure"
    assert not {f.id for f in role.findings} & {"finding.two-practices", "finding.moderation-without-rules"}


def test_the_same_list_below_another_heading_is_work() -> None:
    role = analyze_role(f"{WORK}\nYou will also\n{NOT}")
    assert {p for line in role.lines for p in line.practices} > {"social_media", "support", "moderation"}
