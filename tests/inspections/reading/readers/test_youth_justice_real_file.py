"""The real ratings beside the checkout, counted with the standard library alone."""

import csv
import datetime as dt
from collections import Counter

import pytest

from inspections.ingest.resolve import resolve_all
from inspections.reading.documents.source import Source
from inspections.reading.process.pool import ReaderProcess
from inspections.reading.readers import hmip_youth_justice

pytestmark = pytest.mark.shared
CODES = {
    "Outstanding": "outstanding",
    "Good": "good",
    "Requires Improvement": "requires_improvement",
    "Inadequate": "inadequate",
}


@pytest.fixture
def path(shared):
    return shared / "data" / "youth_justice" / "hmi_youth_justice_inspection_ratings.csv"


@pytest.fixture
def printed(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def reading(path):
    return hmip_youth_justice.read(Source(name=path.name, data=path.read_bytes()))


def test_every_row_is_accounted_for(reading, printed):
    [table] = reading.tables

    assert table.rows == len(printed) == table.stored + table.merged + table.named
    assert table.stored == len(reading.inspections) == len(printed)


def test_every_rating_is_the_one_printed(reading, printed):
    for inspection, row in zip(reading.inspections, printed, strict=True):
        day = dt.datetime.strptime(row["publication_date"], "%d/%m/%y").date()
        assert inspection.published.start == day
        assert inspection.places[0].raw in row["la_name"]
        assert (inspection.kind == "joint") == row["la_name"].endswith(" - JI")
        for judgement in inspection.judgements:
            said = row["overall_rating" if judgement.aspect == "overall" else judgement.aspect]
            assert judgement.grade == CODES.get(said)
            assert judgement.printed == said
            assert judgement.grade_status == ("graded" if said in CODES else "unreadable")


def test_the_known_fault_is_counted_once(reading, printed):
    not_standards = {"la_name", "la_ref", "score_%", "overall_rating", "publication_date", "report_url"}
    cells = [words for row in printed for column, words in row.items() if column not in not_standards]
    overall = Counter(row["overall_rating"] for row in printed)["Requires Improvement"]

    [problem] = [one for one in reading.problems if one.field == "ratings of standards"]

    assert problem.value == f"{cells.count('')} of {len(cells)} cells are empty"
    assert f"{overall} overall ratings" in problem.message


def test_the_sentence_in_place_of_a_rating_is_named(reading, printed):
    [at] = [number for number, row in enumerate(printed, 2) if row["overall_rating"] not in CODES]

    [problem] = [one for one in reading.problems if one.field == "overall"]

    assert problem.where.startswith(f"row {at} ")
    assert problem.value == printed[at - 2]["overall_rating"]


@pytest.mark.usefixtures("reference")
def test_three_names_are_no_area_and_the_others_are(reading):
    resolved, problems = resolve_all(reading)

    named = {problem.value for problem in problems if problem.field == "area"}
    assert named == {"Bedfordshire", "Northamptonshire", "West Mercia"}
    assert len(resolved) == len(reading.inspections) - len(named)
    assert all(problem.severity == "note" for problem in problems)
    together = {one.record.places[0].raw: len(one.scopes) for one in resolved if len(one.scopes) > 1}
    assert set(together.values()) == {2}
    assert len(together) == 3


def test_it_is_read_in_a_reader_process(path):
    child = ReaderProcess()
    try:
        child.ask(path, path.name, "")
        assert child.answer().reader == "hmip_youth_justice"
    finally:
        child.close()
