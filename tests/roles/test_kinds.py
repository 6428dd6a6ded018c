"""Kinds: a line is read by its words, its section, its place and its neighbours."""

from pathlib import Path

import pytest

from advisor import analyze_role
from advisor.errors import RubricError
from advisor.paths import rubrics_dir
from advisor.rubrics.loader import load_rubrics, read_rubrics

AD = """\
Forum Lead

We are a small charity in Leeds and run a forum for beekeepers.
We are looking for a patient host to help our members get to know each other.

What you will do:
- Welcome new members
- Run the weekly question hour
- Calm discussions when they turn sour

How we measure success:
- The number of members who come back within a month

What you bring:
- Three years of experience in a forum team
- Excellent written English
- Patience

What we offer:
- 25 days of holiday
- A laptop of your choice

Send us your CV and a short letter by the end of May.
"""

WANTED = {
    "We are a small charity": "context",
    "We are looking for a patient host": "duty",
    "Welcome new": "duty",
    "Run the weekly": "duty",
    "Calm discussions": "duty",
    "The number of members": "measure",
    "Three years": "skill",
    "Excellent": "skill",
    "Patience": "skill",
    "25 days": "context",
    "A laptop": "context",
    "Send us": "context",
}


def kinds(text: str) -> dict[str, str]:
    return {text[line.start : line.end]: line.kind for line in analyze_role(text).lines}


def test_the_lines_of_an_ad() -> None:
    found = kinds(AD)
    assert {start: next(k for t, k in found.items() if t.startswith(start)) for start in WANTED} == WANTED


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("You will host our weekly calls and write the minutes.", "duty"),
        ("The Forum Manager oversees three volunteers and answers members.", "duty"),
        ("We are hiring a host who will run our weekly calls.", "duty"),
        ("You have experience of busy forums and excellent written English.", "skill"),
        ("The ideal candidate has experience with chat tools.", "skill"),
        ("Founded in 1999, we are a growing company with a million users.", "context"),
        ("The salary depends on experience, and there is dental insurance.", "context"),
        ("We hire regardless of age, religion or disability.", "context"),
        ("To apply, send us your CV and a cover letter.", "context"),
    ],
)
def test_prose_without_headings(line: str, kind: str) -> None:
    assert kinds(f"Acme keeps bees.\n\n{line}\n")[line] == kind


def test_a_list_goes_together() -> None:
    """A bullet that says nothing by itself goes with the list that it stands in."""
    work = "Manage the forum\n- Host the weekly call\n- Swarm season\n- Moderate the chat\n- Plan the next meeting"
    skills = "Experience with forums\n- Ability to listen\n- Swarm season\n- Excellent English\n- Knowledge of bees"
    assert kinds(f"Notes on bees:\n\n- {work}\n")["Swarm season"] == "duty"
    assert kinds(f"Notes on bees:\n\n- {skills}\n")["Swarm season"] == "skill"


def test_the_lead_in_counts() -> None:
    lines = "- Peace among the hives\n- Honey for everyone\n"
    assert (
        kinds(f"Bees matter.\n\nIn this role you will be responsible for the following:\n{lines}")[
            "Honey for everyone"
        ]
        == "duty"
    )


def test_every_line_has_a_kind_whatever_the_text() -> None:
    for text in ("???", "- - -\n•", "$ ^ | ( )", "你好。世界。", "a" * 5000, "you " * 3000):
        assert {line.kind for line in analyze_role(text).lines} <= {"duty", "measure", "skill", "context"}


def test_points_are_the_rubrics_own(tmp_path: Path) -> None:
    """A consultant who changes the numbers changes the kinds."""
    (tmp_path / "kinds.yaml").write_text("base: {prose: {skill: 9}}\n", encoding="utf-8")
    changed = read_rubrics(rubrics_dir(), tmp_path)
    line = "You will host our weekly calls."
    before, after = (analyze_role(line, rubrics=r).lines[0].kind for r in (load_rubrics(), changed))
    assert (before, after) == ("duty", "skill")


@pytest.mark.parametrize("pattern", ["you moderat*", "<money> a year", "you <mine>"])
def test_stems_and_numbers_in_kind_cues_are_refused_where_they_stand(pattern: str, tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("groups:\n  mine: ['moderat*']\n", encoding="utf-8")
    (tmp_path / "kinds.yaml").write_text(
        f"cues:\n  - id: kind.you-will\n    match:\n      - {pattern}\n", encoding="utf-8"
    )
    with pytest.raises(RubricError) as raised:
        read_rubrics(rubrics_dir(), tmp_path)
    (problem,) = raised.value.problems
    assert "whole words" in problem.expected
    assert (problem.line, problem.excerpt.strip()) == (4, f"- {pattern}")


def test_what_a_team_does_is_work_only_where_it_is_the_ads_own() -> None:
    team = "The support team answers customers' tickets and solves their problems."
    own = [
        "Answer customers' tickets in Zendesk",
        "Resolve customers' problems by phone",
        "Write help articles for customers",
    ]
    other = ["Host the weekly calls of our members", "Welcome new members", "Introduce members to each other"]

    def read(duties: list[str]) -> tuple[str, tuple[str, ...]]:
        role = analyze_role(f"About us\n\n{team}\n\nWhat you'll do\n\n" + "".join(f"- {d}\n" for d in duties))
        return role.lines[0].kind, role.lines[0].practices

    assert read(own) == ("duty", ("support",))
    assert read(other) == ("context", ())
