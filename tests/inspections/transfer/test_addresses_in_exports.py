"""Every exported row says where its source can be read, and what is there."""

import csv
import io

import pytest

TABLES = ("inspections", "judgements", "case_reviews", "findings", "trails")
ST_HELENS = "https://reports.ofsted.gov.uk/provider/44/80560"
VISITS = (
    "st-helens/ofsted-ilacs-2018/monitoring_visit/2021-11",
    "st-helens/ofsted-ilacs-2018/monitoring_visit/2022-03",
)


@pytest.fixture
def tables(bundle, exported):
    texts, _ = exported()
    return {table: list(csv.DictReader(io.StringIO(text))) for table, text in texts.items()}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_has_the_address_of_its_document(tables, table):
    addresses = {row["key"]: row["url"] for row in tables["sources"]}
    rows = [row for row in tables[table] if addresses.get(row.get("source", "iicsa-k3"))]

    assert len(rows) > 5
    for row in rows:
        if "source" in row:
            assert row["source_address"] == addresses[row["source"]], row["key"]
        if row["source_address_is"] == "the document itself":
            assert row["source_address"] in addresses.values()


def test_what_is_known_from_statistics_alone_leads_to_the_councils_reports(tables):
    visits = [row for row in tables["inspections"] if row["key"].startswith(VISITS)]

    assert len(visits) == 2
    assert {(row["source_address"], row["source_address_is"]) for row in visits} == {
        (ST_HELENS, "list of the council’s reports")
    }
