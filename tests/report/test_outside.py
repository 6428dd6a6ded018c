"""An ad of another profession is told why the reading stops there, whatever its title and whoever recognised it."""

import pytest

from advisor.report import to_markdown
from advisor.report.terminal import to_text
from advisor.rubrics.loader import load_rubrics
from tests.roles.made_ads import OFFICE, made_ad

from .made import report_on

LEASING = (
    "Lead apartment tours and sign leases",
    "Collect rent and keep occupancy high",
    "Arrange maintenance work orders and move-ins",
    "Enter every payment in Yardi",
)


@pytest.mark.parametrize("title", ["Community Manager", "Leasing Agent", "Office Manager", "Helper", ""])
@pytest.mark.parametrize("duties", [OFFICE, LEASING, (*OFFICE, "Process lease renewals")])
def test_it_says_why_it_stops(title: str, duties: tuple[str, ...]) -> None:
    report = report_on(made_ad(title, duties))
    role = report.roles[0]
    assert role.analysis.profile.primary == "outside"
    assert len(role.findings) == 1
    assert "Nothing needs settling" not in to_markdown(report)
    said = to_text(role.analysis, load_rubrics())
    assert "Why we stop here" in said
    assert "Settle before" not in said
