"""Ways to write a team down: trees, shorthand, mails, forms, cells; and the time that reading takes."""

from __future__ import annotations

import time

import pytest

from advisor.orgs.read import read_org
from tests.orgs.seats import roles


def test_two_lines_alike_are_doubted() -> None:
    (role,) = roles("Community manager – runs the forum\nCommunity manager – runs the forum").values()
    assert any("more than one place" in doubt for doubt in role.doubts)


def test_a_signature_and_a_quoted_mail_are_nobody() -> None:
    text = "Hi Karen,\n\nMo is on the help desk. Becky runs Instagram.\n\nBest,\nFiona Grant\nCOO\n\nOn 12 May Karen wrote:\n> Who does what?"
    reading = read_org(text)
    assert [role.title for role in reading.roles] == ["Mo", "Becky"]
    quoted_only = read_org("> Mo answers tickets.\n> Becky runs Instagram and TikTok.")
    assert len(quoted_only.roles) == 2


def test_a_tree_drawn_with_lines() -> None:
    drawn = "CEO\n├── Head of Marketing\n│   └── Social media manager\n└── Head of Operations\n    ├── Customer support (3)\n    └── Community manager (vacant since May)"
    plain = "CEO\n|-- Head of Marketing\n|   `-- Social media manager\n`-- Head of Operations\n    |-- Customer support (3)"
    for text in (drawn, plain):
        found = roles(text)
        assert found["Social media manager"].reports_to == "Head of Marketing"
        assert (found["Customer support"].headcount, found["Customer support"].reports_to) == (
            3,
            "Head of Operations",
        )
        assert "Community manager" not in found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Community: 1.5 FTE; Support: 6 FTE in Lisbon; Social: agency", ["Community", "Support", "Agency"]),
        ("Maria (Head of Marketing) has Jon, who posts on LinkedIn.", ["Head of Marketing", "Jon"]),
        ("My wife answers the emails, I do Facebook.", ["Wife", "The writer"]),
        ("Jens heads support, and Mia does social.", ["Jens", "Mia"]),
        ("Anna leads the community team (3 people).", ["Anna", "Community team"]),
        (
            "The community team consists of a lead, two community managers and six moderators.",
            ["Lead", "Community managers", "Moderators"],
        ),
        ("1) Social Media Specialist (Bo, 60%): Instagram", ["Social Media Specialist"]),
    ],
)
def test_ways_to_write_a_team_down(text: str, titles: list[str]) -> None:
    assert list(roles(text)) == titles


@pytest.mark.parametrize(
    "piece",
    [
        "Community manager ",
        "Anna Bell, ",
        "is run by ",
        "goes to ",
        "I run, ",
        "Support: Tom\n",
        "; ",
        "a team of ",
        "\n- ",
        "---\n",
        "Support: Ole (50%), ",
        "Ole (50%) and ",
        "20 hours on community and ",
        "50% social media, ",
        "evenings: nobody, ",
        "no night ",
        "- planned: a host\n",
        "# Support\n- Ole\n",
        "Lena runs the forum, Tim the blog, ",
        "Lena works 30 hours, Tim 20, ",
        "Support (3): agent; lead; ",
        "2x agents, ",
        "Support is six agents and ",
        "All report to Olga" + " " * 400,
        "# Support stuff\n",
    ],
)
def test_reading_takes_time_that_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        roles(piece * (size // len(piece)))
        return time.process_time() - start

    seconds(1_000)
    small = min(seconds(10_000) for _ in range(2))
    large = min(seconds(60_000) for _ in range(2))
    assert large < 18 * small + 0.3  # six times the text; time that is square would be 36 times


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "We have 1x Community Lead (Nadia), 2x Community Associates and a pool of ~15 volunteer mods.",
            ["Community Lead", "Community Associates", "Volunteer mods"],
        ),
        ("Community = Lea (80%). Social = Max + an intern.", ["Community", "Social", "Social intern"]),
        (
            "Tenancy officers: answer phones\n- 1 complaints officer",
            ["Tenancy officers", "Complaints officer"],
        ),
        (
            "Our Head of Customer (Priyanka) manages Support (8 FTE) and Community (1 FTE).",
            ["Head of Customer", "Support", "Community"],
        ),
        (
            "Team of 5: 2 moderators on shifts, 1 community manager, 1 support rep",
            ["Moderators", "Community manager", "Support rep"],
        ),
        (
            "For social media we use an agency. Ella is our only community person.",
            ["Agency", "Community person"],
        ),
        ("Dana (she/her) - Community Programs Manager - champions programme", ["Community Programs Manager"]),
        (
            "The CEO posts on LinkedIn, the office manager answers mail and an intern watches the forum.",
            ["CEO", "Office manager", "Intern"],
        ),
    ],
)
def test_lists_and_shorthand(text: str, titles: list[str]) -> None:
    assert list(roles(text)) == titles


def test_names_and_figures_behind_a_plural_title() -> None:
    found = roles(
        "- Support Agents: Bea, Carlos and Finn\n- Call centre agents: twelve (12), in two shifts\n- Moderators: reported posts"
    )
    assert [found[t].headcount for t in ("Support Agents", "Call centre agents", "Moderators")] == [
        3,
        12,
        None,
    ]


def test_cells_parted_by_slashes_and_a_status_in_a_cell() -> None:
    found = roles(
        "Community team / 4 people / forum, champions\nSupport tier 1 / 16 people / chat and mail\nSocial team / 2 people + 1 intern / publishing"
    )
    assert (found["Community team"].headcount, found["Support tier 1"].headcount) == (4, 16)
    listed = "Position\tFTE\tNotes\nModerator\t3\tfilled\nTrust & Safety Lead\t1\tVACANT"
    assert list(roles(listed)) == ["Moderator"]


def test_a_form_for_each_role() -> None:
    found = roles(
        "Position: Community Manager\nName: Ola\nReports to: CMO\nDuties: Discord, AMAs, ambassador programme\nKPIs: reach, followers\n\n"
        "Position: Trust & Safety Analyst\nReports to: COO\nDuties: appeals, policy"
    )
    host = found["Community Manager"]
    assert (host.name, host.reports_to) == ("Ola", "CMO")
    assert host.duties == ("Discord", "AMAs", "ambassador programme")
    assert host.measures == ("reach", "followers")
    assert found["Trust & Safety Analyst"].duties == ("appeals", "policy")


def test_a_tree_with_short_strokes() -> None:
    found = read_org(
        "CEO – Marta Lis\n |- Head of Marketing – Jan Novak\n |   |- Social media specialist – Eva (0.5)\n"
        " |   |- PPC agency (external)\n |- Customer Care Manager – Tomas\n     |- 4 agents (2 FT, 2 PT)\n"
        "     |- Community moderator – open position"
    )
    assert [(r.title, r.headcount, r.hours, r.reports_to) for r in found.roles] == [
        ("CEO", None, None, ""),
        ("Head of Marketing", None, None, "CEO"),
        ("Social media specialist", 0.5, None, "Head of Marketing"),
        ("PPC agency", None, None, "Head of Marketing"),
        ("Customer Care Manager", None, None, "CEO"),
        ("Agents", 4, 30, "Customer Care Manager"),
    ]
