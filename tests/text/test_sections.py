"""The headings that the sections rubric knows, and the errors that a broken one gives."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advisor.paths import rubrics_dir
from advisor.text.sections import KINDS, SectionRubric, build_sections, expand, heading_key


def _file(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(rubrics_dir(), name).read_text(encoding="utf-8"))
    return data


DATA, WORDS = _file("sections.yaml"), _file("heading_words.yaml")
RUBRIC: SectionRubric = build_sections(DATA, WORDS)

WHOLE = {
    "responsibilities": [
        "Responsibilities",
        "KEY RESPONSIBILITIES:",
        "What you'll do",
        "What you’ll do:",
        "What you will be doing:",
        "**Your duties & responsibilities**",
        "Here's what you'll do",
        "Day-to-day work",
        "You will:",
        "What's in the job",
        "Your shift looks like this:",
    ],
    "requirements": [
        "Requirements",
        "Your profile",
        "Who you are",
        "You have",
        "About you",
        "What we're looking for",
        "Minimum qualifications (must have)",
        "Skills + experience".replace("+", "&"),
        "What you bring to the table",
        "We expect you to:",
        "What helps",
        "Who we want",
        "Hands-on experience with:",
    ],
    "nice_to_have": [
        "Bonus points",
        "Nice to haves",
        "NICE-TO-HAVE",
        "Preferred qualifications",
        "It'd be nice if you had",
        "On top of that:",
    ],
    "about_us": ["About us", "Who we are", "Our mission", "Why join us", "Why join us?"],
    "team": ["The team", "Meet your team", "Reporting line"],
    "benefits": [
        "Benefits",
        "Perks",
        "What we offer",
        "What's in it for you?",
        "Compensation & benefits",
        "We offer",
    ],
    "pay": ["Salary", "Salary range", "Compensation"],
    "how_to_apply": ["How to apply", "Apply now", "Application process", "Next steps", "What to send us"],
    "process": ["Hiring process", "Our interview process"],
    "equal_opportunity": ["EEO", "Equal Opportunity Employer", "Diversity & Inclusion", "Accommodations"],
    "location_hours": ["Location", "Working hours", "Remote", "The practical bits", "CONDITIONS"],
    "measures": [
        "KPIs",
        "What success looks like",
        "How we measure success",
        "Performance indicators",
        "What good looks like after 6 months",
        "Numbers you'd move",
        "Numbers we keep an eye on",
    ],
    "about_role": ["The Role", "About this role", "About the job", "Your mission"],
    "none": ["Job description", "Overview"],
}


@pytest.mark.parametrize(("section", "heading"), [(s, h) for s, hs in WHOLE.items() for h in hs])
def test_common_headings_are_known_in_their_variants(section: str, heading: str) -> None:
    match = RUBRIC.match(heading_key(heading))
    assert match is not None
    assert match.section == section
    assert match.whole


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("About Brightwell", "about_us"),
        ("Why Brightwell?", "about_us"),
        ("Within three months you'll:", "responsibilities"),
        ("As our first moderator, you will:", "responsibilities"),
        ("The ideal candidate will have:", "requirements"),
        ("Benefits at Brightwell", "benefits"),
        ("What winning looks like in this team", "measures"),
    ],
)
def test_open_phrases_take_any_words(heading: str, section: str) -> None:
    match = RUBRIC.match(heading_key(heading))
    assert match is not None
    assert match.section == section
    assert not match.whole


@pytest.mark.parametrize("text", ["Welcome new members", "We ship on Fridays", "Brightwell GmbH", "Discord"])
def test_other_lines_name_no_section(text: str) -> None:
    assert RUBRIC.match(heading_key(text)) is None


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Skills a steward needs to have", "requirements"),
        ("What do helpers actually do?", "responsibilities"),
        ("How the forum lead will be measured", "measures"),
        ("Where our money comes from", "other"),
    ],
)
def test_words_settle_an_unfamiliar_heading(heading: str, section: str) -> None:
    assert RUBRIC.match(heading_key(heading)) is None
    assert RUBRIC.by_words(heading_key(heading)) == section


@pytest.mark.parametrize(
    "heading", ["Brightwell in brief", "Zebras", "", "Moderate chat", "Answer questions"]
)
def test_words_that_leave_it_open_name_no_section(heading: str) -> None:
    assert RUBRIC.by_words(heading_key(heading)) is None


def test_words_can_be_taught_and_need_a_clear_lead() -> None:
    taught = {
        "sections": {"duty": "responsibilities", "context": "other"},
        "least": {"duty": 1.0, "context": 1.0},
        "base": {"context": 0.5},
        "words": {"quests": {"duty": 1.6}, "lore": {"duty": 1.0}},
    }
    rubric = build_sections(DATA, taught)
    assert rubric.by_words("weekly quests") == "responsibilities"
    assert rubric.by_words("weekly lore") is None
    assert rubric.by_words("lore and quests") == "responsibilities"


def test_words_may_only_stand_for_sections_of_their_kind() -> None:
    wrong = {**WORDS, "sections": {"duty": "benefits", "skill": "requirements"}}
    with pytest.raises(ValueError, match="'benefits' is no section of kind 'duty'"):
        build_sections(DATA, wrong)


def test_every_section_has_a_kind_and_a_name() -> None:
    assert set(RUBRIC.kinds.values()) <= set(KINDS)
    assert all(RUBRIC.names.values())
    wanted = "about_role responsibilities measures requirements nice_to_have about_us team benefits pay"
    wanted += " how_to_apply process equal_opportunity location_hours other unknown none"
    assert set(wanted.split()) <= set(RUBRIC.names)


def test_phrases_expand_choices_and_options() -> None:
    assert sorted(expand("(a|b c) d?")) == ["a", "a d", "b c", "b c d"]
    assert sorted(expand("(x (y|z)?)? w")) == ["w", "x w", "x y w", "x z w"]


@pytest.mark.parametrize("phrase", ["(a|b", "a)", "?", "(a|b|c|d|e|f|g) " * 6])
def test_broken_phrases_are_refused_by_name(phrase: str) -> None:
    with pytest.raises(ValueError, match="heading phrase"):
        expand(phrase)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["sections"].append(d["sections"][0]), "twice"),
        (lambda d: d["sections"][0].update(kind="job"), "kind 'job'"),
        (lambda d: d["sections"].pop(0), "none"),
    ],
)
def test_a_broken_rubric_is_refused(change: Any, message: str) -> None:
    data = copy.deepcopy(DATA)
    change(data)
    with pytest.raises(ValueError, match=message):
        build_sections(data)


def test_the_first_section_to_claim_a_phrase_keeps_it_and_an_overlay_can_add_one() -> None:
    data = copy.deepcopy(DATA)
    data["sections"].insert(
        0, {"id": "rota", "name": "Rota", "kind": "context", "headings": ["our (weekly)? rota"]}
    )
    rubric = build_sections(data)
    match = rubric.match(heading_key("Our Weekly Rota:"))
    assert match is not None
    assert match.section == "rota"


@given(st.text(max_size=80))
def test_keys_are_stable_and_matching_never_fails(text: str) -> None:
    key = heading_key(text)
    assert heading_key(key) == key or "(" in text or "[" in text or not key.isascii()
    RUBRIC.match(key)
    RUBRIC.by_words(key)
    RUBRIC.introduces(key)
