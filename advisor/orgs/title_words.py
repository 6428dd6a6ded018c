"""Which words before and behind the head of a role's name belong to it: "head of community and support"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from .terms import Vocabulary

LONGEST = 7  # words in a role's name
_TITLE_ENDS = re.compile(r"[*_]*\s*(?:[:(]|$)", re.MULTILINE)
_TITLE_CLOSES = re.compile(r"[*_]*\s*(?:[:,(|\t]|[–—]|-\s|$)", re.MULTILINE)
_COMMA = re.compile(r",\s")
_FIELD_WORDS = 5  # words behind "VP" that may be its field


class Token(NamedTuple):
    """A word: where it stands, and how the rubrics write it."""

    start: int
    end: int
    word: str


class TitleWords:
    """Reads titles in a text that is cut into words; places are those of ``tokens``."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Vocabulary) -> None:
        self.text, self.tokens, self.words = text, tokens, words

    def acts(self, word: str, following: str) -> bool:
        """Whether the second of two heads is what the first does: "the lead hosts"."""
        single = following.removesuffix("s")
        if following == single or word.endswith("s"):
            return False
        return single in self.words.data.no_role or following in self.words.verbs

    def goes_on(self, i: int) -> bool:
        """Whether only words of a title stand between this head and the next."""
        for (_, close, word), (at, _, following) in itertools.pairwise(self.tokens[i : i + LONGEST]):
            if self.text[close:at] != " " or (word.endswith("s") and word in self.words.heads):
                return False
            if following in self.words.heads:
                return (
                    following not in self.words.verbs
                    and following.removesuffix("s") not in self.words.data.no_role
                )
            if following not in self.words.fields:
                return False
        return False

    def leads_groups(self, k: int) -> bool:
        """Whether a group and the head behind it are one title: "team manager", "3 team leads"; not "our team leads the"."""
        (_, _, word), (_, close, head) = self.tokens[k], self.tokens[k + 1]
        single = head.removesuffix("s")
        if word not in self.words.groups or (
            single in self.words.data.no_role and single not in self.words.label_heads
        ):
            return False
        counted = k > 0 and (
            self.tokens[k - 1][2].isdigit() or self.tokens[k - 1][2] in self.words.data.numbers
        )
        counted |= (
            self.text[self.tokens[k][0]].isupper() and self.text[self.tokens[k + 1][0]].isupper()
        )  # "Support Team Leads"
        return not self.acts(word, head) or counted or _TITLE_ENDS.match(self.text, close) is not None

    def belongs(self, k: int, start: int) -> bool:
        """Whether the word before a role's name is a part of it."""
        at, stop, word = self.tokens[k]
        gap = self.text[stop : self.tokens[k + 1][0]]
        if gap.strip() not in ("", "&", "/"):  # "Tom Evans - Community Manager" has two parts
            return False
        if word == "and":
            if k == 0:
                return False
            around = self.text[self.tokens[k - 1][0] : self.tokens[k + 1][1]]
            wider = self.text[self.tokens[k - 2][0] : self.tokens[k + 1][1]] if k > 1 else around
            return bool(self.words.joined.fullmatch(around) or self.words.joined.fullmatch(wider))
        if (
            word in self.words.never
            or word in self.words.verbs
            or word == "i"
            or word.startswith(("i'", "we'"))
        ):
            return False
        if word in self.words.fields or self.leads_groups(k):
            return True
        if word.isdigit() and k and self.tokens[k - 1][2] in self.words.data.grades:
            return True  # "tier 2 agents"
        if word in self.words.openers or word[0].isdigit() or word in self.words.data.numbers:
            return False
        head = self.tokens[k + 1][2]
        small = self.text[self.tokens[k + 1][0]].islower() and not (
            head in self.words.person_verbs or word in self.words.data.nobody
        )
        if self.text[at].isupper():
            return at != start or small  # "Tenancy officers"; not "Anna Moderator"
        if (
            head in self.words.groups
            and self.text[at].islower()
            and k > 0
            and self.tokens[k - 1][2] in ("our", "the")
        ):
            # "Our webcare team answers questions"; not "the whole team knows"
            return word not in self.words.data.no_team and self.at_work(k + 1)
        # "two shop assistants": any word between a number and the head
        return (
            small
            and k > 0
            and (self.tokens[k - 1][2] in self.words.data.numbers or self.tokens[k - 1][2].isdigit())
        )

    def at_work(self, k: int) -> bool:
        """Whether a verb or a number of people stands behind a group."""
        following = self.tokens[k + 1][2] if k + 1 < len(self.tokens) else ""
        return (
            following in self.words.verbs
            or following in self.words.person_verbs
            or self.words.behind.match(self.text, self.tokens[k][1]) is not None
        )

    def field_end(self, i: int) -> int:
        """Return the end of "VP Developer Relations" or "Director, Customer Support", from token ``i`` on, or 0."""
        if self.tokens[i][2] not in self.words.leaders:
            return 0
        work = _COMMA.match(self.text, self.tokens[i][1])
        function = self.words.functions.match(self.text, work.end()) if work else None
        if function and self.text[function.start()].isupper() and self._closes(function.end()):
            return function.end()
        stop, last = self.tokens[i][1], ""
        for at, close, word in self.tokens[i + 1 : i + _FIELD_WORDS]:
            if self.text[stop:at] != " " or not self.text[at].isupper():
                break
            stop, last = close, word
        known = i + 1 < len(self.tokens) and self.tokens[i + 1][2] in self.words.fields | self.words.heads
        return stop if last and known and last not in self.words.heads and self._closes(stop) else 0

    def _closes(self, at: int) -> bool:
        """Whether a title can end at ``at``: before a mark or a full stop."""
        return _TITLE_CLOSES.match(self.text, at) is not None or self.text[at : at + 1] == "."

    def place_end(self, i: int, stop: int) -> int:
        """Return the end of "Community Manager EMEA": a place or a rank behind a role's name, from token ``i`` on."""
        for at, close, word in self.tokens[i : i + LONGEST]:
            if at >= stop:
                # "VP Product", "VP Trust & Safety"; "Manager Social Media", and no more
                led = word in self.words.fields and self.tokens[i - 1][2] in self.words.leaders
                work = self.words.functions.match(self.text, at) if stop == self.tokens[i - 1][1] else None
                if (
                    work
                    and self.text[stop:at] == " "
                    and self.text[at].isupper()
                    and _TITLE_CLOSES.match(self.text, work.end())
                ):
                    return work.end()
                gap = self.text[stop:at] == " " or (
                    led and stop > self.tokens[i - 1][1] and self.text[stop:at] == " & "
                )
                if not gap or not (led or word in self.words.qualifiers) or not self.text[at].isupper():
                    break
                stop = close
        return stop

    def of_end(self, i: int) -> int:
        """Return the end of "head of community and support": the field words after "of"."""
        stop, k = self.tokens[i][1], i + 2
        while k < len(self.tokens) and (
            self.tokens[k][2] in self.words.fields or self.text[self.tokens[k][0]].isupper()
        ):
            if self.text[self.tokens[k - 1][1] : self.tokens[k][0]].strip() not in ("", "&"):
                break
            stop = self.tokens[k][1]
            if (
                k + 2 < len(self.tokens)
                and self.tokens[k + 1][2] == "and"
                and self.words.joined.fullmatch(self.text[self.tokens[k][0] : self.tokens[k + 2][1]])
            ):
                stop, k = self.tokens[k + 2][1], k + 2
            k += 1
        return stop
