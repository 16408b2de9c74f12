"""The real reports beside the checkout, against the verified table that came with them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource

REPORTS = Path(__file__).resolve().parents[4].parent / "shared" / "reports"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.is_dir(), reason="no ../shared/reports beside the checkout"),
]

FRAMEWORKS = {
    "LAC2013": "ofsted-lac-2013",
    "LSCB_ONLY": "ofsted-lscb",
    "SIF": "ofsted-sif",
    "ILACS-A": "ofsted-ilacs-2018",
    "ILACS-B": "ofsted-ilacs-2018",
    "ILACS-C": "ofsted-ilacs-2023",
    "ILACS-D": "ofsted-ilacs-2026",
}
# The table of this report goes on, with its two last rows, on page 2. The verified table names the pages
# where the same grades are repeated further on.
ALSO_ON_PAGE = {
    ("80535_oldham/children's services inspection - 03 august 2015.pdf", "care_leavers"): 2,
    ("80535_oldham/children's services inspection - 03 august 2015.pdf", "leadership"): 2,
}


def rows_of(name):
    with (REPORTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_all():
    readings, refused = {}, {}
    for row in rows_of("ofsted_gold_reports.csv"):
        source = Source(row["path"], (REPORTS / "ofsted" / row["path"]).read_bytes())
        try:
            readings[row["path"]] = readers.reader_for(source).read(source)
        except UnreadableSource as refusal:
            refused[row["path"]] = refusal
    return readings, refused


@pytest.fixture(scope="module")
def outcome():
    return read_all()


@pytest.fixture(scope="module")
def judged():
    by_path = defaultdict(dict)
    for row in rows_of("ofsted_gold.csv"):
        by_path[row["path"]][row["judgement_code"]] = row
    return by_path


def test_web_pages_named_pdf_are_the_only_ones_refused(outcome):
    expected = {row["path"] for row in rows_of("ofsted_gold_reports.csv") if row["framework"] == "BAD_HTML"}

    readings, refused = outcome

    assert set(refused) == expected
    assert len(readings) == 131
    assert all("web page, not a PDF" in refusal.message for refusal in refused.values())


def test_every_judgement_is_right(outcome, judged):
    readings, _ = outcome

    wrong = []
    for path, expected in judged.items():
        found = {judgement.aspect: judgement for judgement in readings[path].inspections[0].judgements}
        wrong += [(path, extra) for extra in set(found) - set(expected)]
        for aspect, row in expected.items():
            judgement = found.get(aspect)
            grade = judgement and (judgement.grade or judgement.grade_status)
            page = ALSO_ON_PAGE.get((path, aspect), int(row["page"]))
            if (grade, judgement and judgement.page) != (row["grade"], page):
                wrong.append((path, aspect, row["grade"], page, judgement))
            elif judgement.printed != row["grade_printed"] and (path, aspect) not in ALSO_ON_PAGE:
                wrong.append((path, aspect, row["grade_printed"], judgement.printed))

    assert sum(len(rows) for rows in judged.values()) == 684
    assert wrong == []


def test_every_date_is_right(outcome, judged):
    readings, _ = outcome

    wrong = []
    for row in rows_of("ofsted_gold_reports.csv"):
        if row["path"] not in readings:
            continue
        inspection = readings[row["path"]].inspections[0]
        gold = next(iter(judged[row["path"]].values()))
        windows = ";".join(f"{window.start}/{window.end}" for window in inspection.windows)
        found = (
            str(inspection.fieldwork.start),
            str(inspection.fieldwork.end),
            windows,
            str(inspection.published.start),
            inspection.published.basis,
        )
        expected = (
            row["inspection_start"],
            row["inspection_end"],
            row["inspection_windows"],
            gold["publication_date"],
            gold["publication_date_source"],
        )
        if found != expected:
            wrong.append((row["path"], expected, found))

    assert wrong == []


def test_every_framework_kind_and_urn_is_right(outcome, judged):
    readings, _ = outcome

    wrong = []
    for path, rows in judged.items():
        inspection = readings[path].inspections[0]
        gold = next(iter(rows.values()))
        family = gold["format"].split()[0]
        framework = FRAMEWORKS.get(family) or FRAMEWORKS[family.split("-")[0]]
        kind = "reinspection" if gold["reinspection"] == "1" else "full"
        found = (inspection.framework, inspection.kind, inspection.places[0].code)
        if found != (framework, kind, gold["urn"]):
            wrong.append((path, framework, kind, found))

    assert wrong == []


def test_only_known_differences_are_problems(outcome):
    """Two reports print a publication date that is not the one in their file name; no other has a problem."""
    readings, _ = outcome
    differ = {
        row["path"]
        for row in rows_of("ofsted_gold_reports.csv")
        if "pub_date_differs_from_filename" in row["quirks"]
    }

    problems = {path: reading.problems for path, reading in readings.items() if reading.problems}

    assert set(problems) == differ
    assert {(problem.severity, problem.field) for found in problems.values() for problem in found} == {
        ("conflict", "published")
    }


def test_no_inspector_is_named(outcome):
    readings, _ = outcome
    leads = {
        row["path"]: row["lead_inspector"]
        for row in rows_of("ofsted_gold_reports.csv")
        if row["lead_inspector"]
    }

    named = [
        path for path, name in leads.items() if path in readings and name in readings[path].model_dump_json()
    ]

    assert named == []


def test_five_reports_laid_out_in_their_own_way_are_read_whole():
    """Another grade above the table, an overall sentence in other words, a title with another name."""
    wrong, grades = [], 0
    by_path = defaultdict(dict)
    for row in rows_of("ofsted_more_gold.csv"):
        by_path[row["path"]][row["aspect"]] = row
    for path, expected in by_path.items():
        source = Source(path, (REPORTS / "ofsted_more" / path).read_bytes())
        reading = readers.reader_for(source).read(source)
        [inspection] = reading.inspections
        gold = next(iter(expected.values()))
        found = {one.aspect: (one.grade, one.page) for one in inspection.judgements}
        grades += len(found)
        if found != {aspect: (row["grade"], int(row["page"])) for aspect, row in expected.items()}:
            wrong.append((path, found))
        dates = (inspection.fieldwork.start, inspection.fieldwork.end, inspection.published.start)
        told = (*map(str, dates), inspection.published.basis, inspection.places[0].code)
        if told != (
            gold["start"], gold["end"], gold["published"], gold["published_source"], path.split("_")[0],
        ):  # fmt: skip
            wrong.append((path, told))
        wrong += [(path, problem) for problem in reading.problems]

    assert (len(by_path), grades, wrong) == (5, 32, [])
