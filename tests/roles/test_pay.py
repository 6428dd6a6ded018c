"""Pay is read as people write it: an ad that states it is not asked for it, one that names other money is."""

import pytest

from .finding_cases import community, ids, read


@pytest.mark.parametrize(
    "said",
    [
        "€61,000 to €70,500, no overtime",
        "£23,940 rising to £25,015",
        "$212,000–$248,000, plus equity",
        "The base range for this role is $212,000–$248,000, plus equity.",
        "$19.75/hour plus a premium for nights",
        "62–74k and shares",
        "£27k, free tram pass",
        "£36,208, a 36-hour week",
        "DKK 33,200 a month",
        "SEK 44,500, six weeks of holiday",
        "7,900–9,300 PLN gross",
        "CTC 3.1–3.9 LPA",
        "₹5–7 lakh p.a.",
        "21k–26k in hand",
        "US$55-65K OTE",
        "Band 5 (£27,310 - £33,870)",
        "SO2 (SCP 26–28)",
        "Pay: 1 150 € a month",
        "CAD 64–78k and a shelf of board games",
        "We pay €51,000 for four days",
    ],
)
def test_pay_that_is_stated_is_not_asked_for(said: str) -> None:
    assert "finding.pay-not-stated" not in ids(read(community(offer=said)))


@pytest.mark.parametrize(
    "said",
    [
        "A competitive salary and a 401k.",
        "We raised £30,000 for the new boats.",
        "An excellent salary, and 27 days of holiday a year.",
        "A learning budget of €1,500 a year.",
        "£100 a month for your gym.",
        "We help 250,000 members pay off their loans.",
        "Work from Lapland two weeks a year.",
    ],
)
def test_other_sums_are_no_pay(said: str) -> None:
    assert "finding.pay-not-stated" in ids(read(community(offer=said)))


def test_pay_in_a_heading_is_read() -> None:
    assert "finding.pay-not-stated" not in ids(
        read(community(offer="Good coffee.") + "\nSalary Range ($91,000 - $97,000)\n\n- Paid monthly\n")
    )
