"""Rows of a pasted table, a CSV file or a form → role drafts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from advisor.rubrics.structures import load_structures
from advisor.wording import lower_first, upper_first

from .brackets import duties_beside, remarks
from .cells import NUMBER, WIDEST, Row, columns_of, head_of
from .details import details
from .doubts import is_outside, volunteers
from .model import LONGEST_TITLE, MOST_PEOPLE, RoleDraft, Span
from .parts import hours_of_parts
from .row_figures import SHARE, ZERO, figure, tells_posts, week_of
from .share import hours_with_some
from .terms import Vocabulary
from .vocabulary import several
from .words import WORD, names_in, plain

_COUNTED = re.compile(r"(\d{1,4})(?:\s?[x×])?\s+(?=[^\W\d])")
# "Nurses x5", "Volunteer hosts (9)": so many sit there
_COUNTED_BEHIND = re.compile(
    r"([^\W\d].{1,60}?)\s*(?:[x×]\s?(\d{1,4})|\(\s*[x×]?\s?(\d{1,4})\s*[x×]?\s*\))\s*\Z"
)
_LIST = re.compile(r"\s*(?:[;•]|<br\s*/?>|\s/\s|,\s)\s*")
_BRACKET = re.compile(r"(?<=\w)\s*\([^()]*\)\Z")
_COMMA = re.compile(r"\s*,\s*")
_SURNAME_FIRST = re.compile(r"\s*[^\W\d_][^\d,;]{0,40},\s*[^\W\d_][^\d,;]{0,30}(?<!\sand)\s*")
_FIGURE = re.compile(r"[€$£]?\s?\d[\d.,' ]*\s?(?:[€$£k%]|eur|usd|gbp|k€)?", re.IGNORECASE)  # "68", "€4,100"
_NUMBERS = re.compile(r"\d+")
# "2021-03-01", "ana@example.org", "+44 20 7946 0000"
_RECORD = re.compile(r"\S+@\S+\.\w+|https?://\S+|[+(]?\d[\d\s()./-]{5,}")


class TableRow(NamedTuple):
    """One row read; ``vacant``: a cell says that nobody sits there; ``part_time``: one says that they work part-time."""

    draft: RoleDraft
    vacant: bool
    part_time: bool


def _surnames_first(columns: dict[int, str], rows: Sequence[Row], words: Vocabulary) -> list[str]:
    """Return the names of a column that all read "Meyer, Anna", as they stand; none where they are lists of people."""
    at = next((i for i, key in columns.items() if key == "name"), None)
    title = next((i for i, key in columns.items() if key == "title"), None)
    filled = [
        r.cells
        for r in rows
        if at is not None
        and at < len(r.cells)
        and r.cells[at].strip("-–—? ")
        and plain(r.cells[at].strip("()[] ")) not in words.unnamed
        and not words.absent.no_holder.fullmatch(r.cells[at].strip("()[]* "))
    ]
    if at is None or len(filled) < 2 or not all(_SURNAME_FIRST.fullmatch(cells[at]) for cells in filled):
        return []
    if any(title is not None and title < len(c) and several(c[title], words) for c in filled):
        return []  # "Agents | Tom, Ben"
    return [cells[at] for cells in filled]


def _part(head: str, cell: str, words: Vocabulary) -> str:
    """Return a cell as a duty: a figure under work is a part of the week ("Community h/wk" over 20), 0 is none."""
    work, figure = words.functions.match(head.strip()), NUMBER.fullmatch(cell)
    if work is None or figure is None:
        return cell
    number, percent = figure[1], "%" in head + cell
    if not float(number.replace(",", ".")):
        return ""
    return f"{number}% {work[0]}" if percent else f"{number} h for {work[0]}"


class _Table:
    """The rows of one table. ``heads``: the columns' heads, none where the table has no row of them."""

    def __init__(self, rows: Sequence[Row], words: Vocabulary) -> None:
        self.words = words
        self.columns, self.has_head = columns_of(rows[0].cells, rows, words)
        self.titles = rows[0].cells if self.has_head else []
        self.heads = [head_of(cell) for cell in self.titles]
        self.wanted = len(rows[0].cells)
        self.rows = rows[1:] if self.has_head else rows
        self.tells_posts = tells_posts(self.columns, self.rows)
        self.figures = self._of_figures()
        self.turned = _surnames_first(self.columns, self.rows, words)
        say = words.data.doubts
        self.notices = [] if self.has_head else [say.no_header]
        self.notices += [say.surname.format(words="; ".join(self.turned))] if self.turned else []

    def cells(self, row: Row) -> dict[str, str]:
        """Return what a row says by what its columns hold; a number before the title counts people."""
        cells = {key: row.cells[i] for i, key in self.columns.items() if i < len(row.cells)}
        called = " ".join(filter(None, (cells.get("first_name"), cells.get("last_name"))))
        if called and not cells.get("name"):
            cells["name"] = called
        if self.tells_posts and SHARE.fullmatch(cells.get("hours", "").strip()):
            cells["share"] = cells.pop("hours")
        if _NUMBERS.fullmatch(cells.get("name", "")) and several(cells.get("title", ""), self.words):
            cells |= {"people": cells["name"], "name": ""}  # "Helpline volunteers | 34"
        for key in ("title", "name"):
            if (counted := _COUNTED.match(cells.get(key, ""))) and not cells.get("headcount"):
                said = cells[key][counted.end() :]
                cells |= {"headcount": counted[1], key: upper_first(said)}
            elif (behind := _COUNTED_BEHIND.match(cells.get(key, ""))) and several(behind[1], self.words):
                cells |= {"people": behind[2] or behind[3], key: behind[1]}
        return cells

    def status(self, row: Row) -> list[str]:
        """Return the cells that may say that nobody sits there."""
        return [c for head, c in zip(self.heads, row.cells, strict=False) if head in self.words.status]

    def noted(self, row: Row) -> list[str]:
        """Return what notes tell of the work, its hours and of a supplier: "BPO in Tirana, 24/7"."""
        said = [piece for cell in self.status(row) for piece in remarks(cell)]
        outside = [piece for piece in said if is_outside(piece)]
        return [*outside, *duties_beside((piece for piece in said if piece not in outside), self.words)]

    def unfilled(self, row: Row, cells: dict[str, str], *, nobody: bool) -> bool:
        """Whether cells say that nobody sits in a seat: ``nobody`` in the place of a name, or none and no people."""
        work = [
            c
            for head, c in zip(self.heads, row.cells, strict=False)
            if self.words.columns.get(head) == "duties"
        ]
        return (
            nobody
            or ZERO.fullmatch(cells.get("headcount", "").strip()) is not None
            or any(self.words.absent.unfilled.fullmatch(c) for c in (*self.status(row), *work))
            or any(self.words.absent.nobody.match(c) for c in work)
        )

    def beside(self, row: Row) -> list[str]:
        """Return what stands in columns of which the rubric knows nothing, as duties."""
        told = {i for i, head in enumerate(self.heads) if head in self.words.columns}
        cells = {i: c for i, c in enumerate(row.cells) if i not in self.columns and i not in told and c}
        titles = dict(enumerate(self.titles))
        cells = {i: c for i, c in cells.items() if not (self._of_records(c) or i in self.figures)}
        return [part for i, c in cells.items() if (part := _part(titles.get(i, ""), c, self.words))]

    def _of_figures(self) -> set[int]:
        """Return the columns that hold nothing but figures under a head that tells no work: "Cost", "Cost centre"."""
        filled = {
            i: [r.cells[i] for r in self.rows if i < len(r.cells) and r.cells[i]] for i in range(self.wanted)
        }
        titles = dict(enumerate(self.titles))
        return {
            i
            for i, cells in filled.items()
            if cells
            and all(_FIGURE.fullmatch(cell) for cell in cells)
            and not self.words.functions.match(titles.get(i, "").strip())
        }

    def _of_records(self, cell: str) -> bool:
        """Whether a cell holds a date, an address or a telephone number, as lists of staff do."""
        if _RECORD.fullmatch(cell):
            return True
        named = [plain(word) for word in WORD.findall(cell) if not word.isdigit()]
        months = {month[:3].lower() for month in self.words.data.months}
        return bool(re.search(r"\d", cell) and named) and all(word[:3] in months for word in named)

    def read(self, row: Row, number: int, spans: tuple[Span, ...]) -> TableRow | None:
        """Return what a row says, the ``number``-th of its table; None when it names no role. Raises InputError."""
        words, cells = self.words, self.cells(row)
        title = cells.get("title") or cells.get("name") or ""
        if (not title and not cells.get("duties")) or plain(title) in words.totals:
            return None
        if len(row.cells) != self.wanted and any(row.cells[self.wanted :] or ("more",)):
            said = words.data.doubts.ragged
            self.notices.append(said.format(row=number, found=len(row.cells), wanted=self.wanted))
        name = cells.get("name", "").strip("-–—? ")
        name = "" if plain(name.strip("()")) in words.unnamed else name
        nobody = words.absent.no_holder.fullmatch(_BRACKET.sub("", name).strip("()[]* ")) is not None
        # "Trust & safety | -": work that nobody does
        nobody |= bool(
            words.functions.fullmatch(title)
            and words.absent.nobody.fullmatch(cells.get("name") or cells.get("reports_to", ""))
        )
        vacant = (not name or nobody) and self.unfilled(row, cells, nobody=nobody)
        if self.turned and _SURNAME_FIRST.fullmatch(name):
            name = " ".join(reversed(_COMMA.split(name)))
        boss = cells.get("reports_to", "").strip("-–—? ")
        if self.turned and _SURNAME_FIRST.fullmatch(boss):
            boss = " ".join(reversed(_COMMA.split(boss)))
        people = figure(
            cells.get("headcount", ""), MOST_PEOPLE, "number of people", number, self.notices, words
        )
        posts, so_many = people, cells.get("people")
        people = float(so_many) if so_many else people
        # One person who is away; of several the others are there.
        vacant |= (people or len(names_in(name)) or 1) <= 1 and any(
            words.absent.away.search(f"on {c}") for c in self.status(row)
        )
        whole = " ; ".join([title, *row.cells])
        more, extra = details(whole, 0, len(whole), words), self.beside(row)
        duties = [d for d in _LIST.split(cells.get("duties", "")) if d.strip()] + extra
        duties += [] if vacant else self.noted(row)
        head = next((h for h in self.heads if words.columns.get(h) == "hours"), "")
        hours, times = week_of(cells, head, people, number, self.notices, words)
        hours = hours or hours_of_parts("; ".join(extra), 0, WIDEST, words, least=1)
        if hours is None and "hours" not in self.columns.values():
            hours = more.hours  # "Instagram, YouTube; 32 hours a week"
        if so_many and people and posts and posts < people and hours is None:
            hours = round(
                posts * load_structures().data.numbers.full_time / people, 1
            )  # "Nurses x5 | 3.2 FTE"
        some = self.words.some_of_them.search(whole) if people and people > 1 else None
        if some and people and hours is None:  # "24 (18 FT, 6 PT)"
            hours = hours_with_some(people, words.number(some[1]), None)
        if hours is not None and people and people < 1:
            people = None  # "0.8 FTE, 30 hours": the hours tell it already
        if times:
            duties = [*duties, words.data.hours_as_duty.format(words=times)]
        if is_outside(name):  # "Holder: outsourced to Callico"
            duties, name = [name, *duties], ""
        if volunteers(name):  # "Volunteer hosts | Forum hosts"
            title = title if volunteers(title) else words.data.of_volunteers.format(title=lower_first(title))
            name = ""
        draft = RoleDraft(
            title=title[:LONGEST_TITLE],
            name=name if cells.get("title") and not nobody and not so_many else "",
            headcount=people,
            hours=hours,
            reports_to="" if words.absent.no_holder.fullmatch(boss) else boss,
            duties=tuple(d.strip() for d in duties),
            measures=tuple(m.strip() for m in _LIST.split(cells.get("measures", "")) if re.search(r"\w", m)),
            places=more.places,
            tools=more.tools,
            spans=spans,
        )
        return TableRow(draft, vacant, (more.part_time or more.half_time) and not some)


def drafts(rows: Sequence[Row], words: Vocabulary) -> tuple[list[TableRow], list[str], list[Span]]:
    """Read rows: roles, notices, and the rows that name no role. Raises InputError for impossible numbers."""
    table, found, left = _Table(rows, words), list[TableRow](), list[Span]()
    head = [rows[0].span] if table.has_head else []
    for number, row in enumerate(table.rows, 1 + len(head)):
        spans = (row.span,) if found else (*head, row.span)  # the head belongs to the first role
        read = table.read(row, number, spans)
        if read:
            found.append(read)
        else:
            left.append(row.span)
    return found, table.notices, left if found else [*left, *head]
