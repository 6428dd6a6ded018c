"""Answer files of several people → one set of answers, flags and figures, and what could not be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from advisor.errors import InputError
from advisor.rubrics.readiness import Questionnaire, load_readiness
from advisor.wording import joined

from .answers import MAX_RESPONDENTS, AnswerProblem, AnswersError, clean_name, read_context, several
from .files import Together, read_answer_file
from .parse import line_of
from .staffing import estimate


class Origin(NamedTuple):
    """Where a respondent's answers come from: the file's name in quotes, and its bytes."""

    file: str
    data: bytes


class Gathered(NamedTuple):
    """What the files hold together: answers by respondent, not yet checked, and the flags' ids.

    ``staffing`` are the last figures, ``origins`` tells whose answers stand where, and ``notes`` say what the files
    differ in and what counts.
    """

    respondents: dict[str, Any]
    context: list[str]
    staffing: Any
    origins: Mapping[str, Origin]
    notes: tuple[str, ...]


@contextmanager
def placing(origins: Mapping[str, Origin]) -> Iterator[None]:
    """Name file and line, where they can be told, of each answer that is refused inside; ``origins`` by respondent."""
    try:
        yield
    except AnswersError as error:
        raise AnswersError([_placed(p, origins) for p in error.problems], error.next_step) from error


def _placed(problem: AnswerProblem, origins: Mapping[str, Origin]) -> AnswerProblem:
    if (origin := origins.get(problem.respondent)) is None:
        return problem
    lines = {line_of(origin.data, problem.respondent, item) for item in problem.items[:1]}
    where = ", line ".join([origin.file, *(str(line) for line in lines if line)])
    return problem._replace(message=f"{where}: {problem.message}")


def gather(
    files: Sequence[tuple[str, bytes]], questionnaire: Questionnaire, *, taken: Iterable[str] = ()
) -> tuple[Gathered, list[InputError]]:
    """Combine several (file name, bytes): all respondents, all flags as the questionnaire's ids, the last figures.

    ``taken``: names that have answered elsewhere. Figures that don't fit are kept where no others do. What can't be
    used is left out and said in the list, a file with unknown flags or figures among it. Raises
    :class:`advisor.errors.InputError` for no file, or too many.
    """
    if not files:
        raise InputError("empty", "There is no answer file.", "Choose one or more.")
    if len(files) > MAX_RESPONDENTS:
        raise InputError(
            "too-many-respondents",
            f"{len(files):,} files are more than one result combines ({MAX_RESPONDENTS}).",
            "Choose those who decide and those who do the work.",
        )
    refused: list[InputError] = []
    together, data = Together(taken), {}
    flags: dict[str, tuple[str, ...]] = {}
    figures: dict[str, Any] = {}
    older: dict[str, list[str]] = {}
    wrong: Any = None
    for given, content in files:
        name = f"“{clean_name(given)[:80]}”"
        try:
            found = read_answer_file(content, filename=given)
            flags[name] = read_context(found.context, questionnaire)
        except InputError as error:
            refused.append(_of_file(error, name))
            continue
        data[name] = content
        older.setdefault(found.rubrics, []).append(name)
        try:
            estimate(questionnaire, found.staffing)
            if found.staffing is not None:
                figures[name] = found.staffing
        except InputError as error:
            refused.append(_of_file(error, name))
            wrong = found.staffing
        for person, answers in found.respondents.items():
            try:
                together.add(name, person, answers)
            except InputError as error:
                refused.append(error)
    people = together.people()
    return (
        Gathered(
            people,
            [flag for flag in questionnaire.flags if any(flag in said for said in flags.values())],
            list(figures.values())[-1] if figures else wrong,
            {person: Origin(file, data[file]) for person, file in together.files.items()},
            (*_notes(flags, figures), *other_rubrics(older, questionnaire)),
        ),
        refused,
    )


def _of_file(error: InputError, name: str) -> InputError:
    """Return the error with the name of its file."""
    if name in error.message:
        return error
    return InputError(error.code, f"{name}: {error.message}", error.next_step, error.status)


def _notes(flags: Mapping[str, tuple[str, ...]], figures: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what files differ in, and what counts then."""
    said = []
    if len(set(flags.values())) > 1:
        said.append("The files differ on what is true of the space: whatever one of them says counts.")
    if len({repr(given) for given in figures.values()}) > 1:
        last = list(figures)[-1]
        said.append(f"{joined(list(figures))} give different figures for the hours: those of {last} count.")
    return tuple(said)


def other_rubrics(files: Mapping[str, Sequence[str]], questionnaire: Questionnaire) -> tuple[str, ...]:
    """Say which files, by the version of their rubrics, were answered under others than these."""
    return tuple(
        f"{joined(names)} {'was' if len(names) == 1 else 'were'} answered under the rubrics {version}; these are "
        f"{questionnaire.version}. Questions and levels may have changed: look the answers over."
        for version, names in files.items()
        if version not in ("", questionnaire.version)
    )


def read_answer_files(
    files: Sequence[tuple[str, bytes]], questionnaire: Questionnaire | None = None
) -> Gathered:
    """Combine several (file name, bytes) as :func:`gather` does, and leave nothing out.

    Raises :class:`advisor.errors.InputError` with the names of the files that can't be used, and why.
    """
    found, refused = gather(files, questionnaire or load_readiness())
    if refused:
        raise one_of(refused)
    return found


def one_of(refused: Sequence[InputError]) -> InputError:
    """Return several refusals as one: the first three in full, what to do about the first."""
    first = refused[0]
    return InputError(
        first.code, several([error.message for error in refused]), first.next_step, first.status
    )
