"""The tables that several readers share: columns by their headers, places in words, rows told twice."""

from __future__ import annotations

import datetime as dt

import pytest

from inspections.reading.language.printed_dates import plain_day
from inspections.reading.records import InspectionRecord, PlaceRecord, ProblemRecord
from inspections.reading.structure.inspection_tables import (
    Column,
    OneARow,
    Row,
    printed,
    published_on,
    table_under,
)

MEANINGS = {"Council": "name", "Authority": "name", "Published": "published", "Link": "link", "Web": "link"}


def inspection_of(row: Row[str]) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    words = row.words("published")
    record = InspectionRecord(
        inspectorate="joint",
        framework="jtai",
        kind="joint",
        places=(PlaceRecord(raw=row.words("name"), kind="authority", scope="authority"),),
        locator=row.locator,
        published=published_on(words, plain_day(words)),
    )
    return record, []


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_a_column_is_named_as_a_spreadsheet_names_it(index: int, letter: str) -> None:
    assert Column(index, "").letter == letter


def test_columns_are_found_by_their_headers_and_places_say_where() -> None:
    table = table_under("Sheet 1", 3, ["Link", "Published", "", "Council", "Web"], MEANINGS.get, ("link",))
    table.add_row(4, ["", dt.date(2019, 9, 9)])
    (row,) = table.rows
    assert table.problems == []
    assert table.passed_over == {"link": ["Link", "Web"]}
    assert (row.words("published"), row.place("published")) == ("09/09/2019", "Sheet 1 row 4 column B")
    assert (row.words("name"), row.place("name")) == ("", "Sheet 1 row 4 column D")
    assert (row.words("theme"), row.place("theme")) == ("", "Sheet 1 row 4")


def test_an_unknown_header_is_noted_and_a_second_of_one_meaning_blocks() -> None:
    table = table_under("", 1, ["Council", "Mood", "Authority"], MEANINGS.get)
    assert [(one.severity, one.where, one.value) for one in table.problems] == [
        ("note", "row 1 column B", "Mood"),
        ("blocking", "row 1 column C", "Authority"),
    ]
    assert table.columns == {"name": Column(0, "Council")}


def test_a_row_that_tells_of_an_earlier_inspection_is_a_problem_and_stores_nothing() -> None:
    table = table_under("", 1, ["Council", "Published"], MEANINGS.get)
    for number, on in enumerate(("09/09/2019", "12/09/2019", "13/09/2019"), 2):
        table.add_row(number, ["Halton", on])
    inspections = OneARow()
    inspections.read("rows", table.rows, inspection_of, unread=1)
    assert [record.locator for record in inspections.records] == ["row 2", "row 4"]
    (problem,) = inspections.problems
    assert (problem.where, "row 2 tells" in problem.message) == ("row 3", True)
    (account,) = inspections.accounts
    assert (account.rows, account.stored, account.named) == (4, 2, 2)


def test_a_number_and_a_moment_are_printed_as_a_sheet_shows_them() -> None:
    assert [printed(cell) for cell in (80426.0, 2.5, dt.datetime(2019, 9, 9, 12), "two\n words ")] == [
        "80426",
        "2.5",
        "09/09/2019",
        "two words",
    ]
