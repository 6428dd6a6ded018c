"""Lines with a name that no rule knows: before whoever does it, with a number, over deeper lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import InputError
from advisor.orgs.analyze import analyze_org
from advisor.orgs.read import read_org

Seats = list[tuple[str, str, float | None]]


def seats(text: str) -> Seats:
    """Return title, name and people of each seat."""
    return [(role.title, role.name, role.headcount) for role in read_org(text).roles]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("CoC reports: Marisol on her own since May", ("CoC reports", "Marisol", None)),
        ("Fans' forum: 11 volunteer mods led by Margaret", ("Volunteer mods", "", 11)),
        ("Fans' forum: three mods who report to Margaret", ("Mods", "", 3)),
        ("Abuse of players: security agency, reports to police", ("Security agency", "", None)),
        ("Player safety: a security agency", ("Security agency", "", None)),
        ("Peer hosts on the wiki: 25, three hours a week", ("Peer hosts on the wiki", "", 25)),
        ("Fraud/abuse: team of 3 at the parent company", ("Fraud/abuse", "", 3)),
        ("Beta community = Elke", ("Beta community", "Elke", None)),
        ("Social channels: A. Yildiz, 100%", ("Social channels", "A. Yildiz", None)),
        ("2nd level: Paula, Emre, Stefan (all full time)", ("2nd level", "Paula, Emre and Stefan", 3)),
        ("Plugin reviews: done by Abdul", ("Plugin reviews", "Abdul", None)),
    ],
)
def test_a_label_is_the_work_of_whoever_stands_behind_it(
    line: str, wanted: tuple[str, str, float | None]
) -> None:
    assert wanted in seats(f"{line}\nTickets: Ruth")


@pytest.mark.parametrize(
    "line",
    [
        "Note: Anna is away until June",
        "Reports to: Anna",
        "Short version: Anna is not happy",
        "Everything else is done for us: Anna says so. Ben agrees",
        "Facebook page: Ana's sister thinks about it",
    ],
)
def test_other_labels_are_nobody(line: str) -> None:
    assert "Anna" not in [name for _, name, _ in seats(f"Ben runs the forum.\n\n{line}")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("User support on the wiki: nobody, works anyway", "nobody"),
        ("Help centre pages: vacant since March, Ben fills in", "vacancy"),
        ("Help centre pages: n.n.", "vacancy"),
    ],
)
def test_a_label_may_tell_of_nobody(line: str, kind: str) -> None:
    reading = read_org(f"Forum: Ben\n{line}")
    assert [role.title for role in reading.roles] == ["Ben"]
    assert [fact.kind for fact in reading.facts] == [kind]


def test_parts_in_a_row_have_their_numbers() -> None:
    text = (
        "Customer Care (62, of which 40 with a partner), Chat & Report Review (8), Tools (2). "
        "Publishing (17) = Brand (6), Community (5). Legal (2) handles law enforcement requests."
    )
    assert [(title, people) for title, _, people in seats(text)] == [
        ("Customer Care", 62),
        ("Chat & Report Review", 8),
        ("Tools", 2),
        ("Brand", 6),
        ("Community", 5),
        ("Legal", 2),
    ]


def test_ages_and_hours_in_brackets_count_nobody() -> None:
    assert seats("Ben runs the forum. We also had Lena (30), Tim (45) and Kim (22).") == [("Ben", "", None)]
    assert seats("- Community managers: Ann Lee (32h), Bob Roy (24h)")[0] == (
        "Community managers",
        "Ann Lee",
        None,
    )


def test_parts_between_semicolons_and_slashes() -> None:
    text = "Head office: Guest Relations (9) – answers mails and calls; Social & Content (3) – all brand channels"
    assert [(title, people) for title, _, people in seats(text)] == [
        ("Guest Relations", 9),
        ("Social & Content", 3),
    ]
    text = "Shop for tea / support 9 agents / social by an agency / community: Roos"
    assert ("Support agents", "", 9) in seats(text)
    assert ("Community", "Roos", None) in seats(text)


OUTLINE = """Growth (Head: Lucía)
  Social
    - 2 social media managers
  Community
    - community lead: Dmitri
