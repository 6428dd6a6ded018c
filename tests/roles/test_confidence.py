"""The reason that goes with a confidence is true: it names what is short."""

import pytest

from advisor import analyze_role
from advisor.roles.model import Confidence

from .made_ads import COMMUNITY, OFFICE, SOCIAL, made_ad

UNKNOWN = (
    "Juggle four balls at the same time",
    "Sing in the choir of the house",
    "Paint the doors and the fences",
    "Feed the cat that lives in the office",
    "Walk along the river at noon",
)


def of(*duties: str, title: str = "Community Manager") -> Confidence:
    return analyze_role(made_ad(title, duties)).profile.confidence


@pytest.mark.parametrize(
    ("duties", "level", "why"),
    [
        ((*COMMUNITY, *COMMUNITY), "high", "10 of 10 duties recognised, and one practice leads clearly"),
        (COMMUNITY[:3], "medium", "one practice leads clearly, but the text has only 3 duties"),
        (
            (*COMMUNITY[:2], *UNKNOWN),
            "medium",
            "one practice leads clearly, but only 2 of 7 duties recognised",
        ),
        ((*COMMUNITY[:3], *SOCIAL[:2]), "medium", "5 of 5 duties recognised; the lead is not wide"),
    ],
)
def test_what_is_short_is_named(duties: tuple[str, ...], level: str, why: str) -> None:
    assert of(*duties) == (level, why)


def test_a_title_that_speaks_for_another_job_is_named() -> None:
    assert "the title speaks for another job" in of(*SOCIAL, *UNKNOWN[:3]).why


def test_one_duty_is_counted_in_the_singular() -> None:
    assert "has only 1 duty" in of(COMMUNITY[0] + " and make them feel at home every day of the year").why


def test_nothing_recognised_is_no_close_race() -> None:
    unheard = [f"Plisk the {word} brindle with a trum" for word in ("zelp", "vorn", "quib", "drasp", "fonk")]
    assert of(*unheard, title="Gardener") == ("low", "none of 5 duties recognised")
    assert "close" not in of(*OFFICE, title="Office Manager").why
