"""What the advisor says of titles, of skills without duties, of other professions, and on which line it draws a role."""

from advisor.report.role_view import role_view
from advisor.report.terminal import to_text
from advisor.roles.analyze import analyze_role
from advisor.rubrics.loader import load_rubrics

from .made_ads import COMMUNITY, OFFICE, SETTLED, SOCIAL, SUPPORT, made_ad


def test_deleting_bad_reviews_is_no_work_to_hand_on() -> None:
    analysis = analyze_role(made_ad("Community Manager", (*COMMUNITY, *OFFICE, "Delete the bad reviews")))
    moved = [analysis.quote(i) for move in analysis.advice.moves for i in move.lines]
    assert "Delete the bad reviews" not in moved
    assert OFFICE[0] in moved
    assert "finding.deletes-criticism" in {f.id for f in analysis.findings}


def test_no_headline_shouts_a_title_or_says_its_hours() -> None:
    analysis = analyze_role(made_ad("COMMUNITY MANAGER (M/F/D)", SOCIAL))
    said = analysis.headline + " ".join(f.why for f in analysis.findings) + analysis.advice.title_why
    assert "Community Manager" in analysis.headline
    assert "COMMUNITY" not in said
    assert "M/F/D" not in said
    assert "titled DevRel Host" not in analyze_role(made_ad("DevRel", SOCIAL)).headline


def test_skills_without_duties_are_too_little_to_tell() -> None:
    skills = [
        "Three years of community management",
        "You have hosted a forum for members",
        "Clear written English",
    ]
    ad = "Community Manager\n\nWe make garden tools that last for generations.\n\nRequirements\n"
    analysis = analyze_role(
        ad + "\n".join(f"- {s}" for s in (*skills, "You like people who like growing things"))
    )
    assert analysis.profile.duties == 0
    assert analysis.advice.summary.startswith("Add at least five lines")
    assert "too little" in analysis.subline
    assert analyze_role(made_ad("Community Manager", COMMUNITY)).advice.summary.startswith("Keep")


def test_another_professions_lead_is_called_that() -> None:
    why = analyze_role(made_ad("Office Manager", (*OFFICE, *OFFICE))).profile.confidence.why
    assert "one practice" not in why
    assert "one practice" in analyze_role(made_ad("Community Manager", COMMUNITY * 2)).profile.confidence.why


def test_measures_are_counted_as_lines() -> None:
    measures = ["Share of members who come back each month"]
    why = analyze_role(made_ad("Community Manager", COMMUNITY * 2, measures=measures)).profile.confidence.why
    assert "lines recognised" in why


def test_the_line_is_drawn_where_one_end_applies() -> None:
    rubrics = load_rubrics()
    support = analyze_role(made_ad("Customer Support Agent", SUPPORT))
    assert role_view(support, rubrics).position is None
    assert role_view(analyze_role(made_ad("Community Manager", COMMUNITY)), rubrics).position == 1


def test_a_blank_line_stands_before_what_to_do() -> None:
    rubrics = load_rubrics()
    analysis = analyze_role(made_ad("Community Manager", (*COMMUNITY, *SETTLED)))
    assert analysis.findings == ()
    assert "\n\nWhat to do" in to_text(analysis, rubrics)
