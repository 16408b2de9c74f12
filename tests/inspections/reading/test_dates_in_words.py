"""Days, months, years and spans of them in prose, titles, addresses and cells."""

import datetime as dt

import pytest

from inspections.reading.language.dates import month_in_title, span_alone, span_at_start, spans_in
from inspections.reading.language.printed_dates import in_figures, plain_day


def days(first, last):
    return dt.date(*first), dt.date(*last)


@pytest.mark.parametrize(
    ("words", "raw", "span"),
    [
        ("We visited on 4–15 February 2019.", "4–15 February 2019", days((2019, 2, 4), (2019, 2, 15))),
        ("between 12 and 23 April 2021", "12 and 23 April 2021", days((2021, 4, 12), (2021, 4, 23))),
        (
            "28 November to 9 January 2017",
            "28 November to 9 January 2017",
            days((2016, 11, 28), (2017, 1, 9)),
        ),
        ("February and March 2015", "February and March 2015", days((2015, 2, 1), (2015, 3, 31))),
        ("in October 2019 we", "October 2019", days((2019, 10, 1), (2019, 10, 31))),
        ("the 3rd of May, 2018", "the 3rd of May, 2018", days((2018, 5, 3), (2018, 5, 3))),
        ("from 1/06/2015 – 25/06/2015", "1/06/2015 – 25/06/2015", days((2015, 6, 1), (2015, 6, 25))),
    ],
)
def test_a_date_of_prose(words, raw, span):
    [found] = spans_in(words)

    assert (found.raw, found.start, found.end) == (raw, *span)


@pytest.mark.parametrize(
    "words", ["12 and 23 children", "in 2019", "5 decisions 2019", "30 February 2019", "May 1998", "4.5.19"]
)
def test_what_is_no_date_of_prose(words):
    assert spans_in(words) == []


def test_dates_apart_stay_apart():
    assert [one.raw for one in spans_in("on 3 March 2015, 7 May 2016 and in June 2017")] == [
        "3 March 2015", "7 May 2016", "June 2017"
    ]  # fmt: skip


def test_a_year_is_a_date_only_behind_a_label_or_in_a_title():
    assert span_at_start("in 2016 by").end == dt.date(2016, 12, 31)
    assert month_in_title("kent-2016-child-protection").start == dt.date(2016, 1, 1)
    assert month_in_title("kent-2016-and-2017") is None
    assert month_in_title("kent-child-protection-october-2019").start == dt.date(2019, 10, 1)


def test_a_line_that_is_a_date_and_nothing_else():
    assert span_alone(" October 2019. ").end == dt.date(2019, 10, 31)
    assert span_alone("Published in October 2019") is None


@pytest.mark.parametrize(
    "cell",
    ["18/02/25", "18/02/2025", "2025-02-18", "18-02-2025", "18.02.2025", "18 February 2025", "18 Feb 2025",
     "18-Feb-25", "18-Feb-2025", "18 feb 25", "18/02/2025 00:00:00", "18/02/2025 00:00",
     "2025-02-18T00:00:00", "2025-02-18 00:00:00.000", dt.date(2025, 2, 18), dt.datetime(2025, 2, 18, 9, 30)],
)  # fmt: skip
def test_the_one_day_of_a_cell(cell):
    assert plain_day(cell) == dt.date(2025, 2, 18)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "nan",
        "31/02/18",
        "May 2018",
        "2018",
        43237,
        2018.0,
        "1/1/1999",
        "18/02",
        "18-Fog-25",
        "Feb-25",
        "18/02/2025 00:00:00 or later",
        "13/13/2025",
        "45117",
    ],
)
def test_a_cell_without_one_day(cell):
    assert plain_day(cell) is None


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("2019", days((2019, 1, 1), (2019, 12, 31))),
        ("2020-02", days((2020, 2, 1), (2020, 2, 29))),
        ("14/10/2019", days((2019, 10, 14), (2019, 10, 14))),
        ("2017-02-30", None),
        ("2017-00", None),
        ("2017-13", None),
    ],
)
def test_a_date_in_figures(words, span):
    assert in_figures(words).days == span
