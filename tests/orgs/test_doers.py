"""Who does it, however it is put: before the work, behind it, by function, in the first person, or nobody."""

from __future__ import annotations

import time

import pytest

from advisor import analyze_org
from advisor.errors import InputError
from advisor.orgs.model import RoleDraft
from advisor.orgs.read import read_org


def roles(text: str) -> dict[str, RoleDraft]:
    try:
        return {role.title: role for role in read_org(text).roles}
    except InputError as error:
        assert error.code == "no-role"
        return {}


@pytest.mark.parametrize(
    ("text", "title", "duty"),
    [
        ("The forum is run by Lea, who also answers tickets.", "Lea", "run the forum"),
        ("The forum is run by Lea, who also answers tickets.", "Lea", "answers tickets"),
        ("Instagram is mostly handled by an intern.", "Intern", "handle Instagram"),
        ("Support tickets are answered by two agents in Manila.", "Agents", "answer support tickets"),
        ("Reported posts are dealt with by volunteers.", "Volunteers", "deal with reported posts"),
        ("Moderation is outsourced to Besedo.", "Besedo", "moderation"),
        ("Customer service sits with a team of nine in Manila.", "Team of nine", "customer service"),
        ("Tickets go to our agency Northlight.", "Agency Northlight", "tickets"),
        ("Community is shared between Nadia in marketing and Felix in product.", "Nadia", "community"),
        ("Community is shared between Nadia in marketing and Felix in product.", "Felix", "community"),
        ("An agency does our social media.", "Agency", "does our social media"),
        ("Our PR agency posts on Instagram.", "PR agency", "posts on Instagram"),
        ("- Agency (BrightSpark) - paid social campaigns", "Agency (BrightSpark)", "paid social campaigns"),
        (
            "- Agency Northlight: runs our ads and Instagram",
            "Agency Northlight",
            "runs our ads and Instagram",
        ),
        ("Our Marta runs the Discord.", "Marta", "runs the Discord"),
        ("Today Tom runs the forum.", "Tom", "runs the forum"),
        ("Eve - everything else\nMaria - community", "Eve", "everything else"),
        ("Hootsuite is where Tim, our social media manager, posts.", "Social media manager", "posts"),
        (
            "Becky is officially our Community Manager and hosts the forum.",
            "Community Manager",
            "hosts the forum",
        ),
    ],
)
def test_work_has_its_doer(text: str, title: str, duty: str) -> None:
    assert duty in roles(text)[title].duties


@pytest.mark.parametrize(
    "text",
    [
        "The support team is led by Hanna.",  # led, not done
        "The community manager is supported by two volunteers.",
        "We are an agency. The agency runs campaigns for banks.",
        "Tickets are answered by nobody.",
        "Tickets go to a shared mailbox.",
        "Elena used to run the forum.",
        "We are hiring a community manager.",
        "Everyone answers tickets.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    assert set(roles(text)) <= {"Support team", "Community manager"}


def test_who_stands_behind_a_function() -> None:
    found = roles(
        "Community & Social: Maria\nSupport: Tom, Ben and Kay\nModeration: volunteers\nSocials – our PR agency"
    )
    assert found["Community & Social"].name == "Maria"
    assert found["Support"].headcount == 3
    assert found["Moderation volunteers"].duties == ("Moderation",)
    assert found["PR agency"].duties == ("Socials",)
    shares = analyze_org("Community & Social: Maria").roles[0].shares
    assert shares["community"] == shares["social_media"] == 0.5


def test_nobody_behind_a_function_is_told_as_a_gap() -> None:
    reading = read_org("Support: nobody\nCommunity: Ola")
    assert [role.title for role in reading.roles] == ["Community"]
    assert [fact.text for fact in reading.facts] == ["Support: nobody"]


def test_whoever_writes_is_somebody_too() -> None:
    found = roles("I run our Discord. I also post on Instagram. Ben answers tickets.")
    assert found["The writer"].duties == ("run our Discord", "post on Instagram")
    assert list(found) == ["The writer", "Ben"]
    titled = roles("I'm the community manager. I also post on Instagram.")
    assert titled["Community manager"].duties == ("post on Instagram",)


def test_one_person_with_two_titles_is_one_person() -> None:
    result = analyze_org("Rob is our community manager and support lead. Lea posts on Instagram.")
    assert [(r.draft.title, r.draft.name, r.people) for r in result.roles] == [
        ("Community manager", "Rob", 0.5),
        ("Support lead", "Rob", 0.5),
        ("Lea", "", 1),
    ]
    two = roles("Our community manager hosts the forum and two support agents answer tickets.")
    assert (two["Community manager"].headcount, two["Support agents"].headcount) == (None, 2)


@pytest.mark.parametrize(
    ("text", "title", "count"),
    [
        ("We have a support team of five and a team of 12 moderators.", "Support team", 5),
        ("We have a support team of five and a team of 12 moderators.", "Moderators", 12),
        ("The moderation team (six people) checks reports.", "Moderation team", 6),
        ("Support has four people. Ola runs the forum.", "Support", 4),
        ("Customer care is six people led by Hanna.", "Customer care", 6),
        ("Support: 5 agents\nCommunity: Ola", "Support agents", 5),
        ("Support\n- 24/7 desk, 14 people over 3 shifts\n\nCommunity\n- Ali: Discord events", "Support", 14),
        ("Jane, support agent 3 days a week: tickets", "Support agent", None),
    ],
)
def test_numbers_in_words_and_digits(text: str, title: str, count: float | None) -> None:
    assert roles(text)[title].headcount == count


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Jane, support agent, 3 days a week: tickets", 24),
        ("Priya handles the inbox two days a week.", 16),
        ("Bo is our social media manager and works Tuesdays and Thursdays only.", 16),
        ("Bo is our social media manager. Bo posts on Mondays.", None),
    ],
)
def test_days_are_hours(text: str, hours: float | None) -> None:
    (role,) = roles(text).values()
    assert role.hours == hours


