"""Answers as given → answers that can be counted on: known items, whole levels, one respondent a name."""

from __future__ import annotations

import difflib
import re
import reprlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from advisor.errors import InputError
from advisor.rubrics.models.readiness import TOP
from advisor.rubrics.readiness import Questionnaire

from .model import DONT_KNOW, NOT_APPLICABLE, Answer

MAX_RESPONDENTS = 500
MAX_NAME = 80
_NOBODY = "Respondent"
_MOST_TOLD = 3  # problems told in full
_MOST_PROBLEMS = 100
_EXPECTED = f"a whole number from 0 to {TOP}, {DONT_KNOW} or {NOT_APPLICABLE}"
# What an answer file may hold beside questions, for hints.
_BESIDE = ("name", "respondents", "context", "staffing")
# Other ways to write the two words, once case, apostrophes and spaces are gone.
_WORDS = {
    "dontknow": DONT_KNOW,
    "donotknow": DONT_KNOW,
    "notapplicable": NOT_APPLICABLE,
    "na": NOT_APPLICABLE,
    "doesntapply": NOT_APPLICABLE,
    "doesnotapply": NOT_APPLICABLE,
}


class AnswerProblem(NamedTuple):
    """One thing wrong with the answers: whose, at which items (as given), and what was expected."""

    code: str
    respondent: str
    items: tuple[str, ...]
    message: str
    expected: str = ""


def several(messages: Sequence[str]) -> str:
    """Return what is wrong in one paragraph: the first three in full, and how many more there are."""
    more = len(messages) - _MOST_TOLD
    said = " ".join(messages[:_MOST_TOLD])
    if more > 0:
        said += f" There {f'are {more} more problems' if more > 1 else 'is 1 more problem'} besides."
    return said


def numbered(number: int) -> str:
    """Return what a respondent without a name is called among others."""
    return f"{_NOBODY} {number}"


def unnamed(name: str) -> bool:
    """Whether a respondent is called so because no name was given."""
    return re.fullmatch(rf"{_NOBODY}( \d+)?", name) is not None


class AnswersError(InputError):
    """The answers can't be used; ``problems`` holds each mistake, up to 100.

    ``code`` is the problems' own when they share one, else "answers".
    """

    def __init__(self, problems: Sequence[AnswerProblem], next_step: str = "") -> None:
        self.problems = tuple(problems[:_MOST_PROBLEMS])
        codes = {p.code for p in problems}
        said = several([p.message for p in problems])
        super().__init__(
            codes.pop() if len(codes) == 1 else "answers",
            said,
            next_step or f"Correct them and send the answers again. An answer is {_EXPECTED}.",
        )


class Answers(NamedTuple):
    """Answers by respondent, names in alphabetical order, and the context's flags in the rubric's order.

    ``blank`` are the items that a respondent left open, ``refused`` those where “not-applicable” is no answer; both
    count as not known.
    """

    respondents: Mapping[str, Mapping[str, Answer]]
    context: tuple[str, ...]
    blank: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def _shown(value: object) -> str:
    shown = reprlib.Repr()
    shown.maxstring = shown.maxother = shown.maxlong = 40
    shown.maxdict = shown.maxlist = 2
    return shown.repr(value)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint such as " Did you mean “A1”?", or "" when nothing is near."""
    by_fold = {k.casefold(): k for k in known}
    near = difflib.get_close_matches(word.casefold()[:80], by_fold, 1, 0.5)
    return f" Did you mean “{by_fold[near[0]]}”?" if near else ""


def clean_name(name: str) -> str:
    """Return a name on one line without control characters; "" stays so."""
    visible = "".join(
        " " if unicodedata.category(c)[0] in "CZ" else c for c in unicodedata.normalize("NFC", name)
    )
    return " ".join(visible.split())


def read_answer(value: object) -> Answer | None:
    """Return one answer, None for one left out. Raises ``ValueError`` when it is neither."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        raise ValueError("is true or false, not a level")  # noqa: TRY004 - said to the user as any wrong answer
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        if 0 <= value <= TOP:
            return value
        raise ValueError(f"is not between 0 and {TOP}")
    if isinstance(value, str):
        word = _WORDS.get(re.sub(r"[^a-z]", "", value[:40].casefold()))
        if word is not None:
            return word
        if value.strip().isdecimal():
            raise ValueError("is text: write the number without quotes")
    raise ValueError("is not an answer")


