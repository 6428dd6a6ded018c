"""Numbers behind a title: what tells seats apart, and what counts people."""

from __future__ import annotations

from advisor import analyze_org
from advisor.orgs.mentions import mentions
from advisor.orgs.vocabulary import vocabulary
from tests.orgs.seats import roles


def test_numbered_seats_are_seats_of_their_own() -> None:
    said = "".join(f"- Community manager {n}: hosts forum {n}, reports to COO\n" for n in (1, 2, 3, 4))
    found = roles(said)
    assert list(found) == [f"Community manager {n}" for n in (1, 2, 3, 4)]
    assert {role.reports_to for role in found.values()} == {"COO"}
    assert found["Community manager 3"].duties == ("hosts forum 3",)


def test_numbered_moderators_are_not_alone() -> None:
    result = analyze_org("- Moderator A: bans spammers\n- Moderator B: bans spammers")
    assert [p.state for p in result.coverage.practices if p.practice == "moderation"] == ["covered"]


def test_one_number_alone_tells_no_seats_apart() -> None:
    text = "Moderator 3: bans spammers"
    assert [m.title for m in mentions(text, 0, len(text), vocabulary())] == ["Moderator"]


def test_heads_of_something_are_people_and_heads_alone_a_number() -> None:
    assert list(roles("- 2 heads of community\n- 31 heads")) == ["Heads of community"]
