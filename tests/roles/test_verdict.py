"""The verdict: one sentence that starts with a capital and says what the job is."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.roles.analyze import analyze_role
from advisor.roles.findings import Facts
from advisor.roles.model import Confidence, Profile
from advisor.roles.verdict import verdict_of
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import FAMILIES, PRACTICES

from .made_ads import COMMUNITY, MODERATION, OFFICE, SOCIAL, SUPPORT, made_ad

RUBRICS = load_rubrics()
HIGH, LOW = Confidence("high", "because"), Confidence("low", "because")


def facts(
    primary: str,
    present: tuple[str, ...] = (),
    *,
    title: str = "",
    promised: str = "unclear",
    friend: str = "",
    confidence: Confidence = HIGH,
    marks: tuple[str, ...] = (),
    **shares: float,
) -> Facts:
    profile = Profile(
        primary=primary,
        shares=dict.fromkeys((*PRACTICES, "other"), 0.0) | {primary: 1.0} | shares,
        present=present,
        bundled=primary in PRACTICES and len(present) >= 2,
        mismatch=promised in PRACTICES and promised != primary,
        confidence=confidence,
        sums=(),
        duties=6,
        recognised=6,
    )
    known = next((f for f in load_rubrics().data.false_friends if f.name == friend), None)
    return Facts(profile, title, promised, None, (), dict.fromkeys(marks, ()), known)


@pytest.mark.parametrize(
    ("made", "headline"),
    [
        (facts("community", ("community",)), "A community job."),
        (
            facts("community", ("community",), title="Forum Host", promised="community"),
            "A community job, as the title says.",
        ),
        (
            facts("social_media", ("social_media",), title="Community Manager", promised="community"),
            "A social media job, titled Community Manager.",
        ),
        (
            facts(
                "social_media",
                ("social_media", "support", "moderation"),
                title="Community Manager",
                promised="community",
            ),
            "A social media job with a help desk and a moderation desk inside, titled Community Manager.",
        ),
        (
            facts(
                "social_media",
                ("social_media", "support", "moderation"),
                title="Community Manager",
                promised="community",
                marks=("mark.round-the-clock",),
            ),
            "A social media job with a help desk and a night watch inside, titled Community Manager.",
        ),
        (
            facts("community", tuple(FAMILIES)),
            "A community job with a publishing desk, a help desk and a moderation desk inside.",
        ),
        (
            facts("support", ("support", "moderation"), confidence=LOW),
            "Probably a customer support job with a moderation desk inside.",
        ),
        (facts("outside"), "A job in another profession."),
        (
            facts("outside", title="Community Manager", promised="community"),
            "A job in another profession, titled Community Manager.",
        ),
        (
            facts(
                "outside",
                title="Community Manager",
                promised="community",
                friend="residential property management",
            ),
            "This looks like residential property management, titled Community Manager.",
        ),
        (
            facts("outside", title="Nurse", promised="outside", friend="health care"),
            "This looks like health care.",
        ),
        (facts("unclear"), "The text says too little of the work to tell what this job is."),
        (
            facts("unclear", title="Community Manager, part-time"),
            "The text says too little to tell what the “Community Manager” will do.",
        ),
    ],
)
def test_headline(made: Facts, headline: str) -> None:
    assert verdict_of(made, RUBRICS)[0] == headline


@pytest.mark.parametrize("primary", [*PRACTICES, "outside", "unclear"])
@pytest.mark.parametrize("promised", [*PRACTICES, "outside", "unclear"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_every_combination_reads_as_a_sentence(primary: str, promised: str, count: int) -> None:
    practice = RUBRICS.practices.get(primary)  # type: ignore[call-overload]
    own = practice.family if practice else None
    families = tuple(sorted(FAMILIES, key=lambda f: f != own))[:count]
    for confidence in (HIGH, LOW):
        made = facts(primary, families, title="Some Title", promised=promised, confidence=confidence)
        for said in verdict_of(made, RUBRICS):
            assert re.fullmatch(r"[A-Z][^{}]*\.", said), said
            assert "  " not in said
            assert ",," not in said
            assert " ," not in said


def test_below_the_headline() -> None:
    made = facts("social_media", ("social_media", "support"), title="Community Manager", promised="community")
    assert verdict_of(made, RUBRICS)[1] == (
        "Two practices share one seat. "
        "The title promises relationships between members; most of the work is publishing and reach."
    )
    focused = verdict_of(facts("moderation", ("moderation",)), RUBRICS)[1]
    assert focused.startswith("Most of the work is moderation")


@given(st.text(max_size=60))
def test_any_title_is_quoted_as_it_stands(title: str) -> None:
    made = facts("social_media", ("social_media",), title=title, promised="community")
    head, _ = verdict_of(made, RUBRICS)
    assert title in head or head.lower().startswith("a social media job")


def test_from_an_ad() -> None:
    duties = (*SOCIAL, *SUPPORT, *MODERATION, "Watch the comments around the clock")
    analysis = analyze_role(made_ad("Community Manager", duties))
    assert (
        analysis.headline
        == "A social media job with a help desk and a night watch inside, titled Community Manager."
    )
    assert (
        analyze_role(made_ad("Community Manager", COMMUNITY)).headline
        == "A community job, as the title says."
    )
    assert "another profession" in analyze_role(made_ad("Community Manager", OFFICE)).headline


def test_a_rota_is_no_night_watch() -> None:
    made = facts(
        "social_media", ("social_media", "moderation"), marks=("mark.out-of-hours", "mark.shared-cover")
    )
    assert "a moderation desk" in verdict_of(made, RUBRICS)[0]
    assert "a night watch" in verdict_of(replace(made, evidence={"mark.out-of-hours": ()}), RUBRICS)[0]


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"social_media": 0.62, "support": 0.38}, "most of the work is publishing and reach"),
        ({"social_media": 0.4, "support": 0.3}, "the largest part of the work is publishing and reach"),
    ],
)
def test_most_is_said_from_half_of_the_work(shares: dict[str, float], said: str) -> None:
    families = ("social_media", "support")
    made = facts("social_media", families, title="Forum Host", promised="community", **shares)
    assert said in verdict_of(made, RUBRICS)[1]
    alone = facts("social_media", families[:1], **shares)
    assert verdict_of(alone, RUBRICS)[1].startswith(
        "Most" if shares["social_media"] > 0.5 else "The largest part"
    )


def test_a_tie_is_said_aloud() -> None:
    shares = {"social_media": 0.28, "support": 0.28, "moderation": 0.22, "community": 0.22}
    present = ("social_media", "support", "moderation")
    made = facts("social_media", present, title="Forum Host", promised="community", **shares)
    head, below = verdict_of(made, RUBRICS)
    assert head == (
        "A social media job and a customer support job of about the same size, with a moderation desk inside, "
        "titled Forum Host."
    )
    assert "none of them clearly leads" in below
    assert "the largest parts of the work are social media management and customer support" in below
    assert "most of the work" not in below
    shares = dict.fromkeys(FAMILIES, 0.25)
    head, _ = verdict_of(facts("community", tuple(FAMILIES), **shares), RUBRICS)
    assert head == "Four jobs of about the same size: community, social media, support and moderation."


def test_shares_of_another_profession_are_explained() -> None:
    leasing = ("Lead apartment tours and sign leases with residents", "Collect rent and keep occupancy high")
    analysis = analyze_role(made_ad("Community Manager", (*leasing, *COMMUNITY[:3])))
    assert analysis.profile.primary == "outside"
    assert analysis.profile.shares["community"] > 0.5
    assert "The shares count those words" in analysis.subline
    assert "leads clearly" not in analysis.profile.confidence.why
    assert "another profession" in analysis.profile.confidence.why


def test_a_practice_with_as_much_work_in_too_few_lines_is_named() -> None:
    made = facts("community", ("community",), community=0.38, trust_safety=0.37, other=0.25)
    assert verdict_of(made, RUBRICS)[1].startswith(
        "Community management and trust and safety lie close together"
    )


def test_more_work_of_other_departments_is_not_called_the_smaller_part() -> None:
    made = facts("community", ("community",), community=0.3, support=0.15, other=0.55)
    said = verdict_of(made, RUBRICS)[1]
    assert said.startswith("More of this work belongs to other departments")
    assert "nothing beside it" not in said


def test_five_practices_of_one_size_are_five() -> None:
    duties = (
        "Welcome new members to our forum and introduce them",
        "Plan and schedule posts for Instagram and TikTok",
        "Answer customers' tickets in Zendesk",
        "Remove spam and ban repeat offenders in the forum",
        "Develop the trust and safety policy on grooming and extremism",
    )
    analysis = analyze_role("\n".join(f"- {duty}" for duty in duties))
    assert analysis.headline.startswith("Five jobs of about the same size")
    assert analysis.subline.startswith("Four practices share one seat")


def test_a_primary_that_stands_on_skills_alone_has_no_rivals() -> None:
    skills = "\n".join(
        f"- Experience with {what}"
        for what in (
            "scheduling Instagram posts",
            "running TikTok campaigns",
            "growing followers on Instagram",
            "social media content calendars",
            "making Instagram reels",
            "influencer campaigns",
            "Facebook ads and reach",
        )
    )
    duties = "- Answer customers' tickets in Zendesk\n- Answer customers' calls within an hour"
    analysis = analyze_role(f"{duties}\n\nRequirements\n{skills}")
    assert analysis.profile.primary == "social_media"
    assert analysis.headline == "A social media job."
