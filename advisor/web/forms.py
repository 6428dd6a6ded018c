"""The form of the role page: one ad, as text or as a file, and what a report should carry."""

from __future__ import annotations

import re

from flask import Request
from werkzeug.datastructures import CombinedMultiDict
from wtforms import FileField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, NumberRange, Optional

from advisor.report.model import LONGEST
from advisor.roles.analyze import MAX_ORG_SIZE, MAX_TITLE

_THOUSANDS = re.compile(r"\d{1,3}([, \u00a0])\d{3}(?:\1\d{3})*", re.ASCII)
_LONGEST_NUMBER = 12  # digits; Python refuses to read numbers of thousands


def whole_number(text: str) -> int | None:
    """Return the number that a field or a button says, None when it is none; “1,200” and “1 200” are numbers too."""
    digits = text.strip()
    if _THOUSANDS.fullmatch(digits):  # “12,5” is no whole number
        digits = re.sub(r"\D", "", digits)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER else None


class WholeNumber(IntegerField):
    """A whole number; its message is for people."""

    def process_formdata(self, valuelist: list[str]) -> None:
        given = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not given:
            return
        self.data = whole_number(given)
        if self.data is None:
            raise ValueError("This needs a whole number, such as 40. Leave it empty if you don’t know.")


class RoleForm(Form):
    """Everything that ``/role`` and ``/role/report`` take. Only text or file is needed."""

    text = TextAreaField("The job description")
    file = FileField("Or choose a file")
    title = StringField(
        "Job title",
        [
            Optional(),
            Length(max=MAX_TITLE, message=f"A title has at most {MAX_TITLE} characters. Shorten it."),
        ],
    )
    org_size = WholeNumber(
        "Organisation size",
        [
            Optional(),
            NumberRange(
                1, MAX_ORG_SIZE, f"This needs a number from 1 to {MAX_ORG_SIZE:,}. Leave it empty if unsure."
            ),
        ],
    )
    client = StringField(
        "Organisation",
        [Optional(), Length(max=LONGEST, message=f"A report’s head holds {LONGEST} characters. Shorten it.")],
    )
    prepared_by = StringField(
        "Prepared by",
        [Optional(), Length(max=LONGEST, message=f"A report’s head holds {LONGEST} characters. Shorten it.")],
    )


def role_form(request: Request) -> RoleForm:
    """Return the form as sent; what the user typed stays in it whatever is wrong."""
    return RoleForm(CombinedMultiDict([request.files, request.form]))
