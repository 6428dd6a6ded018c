"""What a line asks for beside its clearest practice, and in an ad that hardly asks for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_role, load_rubrics
from advisor.roles.beside import sure
from advisor.roles.model import Line, RoleAnalysis, Signal
from advisor.rubrics.loader import Rubrics

from .made_ads import COMMUNITY, SUPPORT, made_ad

CLEAR, FAINT, ENOUGH = 5.0, 2.5, 3.0


def line(*points: tuple[str, float], kind: str = "duty") -> Line:
    """A line with one signal for each practice, clearest first."""
    signals = tuple(Signal(f"{practice}.made", 0, 4, practice, n) for practice, n in points)
    return Line(0, 40, kind, "responsibilities", True, tuple(practice for practice, _ in points), signals)


def settled(one: Line, *ad: Line, rubrics: Rubrics | None = None) -> tuple[str, ...]:
    """Return the practices that ``one`` keeps in an ad of these lines."""
    return sure([one, *ad], rubrics or load_rubrics())[0].practices


AD = (line(("community", CLEAR)), line(("support", CLEAR)), line(("moderation", CLEAR)))


def test_a_faint_practice_beside_a_clearer_one_is_left_out() -> None:
    assert settled(line(("community", CLEAR), ("support", FAINT)), *AD) == ("community",)


def test_it_stays_with_as_much_as_a_strong_cue_gives() -> None:
    assert settled(line(("community", CLEAR), ("support", ENOUGH)), *AD) == ("community", "support")


def test_points_are_added_up_before_they_are_judged() -> None:
    twice = line(("community", CLEAR), ("support", 2.1))
    twice = twice._replace(signals=(*twice.signals, Signal("words.support", 5, 9, "support", 0.9)))
    assert settled(twice, *AD) == ("community", "support")


def test_a_lines_clearest_practice_needs_no_more_than_any_line_does() -> None:
    assert settled(line(("support", FAINT)), *AD) == ("support",)
    assert settled(line(("support", FAINT + 0.1), ("community", FAINT)), *AD) == ("support",)


def test_beside_another_functions_work_a_faint_practice_is_left_out_too() -> None:
    assert settled(line(("other", CLEAR), ("support", FAINT)), *AD) == ("other",)


def test_another_functions_work_is_not_asked_how_sure_it_is() -> None:
    assert settled(line(("community", CLEAR), ("other", FAINT)), *AD) == ("community", "other")


@pytest.mark.parametrize(("others", "stays"), [(20, False), (3, True)])
def test_a_faint_practice_stays_where_the_ad_asks_for_it(others: int, stays: bool) -> None:
    ad = [line(("community", CLEAR))] * others
    assert settled(line(("support", FAINT)), *ad) == (("support",) if stays else ())


def test_the_numbers_are_the_rubrics() -> None:
    shipped = load_rubrics()
    scoring = shipped.data.scoring.model_copy(update={"sure_points": 2.0})
    rubrics = Rubrics(
        shipped.data.model_copy(update={"scoring": scoring}), shipped.sections, shipped.language
    )
    faint = line(("community", CLEAR), ("support", FAINT))
    assert settled(faint, *AD, rubrics=rubrics) == ("community", "support")


def read(*duties: str) -> RoleAnalysis:
    return analyze_role(made_ad("Helper", duties))


@pytest.mark.parametrize(("start", "points", "stays"), [(20, 3.0, True), (2, 3.0, False), (20, 2.0, False)])
def test_a_strong_cue_in_words_of_its_own_stays(start: int, points: float, stays: bool) -> None:
    """Whatever the line's single words take from it; not in words that the clearer practice is read from."""
    signals = (
        Signal("community.made", 0, 10, "community", CLEAR),
        Signal("support.made", start, start + 5, "support", points),
        Signal("words.support", 12, 16, "support", -1.0),
    )
    two = line(("community", CLEAR), ("support", FAINT))._replace(signals=signals)
    assert settled(two, *AD) == (("community", "support") if stays else ("community",))


def test_what_is_left_out_is_still_among_the_lines_signals() -> None:
    said = "Welcome new members to our forum, grow our online presence"
    found = next(x for x in read(said, *COMMUNITY).lines if x.signals)
    assert found.practices == ("community",)
    assert "social_media.online-presence" in {s.cue for s in found.signals}


@given(
    st.lists(
        st.sampled_from(
            [
                *COMMUNITY,
                *SUPPORT,
                "Moderate the forum and answer tickets",
                "Grow our online presence and host meet-ups",
                "Sell seeds",
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_practice_but_a_lines_clearest_has_the_points_or_a_strong_cue(duties: list[str]) -> None:
    scoring = load_rubrics().data.scoring
    for one in read(*duties).lines:
        for practice in one.practices[1:]:
            points = [s.contribution for s in one.signals if s.practice == practice]
            assert (
                practice == "other"
                or round(sum(points), 2) >= scoring.sure_points
                or max(points) >= scoring.strengths["strong"]
            )
