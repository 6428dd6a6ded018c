"""What the tests of reading a team share."""

from __future__ import annotations

from advisor.errors import InputError
from advisor.orgs.model import RoleDraft
from advisor.orgs.read import read_org


def roles(text: str) -> dict[str, RoleDraft]:
    """Return the roles that ``text`` names, by title; none where it names none."""
    try:
        return {role.title: role for role in read_org(text).roles}
    except InputError as error:
        assert error.code == "no-role"
        return {}
