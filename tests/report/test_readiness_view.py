"""Readiness as a part of the report: view, PDF, Markdown, JSON; alone and beside a role."""

import pytest

from advisor import analyze_role, assess_readiness
from advisor.errors import InputError
from advisor.readiness.model import Readiness
from advisor.report import build_report, to_markdown, to_pdf
from advisor.report.readiness_view import readiness_view
from tests.readiness.made import IDS, SHIPPED, all_at

from .made import BUNDLE, DATE
from .pdf_reading import bookmarks, read, words

ONE = assess_readiness({"Dana": all_at(3, B1=0, E1=1, C2="dont-know")}, context=["minors"])
TWO = assess_readiness(
    {"Ana": all_at(3, B1=0, F3="not-applicable"), "Bo": all_at(4, B1=4)},
    staffing={"active_members": 900, "cover_hours": 80},
)
NONE = assess_readiness({"Dana": all_at("dont-know")})
HOSTILE = assess_readiness({"<b>*Eve*</b> | [x](y)": all_at(0), "Bo": all_at(4)})


@pytest.mark.parametrize("result", [ONE, TWO, NONE])
def test_the_view_says_what_the_result_says(result: Readiness) -> None:
    view = readiness_view(result)
    assert (view.headline, view.band, view.percent) == (
        result.verdict.sentence,
        result.verdict.band,
        result.score.percent,
    )
    assert [g.id for g in view.gates] == [g.id for g in result.gates]
    assert [s.percent for s in view.sections] == [s.percent for s in result.sections]
    assert [a for w in view.windows for a in w.actions] == list(result.actions)
    assert sum(b.here for b in view.bands) == (0 if result is NONE else 1)
    assert (view.bands[0].start, view.bands[-1].end) == (0, 100)
    assert all(a.end == b.start for a, b in zip(view.bands, view.bands[1:], strict=False))
    assert {s.id for s in view.sources} == set(result.sources)


def test_the_picture_of_the_spread_counts_everybody() -> None:
    view = readiness_view(TWO)
    assert [s.item for s in view.spread] == ["B1"]
    (spread,) = view.spread
    assert [(d.level, d.who) for d in spread.dots] == [(0, "Ana"), (4, "Bo")]
    assert "Ana" in spread.told
    assert spread.question in spread.told


def test_many_names_at_one_place_are_counted() -> None:
    people = {f"Person {n:02}": all_at(0) for n in range(9)} | {"Bo": all_at(4)}
    low = readiness_view(assess_readiness(people)).spread[0].dots[0]
    assert low.people == 9
    assert low.who == "Person 00, Person 01, Person 02, Person 03 and 5 more"


@pytest.mark.parametrize("result", [ONE, TWO, NONE, HOSTILE])
def test_the_pdf_tells_everything_with_bookmarks(result: Readiness) -> None:
    data = to_pdf(build_report(readiness=result, client="Harbour", prepared_by="Ines", date=DATE))
    text, marks = words(data), bookmarks(read(data))
    assert result.verdict.sentence in text
    assert "Harbour" in text
    assert f"Verdict: {result.verdict.sentence}" in marks
    for heading in ("Section by section", "Hours a week", "The answers", "How this was judged", "Sources"):
        assert heading in marks
    for action in result.actions:
        assert action.done in text
    for gate in result.gates:
        assert gate.name in marks
    for id_ in IDS:
        assert SHIPPED.items[id_].question in text


def test_the_pdf_is_the_same_each_time() -> None:
    report = build_report(readiness=TWO, date=DATE)
    assert to_pdf(report) == to_pdf(report)


@pytest.mark.parametrize("result", [ONE, TWO, NONE, HOSTILE])
def test_markdown_tells_everything_and_nothing_formats(result: Readiness) -> None:
    text = to_markdown(build_report(readiness=result, date=DATE))
    assert text.startswith("# ")
    assert "<b>" not in text
    assert "[x](y)" not in text
    for heading in ("Section by section", "Hours a week", "The answers", "How this was judged", "Sources"):
        assert f"## {heading}" in text
    for action in result.actions:
        assert f"{action.order}. **" in text
    assert ("## Find these out first" in text) == (result is NONE)


def test_a_role_and_readiness_share_one_report() -> None:
    report = build_report([analyze_role(BUNDLE)], readiness=ONE, client="Harbour", date=DATE)
    data = to_pdf(report)
    text, marks = words(data), bookmarks(read(data))
    assert report.roles[0].headline in text
    assert ONE.verdict.sentence in text
    assert "Is the organisation ready?" in marks
    assert "The next 90 days" in marks
    markdown = to_markdown(report)
    assert "## Readiness" in markdown
    assert "## 1. " in markdown
    plain = report.to_dict()
    assert plain["readiness"]["verdict"]["band"] == ONE.verdict.band
    assert len(plain["roles"]) == 1
    numbers = [report.number(s) for s in report.sources]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_report_of_nothing_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        build_report(date=DATE)
    assert refused.value.code == "empty"


def test_one_question_left_out_is_said_as_one() -> None:
    view = readiness_view(assess_readiness({"Dana": all_at(3, F3="not-applicable")}))
    assert view.counted == "28 questions count; 1 doesn’t apply and is left out."
