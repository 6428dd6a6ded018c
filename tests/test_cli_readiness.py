"""``advisor readiness``: files in, the core's result out, plain refusals."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import advisor
from advisor.cli import main
from advisor.readiness.files import write_answers
from tests.readiness.made import IDS, all_at


def run(*args: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["readiness", *map(str, args)], input=text)


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    path = tmp_path / "ana.yaml"
    path.write_text(write_answers({"Ana": all_at(4, B1=0)}, context=["minors"]), encoding="utf-8")
    return path


@pytest.fixture
def ben(tmp_path: Path) -> Path:
    path = tmp_path / "ben.json"
    path.write_text(write_answers({"Ben": all_at(4)}, format="json"), encoding="utf-8")
    return path


def test_json_is_the_cores_result(ana: Path, ben: Path) -> None:
    done = run(
        ana, ben, "--format", "json", "--context", "conflict", "--members", "300", "--stage", "growing"
    )
    assert done.exit_code == 0, done.output
    expected = advisor.assess_readiness(
        {"Ana": all_at(4, B1=0), "Ben": all_at(4)},
        context=["minors", "high_conflict"],
        staffing={"active_members": 300, "stage": "growing"},
    )
    assert json.loads(done.stdout) == json.loads(json.dumps(expected.to_dict()))


def test_text_says_verdict_gates_plan_and_hours(ana: Path, ben: Path) -> None:
    one = run(ana)
    assert one.exit_code == 0, one.output
    assert one.stdout.startswith("Wait: no senior sponsor acts for it.")
    for said in ("What holds it back", "Already strong", "0–30 days", "Instead of waiting", "hours a week"):
        assert said in one.stdout
    assert max(map(len, one.stdout.splitlines())) <= 120
    both = run(ana, ben)
    assert "Where respondents differ" in both.stdout
    assert "4: Met members, defended it in planning: Ben" in both.stdout


def test_text_says_whose_answers_they_are_and_what_is_true_of_the_space(ana: Path, ben: Path) -> None:
    text = " ".join(run(ana, ben).output.split())
    assert "2 people’s answers, combined by their median: Ana and Ben." in text
    assert "True of this space: children or young people may take part." in text


def test_no_verdict_lists_what_to_find_out() -> None:
    done = run("-", text=write_answers({"Ana": all_at("dont-know")}))
    assert done.stdout.startswith("No verdict yet: the answers to 29 of 29 questions are not known")
    assert "Find out first" in done.stdout
    assert "Score" not in done.stdout


def test_blanks_in_a_file_count_as_not_known(ben: Path) -> None:
    done = run("-", ben, text=write_answers({"Ana": {i: 4 for i in IDS if i != "D2"}}))
    assert done.exit_code == 0, done.output
    assert "Ana: Doesn’t know 1 of 29 questions" in done.stdout
    assert "has answered nothing yet" in run("-", text=write_answers({"Ana": {}})).stderr


def test_a_name_cannot_steer_the_terminal() -> None:
    answers = json.dumps({"respondents": {"Ana\x1b[31m": all_at(4), "B": all_at(0)}})
    done = run("-", text=answers)
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout


def test_what_if_shows_before_and_after(ana: Path) -> None:
    done = run(ana, "--what-if", "B1=3")
    assert "Wait → Hire" in done.stdout
    both = json.loads(run(ana, "--what-if", "b1=dont-know", "--format", "json").stdout)
    assert (both["item"], both["before"]["schema"]) == ("B1", "advisor.readiness/1")
    assert both["after"]["find_out"][0]["item"] == "B1"
    assert run(ana, "--what-if", "B1").exit_code == 2
    twice = run(ana, "--what-if", "B1=3", "--what-if", "E3=4")
    assert twice.exit_code == 2
    assert "changes one answer at a time" in twice.output


def test_a_blank_form_can_be_filled_in_and_given_back(tmp_path: Path) -> None:
    form = tmp_path / "answers.yaml"
    assert run("--blank", "--out", form).exit_code == 0
    text = form.read_text(encoding="utf-8")
    for id_ in IDS:
        text = text.replace(f"    {id_}:\n", f"    {id_}: 4\n")
    form.write_text(text, encoding="utf-8")
    assert run(form).stdout.startswith("Hire:")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "no answer file"),
        (["nowhere.yaml"], "can't be read"),
        (["-"], "A1 with 9"),
        (["-", "--context", "minor"], "Did you mean “minors”"),
        (["-", "--stage", "late"], "no stage"),
        (["-", "--rubrics", "nowhere"], "is not a folder"),
    ],
)
def test_what_does_not_fit_is_said_plainly(args: list[str], said: str) -> None:
    answers = all_at(4, A1=9) if args == ["-"] else all_at(4)
    done = run(*args, text=write_answers({"Ana": answers}))
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_an_overlay_changes_the_verdict(tmp_path: Path, ana: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "readiness.yaml").write_text("rules:\n  gate_fires_at: 0\n", encoding="utf-8")
    answers = write_answers({"Ana": all_at(4, B1=1)})
    assert run("-", text=answers).stdout.startswith("Wait:")
    assert run("-", "--rubrics", tmp_path / "own", text=answers).stdout.startswith("Hire:")


def test_rubrics_check_reads_the_questionnaire(tmp_path: Path) -> None:
    (tmp_path / "readiness.yaml").write_text("items:\n  - id: A1\n    weight: none\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["rubrics", "check", str(tmp_path)])
    assert done.exit_code == 2
    assert "readiness.yaml:3" in done.output


def test_a_report_as_a_file(ana: Path, ben: Path, tmp_path: Path) -> None:
    out = tmp_path / "readiness.pdf"
    done = run(ana, ben, "--format", "pdf", "--out", out, "--client", "Harbour", "--date", "2026-11-21")
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(b"%PDF-1.7")
    done = run(ana, ben, "--format", "md", "--client", "Harbour")
    assert done.exit_code == 0, done.output
    assert "Organisation: **Harbour**" in done.output
    assert "Where the respondents differ" in done.output


def test_a_blank_form_never_replaces_answers(tmp_path: Path) -> None:
    out = tmp_path / "answers.yaml"
    assert run("readiness", "--blank", "--out", str(out)).exit_code == 0
    out.write_text("Ana: {A1: 3}\n", "utf-8")
    result = run("readiness", "--blank", "--out", str(out))
    assert (result.exit_code, out.read_text("utf-8")) == (2, "Ana: {A1: 3}\n")
