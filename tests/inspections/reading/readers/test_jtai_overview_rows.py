"""Whom a row is about, rows that come twice, and tables that were changed or harmed."""

import io
import zipfile

import pytest
from django.db import transaction

from inspections.ingest import pipeline
from inspections.models import Inspection, Problem
from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers import jtai_overview
from tests.inspections.reading.readers.made_jtai import HEADER, about, read, row, workbook
from tests.inspections.reading.readers.made_spreadsheets import PROVIDERS, ods


def places(reading):
    return [(one.places[0].raw, one.places[0].code) for one in reading.inspections]


def test_the_reader_is_chosen_by_the_header():
    assert readers.reader_for(Source("made.xlsx", workbook(row()))).NAME == "jtai_overview"
    assert not jtai_overview.recognises(Source("made.ods", ods({"Providers": PROVIDERS})))


def test_an_inspection_is_about_one_authority_by_all_inspectorates():
    [inspection] = read(row()).inspections

    assert (inspection.framework, inspection.inspectorate, inspection.kind) == ("jtai", "joint", "joint")
    assert [(place.kind, place.scope) for place in inspection.places] == [("authority", "authority")]
    assert inspection.judgements == ()


@pytest.mark.parametrize(
    ("gss", "urn", "code"),
    [("E06000006", "80471", "E06000006"), ("nan", 80471, "80471"), ("north", "", ""), ("", "8047x", "")],
)
def test_the_code_beside_the_name(gss, urn, code):
    assert places(read(row(ltla23cd=gss, urn=urn))) == [("halton", code)]


def test_a_row_with_a_code_and_no_name_is_read_and_named():
    reading = read(row(local_authority=""))

    assert places(reading) == [("E06000006", "E06000006")]
    assert [problem.where for problem in about(reading, "area")] == ["made_overview row 2 column C"]


def test_a_row_without_name_and_code_is_named_and_not_stored():
    reading = read(row(local_authority="", ltla23cd="", urn=""), row("hull"))

    assert [raw for raw, _ in places(reading)] == ["hull"]
    assert [problem.where for problem in about(reading, "area")] == ["made_overview row 2 column C"]
    assert reading.tables[0].named == 1


def test_a_row_that_comes_twice_is_stored_once():
    reading = read(row(), row("Halton", publication_date="18/05/18"), row(publication_date="20/06/23"))

    assert [one.locator for one in reading.inspections] == ["made_overview row 2", "made_overview row 4"]
    [problem] = about(reading, "inspection")
    assert problem.where == "made_overview row 3"
    assert "made_overview row 2" in problem.message
    assert (reading.tables[0].stored, reading.tables[0].named) == (2, 1)


def test_columns_in_another_order_say_the_same():
    cells = row(summary_key_strengths="Agencies meet each week.")
    [moved] = read(cells[::-1], header=HEADER[::-1]).inspections
    [straight] = read(cells).inspections

    assert (moved.places, moved.published, moved.fieldwork, moved.topic) == (
        straight.places, straight.published, straight.fieldwork, straight.topic,
    )  # fmt: skip
    assert [one.passage for one in moved.findings] == [one.passage for one in straight.findings]


def test_an_unknown_column_is_named_and_another_of_one_meaning_blocks():
    reading = read([*row(), "?", "17/05/18"], header=[*HEADER, "lead", "publication_date"])

    unknown, twice = about(reading, "header")
    assert (unknown.severity, unknown.where, unknown.value) == (
        "note",
        "made_overview row 1 column N",
        "lead",
    )
    assert (twice.severity, twice.value) == ("blocking", "publication_date")


def test_a_table_may_stand_under_a_title_and_beside_other_sheets():
    data = workbook(["", ""], HEADER, row(), header=["Our overview"], notes=[["Only words"]])
    reading = jtai_overview.read(Source("made.xlsx", data))

    assert [one.locator for one in reading.inspections] == ["made_overview row 4"]
    assert [problem.value for problem in about(reading, "sheets")] == ["notes"]


def test_an_ods_says_the_same():
    reading = jtai_overview.read(Source("made.ods", ods({"made_overview": [HEADER, row()]})))

    assert reading.inspections == read(row()).inspections


def test_a_header_alone_is_not_taken_for_a_table_of_nothing():
    assert [problem.severity for problem in about(read(), "rows")] == ["blocking"]


def test_a_bomb_is_refused():
    buffer = io.BytesIO(workbook(row()))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", "<a>" + " " * 20_000_000)

    with pytest.raises(UnreadableSource, match="unfolds to"):
        readers.reader_for(Source("made.xlsx", buffer.getvalue()))


def test_more_rows_than_there_are_inspections_are_refused():
    data = workbook(*[["x"]] * 2_001)

    with pytest.raises(UnreadableSource, match="more than 2000 rows"):
        jtai_overview.read(Source("made.xlsx", data))


@pytest.mark.usefixtures("reference")
def test_a_name_that_is_no_authority_keeps_nothing_else_back(tmp_path):
    source = Source("made.xlsx", workbook(row(), row("borsetshire", ltla23cd="", urn="")))
    incoming = pipeline.Incoming(tmp_path / source.name, source.name)
    taken = pipeline.Taken(incoming, source.sha256, 0.1, reading=jtai_overview.read(source))

    with transaction.atomic():
        run = pipeline.finish(taken, pipeline.new_run(incoming))

    assert run.result == "stored"
    assert Inspection.objects.get().inspected_areas.get().area.slug == "halton"
    assert Problem.objects.get(field="area").where == "made_overview row 3"


def test_the_address_of_the_report_is_kept():
    address = "https://example.org/v1/file/1"

    [inspection] = read([*row(), address], header=[*HEADER, "inspection_link"]).inspections

    assert inspection.url == address


@pytest.mark.django_db
def test_the_address_of_the_report_is_stored(reference, tmp_path):
    address = "https://example.org/v1/file/1"
    source = Source("made.xlsx", workbook([*row(), address], header=[*HEADER, "inspection_link"]))
    incoming = pipeline.Incoming(tmp_path / source.name, source.name)
    taken = pipeline.Taken(incoming, source.sha256, 0.1, reading=jtai_overview.read(source))

    with transaction.atomic():
        pipeline.finish(taken, pipeline.new_run(incoming))

    assert Inspection.objects.get().inspection_sources.get().url == address
