"""What every reader of reports does alike: title, folder and dates are held against each other."""

import datetime as dt

import pytest

from inspections.reading.language.dates import Fieldwork, day_in
from inspections.reading.records import DateSpan
from inspections.reading.structure.report import Report

PAGES = ["", "Borsetshire\nInspection dates: 4 to 15 March 2019", "More words."]


def report(name="report.pdf"):
    return Report(PAGES, name)


def told(report):
    return [(one.severity, one.field, one.value, one.other) for one in report.problems]


def test_the_first_page_is_the_first_that_says_anything():
    assert report().first_page == PAGES[1]


def test_a_place_comes_with_the_code_of_its_folder():
    one = report("80999_borsetshire/report.pdf")

    place = one.place("Borsetshire", missing="No name")

    assert (place.raw, place.code, place.kind, place.scope) == (
        "Borsetshire",
        "80999",
        "authority",
        "authority",
    )
    assert one.problems == []


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("report.pdf", "", "No name."),
        ("80999_borsetshire/report.pdf", "borsetshire", "No name; the folder says “borsetshire”."),
    ],
)
def test_where_the_title_names_no_place_the_folder_is_told(name, raw, message):
    one = report(name)

    assert one.place("", missing="No name").raw == raw
    assert [problem.message for problem in one.problems] == [message]
    assert told(one) == [("blocking", "place", raw, "")]


def test_title_and_folder_that_disagree_are_both_told():
    one = report("80999_felpersham/report.pdf")

    one.place("Borsetshire", missing="No name")

    assert told(one) == [("blocking", "place", "Borsetshire", "felpersham")]


def test_two_places_in_a_title_get_the_code_of_neither():
    one = report("80999_borsetshire/report.pdf")

    place = one.place("Borsetshire and Felpersham", missing="No name")

    assert place.code == ""
    assert told(one) == [("blocking", "place", "Borsetshire and Felpersham", "")]


def test_two_words_of_one_council_are_no_two_places():
    one = report("80999_borsetshire/report.pdf")

    assert one.place("Borsetshire and Felpersham", missing="No name", may_be_two=False).code == "80999"
    assert one.problems == []


def test_the_file_name_dates_a_report_that_prints_no_date():
    published = report("80999_borsetshire/report - 20 april 2019.pdf").published(DateSpan())

    assert (published.start, published.basis) == (dt.date(2019, 4, 20), "filename")


def test_a_printed_date_that_is_none_is_not_replaced_by_the_file_name():
    one = report("report - 20 april 2019.pdf")

    assert one.published(day_in("31 April 2019")).start is None
    assert told(one) == [("blocking", "published", "31 April 2019", "")]


def test_the_printed_date_stands_against_the_file_name():
    one = report("report - 20 april 2019.pdf")

    published = one.published(day_in("29 April 2019"))

    assert published.start == dt.date(2019, 4, 29)
    [problem] = one.problems
    assert (problem.severity, problem.kept, problem.other) == ("conflict", "2019-04-29", "2019-04-20")


def test_days_that_two_sentences_give_differently_are_both_told():
    letter = [
        "This inspection was carried out between 4 and 8 March 2019.",
        "This inspection took place from 11 to 15 March 2019.",
    ]
    one = Report(letter, "report.pdf")

    fieldwork = one.fieldwork_in_sentences(letter, None)

    assert (fieldwork.span.start, fieldwork.span.end) == (dt.date(2019, 3, 4), dt.date(2019, 3, 8))
    [problem] = one.problems
    assert (problem.severity, problem.field) == ("blocking", "fieldwork")
    assert "11 to 15 March 2019" in problem.message


def test_a_letter_with_two_dates_above_it_has_none():
    one = Report(["4 March 2019\n8 March 2019\nDear colleague\n11 March 2019"], "report.pdf")

    assert one.letter_date() == DateSpan()
    assert told(one) == [("blocking", "published", "4 March 2019 and 8 March 2019", "")]


def test_what_is_no_date_of_the_letter_stands_below_its_greeting():
    assert Report(["4 March 2019\nDear colleague\n11 March 2019"], "a.pdf").letter_date().start == dt.date(
        2019, 3, 4
    )


def test_a_doubt_about_the_days_is_noted_or_blocks():
    one = report()
    for fieldwork in (Fieldwork(assumed="The year is not printed."), Fieldwork(trouble="No day is printed.")):
        one.check_dates(fieldwork, DateSpan(), "jtai", dt.date(2016, 1, 1))

    assert [(problem.severity, problem.message) for problem in one.problems] == [
        ("note", "The year is not printed."),
        ("blocking", "No day is printed."),
    ]
