"""Rows of a pasted table, a CSV file or a form → role drafts."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from typing import NamedTuple

from advisor.errors import InputError
from advisor.rubrics.structures import load_structures
from advisor.text.markup import without_markdown

from .details import details
from .hours import hours_and_times
from .mentions import mentions
from .model import HOURS_A_WEEK, LONGEST_TITLE, MOST_PEOPLE, RoleDraft, Span
from .parts import hours_of_parts
from .people import ONE_NAME, PeopleReader
from .share import DAYS_A_WEEK, WHOLE_WEEK
from .terms import Vocabulary
from .vocabulary import several
from .words import plain

_SLASH = " / "  # three lines or more: "Support / 4 people / tickets"
_DELIMITERS = ("\t", "|", _SLASH, ";", ",")
_ZERO = re.compile(r"0(?:[.,]0+)?(?:\s?(?:fte|h|hrs?|hours?|%))?", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=-]+")
_LIST = re.compile(r"\s*(?:[;•]|<br\s*/?>|\s/\s|,\s)\s*")
_NUMBER = re.compile(
    r"\s*(?:[x×]\s*)?(\d{1,12}(?:[.,]\d{1,2})?)\s*(?:[x×]|fte|h|hrs?|hours?|people|persons|%|/|a|per|week|wk|days?|each|\s)*\s*",
    re.IGNORECASE,
)


_BRACKET = re.compile(r"(?<=\w)\s*\([^()]*\)\Z")
_COMMA = re.compile(r"\s*,\s*")
_SURNAME_FIRST = re.compile(r"\s*[^\W\d_][^\d,;]{0,40},\s*[^\W\d_][^\d,;]{0,30}(?<!\sand)\s*")
_MOSTLY = 0.6  # of a column's cells are figures: it counts people
_NO_PEOPLE = re.compile(r"%|\b(?:h|hrs?|hours?|week|wk)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_WHOLE, _LONGEST_WEEK = (
    100,
    60,
)  # percent of a post; hours of one person, beyond which they are those of several
_WIDEST = 100_000  # characters; a longer line is no row


class Row(NamedTuple):
    """One row: its cells and the stretch of the text that it stands in."""

    cells: list[str]
    span: Span


class TableRow(NamedTuple):
    """One row read; ``vacant``: a cell says that nobody sits there; ``part_time``: one says that they work part-time."""

    draft: RoleDraft
    vacant: bool
    part_time: bool


def cells_of(line: str, delimiter: str) -> list[str]:
    """Cut one line; quoted cells keep their delimiters, a Markdown row loses its outer pipes."""
    if delimiter == "|":
        line = line.strip().removeprefix("|").removesuffix("|")
        return [without_markdown(c.strip()) for c in line.split("|")]
    if len(line) > _WIDEST:
        return [line]
    if delimiter == _SLASH:
        return [without_markdown(c.strip()) for c in line.split(delimiter)]
    return [
        without_markdown(c.strip())
        for c in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    ]


def _head(cell: str) -> str:
    """Return a column's head as the rubric writes it."""
    return " ".join(plain(word) for word in cell.replace("_", " ").strip("*:?. ").split())


def delimiter_of(lines: Sequence[str], words: Vocabulary) -> str:
    """Return what parts these lines into columns, or "" when they are no table.

    Tabs and pipes part any two lines alike; commas and semicolons only under a head whose columns are known.
    """
    for delimiter in _DELIMITERS:
        counts = [len(cells_of(line, delimiter)) for line in lines if not _RULE.fullmatch(line)]
        if len(counts) < 2 or counts[0] < 2:
            continue
        known = sum(_head(c) in words.columns for c in cells_of(lines[0], delimiter))
        plain_rows = delimiter in "\t|" and sum(n >= 2 for n in counts) >= 0.6 * len(counts)
        if known >= 2 or plain_rows or (delimiter == _SLASH and _all_rows(lines, counts, words)):
            return delimiter
    return ""


def _all_rows(lines: Sequence[str], counts: Sequence[int], words: Vocabulary) -> bool:
    """Whether three lines or more all have cells, and all begin with a role's name or a function and no colon."""
    first = [line.split(_SLASH, 1)[0] for line in lines]
    return (
        len(lines) == len(counts) > 2
        and min(counts) > 1
        and all(":" not in c and (words.functions.match(c) or mentions(c, 0, len(c), words)) for c in first)
    )


def _settled(known: dict[int, str]) -> dict[int, str]:
    """Return what columns hold beside each other: the first of a kind counts, and "Who" is a name beside a title.

    Where no column tells titles, who it is or else the team stands for them.
    """
    kinds = {i: key for i, key in known.items() if key not in [known[j] for j in known if j < i]}
    at = {key: i for i, key in kinds.items()}
    if "title" not in at and (stand := sorted(at[key] for key in ("who", "team") if key in at)):
        at["title"] = stand[0]
        kinds[stand[0]] = "title"
    if "name" not in at and "who" in at and at["who"] != at["title"]:
        kinds[at["who"]] = "name"
    return {i: key for i, key in kinds.items() if key not in ("who", "team")}


