"""Fields and table rows: a field heads no list, a row of a table of work is an item of one."""

import pytest

from advisor import analyze_role
from advisor.text.lines import split
from tests.text.splitting import RUBRIC, heads, texts

DUTIES = (
    "Answer questions from buyers by e-mail",
    "Recruit and coach member volunteers",
    "Keep our Instagram lively",
    "Train new moderators",
    "Process returns",
)
LIST = "\n".join(f"- {duty}" for duty in DUTIES)
CELLS = ("30%", "25%", "20%", "15%", "10%")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "field",
    [
        "Location: Leeds",
        "Location:\tLeeds",
        "Location\tLeeds",
        "Location – Leeds",
        "**Location:** Leeds",
        "Department: Marketing",
        "Department / Team: Marketing",
        "Employment type: Full-time\nDepartment: Marketing",
        "Requirements: two years of experience",
        "Benefits: pension, gym",
        "Leeds | Hybrid | Full-time",
    ],
)
def test_a_field_above_a_list_says_nothing_of_the_list(field: str, gap: str) -> None:
    analysis = analyze_role(f"Community Manager{gap}{field}\n\n{LIST}")
    assert [line.kind for line in analysis.lines][-5:] == ["duty"] * 5
    assert analysis.lines[-1].section == "none"


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("The post: in this role you will", "responsibilities"),
        ("Our offer: what you can expect from us", "benefits"),
        ("What you bring", "requirements"),
    ],
)
def test_what_introduces_a_list_still_does(above: str, section: str) -> None:
    assert split(f"Forum Host\n\n{above}\n{LIST}", RUBRIC).lines[-1].section == section


@pytest.mark.parametrize(
    "row",
    [
        "{n}\t{duty}\t{cell}\tRetention",
        "{cell}\t{duty}",
        "{cell} | {duty}",
        "{n}\t{duty}",
        "{n} | {duty} | {cell}",
        "| {n} | {duty} | {cell} |",
    ],
)
def test_rows_with_a_number_are_items_of_a_list(row: str) -> None:
    rows = [row.format(n=n, duty=d, cell=c) for n, (d, c) in enumerate(zip(DUTIES, CELLS, strict=True), 1)]
    text = "\n".join(["Community Manager", "", *rows])
    lines = split(text, RUBRIC).lines
    assert [line.bullet for line in lines] == [True] * 5
    assert all(t.startswith(duty) for t, duty in zip(texts(text), DUTIES, strict=True))
    assert [line.kind for line in analyze_role(text).lines] == ["duty"] * 5


def test_rows_without_a_number_are_items_where_they_say_something() -> None:
    rows = [f"{duty} every week\t{cell}" for duty, cell in zip(DUTIES, CELLS, strict=True)]
    text = "\n".join(["Community Manager", "", "Task\tShare", *rows])
    assert [line.bullet for line in split(text, RUBRIC).lines][-6:] == [False, *[True] * 5]
    assert "Task Share" not in heads(text)


def test_a_table_of_fields_is_no_list() -> None:
    text = f"Job title\tForum Host\nLocation\tLeeds\nWorking hours\t37.5 hours a week\n\n{LIST}"
    assert [line.bullet for line in split(text, RUBRIC).lines] == [False] * 3 + [True] * 5


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("| Area | Share | What it means |", "| {a} | {b} | {c} |"),
        ("| Area | What it means | Share |", "| {a} | {c} | {b} |"),
    ],
)
def test_rows_that_begin_with_a_label_are_items_too(head: str, row: str) -> None:
    labels = ("Forum", "Volunteers", "Channels", "Crew", "Shop")
    table = f"{head}\n|---|---|---|\n"
    table += "".join(row.format(a=a, b=b, c=c) + "\n" for a, b, c in zip(labels, CELLS, DUTIES, strict=True))
    analysis = analyze_role(f"Community Manager\n\n{table}\nWe sell tea.")
    work = [line for line in analysis.lines if line.bullet]
    assert [line.kind for line in work] == ["duty"] * 3  # the others say too little to be more than fields
    assert "support" in work[0].practices


@pytest.mark.parametrize("between", ["\t", " | "])
@pytest.mark.parametrize("label", ["Duty", "Duty {n}", "Task {n}"])
def test_three_rows_of_a_label_and_work_are_items(label: str, between: str) -> None:
    rows = [f"{label.format(n=n)}{between}{duty} every week" for n, duty in enumerate(DUTIES)]
    work = analyze_role("\n".join(["Community Manager", "", *rows])).lines[-5:]
    assert [(line.bullet, line.kind) for line in work] == [(True, "duty")] * 5
    two = analyze_role("\n".join(["Community Manager", "", *rows[:2]])).lines
    assert not any(line.bullet for line in two)  # as fields stand in an ad's head


def test_bullets_with_tabs_in_them_are_no_rows() -> None:
    text = "You will:\n" + "• Host the weekly\tcalls of the growers\n" * 2
    assert texts(text) == ["Host the weekly calls of the growers"] * 2


@pytest.mark.parametrize("mark", ["– ", "— ", "- ", "1. ", "2) ", "a) ", "o ", "✅ "])
def test_an_item_with_tabs_between_its_words_loses_its_mark(mark: str) -> None:
    said = "Host the weekly user group calls\tand write the notes"
    below = "Answer the growers in the forum\twith what the others know"
    assert texts(f"Duties:\n{mark}{said}\n{mark}{below}\n") == [
        said.replace("\t", " "),
        below.replace("\t", " "),
    ]
