"""Who leads whom in a sentence: "manages four moderators", "runs the desk with two agents", "; he has six hosts"."""

from __future__ import annotations

import re

from .mentions import Mention
from .terms import Vocabulary
from .vocabulary import names_group
from .words import WORD, plain

NEAR = 80  # characters before a title in which its holder may stand
# "…, 24 hours a week; he has six moderators"
_WHO_HAS = re.compile(
    r"(?:[;,.]\s*(?:and\s+)?(?:she|he|who)|,?\s+and)\s+(?:also\s+)?has\s+(?:an?\s+(?:team|group|crew|pool)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_HAS_SOME = re.compile(
    r"\b(?:has|employs|runs|leads|manages)\s+(?:also\s+|an?\s+(?:team|group|crew|pool)\s+of\s+|about\s+)*\Z"
)
_TURN = re.compile(r"[;:]\s|,\s+(?:and|while|whereas|but)\s|\s(?:while|whereas|but)\s", re.IGNORECASE)
_NO_LEADER = re.compile(r"\W*+(?:there|we|our|my|the|an?|this|that|these|those)\b", re.IGNORECASE)
_ONWARD = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:also\s+)?(\w+s)\s+([\w’'-]+)")


def leads_here(
    text: str, start: int, last: int, mention: Mention, leader: Mention | None, words: Vocabulary
) -> bool:
    """Whether somebody has the people who follow: "She has seven agents", "Sofia is the manager and has a team of nine"."""
    if not _HAS_SOME.search(text, last, mention.before):
        return False
    if leader is None:
        return words.pronouns.match(text, start) is not None
    return not names_group(leader.title, words)


def led_from(text: str, at: int, mention: Mention, leader: Mention | None, words: Vocabulary) -> int:
    """Return where people begin that the one before leads ("manages four moderators") or works through, or 0."""
    if mention.number is None:
        return 0
    if any(0 <= mention.before - m.end() < 8 for m in words.manages.finditer(text, at, mention.before)):
        return mention.before
    if leader and not names_group(leader.title, words):
        near = max(at, mention.before - NEAR)
        if has := _WHO_HAS.search(text[near : mention.before]):
            return near + has.start()
    return helped_from(text, at, mention, leader, words)


def helped_from(text: str, at: int, mention: Mention, leader: Mention | None, words: Vocabulary) -> int:
    """Return where "with two agents" begins behind work that somebody does, "runs the help desk"; or 0.

    Not behind a subject that is nobody ("There is a forum with …"), and not where a group only has so many people.
    """
    near = max(at, mention.before - NEAR)
    joined = words.joined_by.search(text[near : mention.before])
    if joined is None or (leader and names_group(leader.title, words)):
        return 0
    behind = near + joined.start("with")
    first = leader.after if leader and at <= leader.after <= behind else at
    begin = max([first, *(cut.end() for cut in _TURN.finditer(text, first, behind))])
    if (begin > first or leader is None) and _NO_LEADER.match(text, begin, behind):
        return 0
    said = [plain(word[0]) for word in WORD.finditer(text, begin, behind)]
    if leader and said and said[-1] in words.heads - words.groups:
        return behind  # "has the safety manager with six analysts"
    doing = [i for i, word in enumerate(said) if word in words.verbs or word in words.person_verbs]
    then = [i + 1 for i, word in enumerate(said[:-1]) if word in ("and", "also")]
    others = any(said[i] in words.deals_with for i in [*doing[:1], *then])
    return behind if doing and not others else 0


def onward(text: str, at: int, end: int, words: Vocabulary) -> int:
    """Return where a sentence goes on with work, ", writes the news", or 0."""
    for found in _ONWARD.finditer(text, at, end):
        said, after = found[1].lower(), found[2].lower()
        works = said in words.verbs or said in words.person_verbs
        if works and (said not in words.also_nouns or after in words.after_verb):
            return found.start()
    return 0
