"""Tables of statistics with several inspections a row, in whatever words a release says which is which."""

from itertools import product

import pytest

from inspections.reading.documents.source import Source
from inspections.reading.readers import ofsted_statistics
from tests.inspections.reading.readers.made_spreadsheets import (
    IN_YEAR,
    IN_YEAR_HEADER,
    LATEST,
    LATEST_HEADER,
    NAME,
    RI,
    day,
    in_year,
    latest,
    ods,
    xlsx,
)

HISTORY = "ILACS_inspections"
FOUR_GOOD = ("Good", "Good", "Good", "Good")
STANDARD, SHORT = "ILACS Standard Inspection", "ILACS Short Inspection"
# Each says publication, type, overall grade and help and protection, of which inspection.
WORDS = [
    "{first} ILACS publication date | {first} ILACS inspection type | {first} ILACS overall effectiveness"
    " | {first} ILACS experiences and progress of children who need help and protection",
    "{first} ILACS framework publication date | {first} ILACS framework inspection type"
    " | {first} ILACS framework overall effectiveness (OE) | {first} ILACS framework help and protection",
    "Publication date ({first} ILACS inspection) | Type of {first} ILACS inspection"
    " | Overall effectiveness - {first} ILACS | Help and protection: {first} ILACS inspection",
    "ILACS: {first} inspection, date published | ILACS: {first} inspection type"
    " | ILACS: {first} inspection, overall judgement"
    " | ILACS: {first} inspection, children who need help and protection",
    "{first} ILACS report publication date | {first} ILACS kind of inspection"
    " | {first} ILACS overall effectiveness grade | {first} ILACS help and protection judgement",
    "{first} inspection publication date | {first} inspection type | {first} inspection overall effectiveness"
    " | {first} inspection: the experiences and progress of children who need help and protection",
]  # fmt: skip


def header(words, *which):
    return [
        NAME,
        "LA region",
        *(part.strip() for one in which for part in words.format(first=one).split("|")),
    ]


def read(write=ods, **sheets):
    return ofsted_statistics.read(Source(name="made", data=write(sheets)))


def blocking(reading):
    return [(one.where, one.field) for one in reading.problems if one.severity == "blocking"]


def told(reading):
    return sorted(
        (
            str(one.published.end),
            one.kind,
            one.framework,
            {judgement.aspect: judgement.grade for judgement in one.judgements},
        )
        for one in reading.inspections
    )


@pytest.mark.parametrize(
    ("words", "which"),
    [
        *product(WORDS, [("First", "Second"), ("1st", "2nd"), ("Second", "Third")]),
        # Of which of several only a programme's name leaves no doubt.
        *product(WORDS[:-1], [("Initial", "Latest"), ("1", "2")]),
    ],
)
def test_each_inspection_of_a_row_is_one_whatever_the_years_words(words, which):
    row = [
        "Sutton",
        "London",
        day("2019-01-17"),
        STANDARD,
        "Inadequate",
        "Good",
        day("2023-02-01"),
        SHORT,
        RI,
        RI,
    ]
    once = ["Kent", "South East", day("2022-05-05"), SHORT, "Good", "Good", None, None, None, None]

    reading = read(**{HISTORY: [header(words, *which), row, once]})

    assert told(reading) == [
        ("2019-01-17", "full", "ofsted-ilacs-2018", {"overall": "inadequate", "help_protection": "good"}),
        ("2022-05-05", "short", "ofsted-ilacs-2018", {"overall": "good", "help_protection": "good"}),
        ("2023-02-01", "short", "ofsted-ilacs-2023",
         {"overall": "requires_improvement", "help_protection": "requires_improvement"}),
    ]  # fmt: skip
    assert blocking(reading) == []
    assert [(table.rows, table.stored, table.named) for table in reading.tables] == [(2, 2, 0)]


