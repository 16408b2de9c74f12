"""Tables that were saved anew, changed or harmed."""

import pytest

from inspections.reading import readers
from inspections.reading.documents.csv_rows import LONGEST_CELL, MOST_ROWS
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers import hmip_youth_justice
from tests.inspections.reading.readers.made_youth_justice import (
    HEADER,
    about,
    csv_of,
    rated,
    read,
    row,
    source_of,
)

HULL = row("Hull", "Good", "07/02/23", "Outstanding", "Good", "Inadequate", "Good")


def test_the_reader_is_chosen_by_the_header_alone():
    source = source_of(HULL)

    assert readers.reader_for(source).NAME == "hmip_youth_justice"


def test_columns_in_another_order_say_the_same():
    order = [9, 4, 0, 6, 3, 8, 7, 2, 1, 5]
    moved = read([HULL[at] for at in order], header=[HEADER[at] for at in order])

    [inspection], [other] = moved.inspections, read(HULL).inspections
    assert rated(inspection) == rated(other)
    assert (inspection.published, inspection.places) == (other.published, other.places)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(delimiter):
    source = source_of(HULL, delimiter=delimiter)

    assert hmip_youth_justice.recognises(source)
    assert rated(hmip_youth_justice.read(source).inspections[0])["assessment"] == ("inadequate", "graded")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_as_spreadsheets_save_text(encoding):
    source = Source(name="made.csv", data=csv_of(HULL).decode().encode(encoding))

    assert hmip_youth_justice.recognises(source)
    assert len(hmip_youth_justice.read(source).inspections) == 1


def test_headers_may_be_written_as_words():
    header = [words.replace("_", " ").title() for words in HEADER]

    assert rated(read(HULL, header=header).inspections[0])["governance_and_leadership"] == ("good", "graded")


def test_an_unknown_column_is_named_and_not_read():
    reading = read([*HULL, "Good"], header=[*HEADER, "victims"])

    [problem] = about(reading, "header")
    assert (problem.severity, problem.where, problem.value) == ("note", "row 1 column K", "victims")
    assert "victims" not in rated(reading.inspections[0])


def test_two_columns_of_one_meaning_wait_for_a_person():
    [problem] = about(read([*HULL, "Good"], header=[*HEADER, "staff"]), "header")

    assert (problem.severity, problem.value) == ("blocking", "staff")


@pytest.mark.parametrize("cells", [HULL[:7], [*HULL, "one more"], [HULL[0], "a comma", *HULL[1:]]])
def test_a_row_with_a_cell_too_many_or_too_few_is_named_and_not_read(cells):
    reading = read(cells, HULL)

    assert [one.locator for one in reading.inspections] == ["row 3"]
    [problem] = about(reading, "row")
    assert (problem.where, problem.value) == ("row 2", "Hull")
    assert (reading.tables[0].stored, reading.tables[0].named) == (1, 1)


def test_empty_rows_and_cells_after_the_last_column_say_nothing():
    reading = read([""] * len(HEADER), [*HULL, "", ""])

    assert [one.locator for one in reading.inspections] == ["row 3"]
    assert reading.tables[0].rows == 1


def test_a_header_alone_is_not_taken_for_a_table_of_nothing():
    [problem] = about(read(), "rows")

    assert problem.severity == "blocking"


@pytest.mark.parametrize(
    "data",
    [
        b"la_name,overall_rating\nHull,Good\n",
        b'"la_name,overall_rating,publication_date,staff,planning,assessment\nHull',
        b"A letter about staff, planning and assessment.\n",
    ],
)
def test_another_text_is_left_to_other_readers(data):
    assert not hmip_youth_justice.recognises(Source(name="other.csv", data=data))


@pytest.mark.parametrize(
    "body",
    [
        "Hull,x\n" * 5_001,
        "Hull,x\n" * (MOST_ROWS + 1),
        "H" * (LONGEST_CELL + 1),
        '"Hull',
    ],
    ids=["more rows than inspections", "rows without end", "a cell without end", "a quotation without end"],
)
def test_a_table_that_cannot_be_read_is_refused_with_a_reason(body):
    source = Source(name="made.csv", data=csv_of() + body.encode())

    assert hmip_youth_justice.recognises(source)
    with pytest.raises(UnreadableSource):
        hmip_youth_justice.read(source)


def test_the_address_of_each_report_is_kept_and_what_is_none_is_named():
    odd = row("Kent", "Good", "07/02/23", "Good")
    odd[HEADER.index("report_url")] = "javascript:alert(1)"
    missing = row("Leeds", "Good", "07/02/23", "Good")
    missing[HEADER.index("report_url")] = ""

    reading = read(row("Kirklees", "Good", "03/11/20", "Good"), odd, missing)

    assert [one.url for one in reading.inspections] == ["https://example.org/made/", "", ""]
    [problem] = about(reading, "url")
    assert (problem.severity, problem.value) == ("note", "javascript:alert(1)")
