"""Answer files: what is written is read again; what is broken is refused with its place."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import advisor
from advisor.errors import InputError
from advisor.readiness.answers import clean_name
from advisor.readiness.files import BLANK_NAME, read_answer_file, write_answers
from advisor.readiness.gather import read_answer_files
from tests.readiness.made import ANSWERS, FLAGS, IDS, all_at

names = st.text(max_size=30).filter(lambda n: clean_name(n) != "")


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        names.map(clean_name),
        st.fixed_dictionaries({i: st.sampled_from(ANSWERS) for i in IDS}),
        min_size=1,
        max_size=3,
    ).filter(lambda people: len({n.casefold() for n in people}) == len(people)),
    st.lists(st.sampled_from(FLAGS), unique=True),
    st.sampled_from(["yaml", "json"]),
    st.none() | st.just({"active_members": 200, "stage": "growing", "cover_hours": 40.5}),
)
def test_what_is_written_is_read_again(
    people: dict[str, Any], context: list[str], format_: str, staffing: dict[str, Any] | None
) -> None:
    text = write_answers(people, context=context, staffing=staffing, format=format_)
    found = read_answer_file(text.encode(), filename=f"answers.{format_}")
    assert found.respondents == people
    assert found.context == context
    assert found.staffing == staffing


def test_the_yaml_form_carries_the_questions_and_any_reader_reads_it() -> None:
    text = write_answers({"Ana": all_at(3, A1="dont-know")}, context=["minors"])
    assert "# Who already wants contact with others like them? (0 Nobody we know of;" in text
    assert yaml.safe_load(text)["respondents"]["Ana"]["A1"] == "dont-know"


def test_a_blank_form_says_what_is_missing() -> None:
    blank = read_answer_file(write_answers({"Ana": {}}).encode())
    with pytest.raises(InputError) as caught:
        advisor.assess_readiness(blank.respondents)
    assert caught.value.code == "missing-answers"


FORMS = {
    "alone": {"name": "Ana", "answers": all_at(3), "context": ["minors"]},
    "flat": {**all_at(3), "name": "Ana", "context": ["minors"]},
    "named": {"respondents": {"Ana": all_at(3)}, "context": ["minors"]},
    "listed": {"respondents": [{"name": "Ana", "answers": all_at(3)}], "context": ["minors"]},
    "listed flat": {"respondents": [{"name": "Ana", **all_at(3)}], "context": ["minors"]},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("write", [json.dumps, yaml.safe_dump], ids=["json", "yaml"])
def test_every_form_is_read(form: dict[str, Any], write: Any) -> None:
    found = read_answer_file(write(form).encode())
    assert found.respondents == {"Ana": all_at(3)}
    assert found.context == ["minors"]


def test_several_files_are_combined_and_the_unnamed_get_numbers() -> None:
    ana = write_answers({"Ana": all_at(4), "Respondent 1": all_at(4)}, context=["minors"])
    flat = yaml.safe_dump(all_at(2))
    files = [
        ("ana.yaml", ana.encode()),
        ("b.yaml", flat.encode()),
        ("c.json", json.dumps(all_at(0)).encode()),
    ]
    found = read_answer_files(files)
    assert set(found.respondents) == {"Ana", "Respondent 1", "Respondent 2", "Respondent 3"}
    assert advisor.assess_readiness(found.respondents, context=found.context).item("A1").answer == 3


def test_somebody_in_two_files_is_refused_with_both_names() -> None:
    one, two = write_answers({"Ana": all_at(4)}), write_answers({"ANA ": all_at(3)})
    with pytest.raises(InputError) as caught:
        read_answer_files([("one.yaml", one.encode()), ("two.yaml", two.encode())])
    assert caught.value.code == "duplicate-respondent"
    assert "one.yaml" in caught.value.message
    assert "two.yaml" in caught.value.message


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "empty", "is empty"),
        (b" \n", "empty", "is empty"),
        (b"A1: 3\nA1: 4", "answers-file", "line 2, column 1: “A1” stands here twice"),
        (b'{"respondents": {"Ana": {}, "Ana": {}}}', "answers-file", "“Ana” twice"),
        (b'{"\\ud800": {}, "\\ud800": {}}', "answers-file", "twice"),
        (b'{"name": "\\ud800 Ana", "A1": 3}', "encoding", "half of a character"),
        (b'{"A1": 3, "context": [{"x": ["\\udfff"]}]}', "encoding", "half of a character"),
        (b'{"respondents": {"\\ud83d": {"A1": 3}}}', "encoding", "half of a character"),
        (b'{"A1": 3,\n "A2" 4}', "answers-file", "line 2, column 7"),
        (b"A1: 3\nA2: [", "answers-file", "line 3"),
        (b"hello", "answers-file", "does not hold answers"),
        (b"[1, 2]", "answers-file", "does not hold answers"),
        (b"\xff\xfe\x00", "answers-file", "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "answers-file", "is a picture, a document"),
        (b"PK\x03\x04plain", "answers-file", "not text"),
        (b"%PDF-1.7\n1 0 obj", "answers-file", "not text"),
        ("A1: 3 # für".encode("cp1252"), "answers-file", "it is not UTF-8 text"),
        (b"A1: \x00", "answers-file", "can’t be read at line 1"),
        (b"a: &x [1]\nb: *x", "answers-file", "alias at line 2"),
        (b"A1: !!python/object:os.system x", "answers-file", "can’t be read"),
        (b"A1: " + b"9" * 5000, "answers-file", "can’t be read"),
        (b'{"A1": ' + b"9" * 5000 + b"}", "answers-file", "can’t be read"),
        (b"- " * 300_000, "answers-file", "nested too deeply"),
        (b"a: " + b"[" * 300_000, "answers-file", "nested too deeply"),
        (b"[" * 300_000, "answers-file", "can’t be read"),
        (b"? [a]\n: 1", "answers-file", "can't be a key"),
        (b"respondents: 3", "answers-file", "not names with answers"),
        (b"respondents: [3]", "answers-file", "not a name with answers"),
        (b"respondents: {}\nA1: 3", "answers-file", "“A1” beside the respondents"),
        (b"context: minors\nA1: 3", "context", "not a list"),
        (b"name: 3\nA1: 3", "respondent", "not text"),
        (b"x" * ((1 << 20) + 1), "too-large", "1.0 MB"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(data: bytes, code: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_answer_file(data, filename="answers.yaml")
    assert caught.value.code == code
    assert said in caught.value.message
    assert caught.value.message.startswith("“answers.yaml”")
    assert caught.value.next_step


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="A1B2:-[]{}&*!?|>'\"# \n\t,3", max_size=80).map(str.encode))
@example(b"<<: {A1: 3}")
@example(b"{'': }")
@example(b"respondents: [{name: [1]}]")
@example(b"? {a: 1}\n: 2")
def test_any_bytes_are_answers_or_a_plain_refusal(data: bytes) -> None:
    try:
        found = read_answer_file(data)
        advisor.assess_readiness(found.respondents, context=found.context, staffing=found.staffing)
    except InputError as error:
        assert error.message
        assert error.next_step


def test_a_blank_file_that_nobody_put_a_name_in_is_unnamed() -> None:
    blank = f'respondents: {{"{BLANK_NAME}": {{A1: 2}}}}'.encode()
    assert list(read_answer_files([("a.yaml", blank), ("b.yaml", blank)]).respondents) == [
        "Respondent 1",
        "Respondent 2",
    ]
