"""What each seat covers: by what its duties say and deny, by whole ads, and what no seat was given."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import analyze_org, analyze_role
from advisor.orgs.files import read_files
from advisor.orgs.moves import hours_of

AD = "Community Manager\n\nResponsibilities\n- Welcome new members\n- Host our forum\n\nHow you will be measured\n- Follower growth\n- Reach and impressions\n"
FLATS = "Community Manager\n\nResponsibilities\n- Lease apartments and show units to prospective residents\n- Collect rent and follow up on arrears\n- Greet new residents\n- Walk the property daily and raise work orders\n"


@pytest.mark.parametrize(
    ("duty", "practice"),
    [
        ("does not answer tickets", "support"),
        ("won't run our Instagram", "social_media"),
        ("no Instagram", "social_media"),
        ("everything except tickets", "support"),
    ],
)
def test_what_a_duty_denies_is_not_covered(duty: str, practice: str) -> None:
    (role,) = analyze_org([{"title": "Host", "duties": ["welcomes new members", duty]}]).roles
    assert role.levels[practice] == "none"
    affirmed = {"support": "answers tickets", "social_media": "runs our Instagram"}[practice]
    (role,) = analyze_org([{"title": "Host", "duties": ["welcomes new members", affirmed]}]).roles
    assert role.levels[practice] != "none"


def test_hours_that_are_denied_are_not_covered() -> None:
    def findings(said: str) -> set[str]:
        return {f.id for f in analyze_org([{"title": "Host", "duties": ["runs the forum", said]}]).findings}

    assert "org.out_of_hours" in findings("no evening or weekend work")
    assert "org.out_of_hours" not in findings("is there in the evenings and at weekends")


def test_each_duty_is_read_for_itself() -> None:
    duties = [
        "community",
        "answers support tickets in Zendesk from the community",
        "posts",
        "removes abusive posts from the moderation queue",
    ]
    (role,) = analyze_org([{"title": "Host", "duties": duties}]).roles
    assert [p.practices for p in role.phrases] == [("community",), ("support",), (), ("moderation",)]


def test_a_job_description_brings_its_measures() -> None:
    result = analyze_org([{"title": "Community Manager", "text": AD}])
    assert result.roles[0].draft.measures == ("Follower growth", "Reach and impressions")
    assert "org.reach" in {f.id for f in result.findings}


def test_another_profession_covers_nothing_here() -> None:
    assert analyze_role(FLATS).profile.primary == "outside"
    result = analyze_org(
        [{"title": "Community Manager", "text": FLATS}, {"title": "Host", "duties": ["runs the forum"]}]
    )
    assert result.roles[0].primary == "outside"
    assert result.roles[0].hats == ()


def test_a_seat_of_four_jobs_is_seen_whatever_is_most_of_it() -> None:
    result = analyze_org(
        "Our community manager runs Instagram and TikTok, replies to comments, moderates the Facebook group and "
        "welcomes new members on Discord."
    )
    assert "org.bundle" in {f.id for f in result.findings}


def test_nothing_that_was_read_stays_in_memory() -> None:
    analyze_org([{"title": "Host", "text": AD.replace("forum", "forum Zebrafold-Secret")}])
    gc.collect()
    kept = [
        o
        for o in gc.get_objects()
        if isinstance(o, tuple | list)
        and len(o) < 9
        and any(type(x) is str and "Zebrafold-Secret" in x and len(x) > 40 for x in o)
    ]
    assert [o for o in kept if any("Responsibilities\n- Welcome" in x for x in o if type(x) is str)] == []


@given(
    st.floats(2, 80),
    st.lists(st.sampled_from([60.0, 30.0, 10.0, 5.0]), min_size=1, max_size=5),
    st.sampled_from([0, 12]),
)
def test_hours_add_up_and_none_is_without(hours: float, parts: list[float], least: float) -> None:
    hours = round(hours, 1)
    shares = hours_of(hours, parts, least)
    assert sum(shares) == pytest.approx(hours, abs=0.01)
    assert len(shares) == len(parts)
    assert min(shares) > 0


def test_a_sentence_that_no_role_has_softens_what_nobody_covers() -> None:
    result = analyze_org("Ben answers tickets. Everyone here posts on Instagram whenever they like.")
    social = next(f for f in result.findings if f.topic == "practice.social_media")
    assert "Everyone here posts on Instagram" in social.why
    assert "org.unread" in {f.id for f in result.findings}
    read = analyze_org("Ben answers tickets. The weather is fine. Nobody posts on Instagram.")
    assert "org.unread" not in {f.id for f in read.findings}


def test_places_of_several_files_are_places_of_the_whole() -> None:
    one, two = (
        "The weather is fine. Ola runs the forum.",
        "We have 24/7 cover on a rota. Ben answers tickets.",
    )
    reading = read_files([("a.txt", one), ("b.txt", two)])
    told = {reading.text[s.start : s.end].strip() for r in reading.roles for s in r.spans}
    assert {"Ola runs the forum.", "Ben answers tickets."} <= told
    assert [reading.text[f.span.start : f.span.end] for f in reading.facts] == [f.text for f in reading.facts]
    assert [reading.text[s.start : s.end].strip() for s in reading.left] == ["The weather is fine."]


def test_who_answers_for_serious_harm() -> None:
    team = [
        {"title": "Community manager", "duties": ["runs the forum"]},
        {"title": "Moderator", "duties": ["reviews flagged posts"]},
    ]

    def parts(*roles: dict[str, object]) -> dict[str, str]:
        return dict(
            next(s for s in analyze_org(list(roles)).structure.seams if s.work == "Serious harm").parts
        )

    assert parts(*team)["Moderator"] == "A/R"
    safety = parts(*team, {"title": "Trust & safety lead", "duties": ["bans, appeals and legal requests"]})
    assert (safety["Trust & safety lead"], safety["Moderator"]) == ("A/R", "R")


def test_volunteers_answer_only_where_nobody_is_employed() -> None:
    volunteers = {"title": "Volunteer hosts", "duties": ["run the forum"], "headcount": 12}
    rules = "The rules of the space"

    def owner(*roles: dict[str, object]) -> dict[str, str]:
        return dict(next(s for s in analyze_org(list(roles)).structure.seams if s.work == rules).parts)

    assert "A/R" in owner(volunteers)["Volunteer hosts"]
    seller = {"title": "Shop assistant", "duties": ["sells books"]}
    unpaid = owner(volunteers, seller)
    assert (unpaid["Community management: nobody yet"], unpaid["Volunteer hosts"]) == ("A", "R")
    assert "A/R" in owner(volunteers, {"title": "Host", "duties": ["runs the forum", "sells books"]})["Host"]


def test_a_step_shows_the_seat_that_it_makes() -> None:
    result = analyze_org("Support Agent x4: tickets\nSocial Media Manager: Instagram")
    assert result.structure.adds == (("Community manager", "community", True, False),)
    assert "Community manager" in {box.label for box in result.structure.after.boxes}
    assert "usual" in result.structure.now_why
    part = analyze_org("Ana: hosts our forum, 10 hours a week\nSupport Agent x4: tickets")
    assert part.structure.adds == (("Ana", "community", False, False),)
    assert [box.sub for box in part.structure.after.boxes if box.label == "Ana"] == ["Community · more hours"]


def test_other_work_that_is_told_counts() -> None:
    (potter,) = analyze_org(
        [
            {
                "title": "Potter",
                "duties": ["makes pots", "packs orders", "keeps the books", "posts on Instagram"],
            }
        ]
    ).roles
    assert potter.levels["social_media"] == "some"
    (host,) = analyze_org(
        [
            {
                "title": "Community manager",
                "duties": ["hosts the forum", "welcomes new members", "pots and pans"],
            }
        ]
    ).roles
    assert host.levels["community"] == "most"
    assert host.hours_total * host.shares["community"] == 40


def test_one_duty_that_meets_two_practices_is_one_job() -> None:
    duty = "replies to comments on Facebook and in the forum"
    one = analyze_org([{"title": "Social media manager", "duties": [duty]}])
    assert len(one.roles[0].hats) == 1
    assert "org.bundle" not in {f.id for f in one.findings}
    two = analyze_org([{"title": "Social media manager", "duties": [duty, "runs the members’ forum"]}])
    assert "org.bundle" in {f.id for f in two.findings}


def test_whoever_does_the_work_is_r_and_whoever_signs_it_off_is_a() -> None:
    head = {"title": "Head of press", "duties": ["signs off our Instagram posts"]}
    writer = {"title": "Assistant", "duties": ["posts on Instagram", "replies to comments"]}

    def parts(work: str, *roles: dict[str, object]) -> dict[str, str]:
        return dict(next(s for s in analyze_org(list(roles)).structure.seams if s.work == work).parts)

    for team in ((head, writer), (writer, head)):
        post = parts("A post in the brand’s name", *team)
        assert (post["Head of press"], post["Assistant"]) == ("A", "R")
        assert parts("A complaint in public", *team)["Assistant"] == "A/R"
    assert parts("A post in the brand’s name", head)["Head of press"] == "A/R"
