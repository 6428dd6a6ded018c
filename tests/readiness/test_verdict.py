"""Every gate, every edge of a band, and the promises that hold whatever is answered."""

import pytest

from tests.readiness.made import FLAGS, IDS, SHIPPED, all_at, cautions, judged, plain_items, with_items

CAP = {"hard": "not_yet", "launch": "prepare", "conditional": "prepare", "soft": "pilot"}
GATES = {
    "hard": ["A1", "B1", "B2", "B3", "C1"],
    "launch": ["A2", "E1", "E2", "E3", "F2"],
    "conditional": ["E4", "E5", "F3"],
    "soft": ["C2", "C3", "D1", "F4", "G1", "H1"],
}
CASES = [(kind, item) for kind, items in GATES.items() for item in items]


def test_the_table_knows_every_gate() -> None:
    assert {(i.gate.kind, i.id) for i in SHIPPED.data.items if i.gate} == set(CASES)


@pytest.mark.parametrize(("kind", "item"), CASES)
@pytest.mark.parametrize("answer", [0, 1, "dont-know"])
def test_a_low_answer_closes_the_gate(kind: str, item: str, answer: int | str) -> None:
    result = judged(all_at(**{item: answer}), context=("minors",) if kind == "conditional" else ())
    assert result.score.percent is not None
    assert result.score.percent >= 95
    assert result.verdict.band == CAP[kind]
    assert result.verdict.by_score == "ready"
    gate = result.gates[0]
    assert (gate.id, gate.kind, gate.caps_at, gate.binding, gate.then) == (
        item,
        kind,
        CAP[kind],
        True,
        "ready",
    )
    assert SHIPPED.items[item].levels[3] in gate.lift
    assert result.item(item).closed
    first = result.actions[0]
    assert (first.item, first.gate, first.window) == (item, kind, "first")
    said = SHIPPED.items[item].gate
    assert said is not None
    reason = SHIPPED.items[item].name if answer == "dont-know" else said.says
    assert reason in result.verdict.sentence


@pytest.mark.parametrize(("kind", "item"), CASES)
def test_two_opens_the_gate(kind: str, item: str) -> None:
    gate = SHIPPED.items[item].gate
    assert gate is not None
    calm = [f for f in FLAGS if gate.raised is None or f not in gate.raised.when]
    result = judged(all_at(**{item: 2}), context=tuple(calm))
    assert result.gates == ()
    assert result.verdict.band == "ready"


@pytest.mark.parametrize("flag", FLAGS)
def test_serious_harm_needs_a_written_route_where_people_at_risk_take_part(flag: str) -> None:
    at_risk = flag in ("minors", "health_or_crisis")
    improvised = judged(all_at(E3=2), context=(flag,))
    assert [g.id for g in improvised.gates] == (["E3"] if at_risk else [])
    assert improvised.verdict.band == ("prepare" if at_risk else "ready")
    assert judged(all_at(E3=3), context=(flag,)).gates == ()
    if at_risk:
        assert "improvising is not enough" in improvised.gates[0].why
        heard = judged(*[all_at(3)] * 2, all_at(3, E3=2), context=(flag,))
        assert [(c.kind, c.item) for c in heard.cautions] == [("watch", "E3")]


@pytest.mark.parametrize(("kind", "item"), CASES)
def test_a_gate_and_the_plan_ask_for_the_same(kind: str, item: str) -> None:
    context = ("minors",) if kind == "conditional" else ()
    result = judged(all_at(**{item: 1}), context=context)
    assert result.gates[0].lift.startswith(result.actions[0].what)
    rule = SHIPPED.items[item]
    for level in (0, 1, 2):
        assert rule.levels[level] not in result.gates[0].lift, "only what is meant to be reached is a target"


@pytest.mark.parametrize("item", GATES["conditional"])
@pytest.mark.parametrize("flag", [*FLAGS, "conflict", "Public-Posting"])
def test_any_flag_turns_conditional_gates_on(item: str, flag: str) -> None:
    assert judged(all_at(**{item: 0})).verdict.band == "ready"
    assert judged(all_at(**{item: 0}), context=(flag,)).verdict.band == "prepare"


