"""What stands below a team's name, how many do its work, and who does not."""

from __future__ import annotations

import pytest

from advisor.orgs.analyze import analyze_org
from advisor.orgs.read import read_org

Seats = list[tuple[str, str, float | None, float | None]]


def seats(text: str) -> Seats:
    """Return title, name, people and hours of each role."""
    return [(r.title, r.name, r.headcount, r.hours) for r in read_org(text).roles]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tom Evans - Community Manager", [("Community Manager", "Tom Evans", None, None)]),
        ("Social media: Ole (100%), Svea (50%)", [("Ole", "", None, None), ("Svea", "", None, 20)]),
        (
            "Support is done by Lotte (24 hours) and Daan (36 hours).",
            [("Lotte", "", None, 24), ("Daan", "", None, 36)],
        ),
        (
            "Support is done by 3 people: Kim (24 hours), Steven (32 hours) and Ola.",
            [("Kim", "", None, 24), ("Steven", "", None, 32), ("Ola", "", None, None)],
        ),
        (
            "Community: Anna Berg, Ben Ortiz (50%), Carla Nunes",
            [("Anna Berg", "", None, None), ("Ben Ortiz", "", None, 20), ("Carla Nunes", "", None, None)],
        ),
        ("Support team:\n- Hannah (lead)\n- Tom\n- Lisa", [("Support team", "", 3, None)]),
        (
            "Community team:\n- Anna (lead)\n- Carl (50%)\n- Ben, moderation",
            [("Community team", "", 1, None), ("Carl", "", None, 20), ("Ben", "", None, None)],
        ),
        ("Community team - who does what\nAnna runs the forum.", [("Anna", "", None, None)]),
        (
            "Community Manager (Lucy)\n- Hosts the forum\n\n**Member Support (Beth, freelance)**\n- Refunds",
            [("Community Manager", "Lucy", None, None), ("Member Support", "Beth", None, None)],
        ),
        (
            "Community: 1 manager\nSocial: 1 manager",
            [("Community manager", "", 1, None), ("Social manager", "", 1, None)],
        ),
        (
            "- Support: 8 agents (5 Lisbon, 3 Manila), 1 team lead",
            [("Support agents", "", 8, None), ("Team lead", "", 1, None)],
        ),
        (
            "- Community: 1 manager, 2 moderators (evenings only)",
            [("Community manager", "", 1, None), ("Moderators", "", 2, None)],
        ),
        ("Content Moderation: 40 FTE outsourced (Bluefin)", [("Content Moderation", "", 40, None)]),
        ("Moderation: 300 volunteers trained", [("Moderation", "", None, None)]),
        (
            "- Agency: Storyline GmbH, influencer campaigns\n- Social Media Manager: Chloe",
            [("Agency Storyline GmbH", "", None, None), ("Social Media Manager", "Chloe", None, None)],
        ),
        ("👩 Ana – community manager, runs Discord", [("Community manager", "Ana", None, None)]),
        ("🎉 Ana runs our Discord. 🔥", [("Ana", "", None, None)]),
        (
            "🎯 Support\n- Tom\n- Lisa\n📣 Social media\n- Kim",
            [("Support", "", 2, None), ("Social media", "", 1, None)],
        ),
        ("Tom Hill, Support Agent, 60%", [("Support Agent", "Tom Hill", None, 24)]),
        ("Customer support: team of 7", [("Customer support", "", 7, None)]),
        ("22 agents, 17.5 FTE in total. They answer mail.", [("Agents", "", 22, 31.8)]),
        (
            "Support team (6 FTE)\n- Team lead: Dana Kovacs\n- Support agents: 4",
            [
                ("Support team", "", 1, None),
                ("Team lead", "Dana Kovacs", None, None),
                ("Support agents", "", 4, None),
            ],
        ),
        (
            "Support team (5 FTE)\n- Team lead: Dana Kovacs\n- Support agents: 4",
            [("Team lead", "Dana Kovacs", None, None), ("Support agents", "", 4, None)],
        ),
        (
            "6 customer service reps\n2 part-time customer service reps",
            [("Customer service reps", "", 6, None), ("Part-time customer service reps", "", 2, 20)],
        ),
        (
            "- 3 tier 1 support agents\n- 2 tier 2 support agents",
            [("Tier 1 support agents", "", 3, None), ("Tier 2 support agents", "", 2, None)],
        ),
        (
            "Community managers: Ann Lee (32h), Bob Roy (24h)",
            [("Community managers", "Ann Lee", None, 32), ("Community managers", "Bob Roy", None, 24)],
        ),
        (
            "We have a community manager, Kofi Mensah, and a support manager, Emily Watson.",
            [
                ("Community manager", "Kofi Mensah", None, None),
                ("Support manager", "Emily Watson", None, None),
            ],
        ),
        ("Content Moderation: 40 FTE, 24/7", [("Content Moderation", "", 40, None)]),
        ("Trust & Safety: 6 FTE policy + 3 FTE investigations", [("Trust & Safety", "", 9, None)]),
        ("Support Team Leads (2)", [("Support Team Leads", "", 2, None)]),
        ("Community Managers (3: English, German)", [("Community Managers", "", 3, None)]),
        ("Helpdesk (2 x 0.8 FTE): member questions", [("Helpdesk", "", 2, 32)]),
        ("3 x support agent (0.5 FTE): tickets", [("Support agent", "", 3, 20)]),
        ("2 x 0.8 FTE support agents: tickets", [("Support agents", "", 2, 32)]),
        ("# Support\n- 5 agents, 2 of them part-time (50%)", [("Agents", "", 5, 32)]),
        ("Moderators (6 volunteers): keep the forum clean", [("Volunteer moderators", "", 6, None)]),
        ("Mods: 6 volunteers, no rota.", [("Volunteer mods", "", 6, None)]),
        ("Customer care: 9 people, led by Katrin.", [("Customer care", "", 9, None)]),
        ("Forum moderation is done by around 15 volunteers, who like it.", [("Volunteers", "", 15, None)]),
        ("Grace and Arjun are community managers.", [("Community managers", "Grace and Arjun", 2, None)]),
        (
            "Our community hosts are Grace, Arjun and Luana.",
            [("Community hosts", "Grace, Arjun and Luana", 3, None)],
        ),
        ("Anna is community manager. She works 32 hours.", [("Community manager", "Anna", None, 32)]),
        ("Tickets are outsourced to Bluefin, 12 people.", [("Bluefin (outsourced)", "", 12, None)]),
        ("- Discord: Sue\n- Tickets: Tom", [("Sue", "", None, None), ("Tom", "", None, None)]),
        ("Community sits under Customer Success. Anna runs the forum.", [("Anna", "", None, None)]),
        ("Trust & Safety team (Olga, Sven and a vacancy)", [("Trust & Safety team", "Olga", None, None)]),
        (
            "| Area | Who | Capacity |\n| Support | Tom | 1 |\n| Moderation | - | - |",
            [("Support", "Tom", 1, None)],
        ),
    ],
)
def test_who_is_told_below_or_behind_the_name_of_a_team(text: str, found: Seats) -> None:
    assert seats(text) == found


