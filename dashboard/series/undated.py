"""What has no date, in words under the chart: a mark would need a place in time that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.series.entries import Entry, kind_words
from dashboard.series.peel import is_peel
from dashboard.series.picture import TableRow, Undated
from dashboard.series.place import SPEAKING
from dashboard.wording.certainty import certainty_words
from dashboard.wording.days import dates_words


def undated_lines(entries: Iterable[Entry]) -> tuple[Undated, ...]:
    """Of grades one line per inspection, of all else one per thing said."""
    undated = [entry for entry in entries if not entry.row.iso]
    graded = {entry.inspection.pk for entry in undated if entry.row.grade or is_peel(entry.inspection)}
    found: dict[tuple[int, str], Undated] = {}
    for entry in undated:
        pk = entry.inspection.pk
        if pk not in graded:
            found.setdefault((pk, entry.row.result), Undated(_line(entry), entry.row.url, pk))
        elif (pk, "") not in found:
            own = [one for one in undated if one.inspection.pk == pk]
            found[pk, ""] = Undated(_grades(own), entry.row.url, pk)
    return tuple(found.values())


def _line(entry: Entry) -> str:
    """What was disclosed later says its number in words."""
    kind = kind_words(entry.inspection) if entry.inspection.kind in SPEAKING else entry.row.kind
    kind = kind[:1].lower() + kind[1:]
    said = f"{_said(entry.row)} ({_whose(entry.row)}; {dates_words(entry.inspection)})"
    return f"{entry.row.inspectorate}, {kind}: {said}"


def _grades(entries: list[Entry]) -> str:
    """ "PEEL 2017, date not given: effectiveness outstanding, legitimacy good (…, whole force)"."""
    row = entries[0].row
    subjects = [entry.row.subject.removeprefix(f"{row.framework}: ") for entry in entries]
    grades = ", ".join(
        _small(_said(entry.row) if subject.startswith(row.framework) else f"{subject} {_said(entry.row)}")
        for subject, entry in zip(subjects, entries, strict=True)
    )
    who = "" if row.framework.startswith("PEEL") else f"{row.inspectorate}, "
    return f"{who}{row.framework}, date not given: {grades} ({_whose(row)})"


def _whose(row: TableRow) -> str:
    """The force by name; its authorities stand in the table."""
    force, _colon, authorities = row.whose.partition(": ")
    return force if authorities and force.endswith("whole force") else row.whose_else or row.whose


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _said(row: TableRow) -> str:
    sure = certainty_words(row.certainty)
    return row.result if not sure or sure in row.result else f"{row.result} ({sure})"
