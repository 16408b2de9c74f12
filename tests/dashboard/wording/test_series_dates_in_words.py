import datetime as dt

import pytest

from dashboard.wording.days import (
    dates_words,
    day_of,
    month_words,
    placed_at,
    short_days,
    short_months,
    span_words,
)
from inspections.models import Inspection


def day(words):
    return dt.date.fromisoformat(words) if words else None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-09-09", "2019-09-20", "9 to 20 September 2019"),
        ("2019-09-23", "2019-10-04", "23 September to 4 October 2019"),
        ("2019-12-20", "2020-01-10", "20 December 2019 to 10 January 2020"),
        ("2019-10-01", "2019-10-31", "October 2019"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2016-02-01", "2016-05-31", "February to May 2016"),
        ("2018-12-01", "2019-01-31", "December 2018 to January 2019"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-01-01", "2015-12-31", "2014 to 2015"),
        ("2021-05-19", "2021-05-19", "19 May 2021"),
        ("2021-05-19", None, "19 May 2021"),
        (None, "2021-05-19", "19 May 2021"),
        (None, None, ""),
    ],
)
def test_spans(start, end, words):
    assert span_words(day(start), day(end)) == words


def test_the_place_in_time_is_the_end_of_fieldwork_else_publication():
    both = Inspection(fieldwork_end=day("2019-10-04"), published_to=day("2019-11-04"))
    only_published = Inspection(published_from=day("2012-01-25"), published_to=day("2012-01-25"))
    neither = Inspection()

    assert (day_of(both), placed_at(both)) == (day("2019-10-04"), "end of fieldwork")
    assert (day_of(only_published), placed_at(only_published)) == (day("2012-01-25"), "publication")
    assert (day_of(neither), dates_words(neither)) == (None, "date not given")
    assert dates_words(only_published) == "published 25 January 2012; fieldwork not given"


def test_months():
    july = Inspection(fieldwork_start=day("2023-07-10"), fieldwork_end=day("2023-07-21"))
    some_time = Inspection(fieldwork_start=day("2014-01-01"), fieldwork_end=day("2014-12-31"))

    assert (month_words(july), month_words(some_time), month_words(Inspection())) == ("July 2023", "2014", "")


@pytest.mark.parametrize(
    ("start", "end", "months", "days"),
    [
        ("2019-09-09", "2019-09-20", "Sept 2019", "9–20 Sept 2019"),
        ("2019-09-23", "2019-10-04", "Sept–Oct 2019", "23 Sept–4 Oct 2019"),
        ("2019-12-20", "2020-01-10", "Dec 2019–Jan 2020", "20 Dec 2019–10 Jan 2020"),
        ("2018-05-04", "2018-05-04", "May 2018", "4 May 2018"),
        ("2021-05-19", "", "May 2021", "19 May 2021"),
        ("2019-10-01", "2019-10-31", "Oct 2019", "Oct 2019"),
        ("2016-02-01", "2016-05-31", "Feb–May 2016", "Feb–May 2016"),
        ("2014-01-01", "2014-12-31", "2014", "2014"),
        ("2014-01-01", "2015-12-31", "2014–2015", "2014–2015"),
        ("", "", "", ""),
    ],
)
def test_spans_in_a_table_are_short_and_no_less_exact(start, end, months, days):
    assert (short_months(day(start), day(end)), short_days(day(start), day(end))) == (months, days)
