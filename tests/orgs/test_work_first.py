"""Who does it, however it is put: before the work, behind it, by function, in the first person, or nobody."""

from __future__ import annotations

import pytest

from advisor import analyze_org
from advisor.orgs.doubts import supplied
from advisor.orgs.model import RoleDraft
from advisor.orgs.read import read_org
from tests.orgs.seats import roles


@pytest.mark.parametrize(
    ("text", "title", "duty"),
    [
        ("The forum is run by Lea, who also answers tickets.", "Lea", "run the forum"),
        ("The forum is run by Lea, who also answers tickets.", "Lea", "answers tickets"),
        ("Instagram is mostly handled by an intern.", "Intern", "handle Instagram"),
        ("Support tickets are answered by two agents in Manila.", "Agents", "answer support tickets"),
        ("Reported posts are dealt with by volunteers.", "Volunteers", "deal with reported posts"),
        ("Moderation is outsourced to Besedo.", "Besedo (outsourced)", "moderation"),
        ("Customer service sits with a team of nine in Manila.", "Team of nine", "customer service"),
        ("Helpline: contracted to Samar Services, phone and web chat", "Helpline", "phone and web chat"),
        ("Tickets go to our agency Northlight.", "Agency Northlight", "tickets"),
        ("Community is shared between Nadia in marketing and Felix in product.", "Nadia", "community"),
        ("Community is shared between Nadia in marketing and Felix in product.", "Felix", "community"),
        ("Support is outsourced to a call centre in Leeds.", "Call centre", "support"),
        ("Instagram is done by an agency. Support by the office manager.", "Office manager", "support"),
        ("The forum is run by Lea, moderation by volunteers.", "Volunteers", "moderation"),
        ("Ana runs the forum. We also pay an agency for Instagram.", "Agency", "Instagram"),
        ("Ana runs the forum, and we pay an agency for Instagram.", "Agency", "Instagram"),
        ("We pay a freelancer to write our social posts.", "Freelancer", "write our social posts"),
        ("We rely on volunteers to moderate the forum.", "Volunteers", "moderate the forum"),
        ("We have an agency that runs our Instagram.", "Agency", "runs our Instagram"),
        ("We've hired an agency to do TikTok and a freelancer for the newsletter.", "Agency", "do TikTok"),
        ("We've hired an agency to do TikTok and a freelancer for events.", "Freelancer", "events"),
        ("We have two agents for tickets and one intern for TikTok.", "Intern", "TikTok"),
        ("Charlotte ends up doing most of our socials.", "Charlotte", "ends up doing most of our socials"),
        ("Ben and Kim try to answer the tickets.", "Ben and Kim", "try to answer the tickets"),
        ("Support is run by Priya Nair (Head of Support).", "Head of Support", "run support"),
        ("Trust and safety is headed by Carla Ruiz.", "Carla Ruiz", "head trust and safety"),
        ("Moderation is handled by two part-timers, Ana and Li.", "Part-timers", "handle moderation"),
        ("Instagram is outsourced to BrightSpark, an agency.", "Agency BrightSpark", "Instagram"),
        (
            "Brand social sits with marketing (Leo, social media manager).",
            "Social media manager",
            "brand social",
        ),
        ("Moderation is mostly volunteers, around 12 of them.", "Volunteers", "moderation"),
        ("Ana answers the tickets. Community is just me.", "The writer", "community"),
        ("Marta, 3 days a week, writes for LinkedIn.", "Marta", "writes for LinkedIn"),
        ("We have Lotte who does support, Max and Iris who moderate.", "Max and Iris", "moderate"),
        ("Kim runs the forum, Dina answers tickets, and an agency for Instagram.", "Agency", "Instagram"),
        ("Kim runs the forum and there is an agency for paid social.", "Agency", "paid social"),
        ("Our social media person (Elif, 15h/week) posts daily.", "Social media person", "posts daily"),
        ("All of them report to the CMO: Sam (Instagram), Kim (support tickets).", "Kim", "support tickets"),
        ("Night calls are diverted to a call centre in Swansea.", "Call centre", "night calls"),
        ("Our moderator is Lotte. Lotte watches the chat.", "Moderator", "watches the chat"),
        ("Our two community managers, Ana and Joris, run Discord.", "Community managers", "run Discord"),
        ("Ludwig von Stein runs the forum.", "Ludwig von Stein", "runs the forum"),
        ("On Fridays Henrik answers the tickets.", "Henrik", "answers the tickets"),
        ("On Mondays and Fridays Henrik answers the tickets.", "Henrik", "answers the tickets"),
        ("On Instagram Maria replies to comments.", "Maria", "replies to comments"),
        ("Until January Josh answers the tickets.", "Josh", "answers the tickets"),
        ("Mostly I answer the tickets.", "The writer", "answer the tickets"),
        ("Every morning an agency answers the tickets.", "Agency", "answers the tickets"),
        ("Henrik has answered the tickets since May.", "Henrik", "has answered the tickets since May"),
        ("An agency has been running our TikTok.", "Agency", "has been running our TikTok"),
        ("Rob, the commodore, answers the tickets.", "Rob", "answers the tickets"),
        ("- Instagram: Omar\n- Discord: Paula and Quentin", "Omar", "Instagram"),
        ("- Instagram: Omar\n- Discord: Paula and Quentin", "Paula and Quentin", "Discord"),
        ("Instagram: Jess. TikTok: also Jess.", "Jess", "TikTok"),
        (
            "- Tessa, community manager\n  - Discord\n- Yannick\n  - YouTube comments",
            "Yannick",
            "YouTube comments",
        ),
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
        "We are an agency. The agency runs campaigns for banks.",
        "Tickets are answered by nobody.",
        "Tickets go to a shared mailbox.",
        "Elena used to run the forum.",
        "We are hiring a community manager.",
        "We use Zendesk for tickets.",
        "We pay members for feedback on the forum.",
        "Support by e-mail is quick.",
        "Instagram: the account was hacked in May.",
        "Head office answers customer mail.",
        "Henrik has been replaced by an app.",
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


@pytest.mark.parametrize("line", ["Support: nobody", "Support: *nobody*", "**Support:** nobody"])
def test_nobody_behind_a_function_is_told_as_a_gap(line: str) -> None:
    reading = read_org(f"{line}\n**Community:** Ola")
    assert [(role.title, role.name) for role in reading.roles] == [("Community", "Ola")]
    assert [fact.text for fact in reading.facts] == [line]


def test_whoever_writes_is_somebody_too() -> None:
    found = roles("I run our Discord. I also post on Instagram. Ben answers tickets.")
    assert found["The writer"].duties == ("run our Discord", "post on Instagram")
    assert list(found) == ["The writer", "Ben"]
    titled = roles("I'm the community manager. I also post on Instagram.")
    assert titled["Community manager"].duties == ("community management", "post on Instagram")


def test_nobody_beside_work_in_a_list_is_a_gap() -> None:
    reading = read_org("- Instagram: Omar\n- Abuse reports: nobody")
    assert [fact.kind for fact in reading.facts] == ["nobody"]
    assert reading.roles[0].duties == ("Instagram",)


def test_a_leader_told_by_the_work_answers_to_whom_the_text_says_then() -> None:
    (carla,) = read_org("Trust and safety is headed by Carla Ruiz, who reports to the General Counsel.").roles
    assert carla.reports_to == "General Counsel"


def test_everyone_may_answer_to_one_who_is_told_first() -> None:
    found = read_org(
        "Everyone reports to the COO. Sam does our Instagram. Kim reports to the CEO and answers tickets."
    )
    assert [role.reports_to for role in found.roles] == ["COO", "CEO"]


def test_how_many_they_are_may_be_told_behind_a_semicolon() -> None:
    (mods,) = read_org("Our volunteers moderate the Discord; there are about fifteen of them.").roles
    assert (mods.headcount, mods.duties) == (15, ("moderate the Discord",))


@pytest.mark.parametrize(
    "said",
    [
        "Nobody does appeals.",
        "Community isn't really anyone's job.",
        "The forum has no owner since May.",
        "Community: nobody.",
    ],
)
def test_work_that_is_nobodys_is_a_fact(said: str) -> None:
    found = read_org(f"Ana answers the tickets. {said}")
    assert [(fact.kind, fact.text) for fact in found.facts] == [("nobody", said)]
    assert len(found.roles) == 1


@pytest.mark.parametrize(
    ("text", "title", "duty"),
    [
        ("We have one person for social media, Jana Novak.", "Jana Novak", "social media"),
        ('Our library network has one person for "online", Jana Novak (0.8 FTE).', "Jana Novak", "online"),
        ("There are two people for the forum: Ana and Ben.", "Ana and Ben", "the forum"),
        ("Trust and safety is really just Piotr.", "Piotr", "trust and safety"),
        ("Support is done by two people, Ana and Ben.", "Ana and Ben", "do support"),
    ],
)
def test_people_behind_how_many_they_are(text: str, title: str, duty: str) -> None:
    assert roles(text)[title].duties == (duty,)


@pytest.mark.parametrize(
    "text",
    [
        "Jana Novak (0.8 FTE) is our community manager.",
        "Jana Novak, 0.8 FTE, is our community manager.",
        "Jana Novak (on Mondays) is now the community manager.",
    ],
)
def test_a_name_with_a_week_before_the_title(text: str) -> None:
    assert roles(text)["Community manager"].name == "Jana Novak"


def test_somebody_by_name_looks_after_whatever_it_is() -> None:
    found = roles(
        "Our neighbourhood app is looked after by Nina, who also edits the newsletter. Bo runs the forum."
    )
    assert found["Nina"].duties == ("our neighbourhood app", "edits the newsletter")


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("Tickets are outsourced to Bluefin, 12 people.", "Bluefin (outsourced)", 12),
        ("Tickets are outsourced to Bluefin (12 agents in Cebu).", "Bluefin (outsourced)", 12),
        ("Moderation is outsourced to an agency (Netzwacht).", "Agency (Netzwacht)", None),
    ],
)
def test_a_firm_to_which_work_is_outsourced_is_called_so(text: str, title: str, people: float | None) -> None:
    found = roles(text)
    assert {name: role.headcount for name, role in found.items()} == {title: people}
    assert supplied(found[title])


def test_who_manages_vendors_is_none() -> None:
    assert not supplied(RoleDraft("Vendor manager", ("looks after the outsourced agents",)))
