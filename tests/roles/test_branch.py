"""A branch of a practice has its own name, titles and measures."""

from __future__ import annotations

from advisor import analyze_role
from advisor.rubrics.loader import load_rubrics

from .made_ads import made_ad

ACCOUNTS = (
    "Onboard new customers and drive adoption of what they bought",
    "Hold quarterly business reviews with your accounts and secure their renewals",
    "Look after a portfolio of forty accounts after the sale",
    "Carry customers' feedback to the product team",
)
DESK = (
    "Answer customers' questions by phone and chat",
    "Work the ticket queue in Zendesk and resolve technical problems",
    "Process refunds and returns",
    "Onboard new customers",
)


def test_looking_after_accounts_is_customer_success() -> None:
    found = analyze_role(made_ad("Customer Success Manager", ACCOUNTS))
    branch = load_rubrics().practices["support"].branches[0]
    assert found.headline == "A customer success job, as the title says."
    assert found.subline.startswith("Most of the work is customer success")
    assert found.advice.measures == branch.measures


def test_a_desk_is_customer_support_whatever_its_title() -> None:
    found = analyze_role(made_ad("Customer Success Representative", DESK))
    assert found.headline == "A customer support job, as the title says."
    assert found.advice.measures == load_rubrics().practices["support"].measures


def test_a_title_that_is_changed_is_one_of_the_branch() -> None:
    found = analyze_role(made_ad("Community Manager", ACCOUNTS))
    assert found.advice.title == "Customer Success Manager"