def test_a_conditional_gate_may_name_its_flags() -> None:
    item = SHIPPED.items["F3"]
    assert item.gate is not None
    narrow = item.model_copy(update={"gate": item.gate.model_copy(update={"when": ("ai_sanctions",)})})
    questionnaire = with_items([narrow if i.id == "F3" else i for i in SHIPPED.data.items], SHIPPED.sections)
    low = all_at(F3=0)
    assert judged(low, context=("minors",), questionnaire=questionnaire).verdict.band == "ready"
    assert judged(low, context=("ai_sanctions",), questionnaire=questionnaire).verdict.band == "prepare"


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (0, "not_yet"),
        (39, "not_yet"),
        (40, "prepare"),
        (59, "prepare"),
        (60, "pilot"),
        (79, "pilot"),
        (80, "ready"),
        (100, "ready"),
    ],
)
def test_the_edges_of_the_bands(points: int, band: str) -> None:
    questionnaire = with_items(plain_items(25))
    answers = {f"A{n}": min(4, max(0, points - 4 * (n - 1))) for n in range(1, 26)}
    result = judged(answers, questionnaire=questionnaire)
    assert (result.score.percent, result.score.points, result.score.possible) == (points, points, 100)
    assert (result.verdict.by_score, result.verdict.band) == (band, band)


@pytest.mark.parametrize(("b1", "percent", "band"), [(2, 39, "not_yet"), (3, 40, "prepare")])
def test_a_score_between_two_numbers_shows_the_lower(b1: int, percent: int, band: str) -> None:
    """106 and 109 of 268 points: 39.6 must not look like the 40 that it is not."""
    low = {i: 1 for i in IDS if SHIPPED.items[i].gate is None}
    answers = {**all_at(2), **low, "A3": 2, "D3": 2, "B1": b1, "A1": 2}
    questionnaire = with_items(
        [i.model_copy(update={"gate": None}) for i in SHIPPED.data.items], SHIPPED.sections
    )
    need = {2: 106.0, 3: 109.0}[b1]
    spare = sum(SHIPPED.items[i].weight * a for i, a in answers.items()) - need
    for item in ("F2", "E3", "E2", "E1", "A2", "H1", "D1"):
        while spare >= 3 and answers[item] > 0:
            answers[item] -= 1
            spare -= 3
    for item in ("H2", "H3", "G2", "F1", "D3", "G3"):
        weight = SHIPPED.items[item].weight
        while spare >= weight and answers[item] > 0:
            answers[item] -= 1
            spare -= weight
    result = judged(answers, questionnaire=questionnaire)
    assert result.score.points == need
    assert (result.score.percent, result.verdict.by_score) == (percent, band)


@pytest.mark.parametrize(("points", "closed"), [(7, True), (8, False)])
def test_a_weak_section_stops_short_of_ready(points: int, closed: bool) -> None:
    """A section of five items holds 20 points; 8 of them are the 40 percent of the floor."""
    questionnaire = with_items([*plain_items(5), *plain_items(40, "B")], ("A", "B"))
    answers = {f"A{n}": min(4, max(0, points - 4 * (n - 1))) for n in range(1, 6)}
    answers |= {f"B{n}": 4 for n in range(1, 41)}
    result = judged(answers, questionnaire=questionnaire)
    assert result.verdict.by_score == "ready"
    assert result.verdict.band == ("pilot" if closed else "ready")
    assert [(g.kind, g.id) for g in result.gates] == ([("section", "A")] if closed else [])
    assert result.sections[0].below_floor is closed
    if closed:
        assert "35 of 100" in result.verdict.sentence
        assert result.gates[0].then == "ready"


@pytest.mark.parametrize(
    ("unknown", "left_out", "band"),
    [(5, 0, "ready"), (6, 0, "none"), (5, 4, "ready"), (5, 5, "none")],
    ids=["17%", "21%", "exactly 20%", "21% of what applies"],
)
def test_too_many_unknowns_give_no_verdict(unknown: int, left_out: int, band: str) -> None:
    quiet = ["A3", "B4", "D2", "F1", "G2", "H2"][:unknown]
    out = ["C4", "D3", "F4", "G3", "H3"][:left_out]
    changes = dict.fromkeys(quiet, "dont-know") | dict.fromkeys(out, "not-applicable")
    result = judged(all_at(**changes))
    assert result.verdict.band == band
    assert (result.score.percent is None) is (band == "none")
    assert {f.item for f in result.find_out} == set(quiet)
    assert (result.score.dont_know, result.score.not_applicable) == (unknown, left_out)