def test_rows_of_history_meet_those_of_other_sheets_and_say_their_kind():
    """Without its history the latest table's inspection would be a full one."""
    reading = read(**{
        LATEST: [LATEST_HEADER, latest("Sutton", day("2022-12-12"), RI, RI, RI, RI)],
        HISTORY: [header(WORDS[0], "First", "Second"),
                  ["Sutton", "London", day("2019-01-17"), STANDARD, "Good", "Good",
                   day("2023-02-01"), SHORT, RI, RI]],
    })  # fmt: skip

    assert [(one.kind, str(one.fieldwork.start), str(one.published.end)) for one in reading.inspections] == [
        ("short", "2022-12-12", "2023-02-01"), ("full", "None", "2019-01-17"),
    ]  # fmt: skip


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_first_table_that_is_not_understood_blocks_beside_a_second_that_is(write):
    strange = [NAME, "LA region", "Wave A came out", "Wave A verdict", "Wave A verdict on leaders"]
    known = [NAME, "LA region", "ILACS framework publication date", "ILACS framework overall effectiveness"]

    reading = read(write, **{HISTORY: [
        strange,
        ["Kent", "South East", day("2019-01-17"), "Good", "Good"],
        ["Sutton", "London", day("2019-02-18"), RI, "Good"],
        ["Authorities abolished"],
        known,
        ["Bournemouth", "South West", day("2018-08-24"), RI],
    ]})  # fmt: skip

    assert [one.places[0].raw for one in reading.inspections] == ["Bournemouth"]
    [problem] = [one for one in reading.problems if one.severity == "blocking"]
    assert problem.where == f"{HISTORY} row 2"
    assert problem.value == ", ".join(strange)


def test_a_sheet_of_grades_that_is_not_understood_at_all_blocks():
    sheet = [["Council", "Seen in", "Verdict", "On leaders"], ["Kent", "May", "Good", "Good"]]

    reading = read(**{LATEST: [LATEST_HEADER, latest("Kent", day("2020-02-03"), *FOUR_GOOD)], "More": sheet})

    assert blocking(reading) == [("More row 2", "header")]


def test_grades_of_one_of_several_inspections_are_not_passed_over():
    words = [*header(WORDS[0], "First"), "Second ILACS something new"]

    reading = read(**{HISTORY: [words, ["Kent", "South East", day("2019-01-17"), SHORT, "Good", "Good", RI]]})

    assert blocking(reading) == [(f"{HISTORY} row 1 column G", "header")]


def test_grades_of_an_inspection_without_a_date_block_the_table():
    words = [*header(WORDS[0], "First"), "Second ILACS overall effectiveness"]

    reading = read(**{
        HISTORY: [words, ["Kent", "South East", day("2019-01-17"), SHORT, "Good", "Good", RI]],
        LATEST: [LATEST_HEADER, latest("Kent", day("2020-02-03"), *FOUR_GOOD)],
    })  # fmt: skip

    assert (f"{HISTORY} row 1", "header") in blocking(reading)


@pytest.mark.parametrize("later", [1, 3])
def test_days_of_two_sheets_a_few_days_apart_are_one_inspection_and_a_conflict(later):
    first, other = day("2022-09-20"), day(f"2022-09-{20 + later}")

    reading = read(**{
        LATEST: [LATEST_HEADER, latest("Cumbria", first, *FOUR_GOOD)],
        IN_YEAR: [IN_YEAR_HEADER, in_year("Cumbria", other, STANDARD, *FOUR_GOOD)],
    })  # fmt: skip

    [inspection] = reading.inspections
    [conflict] = [one for one in reading.problems if one.severity == "conflict"]
    assert inspection.fieldwork.start == first
    assert str(first) in conflict.value
    assert str(other) in conflict.value


def test_days_further_apart_are_two_inspections():
    reading = read(**{
        LATEST: [LATEST_HEADER, latest("Cumbria", day("2022-09-20"), *FOUR_GOOD)],
        IN_YEAR: [IN_YEAR_HEADER, in_year("Cumbria", day("2022-09-24"), STANDARD, *FOUR_GOOD)],
    })  # fmt: skip

    assert len(reading.inspections) == 2


@pytest.mark.parametrize(("grade", "inspections"), [("Good", 1), (RI, 2)])
def test_a_late_publication_is_the_same_inspection_only_where_all_grades_agree(grade, inspections):
    """156 days; two inspections with other grades are not made one by that."""
    reading = read(**{
        LATEST: [LATEST_HEADER, latest("Sutton", day("2022-12-05"), *FOUR_GOOD)],
        HISTORY: [header(WORDS[0], "First"), ["Sutton", "London", day("2023-05-10"), SHORT, "Good", grade]],
    })  # fmt: skip

    assert len(reading.inspections) == inspections
