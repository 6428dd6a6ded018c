"""``advisor org`` and ``advisor report``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advisor.cli import main
from advisor.orgs.analyze import analyze_org
from advisor.readiness.files import write_answers
from advisor.report.org_view import org_view
from advisor.web.roles import sample_text
from tests.readiness.made import all_at

TEAM = "Our community manager reports to the CMO, runs Instagram and the Discord. Two support agents answer tickets."


def run(*args: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [*map(str, args)], input=text)


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "team.txt"
    path.write_text(TEAM, "utf-8")
    return path


def test_a_team_in_every_format(team: Path, tmp_path: Path) -> None:
    said = run("org", team, "--org-size", 300)
    assert said.exit_code == 0, said.output
    assert "Who covers what" in said.output
    plain = json.loads(run("org", team, "--format", "json").output)
    assert plain["schema"] == "advisor.org/1"
    assert "## Who covers what" in run("org", team, "--format", "md").output
    out = tmp_path / "team.pdf"
    assert run("org", team, "--format", "pdf", "--out", out).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert run("org", "-", text=TEAM).exit_code == 0


def test_the_text_is_text_and_quotes_what_was_written(tmp_path: Path) -> None:
    said = (
        "Our community manager runs the \\\\server\\forum and **Discord**, posts on #help | Instagram and "
        "answers tickets. She is judged on _reach_ and followers. Two support agents answer `tickets`. "
        "Three volunteer moderators ban spammers in the evenings."
    )
    text = run("org", "-", "--org-size", 300, text=said).output
    lines = text.splitlines()
    result = analyze_org(said, org_size=300)
    assert lines[0] == result.headline
    assert not [line for line in lines if line.startswith(("#", ">", "|")) or "---|" in line]
    assert max(map(len, lines)) <= 88
    folded = " ".join(text.split())
    view = org_view(result)
    assert "\\\\server\\forum" in " ".join(e for f in view.findings for e in f.evidence)
    for finding in view.findings:
        for part in (finding.title, finding.why, finding.next_step, *finding.evidence):
            assert " ".join(part.split()) in folded
    assert all(m.to in folded for m in view.moves)
    assert all(" ".join(what.split()) in folded for w in view.plan for what, _, _ in w.actions)
    assert view.rows[0].judged_by in folded


def test_the_text_does_not_steer_the_terminal() -> None:
    text = run("org", "-", text=TEAM.replace("Discord", "Disc\x1b[31mord\u009b")).output
    assert not set(text) & set("\x1b\u009b")


def test_several_files_and_refusals(team: Path, tmp_path: Path) -> None:
    other = tmp_path / "more.csv"
    other.write_text("Title,Duties\nModerator,reviews reported posts\nHost,forum\n", "utf-8")
    plain = json.loads(run("org", team, other, "--format", "json").output)
    assert [r["title"] for r in plain["roles"]] == [
        "Community manager",
        "Support agents",
        "Moderator",
        "Host",
    ]
    other.write_text("nothing", "utf-8")
    refused = run("org", other)
    assert refused.exit_code == 2
    assert "No role was found" in refused.output
    assert run("report").exit_code == 2


def test_one_report_of_all(team: Path, tmp_path: Path) -> None:
    ad, answers, out = tmp_path / "ad.txt", tmp_path / "lead.yaml", tmp_path / "report.pdf"
    ad.write_text(sample_text("four-jobs"), "utf-8")
    answers.write_text(write_answers({"Ana": all_at(3, B1=0)}), "utf-8")
    args = ["report", "--role", ad, "--org", team, "--readiness", answers, "--client", "Harbour"]
    done = run(*args, "--out", out)
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(b"%PDF")
    plain = json.loads(run(*args, "--format", "json").output)
    assert plain["org"]
    assert plain["readiness"]
    assert len(plain["roles"]) == 1
    assert plain["client"] == "Harbour"
    assert "a report’s json" in run("report", "--help").output
    assert "Harbour" in run(*args, "--format", "md").output


def test_rubrics_of_ones_own_count_for_teams_and_for_nothing_after(team: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "structures.yaml").write_text("numbers: {full_time: 30}\n", "utf-8")
    text = tmp_path / "clock.txt"
    text.write_text("Our community manager runs the forum around the clock.", "utf-8")

    def said(*args: object) -> str:
        return " ".join(run(*args).output.split())

    assert "168 hours at 30 each" in said("org", "--rubrics", own, text)
    assert "168 hours at 30 each" in said("report", "--rubrics", own, "--org", text, "--format", "md")
    assert "168 hours at 40 each" in said("org", text)
    refused = run("org", "--rubrics", tmp_path / "missing", text)
    assert refused.exit_code == 2


def test_an_answer_that_does_not_fit_is_named_with_its_file(tmp_path: Path) -> None:
    answers = tmp_path / "ana.yaml"
    answers.write_text("A1: 3\nA2: three\n", "utf-8")
    done = CliRunner().invoke(main, ["report", "--readiness", str(answers), "--format", "md"])
    assert "ana.yaml”, line 2: " in done.stderr
