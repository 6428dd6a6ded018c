"""Seats in which nobody sits: they stand in the picture, and work goes there before a new seat is made."""

from __future__ import annotations

from advisor import analyze_org

TEAM = """We are 80 people.
- Community host (vacant): hosts the forum
- Marketing manager (Dana): posts on Instagram, answers tickets
- Support agents (4): answer tickets
- Social media editor: vacant since May
"""


def test_an_empty_seat_is_in_the_picture_and_is_filled_by_the_step() -> None:
    structure = analyze_org(TEAM).structure
    assert structure.empty == (("Community host", "community"), ("Social media editor", "social_media"))
    today = {box.label: (box.kind, box.sub) for box in structure.before.boxes}
    assert today["Community host"] == ("gap", "Community · vacant")
    assert structure.step == "Next step: fill the empty seat, “Community host”."
    after = {box.label: (box.kind, box.sub) for box in structure.after.boxes}
    assert after["Community host"] == ("new", "Community · to fill")
    assert "Community manager" not in after


def test_work_moves_to_an_empty_seat_before_a_new_one() -> None:
    team = "We are 80 people.\n- Community host (Ana): hosts the forum, posts on Instagram\n- Social media editor (vacant)"
    (move,) = analyze_org(team).structure.moves
    assert (move.to, move.new, move.vacant) == ("Social media editor", True, True)


def test_an_empty_seat_beside_a_full_one_of_its_title() -> None:
    team = "- Support agent (Ana): answers tickets\n- Support agent (vacant)"
    assert [seat.label for seat in analyze_org(team).structure.empty] == ["Support agent (vacant)"]


def test_a_seat_of_other_work_is_no_part_of_the_picture() -> None:
    team = "- Support agent (Ana): answers tickets\n- Accountant (vacant)"
    assert analyze_org(team).structure.empty == ()


def test_whoever_leads_answers_for_serious_harm_where_trust_and_safety_is_nobodys() -> None:
    team = "Head of Community: Ana\nJunior moderator: Bo, reviews reports in the forum, reports to the Head of Community"
    rows = {seam.work: dict(seam.parts) for seam in analyze_org(team).structure.seams}
    assert rows["Serious harm"]["Junior moderator"] == "R"
    assert "A" in rows["Serious harm"]["Head of Community"]


def test_a_supplier_does_not_answer_for_what_it_does() -> None:
    team = (
        "Social media is run by an agency (Bright Ltd) that reports to our CMO.\nTickets are outsourced to Callico.\n"
        "An agency (Netzwacht) hides hate comments. Ida runs and moderates our forum."
    )
    rows = {seam.work: dict(seam.parts) for seam in analyze_org(team).structure.seams}
    assert rows["A post in the brand’s name"]["CMO"] == "A"
    assert rows["A customer’s case among members"]["Callico (outsourced)"] == "R"
    assert rows["Serious harm"]["Ida"] == "A"


def test_volunteers_are_not_on_the_payroll() -> None:
    team = "Darragh posts on Instagram. Twelve volunteers run the online peer support group."
    assert analyze_org(team).structure.now_why.startswith("0 full-time posts")
