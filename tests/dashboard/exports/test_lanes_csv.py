"""The CSV holds the rows of the table and cannot harm a spreadsheet."""

import csv
import io

import pytest
from django.http import QueryDict

from dashboard.exports.lanes_csv import DATA_COLUMNS, lanes_csv, lanes_file_name
from dashboard.selection.selection import Selection
from dashboard.series.lanes import lanes
from inspections.models import Coverage
from tests import factories as make
from tests.worded import picture

pytestmark = pytest.mark.usefixtures("reference")


def kent_lanes(address=""):
    return lanes(make.authority("kent"), Selection.from_query(QueryDict(address)))


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_rows_are_those_of_the_table_in_their_order():
    for year in (2022, 2019):
        found = make.inspection("kent", ended=f"{year}-06-15")
        make.judgement(found, "overall", "ofsted:good")
    make.inspection("kent", kind="focused_visit", published="2020-05-01", topic="Front door")

    kent = picture(make.authority("kent"), "from=2019&grade=excellent")
    found = kent_lanes("from=2019&grade=excellent")
    read = rows(lanes_csv(found, "https://example.org/areas/kent/?from=2019", "https://example.org"))

    assert [row["placed_on"] for row in read] == [row.iso for row in kent.rows]
    assert [row["result"] for row in read] == [row.result for row in kent.rows]
    assert {row["licence"] for row in read} == {kent.licence}
    assert {row["address"] for row in read} == {"https://example.org/areas/kent/?from=2019"}
    assert {row["ignored"] for row in read} == {"grade=excellent"}
    assert read[0]["inspection"] == f"https://example.org{kent.rows[0].url}"
    assert list(read[0])[: len(DATA_COLUMNS)] == list(DATA_COLUMNS)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_what_looks_like_a_formula_is_text(start):
    make.inspection("kent", kind="focused_visit", ended="2020-05-01", document=make.source(f"{start}1+1"))

    (row,) = rows(lanes_csv(kent_lanes(), "https://example.org/"))

    assert row["source"] == f"'{start}1+1"


def test_every_row_says_how_far_was_read_by_the_inspectorates_that_looked():
    Coverage.objects.create(key="a", inspectorate_id="ofsted", what="reports read", newest_read="2026-07-10")
    Coverage.objects.create(key="b", inspectorate_id="hmicfrs", what="reviews", newest_read="2025-11-30")
    make.inspection("kent", kind="focused_visit", ended="2020-05-01")

    (row,) = rows(lanes_csv(kent_lanes(), "https://example.org/"))

    assert row["as_far_as_read"] == "Ofsted: reports read to July 2026; later inspections may exist."


def test_nothing_to_show_is_a_heading_alone():
    text = lanes_csv(kent_lanes(), "https://example.org/")

    assert rows(text) == []
    assert text.startswith("placed_on,date,")


def test_the_file_name_says_kind_place_and_years():
    make.inspection("kent", kind="focused_visit", ended="2018-05-01")
    make.inspection("kent", kind="focused_visit", ended="2021-05-01")

    assert lanes_file_name(kent_lanes(), "csv") == "crosscheck-area-kent-2018-2021.csv"
    assert lanes_file_name(kent_lanes("from=2021"), "csv") == "crosscheck-area-kent-2021.csv"
    assert lanes_file_name(kent_lanes("from=1990&to=1991"), "csv") == "crosscheck-area-kent.csv"
