"""Exports of the whole site, and folders of tables to load."""

import csv
import io

import pytest

from inspections.transfer.csv_files import write_csv
from inspections.transfer.dump import TABLES

LOADED = [name for name in TABLES if name != "areas"]


@pytest.fixture
def exported(tmp_path):
    """{table: text} of this site, also written into a folder that can be loaded."""

    def export(name="exported"):
        folder = tmp_path / name
        folder.mkdir()
        texts = {}
        for table, (row_type, rows) in TABLES.items():
            texts[table] = write_csv(row_type.columns(), (row.cells() for row in rows()))
            (folder / f"{table}.csv").write_text(texts[table], encoding="utf-8")
        return texts, folder

    return export


SOURCE = {"key": "made", "kind": "report", "title": "A made report"}
INSPECTION = {
    "key": "made/2019",
    "areas": "authority:halton",
    "framework": "ofsted-ilacs-2018",
    "kind": "full",
    "dates_stated": '[{"source": "made", "fieldwork_end": "2019-03-15", "confidence": "read"}]',
}
FACT = {"inspection": "made/2019", "source": "made", "confidence": "read"}
JUDGEMENT = FACT | {
    "key": "j1",
    "aspect": "overall",
    "scale": "ofsted",
    "grade": "good",
    "grade_status": "graded",
}
CASES = FACT | {
    "key": "c1",
    "theme": "missing-children",
    "assessor": "inspectors",
    "cases": "9",
    "cases_basis": "printed",
    "good": "1",
    "requires_improvement": "2",
    "inadequate": "6",
    "completeness": "full_split",
    "disclosure": "in_report",
}
FINDING = FACT | {
    "key": "f1",
    "kind": "statement",
    "about": "council",
    "theme": "referrals",
    "summary": "Made-up words.",
    "codings": '[{"role": "first_reader", "stance": "concern", "at": "2026-01-05"}]',
}


@pytest.fixture
def folder(tmp_path):
    """A folder with one row in each of five tables; changes like ``judgements={"grade": "fine"}``."""

    def write(**changes):
        root = tmp_path / "made"
        root.mkdir()
        rows = {
            "sources": SOURCE,
            "inspections": INSPECTION,
            "judgements": JUDGEMENT,
            "case_reviews": CASES,
            "findings": FINDING,
        }
        for table, row in rows.items():
            cells = row | changes.get(table, {})
            out = io.StringIO(newline="")
            writer = csv.DictWriter(out, list(cells))
            writer.writeheader()
            writer.writerow(cells)
            (root / f"{table}.csv").write_text(out.getvalue(), encoding="utf-8")
        return root

    return write
