"""What a cell of the statistics says: a grade, a grade restated since, or none; and under which framework."""

import datetime as dt

import pytest

from inspections.reading.documents.source import Source
from inspections.reading.readers import ofsted_statistics
from tests.inspections.reading.readers.made_spreadsheets import (
    CARE,
    GRADES,
    HISTORY,
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
    visit,
)

# Our own wording order of the released columns: a date and a grade for each programme of 2009 to 2013.
SLAC = "Safeguarding & Looked After Children (SLAC) Inspection publication date"
OLD_PROGRAMMES = [
    NAME,
    SLAC,
    "SLAC Safeguarding Overall effectiveness (OE)",
    "SLAC Looked After Children Overall Effectiveness (OE)",
    "Child Protection Inspections (CPI) publication date",
    "CPI Overall Effectiveness (OE)",
    "Targeted Looked After Children (TLAC) inspection publication date",
    "TLAC Overall Effectiveness (OE)",
]


def read(*rows, sheet=LATEST):
    return ofsted_statistics.read(Source(name="made", data=ods({sheet: list(rows)})))


def graded(record):
    return {row.aspect: (row.grade, row.grade_status) for row in record.judgements}


def test_requires_improvement_before_november_2013_is_restated_and_its_words_are_kept():
    row = ["Medway", day("2010-03-05"), RI, "Good", day("2012-11-02"), "Inadequate", day("2013-08-23"), RI]

    slac, cpi, lac = read(OLD_PROGRAMMES, row, sheet=HISTORY).inspections

    assert [record.framework for record in (slac, cpi, lac)] == [
        "ofsted-slac",
        "ofsted-cpi",
        "ofsted-lac-2013",
    ]
    assert graded(slac) == {
        "safeguarding": ("requires_improvement", "restated"),
        "looked_after": ("good", "graded"),
    }
    assert graded(cpi) == {"overall": ("inadequate", "graded")}
    assert graded(lac) == {"overall": ("requires_improvement", "restated")}
    assert lac.judgements[0].printed == RI


def test_old_programmes_give_publication_alone():
    row = ["Medway", day("2010-03-05"), "Good", "Good", None, None, None, None]

    [record] = read(OLD_PROGRAMMES, row, sheet=HISTORY).inspections

    assert (record.fieldwork.start, record.fieldwork.end) == (None, None)
    assert record.published.start == record.published.end == dt.date(2010, 3, 5)
    assert record.published.basis == "statistics"


def test_requires_improvement_since_november_2013_is_a_grade_like_any_other():
    [record] = read(LATEST_HEADER, latest("Barnet", day("2019-05-13"), RI, RI, "Good", RI)).inspections

    assert graded(record)["overall"] == ("requires_improvement", "graded")


@pytest.mark.parametrize(
    ("cell", "status", "printed"),
    [
        (3, "unreadable", "3"),
        (" -", "not_reported", "-"),
        ("Not judged", "not_judged", "Not judged"),
        (None, "not_reported", ""),
    ],
)
def test_a_cell_without_a_grade_gives_none_and_never_a_guess(cell, status, printed):
    reading = read(LATEST_HEADER, latest("Barnet", day("2019-05-13"), "Good", "Good", cell, "Good"))

    [record] = reading.inspections
    [judgement] = [row for row in record.judgements if row.aspect == "help_protection"]
    assert (judgement.grade, judgement.grade_status, judgement.printed) == (None, status, printed)
    assert not [problem for problem in reading.problems if problem.severity == "blocking"]


def test_a_stray_number_is_named_with_its_cell():
    reading = read(LATEST_HEADER, latest("Barnet", day("2019-05-13"), "Good", "Good", 3, "Good"))

    [problem] = [problem for problem in reading.problems if problem.value == "3"]
    assert (problem.severity, problem.where) == ("note", f"{LATEST} row 2 column G")


def test_a_word_on_no_scale_blocks_the_document_and_names_its_cell():
    reading = read(LATEST_HEADER, latest("Barnet", day("2019-05-13"), "Splendid", "Good", "Good", "Good"))

    [problem] = [problem for problem in reading.problems if problem.severity == "blocking"]
    assert (problem.where, problem.value) == (f"{LATEST} row 2 column E", "Splendid")
    [record] = reading.inspections
    assert "overall" not in graded(record)


def test_no_full_inspection_is_no_inspection():
    none = ["No full inspection"] * 5
    reading = read(LATEST_HEADER, latest("North Northamptonshire", *none))

    assert reading.inspections == ()
    [problem] = [problem for problem in reading.problems if problem.field == "inspection"]
    assert (problem.severity, problem.where) == ("note", f"{LATEST} row 2 column D")
    assert reading.tables[0].named == 1


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (day("2019-05-13"), dt.date(2019, 5, 13)),
        ("13/05/2019", dt.date(2019, 5, 13)),
        ("13 May 2019", dt.date(2019, 5, 13)),
    ],
)
def test_the_inspection_date_is_the_first_day_and_the_last_is_not_known(cell, expected):
    [record] = read(LATEST_HEADER, latest("Barnet", cell, "Good", "Good", "Good", "Good")).inspections

    assert (record.fieldwork.start, record.fieldwork.end) == (expected, None)
    assert record.fieldwork.basis == "statistics"


