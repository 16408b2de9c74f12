"""The same typed table as people's programs save it: in a workbook, below a title, parted by semicolons."""

import datetime as dt

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from tests.inspections.reading.readers.made_spreadsheets import ods, xlsx
from tests.inspections.reading.readers.test_case_reviews_csv_rules import ROW, read, said, tally

NAMES = list(ROW)
CELLS = ROW | {
    "fieldwork_start": dt.date(2017, 3, 6),
    "cases": 12,
    "good": 3,
    "requires_improvement": 4.0,
    "inadequate": 5,
}
TITLE = ["Cases looked at, by our team", *[None] * 3]


def row(**more):
    return [value if (value := (CELLS | more)[name]) != "" else None for name in NAMES]


def text(*lines, sign=",", end="\n", encoding="utf-8"):
    cells = [[str(cell or "") for cell in line] for line in lines]
    return Source("typed.csv", end.join(sign.join(line) for line in cells).encode(encoding))


def plain():
    return [str(ROW[name]) for name in NAMES]


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_workbook_gives_what_the_text_file_gives(write):
    book = Source("typed.xlsx", write({"Notes": [["How we counted"]], "Cases": [TITLE, [], NAMES, row()]}))

    reading, other = read(book), read(text(NAMES, plain()))

    assert tally(reading) == tally(other)
    [inspection], [same] = reading.inspections, other.inspections
    assert (inspection.locator, same.locator) == ("Cases row 4", "row 2")
    assert inspection.fieldwork.end == same.fieldwork.end == dt.date(2017, 3, 17)
    assert inspection.fieldwork.start == dt.date(2017, 3, 6)
    assert (reading.tables[0].rows, reading.tables[0].stored) == (1, 1)


def test_every_sheet_with_such_a_table_is_read():
    theirs = {"area_slug": "kent", "area_kind": "force"}
    book = xlsx({"One": [NAMES, row()], "Two": [NAMES, row(**theirs), row(**theirs)]})

    reading = read(Source("typed.xlsx", book))

    assert [one.locator for one in reading.inspections] == ["One row 2", "Two row 2"]
    assert said(reading) == [("Two row 3", "row", "", "this row says the same as Two row 2")]


def test_a_share_that_a_spreadsheet_shows_as_percent_is_asked_about():
    """A cell that shows 16% holds 0.16."""
    nothing = dict.fromkeys(("cases", "good", "requires_improvement", "inadequate"))
    names = [*NAMES, "percent_good"]

    reading = read(Source("typed.xlsx", xlsx({"Cases": [names, [*row(**nothing), 0.16]]})))

    [(where, field, value, message)] = said(reading)
    assert (where, field, value) == ("Cases row 2", "percent_good", "0.16")
    assert "write 16 for 16%" in message


@pytest.mark.parametrize(
    "source",
    [
        text(["Case audit summary 2019"], [], NAMES, plain()),
        text(["Case audit, summary", "of 2019"], NAMES, plain()),
        text(["sep=;"], NAMES, plain(), sign=";", end="\r\n"),
        text(NAMES, plain(), end="\r"),
        text(NAMES, plain(), encoding="utf-16-le", sign="\t"),
    ],
)
def test_lines_above_the_header_and_odd_line_ends_change_nothing(source):
    reading = read(source)

    assert tally(reading) == tally(read(text(NAMES, plain())))
    assert reading.problems == ()


def test_rows_keep_their_number_in_the_file():
    reading = read(text(["A title"], [], NAMES, [*plain()[:-1], "hihg"], plain()))

    assert [where for where, *_ in said(reading)] == ["row 4"]
    assert reading.inspections[0].locator == "row 5"


def test_what_is_missing_is_named_where_the_header_stands():
    names = [name for name in NAMES if name != "certainty"]

    with pytest.raises(UnreadableSource, match="no column certainty") as refused:
        read(text(["A title"], names, plain()[:-1]))
    assert refused.value.where == "row 2"


def test_statistics_saved_as_text_are_read_too():
    source = text(
        ["Local authority inspection judgements as at 31 March 2024"],
        ["This worksheet contains one table."],
        ["Web link", "Local authority name", "Inspection date", "Overall effectiveness", "Impact of leaders"],
        ["Ofsted page", "Barnet", "10/07/2023 00:00:00", "Good", "Requires improvement to be good"],
        ["Ofsted page", "Kent", "11-Jul-23", "Good", "Splendid"],
    )

    reading = readers.reader_for(source).read(source)

    assert reading.reader == "ofsted_statistics"
    assert [(one.places[0].raw, one.locator) for one in reading.inspections] == [
        ("Barnet", "row 4"), ("Kent", "row 5"),
    ]  # fmt: skip
    assert [one.where for one in reading.problems if one.severity == "blocking"] == ["row 5 column E"]
    assert (reading.tables[0].where, reading.tables[0].stored) == ("rows", 2)