Operations (Head: Wen)
  Support
    - 18 agents, Manila
  Reader help
    - 11 people, phone and mail
    - 1 working student, 16 h/week"""


def test_an_outline_tells_parts_and_bosses() -> None:
    found = {role.title: role for role in read_org(OUTLINE).roles}
    assert {title: role.reports_to for title, role in found.items()} == {
        "Head of Growth": "",
        "Social media managers": "Head of Growth",
        "Community lead": "Head of Growth",
        "Head of Operations": "",
        "Agents": "Head of Operations",
        "Reader help": "Head of Operations",
        "Working student": "Head of Operations",
    }
    assert (found["Head of Growth"].name, found["Reader help"].headcount) == ("Lucía", 11)
    agents = next(role for role in analyze_org(OUTLINE).roles if role.draft.title == "Agents")
    assert agents.shares["support"] == 1


def test_a_part_may_have_its_holder_in_brackets() -> None:
    text = "- Community Outreach (Lorraine, 0.6)\n- Membership Marketing (vacant)\n- phone enquiries x 2"
    reading = read_org(text)
    assert [(r.title, r.name, r.headcount) for r in reading.roles] == [
        ("Community Outreach", "Lorraine", 0.6),
        ("Phone enquiries", "", 2),
    ]
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


def test_a_list_may_begin_with_numbers() -> None:
    text = "- 20 agents e-mail and chat\n- 3 people on fraud and scams\n- 2 x social/content, freelancers\n- 0x moderation"
    reading = read_org(text)
    assert [(r.title, r.headcount) for r in reading.roles] == [
        ("Agents", 20),
        ("Fraud and scams", 3),
        ("Social/content", 2),
    ]
    assert [fact.kind for fact in reading.facts] == ["nobody"]


def test_a_title_may_stand_for_work_and_says_so() -> None:
    (role,) = read_org("- 12 agents").roles
    assert role.duties == ("customer support",)
    assert any("was assumed" in doubt for doubt in role.doubts)


def test_a_table_keeps_work_with_hours_alone() -> None:
    text = "Name\tFunction\tHours\nSilke\tSocial media\t40\nArne\tCustomer service\t25"
    assert [(r.title, r.name, r.hours) for r in read_org(text).roles] == [
        ("Social media", "Silke", 40),
        ("Customer service", "Arne", 25),
    ]


def test_one_team_with_somebody_who_leads_it() -> None:
    assert seats("* Support Team: Jas (lead), Malin, Pavel") == [("Support Team", "Jas, Malin and Pavel", 3)]


def test_places_and_shifts_are_no_other_work() -> None:
    (role,) = analyze_org("- 4 people on chat, in two shifts, one of them at weekends").roles
    assert role.shares["other"] == 0


@given(
    st.lists(
        st.sampled_from(
            [
                "A",
                "(3)",
                ":",
                "–",
                "Ben",
                "2 x",
                "\n  - ",
                "\n",
                "(Head: Wen)",
                "nobody",
                "/",
                ";",
                "x 4",
                "support",
            ]
        ),
        max_size=14,
    )
)
def test_any_line_is_read_or_refused(parts: list[str]) -> None:
    text = "Forum: Ana\n" + " ".join(parts)
    try:
        reading = read_org(text)
    except InputError:
        return
    assert all(0 <= s.start <= s.end <= len(text) for role in reading.roles for s in role.spans)


def test_the_others_of_a_list_answer_to_its_lead() -> None:
    text = "Service\n  Team lead: Nadine Voss\n  22 service agents\nBrand\n  Lead: Oskar Brandt\n  - 2 social media editors"
    assert {role.title: role.reports_to for role in read_org(text).roles if role.headcount} == {
        "Service agents": "Team lead",
        "Social media editors": "Brand lead",
    }


def test_what_nobody_is_told_of_is_nobodys_whom_the_line_above_names() -> None:
    reading = read_org(
        "- Plugin reviews: Ruth\n- Weekend chat: whoever has time\n- Tickets from shops: 4, in shifts"
    )
    assert [role.duties for role in reading.roles][:1] == [("Plugin reviews",)]
    assert any("whoever" in reading.text[span.start : span.end] for span in reading.left)


def test_a_part_ends_with_its_lines() -> None:
    text = "Growth\n  Community\n    - community lead: Dmitri\nOperations (Head: Wen)\n  Risk & abuse\n    - 4 analysts"
    found = {role.draft.title: role for role in analyze_org(text).roles}
    assert found["Head of Operations"].draft.duties == ()
    assert found["Analysts"].shares["trust_safety"] == 1


def test_unpaid_people_are_volunteers() -> None:
    (role,) = read_org("- regional ambassadors, ~30, unpaid, in four countries").roles
    assert (role.title, role.headcount) == ("Volunteer regional ambassadors", 30)
    assert "unpaid" not in role.duties


def test_a_counted_part_takes_one_sentence() -> None:
    text = "Support (9 agents) reports to Dana. Lee runs the forum and reports to Dana."
    assert [(role.title, role.reports_to) for role in read_org(text).roles] == [
        ("Support", "Dana"),
        ("Lee", "Dana"),
    ]


NOTES = (
    "- Luke does the brand's Facebook himself\n"
    "- Queries go to an inbox. Two support agents, Dawn and Mohammed, answer it. Both report to Grainne\n"
    "- Run club: Steph Langley, Member Community Lead, 20 hrs/wk\n"
    "- Social stays with Taylor Robinson, Social Media Manager\n"
    "- Takedowns: Natasha Volkov, Abuse Operations Analyst"
)


def test_notes_name_somebody_in_each_bullet() -> None:
    found = read_org(NOTES).roles
    assert [(role.title, role.name, role.reports_to) for role in found] == [
        ("Luke", "", ""),
        ("Support agents", "Dawn and Mohammed", "Grainne"),
        ("Member Community Lead", "Steph Langley", ""),
        ("Social Media Manager", "Taylor Robinson", ""),
        ("Abuse Operations Analyst", "Natasha Volkov", ""),
    ]


def test_who_reports_together_may_be_called_by_name_or_by_the_end_of_a_title() -> None:
    text = "- Comment moderators: 3 people\n- Social lead: Tamsin Reeve\n\nThe moderators and Tamsin report to Bo."
    assert [(role.title, role.reports_to) for role in read_org(text).roles] == [
        ("Comment moderators", "Bo"),
        ("Social lead", "Bo"),
    ]


def test_a_list_of_seats_below_a_heading_is_no_job_description() -> None:
    text = (
        "We publish a regional newspaper, and readers can comment on every article. The desk was set up last year, "
        "and it is headed by Bronwen Pugh, who plans the newsletters and the reader events.\n\n"
        "The rest of the desk:\n\n"
        "* Comment moderators: 3 people, evenings, they approve and remove comments\n"
        "* Social media editor: Tamsin Reeve, posts our stories on Facebook\n"
        "* Reader host: Delyth Evans, hosts the reader panel and the book club"
    )
    assert not any(role.text for role in read_org(text).roles)


@pytest.mark.parametrize(
    "head",
    [
        "**Community & Social** – lead: Amina Yusuf",
        "Community & Social, headed by Amina Yusuf",
        "Community & Social | Team lead: Amina Yusuf",
        "Community & Social (lead: Amina Yusuf):",
    ],
)
def test_a_part_with_its_lead_stands_over_its_people(head: str) -> None:
    found = read_org(
        f"{head}\n* Amina: events, reporting to the CMO\n* Luca (80%): TikTok\n* 2 interns: memes, report to Zoe"
    ).roles
    assert [(r.title, r.name, r.reports_to) for r in found] == [
        ("Head of Community & Social", "Amina Yusuf", "CMO"),
        ("Luca", "", "Head of Community & Social"),
        ("Interns", "", "Zoe"),
    ]


def test_a_part_that_nobody_leads() -> None:
    found = read_org(
        "Trust & Safety – lead: n/a\n* chat filter: engineering\n\nSupport – lead: Bo\n* 2 agents"
    )
    assert ("nobody", "Trust & Safety – lead: n/a") in [(f.kind, f.text) for f in found.facts]
    assert found.roles[-1].reports_to == "Head of Support"


def test_whoever_leads_may_have_work_of_their_own_beside() -> None:
    found = read_org(
        "**Player Support** – lead: Bo Nilsson\n* 11 agents in Gdansk (outsourced to HelpWave), 24/5\n"
        "* 1 knowledge base writer\n\n**Trust & Safety** – lead: n/a\n* Bans: Bo and whoever is on shift"
    )
    assert [(r.title, r.headcount) for r in found.roles] == [
        ("Head of Player Support", None),
        ("Agents", 11),
        ("Knowledge base writer", 1),
    ]
    assert "Bans" in found.roles[0].duties
    assert found.roles[1].duties[-1] == "Hours: 24/5"
    assert [fact.text for fact in found.facts if fact.kind == "nobody"] == ["**Trust & Safety** – lead: n/a"]
