"""Dates that cannot be right together stop the report; two honest sources that differ do not."""

import datetime as dt

import pytest

NAME = "80999_borsetshire/report.pdf"


def problems(reading):
    return {(problem.severity, problem.field) for problem in reading.problems}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Inspection dates: 15 to 4 March 2019", "fieldwork"),
        ("Inspection dates: 4 March 2016 to 15 March 2016", "fieldwork"),
        ("Inspection dates: 4 March 2019 to 15 March 2020", "fieldwork"),
        ("Inspection dates: in spring", "fieldwork"),
    ],
)
def test_fieldwork(made, line, field):
    reading, _, _ = made.outcome_of(made.ilacs_pages(made.ilacs_grades, dates=line), NAME)

    assert problems(reading) == {("blocking", field)}


def test_published_before_the_inspection_ended(made):
    reading, _, _ = made.outcome_of(
        made.ilacs_pages(made.ilacs_grades), "80999_borsetshire/report - 14 march 2019.pdf"
    )

    assert problems(reading) == {("blocking", "published")}


def test_printed_date_stands_against_the_file_name(made):
    reading, inspection, _ = made.outcome_of(
        made.sif_pages(made.sif_grades), "80999_borsetshire/report - 22 march 2015.pdf"
    )

    assert inspection.published.start == dt.date(2015, 3, 20)
    (problem,) = reading.problems
    assert (problem.severity, problem.kept, problem.other) == ("conflict", "2015-03-20", "2015-03-22")


def test_printed_publication_that_is_no_whole_date(made):
    pages = made.sif_pages(made.sif_grades, published="Report published: March 2015")

    reading, inspection, _ = made.outcome_of(pages, "80999_borsetshire/report - 22 march 2015.pdf")

    assert inspection.published.start is None
    assert problems(reading) == {("blocking", "published")}


def test_inspection_interrupted_for_months_is_believed_where_both_windows_are_printed(made):
    line = "Inspection dates: 9 to 13 March 2020 and 5 to 9 October 2020"

    reading, inspection, _ = made.outcome_of(made.ilacs_pages(made.ilacs_grades, dates=line), NAME)

    assert inspection.fieldwork.end == dt.date(2020, 10, 9)
    assert reading.problems == ()
