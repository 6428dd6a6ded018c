"""Files of several people put together: what each holds counts, what can't be used is named with its place."""

import json

import pytest

import advisor
from advisor.errors import InputError
from advisor.readiness.answers import AnswersError
from advisor.readiness.files import read_answer_file, write_answers
from advisor.readiness.gather import gather, placing, read_answer_files
from tests.readiness.made import SHIPPED, all_at


def file(name: str, text: str) -> tuple[str, bytes]:
    return name, text.encode()


def refused(*files: tuple[str, bytes]) -> InputError:
    with pytest.raises(InputError) as caught:
        read_answer_files(files)
    return caught.value


@pytest.mark.parametrize("word", ["public", "Public", "public-posting", " PUBLIC posting "])
def test_a_flag_of_a_file_is_read_however_it_is_spelt(word: str) -> None:
    text = json.dumps({"name": "Ana", "context": [word], "answers": all_at(4, E4=0)})
    found = read_answer_files([file("ana.json", text)])
    assert found.context == ["public_posting"]
    assert advisor.assess_readiness(found.respondents, context=found.context).verdict.band == "prepare"


def test_an_unknown_flag_is_refused_with_the_name_of_its_file() -> None:
    error = refused(file("ana.yaml", "context: [public-postings, minors]\nA1: 3"))
    assert error.code == "context"
    assert error.message.startswith("“ana.yaml”: “public-postings”")
    assert "Did you mean" in error.message


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("{active_members: many}", "“active_members” is not a number"),
        ("{active_members: 1.200}", "“active_members”"),
        ("{members: 5}", "“members” is no staffing figure"),
        ("[5]", "not names with values"),
    ],
)
def test_a_figure_that_does_not_fit_is_refused_with_the_name_of_its_file(figures: str, said: str) -> None:
    error = refused(file("bo.yaml", f"staffing: {figures}\nA1: 3"))
    assert error.message.startswith("“bo.yaml”: ")
    assert said in error.message


@pytest.mark.parametrize("line", ["A2 3", "A2:3", "A2 = 3", "A2:\u00a03", "A2：3", '"A2" 3'])
@pytest.mark.parametrize("after", ["# How is it written down?\nA3: 2", "A3: 2", "B1:\nB2: 1"])
@pytest.mark.parametrize("before", ["A1: 3", "# x\nname: Ana\ncontext: []\nA1: 3"])
def test_a_line_without_colon_and_space_is_named_itself(line: str, after: str, before: str) -> None:
    text = f"{before}\n{line}\n{after}\n"
    with pytest.raises(InputError) as caught:
        read_answer_file(text.encode(), filename="a.yaml")
    assert f"at line {before.count(chr(10)) + 2}: “{line[:2]}" in caught.value.message


def placed(*files: tuple[str, bytes]) -> str:
    found = read_answer_files(files)
    with pytest.raises(AnswersError) as caught, placing(found.origins):
        advisor.assess_readiness(found.respondents, context=found.context, blanks=True)
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A1: 3\nA2: three\n", 2),
        ("name: Bo\nanswers:\n  A1: 3\n  A2: three\n", 4),
        ("respondents:\n  Al:\n    A2: 3\n  Bo:\n    a2: three\n", 5),
        ("respondents:\n- name: Al\n  A2: 3\n- name: Bo\n  answers:\n    A2: three\n", 6),
        ('{"respondents": {"Al": {"A2": 3},\n "Bo": {"A2": "three"}}}', 2),
    ],
)
def test_an_answer_that_does_not_fit_is_named_with_file_and_line(text: str, line: int) -> None:
    said = placed(file("ana.yaml", "A1: 3"), file("bo.yaml", text))
    assert said.startswith(f"“bo.yaml”, line {line}: ")
    assert "with 'three'" in said


def test_a_number_in_quotes_says_so() -> None:
    assert "is text: write the number without quotes" in placed(file("a.json", '{"A1": "3"}'))


def test_a_result_is_not_taken_for_answers() -> None:
    result = json.dumps(advisor.assess_readiness({"Ana": all_at(3)}).to_dict())
    error = refused(file("readiness.json", result))
    assert "is no answer file" in error.message
    assert "Answers, YAML" in error.next_step


def test_a_form_of_another_version_is_refused() -> None:
    text = write_answers({"Ana": all_at(3)}).replace("advisor.answers/1", "advisor.answers/9")
    assert "advisor.answers/9" in refused(file("a.yaml", text)).message


def test_every_problem_is_told_at_once() -> None:
    ana = write_answers({"Ana": all_at(3)})
    files = [file("a.yaml", ana), file("torn.yaml", "A1: ["), file("b.yaml", ana), file("e.yaml", "")]
    message = refused(*files).message
    assert all(name in message for name in ("torn.yaml", "b.yaml", "e.yaml"))
    found, problems = gather(files, SHIPPED)
    assert list(found.respondents) == ["Ana"]
    assert len(problems) == 3


def test_names_are_read_as_people_write_them() -> None:
    text = "respondents:\n  42: {A1: 3}\ncontext: []\n"
    assert list(read_answer_files([file("a.yaml", text)]).respondents) == ["42"]
    alone = read_answer_files([file("a.yaml", "Name: Ana\nContext: [minors]\nA1: 3")])
    assert list(alone.respondents) == ["Ana"]
    assert alone.context == ["minors"]
    assert "“Bo” has answered nothing yet" in placed(file("a.yaml", "respondents:\n  Bo:\n"))
    assert "Did you mean “respondents”?" in placed(file("a.yaml", "respondent: Ana\nA1: 3"))


def test_what_files_differ_in_is_told() -> None:
    ana = write_answers({"Ana": all_at(3)}, staffing={"active_members": 100})
    bo = write_answers({"Bo": all_at(3)}, context=["minors"], staffing={"active_members": 900})
    found = read_answer_files([file("ana.yaml", ana), file("bo.yaml", bo)])
    assert found.staffing == {"active_members": 900}
    assert found.context == ["minors"]
    assert any("“ana.yaml” and “bo.yaml” give different figures" in note for note in found.notes)
    assert any("true of the space" in note for note in found.notes)
    assert read_answer_files([file("bo.yaml", bo)]).notes == ()


def test_people_without_a_name_get_numbers_whatever_their_files_call_them() -> None:
    files = [(f"{n}.yaml", write_answers({"Respondent 1": all_at(n)}).encode()) for n in (1, 2, 3)]
    found = read_answer_files([*files, ("ana.yaml", write_answers({"Ana": all_at(4)}).encode())])
    assert list(found.respondents) == ["Ana", "Respondent 1", "Respondent 2", "Respondent 3"]
    assert [answers["A1"] for answers in found.respondents.values()] == [4, 1, 2, 3]


def test_answers_under_other_rubrics_are_told() -> None:
    old = write_answers({"Ana": all_at(4)}).replace("rubrics: ", "rubrics: '1999.01' # ")
    (note,) = read_answer_files([("ana.yaml", old.encode())]).notes
    assert note.startswith("“ana.yaml” was answered under the rubrics 1999.01;")
    assert read_answer_files([("bo.yaml", write_answers({"Bo": all_at(4)}).encode())]).notes == ()
