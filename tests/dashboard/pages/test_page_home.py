"""The way in: what the site is, how to find a place, what is new, what it cannot tell."""

import datetime as dt

import pytest

pytestmark = pytest.mark.django_db


def test_it_says_what_it_is_and_offers_search_letters_and_regions(reference, read):
    page = read("/")

    assert "side by side" in page.part(".answer")
    assert page.html.css_first("#home-search").attributes["name"] == "q"
    assert page.html.css_first('a.letters__item[href="/areas/?letter=S"]')
    assert page.html.css_first('a[href="/areas/?region=north-west"]')


def test_it_says_what_it_cannot_tell_and_why_it_exists(reference, read):
    page = read("/")

    assert "never zero" in page.words
    assert "no ranks, points or averages" in page.words
    assert "Independent Inquiry into Child Sexual Abuse" in page.words
    assert "Bristol and Swansea do not appear" in page.words


def test_an_empty_site_says_so_in_words(reference, read):
    assert "No inspections are loaded yet" in read("/").words


def test_the_newest_stand_first_with_their_result_in_words(made_inspection, made_review, read):
    made_inspection("halton", ended=dt.date(2019, 3, 15), grades={"overall": "good"})
    made_inspection("wirral", ended=dt.date(2021, 6, 4), kind="focused_visit", topic="Front door")
    review = made_inspection("cheshire", framework="hmicfrs-ncpi-2014", ended=dt.date(2020, 1, 31))
    made_review(review, cases=9, good=1, requires_improvement=2, inadequate=6, completeness="full_split")

    rows = read("/").rows("newest inspections")

    assert [row[0] for row in rows] == ["4 June 2021", "31 January 2020", "15 March 2019"]
    assert rows[0][3] == "Not graded (Front door)"
    assert rows[1][3].startswith("Missing children: 1 good, 2 requires improvement, 6 inadequate of 9 cases")
    assert "%" not in rows[1][3]
    assert rows[2][3] == "Good overall"


def test_unpublished_inspections_are_not_news(made_inspection, read):
    made_inspection("halton", grades={"overall": "good"}, review_status="needs_review")

    assert "No inspections are loaded yet" in read("/").words
