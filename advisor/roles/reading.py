"""Lines → signals: what kind each line is, which cues count in it, which practices it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisor.matching.fold import fold
from advisor.matching.matcher import NOTHING, LineHits
from advisor.matching.phrases import spaced

from .beside import sure, without_other
from .kinds import kind_reader
from .leaning import NOWHERE, Leans, leans_of, leans_of_lists, list_of
from .model import Line, Signal
from .words import PracticeWords

if TYPE_CHECKING:
    from advisor.matching.matcher import TitleRead
    from advisor.rubrics.loader import Rubrics
    from advisor.text.lines import RawLine, Split


class Read(NamedTuple):
    """One line with its kind and everything that fired in it.

    ``words``: its words in lower case, with spaces for all else and for what it denies. ``main``: how a context line
    reads if it names the work that the ad mostly asks for: kind and what fired; or None.
    """

    raw: RawLine
    kind: str
    hits: LineHits
    words: bytes = b""
    main: tuple[str, LineHits] | None = None


def read_lines(text: str, split: Split, rubrics: Rubrics, titles: frozenset[int] = frozenset()) -> list[Read]:
    """Decide each line's kind, then scan it for what a line of that kind can say; of what the job is not, nothing.

    ``titles``: the numbers of lines that only state the title, which are context whatever they say.
    """
    shadow, matcher, lines = fold(text), rubrics.matcher, split.lines
    words = spaced(shadow)
    scanned: dict[int, LineHits] = {}

    def names_work(i: int) -> bool:
        scanned[i] = matcher.line(shadow[lines[i].start : lines[i].end])
        return bool(scanned[i].cues)

    reads: list[Read] = []
    for i, (kind, main_kind) in enumerate(kind_reader(rubrics).kinds(shadow, lines, names_work)):
        if lines[i].section in rubrics.sections.denied:
            reads.append(Read(lines[i], "context", NOTHING))
            continue
        if i in titles:
            kind = main_kind = "context"  # noqa: PLW2901
        hits = scanned.get(i)
        main = (main_kind, scanned[i]) if main_kind != kind and names_work(i) else None
        if hits is None or kind == "context":
            hits = matcher.line(shadow[lines[i].start : lines[i].end], kind)
        said = words[lines[i].start : lines[i].end]
        for start, stop in hits.denied:
            said = said[:start] + b" " * (stop - start) + said[stop:]
        reads.append(Read(lines[i], kind, hits, said, main))
    return reads


_STAYS = "", ""


class CueTable:
    """What each cue gives to which practice, in points, and what words add; built once from the rubrics."""

    def __init__(self, rubrics: Rubrics) -> None:
        points = rubrics.data.scoring.strengths
        self.gives: dict[str, tuple[tuple[str, float], ...]] = {}
        self.kinds: dict[str, frozenset[str]] = {}
        self.lean: dict[str, tuple[str, bool]] = {}
        self.turns: dict[str, tuple[str, str]] = {}
        self.words = PracticeWords(rubrics)
        for cue in rubrics.cues.values():
            own = rubrics.cue_practice[cue.id]
            weight = cue.weight if cue.weight is not None else points[cue.strength]
            gives = [(own, weight)]
            gives += [(p, points[s]) for p, s in cue.also.items()]
            gives += [(p, -points[s]) for p, s in cue.against.items()]
            self.gives[cue.id] = tuple(gives)
            self.kinds[cue.id] = frozenset(cue.kinds)
            if cue.lean:
                self.lean[cue.id] = own, cue.lean == "mostly"
            if cue.turns:
                self.turns[cue.id] = own, cue.turns

    def moved(self, id_: str, leans: Leans) -> bool:
        """Whether this cue reads differently now that it is known where the ad leans."""
        return self.lean.get(id_) in leans or self.turned(id_, leans) != _STAYS

    def turned(self, id_: str, leans: Leans) -> tuple[str, str]:
        """Return this cue's practice, and the one that gets its points instead; two times "" where nothing turns.

        Where the ad asks mostly for the cue's own practice, too, nothing does: two halves would change places.
        """
        own, instead = self.turns.get(id_, _STAYS)
        return (own, instead) if (instead, True) in leans and (own, True) not in leans else _STAYS


def signals_of(
    reads: Sequence[Read], table: CueTable, rubrics: Rubrics, title: TitleRead
) -> tuple[Line, ...]:
    """Return the lines with their signals and practices.

    Four passes: clear cues say where the ad and its lists lean; then cues marked ``lean`` count where the ad or the
    line's list leans their way, and other functions beside a practice where the ad leans theirs; then the words of
    each line add their part, which depends on how much of the ad each practice has by its cues; then each practice that
    is unlikely where it stands has to be sure.
    """
    scoring = rubrics.data.scoring
    threshold = scoring.line_threshold
    lines = [_line(read, table, threshold, NOWHERE) for read in reads]
    leans = leans_of(lines, title, scoring)
    lists = leans_of_lists([read.raw for read in reads], lines, scoring)

    def again(read: Read, line: Line) -> Line:
        if main := _main(read, table, threshold, leans):
            return main
        here = leans | lists.get(list_of(read.raw), NOWHERE) if lists else leans
        moves = any(table.moved(hit.id, here) for hit in read.hits.cues)
        return _line(read, table, threshold, here) if moves else line

    def settled(found: Iterable[Line]) -> list[Line]:
        return list(found) if ("other", True) in leans else without_other(found)

    by_cues = settled(map(again, reads, lines))
    with_words = settled(table.words.read(by_cues, [read.words for read in reads]))
    return tuple(sure(with_words, rubrics))


def _main(read: Read, table: CueTable, threshold: float, leans: Leans) -> Line | None:
    """Return a context line as work if it names the work that the ad mostly asks for."""
    if read.main is None:
        return None
    kind, hits = read.main
    line = _line(read._replace(kind=kind, hits=hits), table, threshold, NOWHERE)
    return line if any((p, True) in leans for p in line.practices if p != "other") else None


def _line(read: Read, table: CueTable, threshold: float, leans: Leans) -> Line:
    raw, kind, hits = read.raw, read.kind, read.hits
    if kind == "context" or not hits.cues:
        return Line(raw.start, raw.end, kind, raw.section, raw.bullet, (), ())
    sums: dict[str, float] = {}
    signals: list[Signal] = []
    for id_, start, end in hits.cues:
        kinds = table.kinds[id_]
        if kinds and kind not in kinds:
            continue
        if id_ in table.lean and table.lean[id_] not in leans:
            continue
        own, instead = table.turned(id_, leans)
        for given, points in table.gives[id_]:
            practice = instead if instead and given == own else given
            sums[practice] = sums.get(practice, 0.0) + points
            signals.append(Signal(id_, raw.start + start, raw.start + end, practice, points))
    practices = tuple(sorted((p for p, n in sums.items() if n >= threshold), key=lambda p: -sums[p]))
    return Line(raw.start, raw.end, kind, raw.section, raw.bullet, practices, tuple(signals))
