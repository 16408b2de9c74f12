"""The publication is taken from its column, fieldwork only from a theme that states it."""

import datetime as dt

import pytest

from tests.inspections.reading.readers.made_jtai import about, read, row


def only(reading):
    [inspection] = reading.inspections
    return inspection


def test_the_day_of_publication():
    published = only(read(row(publication_date="17/05/18"))).published

    assert published.start == published.end == dt.date(2018, 5, 17)
    assert (published.raw, published.basis) == ("17/05/18", "statistics")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("between 5 and 9 march 2018", (2018, 3, 5), (2018, 3, 9)),
        ("between 26 February and 2 March 2018", (2018, 2, 26), (2018, 3, 2)),
        ("between 5 march 2018 and 9 march 2018", (2018, 3, 5), (2018, 3, 9)),
        ("from 29 january to 2 february 2018", (2018, 1, 29), (2018, 2, 2)),
        ("between 28 december 2017 and 5 january 2018", (2017, 12, 28), (2018, 1, 5)),
    ],
)
def test_fieldwork_as_the_theme_states_it(words, first, last):
    fieldwork = only(read(row(inspection_theme=f"Domestic abuse in halton {words}."))).fieldwork

    assert (fieldwork.start, fieldwork.end) == (dt.date(*first), dt.date(*last))
    assert fieldwork.raw == words


def test_the_column_of_first_days_is_never_fieldwork():
    reading = read(row(inspection_theme="Neglect in halton."), row("hull", inspection_theme="Neglect."))

    assert [one.fieldwork.start for one in reading.inspections] == [None, None]
    [problem] = about(reading, "fieldwork")
    assert (problem.severity, problem.value) == ("note", "2 of 2 rows")


def test_a_first_day_that_is_not_the_publication_is_named_and_not_taken():
    reading = read(row(inspection_theme="Neglect.", inspection_start_date="09/03/18"), row("hull"))

    assert reading.inspections[0].fieldwork.start is None
    everywhere, there = about(reading, "fieldwork")
    assert everywhere.value == "1 of 2 rows"
    assert (there.where, there.value) == ("made_overview row 2 column D", "09/03/18")


@pytest.mark.parametrize(
    "words",
    [
        "between 5 and 9 march",
        "between 9 and 5 march 2018",
        "between 28 and 30 february 2018",
        "between 10 december and 12 january 2018",
    ],
)
def test_words_that_are_no_span_of_days_are_kept_and_named(words):
    reading = read(row(inspection_theme=f"Neglect in halton {words}."))

    fieldwork = only(reading).fieldwork
    assert (fieldwork.raw, fieldwork.start, fieldwork.end) == (words, None, None)
    problem = about(reading, "fieldwork")[-1]
    assert (problem.where, problem.value) == ("made_overview row 2 column F", words)


def test_dates_that_contradict_each_other_are_both_left_and_the_row_is_named():
    reading = read(row(publication_date="07/03/18"), row("hull"))

    assert [one.places[0].raw for one in reading.inspections] == ["hull"]
    [problem] = about(reading, "published")
    assert (problem.severity, problem.where) == ("note", "made_overview row 2 column E")
    assert "between 5 and 9 march 2018" in problem.message


@pytest.mark.parametrize("published", ["", "nan", "31/02/18", "May 2018", 43237])
def test_a_publication_that_cannot_be_read_leaves_the_fieldwork(published):
    reading = read(row(publication_date=published))

    inspection = only(reading)
    assert inspection.published.start is None
    assert inspection.fieldwork.end == dt.date(2018, 3, 9)
    [problem] = about(reading, "published")
    assert problem.where == "made_overview row 2 column E"


def test_a_row_without_any_date_is_named_and_not_stored():
    reading = read(row(publication_date="", inspection_theme="Neglect in halton."), row("hull"))

    [problem] = about(reading, "inspection")
    assert (problem.where, problem.value) == ("made_overview row 2", "halton")
    [table] = reading.tables
    assert (table.rows, table.stored, table.merged, table.named) == (2, 1, 0, 1)


def test_a_day_that_the_workbook_keeps_as_a_date():
    published = only(read(row(publication_date=dt.date(2018, 5, 17)))).published

    assert published.start == dt.date(2018, 5, 17)
