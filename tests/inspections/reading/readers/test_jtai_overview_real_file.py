"""The real overview beside the checkout, counted from its XML with the standard library alone."""

import datetime as dt
import re
import zipfile
from xml.etree import ElementTree

import pytest

from inspections.ingest.resolve import resolve_all
from inspections.reading.documents.source import Source
from inspections.reading.readers import jtai_overview

pytestmark = pytest.mark.shared
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SUMMARIES = {
    "summary_priority_action",
    "summary_improvement",
    "summary_key_strengths",
    "summary_headline_findings",
    "summary_needs_to_improve",
}


@pytest.fixture
def path(shared):
    return shared / "data" / "joint" / "ofsted_csc_jtai_overview.xlsx"


@pytest.fixture
def printed(path):
    """{header: cell} of every row under the header."""
    with zipfile.ZipFile(path) as archive:
        words = []
        if "xl/sharedStrings.xml" in archive.namelist():
            strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314
            words = ["".join(part.itertext()) for part in strings.iter(f"{MAIN}si")]
        [sheet] = [name for name in archive.namelist() if re.match(r"xl/worksheets/[^/]+\.xml$", name)]
        root = ElementTree.fromstring(archive.read(sheet))  # noqa: S314
    rows = []
    for row in root.iter(f"{MAIN}row"):
        cells = {}
        for cell in row.iter(f"{MAIN}c"):
            said = "".join(cell.itertext())
            said = words[int(said)] if cell.get("t") == "s" else said
            cells[re.match(r"[A-Z]+", cell.get("r"))[0]] = said
        rows.append(cells)
    header, *body = rows
    return [{header[letter]: said for letter, said in row.items()} for row in body]


@pytest.fixture
def reading(path):
    return jtai_overview.read(Source(name=path.name, data=path.read_bytes()))


def test_every_row_is_accounted_for(reading, printed):
    [table] = reading.tables

    assert table.rows == len(printed) == table.stored + table.merged + table.named
    assert table.stored == len(reading.inspections) == len(printed)


def test_every_row_says_what_is_printed(reading, printed):
    for inspection, row in zip(reading.inspections, printed, strict=True):
        assert inspection.places[0].raw == row["local_authority"]
        assert inspection.places[0].code == row["ltla23cd"]
        published = dt.datetime.strptime(row["publication_date"], "%d/%m/%y").date()
        assert inspection.published.start == inspection.published.end == published
        assert inspection.fieldwork.raw in row["inspection_theme"]
        assert row["inspection_theme"].startswith(inspection.topic)
        told = {
            (" ".join(row[name].split()))
            for name in SUMMARIES
            if row.get(name) and not row[name].startswith("Not found")
        }
        assert {finding.passage for finding in inspection.findings} == told
        if row["summary_case_study"] != "Not found or not applicable.":
            assert row["summary_case_study"] not in inspection.model_dump_json()


def test_fieldwork_is_read_wherever_a_theme_states_it_with_its_year(reading, printed):
    for inspection, row in zip(reading.inspections, printed, strict=True):
        dated = re.search(r"between .* 20\d\d", row["inspection_theme"])
        assert (inspection.fieldwork.end is not None) == bool(dated)
        if dated:
            assert str(inspection.fieldwork.end.year) in dated.group()
            assert 0 < (inspection.fieldwork.end - inspection.fieldwork.start).days < 14
            assert 20 < (inspection.published.start - inspection.fieldwork.end).days < 120


def test_nothing_of_it_waits(reading):
    assert {problem.severity for problem in reading.problems} == {"note"}


@pytest.mark.usefixtures("reference")
def test_every_name_and_code_mean_one_authority(reading):
    resolved, problems = resolve_all(reading)

    assert len(resolved) == len(reading.inspections)
    assert [problem for problem in problems if problem.field == "area"] == []
    assert all(len(one.scopes) == 1 for one in resolved)
