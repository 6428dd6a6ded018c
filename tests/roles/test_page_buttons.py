"""What a page says of itself below an ad, and what a short line sets as a target."""

from __future__ import annotations

import pytest

from advisor import analyze_role

AD = "Moderator\n\nYou will:\n- Review reported posts and remove insults\n- Warn or ban those who break the rules\n- Answer appeals\n\n"


@pytest.mark.parametrize(
    "button", ["Share this job: LinkedIn Facebook", "Report this job", "Save this vacancy"]
)
def test_a_button_of_the_page_is_no_work(button: str) -> None:
    line = analyze_role(f"{AD}{button}\n").lines[-1]
    assert (line.kind, line.practices) == ("context", ())


def test_a_quota_beside_a_share_of_right_decisions_is_no_volume_alone() -> None:
    quota = analyze_role(f"{AD}Target: 250 decisions a shift.\n")
    both = analyze_role(f"{AD}Target: 250 decisions a shift, fewer than 3% overturned.\n")
    assert [role.lines[-1].kind for role in (quota, both)] == ["measure", "measure"]
    assert "finding.moderation-by-volume" in {f.id for f in quota.findings}
    assert "finding.moderation-by-volume" not in {f.id for f in both.findings}