def test_working_days_do_not_hide_what_the_title_says() -> None:
    result = analyze_org("Bo is our social media manager and works Tuesdays and Thursdays only.")
    assert result.roles[0].levels["social_media"] == "all"


@pytest.mark.parametrize(
    "text",
    [
        "Support agent (vacant): answers tickets\nCommunity manager: runs the forum",
        "Open position: Support agent\nCommunity manager: runs the forum",
        "Title\tName\tDuties\nSupport agent\tVacant\ttickets\nCommunity manager\tOla\truns the forum",
        "Ben is on parental leave until May, he answers tickets. The community manager runs the forum.",
        "Support: vacant\nCommunity manager: runs the forum",
        "Title,People,Duties\nSupport agent,0,tickets\nCommunity manager,1,runs the forum",
        "Community manager: runs the forum\nSupport agent: open req, not filled yet",
    ],
)
def test_an_empty_seat_covers_nothing(text: str) -> None:
    result = analyze_org(text)
    assert [role.draft.title for role in result.roles] == ["Community manager"]
    assert {c.practice: c.state for c in result.coverage.practices}["support"] == "nobody"
    assert [fact.kind for fact in result.reading.facts] == ["vacancy"]


def test_the_same_seat_in_two_parts_of_an_organisation() -> None:
    found = roles(
        "UK team\nSupport: 5 agents\nHarry: Instagram\n\nGermany team\nSupport: 3 agents\nSteffi: forum"
    )
    assert found["Support agents"].headcount == 5
    assert found["Support agents (Germany team)"].headcount == 3
    regions = roles("- Community Manager EMEA: hosts the forum\n- Community Manager US: hosts the Discord")
    assert list(regions) == ["Community Manager EMEA", "Community Manager US"]


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


def test_who_leads_and_parts_of_a_week() -> None:
    assert roles("Anna leads the community team (3 people).")["Community team"].reports_to == "Anna"
    assert roles("1) Social Media Specialist (Bo, 60%): Instagram")["Social Media Specialist"].hours == 24
    assert roles("Support is three people under Dev: they answer tickets.")["Support"].reports_to == "Dev"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We are about 60 people. Ola runs the forum.", 60),
        ("We are a company of 120 people. Ola runs the forum.", 120),
        ("The company employs about 1,200 people. Ola runs the forum.", 1200),
        ("Ola runs a support team of 12 people.", None),
    ],
)
def test_how_large_the_organisation_is(text: str, size: int | None) -> None:
    assert read_org(text).org_size == size


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
    ],
)
def test_reading_takes_time_that_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        start = time.perf_counter()
        roles(piece * (size // len(piece)))
        return time.perf_counter() - start

    seconds(1_000)
    small = min(seconds(10_000) for _ in range(2))
    assert seconds(60_000) < 18 * small + 0.3  # six times the text; time that is square would be 36 times


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "We have 1x Community Lead (Nadia), 2x Community Associates and a pool of ~15 volunteer mods.",
            ["Community Lead", "Community Associates", "Volunteer mods"],
        ),
        ("Community = Lea (80%). Social = Max + an intern.", ["Community", "Social", "Intern"]),
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


def test_a_title_of_two_functions_stands_for_both() -> None:
    (role,) = analyze_org("Head of Community & Support (Hannah)").roles
    assert role.shares["community"] == role.shares["support"] == 0.5


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
