"""A page asks the database as often for twenty inspections as for one."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


@pytest.fixture
def questions(client):
    def count(address):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    return count


@pytest.mark.parametrize("address", ["/", "/inspections/", "/areas/halton/"])
def test_more_inspections_ask_no_more(made_inspection, made_finding, made_review, questions, address):
    def inspect(day):
        row = made_inspection(ended=dt.date(2019, 3, day), grades={"overall": "good"})
        made_finding(row)
        made_review(row, cases=20)

    inspect(1)
    inspect(2)
    questions(address)  # what is remembered between requests is filled first
    few = questions(address)

    for day in range(3, 21):
        inspect(day)

    assert questions(address) == few


def test_more_facts_on_an_inspection_ask_no_more(made_inspection, made_finding, made_review, questions):
    row = made_inspection(grades={"overall": "good"})
    made_finding(row)
    made_review(row, cases=20)
    made_inspection(follows=row, kind="monitoring_visit", ended=dt.date(2020, 3, 15))
    questions(row.get_absolute_url())
    few = questions(row.get_absolute_url())

    for _ in range(18):
        made_finding(row)
        made_review(row, cases=20)
        made_inspection(follows=row, kind="monitoring_visit", ended=dt.date(2020, 3, 15))

    assert questions(row.get_absolute_url()) == few


def test_a_list_of_all_areas_asks_few_questions(reference, questions):
    assert questions("/areas/") <= 8
    assert questions("/forces/") <= 8


def test_the_facts_of_a_place_are_fetched_once_for_all_parts_of_its_page(bundle, questions):
    for address in ("/areas/st-helens/", "/areas/county-durham/", "/forces/metropolitan/"):
        assert questions(address) <= 21  # two of them how far the site has read