@pytest.mark.parametrize("cell", ["early spring", 43598, "31/02/2019", day("1919-05-13")])
def test_what_is_no_day_is_not_made_into_one(cell):
    reading = read(LATEST_HEADER, latest("Barnet", cell, "Good", "Good", "Good", "Good"))

    assert reading.inspections == ()
    [problem] = [problem for problem in reading.problems if problem.severity == "blocking"]
    assert problem.where == f"{LATEST} row 2 column D"


@pytest.mark.parametrize(
    ("first_day", "framework"),
    [
        ("2017-12-04", "ofsted-sif"),
        ("2018-01-15", "ofsted-ilacs-2018"),
        ("2023-01-09", "ofsted-ilacs-2018"),
        ("2023-01-16", "ofsted-ilacs-2023"),
        ("2026-04-20", "ofsted-ilacs-2023"),
        ("2026-04-27", "ofsted-ilacs-2026"),
    ],
)
def test_the_framework_follows_from_the_first_day(first_day, framework):
    header = [NAME, "Inspection date", "Help and protection"]

    [record] = read(header, ["Barnet", day(first_day), "Good"]).inspections

    assert record.framework == framework


def test_care_before_care_leavers_were_judged_apart_goes_under_its_old_aspect():
    """The file of 2025 prints every inspection since 2018 under the headers of 2023."""
    header = [
        NAME,
        "Inspection date",
        "The experiences and progress of children in care",
        "The experiences and progress of care leavers",
    ]

    before, since = read(
        header, ["Barnet", day("2022-02-28"), "Good", None], ["Kent", day("2023-02-06"), "Good", RI]
    ).inspections

    assert graded(before) == {"in_care_and_care_leavers": ("good", "graded")}
    assert graded(since) == {
        "in_care": ("good", "graded"),
        "care_leavers": ("requires_improvement", "graded"),
    }


def test_a_single_inspection_among_the_latest_goes_under_its_own_aspects():
    [record] = read(
        LATEST_HEADER, latest("Derby", day("2017-03-06"), "Good", "Outstanding", RI, "Good")
    ).inspections

    assert record.framework == "ofsted-sif"
    assert {aspect: grade for aspect, (grade, _) in graded(record).items()} == {
        "overall": "good",
        "leadership": "outstanding",
        "help_protection": "requires_improvement",
        "looked_after": "good",
    }


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ILACS Standard Inspection", "full"),
        ("Standard", "full"),
        ("ILACS Short Inspection", "short"),
    ],
)
def test_inspections_are_full_or_short(words, kind):
    row = in_year("Barnet", day("2021-06-07"), words, "Good", "Good", "Good", "Good")

    [record] = read(IN_YEAR_HEADER, row, sheet=IN_YEAR).inspections

    assert record.kind == kind


@pytest.mark.parametrize(
    ("words", "theme", "kind"),
    [
        ("ILACS Focused Visit", "Front door", "focused_visit"),
        ("ILACS Focused Visit", "Assurance visit", "focused_visit"),
        ("LA Monitoring visit", "Children in care", "monitoring_visit"),
    ],
)
def test_visits_have_a_topic_and_no_grades(words, theme, kind):
    [record] = read(
        IN_YEAR_HEADER, visit("Barnet", day("2021-06-07"), words, theme), sheet=IN_YEAR
    ).inspections

    assert (record.kind, record.topic, record.judgements) == (kind, theme, ())
    assert record.framework == "ofsted-ilacs-2018"


def test_an_unknown_kind_of_visit_blocks_the_document_and_is_not_read():
    reading = read(IN_YEAR_HEADER, visit("Barnet", day("2021-06-07"), "Teatime visit", "Cake"), sheet=IN_YEAR)

    assert reading.inspections == ()
    [problem] = [problem for problem in reading.problems if problem.severity == "blocking"]
    assert (problem.where, problem.value) == (f"{IN_YEAR} row 2 column E", "Teatime visit")


def test_a_row_that_names_no_authority_blocks_the_document():
    reading = read(LATEST_HEADER, latest(None, day("2019-05-13"), "Good", "Good", "Good", "Good"))

    [problem] = [problem for problem in reading.problems if problem.severity == "blocking"]
    assert (problem.where, problem.field) == (f"{LATEST} row 2", "area")
    assert reading.tables[0].named == 1


def test_grades_without_a_date_block_the_document():
    reading = read(LATEST_HEADER, latest("Barnet", None, "Good", "Good", "Good", "Good"))

    assert reading.inspections == ()
    [problem] = [problem for problem in reading.problems if problem.severity == "blocking"]
    assert problem.where == f"{LATEST} row 2"


def test_the_printed_header_stays_beside_the_aspect():
    [record] = read(
        [NAME, "Inspection date", *GRADES], ["Kent", day("2019-05-13"), *["Good"] * 4]
    ).inspections

    assert record.judgements[3].aspect_printed == CARE
