"""A team's map counts in the singular where there is one."""

from dataclasses import replace

from flask.testing import FlaskClient

from advisor import analyze_org
from advisor.report import build_report, to_markdown
from advisor.report.org_view import org_view
from advisor.web import create_app

from .made import DATE


def test_one_hour_is_no_hours() -> None:
    org = analyze_org(
        "Our community manager, 10 hours a week, runs Instagram, the forum and answers tickets."
    )
    split = org.structure.splits[0]
    hours = tuple((p, 1.0 if i == 0 else 4.5) for i, (p, _) in enumerate(split.hours))
    one = replace(org, structure=org.structure._replace(splits=(split._replace(hours=hours),)))
    said = to_markdown(build_report(org=one, date=DATE))
    assert ":** 1 hour " in said
    assert "4.5 hours " in said
    assert org_view(one).splits[0].hours[0][1] == "1 hour"


def test_one_role_is_no_roles() -> None:
    client: FlaskClient = create_app().test_client()
    page = client.post("/org", data={"text": "Our community manager runs the forum."}).get_data(as_text=True)
    assert "We read 1 role. Is this right?" in page
    assert "1 roles" not in page
