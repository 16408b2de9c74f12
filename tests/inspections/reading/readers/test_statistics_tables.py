"""Tables of Ofsted's statistics are found by their headers, wherever they stand."""

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers import ofsted_statistics
from tests.inspections.reading.readers.made_spreadsheets import (
    CARE,
    GRADES,
    IN_YEAR,
    IN_YEAR_HEADER,
    LATEST,
    LATEST_HEADER,
    NAME,
    OVERALL,
    PROVIDERS,
    day,
    latest,
    ods,
    under_titles,
    visit,
    xlsx,
)

FOUR_GOOD = ("Good", "Good", "Good", "Good")
BARNET = latest("Barnet", day("2019-05-13"), *FOUR_GOOD)
KENT = latest("Kent", day("2020-02-03"), *FOUR_GOOD)


def read(data):
    return ofsted_statistics.read(Source(name="any name.bin", data=data))


def names(reading):
    return [record.places[0].raw for record in reading.inspections]


def problems(reading, severity):
    return [problem for problem in reading.problems if problem.severity == severity]


@pytest.mark.parametrize("write", [ods, xlsx])
@pytest.mark.parametrize("lines_above", [0, 2, 5])
def test_the_header_may_stand_in_any_of_the_first_rows(write, lines_above):
    sheet = [["A remark about the release"]] * lines_above + [LATEST_HEADER, BARNET, KENT]

    reading = read(write({LATEST: sheet}))

    assert names(reading) == ["Barnet", "Kent"]
    assert reading.inspections[1].locator == f"{LATEST} row {lines_above + 3}"


def test_ods_and_xlsx_of_the_same_rows_give_equal_readings():
    sheets = {LATEST: under_titles(LATEST_HEADER, BARNET, KENT), "Providers": PROVIDERS}

    assert read(ods(sheets)) == read(xlsx(sheets))


def test_columns_are_read_by_their_header_not_by_their_place():
    header = [CARE, "Inspection date", OVERALL, NAME]

    reading = read(ods({LATEST: [header, ["Inadequate", day("2019-05-13"), "Good", "Barnet"]]}))

    [record] = reading.inspections
    assert {row.aspect: row.grade for row in record.judgements} == {
        "in_care_and_care_leavers": "inadequate",
        "overall": "good",
    }


def test_two_tables_on_one_sheet_are_both_read_and_counted_apart():
    header = [NAME, "Inspection date", *GRADES]
    sheet = [
        ["Table 10: all authorities"],
        header,
        ["Barnet", day("2019-05-13"), *FOUR_GOOD],
        [],
        [],
        ["Table 11: abolished authorities"],
        header,
        ["Poole", day("2017-10-02"), *FOUR_GOOD],
        ["Bournemouth", day("2018-07-16"), *FOUR_GOOD],
    ]

    reading = read(ods({"History": sheet}))

    assert names(reading) == ["Barnet", "Poole", "Bournemouth"]
    assert [(table.where, table.rows) for table in reading.tables] == [
        ("History, Table 10", 1),
        ("History, Table 11", 2),
    ]


def test_a_blank_row_does_not_end_a_table_and_a_line_of_text_is_no_row():
    sheet = [LATEST_HEADER, BARNET, [], KENT, [], ["Source: the inspectorate"]]

    reading = read(ods({LATEST: sheet}))

    assert names(reading) == ["Barnet", "Kent"]
    assert reading.tables[0].rows == 2


def test_cached_copies_of_other_workbooks_are_not_sheets():
    reading = read(ods({LATEST: [LATEST_HEADER, BARNET]}, cached_copies=True))

    assert names(reading) == ["Barnet"]
    assert [table.where for table in reading.tables] == [LATEST]


def test_sheets_about_providers_and_the_country_are_named_once_as_not_read():
    series = [["Period", "Outstanding", "Good", "Inadequate"]] + [["2021-22", 3, 4, 5]] * 25
    sheets = {"Homes": PROVIDERS, "Over_time": series, LATEST: [LATEST_HEADER, BARNET]}

    [about_sheets] = [p for p in problems(read(ods(sheets)), "note") if p.field == "sheets"]

    assert about_sheets.value == "providers: Homes; series over time: Over_time"


def test_columns_that_are_known_and_not_needed_are_named():
    [about_columns] = [
        p for p in problems(read(ods({LATEST: [LATEST_HEADER, BARNET]})), "note") if p.field == "columns"
    ]

    assert about_columns.value == "Web link, Ofsted region"


def test_an_unknown_header_is_named_with_its_sheet_and_column():
    header = [NAME, "Inspection date", "Previous overall effectiveness", OVERALL]

    reading = read(ods({LATEST: [header, ["Barnet", day("2019-05-13"), "Inadequate", "Good"]]}))

    [problem] = problems(reading, "note")
    assert (problem.where, problem.value) == (f"{LATEST} row 1 column C", "Previous overall effectiveness")
    [record] = reading.inspections
    assert [(row.aspect, row.grade) for row in record.judgements] == [("overall", "good")]


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ([NAME, *GRADES], "no column gives a date"),
        (["Inspection date", *GRADES], "no column names the local authority"),
        ([NAME, "Inspection date", "Publication date"], "no column gives a grade or a kind"),
    ],
)
def test_a_missing_needed_column_blocks_the_document(header, missing):
    good = [LATEST_HEADER, BARNET]

    reading = read(ods({LATEST: good, "Broken": [header, ["x"] * len(header)]}))

    [problem] = problems(reading, "blocking")
    assert problem.where == "Broken row 1"
    assert problem.message.startswith(missing)
    assert names(reading) == ["Barnet"]


def test_two_columns_of_one_meaning_block_the_document():
    header = [NAME, "Inspection date", OVERALL, "Overall effectiveness (OE)"]

    reading = read(ods({LATEST: [header, ["Barnet", day("2019-05-13"), "Good", "Inadequate"]]}))

    [problem] = problems(reading, "blocking")
    assert problem.where == f"{LATEST} row 1 column D"


def test_headers_may_drift_in_words_that_change_nothing():
    header = [
        "LA name",
        "Inspection / visit date",
        "Inspection/visit type [note 1]",
        "The overall effectiveness",
        "Visit theme",
    ]
    rows = [["Barnet", day("2019-05-13"), "ILACS Focused Visit", None, "Front door"]]

    [record] = read(ods({IN_YEAR: [header, *rows]})).inspections

    assert (record.kind, record.topic) == ("focused_visit", "Front door")


def test_it_is_known_by_what_is_in_it_not_by_its_name():
    ours = Source(name="holiday.pdf", data=ods({LATEST: [LATEST_HEADER, BARNET]}))

    assert readers.reader_for(ours) is readers.by_name("ofsted_statistics")


@pytest.mark.parametrize(
    "sheets",
    [
        {"Homes": PROVIDERS},
        {"Shopping": [["Item", "Price"], ["Tea", 3]]},
        {"Visits": [IN_YEAR_HEADER[:4], visit("Barnet", day("2021-05-26"), None, None)[:4]]},
    ],
)
def test_another_spreadsheet_is_left_to_other_readers(sheets):
    theirs = Source(name="Childrens_services_LA_outcomes.ods", data=ods(sheets))

    assert not ofsted_statistics.recognises(theirs)
    with pytest.raises(UnreadableSource, match="no reader knows what is in it"):
        readers.reader_for(theirs)