def _one(
    name: str, given: object, questionnaire: Questionnaire, problems: list[AnswerProblem], *, blanks: bool
) -> dict[str, Answer]:
    """Return a respondent's answers in the rubric's order; what is wrong goes to ``problems``.

    Items left out are wrong too, unless ``blanks`` allows them beside at least one answer.
    """
    if not isinstance(given, Mapping):
        said = f"The answers of “{name}” are {_shown(given)}, not a list of questions and answers."
        problems.append(AnswerProblem("answers-shape", name, (), said, "A1: 3, A2: dont-know, …"))
        return {}
    ids = {i.casefold(): i for i in questionnaire.items}
    found: dict[str, Answer | None] = {}
    unknown = 0
    for key, value in given.items():
        id_ = ids.get(key.strip().casefold()) if isinstance(key, str) else None
        if id_ is None:
            unknown += 1
            if unknown <= _MOST_PROBLEMS:
                shown = str(key)[:40] if isinstance(key, str) else _shown(key)
                hint = nearest(shown, (*questionnaire.items, *_BESIDE))
                said = f"“{name}” answers “{shown}”, which is not a question.{hint}"
                expected = f"{next(iter(questionnaire.items))} … {list(questionnaire.items)[-1]}"
                problems.append(AnswerProblem("unknown-item", name, (shown,), said, expected))
            continue
        if id_ in found:
            said = f"“{name}” answers {id_} twice."
            problems.append(AnswerProblem("answered-twice", name, (id_,), said, "one answer"))
            continue
        try:
            found[id_] = read_answer(value)
        except ValueError as error:
            said = f"“{name}” answers {id_} with {_shown(value)}, which {error}."
            problems.append(AnswerProblem("answer", name, (id_,), said, _EXPECTED))
            found[id_] = DONT_KNOW
    missing = [i for i in questionnaire.items if found.get(i) is None]
    if blanks and len(missing) == len(questionnaire.items):
        said = f"“{name}” has answered nothing yet."
        problems.append(AnswerProblem("missing-answers", name, tuple(missing), said, _EXPECTED))
    elif missing and not blanks:
        some = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        said = f"“{name}” has no answer to {some}."
        problems.append(AnswerProblem("missing-answers", name, tuple(missing), said, _EXPECTED))
    return {i: answer for i in questionnaire.items if (answer := found.get(i)) is not None}


def read_context(context: object, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the flags' ids in the rubric's order. Raises :class:`AnswersError` for words that are none."""
    names = {
        word.casefold().replace("-", "_"): flag.id
        for flag in questionnaire.data.context
        for word in (flag.id, *flag.also)
    }
    known = ", ".join(questionnaire.flags)
    if context is None:
        return ()
    if isinstance(context, str | Mapping) or not isinstance(context, Iterable):
        said = f"The context is {_shown(context)}, not a list."
        raise AnswersError([AnswerProblem("context", "", (), said, f"a list of: {known}")], f"Use: {known}.")
    found, problems = set[str](), list[AnswerProblem]()
    for word in context:
        key = re.sub(r"[\s-]+", "_", word.strip().casefold()) if isinstance(word, str) else ""
        if key in names:
            found.add(names[key])
        elif len(problems) < _MOST_PROBLEMS:
            shown = word[:40] if isinstance(word, str) else _shown(word)
            said = f"“{shown}” is not something the context knows.{nearest(shown, names)}"
            problems.append(AnswerProblem("context", "", (), said, known))
    if problems:
        raise AnswersError(problems, f"Use any of: {known}.")
    return tuple(flag for flag in questionnaire.flags if flag in found)


def read_answers(
    given: object, context: object, questionnaire: Questionnaire, *, blanks: bool = False
) -> Answers:
    """Check everything at once; with ``blanks`` what is left out counts as not known.

    Raises :class:`AnswersError`, or InputError when there is nothing to check.
    """
    if not isinstance(given, Mapping):
        raise InputError(
            "answers-shape",
            f"The answers are {_shown(given)}, not answers by respondent.",
            "Give a name and that person’s answers, such as Sponsor: A1: 3, A2: dont-know, and so on.",
        )
    if not given:
        raise InputError("empty", "There are no answers yet.", "Answer the questions, then try again.")
    if len(given) > MAX_RESPONDENTS:
        raise InputError(
            "too-many-respondents",
            f"{len(given):,} respondents are more than one result combines ({MAX_RESPONDENTS}).",
            "Choose those who decide and those who do the work, or make one result a department.",
        )
    flags = read_context(context, questionnaire)
    problems: list[AnswerProblem] = []
    found: dict[str, dict[str, Answer]] = {}
    folded: dict[str, str] = {}
    for key, answers in given.items():
        name = clean_name(key[: MAX_NAME * 4]) if isinstance(key, str) else ""
        if not isinstance(key, str) or len(name) > MAX_NAME or len(key) > MAX_NAME * 4:
            said = f"“{_shown(key)}” is not a name of at most {MAX_NAME} characters."
            problems.append(AnswerProblem("respondent", name[:MAX_NAME], (), said, "a short name"))
            continue
        name = name or _NOBODY
        if (twin := folded.get(name.casefold())) is not None:
            said = f"“{name}” answers twice (first as “{twin}”)."
            problems.append(
                AnswerProblem("duplicate-respondent", name, (), said, "one set of answers a name")
            )
            continue
        folded[name.casefold()] = name
        found[name] = _one(name, answers, questionnaire, problems, blanks=blanks)
        if len(problems) > 10 * _MOST_PROBLEMS:
            break
    if problems:
        raise AnswersError(problems)
    ordered = sorted(found, key=lambda n: (n.casefold(), n))
    return Answers(
        {n: {i: found[n].get(i, DONT_KNOW) for i in questionnaire.items} for n in ordered},
        flags,
        {n: tuple(i for i in questionnaire.items if i not in found[n]) for n in ordered},
    )
