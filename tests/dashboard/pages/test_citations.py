"""What a citation links to, on pages and in the CSV, and that it says so where it is not the document."""

import csv
import io

import pytest

from inspections.models import InspectionSource, SourceDocument

pytestmark = pytest.mark.django_db

LIST = "https://reports.ofsted.gov.uk/provider/44/80471"
REPORT = "https://example.org/halton-report/"
DOCUMENT = "https://example.org/table.ods"


def links(page):
    return {(node.attributes["href"], node.text(strip=True)) for node in page.html.css("main a")}


@pytest.fixture
def pages(made_inspection, made_finding, document, client, read):
    """The page of an inspection, of its place and the CSV, once the source is as told."""

    def build(url="", report="", report_on_record=""):
        row = made_inspection(grades={"overall": "good"})
        made_finding(row)
        document.url, document.kind = url, "statistics"
        document.save()
        InspectionSource.objects.update(url=report)
        if report_on_record:
            other = SourceDocument.objects.create(key="own", kind="report", title="Own", url=report_on_record)
            InspectionSource.objects.create(
                inspection=row, source=other, confidence="read", review_status="published"
            )
        text = client.get("/charts/lanes.csv?area=halton").content.decode("utf-8-sig")
        return read(row.get_absolute_url()), read("/areas/halton/"), list(csv.DictReader(io.StringIO(text)))

    return build


def test_a_source_without_an_address_leads_to_the_councils_reports_and_says_so(pages):
    inspection, area, rows = pages()

    for page in (inspection, area):
        assert (LIST, "list of the council’s reports") in links(page)
        assert {words for address, words in links(page) if address == LIST} == {
            "list of the council’s reports"
        }
    assert {(row["source_address"], row["source_address_is"]) for row in rows} == {
        (LIST, "list of the council’s reports")
    }


def test_the_report_a_row_names_comes_before_the_list(pages):
    inspection, area, rows = pages(report=REPORT)

    for page in (inspection, area):
        assert (REPORT, "the report") in links(page)
        assert LIST not in {address for address, _words in links(page)}
    assert {(row["source_address"], row["source_address_is"]) for row in rows} == {(REPORT, "the report")}


def test_statistics_lead_to_the_report_where_it_is_on_record(pages):
    inspection, area, rows = pages(report_on_record=REPORT)

    for page in (inspection, area):
        assert (REPORT, "the report") in links(page)
        assert LIST not in {address for address, _words in links(page)}
    assert {row["source_address"] for row in rows} == {REPORT}


def test_the_documents_own_address_comes_first(pages):
    inspection, area, rows = pages(url=DOCUMENT, report=REPORT)

    for page in (inspection, area):
        addresses = {address for address, _words in links(page)}
        assert DOCUMENT in addresses
        assert not addresses & {REPORT, LIST}
    assert {row["source_address_is"] for row in rows} == {"the document itself"}


def test_a_police_source_without_an_address_has_no_list(made_inspection, read):
    row = made_inspection("durham", framework="hmicfrs-ncpi-2014")

    assert "list of the council" not in read(row.get_absolute_url()).words


def test_a_place_that_is_not_known_is_not_spoken_of(bundle, read):
    for address in ("/areas/st-helens/", "/forces/durham/"):
        assert "place in it not given" not in read(address).words


def test_every_row_of_the_bundle_that_has_an_address_leads_there(bundle, client):
    text = client.get("/charts/lanes.csv?area=st-helens").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) > 20
    assert [row["subject"] for row in rows if not row["source_address"]] == []
