"""The real releases beside the checkout: every row accounted for, and in line with the reports at hand.

What is expected is counted from the files themselves, with the standard library alone.
"""

import csv
import datetime as dt
import re
import time
import zipfile
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from areas.models import Area
from areas.normalise import normalise
from inspections.ingest.resolve import resolve_all
from inspections.reading.documents.source import Source
from inspections.reading.process.pool import ReaderProcess
from inspections.reading.readers import ofsted_statistics

SHARED = Path(__file__).resolve().parents[4].parent / "shared"
FOLDER = SHARED / "data" / "ofsted_statistics"
ODS_2022 = "Childrens_social_care_in_England_2022_underlying_data.ods"
XLSX_2022 = "Childrens_social_care_in_England_2022_underlying_data.xlsx"
ODS_2024 = "LA_Inspection_Outcomes_as_at_March_2024.ods"
ODS_2025 = "Childrens_services_LA_outcomes_2025.ods"
TABLES_2024 = ("Inspections_31_March_2024", "Inspections_in_year_2023-24", "ILACS_inspections_2018-2024")
TABLES_2025 = ("Inspections_as_at_31_March", "In-year_inspections", "ILACS_inspection_history")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="no ../shared/data/ofsted_statistics beside the checkout"),
]

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
GRADE_WORDS = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
RESTATED_WORD = "Requires improvement to be good"


@cache
def reading(name):
    return ofsted_statistics.read(Source(name=name, data=(FOLDER / name).read_bytes()))


@cache
def sheets_of(name):
    """{own sheet: {row number: [printed cell, ...]}} of an ODS, by its XML alone."""
    root = ElementTree.fromstring(zipfile.ZipFile(FOLDER / name).read("content.xml"))  # noqa: S314
    sheets = {}
    for table in root.iter(f"{TABLE}table"):
        sheet = table.get(f"{TABLE}name")
        if sheet.startswith("'") or not (sheet.startswith("LA_") or sheet in (*TABLES_2024, *TABLES_2025)):
            continue
        rows, number = {}, 0
        for row in table.iter(f"{TABLE}table-row"):
            cells = []
            for cell in row:
                times = int(cell.get(f"{TABLE}number-columns-repeated", 1))
                words = " ".join("".join(part.itertext()) for part in cell.iter(f"{TEXT}p")).strip()
                cells += [words] * (times if words or times < 100 else 1)
            number += int(row.get(f"{TABLE}number-rows-repeated", 1))
            rows[number] = cells
        sheets[sheet] = rows
    return sheets


def tables_in(name):
    """{(sheet, nth table): {row number: cells}}: what stands under each "Local authority name"."""
    tables = {}
    for sheet, rows in sheets_of(name).items():
        nth, column = 0, None
        for number, cells in rows.items():
            if "Local authority name" in cells:
                nth, column = nth + 1, cells.index("Local authority name")
                tables[sheet, nth] = {}
            elif column is not None and len(cells) > column and cells[column]:
                tables[sheet, nth][number] = cells
    return tables


@pytest.mark.parametrize(("name", "how_many"), [(ODS_2022, 4), (XLSX_2022, 4), (ODS_2024, 4), (ODS_2025, 3)])
def test_every_row_of_every_table_is_stored_merged_or_named(name, how_many):
    expected = [len(rows) for rows in tables_in(ODS_2022 if name == XLSX_2022 else name).values()]

    read = reading(name)

    assert len(expected) == how_many
    assert [table.rows for table in read.tables] == expected
    assert all(table.rows == table.stored + table.merged + table.named for table in read.tables)


@pytest.mark.parametrize("name", [ODS_2022, ODS_2024, ODS_2025])
def test_every_row_is_cited_by_an_inspection_or_by_a_problem(name):
    read = reading(name)
    cited = {where for record in read.inspections for where in record.locator.split("; ")}
    named = {found[0] for problem in read.problems if (found := re.match(r"\S+ row \d+", problem.where))}

    expected = {f"{sheet} row {row}" for (sheet, _), rows in tables_in(name).items() for row in rows}

    assert expected <= cited | named
    assert cited <= expected


