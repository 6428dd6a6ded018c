import datetime as dt
import json
import subprocess
import sys

import pytest

from advisor import analyze_role
from advisor.errors import InputError
from advisor.report import build_report, to_html, to_markdown

from .made import BUNDLE, DATE, UNCLEAR, report_on


def test_the_dict_is_json_with_meta_roles_method_and_sources():
    report = report_on(BUNDLE, paper="letter", title="  Two\nlines ")
    said = json.loads(json.dumps(report.to_dict()))
    assert said["schema"] == "advisor.report/1"
    assert said["title"] == "Two lines"
    assert (said["client"], said["prepared_by"]) == ("Fernhill Halls", "A. Consultant")
    assert (said["date"], said["paper"]) == ("2026-11-21", "Letter")
    assert said["roles"] == [json.loads(json.dumps(analyze_role(BUNDLE).to_dict()))]
    assert said["rubrics"] == said["roles"][0]["rubrics"]
    assert said["method"]["weights"]["context"] == 0


def test_every_source_that_a_finding_names_is_listed_once():
    report = report_on(BUNDLE, UNCLEAR)
    listed = [source.id for source in report.sources]
    assert len(set(listed)) == len(listed)
    named = [s for role in report.roles for f in role.findings for s in f.sources]
    assert named
    assert {s.id for s in named} <= set(listed)
    assert report.sources[report.number(named[0]) - 1] == named[0]


def test_the_title_comes_from_the_roles_when_none_is_given():
    assert report_on(BUNDLE).meta.title == "“Community Manager” reviewed"
    assert report_on(BUNDLE, UNCLEAR, title=" ").meta.title == "2 roles reviewed"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"client": "x" * 121}, "name-too-long"),
        ({"paper": "A5"}, "paper"),
        ({"title": "y" * 500}, "name-too-long"),
    ],
)
def test_what_a_head_cannot_hold_is_refused_with_a_next_step(more, code):
    with pytest.raises(InputError) as caught:
        report_on(BUNDLE, **more)
    assert caught.value.code == code
    assert caught.value.next_step


@pytest.mark.parametrize(("many", "code"), [(0, "empty"), (51, "too-many")])
def test_no_roles_and_too_many_roles_are_refused(many, code):
    with pytest.raises(InputError) as caught:
        build_report([analyze_role(UNCLEAR)] * many, date=DATE)
    assert caught.value.code == code


def test_dates_read_like_dates():
    assert report_on(UNCLEAR, date=dt.date(2026, 3, 1)).date_text == "1 March 2026"


def test_the_report_loads_no_renderer_until_one_is_asked_for():
    code = (
        "import sys, advisor.report\n"
        "print([m for m in ('weasyprint', 'jinja2', 'flask') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_what_a_report_says_is_said_once():
    both = report_on(BUNDLE, UNCLEAR)
    assert both.heading == ("2 roles reviewed",)
    assert to_markdown(both).count("2 roles reviewed") == 1
    assert to_html(both).split("<h1>")[0].split("<body")[1].count("2 roles reviewed") == 2  # head and kicker
    named = report_on(BUNDLE, UNCLEAR, title="Harbour")
    assert named.heading == ("Harbour", "2 roles reviewed")
    assert "**Harbour**: 2 roles reviewed" in to_markdown(named)
