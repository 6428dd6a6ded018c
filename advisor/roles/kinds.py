"""What kind each line is: duty, measure, skill or context. The numbers and words are in ``kinds.yaml``.

Every kind's points of a line are added up: from its section, from what it says, from its place, and a share of the
points of its neighbours, because a list is mostly of one kind and so are the sentences of a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from advisor.collector import uncollected
from advisor.matching.phrases import PhraseSet, spaced
from advisor.rubrics.models import ShapePoints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor.rubrics.loader import Rubrics
    from advisor.rubrics.models import Kind
    from advisor.text.lines import RawLine

_MOST_REMEMBERED = 4096

_Points = tuple[float, float, float, float]
_List = tuple[int, float, float, float, float]
_Said = tuple[_Points, _Points, _Points]
"""What a line's phrases give, what its words give, what its phrases give if it names the ad's main work."""
_NOTHING: _Points = (0.0, 0.0, 0.0, 0.0)
_EMPTY: _List = (-1, 0.0, 0.0, 0.0, 0.0)


class KindReader:
    """The compiled ``kinds.yaml``. Thread-safe: what it remembers is only ever added to."""

    def __init__(self, rubrics: Rubrics) -> None:
        rules = rubrics.data.kinds
        self._order = rules.order
        column = {kind: i for i, kind in enumerate(rules.order)}
        cues = rules.cues
        self._phrases = PhraseSet(rubrics.language, [c.match for c in cues] + [c.unless for c in cues])
        self._ids = [c.id for c in cues]
        self._cues = [
            (1 << i, 1 << (i + len(cues)), column[c.kind] + (len(column) if c.main else 0), c.points)
            for i, c in enumerate(cues)
        ]
        self._remembered: dict[int, tuple[_Points, _Points]] = {0: (_NOTHING, _NOTHING)}
        self._lines: dict[tuple[int, int], _Said] = {}
        self._lead_in_share, self._list_share = rules.lead_in_share, rules.list_share
        self._paragraph_share = rules.paragraph_share

        def points(given: Mapping[Kind, float]) -> _Points:
            a, b, c, d = (given.get(kind, 0.0) for kind in rules.order)
            return a, b, c, d

        single = rubrics.data.kind_words
        self._words = {word.encode(): points(given) for word, given in single.words.items()}
        self._first = {word.encode(): points(given) for word, given in single.first.items()}

        self._after_list, self._introduces = points(rules.after_list), points(rules.introduces)
        self._names_work = points(rules.names_work)
        self._names_main_work = points(rules.names_main_work)
        # What a line gets for its section: in lists, and in prose.
        self._bullet: dict[str, _Points] = {}
        self._prose: dict[str, _Points] = {}
        for section, kind in rubrics.sections.kinds.items():
            place = single.places.get(section, ShapePoints())
            for table, base, own, more in (
                (self._bullet, rules.base.bullet, rules.section_points.bullet, place.bullet),
                (self._prose, rules.base.prose, rules.section_points.prose, place.prose),
            ):
                total = {
                    k: base.get(k, 0.0) + (own.get(k, 0.0) if k == kind else 0.0) + more.get(k, 0.0)
                    for k in rules.order
                }
                table[section] = points(total)

    def _line(self, shadow: bytes) -> _Said:
        """Return what a line says; remembered by a hash, as in the matcher."""
        key = hash(shadow), len(shadow)
        found = self._lines.get(key)
        if found is None:
            said, if_main = self._said(shadow)
            found = said, self._wording(shadow), if_main
            if len(self._lines) >= _MOST_REMEMBERED:
                self._lines.clear()
            self._lines[key] = found
        return found

    def _said(self, shadow: bytes) -> tuple[_Points, _Points]:
        """Return the points that a line gets for what it says, and those that it gets if it names main work."""
        mask = self._phrases.said(shadow)
        found = self._remembered.get(mask)
        if found is None:
            sums = [0.0] * 8
            for bit, unless, kind, n in self._cues:
                if mask & bit and not mask & unless:
                    sums[kind] += n
            found = (sums[0], sums[1], sums[2], sums[3]), (sums[4], sums[5], sums[6], sums[7])
            if len(self._remembered) < _MOST_REMEMBERED:
                self._remembered[mask] = found
        return found

    def _wording(self, shadow: bytes) -> _Points:
        """Return what a line's single words give, each counted once."""
        words = shadow.split()
        a, b, c, d = self._first.get(words[0], _NOTHING) if words else _NOTHING
        known = self._words
        for word in dict.fromkeys(words):  # a set would add up in another order in every process
            if found := known.get(word):
                e, f, g, h = found
                a, b, c, d = a + e, b + f, c + g, d + h
        return a, b, c, d

    def cues_in(self, shadow: bytes) -> list[str]:
        """Return the ids of the kind cues that fire in a folded line."""
        mask = self._phrases.said(spaced(shadow))
        return [
            id_
            for id_, (bit, unless, _, _) in zip(self._ids, self._cues, strict=True)
            if mask & bit and not mask & unless
        ]

    def kinds(
        self, shadow: bytes, lines: Sequence[RawLine], names_work: Callable[[int], bool]
    ) -> list[tuple[str, str]]:
        """Return each line's kind, and the kind of a context line should it name the ad's main work.

        ``shadow``: the folded text. ``names_work`` says whether a practice's cue fires in the line of this number; it
        is asked only where the answer decides.
        """
        order, context = self._order, self._order.index("context")
        read = self._read(shadow, lines)
        found: list[tuple[str, str]] = []
        for i, (a, b, c, d) in enumerate(self._points(lines, read)):
            best = _best(a, b, c, d)
            e, f, g, h = self._names_work
            with_work = _best(a + e, b + f, c + g, d + h)
            if with_work != best and names_work(i):
                best = with_work
            main = best
            if best == context and with_work == context:
                e, f, g, h = self._names_main_work
                j, k, m, n = read[i][2]
                main = _best(a + e + j, b + f + k, c + g + m, d + h + n)
            found.append((order[best], order[main]))
        return found

    def points(self, shadow: bytes, lines: Sequence[RawLine]) -> list[_Points]:
        """Return each line's points, a number for each kind in the rubric's ``order``."""
        return self._points(lines, self._read(shadow, lines))

    def _read(self, shadow: bytes, lines: Sequence[RawLine]) -> list[_Said]:
        words = spaced(shadow)
        return [self._line(words[line.start : line.end]) for line in lines]

    def _points(self, lines: Sequence[RawLine], read: Sequence[_Said]) -> list[_Points]:
        said = [of_phrases for of_phrases, _, _ in read]
        lists = _lists(lines, said)
        introducing = {line.lead_in for line in lines}
        with_bullets: set[int] = set()
        found: list[_Points] = []
        last = len(lines) - 1
        for i, line in enumerate(lines):
            a, b, c, d = own = said[i]
            if line.bullet:
                with_bullets.add(line.heading)
                e, f, g, h = self._bullet[line.section]
                a, b, c, d = a + e, b + f, c + g, d + h
                if line.lead_in >= 0:
                    e, f, g, h = said[line.lead_in]
                    share = self._lead_in_share
                    a, b, c, d = a + e * share, b + f * share, c + g * share, d + h * share
                others, e, f, g, h = lists[line.heading, line.lead_in, line.depth]
                if others:
                    share = self._list_share / others
                    j, k, m, n = own
                    a, b, c, d = (
                        a + (e - j) * share,
                        b + (f - k) * share,
                        c + (g - m) * share,
                        d + (h - n) * share,
                    )
            else:
                e, f, g, h = self._prose[line.section]
                a, b, c, d = a + e, b + f, c + g, d + h
                if line.heading in with_bullets:
                    e, f, g, h = self._after_list
                    a, b, c, d = a + e, b + f, c + g, d + h
                paragraph = line.paragraph
                near = []
                if i and lines[i - 1].paragraph == paragraph:
                    near.append(said[i - 1])
                if i < last and lines[i + 1].paragraph == paragraph:
                    near.append(said[i + 1])
                for e, f, g, h in near:
                    share = self._paragraph_share / len(near)
                    a, b, c, d = a + e * share, b + f * share, c + g * share, d + h * share
            if i in introducing:
                e, f, g, h = self._introduces
                a, b, c, d = a + e, b + f, c + g, d + h
            e, f, g, h = read[i][1]
            a, b, c, d = a + e, b + f, c + g, d + h
            found.append((a, b, c, d))
        return found


def _best(a: float, b: float, c: float, d: float) -> int:
    best = max(a, b, c, d)
    return 0 if a == best else 1 if b == best else 2 if c == best else 3


def _lists(lines: Sequence[RawLine], said: Sequence[_Points]) -> dict[tuple[int, int, int], _List]:
    """Return, for each list, by heading, lead-in and depth: how many bullets it has beside one, and their points."""
    lists: dict[tuple[int, int, int], _List] = {}
    for i, line in enumerate(lines):
        if line.bullet:
            key = line.heading, line.lead_in, line.depth
            n, a, b, c, d = lists.get(key, _EMPTY)
            e, f, g, h = said[i]
            lists[key] = n + 1, a + e, b + f, c + g, d + h
    return lists


@lru_cache(maxsize=8)
@uncollected()
def kind_reader(rubrics: Rubrics) -> KindReader:
    """Return the reader of these rubrics, built once."""
    return KindReader(rubrics)