def _columns(head: list[str], rows: list[Row], words: Vocabulary) -> tuple[dict[int, str], bool]:
    """Return what each column holds, and whether the first row is a head."""
    known = {i: words.columns[_head(c)] for i, c in enumerate(head) if _head(c) in words.columns}
    if len(known) >= 2 or (known and len(head) == 1):
        return _settled(known), True
    width = max(len(r.cells) for r in rows)
    titled = [
        sum(
            bool(mentions(r.cells[i], 0, len(r.cells[i]), words))
            for r in rows
            if i < len(r.cells) and len(r.cells[i]) < 60
        )
        for i in range(width)
    ]
    length = [sum(len(r.cells[i]) for r in rows if i < len(r.cells)) for i in range(width)]
    first = max(range(width), key=lambda i: titled[i])
    longest = max((i for i in range(width) if i != first), key=lambda i: length[i], default=first)
    columns = {first: "title"} | ({longest: "duties"} if longest != first else {})
    filled = [[r.cells[i] for r in rows if i < len(r.cells) and r.cells[i]] for i in range(width)]
    people = PeopleReader("", words)
    for i in range(width):
        if i != first and filled[i] and all(ONE_NAME.fullmatch(c) and people.is_name(c) for c in filled[i]):
            columns = {first: "title", i: "name"} | {
                k: key for k, key in columns.items() if k not in (first, i)
            }
            break
    for i in range(width):
        figures = [c for c in filled[i] if _NUMBER.fullmatch(c)]
        counts = [c for c in figures if not _NO_PEOPLE.search(c)]
        if i in columns or not filled[i] or len(figures) < _MOSTLY * len(filled[i]):
            continue
        if "name" in columns.values():  # a figure beside one person is no number of people
            posts = all(re.fullmatch(r"\s*(?:0[.,]\d{1,2}|1(?:[.,]0{1,2})?)\s*", c) for c in figures)
            columns[i] = "share" if posts else "hours"
        elif len(counts) >= _MOSTLY * len(filled[i]):
            columns[i] = "headcount"
    return columns, False


def _figure(
    text: str, most: float, what: str, row: int, notices: list[str], words: Vocabulary
) -> float | None:
    text = text.strip()
    if not text or text in "-–?" or _ZERO.fullmatch(text):
        return None
    found = _NUMBER.fullmatch(text)
    if found is None:
        notices.append(words.data.doubts.cell.format(row=row, words=text[:30]))
        return None
    value = float(found[1].replace(",", "."))
    if not 0 < value <= most:
        raise InputError(
            "table",
            f"Row {row}: “{text[:30]}” is no {what} that can be used.",
            f"Write a number above 0 and up to {most:,.0f}, or leave the cell empty.",
        )
    return value


def _week(
    cells: dict[str, str], head: str, people: float | None, row: int, notices: list[str], words: Vocabulary
) -> tuple[float | None, str]:
    """Return the hours a week of one person, from a share of a post, days or hours, and the times that stand with them."""
    full = load_structures().data.numbers.full_time
    share = _figure(cells.get("share", ""), _WHOLE, "share of a post", row, notices, words)
    if share is not None:
        return share * full if share <= 1 else share * full / _WHOLE, ""  # "0.5" or "50"
    told = cells.get("days", "")
    if _NUMBER.fullmatch(told):
        days = _figure(told, WHOLE_WEEK, "number of days a week", row, notices, words)
        return days and days * full / DAYS_A_WEEK, ""
    said, times = hours_and_times(cells.get("hours") or told, head, words)  # "Days: Mon-Fri"
    most = HOURS_A_WEEK * max(people or 1, 1)
    hours = _figure(said, most, "number of hours a week", row, notices, words)
    if hours is not None and people and people > 1 and hours > _LONGEST_WEEK >= hours / people:
        hours /= people  # of all together
    if hours is not None and hours > HOURS_A_WEEK:
        _figure(said, HOURS_A_WEEK, "number of hours a week", row, notices, words)  # refuses it
    return hours, times


def _surnames_first(columns: dict[int, str], rows: Sequence[Row], words: Vocabulary) -> list[str]:
    """Return the names of a column that all read "Meyer, Anna", as they stand; none where they are lists of people."""
    at = next((i for i, key in columns.items() if key == "name"), None)
    title = next((i for i, key in columns.items() if key == "title"), None)
    filled = [r.cells for r in rows if at is not None and at < len(r.cells) and r.cells[at].strip("-–—? ")]
    if at is None or len(filled) < 2 or not all(_SURNAME_FIRST.fullmatch(cells[at]) for cells in filled):
        return []
    if any(title is not None and title < len(c) and several(c[title], words) for c in filled):
        return []  # "Agents | Tom, Ben"
    return [cells[at] for cells in filled]