@pytest.mark.parametrize(
    ("text", "practice"),
    [
        ("# Support\n- Team lead: Hannah\n- 5 agents", "support"),
        ("# Social Media\n- Manager: Viktor", "social_media"),
        ("Moderation\n- Kim (20h)", "moderation"),
    ],
)
def test_a_team_gives_its_work_to_those_whose_titles_tell_none(text: str, practice: str) -> None:
    assert [role.shares[practice] for role in analyze_org(text).roles] == [1] * len(read_org(text).roles)


def test_a_title_of_another_trade_keeps_its_own_work_below_a_team() -> None:
    assert analyze_org("Community\n- Designer: Ben\n- Ana, forum").roles[0].shares["community"] == 0


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("• Trust & Safety: none – legal steps in when needed", "nobody"),
        ("- Community: no dedicated role", "nobody"),
        ("Trust & Safety Manager: N/A", "vacancy"),
        ("Community Manager (open vacancy, 1 FTE)", "vacancy"),
        ("TBH, Community Manager", "vacancy"),
        ("We're hiring a Trust & Safety Manager.", "vacancy"),
        ("Manager Trust & Safety: open", "vacancy"),
        ("Title: Forum Host\nName: vacant (since June)", "vacancy"),
        ("- planned: second community manager in Q3", "vacancy"),
        ("We are looking to hire a social media manager.", "vacancy"),
        ("We've budgeted a community associate for next year.", "vacancy"),
    ],
)
def test_what_is_said_to_be_missing_is_no_seat(line: str, kind: str) -> None:
    reading = read_org(f"Support manager: Tom, answers tickets\n\n{line}")
    assert [role.title for role in reading.roles] == ["Support manager"]
    assert {fact.kind for fact in reading.facts} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Anna moderates the forum; nobody covers nights.",
        "Lea moderates the forum (nights: nobody)",
        "Lea moderates the forum, no night shift",
    ],
)
def test_hours_that_nobody_covers_are_no_cover(text: str) -> None:
    role = analyze_org(text).roles[0]
    assert (role.shares["moderation"], role.cover) == (1, ())
