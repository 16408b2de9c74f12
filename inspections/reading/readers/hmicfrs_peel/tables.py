"""Tables of grades: a row per aspect, a column per aspect, or a column per grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspections.reading.documents.html import Block
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.readers.hmicfrs_peel.cycles import cycles_in
from inspections.reading.readers.hmicfrs_peel.forces import forces_in
from inspections.reading.readers.hmicfrs_peel.found import Found, Statement, note
from inspections.reading.readers.hmicfrs_peel.sentences import Page, is_ungraded
from inspections.reading.readers.hmicfrs_peel.wording import VERDICT, grade_of, plain, without_end

_VERDICT = re.compile(VERDICT)
_MONTH = re.compile(rf"\b({MONTH} 20\d\d)\b")
_FIRST = re.compile(r"\b(?:initial|first|original)\b")
_SECOND = re.compile(r"\b(?:revisit|revised|second|reinspection|re-inspection)\b")


def read(rows: Sequence[Block], page: Page, cycle: int, found: Found) -> None:
    """Adds what the rows of one table say; a row whose grades belong to nobody knows what is a problem."""
    header: tuple[str, ...] = ()
    for number, row in enumerate(rows, 1):
        cells = tuple(without_end(plain(cell)) for cell in row.cells)
        where = f"row {number} of table {row.table}"
        verdicts = {at: cell for at, cell in enumerate(cells) if _VERDICT.fullmatch(cell)}
        if not verdicts:
            if header and _by_columns_of_grades(header, row, page, found, where):
                continue
            header = cells if any(cells) else header
        elif len(verdicts) >= 3 and not any(page.aspect(cell) for cell in cells) and not header:
            header = cells  # a column for each grade
        else:
            _graded_row(row, verdicts, header, page, cycle, found, where)


def _by_columns_of_grades(header: tuple[str, ...], row: Block, page: Page, found: Found, where: str) -> bool:
    grades = {at: cell for at, cell in enumerate(header) if _VERDICT.fullmatch(cell)}
    if len(grades) < 3:
        return False
    for at, cell in enumerate(row.cells):
        if at in grades and (aspect := page.aspect(cell)):
            found.statements.append(Statement(aspect, grade_of(grades[at]), header[at], cell, where))
    return True


def _graded_row(
    row: Block,
    verdicts: dict[int, str],
    header: tuple[str, ...],
    page: Page,
    cycle: int,
    found: Found,
    where: str,
) -> None:
    named = {at: aspect for at, cell in enumerate(row.cells) if (aspect := page.aspect(cell))}
    across = {at: aspect for at in verdicts if at < len(header) and (aspect := page.aspect(header[at]))}
    if not named and across:
        others = set(forces_in(" ".join(row.cells))) - {page.force}
        if not others:
            for at, aspect in across.items():
                _add(found, aspect, row.cells[at], header[at], where)
        return
    if not named:
        if any(not is_ungraded(cell) for cell in verdicts.values()) and len(row.cells) > len(verdicts):
            message = "This row grades something that is no aspect this site knows."
            found.problems.append(note("", row.text, message).model_copy(update={"where": where}))
        return
    aspect = next(iter(named.values()))
    label = row.cells[next(iter(named))]
    told = {at: cell for at, cell in verdicts.items() if at not in named}
    mine = _of_this_cycle(told, header, cycle)
    dated = {at: _when(header[at]) for at in mine if at < len(header)}
    if len(mine) == 1 or (len(mine) == 2 and all(any(when) for when in dated.values()) and len(dated) == 2):
        for at in mine:
            month, which = dated.get(at, ("", 0))
            _add(found, aspect, row.cells[at], label, where, month=month, which=which)
    elif mine:
        message = "This row gives several grades, and the table does not say which is of this inspection."
        problem = note("", row.text, message, field=aspect, blocking=True)
        found.problems.append(problem.model_copy(update={"where": where}))


def _of_this_cycle(verdicts: dict[int, str], header: tuple[str, ...], cycle: int) -> list[int]:
    """Columns of this cycle where the header names cycles; all of them where it names none."""
    cycles = {at: cycles_in(header[at]) for at in verdicts if at < len(header)}
    return (
        [at for at in verdicts if not cycles.get(at) or cycle in cycles[at]]
        if any(cycles.values())
        else list(verdicts)
    )


def _when(heading: str) -> tuple[str, int]:
    month = _MONTH.search(heading)
    which = 1 if _FIRST.search(heading) else 2 if _SECOND.search(heading) else 0
    return (month.group(1) if month else "", which)


def _add(
    found: Found, aspect: str, printed: str, label: str, where: str, *, month: str = "", which: int = 0
) -> None:
    grade = grade_of(without_end(plain(printed)))
    found.statements.append(Statement(aspect, grade, printed, label, where, month, which))