def test_all_unknown_says_whom_to_ask_first() -> None:
    result = judged(all_at("dont-know"), context=("minors",))
    assert result.verdict.band == "none"
    assert result.verdict.reason == "dont-know"
    assert result.gates == ()
    assert len(result.find_out) == len(IDS)
    kinds = [f.gate for f in result.find_out]
    assert kinds == sorted(kinds, key=["hard", "launch", "conditional", "soft", None].index)
    assert all(f.owner_name for f in result.find_out)
    assert result.actions[0].what.startswith("Find out")
    assert result.instead == ()


def test_without_a_verdict_known_gates_are_still_told() -> None:
    quiet = dict.fromkeys(["A3", "B4", "D2", "F1", "G2", "H2", "A1"], "dont-know")
    result = judged(all_at(**quiet, E1=0))
    assert (result.verdict.band, [(g.id, g.binding) for g in result.gates]) == ("none", [("E1", False)])
    assert result.actions[0].what.startswith("Find out")


def test_nothing_applying_gives_no_verdict() -> None:
    result = judged(all_at("not-applicable"))
    assert (result.verdict.band, result.verdict.reason) == ("none", "too-little")
    needed = sum(1 for i in IDS if SHIPPED.needed(i, ()))
    assert (result.score.percent, result.score.not_applicable) == (None, len(IDS) - needed)
    assert all(s.percent is None for s in result.sections)
    assert len(result.actions) == needed
    half = {i: 4 if n % 2 else "not-applicable" for n, i in enumerate(IDS)}
    assert judged(half).verdict.band == "none"


@pytest.mark.parametrize(("left_out", "band"), [(5, "ready"), (6, "none")])
def test_half_of_the_weight_has_to_apply(left_out: int, band: str) -> None:
    answers = {f"G{n}": "not-applicable" if n <= left_out else 4 for n in range(1, 11)}
    assert judged(answers, questionnaire=with_items(plain_items(10, "G"), ("G",))).verdict.band == band


def test_what_does_not_apply_is_left_out_and_a_skipped_gate_is_said() -> None:
    result = judged(all_at(A3="not-applicable", C3="not-applicable"))
    assert (result.score.percent, result.verdict.band) == (100, "ready")
    assert [(c.kind, "Cover" in c.says) for c in cautions(result)] == [("unchecked", True)]
    assert cautions(judged(all_at(F3="not-applicable"))) == []


def test_more_gates_are_counted_in_one_sentence() -> None:
    result = judged(all_at(A1=0, B1=0, B2=0, C1=0, A2=0))
    sentence = result.verdict.sentence
    assert sentence.endswith("and 2 more.")
    assert sentence.count("\n") == 0
    assert [g.id for g in result.gates if g.binding] == ["A1", "B1", "B2", "C1"]
    assert all(g.then == "not_yet" for g in result.gates)


def test_waiting_names_what_to_do_instead() -> None:
    promo = judged(all_at(B3=0))
    assert [(o.id, o.items) for o in promo.instead] == [("social_channel", ("B3",))]
    by_score = judged(all_at(2, **dict.fromkeys(["A2", "E1", "E2", "F2", "G1", "H1", "H2", "H3", "G2"], 0)))
    assert by_score.verdict.band == "not_yet"
    assert [(o.id, o.items) for o in by_score.instead] == [("research", ("A2",)), ("be_a_guest", ("E2",))]
    assert [o.id for o in judged(all_at(A1=3, B1=0)).instead] == ["research"]
    meeting = judged(all_at(B1=0, C2=0))
    assert [o.id for o in meeting.instead] == ["newsletter", "where_they_meet"], (
        "they meet, and there is no money"
    )
    poor = judged(all_at(B3=0, C2=0, A1=3))
    assert "social_channel" not in [o.id for o in poor.instead]
    assert judged(all_at()).instead == ()
