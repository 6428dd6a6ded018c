"""Where single lists of an ad lean, whatever the rest of the ad does."""

from __future__ import annotations

import pytest

from advisor import analyze_role, load_rubrics
from advisor.roles.leaning import leans_of, leans_of_lists
from advisor.roles.model import Line
from advisor.text.lines import RawLine

SCORING = load_rubrics().data.scoring
SUPPORT = [
    "Answer customer questions by e-mail and phone",
    "Resolve tickets within a day",
    "Escalate bugs to the engineers",
    "Troubleshoot customers' set-ups",
]
COMMUNITY = ["Welcome new members to the forum", "Organise our members' meet-ups", "Thank the ambassadors"]
AMBIGUOUS = "Plan the year with members"  # the community's where the work is mostly that


def _line(*practices: str, kind: str = "duty") -> Line:
    return Line(0, 1, kind, "none", True, practices, ())


def _raw(heading: int, lead_in: int = -1) -> RawLine:
    return RawLine(0, 1, "none", True, heading, lead_in, 0, 0, 0, False)


@pytest.mark.parametrize(
    ("practices", "leans"),
    [
        (["support", "support", "", ""], True),
        (["support", "support", "community", ""], False),  # too small a share of what the lines ask for
        (["support", "", ""], False),  # one line is no list of its own
        (["support", "support", "", "", ""], False),  # too small a part of the list
        (["other", "other", "other"], False),  # other functions' work is no leaning
    ],
)
def test_a_list_leans_by_its_clear_lines(practices: list[str], leans: bool) -> None:
    rest = [_line("community")] * 3
    lines = [*(_line(*filter(None, [p])) for p in practices), *rest]
    raws = [*(_raw(0) for _ in practices), *(_raw(1) for _ in rest)]
    found = leans_of_lists(raws, lines, SCORING)
    assert (0 in {heading for heading, _ in found}) == leans
    assert found[1, -1] == {("community", False), ("community", True)}


def test_a_single_list_leans_only_as_the_ad_does() -> None:
    assert leans_of_lists([_raw(0)] * 3, [_line("support")] * 3, SCORING) == {}


def test_skills_and_context_are_no_work() -> None:
    lines = [_line("support", kind="skill")] * 3 + [_line("community")] * 2
    assert set(leans_of_lists([_raw(0)] * 3 + [_raw(1)] * 2, lines, SCORING)) == set()


def test_who_leans_mostly_leans() -> None:
    leans = leans_of([_line("support")] * 4, load_rubrics().titles.read("Nobody knows"), SCORING)
    assert leans == {("support", False), ("support", True)}


@pytest.mark.parametrize(("apart", "expected"), [(True, ("community",)), (False, ())])
def test_the_second_trade_is_read_by_its_own_list(apart: bool, expected: tuple[str, ...]) -> None:
    between = ["", "What you do for members", ""] if apart else []
    support, community = (
        [f"- {duty}" for duty in duties] for duties in (SUPPORT * 3, [*COMMUNITY, AMBIGUOUS])
    )
    text = "\n".join(["What you do for customers", "", *support, *between, *community])
    lines = {text[x.start : x.end]: x for x in analyze_role(text, title="Coordinator").lines}
    assert lines[AMBIGUOUS].practices == expected
