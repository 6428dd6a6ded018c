"""Who stands at a place in the text, and that each is one person."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org
from tests.orgs.seats import roles


def test_one_person_with_two_titles_is_one_person() -> None:
    result = analyze_org("Rob is our community manager and support lead. Lea posts on Instagram.")
    assert [(r.draft.title, r.draft.name, r.people) for r in result.roles] == [
        ("Community manager", "Rob", 0.5),
        ("Support lead", "Rob", 0.5),
        ("Lea", "", 1),
    ]
    two = roles("Our community manager hosts the forum and two support agents answer tickets.")
    assert (two["Community manager"].headcount, two["Support agents"].headcount) == (None, 2)


def test_a_title_of_two_functions_stands_for_both() -> None:
    (role,) = analyze_org("Head of Community & Support (Hannah)").roles
    assert role.shares["community"] == role.shares["support"] == 0.5


def test_people_of_a_chat_go_by_their_handles() -> None:
    found = roles(":camera: socials → @dev\n:ticket: support → @hana + @greg, zendesk\n:zap: wiki → whoever")
    assert [(role.title, role.name, role.headcount) for role in found.values()] == [
        ("Socials", "Dev", None),
        ("Support", "Hana and Greg", 2),
    ]
    assert found["Support"].duties == ("support", "zendesk")


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("We also pay an agency for Instagram.", [("Agency", "", None)]),
        ("We pay Bright & Bold Ltd for Instagram.", [("Bright & Bold Ltd", "", None)]),
        ("Tickets are answered by an agency in Leeds.", [("Agency", "", None)]),
        ("Tickets go to our secretary, Pam.", [("Secretary", "Pam", None)]),
        ("Tickets go to Pam, our secretary.", [("Secretary", "Pam", None)]),
        ("The forum is run by two volunteers, Helen and Marcus.", [("Volunteers", "", 2)]),
        ("The forum is run by Helen and Marcus.", [("Helen and Marcus", "", 2)]),
        ("Jan van den Berg – Support Agent", [("Support Agent", "Jan van den Berg", None)]),
        ("**Safety Manager** — *Abena Mensah*", [("Safety Manager", "Abena Mensah", None)]),
        ("- **Ana Diaz** – Community Manager – runs the forum", [("Community Manager", "Ana Diaz", None)]),
        ("Our moderator is Lotte. Lotte watches the chat.", [("Moderator", "Lotte", None)]),
        (
            "Our two community managers, Ana and Joris, run Discord.",
            [("Community managers", "Ana and Joris", 2)],
        ),
        ("Moderators\n- Ana\n- Ben\n- Cleo", [("Moderators", "", 3)]),
        ("Online moderators: approx 20 volunteers", [("Volunteer online moderators", "", 20)]),
        ("Our moderators, about fifteen, watch the chat.", [("Moderators", "", 15)]),
        ("Six agents, two of them part time, answer tickets.", [("Agents", "", 6)]),
        (
            "Community Manager (Spain): Ana, runs the forum\nCommunity Manager (Norway): Ben, runs Discord",
            [("Community Manager (Spain)", "Ana", None), ("Community Manager (Norway)", "Ben", None)],
        ),
    ],
)
def test_one_person_is_counted_once(text: str, seats: list[tuple[str, str, float | None]]) -> None:
    assert [(role.title, role.name, role.headcount) for role in roles(text).values()] == seats


@pytest.mark.parametrize(
    "said",
    [
        "Both report to Olga.",
        "They both report to Olga.",
        "All report to Olga.",
        "Ben and Kim report to Olga.",
    ],
)
def test_two_people_answer_to_one(said: str) -> None:
    found = roles(f"Ben handles refunds. Kim answers tickets. {said}")
    assert {title: role.reports_to for title, role in found.items()} == {"Ben": "Olga", "Kim": "Olga"}
    assert found["Kim"].duties == ("answers tickets",)


@pytest.mark.parametrize("boss", ["Olga leads the community team.", "Olga, our COO, plans the budget."])
def test_nobody_answers_to_themselves(boss: str) -> None:
    found = roles(f"{boss} Ben handles refunds. Kim answers tickets. All report to Olga.").values()
    assert [role.reports_to for role in found] == ["", "Olga", "Olga"]


def test_a_department_that_is_a_team_of_some_is_counted() -> None:
    (care,) = read_org("Our customer care is a team of 9 led by Ruth Adler.").roles
    assert (care.title, care.headcount, care.reports_to) == ("Customer care", 9, "Ruth Adler")


def test_who_holds_the_title_in_a_bracket_is_named() -> None:
    found = read_org(
        "Support is run by Priya Nair (Head of Support). Social sits with marketing (Leo, social lead)."
    )
    assert [(role.title, role.name) for role in found.roles] == [
        ("Head of Support", "Priya Nair"),
        ("Social lead", "Leo"),
    ]