@pytest.mark.parametrize("name", [ODS_2022, ODS_2024, ODS_2025])
def test_every_grade_in_the_file_is_a_judgement_that_cites_its_row(name):
    expected = Counter()
    for (sheet, _), rows in tables_in(name).items():
        for number, cells in rows.items():
            for words in cells:
                if words in GRADE_WORDS:
                    expected[f"{sheet} row {number}", words] += 1

    found = Counter()
    for record in reading(name).inspections:
        for judgement in record.judgements:
            for where in judgement.locator.split("; "):
                for words in judgement.printed.split(" / "):
                    if words in GRADE_WORDS and judgement.grade_status != "unreadable":
                        found[where, words] += 1

    contradicted = expected - found
    assert not found - expected
    problems = " ".join(p.other for p in reading(name).problems if p.severity == "conflict")
    assert all(f"{words} ({where} column" in problems for where, words in contradicted)


@pytest.mark.parametrize("name", [ODS_2022, ODS_2024, ODS_2025])
def test_nothing_blocks_the_real_files(name):
    assert not [problem for problem in reading(name).problems if problem.severity == "blocking"]


def test_the_release_of_2024_tells_of_each_inspection_in_its_row_of_several():
    """A row of its history gives a first and often a second inspection: as many as there are days in it."""
    rows = [cells for (sheet, _), rows in tables_in(ODS_2024).items() for cells in rows.values()
            if sheet == TABLES_2024[2]]  # fmt: skip
    days = [words for cells in rows for words in cells if re.fullmatch(r"\d\d?[/ ]\w+[/ ]\d{2,4}", words)]
    short = [words for cells in rows for words in cells if words == "ILACS Short Inspection"]

    graded = [record for record in reading(ODS_2024).inspections if record.kind in ("full", "short")]

    assert len(days) > 200
    assert len(graded) == len(days)
    assert sum(record.kind == "short" for record in graded) == len(short)
    assert all(record.published.end for record in graded)


def test_ods_and_xlsx_of_one_release_read_the_same():
    assert reading(ODS_2022) == reading(XLSX_2022)


def test_the_contradictions_within_the_release_of_2022_are_its_own():
    """Two inspections of 2021-22 stand with other grades in the in-year sheet than in the latest one."""
    latest = tables_in(ODS_2022)["LA_level_at_31_Mar_2022", 1].values()
    in_year = tables_in(ODS_2022)["LA_level_in_year_2021-22", 1].values()
    by_visit = {(cells[1], cells[3]): cells[4:8] for cells in latest}
    expected = [
        (cells[1], column)
        for cells in in_year
        if "Inspection" in cells[4] and (cells[1], cells[3]) in by_visit
        for column in range(4)
        if by_visit[cells[1], cells[3]][column] != cells[5 + column]
    ]

    conflicts = [problem for problem in reading(ODS_2022).problems if problem.severity == "conflict"]

    assert sorted(problem.value for problem in conflicts) == sorted(name for name, _ in expected)


def test_every_requires_improvement_before_november_2013_is_restated():
    columns = slice(5, 17)  # the columns of SLAC, CPI and TLAC in the history of 2022
    expected = sum(
        cells[columns].count(RESTATED_WORD)
        for (sheet, _), rows in tables_in(ODS_2022).items()
        if sheet == "LA_inspections_2009-2022"
        for cells in rows.values()
    )
    old = ("ofsted-slac", "ofsted-cpi", "ofsted-lac-2013")

    restated = [
        (record, judgement)
        for record in reading(ODS_2022).inspections
        for judgement in record.judgements
        if judgement.grade_status == "restated"
    ]

    # Dorset's row of today repeats the inspections of the abolished county, which has a row of its own.
    repeated = sum(judgement.locator.count(";") for _, judgement in restated)
    assert len(restated) + repeated == expected
    assert {record.framework for record, _ in restated} <= set(old)
    assert "Adequate" not in {
        j.printed for record in reading(ODS_2022).inspections for j in record.judgements
    }


def test_kent_in_august_2013_is_restated():
    [record] = [
        record
        for record in reading(ODS_2022).inspections
        if record.places[0].raw == "Kent" and record.published.end == dt.date(2013, 8, 23)
    ]

    [judgement] = record.judgements
    assert (record.framework, judgement.grade_status) == ("ofsted-lac-2013", "restated")
    assert (judgement.grade, judgement.printed) == ("requires_improvement", RESTATED_WORD)


