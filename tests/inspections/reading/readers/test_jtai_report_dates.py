"""When inspectors were there and when the letter was written, as letters say it."""

import datetime as dt

import pytest

from inspections.reading.readers.jtai_report import read_pages
from tests.made_joint_reports import jtai_pages

UNDERTOOK = (
    " Ofsted and others undertook a joint inspection of the multi-agency response to {topic} in {place}."
)


def read(name="letter.pdf", **more):
    reading = read_pages(jtai_pages(**more), name)
    return reading, reading.inspections[0]


def day(words):
    return dt.date.fromisoformat(words)


def told(reading):
    return [(problem.severity, problem.field) for problem in reading.problems]


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("Between 4 and 8 March 2019," + UNDERTOOK, "2019-03-04", "2019-03-08"),
        ("Between 25 February and 1 March 2019," + UNDERTOOK, "2019-02-25", "2019-03-01"),
        ("Between 17 December 2018 and 11 January 2019," + UNDERTOOK, "2018-12-17", "2019-01-11"),
        ("Between Monday 4 March and Friday 8 March 2019," + UNDERTOOK, "2019-03-04", "2019-03-08"),
        ("Between the 4th and the 8th of March 2019," + UNDERTOOK, "2019-03-04", "2019-03-08"),
        ("Between 4 and 8 March 2019, 12 people" + UNDERTOOK, "2019-03-04", "2019-03-08"),
        ("Between 4 and\n8 March 2019," + UNDERTOOK, "2019-03-04", "2019-03-08"),
        ("From 4 to 8 March 2019," + UNDERTOOK, "2019-03-04", "2019-03-08"),
        ("This inspection took place from 4 to 8 March 2019. It was thorough.", "2019-03-04", "2019-03-08"),
        ("This inspection was carried out between 4 and 8 March 2019 by us.", "2019-03-04", "2019-03-08"),
        ("Inspection dates: 4 to 8 March 2019", "2019-03-04", "2019-03-08"),
    ],
)  # fmt: skip
def test_days(days, start, end):
    reading, inspection = read(days=days)

    assert (inspection.fieldwork.start, inspection.fieldwork.end) == (day(start), day(end))
    assert inspection.fieldwork.basis == "printed"
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("days", "date", "start", "end"),
    [
        ("Between 4 and 8 March,", "1 May 2019", "2019-03-04", "2019-03-08"),
        ("Between 10 and 14 December,", "1 February 2019", "2018-12-10", "2018-12-14"),
        ("Between 17 December and 11 January,", "1 March 2019", "2018-12-17", "2019-01-11"),
    ],
)
def test_a_year_not_printed_is_the_last_before_the_letter_and_said_so(days, date, start, end):
    reading, inspection = read(days=days + UNDERTOOK, date=date)

    assert (inspection.fieldwork.start, inspection.fieldwork.end) == (day(start), day(end))
    assert told(reading) == [("note", "fieldwork")]


def test_two_spells():
    _, inspection = read(days="Between 4 and 8 March 2019 and between 18 and 20 March 2019," + UNDERTOOK)

    assert (inspection.fieldwork.start, inspection.fieldwork.end) == (day("2019-03-04"), day("2019-03-20"))
    assert [window.end for window in inspection.windows] == [day("2019-03-08"), day("2019-03-20")]


def test_no_days_are_no_days():
    reading, inspection = read(days="Some of us undertook a joint inspection in {place}.")

    assert (inspection.fieldwork.start, inspection.fieldwork.end) == (None, None)
    assert told(reading) == [("blocking", "fieldwork")]


def test_days_of_an_earlier_inspection_alone_are_none_of_this_one():
    reading, inspection = read(days="We saw that the last inspection here took place from 6 to 10 June 2016.")

    assert inspection.fieldwork.start is None
    assert told(reading) == [("blocking", "fieldwork")]


def test_days_without_a_year_and_a_letter_without_a_date():
    reading, inspection = read(days="Between 4 and 8 March," + UNDERTOOK, date="")

    assert inspection.fieldwork.start is None
    assert inspection.published.start is None
    assert inspection.published.basis == "unknown"
    assert told(reading) == [("blocking", "fieldwork")]


@pytest.mark.parametrize(
    "opening",
    [
        "Between 1 April and 30 June 2018, 312 made-up children came to the notice of the police.",
        "The previous inspection took place between 6 and 10 June 2016 and ended well.",
        "Ofsted inspected these services between 6 and 30 June 2016.",
        "Children between 7 and 15 years old were inspected by nobody.",
    ],
)
def test_other_days_are_not_taken_for_those_of_the_inspection(opening):
    reading, inspection = read(opening=opening)

    assert inspection.fieldwork.end == day("2019-03-08")
    assert reading.problems == ()


def test_two_different_spans_are_a_problem():
    reading, _ = read(opening="This inspection took place from 11 to 15 March 2019.")

    assert told(reading) == [("blocking", "fieldwork")]


@pytest.mark.parametrize("date", ["1 May 2019", "01 May 2019 ", "1st May 2019", "Wednesday 1 May 2019"])
def test_the_date_of_the_letter(date):
    _, inspection = read(date=date)

    assert (inspection.published.start, inspection.published.basis) == (day("2019-05-01"), "printed")


def test_the_file_name_stands_in_where_the_letter_has_no_date():
    reading, inspection = read("80999_borsetshire/joint inspection - 02 may 2019.pdf", date="")

    assert (inspection.published.start, inspection.published.basis) == (day("2019-05-02"), "filename")
    assert reading.problems == ()


def test_the_letter_stands_over_the_file_name_and_both_are_told():
    reading, inspection = read("80999_borsetshire/joint inspection - 02 may 2019.pdf")

    assert inspection.published.start == day("2019-05-01")
    assert told(reading) == [("conflict", "published")]
    assert (reading.problems[0].kept, reading.problems[0].other) == ("2019-05-01", "2019-05-02")


def test_a_letter_of_two_dates_and_one_of_no_day_that_ever_was():
    two, _ = read(date="1 May 2019\n3 May 2019")
    none, _ = read(date="31 April 2019")

    assert told(two) == [("blocking", "published")]
    assert told(none) == [("blocking", "published")]


def test_a_letter_written_before_the_inspection_ended():
    reading, _ = read(date="7 March 2019")

    assert ("blocking", "published") in told(reading)


def test_an_inspection_before_there_were_any():
    reading, _ = read(days="Between 4 and 8 March 2013," + UNDERTOOK, date="1 May 2013")

    assert ("blocking", "fieldwork") in told(reading)
