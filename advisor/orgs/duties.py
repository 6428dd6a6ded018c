"""What is left of a stretch about one seat, cut into duties; what only counts, places or names them is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.rubrics.structures import load_structures
from advisor.text.markup import without_markdown

from .model import Span
from .terms import Vocabulary
from .words import ABOUT, EDGES, WORD, names_in, plain

_AND = re.compile(r"\s+and\s+(?:also\s+)?([\w'’-]+)")
_DUTY_CUT = re.compile(
    r";|,(?!\d{3}\b)\s*(?:and\s+)?|\s+and\s+(?=\w+s\b|\d{1,3}\s?(?:%|h|hrs?|hours?|days?)(?!\w))"
)
_LEAD = re.compile(
    r"^(?:(?:officially|she|he|they|it|who|also|and|then|this person|the role|is responsible for|are responsible for|responsible for|is in charge of|in charge of|looks after|look after|duties|tasks)(?:\b|(?=:))[\s:]*)+",
    re.IGNORECASE,
)
_DOES = re.compile(r"[a-z]+s\b")  # "runs", not "run", which hangs on a verb before it
_WHO = re.compile(r"\b(?:who|that)\b")
_ABOUT = re.compile(rf"\W{{0,3}}{ABOUT}?", re.IGNORECASE)
_THERE = re.compile(r"\s+(?:on|in|at)\s+(?:(?:the|our)\s+)?")
_TAIL = re.compile(r"\s+(?:and|or|who|which|(?:him|her|my)self|themselves)$", re.IGNORECASE)
_OF_OURS = re.compile(r"(?:(?:the|our)\s+)?")
_WHERE = re.compile(r"(?:based )?(?:in|at|from) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)?")
_ARE = re.compile(
    r"(?:are|is)\s+(?:all\s+|both\s+|an?\s+)?(?:employed(?:\s[\w-]+)?|unpaid|paid|volunteers?|freelancers?|contractors?|part-timers?)"
    r"|(?:(?:are|is|gets?)\s+)?paid\s(?:by|per|an|hourly|monthly)\b.*",
    re.IGNORECASE,
)
_WORKS = re.compile(r"\s+(?:works?|is on)$")  # "Lena works", before her hours
_ADDRESS = re.compile(r"\w@\w+\.\w")
_SHE_HER = re.compile(
    r"\(?\b(?:she|he|they|xe|ze)\s*/\s*(?:her|hers|him|his|them|theirs|they|she|he)(?:\s*/\s*\w+)?\s*\)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"^\d{1,3}\s?%(?:\s*$|\s+(?=\())")  # "100 %", "100 % (also answers DMs)"
_WHOLE = re.compile(r"^\(([^()]+)\)$")
_PARTS = re.compile(
    r"\d{1,4}\s*\(\s*\d{1,4}\s[^()]*\)|\d{1,4}\s+(?:in\s+)?[A-Z][a-z]+"
)  # "5 (2 contractors)"
_NO_DUTY = frozenset(
    (
        "which",
        "spends",
        "on it",
        "on this",
        "plus",
        "too",
        "as well",
        "works",
        "for",
        "all full-time",
        "all part-time",
        "full time",
        "part time",
        "and",
        "our",
        "her",
        "his",
        "their",
        "all",
        "part-time",
        "full-time",
        "unpaid",
        "all unpaid",
        "herself",
        "himself",
        "themselves",
        "myself",
    )
)


def without_lead(duty: str) -> str:
    """Return a duty without the words that only lead to it: "is responsible for"."""
    return _LEAD.sub("", duty)


def duties_in(
    text: str, span: Span, others: Sequence[tuple[int, int]], names: frozenset[str], words: Vocabulary
) -> list[str]:
    """Return the duties in ``text[span]`` beside ``others``, the stretches that say something else.

    ``names``: of those whom it is about, plain, whole and first alone.
    """
    piece, (at, end) = "", span
    for a, b in sorted(others):
        if b > at:
            piece += text[at : max(at, a)] + "; "
            at = b
    piece = words.absent.uncovered.sub(" ", _SHE_HER.sub(" ", piece + text[at:end]))
    found = []
    for part in _parts(without_markdown(" ".join(piece.split())), words):
        duty = _TAIL.sub("", without_lead(part.strip(EDGES))).strip(EDGES)
        duty += ")" if duty.count("(") > duty.count(")") else ""  # an edge, too
        duty = duty.replace('"', "") if duty.count('"') % 2 else duty
        duty = _WHOLE.sub(r"\1", _PERCENT.sub("", duty))
        told = names_in(_WORKS.sub("", duty))
        if not names.issuperset(map(plain, told)) and _is_duty(duty, words):
            found.append(duty)
    return found


def _is_duty(duty: str, words: Vocabulary) -> bool:
    return bool(
        len(duty) > 2
        and plain(_WORKS.sub("", duty)) not in _NO_DUTY
        and WORD.search(duty)
        and not _WHERE.fullmatch(duty)
        and not _ARE.fullmatch(duty)
        and not words.manages.fullmatch(duty)
        and not _ADDRESS.search(duty)
        and not _PARTS.fullmatch(duty)
        and not _counts_there(_ABOUT.sub("", duty, count=1), words)
        and not words.heads_by_part.fullmatch(duty)
        and not words.all_of_them.fullmatch(duty)
        and not words.some_of_them.fullmatch(duty.removesuffix(" part-time").removesuffix(" part time"))
    )


def _parts(said: str, words: Vocabulary) -> list[str]:
    """Cut "answer mail and run the forum, in turns" where a verb or a comma follows."""
    cut, at = [], 0
    for match in _AND.finditer(said):
        does = match[1].lower() in words.verbs or match[1].lower() in words.person_verbs
        if does or words.part_of_week.match(said, match.start(1)) or _joins_work(said, at, match, words):
            cut.append(said[at : match.start()])
            at = match.start(1)
    return [part for whole in (*cut, said[at:]) for part in _DUTY_CUT.split(whole)]


def _joins_work(said: str, at: int, joint: re.Match[str], words: Vocabulary) -> bool:
    """Whether a function stands before "and", and a place behind it: "handles social and the Discord"."""
    place = _OF_OURS.match(said, joint.start(1))
    if not place or not (words.places.match(said, place.end()) or words.tools.match(said, place.end())):
        return False
    return any(
        function.end() == joint.start() for function in words.functions.finditer(said, at, joint.start())
    )


def _counts_there(duty: str, words: Vocabulary) -> bool:
    """Whether a stretch only tells how many there are, and where: "8 volunteers on Discord"."""
    heads = words.heads_in.match(duty)
    if heads is None:
        return False
    place = _THERE.match(duty, heads.end())
    rest = place.end() if place else heads.end()
    return rest == len(duty) or (place is not None and words.places.fullmatch(duty, rest) is not None)


def is_wish(duty: str) -> bool:
    """Whether a duty is only to find somebody for some work."""
    found = load_structures().empty_post(duty)
    return found is not None and not WORD.search(duty, 0, found[0])


def measure_in(said: str, words: Vocabulary, *, again: bool) -> str:
    """Return what a stretch names as a yardstick, "" for a duty: "target 900 decisions a day", and, of a seat that is
    told of ``again``, a yardstick alone: "Agents: tickets closed".
    """
    first, _, rest = said.partition(" ")
    if rest and words.columns.get(plain(first)) == "measures":
        return rest
    verbs = words.verbs | words.person_verbs
    # "tickets closed" does nothing
    does = any(plain(w[0]) in verbs and not w[0].endswith("ed") for w in WORD.finditer(said))
    return said if again and not does and load_structures().yardsticks(said) else ""


def beside_wish(wish: str, later: Sequence[str]) -> list[str]:
    """Return which of the duties that stand ``later`` in a wish to hire are those of who wishes."""
    return [] if _WHO.search(wish) else [duty for duty in later if _DOES.match(duty)]
