"""Whoever stands over a list, or in a heading over others, is whom those below answer to."""

from __future__ import annotations

import pytest

from advisor.orgs.read import read_org


def bosses(text: str) -> dict[str, str]:
    return {role.title: role.reports_to for role in read_org(text).roles}


@pytest.mark.parametrize(
    "head",
    [
        "Sonja Beck, Head of Customer Care",
        "Sonja Beck, Head of Customer Care.",
        "Sonja Beck (Head of Customer Care)",
        "Sonja Beck, Head of Customer Care, leads the team.",
        "## Head of Customer Care – Sonja Beck",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_bullets_below_a_line_that_names_who_leads(head: str, gap: str) -> None:
    text = (
        f"{head}{gap}- Marek, support lead, runs the queue\n- Agents x4, answer tickets\n\nTove Lind (CMO)\n"
        "- Paul, social media manager"
    )
    assert bosses(text) == {
        "Head of Customer Care": "",
        "Support lead": "Head of Customer Care",
        "Agents": "Head of Customer Care",
        "CMO": "",
        "Social media manager": "CMO",
    }


def test_what_one_person_does_in_bullets_makes_no_boss() -> None:
    text = "Head of Community: Ana\n- runs the forum\n- hosts the calls\nModerator: Bo\n- reviews reports"
    assert bosses(text) == {"Head of Community": "", "Moderator": ""}


def test_a_team_over_its_list_is_nobodys_boss() -> None:
    assert bosses("Community team:\n- Ana and Bea (moderators)\n- Cy (community manager)") == {
        "Moderators": "",
        "Community manager": "",
    }


def test_a_department_in_a_heading_of_markdown_is_nobodys_boss() -> None:
    text = "# Team\n\n## Support\n- 3 agents: answer tickets\n\n## Community\n- Max, community manager: hosts events"
    assert bosses(text) == {"Agents": "", "Community manager": ""}


@pytest.mark.parametrize("told", ["Anna is our office manager.", "Our office manager, Ina, wrote this list."])
def test_a_sentence_about_somebody_else_over_a_list_makes_no_boss(told: str) -> None:
    text = f"{told}\n\n- Max, support agent: answers tickets\n- Lea, social media manager: posts on Instagram"
    assert set(bosses(text).values()) == {""}


def test_a_lead_beside_others_in_a_bullet_leads_no_other_bullet() -> None:
    text = "- support = 9 agents + team lead (Nadia), zendesk\n- mods: agency in Sofia, 5 heads\n- Bea: runs the forum"
    assert not {"Mods", "Bea"} & {title for title, boss in bosses(text).items() if boss}


def test_headings_of_markdown_stand_above_deeper_ones() -> None:
    text = (
        "# Kestrel Outdoor – customer team\n\n## Head of Community – Ana Ruiz\nReports to the COO.\n\n"
        "### Moderator – Bo\nReviews reports.\n\n## Head of Support – Dee Park\n\n### Agents (4)\nAnswer tickets."
    )
    assert bosses(text) == {
        "Head of Community": "COO",
        "Moderator": "Head of Community",
        "Head of Support": "",
        "Agents": "Head of Support",
    }


def test_a_heading_says_to_whom_those_below_report() -> None:
    found = read_org(
        "## Teams\n### Growth (reports to CMO)\n- Paid social: 1 FTE\n\n### Community (reports to the CPO)\n"
        "- Lead: Yara\n- Moderators: 5 (2 contractors)\n- Events: 0.5 FTE\n\n### Support (reports to COO)\n- L1: 18 FTE"
    )
    assert [(r.title, r.headcount, r.reports_to, r.duties) for r in found.roles] == [
        ("Paid social", 1, "CMO", ("Paid social",)),
        ("Community lead", None, "CPO", ()),
        ("Moderators", 5, "Community lead", ()),
        ("Events", 0.5, "Community lead", ("Events",)),
        ("L1", 18, "COO", ()),
    ]


def test_those_below_a_lead_answer_to_them_however_they_are_told() -> None:
    found = read_org(
        "- Head of Community & Support: Lotta (she/her)\n   - Community: Sam (UK), Aiko (JP)\n   - Support: 6 in Riga\n"
        "   - Moderation: community volunteers (about 40), Sam trains them\n   - Safety escalations: Lotta herself"
    )
    assert [(r.title, r.headcount, r.reports_to) for r in found.roles] == [
        ("Head of Community & Support", None, ""),
        ("Sam", None, "Head of Community & Support"),
        ("Aiko", None, "Head of Community & Support"),
        ("Support", 6, "Head of Community & Support"),
        ("Moderation", 40, "Head of Community & Support"),
    ]
    assert found.roles[0].duties == ("Safety escalations",)
