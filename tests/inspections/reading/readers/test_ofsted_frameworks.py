"""One whole PDF per framework: every grade, both dates, the framework and the kind."""

import datetime as dt

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source


def read(made, pages, name="80999_borsetshire/report - 20 april 2019.pdf"):
    source = Source(name, made.as_pdf(pages))
    reading = readers.reader_for(source).read(source)
    inspection = reading.inspections[0]
    return reading, inspection, {j.aspect: (j.grade, j.page) for j in inspection.judgements}


def test_lac_2013_is_read_from_its_last_page(made):
    grades = {
        "overall": "Inadequate",
        "capacity_to_improve": "Adequate",
        "outcomes_lac": "Good",
        "quality_of_provision": "Adequate",
        "leadership": "Outstanding",
    }

    reading, inspection, found = read(made, made.lac_pages(grades), "80999_borsetshire/report.pdf")

    assert found == {aspect: (grade.lower(), 4) for aspect, grade in grades.items()}
    assert (inspection.framework, inspection.kind) == ("ofsted-lac-2013", "full")
    assert inspection.places[0].raw == "Borsetshire County Council"
    assert inspection.fieldwork.start == dt.date(2013, 7, 8)
    assert inspection.fieldwork.end == dt.date(2013, 7, 12)
    assert (inspection.published.start, inspection.published.basis) == (dt.date(2013, 8, 16), "printed")
    assert reading.problems == ()


def test_sif_with_its_board(made):
    reading, inspection, found = read(made, made.sif_pages(made.sif_grades), "80999_borsetshire/report.pdf")

    assert found == {
        "overall": ("requires_improvement", 1),
        "help_protection": ("good", 1),
        "looked_after": ("requires_improvement", 1),
        "adoption": ("outstanding", 1),
        "care_leavers": ("inadequate", 1),
        "leadership": ("good", 1),
        "lscb": ("requires_improvement", 4),
    }
    assert (inspection.framework, inspection.kind) == ("ofsted-sif", "full")
    assert inspection.fieldwork.start == dt.date(2015, 1, 12)
    assert inspection.published.start == dt.date(2015, 3, 20)
    assert reading.problems == ()


def test_sif_reinspection_has_no_board(made):
    pages = made.sif_pages(
        made.sif_grades,
        letter="Re-i",
        board="",
        dates="Inspection date: 8 May to 31 May 2018",
        published="Report published: 20 July 2018",
    )

    reading, inspection, found = read(made, pages, "80999_borsetshire/report.pdf")

    assert "lscb" not in found
    assert len(found) == 6
    assert inspection.kind == "reinspection"
    assert reading.problems == ()


@pytest.mark.parametrize("kind", ["Review", "Inspection"])
def test_lscb_only_review(made, kind):
    page = "\n".join(
        [
            "1",
            "Borsetshire Safeguarding Children Board",
            f"{kind} of the effectiveness of the Local Safeguarding Children",
            "Board",
            "Inspection date: 15 June 2015 - 17 June 2015",
            "Report published: 3 August 2015",
            "The Local Safeguarding Children Board requires improvement",
            "Our own words about nothing in particular.",
        ]
    )

    reading, inspection, found = read(made, [page], "80999_borsetshire/report.pdf")

    assert found == {"lscb": ("requires_improvement", 1)}
    assert inspection.framework == "ofsted-lscb"
    assert inspection.places[0].raw == "Borsetshire"
    assert reading.problems == ()


def test_ilacs_2018_judges_care_and_care_leavers_together(made):
    reading, inspection, found = read(made, made.ilacs_pages(made.ilacs_grades))

    assert found == {
        "overall": ("inadequate", 1),
        "impact_of_leaders": ("good", 1),
        "help_protection": ("requires_improvement", 1),
        "in_care_and_care_leavers": ("good", 1),
    }
    assert (inspection.framework, inspection.kind) == ("ofsted-ilacs-2018", "full")
    assert (inspection.published.start, inspection.published.basis) == (dt.date(2019, 4, 20), "filename")
    assert reading.problems == ()


def test_ilacs_2023_judges_them_apart(made):
    grades = {
        "impact_of_leaders": "Good",
        "help_protection": "Good",
        "in_care": "Outstanding",
        "care_leavers": "Requires improvement to be good",
        "overall": "Good",
    }
    pages = made.ilacs_pages(grades, dates="Inspection dates: 16 to 27 January 2023")

    reading, inspection, found = read(made, pages, "80999_borsetshire/report.pdf")

    assert inspection.framework == "ofsted-ilacs-2023"
    assert found["in_care"] == ("outstanding", 1)
    assert found["care_leavers"] == ("requires_improvement", 1)
    assert len(found) == 5
    assert inspection.published.basis == "unknown"
    assert reading.problems == ()


def test_ilacs_2026_has_no_overall_grade_and_misses_none(made):
    grades = {
        "impact_of_leaders": "Outstanding",
        "help_protection": "Good",
        "in_care": "Good",
        "care_leavers": "Good",
    }
    pages = made.ilacs_pages(grades, dates="Inspection dates: 11 to 22 May 2026")

    reading, inspection, found = read(made, pages, "80999_borsetshire/report.pdf")

    assert inspection.framework == "ofsted-ilacs-2026"
    assert set(found) == {"impact_of_leaders", "help_protection", "in_care", "care_leavers"}
    assert reading.problems == ()


def test_the_same_rows_before_that_day_miss_their_overall_grade(made):
    grades = {
        "impact_of_leaders": "Outstanding",
        "help_protection": "Good",
        "in_care": "Good",
        "care_leavers": "Good",
    }
    pages = made.ilacs_pages(grades, dates="Inspection dates: 13 to 24 April 2026")

    reading, inspection, found = read(made, pages, "80999_borsetshire/report.pdf")

    assert inspection.framework == "ofsted-ilacs-2023"
    assert "overall" not in found
    assert [(problem.severity, problem.field) for problem in reading.problems] == [("blocking", "overall")]


def test_adequate_is_no_grade_of_ilacs(made):
    made.ilacs_grades["overall"] = "Adequate"

    reading, _, _ = read(made, made.ilacs_pages(made.ilacs_grades))

    assert [(problem.severity, problem.field, problem.value) for problem in reading.problems] == [
        ("blocking", "overall", "Adequate")
    ]