def test_all_three_files_are_read_well_within_the_limits_of_a_reader_process():
    with ReaderProcess() as child:
        for name in (ODS_2022, XLSX_2022, ODS_2025):
            started = time.monotonic()
            child.read(FOLDER / name, name)
            assert time.monotonic() - started < 5


@pytest.mark.usefixtures("reference")
@pytest.mark.parametrize("name", [ODS_2022, ODS_2024, ODS_2025])
def test_every_name_is_known_and_every_row_fits_its_framework(name):
    _, problems = resolve_all(reading(name))

    assert [problem for problem in problems if problem.severity == "blocking"] == []


@pytest.mark.usefixtures("reference")
def test_every_authority_of_today_has_a_full_inspection():
    resolved, _ = resolve_all(reading(ODS_2025))
    of_today = set(Area.objects.filter(kind="authority", country="England", valid_to=None))

    inspected = {one.identity.areas[0] for one in resolved if one.record.kind in ("full", "short")}

    assert len(of_today) == 153
    assert of_today <= inspected


# --- beside the reports at hand ---------------------------------------------------------------------

NAMES = {"bedford borough": "bedford", "london corporation": "city of london"}


def known_as(name):
    plain = normalise(name)
    return NAMES.get(plain, plain)


def gold():
    """{report: (authority, framework, first day, publication, {aspect: grade})} of the verified table."""
    reports = defaultdict(dict)
    facts = {}
    with (SHARED / "reports" / "ofsted_gold.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            reports[row["path"]][row["judgement_code"]] = row["grade"]
            days = [
                dt.date.fromisoformat(row[name]) if row[name] else None
                for name in ("inspection_start", "publication_date")
            ]
            facts[row["path"]] = (known_as(row["la_name"]), row["framework"], *days)
    return {path: (*facts[path], grades) for path, grades in reports.items()}


FAMILIES = {
    "ILACS": ("ofsted-ilacs-2018", "ofsted-ilacs-2023", "ofsted-ilacs-2026"),
    "SIF": ("ofsted-sif",),
    "LAC_2013": ("ofsted-lac-2013",),
}


def told_of(name, authority, framework, began, published):
    near = dt.timedelta(days=3)
    return [
        record
        for record in reading(name).inspections
        if known_as(record.places[0].raw) == authority
        and record.framework in FAMILIES.get(framework, ())
        and record.kind in ("full", "short", "reinspection")
        and (
            record.fieldwork.start == began
            or (published and record.published.end and abs(record.published.end - published) <= near)
        )
    ]


@pytest.mark.parametrize("name", [ODS_2022, ODS_2024, ODS_2025])
def test_grades_and_first_days_agree_with_the_reports(name):
    compared, other_day, other_grade = 0, set(), set()
    for path, (authority, framework, began, published, grades) in gold().items():
        for record in told_of(name, authority, framework, began, published):
            if record.fieldwork.start not in (None, began):
                other_day.add((authority, record.fieldwork.start - began))
            for judgement in record.judgements:
                grade = grades.get(judgement.aspect)
                if grade is None or judgement.grade is None:
                    continue
                if judgement.grade_status == "restated":
                    assert grade == "adequate", (path, judgement)
                elif judgement.grade != grade:
                    other_grade.add((authority, judgement.aspect, judgement.grade, grade))
                compared += 1

    assert compared > 100
    # Where the release of 2024 says other than the report: found by comparing, each looked up in both.
    of_2024 = name == ODS_2024
    assert other_day == ({("isles of scilly", dt.timedelta(days=-1))} if of_2024 else set())
    assert other_grade == (
        {("staffordshire", "care_leavers", "good", "requires_improvement")} if of_2024 else set()
    )


def test_every_report_until_march_2025_has_its_row_in_a_release():
    missing = [
        path
        for path, (authority, framework, began, published, _) in gold().items()
        if framework in FAMILIES
        and began <= dt.date(2025, 3, 31)
        and not any(told_of(name, authority, framework, began, published) for name in (ODS_2022, ODS_2025))
    ]

    assert missing == []