def _part(head: str, cell: str, words: Vocabulary) -> str:
    """Return a cell as a duty: a figure under work is a part of the week ("Community h/wk" over 20), 0 is none."""
    work, figure = words.functions.match(head.strip()), _NUMBER.fullmatch(cell)
    if work is None or figure is None:
        return cell
    number, percent = figure[1], "%" in head + cell
    if not float(number.replace(",", ".")):
        return ""
    return f"{number}% {work[0]}" if percent else f"{number} h for {work[0]}"


def drafts(rows: list[Row], words: Vocabulary) -> tuple[list[TableRow], list[str], list[Span]]:
    """Read rows: roles, notices, and the rows that name no role. Raises InputError for impossible numbers."""
    notices, left = [], list[Span]()
    columns, has_head = _columns(rows[0].cells, rows, words)
    if not has_head:
        notices.append(words.data.doubts.no_header)
    wanted = len(rows[0].cells)
    found: list[TableRow] = []
    turned = _surnames_first(columns, rows[1:] if has_head else rows, words)
    if turned:
        notices.append(words.data.doubts.surname.format(words="; ".join(turned)))
    for number, row in enumerate(rows[1:] if has_head else rows, 2 if has_head else 1):
        cells = {key: row.cells[i] for i, key in columns.items() if i < len(row.cells)}
        called = " ".join(filter(None, (cells.get("first_name"), cells.get("last_name"))))
        if called and not cells.get("name"):
            cells["name"] = called
        title = cells.get("title") or cells.get("name") or ""
        if (not title and not cells.get("duties")) or plain(title) in words.totals:
            left.append(row.span)
            continue
        if len(row.cells) != wanted and any(row.cells[wanted:] or ("more",)):
            said = words.data.doubts.ragged
            notices.append(said.format(row=number, found=len(row.cells), wanted=wanted))
        name = cells.get("name", "").strip("-–—? ")
        name = "" if plain(name.strip("()")) in words.unnamed else name
        empty = (
            words.no_holder.fullmatch(_BRACKET.sub("", name).strip("()[]* ")) is not None
        )  # "vacant (since May)"
        # "Trust & safety | -": work that nobody does
        empty |= bool(words.functions.fullmatch(title) and words.nobody.fullmatch(cells.get("name", "")))
        heads = [_head(c) for c in rows[0].cells] if has_head else []
        vacant = (not name or empty) and (
            empty
            or _ZERO.fullmatch(cells.get("headcount", "").strip()) is not None
            or any(
                words.unfilled.fullmatch(c)
                for head, c in zip(heads, row.cells, strict=False)
                if head in words.status or words.columns.get(head) == "duties"
            )
        )
        told = {i for i, c in enumerate(rows[0].cells) if has_head and _head(c) in words.columns}
        beside = {i: c for i, c in enumerate(row.cells) if i not in columns and i not in told and c}
        extra = [
            _part(rows[0].cells[i] if has_head and i < wanted else "", c, words) for i, c in beside.items()
        ]
        duties = [d for d in _LIST.split(cells.get("duties", "")) if d.strip()] + list(filter(None, extra))
        whole = " ; ".join([title, *row.cells])
        more = details(whole, 0, len(whole), words)
        if turned and _SURNAME_FIRST.fullmatch(name):
            name = " ".join(reversed(_COMMA.split(name)))
        head = next((h for h in heads if words.columns.get(h) == "hours"), "")
        people = _figure(cells.get("headcount", ""), MOST_PEOPLE, "number of people", number, notices, words)
        hours, times = _week(cells, head, people, number, notices, words)
        hours = hours or hours_of_parts("; ".join(extra), 0, _WIDEST, words, least=1)
        if hours is None and "hours" not in columns.values():
            hours = more.hours  # "Instagram, YouTube; 32 hours a week"
        if hours is not None and people and people < 1:
            people = None  # "0.8 FTE, 30 hours": the hours tell it already
        if times:
            duties = [*duties, words.data.hours_as_duty.format(words=times)]
        draft = RoleDraft(
            title=title[:LONGEST_TITLE],
            name=name if cells.get("title") and not empty else "",
            headcount=people,
            hours=hours,
            reports_to=cells.get("reports_to", ""),
            duties=tuple(d.strip() for d in duties),
            measures=tuple(m.strip() for m in _LIST.split(cells.get("measures", "")) if re.search(r"\w", m)),
            places=more.places,
            tools=more.tools,
            spans=(row.span,) if found or not has_head else (rows[0].span, row.span),
        )
        found.append(TableRow(draft, vacant, more.part_time or more.half_time))
    if has_head and not found:
        left.append(rows[0].span)
    return found, notices, left
