"""Each finding is raised by an ad that calls for it, and not by its near miss."""

from typing import Any

import pytest

from advisor.roles.analyze import analyze_role
from advisor.roles.findings import Facts, holds
from advisor.rubrics.loader import load_rubrics
from advisor.rubrics.models import FINDING_WORDS, When

from .finding_cases import CASES, community, ids, read, social
from .made_ads import SETTLED

RULES = {rule.id: rule for rule in load_rubrics().data.findings}


QUESTIONS = {id_ for id_, rule in RULES.items() if rule.title.endswith("?")}


def test_every_finding_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("id_", CASES)
def test_is_raised_and_quotes_its_lines(id_: str) -> None:
    analysis = read(CASES[id_].raises)
    found = next((f for f in analysis.findings if f.id == id_), None)
    assert found, (analysis.headline, ids(analysis))
    assert found.severity == RULES[id_].severity
    assert found.why
    assert found.next_step
    assert found.sources
    if CASES[id_].quoted:
        assert any(CASES[id_].quoted in analysis.quote(i) for i in found.lines), [
            analysis.quote(i) for i in found.lines
        ]


@pytest.mark.parametrize("id_", CASES)
def test_a_near_miss_stays_quiet(id_: str) -> None:
    analysis = read(CASES[id_].quiet)
    assert analysis.profile.primary != "unclear"
    assert id_ not in ids(analysis), analysis.headline


@pytest.mark.parametrize("id_", [i for i, rule in RULES.items() if rule.small])
def test_is_softer_in_a_very_small_organisation(id_: str) -> None:
    small = load_rubrics().data.scoring.small_org
    rule, text = RULES[id_], CASES[id_].raises
    soft = next(f for f in read(text, small).findings if f.id == id_)
    assert soft.severity == rule.small
    assert soft.softened
    assert next(f for f in read(text, small + 1).findings if f.id == id_).severity == rule.severity
    assert not next(f for f in read(text).findings if f.id == id_).softened
    if rule.small_next_step:
        assert soft.next_step != next(f for f in read(text).findings if f.id == id_).next_step


@pytest.mark.parametrize("id_", ["finding.round-the-clock", "finding.safety-around-the-clock"])
def test_nobody_is_awake_all_week_in_a_small_organisation_either(id_: str) -> None:
    assert ids(read(CASES[id_].raises, 3))[id_] == "blocking"


def test_the_most_severe_come_first() -> None:
    order = ["blocking", "serious", "advice"]
    for case in CASES.values():
        severities = [order.index(f.severity) for f in read(case.raises).findings]
        assert severities == sorted(severities)


@pytest.mark.parametrize(("id_", "replaced"), [(r.id, o) for r in RULES.values() for o in r.replaces])
def test_the_bigger_finding_replaces_the_smaller(id_: str, replaced: str) -> None:
    assert replaced not in ids(read(CASES[id_].raises))


def test_what_is_not_stated_is_a_question_and_never_a_fault() -> None:
    """A rule that silence alone can meet is advice, and its title asks."""

    def proven(when: When) -> bool:
        asks = (
            when.has,
            when.has_all,
            when.mismatch,
            when.bundled,
            when.friend,
            when.share_at_least,
            when.families_at_least,
        )
        return any(asks)

    for rule in RULES.values():
        if (rule.when.lacks or rule.when.has_measures is False) and not proven(rule.when):
            assert rule.id in QUESTIONS, rule.id
    assert QUESTIONS
    for id_ in QUESTIONS:
        assert RULES[id_].severity == "advice", id_


@pytest.mark.parametrize(
    "text", ["Community Manager\nAround the clock, ninja.", "Wear many hats. Grow followers 24/7."]
)
def test_two_lines_raise_nothing(text: str) -> None:
    analysis = read(text)
    assert analysis.profile.primary == "unclear"
    assert analysis.findings == ()


def test_a_clean_community_role_has_nothing_grave() -> None:
    assert not [f for f in read(community(*SETTLED)).findings if f.severity != "advice"]


def test_contextual_moderation_and_public_replies_make_no_bundle() -> None:
    for text in (community("Moderate our forum with a light hand"), social()):
        assert not {i for i in ids(read(text)) if "practices" in i or "impossible" in i}


def test_a_negated_line_raises_nothing() -> None:
    assert "finding.round-the-clock" not in ids(read(community("You will not be available around the clock")))


def test_texts_survive_any_title() -> None:
    for title in ("{title}", "{0} {", "100% %s Community Manager", "<b>Community</b> Manager"):
        for text in (CASES["finding.title-mismatch"].raises, CASES["finding.impossible-role"].raises):
            analysis = analyze_role(text, title=title)
            assert all(f.title and f.why and f.next_step for f in analysis.findings)


def test_texts_name_the_families_and_the_title() -> None:
    analysis = read(CASES["finding.title-mismatch"].raises)
    why = next(f for f in analysis.findings if f.id == "finding.title-mismatch").why
    assert "“Community Manager”" in why
    assert "social media management" in why
    assert all(
        "{" not in f.title + f.why + f.next_step for c in CASES.values() for f in read(c.raises).findings
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.id)
def test_rule_texts_read_well(rule: Any) -> None:
    """Short plain sentences: no shouting, no semicolons in a row of clauses, an end mark at the end."""
    for text in (rule.why, rule.next_step, rule.small_next_step or "Fine."):
        assert text[0].isupper() or text[0] in "“{", text
        assert text[-1] in ".?!”", text
        assert max(len(s.split()) for s in text.replace("?", ".").split(".")) <= 40, text
    assert len(rule.title.split()) <= 14
    assert all(word in FINDING_WORDS for word in ("title", "count"))


def test_conditions_hold_together_and_one_by_one() -> None:
    analysis = read(CASES["finding.two-practices"].raises)
    rubrics = load_rubrics()
    facts = Facts(analysis.profile, "T", "community", None, analysis.lines, {"a": (1,), "b": (2,)})
    assert holds(When(), facts, rubrics)
    assert holds(When(has=("a", "c")), facts, rubrics)
    assert not holds(When(has=("a", "c"), has_at_least=2), facts, rubrics)
    assert holds(When(has=("a", "b", "c"), has_at_least=2), facts, rubrics)
    assert not holds(When(has_all=("a", "c")), facts, rubrics)
    assert not holds(When(lacks=("b",)), facts, rubrics)
    assert holds(When(any_of=(When(has=("c",)), When(title=("community",)))), facts, rubrics)
    assert not holds(When(any_of=(When(has=("c",)),), has=("a",)), facts, rubrics)
    assert holds(When(present=("support",), absent=("social_media",)), facts, rubrics)
    assert not holds(When(absent=("support",)), facts, rubrics)
    assert not holds(When(share_at_least={"community": 0.99}), facts, rubrics)
    assert not holds(When(friend=True), facts, rubrics)
