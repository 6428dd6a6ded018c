"""What an ad says of pay, budget and success is found where it stands; measures of contribution are no counts of heads."""

import pytest

from .finding_cases import community, ids, read


@pytest.mark.parametrize(
    "said",
    [
        "Elm Learning | Leeds | Permanent, full time | £71,000 – £79,000 + bonus",
        "£26,100 plus shift allowance of £1,500.",
        "A junior is fine, max. 29k.",
    ],
)
def test_pay_beside_other_words_is_read(said: str) -> None:
    assert "finding.pay-not-stated" not in ids(read(community(offer=said)))


@pytest.mark.parametrize(
    "said", ["Manage two agencies, P&L of €3m", "Run the events with a budget of £90,000"]
)
def test_the_budget_of_the_work_is_no_pay(said: str) -> None:
    assert "finding.pay-not-stated" in ids(read(community(said, offer="Good coffee.")))


@pytest.mark.parametrize(
    "said",
    ["Own the community strategy and its budget (£90k)", "Own the community strategy and a P&L of €3m"],
)
def test_a_budget_in_the_line_is_seen(said: str) -> None:
    assert "finding.strategy-without-say" not in ids(read(community(said, title="Head of Community")))


@pytest.mark.parametrize(
    "said",
    [
        "Success in your first year: half of the local groups meet without our help.",
        "Success after a year\n- Groups meet",
    ],
)
def test_a_heading_that_speaks_of_success_is_a_yardstick(said: str) -> None:
    assert "finding.no-measure" in ids(read(f"{community()}\nGood to know\n- We meet in Leeds\n"))
    assert "finding.no-measure" not in ids(
        read(f"{community()}\nGood to know\n- We meet in Leeds\n\n{said}\n")
    )


@pytest.mark.parametrize(
    ("measure", "raised"),
    [
        ("Number of members who lead a group, and how long they stay", False),
        ("Number of members who help a newcomer", False),
        ("Number of members", True),
        ("Number of new sign-ups", True),
    ],
)
def test_only_plain_counts_are_growth_in_heads(measure: str, raised: bool) -> None:
    assert ("finding.growth-in-heads" in ids(read(community(measures=[measure])))) is raised


@pytest.mark.parametrize("said", ["Be around 15 hours a week, incl. nights", "Nights and weekends"])
def test_nights_and_weekends_are_heard_in_few_words(said: str) -> None:
    assert "finding.out-of-hours" in ids(read(community(said)))


@pytest.mark.parametrize(
    "said", ["Chat closed at nights and weekends", "Watch the chat at night, 5 on / 2 off"]
)
def test_closed_hours_and_a_rota_in_figures_raise_nothing(said: str) -> None:
    assert "finding.out-of-hours" not in ids(read(community(said)))
