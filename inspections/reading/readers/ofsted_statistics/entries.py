"""Rows to entries: what one row says of one inspection, before rows about the same one are put together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from inspections.reading.language.printed_dates import plain_day
from inspections.reading.problems import blocking, note
from inspections.reading.readers.ofsted_statistics.grade_cells import NO_INSPECTION, Graded, graded, plain
from inspections.reading.readers.ofsted_statistics.headers import CODE, KINDS, NAME, Group, Meaning
from inspections.reading.readers.ofsted_statistics.workbook_tables import groups
from inspections.reading.records import ProblemRecord
from inspections.reading.structure.inspection_tables import Row, Table

GRADED_KINDS = ("full", "short", "reinspection", "")


@dataclass(frozen=True)
class Day:
    on: dt.date
    printed: str
    where: str


@dataclass(frozen=True)
class GradeCell:
    """One grade cell: what it means, what it prints, its row and its place within that."""

    graded: Graded
    printed: str
    header: str
    where: str
    place: str


@dataclass
class Entry:
    """``programme`` and ``kind`` are empty where the row does not say them."""

    authority: str
    code: str
    programme: str
    kind: str
    where: str
    start: Day | None = None
    end: Day | None = None
    published: Day | None = None
    grades: dict[str, GradeCell] = field(default_factory=dict)
    topic: str = ""


def entries_of(table: Table[Meaning], row: Row[Meaning]) -> tuple[list[Entry], list[ProblemRecord]]:
    """A row with columns for several programmes makes several entries; what makes none is a problem."""
    name = row.words(NAME)
    if not name:
        return [], [blocking(row.locator, "area", "", "this row names no local authority")]
    entries: list[Entry] = []
    problems: list[ProblemRecord] = []
    for group in groups(table):
        programme, kind, _ = group
        entry = Entry(name, row.words(CODE), programme, kind, row.locator)
        problems += _fill(entry, row, group)
        if entry.start or entry.published:
            entries.append(entry)
    if not entries and not problems:
        problems.append(note(row.locator, "inspection", name, "this row tells of no inspection"))
    return entries, problems


def _fill(entry: Entry, row: Row[Meaning], group: Group) -> list[ProblemRecord]:
    """Put what the row's cells of this group say into the entry; a group of empty cells says nothing.

    An entry whose dates or kind are in doubt could be taken for another inspection, so it gets no date.
    """
    meanings = [means for means in row.columns if means.group == group and means not in (NAME, CODE)]
    if not any(row.words(means) for means in meanings):
        return []
    dates = [means for means in meanings if means.role in ("start", "end", "published")]
    none = next((row.words(means) for means in dates if plain(row.cell(means)) in NO_INSPECTION), "")
    if none:
        message = f"no inspection of {entry.authority} on record here"
        return [note(row.place(dates[0]), "inspection", none, message)]
    problems: list[ProblemRecord] = []
    for means in dates:
        words, on = row.words(means), plain_day(row.cell(means))
        if words and on is None:
            message = f"“{row.columns[means].header}” holds no date"
            problems.append(blocking(row.place(means), means.role, words, message))
        elif on is not None:
            setattr(entry, means.role, Day(on, words, row.locator))
    for means in meanings:
        if means.role == "kind":
            problems += _take_kind(entry, row, means)
    if problems:
        entry.start = entry.end = entry.published = None
        return problems
    for means in meanings:
        if means.role == "grade":
            problems += _take_grade(entry, row, means)
        elif means.role == "theme":
            entry.topic = row.words(means) or entry.topic
    if not entry.start and not entry.published:
        problems.append(blocking(entry.where, "inspection", "", "no date goes with this grade or kind"))
    return problems


def _take_kind(entry: Entry, row: Row[Meaning], means: Meaning) -> list[ProblemRecord]:
    words = plain(row.cell(means))
    if words not in KINDS:
        message = "this kind of inspection or visit is not known, so the row was not read"
        return [blocking(row.place(means), "kind", row.words(means), message)]
    programme, entry.kind = KINDS[words]
    entry.programme = entry.programme or programme
    if words.endswith("assurance visit"):
        entry.topic = row.words(means)
    return []


def _take_grade(entry: Entry, row: Row[Meaning], means: Meaning) -> list[ProblemRecord]:
    header, words, place = row.columns[means].header, row.words(means), row.place(means)
    found = graded(row.cell(means))
    if entry.kind not in GRADED_KINDS:
        if not words or found.status == "not_reported":
            return []
        message = f"a {entry.kind.replace('_', ' ')} gives no grades"
        return [blocking(place, means.aspect, words, message)]
    if found.status == "foreign":
        return [blocking(place, means.aspect, words, f"“{header}” holds a word that is no grade")]
    entry.grades[means.aspect] = GradeCell(found, words, header, row.locator, place)
    if found.status == "unreadable":
        message = f"a number where “{header}” should hold a grade; it is not taken for one"
        return [note(place, means.aspect, words, message)]
    if words and found.status == "not_reported":
        return [note(place, means.aspect, words, f"“{header}” gives no grade here")]
    return []
