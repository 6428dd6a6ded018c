"""Sentences: people whom somebody works through, who stands below whom, hours of one duty, posts that stand empty."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.read import read_org
from tests.orgs.seats import roles


def test_people_whom_somebody_works_through_are_counted() -> None:
    text = "Sabine runs the help desk with two agents (Olu and Kim); they answer 300 tickets a week and Kim also deletes rude posts."
    found = roles(text)
    assert list(found) == ["Sabine", "Agents"]
    agents = found["Agents"]
    assert (agents.headcount, agents.name, agents.reports_to) == (2, "Olu and Kim", "Sabine")
    assert any("deletes rude posts" in duty for duty in agents.duties)
    states = {p.practice: p.state for p in analyze_org(text).coverage.practices}
    assert (states["support"], states["moderation"]) == ("covered", "covered")


@pytest.mark.parametrize(
    "text",
    [
        "Sabine answers tickets and works with two agencies.",
        "Our community manager hosts the forum and meets with three moderators.",
    ],
)
def test_people_whom_somebody_deals_with_are_no_seat_below(text: str) -> None:
    assert len(roles(text)) == 1


@pytest.mark.parametrize("under", ["her", "Priya"])
def test_who_sits_under_somebody_answers_to_them(under: str) -> None:
    found = roles(f"Priya is our Head of Marketing. Under {under} sits Tom, who posts on Instagram.")
    assert found["Tom"].reports_to == "Head of Marketing"


def test_hours_of_one_duty_are_not_the_week() -> None:
    (tom,) = roles(
        "Tom posts on Instagram every day and also looks after our group on Circle, roughly one day a week."
    ).values()
    assert tom.hours is None
    assert not any("roughly" in duty for duty in tom.duties)
    assert any("“roughly one day a week”" in doubt for doubt in tom.doubts)
    (ana,) = roles("Ana posts on Instagram, about one day a week.").values()
    assert ana.hours == 8
    assert ana.duties == ("posts on Instagram",)


def test_a_second_verb_is_a_second_duty() -> None:
    (tom,) = roles("Tom posts on Instagram and also answers tickets.").values()
    assert tom.duties == ("posts on Instagram", "answers tickets")


def test_a_post_told_to_be_vacant_is_a_vacancy() -> None:
    reading = read_org(
        "Tom answers tickets. We have a vacant post for a Community Manager since March. Until then Tom does the welcoming."
    )
    assert [role.title for role in reading.roles] == ["Tom"]
    assert "does the welcoming" in reading.roles[0].duties
    assert [fact.kind for fact in reading.facts] == ["vacancy"]
    assert any("Community Manager" in note for note in reading.notices)
    held = {r.id: r.state for r in analyze_org(reading).coverage.responsibilities}
    assert held["onboarding"] == "one"


def test_helpers_of_whom_nothing_is_said_help_with_the_work() -> None:
    result = analyze_org("Anna posts on Instagram with two interns.")
    assert [role.draft.duties for role in result.roles] == [("posts on Instagram",), ("posts on Instagram",)]
    (social,) = [p for p in result.coverage.practices if p.practice == "social_media"]
    assert social.state == "covered"
    led = roles("Anna posts on Instagram. She manages two interns.")
    assert led["Interns"].duties == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ben posts on Instagram and TikTok. There is a Discord with four volunteer moderators who remove spam.",
        "Maya runs our social media. We are a start-up with two support agents who answer tickets.",
        "The community manager runs the forum. The community manager shares an office with two moderators.",
        "Ben posts on Instagram. Our Discord runs with four volunteer moderators.",
    ],
)
def test_nobody_leads_people_whom_another_sentence_has(text: str) -> None:
    (only,) = roles(text).values()
    assert only.headcount is None


@pytest.mark.parametrize(
    ("text", "title", "count"),
    [
        ("Player support is outsourced to a BPO with 30 agents.", "BPO", 30),
        ("Moderation is outsourced to a vendor with 12 moderators.", "Vendor", 12),
        ("Mark runs the support desk with three agents.", "Support desk", 3),
    ],
)
def test_people_of_a_group_are_its_headcount(text: str, title: str, count: float) -> None:
    found = roles(text)
    assert list(found) == [title]
    assert found[title].headcount == count


def test_a_manager_whom_somebody_has_leads_the_people_with_them() -> None:
    found = roles("Our COO also has the Trust & Safety manager with 6 analysts (fraud, appeals).")
    assert found["Analysts"].headcount == 6


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no vacant post for a moderator at the moment.",
        "We don't have any open position for a moderator.",
        "Jo filled the open position of support agent in May.",
    ],
)
def test_a_post_that_is_not_empty_is_no_vacancy(sentence: str) -> None:
    reading = read_org(f"Ola runs the forum. {sentence}")
    assert not reading.facts
    assert not any("Nobody sits there" in note for note in reading.notices)


def test_a_post_that_has_not_been_filled_is_a_vacancy() -> None:
    reading = read_org("Ola runs the forum. The vacant post of moderator has not been filled.")
    assert [fact.kind for fact in reading.facts] == ["vacancy"]


@pytest.mark.parametrize(
    ("who", "count", "doubted"),
    [("The moderators", 3, False), ("The three moderators", 3, False), ("Two moderators", 2, True)],
)
def test_everybody_in_a_bracket_is_named(who: str, count: float, doubted: bool) -> None:
    (one,) = roles(f"{who} (Lea, Ivo and Sam) remove spam.").values()
    assert (one.name, one.headcount, one.duties) == ("Lea, Ivo and Sam", count, ("remove spam",))
    assert any("Lea, Ivo and Sam" in doubt for doubt in one.doubts) is doubted


def test_hours_in_a_label_prove_nobody() -> None:
    found = roles(
        "- Community manager: runs the forum\n- Budget, 2 hours: spreadsheets\n- Working student, 15 h: Instagram posts"
    )
    assert list(found) == ["Community manager", "Working student"]
    assert any("Budget" in doubt for doubt in found["Community manager"].doubts)


def test_who_somebody_is_may_stand_between_name_and_work() -> None:
    found = roles(
        "Ana Ruiz, who joined in 2019 as care officer, runs our Facebook group. Officially she is 0.6 FTE. "
        "Her line manager is Bo Pell, head of communications, who also signs off LinkedIn posts."
    )
    ana, bo = found["Care officer"], found["Head of communications"]
    assert (ana.name, ana.headcount, ana.reports_to) == ("Ana Ruiz", 0.6, "Bo Pell")
    assert ana.duties == ("runs our Facebook group",)
    assert (bo.name, bo.duties) == ("Bo Pell", ("signs off LinkedIn posts",))
    assert len(found) == 2


def test_a_line_manager_is_no_seat_of_their_own() -> None:
    (role,) = roles("Our moderator bans spammers. Her line manager is Sue.").values()
    assert (role.reports_to, role.duties) == ("Sue", ("bans spammers",))


def test_tiers_with_place_and_number_take_their_work() -> None:
    found = read_org(
        "Tier 1 (Manila, 40 agents, run by a partner) handles chat and e-mail. "
        "Tier 2 (Dublin, 12) takes billing and technical cases. They report to Ana. Moderators remove spam."
    ).roles
    assert [(r.title, r.headcount, r.duties) for r in found] == [
        ("Tier 1", 40, ("handles chat and e-mail",)),
        ("Tier 2", 12, ("takes billing and technical cases",)),
        ("Moderators", None, ("remove spam",)),
    ]


def test_a_sentence_ends_behind_the_network_called_x() -> None:
    found = read_org(
        "Five dispatchers answer the phone and post delays on X. Marketing has two people."
    ).roles
    assert [(r.title, r.headcount) for r in found] == [("Dispatchers", 5), ("Marketing", 2)]


def test_who_is_reported_to_stands_in_the_same_sentence() -> None:
    found = read_org("- Tier 1 agents: 10. They report to Isaac. Tier 2 agents: 4.\n- Moderators: spam").roles
    assert found[0].reports_to == "Isaac"
