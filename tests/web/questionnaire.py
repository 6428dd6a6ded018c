"""The questionnaire's pages as a browser sends them."""

import io
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict

from advisor.readiness.files import write_answers
from tests.readiness.made import all_at


def tree(response) -> Any:
    return html.fromstring(response.get_data(as_text=True))


def carried(page: Any, form: str = "questionnaire") -> MultiDict[str, str]:
    """The fields that the page's form would send, buttons aside."""
    fields = MultiDict[str, str]()
    inputs = page.xpath(f"//form[@id='{form}']//input | //input[@form='{form}']")
    for field in inputs:
        kind = field.get("type")
        if kind in ("radio", "checkbox") and field.get("checked") is None:
            continue
        if kind not in ("file", "submit") and field.get("name"):
            fields.add(field.get("name"), field.get("value") or "")
    return fields


def go(client: FlaskClient, where: str, fields: Any) -> Any:
    return client.post("/readiness", data=MultiDict([*MultiDict(fields).items(multi=True), ("go", where)]))


def text(answers: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in answers.items()}


def said(page: Any) -> str:
    return " ".join(page.xpath("string(//*[@id='problems'])").split())


def upload(client: FlaskClient, fields: dict[str, str], *files: tuple[str, str]) -> Any:
    data: dict[str, Any] = {
        **fields,
        "go": "result",
        "files": [(io.BytesIO(t.encode()), n) for n, t in files],
    }
    return client.post("/readiness", data=data, content_type="multipart/form-data")


ANA = ("ana.yaml", write_answers({"Ana": all_at(4)}, context=["minors"], staffing={"active_members": 77}))


BO = ("bo.json", write_answers({"Bo": all_at(1)}, format="json"))
