"""Every row fits its table, refers to what exists, and loads."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from areas.models import Area
from inspections.models import CaseReview, Finding, Framework, Inspection, Judgement, SourceDocument, Trail
from inspections.transfer.columns import Row

Rows = dict[tuple[str, str], list[Row]]


def _both(rows: Rows, table: str) -> list[Row]:
    return [*rows["case_study", table], *rows["context", table]]


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
def test_every_row_is_loaded(rows: Rows) -> None:
    loaded = {
        "sources": SourceDocument.objects.count(),
        "judgements": Judgement.objects.filter(run=None).count(),
        "case_reviews": CaseReview.objects.count(),
        "findings": Finding.objects.count(),
    }

    written = {table: {row.key for row in _both(rows, table)} for table in loaded}

    assert {table: len(keys) for table, keys in written.items()} == loaded
    assert {row.key for row in _both(rows, "inspections")} == set(
        Inspection.objects.values_list("key", flat=True)
    )
    assert {row.trail for row in _both(rows, "trails")} == set(Trail.objects.values_list("key", flat=True))


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
def test_areas_frameworks_and_keys_agree(rows: Rows) -> None:
    areas = {area.reference for area in Area.objects.all()}
    frameworks = set(Framework.objects.values_list("code", flat=True))

    for row in _both(rows, "inspections"):
        references = row.areas.split(";")
        assert set(references) <= areas, row.key
        assert row.framework in frameworks, row.key
        if row.kind != "inquiry":
            (reference,) = references
            start = f"{reference.split(':')[1]}/{row.framework}/{row.kind.value}/"
            assert row.key.startswith(start)


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
def test_a_visit_lies_within_the_years_of_its_framework() -> None:
    for row in Inspection.objects.select_related("framework"):
        end, framework = row.fieldwork_end or row.published_to, row.framework
        if end and framework.valid_from:
            assert framework.valid_from <= end, row.key
        if row.fieldwork_start and framework.valid_to:
            assert row.fieldwork_start <= framework.valid_to, row.key


def test_the_same_inspection_is_the_same_in_both_folders(rows: Rows) -> None:
    context = {row.key: row for row in rows["context", "inspections"]}

    shared_keys = [row for row in rows["case_study", "inspections"] if row.key in context]

    assert len(shared_keys) == 12  # all but the Inquiry, its 3 disclosures, 2 own audits and the DfE review
    for row in shared_keys:
        other = context[row.key]
        for field in ("areas", "framework", "kind"):
            assert getattr(row, field) == getattr(other, field), row.key


def test_steps_of_a_trail_are_numbered_without_gaps(rows: Rows) -> None:
    steps: dict[str, list[int]] = {}
    for row in _both(rows, "trails"):
        steps.setdefault(row.trail, []).append(row.step)

    for trail, numbers in steps.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), trail


def test_official_documents_say_their_licence_and_press_is_marked(rows: Rows) -> None:
    sources = {row.key: row for row in _both(rows, "sources")}

    for row in sources.values():
        official = row.publisher in ("Ofsted", "HMICFRS", "Care Inspectorate Wales")
        assert not official or row.licence == "OGL v3.0", row.key
    for table in ("judgements", "case_reviews", "findings"):
        for row in _both(rows, table):
            press = sources[row.source].kind == "press"
            assert (row.confidence == "press") == press, row.key


@pytest.mark.shared
def test_the_bytes_of_a_report_are_those_of_the_file(rows: Rows, shared: Path) -> None:
    with_file = [row for row in rows["context", "sources"] if row.sha256]
    statistics = [row for row in with_file if row.kind == "statistics"]
    reports = [row for row in with_file if row.kind != "statistics"]

    assert len(reports) == 18
    for row in statistics:
        files = (shared / "data" / "ofsted_statistics").iterdir()
        assert row.sha256 in {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}, row.key
    for row in reports:
        folder = "joint" if row.key.startswith("jtai") else "ofsted"
        content = (shared / "reports" / folder / row.path).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row.sha256, row.key
