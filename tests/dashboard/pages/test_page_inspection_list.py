"""The list of inspections: every filter, pages, undated at the end."""

import datetime as dt

import pytest

from dashboard.pages import inspections as view

pytestmark = pytest.mark.django_db


def listed(page):
    return page.rows("Inspections, by end of fieldwork")


def test_newest_first_and_undated_at_the_end_in_words(made_inspection, read):
    for ended in (dt.date(2019, 3, 15), None, dt.date(2021, 6, 4)):
        made_inspection(ended=ended)

    rows = listed(read("/inspections/"))

    assert [row[0] for row in rows] == ["4 June 2021", "15 March 2019", "Date not given"]


@pytest.fixture
def three_inspections(made_inspection):
    made_inspection("halton", ended=dt.date(2019, 3, 15), grades={"overall": "good"})
    made_inspection("wirral", ended=dt.date(2021, 6, 4), kind="focused_visit")
    made_inspection("durham", framework="hmicfrs-ncpi-2014", ended=dt.date(2018, 6, 4))


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("inspectorate=hmicfrs", ["Durham Constabulary"]),
        ("kind=focused_visit", ["Wirral"]),
        ("from=2020", ["Wirral"]),
        ("to=2019&inspectorate=ofsted", ["Halton"]),
        ("area=halton", ["Halton"]),
        ("force=durham", ["Durham Constabulary"]),
        ("q=wirr", ["Wirral"]),
        ("region=north-east", ["Durham Constabulary"]),
        ("grade=good", ["Halton"]),
    ],
)
def test_each_filter_of_the_address_counts(three_inspections, read, query, slugs):
    assert [row[1] for row in listed(read(f"/inspections/?{query}"))] == slugs


@pytest.mark.parametrize("query", ["grade=inadequate", "framework=hmicfrs-ncpi-2014&area=halton"])
def test_where_none_fits_it_says_so(three_inspections, read, query):
    assert "No inspection on record here fits." in read(f"/inspections/?{query}").words


def test_filters_without_a_field_travel_with_the_form(made_inspection, read):
    made_inspection("halton", grades={"overall": "good"})

    page = read("/inspections/?grade=good&region=north-west")

    hidden = {box.attributes["name"]: box.attributes["value"] for box in page.html.css("input[type=hidden]")}
    assert hidden == {"grade": "good", "region": "north-west"}


def test_pages_keep_the_filters_and_odd_numbers_lead_to_a_page(made_inspection, read, monkeypatch):
    monkeypatch.setattr(view, "ON_A_PAGE", 2)
    for day in (1, 2, 3):
        made_inspection(ended=dt.date(2019, 3, day))

    page = read("/inspections/?inspectorate=ofsted")

    assert len(listed(page)) == 2
    assert page.html.css_first("a[rel=next]").attributes["href"] == "/inspections/?inspectorate=ofsted&page=2"
    for odd in ("0", "-1", "99", "x", "%00"):
        assert listed(read(f"/inspections/?page={odd}"))


def test_unpublished_ones_are_not_listed(made_inspection, read):
    made_inspection(review_status="proposed")

    assert "None are loaded yet." in read("/inspections/").words


def test_htmx_gets_the_list_alone(made_inspection, client):
    made_inspection()

    response = client.get("/inspections/?q=halton&from=&to=", headers={"HX-Request": "true"})

    assert b"<h1" not in response.content
    assert response["HX-Push-Url"] == "/inspections/?q=halton"
    assert response["Cache-Control"] == "no-store"
    assert "HX-Request" in response["Vary"]
