"""The text for a terminal counts in plain English."""

from advisor import analyze_role
from advisor.report.terminal import to_text
from advisor.rubrics.loader import load_rubrics
from tests.roles.made_ads import SOCIAL, made_ad

from .made import BUNDLE, UNCLEAR


def test_lines_that_are_left_out_are_counted() -> None:
    def text(*lines: str) -> str:
        return to_text(analyze_role(made_ad("Community Manager", lines)), load_rubrics())

    assert "… and 2 more lines\n" in text(*SOCIAL[:4], SOCIAL[0])
    assert "more line" not in text(*SOCIAL[:4]), "one line is shown rather than counted"


def test_it_says_what_stays_and_what_weighs_less_and_that_nothing_is_to_settle() -> None:
    rubrics = load_rubrics()
    small = to_text(analyze_role(BUNDLE, org_size=6), rubrics)
    assert "“Plan the monthly content calendar" in small.split("What to do")[1]
    assert rubrics.data.method.softened in small
    assert rubrics.data.method.softened not in to_text(analyze_role(BUNDLE, org_size=600), rubrics)
    assert "Nothing needs settling before there is more text to read." in to_text(
        analyze_role(UNCLEAR), rubrics
    )
