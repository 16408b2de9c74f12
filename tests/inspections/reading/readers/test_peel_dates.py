"""When a PEEL page came out: by its dates; "Published on" only where nothing better is, and said so."""

import datetime as dt

import pytest

from tests.inspections.reading.readers.made_peel_pages import inspection, page, problems

GOOD = "<h2>Effectiveness</h2><p>Good</p>"


def published(html):
    span = inspection(html).published
    return span.start, span.end, span.basis


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Last updated 02/05/2019", "02/05/2019"),
        ("Last updated: 2 May 2019", "2 May 2019"),
        ("Last updated on 2nd May 2019", "2nd May 2019"),
    ],
)
def test_the_day_of_an_update_is_kept_as_stated_and_is_no_publication(words, day):
    html = page(f"<p>{words}</p>", GOOD)
    assert published(html) == (None, None, "unknown")
    assert inspection(html).published.raw == f"last updated {day}"
    assert problems(html) == []


def test_pillars_updated_on_different_days_are_all_stated():
    html = page(
        "<h2>Legitimacy</h2><p>Last updated 08/12/2016</p><p>Good</p><p>Last updated 03/11/2016</p>", GOOD
    )
    assert published(html)[:2] == (None, None)
    assert inspection(html).published.raw == "last updated 08/12/2016 and 03/11/2016"


def test_a_month_is_the_span_of_its_days():
    assert published(page("<p>February 2016</p>", GOOD)) == (
        dt.date(2016, 2, 1),
        dt.date(2016, 2, 29),
        "printed",
    )


def test_published_on_alone_is_used_and_said():
    html = page("<p>Published on: 27 September 2019</p>", GOOD)
    assert published(html) == (dt.date(2019, 9, 27), dt.date(2019, 9, 27), "unknown")
    [problem] = problems(html)
    assert (problem.severity, problem.field, problem.value) == ("note", "published", "27 September 2019")


def test_published_on_long_after_the_cycle_is_a_move_of_the_page():
    html = page("<p>Published on: 13 October 2022</p><p>Last updated 02/05/2019</p>", GOOD)
    assert published(html)[:2] == (None, None)
    assert inspection(html).published.raw == "13 October 2022; last updated 02/05/2019"
    [problem] = problems(html)
    assert (problem.severity, problem.value) == ("note", "13 October 2022")


def test_published_on_gives_way_to_a_better_date():
    html = page("<p>2 May 2019</p><p>Published on: 27 September 2019</p>", GOOD)
    assert published(html)[0] == dt.date(2019, 5, 2)
    [problem] = problems(html)
    assert (problem.severity, problem.other) == ("note", "27 September 2019")


@pytest.mark.parametrize(
    "words", ["", "Last updated 45/13/2019", "We came in May 2018.", "Last updated soon"]
)
def test_no_date_is_no_date(words):
    assert published(page(f"<p>{words}</p>", GOOD))[:2] == (None, None)
