"""/charts/lanes.json and .csv: one place, the same selection as the page, never a server error."""

import csv
import io
import json

import pytest
from django.test import Client
from django.utils.html import escape

from dashboard.charts.text import html
from dashboard.pages.chart import lanes_panel
from dashboard.selection.selection import Selection
from inspections.place_facts import place_facts
from tests import factories as make
from tests.worded import picture


@pytest.fixture
def get(bundle, settings):
    # Nothing is collected for a test: addresses of static files need no manifest here.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    return Client().get


def test_the_figure_of_an_area_and_of_a_force(get):
    for address, title in (
        ("/charts/lanes.json?area=st-helens", "St Helens:"),
        ("/charts/lanes.json?force=durham&layout=narrow", "Durham Constabulary:"),
    ):
        body = get(address).json()

        assert body["title"].startswith(title)
        assert body["figure"]["layout"]["meta"]["width"] > 200
        assert body["licence"].startswith("Contains public sector information")


@pytest.mark.parametrize(
    "address",
    [
        "/charts/lanes.json",
        "/charts/lanes.json?area=atlantis",
        "/charts/lanes.json?area=%00",
        "/charts/lanes.json?force=st-helens",
        "/charts/lanes.json?area=st-helens&force=merseyside",
        "/charts/tiles.json?area=st-helens",
        "/charts/lanes.exe?area=st-helens",
    ],
)
def test_unknown_charts_and_places_are_not_found(get, address):
    assert get(address).status_code == 404


@pytest.mark.parametrize("extension", ["json", "csv"])
def test_values_that_are_not_understood_are_ignored_visibly(get, extension):
    response = get(
        f"/charts/lanes.{extension}?area=st-helens&grade=excellent&from=2O18&inspectorate=%F0%9F%A6%86"
    )

    assert response.status_code == 200
    assert "grade=excellent" in response["X-Ignored"]
    assert "from=2O18" in response["X-Ignored"]


def test_an_unknown_layout_is_named(get):
    assert ["layout", "huge"] in get("/charts/lanes.json?area=st-helens&layout=huge").json()["ignored"]


def test_a_place_with_nothing_has_no_figure(reference, client):
    body = client.get("/charts/lanes.json?area=isle-of-wight").json()

    assert body["figure"] is None
    assert "Nothing is on record here" in body["summary"]


def test_the_csv_says_what_the_table_says(get):
    address = "area=st-helens&inspectorate=ofsted&from=2018&to=2020"
    response = get(f"/charts/lanes.csv?{address}")
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    page = get("/areas/st-helens/?inspectorate=ofsted&from=2018&to=2020").content.decode()
    shown = picture(make.authority("st-helens"), "inspectorate=ofsted&from=2018&to=2020")

    assert response["Content-Disposition"] == 'attachment; filename="crosscheck-area-st-helens-2018-2020.csv"'
    assert [row["result"] for row in rows] == [row.result for row in shown.rows]
    assert len(rows) == 8  # 4 judgements, care leavers judged with in care, 3 visits
    for row in rows:
        assert escape(row["result"]) in page
        assert escape(row["source"]) in page
    for row in shown.rows:
        assert escape(row.month) in page
    assert {row["address"] for row in rows} == {
        "http://testserver/areas/st-helens/?inspectorate=ofsted&from=2018&to=2020"
    }


def test_the_panel_carries_all_three_widths_and_the_table(get):
    panel = lanes_panel(place_facts(make.authority("st-helens")), Selection(), None)
    page = get("/areas/st-helens/").content.decode()
    carried = page.split('id="lanes-figures" type="application/json">')[1].split("</script>")[0]

    assert sorted(json.loads(carried)) == sorted(panel["figures"]) == ["medium", "narrow", "wide"]
    assert "style=" not in page
    assert '<caption id="lanes-caption">' in page
    assert panel["csv_url"] == "/charts/lanes.csv?area=st-helens"


@pytest.mark.parametrize(
    ("site", "host"),
    [("", "http://testserver"), ("https://crosscheck.example/", "https://crosscheck.example")],
)
def test_picture_and_csv_say_the_same_full_address(get, settings, site, host):
    settings.SITE_URL = site
    query = "inspectorate=ofsted&from=2018&to=2020"

    page = get(f"/areas/st-helens/?{query}").content.decode()
    row = next(csv.DictReader(io.StringIO(get(f"/charts/lanes.csv?area=st-helens&{query}").content.decode())))

    assert row["address"] == f"{host}/areas/st-helens/?{query}"
    (_before, carried) = page.split('<script id="lanes-figures" type="application/json">')
    figures = json.loads(carried.partition("</script>")[0])
    around = figures["wide"]["layout"]["meta"]["picture"]["annotations"]
    assert any(html((row["address"],)) in one["text"] for one in around)
