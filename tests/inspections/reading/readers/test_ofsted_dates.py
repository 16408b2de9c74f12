"""Fieldwork and publication as printed in the many ways they were printed."""

import datetime as dt

import pytest

from inspections.reading.language.dates import published_in_name
from inspections.reading.structure import report_dates


def fieldwork(words):
    return report_dates.fieldwork(f"Borsetshire\nInspection dates: {words}\nLead inspector: A Person")


def day(words):
    return dt.date.fromisoformat(words)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("8 – 12 July 2013", "2013-07-08", "2013-07-12"),
        ("8 October 2018 to 19 October 2018", "2018-10-08", "2018-10-19"),
        ("16 June to 20 June 2025", "2025-06-16", "2025-06-20"),
        ("30 September – 22 October 2014", "2014-09-30", "2014-10-22"),
        ("23 April–18 May 2018", "2018-04-23", "2018-05-18"),
        ("3 June 2014 - 25 June 2014", "2014-06-03", "2014-06-25"),
        ("18 Feb 2014 — 12 March 2014", "2014-02-18", "2014-03-12"),
        ("1/06/2015 – 25/06/2015", "2015-06-01", "2015-06-25"),
        ("01.06.15 to 25.06.15", "2015-06-01", "2015-06-25"),
        ("28 July 2016", "2016-07-28", "2016-07-28"),
        ("Monday 4th to Friday 15th March 2019", "2019-03-04", "2019-03-15"),
        ("from 4 to 15 March 2019", "2019-03-04", "2019-03-15"),
        ("between 4 and 15 March 2019", "2019-03-04", "2019-03-15"),
        ("4 to15 March, 2019", "2019-03-04", "2019-03-15"),
        ("7 September 2015 to \n1 October 2015", "2015-09-07", "2015-10-01"),
        ("12 Sept 2016 until 6 Oct 2016", "2016-09-12", "2016-10-06"),
        ("4 to 15 Febraury 2019", "2019-02-04", "2019-02-15"),
    ],
)
def test_one_window(words, start, end):
    found = fieldwork(words)

    assert (found.span.start, found.span.end) == (day(start), day(end))
    assert (found.windows, found.trouble, found.span.basis) == ((), "", "printed")


def test_printed_words_are_kept():
    assert fieldwork("16 June to 20 June 2025").span.raw == "16 June to 20 June 2025"


@pytest.mark.parametrize(
    ("words", "windows"),
    [
        (
            "19 November-11 December 2013 and 28 – 30 January 2014",
            [("2013-11-19", "2013-12-11"), ("2014-01-28", "2014-01-30")],
        ),
        (
            "8 July 2019 to 12 July 2019 and 7 August 2019 to\n8 August 2019",
            [("2019-07-08", "2019-07-12"), ("2019-08-07", "2019-08-08")],
        ),
        ("3 to 7 and 17 to 21 June 2019", [("2019-06-03", "2019-06-07"), ("2019-06-17", "2019-06-21")]),
    ],
)
def test_two_windows(words, windows):
    found = fieldwork(words)

    assert [(str(window.start), str(window.end)) for window in found.windows] == windows
    assert (str(found.span.start), str(found.span.end)) == (windows[0][0], windows[-1][1])
    assert found.trouble == ""


def test_two_days_of_one_visit_are_not_two_windows():
    found = fieldwork("5 and 6 March 2014")

    assert (found.span.start, found.span.end, found.windows) == (day("2014-03-05"), day("2014-03-06"), ())


def test_year_not_printed_before_new_year_is_told():
    found = fieldwork("28 November to 9 January 2015")

    assert found.span.start == day("2014-11-28")
    assert "2014" in found.assumed


@pytest.mark.parametrize(
    "words",
    [
        "4 March to 15 Brumaire 2019",
        "4 June to 15 June",
        "31 to 31 June 2019",
        "4 March 2019 to",
        "spring 2019",
        "15 to 4 March 2019",
        "4 March 2019 x 15 March 2019",
        "4 March 2019 x\n15 March 2019",
    ],
)
def test_what_is_no_date_is_trouble(words):
    assert fieldwork(words).trouble


def test_page_without_the_line_is_trouble():
    assert report_dates.fieldwork("Inspection of Borsetshire").trouble


@pytest.mark.parametrize(
    ("line", "start", "basis"),
    [
        ("Report published: 19 November 2014", "2014-11-19", "printed"),
        ("Report Published: 17 August 2018 ", "2018-08-17", "printed"),
        ("Report published:\n8 September 2014", "2014-09-08", "printed"),
        ("Published: 2 August 2013", "2013-08-02", "printed"),
        ("Report published: 10/08/2015", "2015-08-10", "printed"),
    ],
)
def test_printed_publication(line, start, basis):
    found = report_dates.published(f"Borsetshire\n{line}\nMore")

    assert (found.start, found.end, found.basis) == (day(start), day(start), basis)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("80999_x/children's services inspection - 19 november 2018.pdf", "2018-11-19"),
        ("children's services inspection,  pdf - 02 august 2013.pdf", "2013-08-02"),
        ("80999_x/report.pdf", None),
        ("80999_x/report - 31 june 2018.pdf", None),
    ],
)
def test_publication_by_file_name(name, start):
    found = published_in_name(name)

    assert found.start == (day(start) if start else None)
    assert found.basis == ("filename" if start else "unknown")
