"""The command line: every format, every mistake said plainly."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import advisor
from advisor.cli import main

AD = """Community Manager

What you'll do
- Welcome new members to our forum and help them find their feet
- Grow our follower count on Instagram and plan the content calendar
- Answer customer tickets within four hours
- Remove spam and ban repeat offenders, around the clock
"""


def run(*args: str, stdin: str | bytes = AD) -> Result:
    return CliRunner().invoke(main, args, input=stdin)


def test_json_is_the_cores_result() -> None:
    result = run("role", "-", "--format", "json", "--org-size", "8")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(json.dumps(advisor.analyze_role(AD, org_size=8).to_dict()))


def test_text_says_the_verdict_the_lines_and_the_next_step() -> None:
    result = run("role", "-")
    analysis = advisor.analyze_role(AD)
    assert result.stdout.startswith(analysis.headline)
    folded = " ".join(result.stdout.split())
    for finding in analysis.findings:
        assert finding.title in folded
        assert " ".join(finding.next_step.split()) in folded
    assert max(len(line) for line in result.stdout.splitlines()) <= 100


def test_text_does_not_steer_the_terminal() -> None:
    result = run("role", "-", stdin=AD.replace("Remove", "Remove\x1b[31m\x07").replace("\x1b", "\u009b"))
    assert not set(result.stdout) & set("\x1b\x07\u009b")


@pytest.mark.parametrize(
    ("format_", "start"), [("md", b"#"), ("pdf", b"%PDF-"), ("json", b"{"), ("text", b"Four jobs")]
)
def test_files_are_written(tmp_path: Path, format_: str, start: bytes) -> None:
    out = tmp_path / "role.out"
    result = run(
        "role", "-", "--format", format_, "--out", str(out), "--date", "2026-11-20", "--client", "Harbour"
    )
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(start)
    assert str(out) in result.stderr


def test_a_file_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "ad.html"
    path.write_text(f"<h1>Community Manager</h1><ul><li>{AD.splitlines()[3][2:]}</li></ul>", encoding="utf-8")
    result = run("role", str(path), "--format", "json")
    assert json.loads(result.stdout)["title"] == "Community Manager"


@pytest.mark.parametrize(
    ("args", "stdin", "said"),
    [
        (("role", "no-such-file.txt"), "", "can't be read"),
        (("role", "-"), "", "empty"),
        (("role", "-"), b"\x00\x01\x02" * 400, "advisor:"),
        (("role", "-", "--org-size", "0"), AD, "0"),
        (("role", "-", "--format", "doc"), AD, "doc"),
        (("role", "-", "--out", "/no/such/folder/x.json", "--format", "json"), AD, "can't be written"),
        (("rubrics", "check", "no-such-folder"), "", "not a folder"),
    ],
)
def test_mistakes_are_said_plainly(args: tuple[str, ...], stdin: str | bytes, said: str) -> None:
    result = run(*args, stdin=stdin)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_the_shipped_rubrics_pass_their_own_check() -> None:
    result = run("rubrics", "check")
    assert result.exit_code == 0, result.output
    assert "every example does what it says" in result.stdout


def test_a_mistake_in_a_users_rubric_is_located(tmp_path: Path) -> None:
    (tmp_path / "scoring.yaml").write_text("version: v2\nline_treshold: 2\n", encoding="utf-8")
    result = run("rubrics", "check", str(tmp_path))
    assert result.exit_code == 2
    assert "scoring.yaml:2:1" in result.stderr
    assert "did you mean “line_threshold”" in result.stderr


def test_every_file_with_a_mistake_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "scoring.yaml").write_text("line_treshold: 2\n", encoding="utf-8")
    (tmp_path / "joint.yaml").write_text("heldd: 1\n", encoding="utf-8")
    (tmp_path / "structures.yaml").write_text("findings: [{id: a}, {id: a}]\n", encoding="utf-8")
    result = run("rubrics", "check", str(tmp_path))
    assert result.exit_code == 2
    for said in ("scoring.yaml:1:1", "joint.yaml:1:", "“a” stands twice in this list"):
        assert result.stderr.count(said) == 1, said


@pytest.mark.parametrize("text", ["x: &a [*a]\n", "marks: &a {id: *a}\n"])
def test_an_alias_in_a_circle_is_a_located_mistake(tmp_path: Path, text: str) -> None:
    (tmp_path / "marks.yaml").write_text(text, encoding="utf-8")
    result = run("rubrics", "check", str(tmp_path))
    assert result.exit_code == 2
    assert "marks.yaml:1:" in result.stderr


def test_an_own_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "marks.yaml").mkdir()
    (tmp_path / "titles.yaml").symlink_to(tmp_path / "nowhere.yaml")
    result = run("rubrics", "check", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.count("cannot be read") == 2


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"WEB_CONCURRENCY": "many"}, "not a number of worker processes from 1 to 64"),
        ({"WEB_CONCURRENCY": "9" * 5000}, "not a number of worker processes from 1 to 64"),
        ({"TRUSTED_PROXIES": "ten"}, "TRUSTED_PROXIES is “ten”"),
        ({"ADVISOR_RUBRICS": "no-such-folder"}, "is not a folder"),
    ],
)
def test_a_wrong_setting_stops_the_server_with_a_plain_word(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], said: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    result = run("serve", "--port", str(port))
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_port_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "address already in use" in result.stderr


def test_a_cue_whose_example_stays_quiet_fails_the_check(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "support.yaml").write_text(
        "cues:\n  - id: support.tunes-the-organ\n    says: Tunes\n    match: [tune .. organ]\n"
        "    examples: {fires: [Plays the organ], quiet: [Tunes a harp]}\n",
        encoding="utf-8",
    )
    result = run("rubrics", "check", str(tmp_path))
    assert result.exit_code == 2
    assert "Plays the organ" in result.stderr


def test_a_users_rubrics_change_the_reading(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "community.yaml").write_text(
        "cues:\n  - id: community.tends-the-allotment\n    says: Tends\n    match: [tend .. allotment]\n"
        "    examples: {fires: [Tend our allotment], quiet: [Tend a lawn]}\n",
        encoding="utf-8",
    )
    ad = AD + "- Tend our allotment\n"
    found = json.loads(run("role", "-", "--format", "json", "--rubrics", str(tmp_path), stdin=ad).stdout)
    assert "community.tends-the-allotment" in {s["cue"] for line in found["lines"] for s in line["signals"]}


def test_the_doctor_names_what_pdfs_need(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("doctor").exit_code == 0
    from advisor import system

    monkeypatch.setattr(system, "missing", lambda *_: [n for n in system.NEEDS if n.name == "Pango"])
    result = run("doctor")
    assert result.exit_code == 2
    assert "apt-get install libpango-1.0-0" in result.stderr


def test_a_result_never_overwrites_what_was_read(tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text(AD, "utf-8")
    result = run("role", str(ad), "--out", str(ad))
    assert (result.exit_code, "what was read" in result.stderr) == (2, True)
    assert ad.read_text("utf-8") == AD


@pytest.mark.parametrize(("format_", "name"), [("text", "role.pdf"), ("pdf", "role.md")])
def test_a_name_that_promises_another_format_is_refused(tmp_path: Path, format_: str, name: str) -> None:
    out = tmp_path / name
    result = run("role", "-", "--format", format_, "--out", str(out))
    assert (result.exit_code, out.exists()) == (2, False)
    assert "--format" in result.stderr


def test_of_several_files_the_wrong_one_is_named(tmp_path: Path) -> None:
    team, empty = tmp_path / "team.txt", tmp_path / "empty.txt"
    team.write_text("Community manager: runs the forum", "utf-8")
    empty.write_bytes(b"")
    assert "empty.txt: this file is empty" in run("org", str(team), str(empty)).stderr


def test_a_full_disk_is_told_plainly(tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text(AD, "utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "advisor", "role", str(ad)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"advisor: the result can't be written to standard output")
    assert b"Traceback" not in done.stderr
    assert b"ignored" not in done.stderr


def test_a_file_without_an_end_is_not_read_to_it() -> None:
    done = CliRunner().invoke(main, ["role", "/dev/zero"])
    assert done.exit_code == 2
    assert "zero: this file is larger than 5" in done.stderr


def test_a_folder_without_rubrics_is_no_folder_of_rubrics(tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text(AD, "utf-8")
    for command in (["rubrics", "check", str(tmp_path)], ["role", str(ad), "--rubrics", str(tmp_path)]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 2
        assert f"{tmp_path} holds no rubric file" in done.stderr
